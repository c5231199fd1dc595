"""The imperative shell: read what is new, merge, render, and put the issue in place."""

from __future__ import annotations

import gc
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import UTC, date, datetime, timedelta
from itertools import chain, islice
from pathlib import Path
from typing import Any, TypeVar

from briefing import __version__, archive
from briefing.codec import loads
from briefing.corrections import NO_CORRECTIONS, Corrections, corrected
from briefing.errors import UsageError
from briefing.ingest import IngestOptions, documents
from briefing.keys import key_of, run_key
from briefing.lock import locked
from briefing.merge import Digest, assemble, edition_of, newest, newest_part, only_new
from briefing.merged import Briefing, Edition, LeftOut
from briefing.places import Places, write_places
from briefing.plan import DEFAULT_LOOK, DEFAULT_SUMMARY, Look, SummaryPlan
from briefing.profile import Profile
from briefing.program import code_sha256
from briefing.records import Problem, RawDocument
from briefing.render import render
from briefing.render.share import within_share
from briefing.store import Known, Row, Run, Store, UnusableError

T = TypeVar("T")
_READ_BY_PEOPLE = ("md", "html", "pdf", "eml")
_MOST = 5000  # statements in these; a page with more takes a browser seconds to open
_BATCH = 64  # documents looked up, and digests kept, at a time: so much work is lost when a run is killed


@dataclass(frozen=True, slots=True)
class Plan:
    """What to build, apart from the sources. The same plan, sources and earlier issue give the same bytes."""

    profile: Profile
    formats: tuple[str, ...]
    as_of: str | None = None  # by default the day of the newest source
    since: str | None = None
    max_age: int | None = None  # days: articles older than so many before the briefing's day are left out
    only_new: bool = False
    all_articles: bool = False  # those off the topic, too
    corrections: Corrections = NO_CORRECTIONS
    summary: SummaryPlan = DEFAULT_SUMMARY
    look: Look = DEFAULT_LOOK
    options: IngestOptions = field(default_factory=IngestOptions)


@dataclass(frozen=True, slots=True)
class Means:
    """How to build it. Nothing of this shows in the bytes."""

    state: Path | None = None  # folder of the store; without one nothing is kept for the next run
    shared: bool = False  # several runs may use the store at a time, and one that cannot be had is done without
    jobs: int = 1
    progress: Callable[[int], None] = lambda _: None  # called with the number of documents done
    profile_place: str | None = None  # where the profile was read from, for `briefing verify`
    corrections_place: str | None = None  # and the corrections


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


@dataclass(frozen=True, slots=True)
class Made:
    """An issue before it is written. `sources` has name and hash of all articles behind it, shown or not."""

    shown: Briefing
    edition: Edition
    sources: tuple[tuple[str, str], ...]
    files: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Built:
    """A finished run: where the issue lies, its figures, and what could not be read."""

    folder: Path
    as_of: str
    figures: Mapping[str, int]  # sources, dated, statements, parties, problems, off_topic
    unreadable: tuple[Problem, ...]
    read: int
    unchanged: bool  # the issue was there already, byte for byte
    nothing_new: bool  # asked for news only, the issue has none; no mail lies in it then


def build(sources: Sequence[str], plan: Plan, *, out: Path, means: Means | None = None) -> Built:
    """Build the issue of `sources` in `out`, and its copy in `out`/latest. Raises BriefingError."""
    means = means or Means()
    with ExitStack() as held:
        held.enter_context(locked(out / archive.WORK, "--out"))
        store = _store(means, held)
        found = gather(sources, plan, store, means)
        with archive.telling(out):  # before the issue: one that is in place can be verified, whenever the run is killed
            places = Places(tuple(sources), means.profile_place or plan.profile.id, means.corrections_place)
            write_places(out / archive.WORK, places)
        with _no_collecting():
            return _issue(found, plan, out, store)


def _store(means: Means, held: ExitStack) -> Store:
    """The store of the run. One that is shared by all runs of a user is not locked: SQLite parts their writing."""
    try:
        if means.state is not None:
            if not means.shared:
                held.enter_context(locked(means.state, "--state"))
            return held.enter_context(Store(means.state))
    except UnusableError:
        if not means.shared:
            raise
    return held.enter_context(Store(Path(held.enter_context(tempfile.TemporaryDirectory(prefix="briefing-")))))


def gather(sources: Sequence[str], plan: Plan, store: Store, means: Means) -> Gathered:
    """Have the digests of all documents in the store: read those that it does not have. Raises BriefingError."""
    unreadable: list[Problem] = []
    known: dict[bytes, Known] = {}
    missing: deque[bytes] = deque()

    def to_read() -> Iterator[RawDocument]:
        run = run_key(plan.profile, plan.summary, on_topic_only=not plan.all_articles)
        for batch in _batches(documents(sources, plan.options, unreadable), _BATCH):
            keyed = {key_of(raw, run): raw for raw in batch}
            kept = store.known([key for key in keyed if key not in known])
            means.progress(len(kept))
            fresh = {key: raw for key, raw in keyed.items() if key not in kept and key not in known}
            known.update(kept)
            known.update(dict.fromkeys(fresh, Known(None, off_topic=False)))
            missing.extend(fresh)
            yield from fresh.values()

    read = 0
    for rows in _batches(_digested(to_read(), missing, plan, means), _BATCH):
        store.add(rows, _today())
        known.update((row.key, Known(row.day, row.off_topic)) for row in rows)
        read += len(rows)
    store.used(known, _today())
    days = {key: about.day for key, about in known.items() if not about.off_topic}
    off_topic = {key: about.day for key, about in known.items() if about.off_topic}
    return Gathered(days, off_topic, tuple(unreadable), read)


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
        jobs=means.jobs,
    )
    for digested in found:
        means.progress(1)
        key = keys.popleft()
        yield Row(key, digested.day, digested.body, digested.off_topic)


def _issue(found: Gathered, plan: Plan, out: Path, store: Store) -> Built:
    """The issue in its place: as it is when nothing that it depends on has changed, else made anew."""
    day = _day(found, plan)
    first, last = _first_day(day, plan.max_age), _last_day(plan.as_of)
    keys, others = found.within(first, last), found.left_out(first, last)
    found = replace(found, unreadable=(*found.unreadable, *_too_late(store, found.after(last))))
    past = archive.previous_issue(out, day, plan.profile.id)
    inputs = _inputs([*keys, *others], found, plan, day, past)
    folder = out / day
    manifest = archive.read_manifest(folder)
    if manifest is not None and manifest.get("inputs") == inputs and archive.is_in_place(out, day, manifest):
        return _built(folder, manifest, found, unchanged=True)
    digests = (loads(Digest, body) for _, body in store.bodies(keys))
    left_out = _left_out(store, others)
    made = compose(digests, plan, day=day, past=past, unreadable=found.unreadable, off_topic=left_out)
    manifest = _manifest(made, found, plan, past, inputs)
    archive.publish(out, day, {**made.files, archive.MANIFEST: archive.sealed(manifest)})
    store.remember(made.edition)
    store.finish(_run(made.edition, found, inputs))
    return _built(folder, manifest, found, unchanged=False)


def _day(found: Gathered, plan: Plan) -> str:
    """The day of the issue: asked for, or that of the newest article. Raises UsageError when there is neither.

    An issue without a day would come neither before nor after any other, and could not be the latest.
    """
    day = plan.as_of or newest(found.days.values()) or newest(found.off_topic.values())
    if day is None:
        count = len(found.days) + len(found.off_topic)
        told = "the article has no day" if count == 1 else f"none of the {count} articles has a day"
        raise UsageError(f"{told} of its own: give the day of the briefing, --as-of DATE or --as-of today")
    return day


def _built(folder: Path, manifest: Mapping[str, Any], found: Gathered, *, unchanged: bool) -> Built:
    return Built(
        folder,
        manifest["as_of"],
        manifest["figures"],
        found.unreadable,
        found.read,
        unchanged=unchanged,
        nothing_new=manifest["nothing_new"],
    )


def _last_day(as_of: str | None) -> str | None:
    """The last day an article of a briefing as of that day can be of: the day after, by the clocks further east."""
    return _moved(as_of, 1) if as_of else None


def _left_out(store: Store, keys: Sequence[bytes]) -> tuple[LeftOut, ...]:
    """The articles off the topic, by name."""
    found = (loads(Digest, body) for _, body in store.bodies(keys))
    rows = (
        LeftOut(d.source.source, d.source.title, d.source.published, d.off_topic.keywords, d.source.sha256)
        for d in found
        if d.off_topic is not None
    )
    return tuple(sorted(rows, key=lambda row: (row.source, row.sha256)))


def _too_late(store: Store, keys: Sequence[bytes]) -> Iterator[Problem]:
    """A problem for each article that says it is of a later day than the briefing: it is left out, not believed."""
    sources = sorted((loads(Digest, body).source for _, body in store.bodies(keys)), key=lambda s: s.source)
    for source in sources:
        told = f"dated {source.published}, after the day of the briefing: left out"
        yield Problem("source.after_as_of", source.source, told)


def compose(
    digests: Iterable[Digest],
    plan: Plan,
    *,
    day: str | None,
    past: archive.Past | None,
    unreadable: Sequence[Problem],
    off_topic: tuple[LeftOut, ...] = (),
) -> Made:
    """The issue of these digests: the briefing as it is shown, all that it knows, and the bytes of its files."""
    previous = past.edition if past else None
    done = corrected(digests, plan.corrections, plan.profile)
    briefing = assemble(
        done.digests, previous=previous, as_of=day, since=plan.since, hidden=done.hidden, profile=plan.profile
    )
    problems = (*unreadable, *done.problems, *briefing.problems)
    briefing = replace(briefing, problems=problems, off_topic=off_topic, desk=done.desk)
    shown = only_new(briefing, previous) if plan.only_new else briefing
    edition = _shared(edition_of(briefing), briefing, plan.look.max_share)
    formats = [name for name in plan.formats if name != "eml" or not _nothing_new(shown, plan)]
    files = {**_rendered(shown, formats, plan.look), archive.EDITION: archive.edition_bytes(edition)}
    return Made(shown, edition, tuple((s.source, s.sha256) for s in briefing.sources), files)


def _nothing_new(shown: Briefing, plan: Plan) -> bool:
    """True for an issue of news only that has none: it is not sent to anyone."""
    return plan.only_new and shown.previous is not None and not shown.statements and not shown.changes


def _shared(edition: Edition, briefing: Briefing, max_share: float | None) -> Edition:
    """The edition, which lies beside the briefing, with no more of the sources' words than `max_share` lets it have."""
    if max_share is None:
        return edition
    texts = {statement.id: statement.lead.text for statement in within_share(briefing, max_share).statements}
    return replace(edition, statements=tuple(replace(said, text=texts[said.id]) for said in edition.statements))


def _rendered(briefing: Briefing, formats: Sequence[str], look: Look) -> dict[str, bytes]:
    """The files of each format. Formats for people have the newest part of what nobody could read whole."""
    for_people = [name for name in formats if name in _READ_BY_PEOPLE]
    for_programs = [name for name in formats if name not in _READ_BY_PEOPLE]
    shown = {field.name: getattr(look, field.name) for field in fields(look)}
    return {**render(newest_part(briefing, _MOST), for_people, **shown), **render(briefing, for_programs, **shown)}


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Records hold no cycles: looking for some among a million of them takes a third of the time of a large issue."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _inputs(keys: Sequence[bytes], found: Gathered, plan: Plan, day: str, past: archive.Past | None) -> str:
    """A hash of all that an issue's bytes depend on."""
    parts = [
        code_sha256(),
        repr((day, plan.since, plan.max_age, plan.only_new, plan.all_articles, sorted(plan.formats), found.unreadable)),
        repr((replace(plan.look, templates=None), own_templates(plan.look))),
        past.sha256 if past else "",
        plan.corrections.text,
        *(key.hex() for key in keys),
    ]
    return archive.sha256("\0".join(parts).encode("utf-8", "surrogatepass"))


def _manifest(made: Made, found: Gathered, plan: Plan, past: archive.Past | None, inputs: str) -> dict[str, Any]:
    """What the issue was made from and what it holds: nothing of the machine, the hour, or the way it was made."""
    return {
        "program": {"version": __version__, "code": code_sha256()},
        "topic": plan.profile.id,
        "profile": plan.profile.sha256,
        "as_of": made.shown.as_of,
        "since": plan.since,
        "max_age": plan.max_age,
        "only_new": plan.only_new,
        "all_articles": plan.all_articles,
        "corrections": {"name": plan.corrections.where, "text": plan.corrections.text},
        "off_topic": [asdict(article) for article in made.shown.off_topic],
        "nothing_new": _nothing_new(made.shown, plan),
        "formats": list(plan.formats),
        "summary": asdict(plan.summary),
        "look": asdict(replace(plan.look, templates=None)),
        "own_templates": own_templates(plan.look),
        "previous": {"as_of": past.edition.as_of, "sha256": past.sha256} if past else None,
        "inputs": inputs,
        "figures": figures_of(made.shown),
        "sources": [{"name": name, "sha256": sha256} for name, sha256 in made.sources],
        "unreadable": [asdict(problem) for problem in found.unreadable],
        "outputs": {name: archive.sha256(body) for name, body in made.files.items()},
    }


def own_templates(look: Look) -> str | None:
    """A hash of the user's own templates, None when there are none."""
    if look.templates is None:
        return None
    files = sorted(path for path in look.templates.rglob("*") if path.is_file())
    parts = [path.relative_to(look.templates).as_posix().encode() + b"\0" + path.read_bytes() for path in files]
    return archive.sha256(b"\0".join(parts))


def figures_of(briefing: Briefing) -> dict[str, int]:
    """The figures that a run reports."""
    return {
        "sources": len(briefing.sources),
        "dated": sum(source.published is not None for source in briefing.sources),
        "statements": len(briefing.statements),
        "parties": len({s.party for s in briefing.statements if s.party}),
        "problems": len(briefing.problems),
        "off_topic": len(briefing.off_topic),
        "new": sum(s.change in ("new", "changed") for s in briefing.statements),
    }


def _run(edition: Edition, found: Gathered, inputs: str) -> Run:
    now = datetime.now(tz=UTC).isoformat(timespec="seconds")
    count = len(edition.statements)
    given = len(found.days) + len(found.off_topic)
    return Run(now, edition.topic, edition.as_of, given, found.read, count, inputs)


def _first_day(day: str, max_age: int | None) -> str | None:
    return _moved(day, -max_age) if max_age is not None else None


def _moved(day: str, days: int) -> str:
    """The day so many days later; the first or last day of the calendar where it ends before."""
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
    except OverflowError:
        return (date.max if days > 0 else date.min).isoformat()


def _today() -> str:
    """For the store alone, which drops what no run has used for long."""
    return datetime.now(tz=UTC).date().isoformat()


def _batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    left = iter(items)
    while batch := list(islice(left, size)):
        yield batch


def formats_of(text: str, known: Sequence[str]) -> tuple[str, ...]:
    """The formats of a comma list. Raises UsageError for one that does not exist."""
    wanted = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    unknown = [part for part in wanted if part not in known]
    if unknown or not wanted:
        raise UsageError(
            f"--format {text}: unknown: {', '.join(unknown) or 'nothing asked for'}; known: {', '.join(known)}"
        )
    return wanted
