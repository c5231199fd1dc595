"""Reading what is new: the digests of all documents of a run, in the store."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain, islice
from typing import TypeVar

from briefing.build.files import Content, Files
from briefing.build.plan import Means, Plan
from briefing.ingest import Given, iter_given, nothing_readable
from briefing.keys import key_of, run_key
from briefing.records import Problem, RawDocument
from briefing.store import Known, Row, Store

T = TypeVar("T")
_BATCH = 64  # documents looked up, and digests kept, at a time: so much work is lost when a run is killed


@dataclass(frozen=True, slots=True)
class Gathered:
    """The digests of a run by their keys, with the day of each article, and what could not be read."""

    days: Mapping[bytes, str | None]  # of the articles on the topic
    off_topic: Mapping[bytes, str | None]  # of the others
    unreadable: tuple[Problem, ...]
    read: int  # documents that the store did not have

    def within(self, first: str | None, last: str | None) -> list[bytes]:
        """The keys of the articles of these days, and of those without a day, in a fixed order."""
        return _within(self.days, first, last)

    def left_out(self, first: str | None, last: str | None) -> list[bytes]:
        """The keys of the articles off the topic, as `within` gives those on it."""
        return _within(self.off_topic, first, last)

    def after(self, last: str | None) -> list[bytes]:
        """The keys of the articles of later days, in a fixed order."""
        return sorted(k for k, day in self.days.items() if last is not None and day is not None and day[:10] > last)


def _within(days: Mapping[bytes, str | None], first: str | None, last: str | None) -> list[bytes]:
    return sorted(k for k, day in days.items() if day is None or (first or "") <= day[:10] <= (last or "~"))


def gather(sources: Sequence[str], plan: Plan, store: Store, means: Means) -> Gathered:
    """Have the digests of all documents in the store: read those that it does not have. Raises BriefingError."""
    unreadable: list[Problem] = []
    known: dict[bytes, Known] = {}
    missing: deque[bytes] = deque()

    def to_read() -> Iterator[RawDocument]:
        for batch in _batches(_to_look_up(sources, plan, store, means, known, unreadable), _BATCH):
            keyed = dict(batch)
            kept = store.known([key for key in keyed if key not in known])
            means.progress(len(kept))
            fresh = {key: raw for key, raw in keyed.items() if key not in kept and key not in known}
            known.update(kept)
            known.update(dict.fromkeys(fresh, Known(None, off_topic=False)))
            missing.extend(fresh)
            yield from fresh.values()

    read = 0
    for rows in _batches(_digested(to_read(), missing, plan, means), _BATCH):
        store.add(rows, today())
        known.update((row.key, Known(row.day, row.off_topic)) for row in rows)
        read += len(rows)
    if not known:
        raise nothing_readable(sources, unreadable)
    store.used(today(), readings=known)
    days = {key: about.day for key, about in known.items() if not about.off_topic}
    off_topic = {key: about.day for key, about in known.items() if about.off_topic}
    return Gathered(days, off_topic, tuple(unreadable), read)


def _to_look_up(
    sources: Sequence[str],
    plan: Plan,
    store: Store,
    means: Means,
    known: dict[bytes, Known],
    unreadable: list[Problem],
) -> Iterator[tuple[bytes, RawDocument]]:
    """The documents by their keys, but for those of files that need not be opened: these go to `known` at once."""
    run = run_key(plan.profile, plan.summary, on_topic_only=not plan.all_articles)
    files = Files(store, run, today=today(), clock=time.time_ns, reread=means.reread)
    for batch in _batches(iter_given(sources, plan.options, hasher=files.sha256), _BATCH):
        contents = files.contents(batch)
        kept = store.known([key for content in contents if content for key in content.keys])
        for given, content in zip(batch, contents, strict=True):
            if content is None or not all(key in kept for key in content.keys):
                content = yield from _opened(given, run)  # noqa: PLW2901 - the same, from the file itself
                files.note(given, content)
            else:
                known.update((key, kept[key]) for key in content.keys)
                means.progress(len(content.keys))
            unreadable.extend(content.problems)


def _opened(given: Given, run: bytes) -> Generator[tuple[bytes, RawDocument], None, Content]:
    """The documents of a file by their keys; returns what it holds."""
    keys: list[str] = []
    problems: list[Problem] = []
    for item in given.items():
        if isinstance(item, Problem):
            problems.append(item)
        else:
            key = key_of(item, run)
            keys.append(key.hex())
            yield key, item
    return Content(tuple(keys), tuple(problems))


def _digested(raws: Iterator[RawDocument], keys: deque[bytes], plan: Plan, means: Means) -> Iterator[Row]:
    """The digests of the documents, whose keys come in `keys`; the steps are loaded only when there are any."""
    first = next(raws, None)
    if first is None:
        return
    from briefing.engines import digest_all  # noqa: PLC0415

    found = digest_all(
        chain([first], raws),
        profile=plan.profile,
        summary=plan.summary,
        on_topic_only=not plan.all_articles,
        engine=means.engines.reading,
        jobs=means.jobs,
        scheduler=means.scheduler,
    )
    for digested in found:
        means.progress(1)
        key = keys.popleft()
        yield Row(key, digested.day, digested.body, digested.off_topic)


def today() -> str:
    """For the store alone, which drops what no run has used for long."""
    return datetime.now(tz=UTC).date().isoformat()


def _batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    left = iter(items)
    while batch := list(islice(left, size)):
        yield batch
