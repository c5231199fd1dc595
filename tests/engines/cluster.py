"""A Dask cluster on the loopback, of processes of its own that tell on standard error what they are at."""

import os
import select
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

from tests.cli.run import ROOT

_PATIENCE = 120  # seconds until something that should be said counts as never said


@contextmanager
def scheduler():
    """Its process, and its address."""
    with started("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard") as process:
        yield process, said(process, "Scheduler at:").split()[-1]


@contextmanager
def worker(address, *, preload=None):
    """A worker that has registered with the scheduler. `preload` is the path of a script that it runs first."""
    options = ("--host", "127.0.0.1", "--nthreads", "1", "--no-nanny", "--no-dashboard")
    with started("worker", address, *options, *(("--preload", str(preload)) if preload else ())) as process:
        said(process, "Registered to:")
        yield process


def said(process, words):
    """The next line that it says with these words."""
    line = ""
    while words not in line:
        assert select.select([process.stderr], [], [], _PATIENCE)[0], f"{words!r} was never said"
        line = _line(process.stderr.fileno())
        assert line, f"ended before it said {words!r}"
    return line


def _line(descriptor):
    """A line, read without a buffer that would hide further ones from `select`."""
    found = b""
    while not found.endswith(b"\n") and (byte := os.read(descriptor, 1)):
        found += byte
    return found.decode()


@contextmanager
def started(*words):
    """A process of the command `dask`, killed when the block is left."""
    process = subprocess.Popen(
        [sys.executable, "-m", "dask", *words],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


HALTING = Path(__file__).with_name("halting_worker.py")
OTHER = Path(__file__).with_name("other_worker.py")
