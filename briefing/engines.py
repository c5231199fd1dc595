"""Who runs the steps: one process, or a pool of them. All give equal results in equal order."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from briefing.codec import dumps
from briefing.collecting import put_off
from briefing.digest import digest
from briefing.languages import Lexicon, load
from briefing.pipeline import read_document
from briefing.plan import DEFAULT_SUMMARY, SummaryPlan
from briefing.profile import Profile
from briefing.records import RawDocument, Reading

T = TypeVar("T")
_CHUNK = 8  # documents handed to a process at a time
_AHEAD = 4  # chunks for each process that may wait, so that a large corpus is not in memory at once


@dataclass(frozen=True, slots=True)
class Digested:
    """What became of one document: the bytes of its digest, its day, and whether it is off the topic."""

    body: bytes
    day: str | None
    off_topic: bool


def digest_all(
    raws: Iterable[RawDocument],
    *,
    profile: Profile,
    summary: SummaryPlan = DEFAULT_SUMMARY,
    on_topic_only: bool = False,
    jobs: int = 1,
) -> Iterator[Digested]:
    """The digest of each document, in the order given, by `jobs` processes."""
    return _run(_digest, raws, _Job(profile, summary, on_topic_only), jobs)


@dataclass(frozen=True, slots=True)
class _Job:
    """What every document of a run is read with."""

    profile: Profile
    summary: SummaryPlan
    on_topic_only: bool

    @property
    def lexicon(self) -> Lexicon:
        """The words of the profile's language; the same object each time."""
        return load(self.profile.language)


Work = Callable[[RawDocument, _Job], T]


def _read(raw: RawDocument, job: _Job) -> Reading:
    return read_document(
        raw, profile=job.profile, lexicon=job.lexicon, summary=job.summary, on_topic_only=job.on_topic_only
    )


def _digest(raw: RawDocument, job: _Job) -> Digested:
    with put_off():
        found = digest(_read(raw, job), profile=job.profile, lexicon=job.lexicon)
        return Digested(dumps(found), found.source.published, found.off_topic is not None)


def _run(work: Work[T], raws: Iterable[RawDocument], job: _Job, jobs: int) -> Iterator[T]:
    return (work(raw, job) for raw in raws) if jobs <= 1 else _pooled(work, raws, job, jobs)


def _pooled(work: Work[T], raws: Iterable[RawDocument], job: _Job, jobs: int) -> Iterator[T]:
    from concurrent.futures import Future, ProcessPoolExecutor  # noqa: PLC0415 - one process needs none of it

    left = iter(raws)
    pool = ProcessPoolExecutor(jobs, initializer=_start, initargs=(job, os.getpid()))
    waiting: deque[Future[list[T]]] = deque()
    try:
        while chunk := list(islice(left, _CHUNK)):
            waiting.append(pool.submit(_each, work, chunk))
            if len(waiting) > _AHEAD * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


_worker: dict[str, _Job] = {}  # one entry a process, set when it starts: a profile is compiled only once


def _start(job: _Job, parent: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends its workers
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    _worker["job"] = job


def _end_with(parent: int) -> None:
    """End this worker when its parent was killed and can no longer end it."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def _each(work: Work[T], raws: list[RawDocument]) -> list[T]:
    return [work(raw, _worker["job"]) for raw in raws]
