"""One run at a time in a folder. The operating system frees the lock of a process that dies, however it dies."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from briefing.errors import BriefingError

NAME = "lock"
_HOLDER = "holder"  # the process that holds the lock: Windows lets nobody read a file that is locked


class LockedError(BriefingError):
    """Another run holds the folder."""

    exit_code = 4


class FolderError(BriefingError):
    """The folder cannot be made or written."""


@contextmanager
def locked(folder: Path, option: str) -> Iterator[None]:
    """Hold the folder, which is made when it is missing. Raises LockedError with the holder, or FolderError.

    `option` is the one that names the folder, for the message. The processes of a pool do not inherit the lock.
    """
    with _told(folder, option):
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / NAME, mode=0o644)
        try:
            lock.acquire(timeout=0)
        except Timeout as error:
            raise LockedError(_held(folder, option)) from error
        (folder / _HOLDER).write_text(str(os.getpid()), encoding="ascii")
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _told(folder: Path, option: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise FolderError(f"{folder}: {error.strerror}: choose another folder with {option}") from error


def _held(folder: Path, option: str) -> str:
    try:
        holder = folder / _HOLDER
        age = max(0, round(time.time() - holder.stat().st_mtime))
        by = f"process {holder.read_text(encoding='ascii')[:20]}, for {age} s"
    except (OSError, ValueError):  # just being taken
        by = "process unknown"
    return f"{folder}: another run holds it ({by}): wait for it, or choose another folder with {option}"
