"""One run at a time in a folder. The operating system frees the lock of a process that dies, however it dies."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.errors import BriefingError

NAME = "lock"


class LockedError(BriefingError):
    """Another run holds the folder."""

    exit_code = 4


class FolderError(BriefingError):
    """The folder cannot be made or written."""


@contextmanager
def locked(folder: Path, option: str) -> Iterator[None]:
    """Hold the folder, which is made when it is missing. Raises LockedError with the holder, or FolderError.

    `option` is the one that names the folder, for the message.
    """
    with _told(folder, option):
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder / NAME, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        if not _take(handle):
            raise LockedError(_holder(folder, handle, option))
        with _told(folder, option):
            os.ftruncate(handle, 0)
            os.pwrite(handle, str(os.getpid()).encode(), 0)
        yield
    finally:
        os.close(handle)


@contextmanager
def _told(folder: Path, option: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise FolderError(f"{folder}: {error.strerror}: choose another folder with {option}") from error


def _holder(folder: Path, handle: int, option: str) -> str:
    pid = os.pread(handle, 20, 0).decode("ascii", "replace") or "unknown"
    age = max(0, round(time.time() - os.fstat(handle).st_mtime))
    held = f"another run holds it (process {pid}, for {age} s)"
    return f"{folder}: {held}: wait for it, or choose another folder with {option}"


def _take(handle: int) -> bool:
    """True when the lock is ours now. POSIX record locks end with the process and do not pass to its children."""
    try:
        fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
