"""The folder of issues: one folder a day, each swapped in whole, with an edition and a manifest beside the briefing.

The edition is what the next issue, `briefing diff` and the site need of an issue. The manifest names its sources and
outputs by SHA-256 and holds nothing of the machine or the hour, so that rebuilding gives the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.codec import CodecError, from_named, named
from briefing.errors import BriefingError
from briefing.merged import Edition

EDITION = "edition.json"
MANIFEST = "manifest.json"
SIGNATURE = "manifest.sig"  # the signature of the manifest's bytes, where the desk signs
LATEST = "latest"
_UNDATED = "undated"
WORK = ".briefing"  # in the folder of issues: lock, staging, and where the sources lie; never part of an issue
_EDITION_VERSION = 1
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux
_HERE = -100  # AT_FDCWD


class OutputError(BriefingError):
    """The result cannot be written where it was asked for, or what is there cannot be used."""


@dataclass(frozen=True, slots=True)
class Past:
    """An earlier issue: its edition, and the hash of it."""

    edition: Edition
    sha256: str


def issue_folders(out: Path) -> tuple[Path, ...]:
    """The dated issues, oldest first."""
    if not out.is_dir():
        return ()
    return tuple(sorted(f for f in out.iterdir() if _DAY.fullmatch(f.name) and (f / EDITION).is_file()))


def edition_bytes(edition: Edition) -> bytes:
    """The edition as JSON, for later versions of this program to read."""
    return (json.dumps({"edition": _EDITION_VERSION, **named(edition)}) + "\n").encode()


def read_edition(path: Path) -> Edition:
    """The edition in a file. Raises OutputError when it is none, or of a newer program."""
    try:
        value = json.loads(path.read_bytes())
        version = value["edition"]
        if version == _EDITION_VERSION:
            return from_named(Edition, value)
    except (CodecError, OSError, ValueError, KeyError, TypeError) as error:
        hint = "put it back from a copy, or remove the issue's folder"
        raise OutputError(f"{path}: cannot be read as an edition: {hint}") from error
    raise OutputError(f"{path}: of a newer program (edition {version}): update briefing")


def folder_name(day: str | None) -> str:
    """The name of the folder of an issue: its day, or a name for the one whose articles have no day."""
    return day or _UNDATED


def previous_issue(out: Path, day: str | None, topic: str) -> Past | None:
    """The newest issue on the topic before `day`; the newest of all before an issue without a day.

    What has no day is read after what is there, and no dated issue follows it: nobody could say that it came first.
    """
    for folder in reversed(issue_folders(out)):
        if day is None or folder.name < day:
            edition = read_edition(folder / EDITION)
            if edition.topic == topic:
                return Past(edition, sha256((folder / EDITION).read_bytes()))
    return None


def sha256(body: bytes) -> str:
    """The SHA-256 of the bytes, in hex digits."""
    return hashlib.sha256(body).hexdigest()


def sealed(manifest: Mapping[str, Any]) -> bytes:
    """The manifest as JSON with a seal over all of it, which shows a later edit."""
    return _json({**manifest, "seal": seal(manifest)})


def seal(manifest: Mapping[str, Any]) -> str:
    """The SHA-256 of the manifest without its seal."""
    return sha256(_json({key: value for key, value in manifest.items() if key != "seal"}))


def _json(value: Mapping[str, Any]) -> bytes:
    return (json.dumps(value, ensure_ascii=True, indent=1) + "\n").encode()


def read_manifest(folder: Path) -> dict[str, Any] | None:
    """The manifest of an issue, or None when there is none that can be read."""
    try:
        value = json.loads((folder / MANIFEST).read_bytes())
    except (OSError, ValueError):
        return None
    return value if isinstance(value, dict) and isinstance(value.get("outputs"), dict) else None


def is_whole(folder: Path, manifest: Mapping[str, Any]) -> bool:
    """Every output of the manifest is there and unchanged."""
    return all(_has(folder / name, value) for name, value in manifest["outputs"].items())


def _has(path: Path, expected: str) -> bool:
    try:
        return sha256(path.read_bytes()) == expected
    except OSError:
        return False


def is_in_place(out: Path, day: str | None, manifest: Mapping[str, Any]) -> bool:
    """The issue of `day` is whole, and so is its copy in `latest` when no later issue is there."""
    copy = out / LATEST
    latest = not is_latest(out, day) or (is_whole(copy, manifest) and read_manifest(copy) == manifest)
    return latest and is_whole(out / folder_name(day), manifest)


def is_signed(out: Path, day: str | None, sign: Callable[[bytes], bytes]) -> bool:
    """The issue of `day` has the signature that `sign` makes, and so has its copy in `latest`, if it is one."""
    folders = [out / folder_name(day), *([out / LATEST] if is_latest(out, day) else [])]
    return all(_has(f / SIGNATURE, sha256(sign((f / MANIFEST).read_bytes()))) for f in folders)


def publish(out: Path, day: str | None, files: Mapping[str, bytes]) -> None:
    """Put an issue in place, and its copy in `latest` when no later issue is there.

    Files whose bytes are already there are not touched. Raises OutputError when the folder cannot be written.
    """
    with telling(out):
        swap(out / folder_name(day), files, out / WORK)
        if is_latest(out, day):
            swap(out / LATEST, files, out / WORK, durable=False)  # after a power cut the next run makes it again


@contextmanager
def telling(out: Path) -> Iterator[None]:
    """Turns what the system says of a folder into one line for the user: an OSError into an OutputError."""
    try:
        yield
    except OSError as error:
        raise OutputError(
            f"{out}: {error.strerror or error}: old files are whole; choose another folder with --out, or make room"
        ) from error


def is_latest(out: Path, day: str | None) -> bool:
    """No issue of a later day is there."""
    return not any(folder.name > (day or "") for folder in issue_folders(out))


def swap(folder: Path, files: Mapping[str, bytes], work: Path, *, durable: bool = True) -> None:
    """Make `folder` hold exactly these files of ours, all at once; what others put there stays.

    The files are written beside the folder and the two exchanged, so that a reader, or a run that dies, sees the old
    ones or the new ones. Raises OSError.
    """
    recover(folder, work)
    if _is_same(folder, files):
        return
    stage = work / f"new-{folder.name}"
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(parents=True)
    try:
        for name, body in files.items():
            _place(stage / name, folder / name, body, durable=durable)
        for other in _others(folder, files):
            _copy(other, stage / other.name)
        if durable:
            _sync(stage)
        _exchange(stage, folder, work / f"old-{folder.name}")
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def recover(folder: Path, work: Path) -> None:
    """Put back a folder that a run set aside and died before it could put the new one in its place."""
    aside = work / f"old-{folder.name}"
    if aside.is_dir() and not folder.exists():
        aside.rename(folder)
    shutil.rmtree(aside, ignore_errors=True)


def _is_same(folder: Path, files: Mapping[str, bytes]) -> bool:
    same = all(path.is_file() and path.read_bytes() == body for name, body in files.items() for path in [folder / name])
    return same and folder.is_dir() and not any(_stale(folder, files))


def _stale(folder: Path, files: Mapping[str, bytes]) -> Iterator[str]:
    """Outputs of an earlier build of the issue that this one does not have."""
    earlier = read_manifest(folder)
    outputs = (*(earlier or {}).get("outputs", ()), SIGNATURE)
    yield from (name for name in outputs if name not in files and (folder / name).exists())


def _others(folder: Path, files: Mapping[str, bytes]) -> Iterable[Path]:
    """What stands in the folder and is no output of ours."""
    if not folder.is_dir():
        return ()
    stale = set(_stale(folder, files))
    return [f for f in sorted(folder.iterdir()) if f.name not in files and f.name not in stale and f.name != MANIFEST]


def _place(new: Path, old: Path, body: bytes, *, durable: bool) -> None:
    """The file with these bytes: the old one itself where it has them, so that its age stays."""
    new.parent.mkdir(parents=True, exist_ok=True)
    if old.is_file() and old.read_bytes() == body:
        _copy(old, new)
        return
    with new.open("wb") as stream:
        stream.write(body)
        if durable:
            stream.flush()
            os.fsync(stream.fileno())


def _copy(old: Path, new: Path) -> None:
    if old.is_dir():
        shutil.copytree(old, new, symlinks=True)
        return
    try:
        new.hardlink_to(old)
    except OSError:  # a file system without links
        shutil.copy2(old, new)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _exchange(stage: Path, folder: Path, aside: Path) -> None:
    """Put `stage` in the place of `folder` in one step where the system can, else in two that `recover` can mend."""
    if not folder.exists():
        stage.rename(folder)
    elif not _exchanged(stage, folder):
        folder.rename(aside)
        stage.rename(folder)
        shutil.rmtree(aside, ignore_errors=True)


def _exchanged(one: Path, other: Path) -> bool:
    """Linux exchanges two names in one step; Python has no call for it."""
    import ctypes  # noqa: PLC0415 - needed only when an issue changed

    try:
        rename = ctypes.CDLL(None).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    return bool(rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)
