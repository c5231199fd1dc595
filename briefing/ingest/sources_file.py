"""`sources.toml`: sources named once, with what a desk knows of them, so that a timer can run the same command."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from briefing.errors import UsageError
from briefing.records import Metadata
from briefing.toml_file import parsed

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
        rows = parsed(Path(path).read_bytes(), path).get("source", [])
    except OSError as fault:
        raise UsageError(f"{path}: cannot be read: {fault.strerror}") from fault
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
    kind = "url" if "url" in row else "path"
    if not row[kind].strip():
        raise UsageError(f"{where}: its `{kind}` is empty: say where the source is")
    source = row["url"] if kind == "url" else str(folder / row["path"])
    return Named(source, Metadata(**{key: row[key] for key in ("publisher", "reliability", "language") if key in row}))
