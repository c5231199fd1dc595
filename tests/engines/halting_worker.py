"""Run first by a worker: it reads one chunk, begins another, says so, and never ends it."""

import sys
import threading
from itertools import count

from briefing.engines import on_dask

read_chunk, chunks = on_dask.read_chunk, count(1)


def halting(*given):
    if next(chunks) == 2:
        print("at the second chunk", file=sys.stderr, flush=True)
        threading.Event().wait()
    return read_chunk(*given)


on_dask.read_chunk = halting
