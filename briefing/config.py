"""Settings in a file: `briefing.toml`, or `[tool.briefing]` of a `pyproject.toml`, for runs that nobody types.

The nearest file in the folder of the run or above it counts, and for what it does not say, the user's own. What is
given on the command line counts before both.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.errors import UsageError
from briefing.toml_file import parsed

NAME = "briefing.toml"
_PROJECT = "pyproject.toml"

# Settings of `briefing build` by the names of its options, each with the type that its value has.
SETTINGS: Mapping[str, type] = {
    "sources": list,
    "profile": str,
    "out": str,
    "state": str,
    "format": str,
    "since": str,
    "as-of": str,
    "max-age": int,
    "corrections": str,
    "only-new": bool,
    "all": bool,
    "strict": bool,
    "reread": bool,
    "jobs": int,
    "scheduler": str,
    "quiet": bool,
    "log-format": str,
    "method": str,
    "engine": str,
    "sentences": int,
    "words": int,
    "length": str,
    "sections": str,
    "max-share": float,
    "language": str,
    "templates": str,
    "mail": dict,
}
MAIL: Mapping[str, type] = {"host": str, "port": int, "starttls": bool, "user": str, "from": str, "to": list}
_PATHS = frozenset({"sources", "profile", "corrections", "out", "state", "templates"})
# What the parameters of the command are called where the option's name cannot be it.
PARAMETERS: Mapping[str, str] = {"profile": "profile_name", "format": "formats", "all": "all_articles"}
_KINDS = {
    str: "a text",
    int: "a number",
    float: "a number",
    bool: "true or false",
    list: "a list of texts",
    dict: "a table",
}


@dataclass(frozen=True, slots=True)
class Setting:
    """One value, and the file that it comes from."""

    value: Any
    file: Path


def load(folder: Path, user: Path | None) -> dict[str, Setting]:
    """The settings for a run in `folder`, those of the user's folder behind them. Raises UsageError for a bad file."""
    found: dict[str, Setting] = {}
    files = [_nearest(folder), user / NAME if user else None]
    for file in files:
        if file is not None and file.is_file():
            for name, value in _read(file).items():
                found.setdefault(name, Setting(value, file))
    return found


def defaults(settings: Mapping[str, Setting]) -> dict[str, Any]:
    """The settings as defaults of the command's parameters."""
    used = {name: setting.value for name, setting in settings.items() if name != "mail"}
    return {PARAMETERS.get(name, name.replace("-", "_")): value for name, value in used.items()}


def _nearest(folder: Path) -> Path | None:
    """The first file with settings in the folder or above it."""
    for above in (folder, *folder.parents):
        if (above / NAME).is_file():
            return above / NAME
        if (above / _PROJECT).is_file() and "briefing" in _toml(above / _PROJECT).get("tool", {}):
            return above / _PROJECT
    return None


def _read(file: Path) -> dict[str, Any]:
    rows = _toml(file)
    if file.name == _PROJECT:
        rows = rows["tool"]["briefing"]
    faults = [*_faults(file, rows, SETTINGS, ""), *_faults(file, _table(rows.get("mail")), MAIL, "mail.")]
    if faults:
        raise UsageError("\n".join(faults))
    return {name: _placed(name, value, file.parent) for name, value in rows.items()}


def _toml(file: Path) -> dict[str, Any]:
    try:
        return parsed(file.read_bytes(), str(file))
    except OSError as error:
        raise UsageError(f"{file}: cannot be read: {error.strerror}") from error


def _table(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _faults(file: Path, rows: Mapping[str, Any], known: Mapping[str, type], prefix: str) -> Iterator[str]:
    for name, value in rows.items():
        kind = known.get(name)
        if kind is None:
            close = difflib.get_close_matches(name, known, 1)
            hint = f"did you mean {close[0]!r}?" if close else f"known: {', '.join(known)}"
            yield f"{file}: {prefix}{name}: no such setting: {hint}"
        elif type(value) is not kind or (isinstance(value, list) and not all(isinstance(v, str) for v in value)):
            yield f"{file}: {prefix}{name}: must be {_KINDS[kind]}"


def _placed(name: str, value: Any, folder: Path) -> Any:
    """A path as seen from the file that names it. A name or URL that is no path there stays what it is."""
    if name not in _PATHS:
        return value
    if name == "sources":
        return tuple(_path(item, folder, must_exist=True) for item in value)
    return _path(value, folder, must_exist=name == "profile")


def _path(value: str, folder: Path, *, must_exist: bool) -> str:
    path = Path(os.path.normpath(folder / value))
    is_pattern = any(mark in value for mark in "*?[") and "://" not in value
    return str(path) if path.exists() or is_pattern or not must_exist else value
