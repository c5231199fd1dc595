"""Reading by the workers of a Dask cluster: one that is there, or one of processes on this machine.

Documents go to the workers as they are, in chunks, and not as paths: what is new was told from their bytes already, a
page or a member of an archive has no path, and a worker need not see the disk of this machine. A worker that is lost
loses no document: the scheduler gives its chunks to others.
"""

from __future__ import annotations

import asyncio
import logging
import platform
import threading
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.engines.job import Digested, Job, in_order
from briefing.errors import UsageError
from briefing.program import code_sha256
from briefing.records import RawDocument

if TYPE_CHECKING:
    from distributed import Client, Future

_LOOPBACK = "127.0.0.1"
_one_at_a_time = threading.Lock()  # the threads of a worker share one interpreter: side by side they only wait


def on_dask(raws: Iterable[RawDocument], job: Job, *, jobs: int, scheduler: str | None) -> Iterator[Digested]:
    """The digest of each document, in the order given, by the workers at `scheduler`, or by `jobs` of our own.

    Raises UsageError when Dask is not installed, the scheduler cannot be reached or has no worker, a worker has another
    program, or the cluster is lost on the way.
    """
    place = f"the Dask cluster at {scheduler}" if scheduler else "the Dask cluster of this machine"
    with ExitStack() as held:
        client = _client(jobs, scheduler, place, held)
        program = _program()
        there = client.submit(_same, job, pure=False)  # once to each worker; made again where it is lost

        def submit(chunk: list[RawDocument]) -> _Promise:
            with _told(place):
                return _Promise(client.submit(read_chunk, there, chunk, program, pure=False), place)

        def threads() -> int:
            with _told(place):
                return sum(client.nthreads().values())

        yield from in_order(raws, submit, threads)


def read_chunk(job: Job, raws: list[RawDocument], program: tuple[str, str]) -> list[Digested]:
    """On a worker: the digests of a chunk. Raises UsageError where another program than `program` would make them."""
    if program != _program():
        raise UsageError(
            f"the Dask worker on {platform.node()} has another version of briefing or of Python "
            f"({platform.python_version()}): install the same on all machines"
        )
    with _one_at_a_time:
        return [job.digest(raw) for raw in raws]


def _same(job: Job) -> Job:
    return job


def _program() -> tuple[str, str]:
    """What digests depend on beside the document and the job."""
    return code_sha256(), platform.python_version()


@dataclass(frozen=True, slots=True)
class _Promise:
    """A chunk in the hands of the cluster."""

    future: Future[list[Digested]]
    place: str

    def result(self) -> list[Digested]:
        """Its digests, waited for. Raises UsageError when the cluster cannot give them."""
        with _told(self.place):
            return self.future.result()


def _client(jobs: int, scheduler: str | None, place: str, held: ExitStack) -> Client:
    """A client of the cluster. `held` closes it, and a cluster of our own."""
    try:
        import distributed  # noqa: PLC0415 - an extra
        from dask import config  # noqa: PLC0415
        from dask.utils import parse_timedelta  # noqa: PLC0415
    except ImportError as error:
        raise UsageError("--engine dask needs distributed: pip install 'briefing[dask]'") from error
    for name in ("distributed", "distributed.client"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what matters of it is told as an error of our own
    if scheduler is None:
        own = distributed.LocalCluster(
            n_workers=jobs,
            threads_per_worker=1,
            host=_LOOPBACK,
            dashboard_address=f"{_LOOPBACK}:0",  # of the plain pages that Dask always has
            scheduler_kwargs={"dashboard": False},
            memory_limit=None,
            silence_logs=logging.CRITICAL,
        )
        local: Client = held.enter_context(distributed.Client(held.enter_context(own)))
        return local
    patience = parse_timedelta(config.get("distributed.comm.timeouts.connect"))
    try:
        asyncio.run(_greet(scheduler, patience))
        client: Client = held.enter_context(distributed.Client(scheduler))
        client.wait_for_workers(1, timeout=patience)
    except (ValueError, TypeError) as error:  # the latter where TLS is not set up
        raise UsageError(f"--scheduler {scheduler}: {error}: write it as tcp://host:8786") from error
    except OSError as error:
        raise UsageError(f"{place}: {error}: start it, or give the address that it tells when it starts") from error
    return client


async def _greet(scheduler: str, patience: float) -> None:
    """See that somebody answers who speaks Dask's language: a client waits for ever for a server that does not."""
    from distributed import Security  # noqa: PLC0415 - an extra
    from distributed.comm.core import connect  # noqa: PLC0415

    arguments = Security().get_connection_args("client")
    try:
        async with asyncio.timeout(2 * patience):  # it is given up by itself after half of that, if nobody is there
            comm = await connect(scheduler, timeout=patience, **arguments)
    except TimeoutError as error:
        raise OSError("what answers there is no scheduler of Dask") from error
    comm.abort()


@contextmanager
def _told(place: str) -> Iterator[None]:
    """What may go wrong with a cluster at work, as one line."""
    from distributed import CancelledError, KilledWorker  # noqa: PLC0415 - an extra
    from distributed.client import ClosedClientError  # noqa: PLC0415

    try:
        yield
    except KilledWorker as error:
        raise UsageError(f"{place}: three workers died on the same articles: give them more memory") from error
    except (CancelledError, ClosedClientError, OSError) as error:
        raise UsageError(f"{place} was lost: run again, what was read is kept") from error
    except ImportError as error:
        raise UsageError(f"{place}: {error} on a worker: install the same briefing on all machines") from error
