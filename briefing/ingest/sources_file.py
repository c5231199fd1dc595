"""`sources.toml`: sources named once, with what a desk knows of them, so that a timer can run the same command."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, NamedTuple

from briefing.errors import UsageError
from briefing.records import Metadata

_KEYS = frozenset({"url", "path", "publisher", "reliability", "language"})


class Named(NamedTuple):
    """A source as it would be given on the command line, and what is known of all documents in it."""

    source: str
    metadata: Metadata


def is_sources_file(source: str) -> bool:
    """True for the path of a TOML file."""
    return source.endswith(".toml") and Path(source).is_file()


def read_sources_file(path: str) -> list[Named]:
    """The sources that the file names, in order; paths count from the file's folder. Raises UsageError on any fault."""
    try:
        rows = tomllib.loads(Path(path).read_text(encoding="utf-8")).get("source", [])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as fault:
        raise UsageError(f"{path}: no TOML that can be read: {fault}") from fault
    if not isinstance(rows, list) or not rows:
        raise UsageError(f"{path}: no [[source]] in it: give each one a `url` or a `path`")
    return [_named(row, f"{path}: source {number}", Path(path).parent) for number, row in enumerate(rows, 1)]


def _named(row: Any, where: str, folder: Path) -> Named:
    if not isinstance(row, dict) or not all(isinstance(value, str) for value in row.values()):
        raise UsageError(f"{where}: its fields must be words in quotation marks")
    unknown = sorted(row.keys() - _KEYS)
    if unknown:
        raise UsageError(f"{where}: unknown field {unknown[0]!r}: known are {', '.join(sorted(_KEYS))}")
    if ("url" in row) == ("path" in row):
        raise UsageError(f"{where}: needs either a `url` or a `path`")
    source = row["url"] if "url" in row else str(folder / row["path"])
    return Named(source, Metadata(**{key: row[key] for key in ("publisher", "reliability", "language") if key in row}))
