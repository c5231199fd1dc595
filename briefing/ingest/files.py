"""Files, folders and globs, in a stable order, never out of the folder that was given."""

from __future__ import annotations

import glob
import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from briefing.errors import UsageError
from briefing.ingest.options import IngestOptions
from briefing.records import Problem

Hasher = Callable[[Sequence[Path]], Mapping[Path, bytes]]  # the SHA-256 of each file that can be read


class Place(NamedTuple):
    """A file to read and the name that the briefing gives it."""

    path: Path
    name: str


def find(source: str, skip: Sequence[Path] = ()) -> Iterator[Place | Problem]:
    """The files that `source` means, in a folder without those of `skip`. Raises UsageError without such a path."""
    if not source.strip():
        raise UsageError("an empty source: give a file, a folder, an address, or `-` for standard input")
    path = Path(source)
    try:
        is_folder, exists = path.is_dir(), path.exists()
    except (OSError, ValueError) as error:
        raise UsageError(
            f"no path: {source[:60]!r}: {error.strerror if isinstance(error, OSError) else error}"
        ) from error
    if is_folder:
        yield from _folder(path, frozenset(os.path.realpath(place) for place in skip))
    elif exists:
        yield Place(path, path.name)
    elif glob.has_magic(source):
        matches = sorted(glob.glob(source, recursive=True))  # noqa: PTH207 - a Path has no absolute patterns
        if not matches:
            raise UsageError(f"no file matches {source!r}")
        for match in matches:
            yield from find(match, skip)
    else:
        raise UsageError(f"no such file or folder: {source!r}")


def _folder(folder: Path, skip: frozenset[str]) -> Iterator[Place | Problem]:
    """The files under `folder`, hidden ones and those of `skip` left out, sorted by their relative path."""
    root = folder.resolve()
    found: list[tuple[str, Path]] = []
    refused: list[Problem] = []

    def unreadable(fault: OSError) -> None:
        name = os.path.relpath(fault.filename or folder, folder)
        refused.append(Problem("source.unreadable", name, f"folder not readable: {fault.strerror}"))

    for entry, relative in _entries(folder, root, skip, unreadable):
        path = Path(entry.path)
        if entry.is_symlink() and not _leads_inside(path, root):
            refused.append(Problem("source.outside", relative, "a link out of the folder or to itself: not read"))
        elif entry.is_file():
            found.append((relative, path))
        elif not entry.is_dir():
            refused.append(Problem("source.unreadable", relative, "not a regular file"))
    for relative, path in sorted(found):
        yield Place(path, relative)
    yield from sorted(refused, key=lambda problem: problem.where)


def _entries(
    folder: Path, root: Path, skip: frozenset[str], unreadable: Callable[[OSError], None]
) -> Iterator[tuple[os.DirEntry[str], str]]:
    """What lies under `folder`, with the way to it; nothing of a folder that is hidden or in `skip`, or behind a link.

    `root` is the folder without links, so that what is in `skip` is told by a look at each folder, not at each file.
    """
    waiting = [(os.fspath(folder), os.fspath(root), "")]
    while waiting:
        here, real, above = waiting.pop()
        try:
            with os.scandir(here) as listed:
                entries = list(listed)
        except OSError as fault:
            unreadable(fault)
            continue
        for entry in entries:
            target = os.path.realpath(entry.path) if entry.is_symlink() else os.path.join(real, entry.name)  # noqa: PTH118
            if entry.name.startswith(".") or target in skip:
                continue
            relative = above + entry.name
            yield entry, relative
            if entry.is_dir(follow_symlinks=False):
                waiting.append((entry.path, target, f"{relative}/"))


def _leads_inside(link: Path, root: Path) -> bool:
    try:
        return link.resolve().is_relative_to(root)
    except (OSError, RuntimeError):  # a link to itself
        return False


def read(place: Place, options: IngestOptions) -> bytes | Problem:
    """The bytes of a file, or why they cannot be had. Devices and pipes are not read."""
    try:
        if not place.path.is_file():
            return Problem("source.unreadable", place.name, "not a regular file")
        size = place.path.stat().st_size
        # An archive may be larger than any one document; what it holds is measured as it is unpacked.
        if size > options.max_archive:
            return Problem("source.too_large", place.name, f"{size} bytes, more than {options.max_archive}: not read")
        return place.path.read_bytes()
    except OSError as fault:
        return Problem("source.unreadable", place.name, f"cannot be read: {fault.strerror or fault}")


def hashes(paths: Sequence[Path]) -> dict[Path, bytes]:
    """The SHA-256 of the bytes of each file; devices, pipes and what cannot be read are left out."""
    found: dict[Path, bytes] = {}
    for path in paths:
        try:
            if path.is_file():
                with path.open("rb") as stream:
                    found[path] = hashlib.file_digest(stream, "sha256").digest()
        except OSError:
            continue  # what is wrong with it is said where its documents are read
    return found
