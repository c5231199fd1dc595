"""Who runs the steps: one process, or a pool of them. All give equal results in equal order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from briefing.lexicons import load
from briefing.pipeline import DEFAULT_SUMMARY, SummaryPlan, read_document
from briefing.profile import Profile
from briefing.records import RawDocument, Reading

_CHUNK = 16  # documents handed to a process at a time


def read_all(
    raws: Iterable[RawDocument], *, profile: Profile, summary: SummaryPlan = DEFAULT_SUMMARY, jobs: int = 1
) -> Iterator[Reading]:
    """The reading of each document, in the order given, by `jobs` processes."""
    if jobs <= 1:
        lexicon = load(profile.language)
        for raw in raws:
            yield read_document(raw, profile=profile, lexicon=lexicon, summary=summary)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - one process needs none of it

    with ProcessPoolExecutor(jobs, initializer=_start, initargs=(profile, summary)) as pool:
        yield from pool.map(_read, raws, chunksize=_CHUNK)


_worker: dict[str, partial[Reading]] = {}  # one entry a process, set when it starts: a profile is compiled only once


def _start(profile: Profile, summary: SummaryPlan) -> None:
    _worker["read"] = partial(read_document, profile=profile, lexicon=load(profile.language), summary=summary)


def _read(raw: RawDocument) -> Reading:
    return _worker["read"](raw)
