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
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import Any

from briefing.codec import CodecError, from_named, named
from briefing.errors import BriefingError
from briefing.merge import MOST, day_of, edition_by_day, edition_joined
from briefing.merged import Edition, EditionPart, Source

EDITION = "edition.json"
MANIFEST = "manifest.json"
SIGNATURE = "manifest.sig"  # the signature of the manifest's bytes, where the desk signs
LATEST = "latest"
_UNDATED = "undated"
WORK = ".briefing"  # in the folder of issues: lock, staging, and where the sources lie; never part of an issue
_EDITION_VERSION = 1
_EDITION_BY_DAY = 2
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


@dataclass(frozen=True, slots=True)
class Kept:
    """A file of an issue that another shares: where it lies, and the SHA-256 of its bytes."""

    path: Path
    sha256: str


Body = bytes | Kept  # of a file of an issue
Hasher = Callable[[Sequence[Path]], Mapping[Path, bytes]]


def issue_folders(out: Path) -> tuple[Path, ...]:
    """The dated issues, oldest first."""
    if not out.is_dir():
        return ()
    return tuple(sorted(f for f in out.iterdir() if _DAY.fullmatch(f.name) and (f / EDITION).is_file()))


def edition_files(edition: Edition, kept: Mapping[str, Kept] = MappingProxyType({})) -> dict[str, Body]:
    """The edition as JSON, for later versions of this program to read: a large one in files by the days of its sources.

    The first file then names the others with their hashes, so that its own hash stands for all. Files that are `kept`
    are not written anew.
    """
    if len(edition.statements) <= MOST:
        return {EDITION: _row({"edition": _EDITION_VERSION, **named(edition)})}
    days = {f"edition/{day}.json": part for day, part in edition_by_day(edition).items()}
    parts = {name: kept[name] if name in kept else _row(named(part)) for name, part in days.items()}
    rest = replace(edition, sources=(), statements=())
    hashes = {name: hash_of(body) for name, body in parts.items()}
    return {EDITION: _row({"edition": _EDITION_BY_DAY, "parts": hashes, **named(rest)}), **parts}


def source_files(sources: Sequence[Source], statements: int) -> dict[str, bytes]:
    """Id, name and hash of each source of an issue of so many statements, by day: none where the manifest has them."""
    if statements <= MOST:
        return {}
    days: dict[str, list[dict[str, str]]] = {}
    for source in sources:
        days.setdefault(day_of(source.published), []).append(listed(source))
    return {f"sources/{day}.json": _row(rows) for day, rows in sorted(days.items())}


def listed(source: Source) -> dict[str, str]:
    """A source as a manifest lists it."""
    return {"id": source.id, "name": source.source, "sha256": source.sha256}


def sources_of(folder: Path, manifest: Mapping[str, Any]) -> list[dict[str, str]]:
    """The sources of an issue as its manifest, or the files that it names, list them; not those of a lost file."""
    files = [folder / name for name in manifest["outputs"] if name.startswith("sources/") and is_inside(name)]
    rows = list(manifest["sources"])
    for file in files:
        with suppress(OSError, ValueError):
            rows += json.loads(file.read_bytes())
    return sorted(rows, key=lambda row: row["name"]) if files else rows


def _row(value: object) -> bytes:
    return (json.dumps(value) + "\n").encode()


def read_edition(path: Path, days: Mapping[str, EditionPart] = MappingProxyType({})) -> Edition:
    """The edition in a file and those that it names. Raises OutputError when it is none, or of a newer program.

    `days` has what is known of files by the hash of their bytes: these are not read.
    """
    with _reading(path):
        value = _edition_value(path)
        edition = from_named(Edition, value)
        parts = [
            days[own] if own in days else from_named(EditionPart, _part(path, name, own))
            for name, own in value.get("parts", {}).items()
        ]
        return edition_joined(edition, parts) if parts else edition


def _edition_value(path: Path) -> Any:
    """The JSON object of an edition that this program knows. Raises OutputError for another."""
    with _reading(path):
        value = json.loads(path.read_bytes())
        version, _ = value["edition"], value["topic"]
    if version not in (_EDITION_VERSION, _EDITION_BY_DAY):
        raise OutputError(f"{path}: of a newer program (edition {version}): update briefing")
    return value


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """Turns what is wrong with an edition into one line for the user: an OutputError."""
    try:
        yield
    except (CodecError, OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        hint = "put it back from a copy, or remove the issue's folder"
        raise OutputError(f"{path}: cannot be read as an edition: {hint}") from error


def _part(path: Path, name: str, expected: str) -> Any:
    """What a file beside the edition holds. Raises ValueError when it is not the one that the edition names."""
    body = (path.parent / name).read_bytes()
    if not is_inside(name) or sha256(body) != expected:
        raise ValueError(name)
    return json.loads(body)


def is_inside(name: str) -> bool:
    """A relative path that leads nowhere but down: a manifest may be anybody's."""
    return bool(name) and not PurePath(name).is_absolute() and ".." not in PurePath(name).parts


def folder_name(day: str | None) -> str:
    """The name of the folder of an issue: its day, or a name for the one whose articles have no day."""
    return day or _UNDATED


def previous_issue(out: Path, day: str | None, topic: str) -> Path | None:
    """The edition of the newest issue on the topic before `day`; of the newest of all before an issue without a day.

    What has no day is read after what is there, and no dated issue follows it: nobody could say that it came first.
    Raises OutputError when one of them is no edition.
    """
    before = (f / EDITION for f in reversed(issue_folders(out)) if day is None or f.name < day)
    return next((path for path in before if _edition_value(path)["topic"] == topic), None)


def past_of(path: Path, days: Mapping[str, EditionPart] = MappingProxyType({})) -> Past:
    """The earlier issue whose edition lies there. See `read_edition`. Raises OutputError when it cannot be read."""
    return Past(read_edition(path, days), sha256(path.read_bytes()))


def sha256(body: bytes) -> str:
    """The SHA-256 of the bytes, in hex digits."""
    return hashlib.sha256(body).hexdigest()


def hash_of(body: Body) -> str:
    """The SHA-256 of a file of an issue."""
    return body.sha256 if isinstance(body, Kept) else sha256(body)


def written(files: Mapping[str, Body]) -> dict[str, bytes]:
    """The files that no other issue has."""
    return {name: body for name, body in files.items() if not isinstance(body, Kept)}


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


def _is_whole(folder: Path, manifest: Mapping[str, Any], hasher: Hasher) -> bool:
    """Every output of the manifest is there and unchanged."""
    outputs = {folder / name: value for name, value in manifest["outputs"].items()}
    found = hasher(list(outputs))
    return all(found.get(path, b"").hex() == value for path, value in outputs.items())


def _is_copy(copy: Path, folder: Path, manifest: Mapping[str, Any]) -> bool:
    """Every output of the manifest is in `copy` as it is in `folder`, most as the same file."""
    return all(_holds(copy / name, Kept(folder / name, value)) for name, value in manifest["outputs"].items())


def issue_of(file: Path) -> Path:
    """The folder of the issue that a file is of: where the manifest lies, beside it or above the folder of its part."""
    above = file.parent.parent
    return above if not (file.parent / MANIFEST).is_file() and (above / MANIFEST).is_file() else file.parent


def _has(path: Path, expected: str) -> bool:
    try:
        return sha256(path.read_bytes()) == expected
    except OSError:
        return False


def is_in_place(out: Path, day: str | None, manifest: Mapping[str, Any], hasher: Hasher) -> bool:
    """The issue of `day` is whole, and so is its copy in `latest` when no later issue is there.

    `hasher` gives the SHA-256 of the files that are there.
    """
    copy, folder = out / LATEST, out / folder_name(day)
    if not _is_whole(folder, manifest, hasher):
        return False
    return not is_latest(out, day) or (_is_copy(copy, folder, manifest) and read_manifest(copy) == manifest)


def is_signed(out: Path, day: str | None, sign: Callable[[bytes], bytes]) -> bool:
    """The issue of `day` has the signature that `sign` makes, and so has its copy in `latest`, if it is one."""
    folders = [out / folder_name(day), *([out / LATEST] if is_latest(out, day) else [])]
    return all(_has(f / SIGNATURE, sha256(sign((f / MANIFEST).read_bytes()))) for f in folders)


def publish(out: Path, day: str | None, files: Mapping[str, Body]) -> None:
    """Put an issue in place, and its copy in `latest` when no later issue is there.

    Files whose bytes are already there are not touched, and those that the issue before has, too, are shared with it.
    Raises OutputError when the folder cannot be written.
    """
    with telling(out):
        folder, *before = folders_to_share(out, day)
        swap(folder, files, out / WORK, share=before[0] if before else None)
        if is_latest(out, day):  # after a power cut the next run makes it again
            swap(out / LATEST, files, out / WORK, share=folder, durable=False)


def folders_to_share(out: Path, day: str | None) -> tuple[Path, ...]:
    """The folder of the issue of `day`, and that of the issue before it, if there is one."""
    before = [folder for folder in issue_folders(out) if folder.name < folder_name(day)]
    return (out / folder_name(day), *before[-1:])


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


def swap(
    folder: Path, files: Mapping[str, Body], work: Path, *, share: Path | None = None, durable: bool = True
) -> None:
    """Make `folder` hold exactly these files of ours, all at once; what others put there stays.

    The files are written beside the folder and the two exchanged, so that a reader, or a run that dies, sees the old
    ones or the new ones. A file that `share` has with the same bytes is a link to that one, but for Markdown, which is
    there to be edited. Raises OSError.
    """
    recover(folder, work)
    if _is_same(folder, files):
        return
    stage = work / f"new-{folder.name}"
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(parents=True)
    try:
        for name, body in files.items():
            shared = [share / name] if share is not None and not name.endswith(".md") else []
            _place(stage / name, [folder / name, *shared], body, durable=durable)
        for name in _others(folder, files):
            _copy(folder / name, stage / name)
        if durable:
            for held in {stage, *((stage / name).parent for name in files)}:
                _sync(held)
        _exchange(stage, folder, work / f"old-{folder.name}")
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def recover(folder: Path, work: Path) -> None:
    """Put back a folder that a run set aside and died before it could put the new one in its place."""
    aside = work / f"old-{folder.name}"
    if aside.is_dir() and not folder.exists():
        aside.rename(folder)
    shutil.rmtree(aside, ignore_errors=True)


def _is_same(folder: Path, files: Mapping[str, Body]) -> bool:
    same = all(_holds(folder / name, body) for name, body in files.items())
    return same and folder.is_dir() and not any(_stale(folder, files))


def _holds(path: Path, body: Body) -> bool:
    """The file is there and has these bytes."""
    if not path.is_file():
        return False
    if isinstance(body, Kept):
        return path.samefile(body.path) or _has(path, body.sha256)
    return path.stat().st_size == len(body) and path.read_bytes() == body


def _stale(folder: Path, files: Mapping[str, Body]) -> Iterator[str]:
    """Outputs of an earlier build of the issue that this one does not have."""
    earlier = read_manifest(folder)
    outputs = (*filter(is_inside, (earlier or {}).get("outputs", ())), SIGNATURE)
    yield from (name for name in outputs if name not in files and (folder / name).exists())


def _others(folder: Path, files: Mapping[str, Body]) -> Iterator[str]:
    """The names of what stands in the folder, or in one of ours in it, and is no output of ours."""
    if not folder.is_dir():
        return
    own = {*files, *_stale(folder, files), MANIFEST}
    ours = {str(above) for name in own for above in PurePath(name).parents}
    for place in [folder, *sorted(folder / name for name in ours if name != ".")]:
        for path in sorted(place.iterdir()) if place.is_dir() else ():
            name = path.relative_to(folder).as_posix()
            if name not in own and name not in ours:
                yield name


def _place(new: Path, known: Iterable[Path], body: Body, *, durable: bool) -> None:
    """The file with these bytes: a known one itself where it has them, so that its age and its place on disk stay."""
    new.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(body, Kept):
        _copy(body.path, new)
        return
    for old in known:
        if _holds(old, body):
            _copy(old, new)
            return
    with new.open("wb") as stream:
        stream.write(body)
        if durable:
            stream.flush()
            os.fsync(stream.fileno())


def _copy(old: Path, new: Path) -> None:
    new.parent.mkdir(parents=True, exist_ok=True)
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
