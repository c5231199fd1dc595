"""`sources.toml`: sources named once, with what a desk knows of them, so that a timer can run the same command."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, NamedTuple

from briefing.errors import UsageError
from briefing.records import Assigned, Metadata, RawDocument
from briefing.toml_file import parsed

_ASSIGNED = tuple(field.name for field in dataclasses.fields(Assigned))
_PLAIN = ("publisher", "reliability", "language")
_KNOWN = frozenset({*_ASSIGNED, *_PLAIN, "published"})


class Named(NamedTuple):
    """A source as it would be given on the command line, and what is known of all documents in it."""

    source: str
    metadata: Metadata


class About(NamedTuple):
    """What a desk knows of the documents whose name, or address, a pattern matches ("*/gazette-*.html")."""

    match: str
    known: Mapping[str, str]


class SourcesFile(NamedTuple):
    """The sources that a file names, and what it says of documents by their names."""

    sources: tuple[Named, ...]
    about: tuple[About, ...]


def is_sources_file(source: str) -> bool:
    """True for the path of a TOML file."""
    return source.endswith(".toml") and Path(source).is_file()


def read_sources_file(path: str) -> SourcesFile:
    """What the file holds, in its order; paths count from the file's folder. Raises UsageError on any fault."""
    try:
        rows = parsed(Path(path).read_bytes(), path)
    except OSError as fault:
        raise UsageError(f"{path}: cannot be read: {fault.strerror}") from fault
    sources, about = rows.get("source", []), rows.get("about", [])
    if not isinstance(sources, list) or not sources:
        raise UsageError(f"{path}: no [[source]] in it: give each one a `url` or a `path`")
    if not isinstance(about, list):
        raise UsageError(f"{path}: write [[about]], one for each pattern")
    return SourcesFile(
        tuple(_named(row, f"{path}: source {number}", Path(path).parent) for number, row in enumerate(sources, 1)),
        tuple(_about(row, f"{path}: about {number}") for number, row in enumerate(about, 1)),
    )


def told(raw: RawDocument, about: Iterable[About]) -> RawDocument:
    """The document with what the desk says of documents of its name: the last pattern that matches goes first."""
    for row in about:
        if fnmatchcase(raw.source, row.match):
            raw = dataclasses.replace(raw, metadata=_with(raw.metadata, row.known))
    return raw


def _named(row: Any, where: str, folder: Path) -> Named:
    fields = _fields(row, where, {"url", "path"})
    if ("url" in fields) == ("path" in fields):
        raise UsageError(f"{where}: needs either a `url` or a `path`")
    kind = "url" if "url" in fields else "path"
    if not fields[kind].strip():
        raise UsageError(f"{where}: its `{kind}` is empty: say where the source is")
    return Named(fields["url"] if kind == "url" else str(folder / fields["path"]), _with(Metadata(), fields))


def _about(row: Any, where: str) -> About:
    fields = _fields(row, where, {"match"})
    if not fields.get("match", "").strip():
        raise UsageError(f'{where}: needs a `match`, such as match = "*gazette*"')
    return About(fields["match"], {key: value for key, value in fields.items() if key != "match"})


def _fields(row: Any, where: str, own: set[str]) -> dict[str, str]:
    """The fields of a row as words. Raises UsageError for one that is unknown or says nothing."""
    if not isinstance(row, dict):
        raise UsageError(f"{where}: its fields must be words in quotation marks")
    if isinstance(row.get("published"), date):
        row = {**row, "published": row["published"].isoformat()[:10]}
    if not all(isinstance(value, str) for value in row.values()):
        raise UsageError(f"{where}: its fields must be words in quotation marks")
    unknown = sorted(row.keys() - _KNOWN - own)
    if unknown:
        raise UsageError(f"{where}: unknown field {unknown[0]!r}: known are {', '.join(sorted(_KNOWN | own))}")
    try:
        date.fromisoformat(row.get("published", "2000-01-01"))
    except ValueError as fault:
        raise UsageError(f"{where}: published {row['published']!r} is no day: write it as 2024-04-09") from fault
    return dict(row)


def _with(metadata: Metadata, fields: Mapping[str, str]) -> Metadata:
    assigned = {key: fields[key] for key in _ASSIGNED if key in fields}
    known: dict[str, Any] = {key: fields[key] for key in _PLAIN if key in fields}
    if "published" in fields:
        known |= {"published": fields["published"], "published_by": "desk"}
    return dataclasses.replace(metadata, assigned=dataclasses.replace(metadata.assigned, **assigned), **known)
