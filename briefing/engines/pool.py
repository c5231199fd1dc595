"""Reading by a pool of processes on this machine."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor

from briefing.engines.job import Digested, Job, in_order
from briefing.records import RawDocument


def pooled(raws: Iterable[RawDocument], job: Job, jobs: int) -> Iterator[Digested]:
    """The digest of each document, in the order given, by `jobs` processes."""
    pool = ProcessPoolExecutor(jobs, initializer=_start, initargs=(job, os.getpid()))
    try:
        yield from in_order(raws, lambda chunk: pool.submit(_each, chunk), lambda: jobs)
    finally:
        pool.shutdown(cancel_futures=True)


_worker: dict[str, Job] = {}  # one entry a process, set when it starts: a profile is compiled only once


def _start(job: Job, parent: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends its workers
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    _worker["job"] = job


def _end_with(parent: int) -> None:
    """End this worker when its parent was killed and can no longer end it."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def _each(raws: list[RawDocument]) -> list[Digested]:
    return [_worker["job"].digest(raw) for raw in raws]
