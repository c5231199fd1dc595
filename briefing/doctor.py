"""Check the installation and the settings before a run that nobody watches."""

from __future__ import annotations

import importlib
import os
import re
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any, Literal

from briefing import __version__
from briefing import profile as profiles
from briefing.errors import BriefingError
from briefing.ingest import IngestOptions, read_sources
from briefing.languages import load
from briefing.store import NAME, Store

_NAME = re.compile(r"[\w.-]+")
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "firefox")
_SQLITE = (3, 24, 0)  # the first with ON CONFLICT DO UPDATE


@dataclass(frozen=True, slots=True)
class Finding:
    """One check: `ok`, `note` (something optional is missing), or `fault`."""

    level: Literal["ok", "note", "fault"]
    what: str
    message: str


def examine(
    settings: Mapping[str, Any], state: Path, environment: Mapping[str, str] = os.environ
) -> tuple[Finding, ...]:
    """All checks, in a fixed order. `settings` are those of `briefing build` by its options' names."""
    checks: Sequence[Callable[[], Iterator[Finding]]] = (
        _program,
        lambda: _profile(settings.get("profile")),
        lambda: _sources(settings.get("sources", ())),
        lambda: _folder("out", Path(str(settings.get("out", "out")))),
        lambda: _state(state),
        _browser,
        lambda: _mail(settings.get("mail", {}), environment),
    )
    return tuple(finding for check in checks for finding in check())


def _program() -> Iterator[Finding]:
    yield Finding("ok", "program", f"briefing {__version__} on Python {sys.version.split()[0]}")
    yield from _packages()
    if sqlite3.sqlite_version_info < _SQLITE:
        yield Finding("fault", "SQLite", f"{sqlite3.sqlite_version} is too old: 3.24 or later is needed")
    yield Finding("ok", "lexicon", f"{len(load('en').tables)} tables of English")


def _packages() -> Iterator[Finding]:
    """All packages that the program declares, with their versions; those of its extras that are missing as notes."""
    try:
        declared = metadata.requires("briefing") or []
    except metadata.PackageNotFoundError:
        yield Finding("fault", "packages", "briefing itself is not installed: pip install .")
        return
    parsed = [(_NAME.findall(row)[0], row) for row in declared]
    needed = [name for name, row in parsed if "extra ==" not in row]
    missing = [name for name in needed if not _imports(name.replace("-", "_"))]
    if missing:
        yield Finding("fault", "packages", f"cannot be imported: {', '.join(missing)}: install briefing again")
    found = [f"{name} {metadata.version(name)}" for name in needed if name not in missing]
    yield Finding("ok", "packages", ", ".join(found))
    for name, row in parsed:
        extra = re.search(r"extra == ['\"](\w+)['\"]", row)
        if extra and extra[1] != "dev" and not _imports(name.replace("-", "_")):
            yield Finding("note", "packages", f"{name} is not installed: pip install 'briefing[{extra[1]}]'")


def _imports(name: str) -> bool:
    try:
        importlib.import_module(name)
    except ImportError:
        return False
    return True


def _profile(name: str | None) -> Iterator[Finding]:
    if name is None:
        yield Finding("note", "profile", "none set: give --profile or set it in briefing.toml")
        return
    try:
        profile = profiles.load(name)
    except BriefingError as error:
        yield from (Finding("fault", "profile", line) for line in str(error).splitlines())
        return
    yield Finding("ok", "profile", f"{name}: {len(profile.parties)} parties, {len(profile.issues)} issues")


def _sources(sources: Sequence[str]) -> Iterator[Finding]:
    """Files are read; an address is not asked: a check must not depend on others."""
    local = [source for source in sources if "://" not in source]
    if not local:
        yield Finding("note", "sources", "none set, or none that are files")
        return
    try:
        found = read_sources(local, IngestOptions())
    except BriefingError as error:
        yield Finding("fault", "sources", str(error))
        return
    level: Literal["ok", "fault"] = "ok" if found.documents else "fault"
    yield Finding(level, "sources", f"{len(found.documents)} documents, {len(found.problems)} that cannot be read")


def _folder(what: str, folder: Path) -> Iterator[Finding]:
    there = next(place for place in (folder.absolute(), *folder.absolute().parents) if place.exists())
    if not there.is_dir() or not os.access(there, os.W_OK):
        yield Finding("fault", what, f"{folder} cannot be written")
        return
    free = shutil.disk_usage(there).free // 2**20
    yield Finding("ok" if free > 100 else "fault", what, f"{folder} can be written, {free} MiB free")


def _state(folder: Path) -> Iterator[Finding]:
    yield from _folder("state", folder)
    if not (folder / NAME).is_file():
        return
    try:
        with Store(folder) as store:
            faults = store.check()
            counts = ", ".join(f"{count} {name}" for name, count in store.counts().items())
    except BriefingError as error:
        yield Finding("fault", "store", str(error))
        return
    yield from (Finding("fault", "store", fault) for fault in faults)
    if not faults:
        yield Finding("ok", "store", counts)


def _browser() -> Iterator[Finding]:
    found = next((path for name in _BROWSERS if (path := shutil.which(name))), None)
    if found:
        yield Finding("ok", "browser", found)
    else:
        yield Finding("note", "browser", "none found: only needed to look at the pages here")


def _mail(settings: Mapping[str, Any], environment: Mapping[str, str]) -> Iterator[Finding]:
    """The settings alone: nothing is sent, and no server is asked."""
    if not settings:
        yield Finding("note", "mail", "no [mail] in briefing.toml: mails are written as files only")
        return
    missing = [name for name in ("host", "from", "to") if not settings.get(name)]
    if missing:
        yield Finding("fault", "mail", f"[mail] lacks {', '.join(missing)}")
    elif settings.get("user") and "BRIEFING_MAIL_PASSWORD" not in environment:
        yield Finding("fault", "mail", "[mail] names a user, but BRIEFING_MAIL_PASSWORD is not set")
    else:
        yield Finding("ok", "mail", f"{settings['host']}, to {', '.join(settings['to'])}")
