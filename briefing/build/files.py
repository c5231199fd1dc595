"""Files that need not be read again: what they hold is known while the system says that nobody has written to them.

A stamp only says which bytes a file had. What was made of them is found by their hash, as after a reading.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.codec import dumps, loads
from briefing.ingest import Given, hashes
from briefing.keys import key_of_content
from briefing.records import Problem
from briefing.store import File, Store

# Two writings within one tick of a file system's clock leave one stamp. The coarsest clock ticks every two seconds.
_TICK = 2_000_000_000  # nanoseconds


@dataclass(frozen=True, slots=True)
class Content:
    """What a file holds: the keys of its documents in hex, in their order, and what could not be read."""

    documents: tuple[str, ...]
    problems: tuple[Problem, ...]

    @property
    def keys(self) -> tuple[bytes, ...]:
        """The keys of the digests of its documents."""
        return tuple(map(bytes.fromhex, self.documents))


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the system says of a file without opening it. Whoever writes to the file changes it."""

    size: int
    modified: int  # nanoseconds
    changed: int  # nanoseconds; nobody can set it back, where the system knows it
    inode: int

    def is_settled(self, now: int) -> bool:
        """Whoever writes to the file after `now` (nanoseconds) gives it another stamp."""
        return max(self.modified, self.changed) + _TICK < now


def stamp_of(path: Path) -> Stamp | None:
    """The stamp of a regular file; None of anything else."""
    try:
        found = path.stat()
    except OSError:
        return None
    regular = stat.S_ISREG(found.st_mode)
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino) if regular else None


class Files:
    """The files of one run, with what the store knows of them; with `reread` it is not asked.

    `clock` gives nanoseconds and decides only what a later run may believe.
    """

    def __init__(self, store: Store, run: bytes, *, today: str, clock: Callable[[], int], reread: bool = False) -> None:
        self._store, self._run, self._today = store, run, today
        self._reread, self._clock = reread, clock
        self._settled: dict[Path, tuple[Stamp, bytes]] = {}  # of files whose stamp tells of any writing

    def sha256(self, paths: Sequence[Path]) -> dict[Path, bytes]:
        """The SHA-256 of each regular file: the known one where the file has the stamp it had then, else of its bytes.

        A file that was written to a moment ago is hashed and not noted: it may be written to again and keep its stamp.
        """
        now = self._clock()
        stamps = {path: stamp for path in paths if (stamp := stamp_of(path)) is not None}
        self._settled |= self._of_store([path for path in stamps if path not in self._settled])
        for path in [path for path in paths if path in self._settled and self._settled[path][0] != stamps.get(path)]:
            del self._settled[path]
        fresh = hashes([path for path in stamps if path not in self._settled])
        settled = {path: (stamps[path], own) for path, own in fresh.items() if stamps[path].is_settled(now)}
        self._store.note_files([_row(path, *row) for path, row in settled.items()], self._today)
        self._settled |= settled
        return fresh | {path: self._settled[path][1] for path in stamps if path in self._settled}

    def _of_store(self, paths: Sequence[Path]) -> dict[Path, tuple[Stamp, bytes]]:
        names = {_name(path): path for path in ([] if self._reread else paths)}
        rows = self._store.files(list(names))
        self._store.used(self._today, files=rows)
        return {names[name]: (loads(Stamp, row.stamp), row.sha256) for name, row in rows.items()}

    def contents(self, batch: Sequence[Given]) -> list[Content | None]:
        """What each holds, where the store knows it; None for what has to be read."""
        self.sha256([given.path for given in batch if given.path is not None])
        keys = [None if self._reread else self._key(given) for given in batch]
        bodies = self._store.contents([key for key in keys if key is not None])
        self._store.used(self._today, contents=bodies)
        return [loads(Content, bodies[key]) if key in bodies else None for key in keys]

    def note(self, given: Given, content: Content) -> None:
        """Note what was read, unless somebody may have written to the file meanwhile."""
        key = self._key(given)
        if given.path is not None and key is not None and stamp_of(given.path) == self._settled[given.path][0]:
            self._store.note_contents({key: dumps(content)}, self._today)

    def _key(self, given: Given) -> bytes | None:
        known = self._settled.get(given.path) if given.path else None
        return key_of_content(given.about, known[1], self._run) if known else None


def _name(path: Path) -> bytes:
    return os.fsencode(os.path.join(os.getcwd(), path))  # noqa: PTH109, PTH118 - as path.absolute(), in a tenth of the time


def _row(path: Path, stamp: Stamp, sha256: bytes) -> File:
    return File(_name(path), dumps(stamp).decode(), sha256)
