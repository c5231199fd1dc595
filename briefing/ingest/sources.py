"""The sources of one run, one after the other, and the names they go by."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from briefing.ingest.documents import documents
from briefing.ingest.files import Place, find, read
from briefing.ingest.options import DEFAULT, Ingested, IngestOptions, Item
from briefing.ingest.rows import read_rows
from briefing.records import Metadata, Problem

_STREAMED = (".jsonl", ".ndjson")


def read_sources(
    sources: Sequence[str], options: IngestOptions = DEFAULT, *, stdin: BinaryIO | None = None
) -> Ingested:
    """All documents of the sources, in a stable order, and a problem for each that cannot be read.

    Raises UsageError for a path that does not exist.
    """
    documents_, problems = [], []
    for item in iter_sources(sources, options, stdin=stdin):
        if isinstance(item, Problem):
            problems.append(item)
        else:
            documents_.append(item)
    return Ingested(tuple(documents_), tuple(problems))


def iter_sources(
    sources: Sequence[str], options: IngestOptions = DEFAULT, *, stdin: BinaryIO | None = None
) -> Iterator[Item]:
    """As `read_sources`, one after the other."""
    taken: dict[str, Path] = {}
    for source in sources:
        if source == "-":
            stream = stdin or sys.stdin.buffer
            yield from documents(stream.read(options.max_bytes + 1), "stdin", Metadata(), options)
            continue
        for place in find(source):
            if isinstance(place, Problem):
                yield place
            else:
                yield from _file(_named(place, taken), options)


def _named(place: Place, taken: dict[str, Path]) -> Place:
    """The place under a name that no other file of the run has: the folders above it tell two of a name apart."""
    path, name = place
    above = list(path.resolve().parents)
    deeper = name.count("/")
    while name in taken and taken[name] != path.resolve() and deeper < len(above) - 1:
        name = f"{above[deeper].name}/{name}"
        deeper += 1
    taken[name] = path.resolve()
    return Place(path, name)


def _file(place: Place, options: IngestOptions) -> Iterator[Item]:
    if place.path.suffix.lower() in _STREAMED and place.path.is_file():
        yield from _rows(place, options)
        return
    body = read(place, options)
    if isinstance(body, Problem):
        yield body
    else:
        yield from documents(body, place.name, Metadata(), options)


def _rows(place: Place, options: IngestOptions) -> Iterator[Item]:
    """JSON lines are read line by line: such a file may be larger than any one document."""
    try:
        with place.path.open("rb") as stream:
            yield from read_rows(_bounded(stream, options.max_bytes), place.name, options)
    except OSError as fault:
        yield Problem("source.unreadable", place.name, f"cannot be read: {fault.strerror or fault}")


def _bounded(stream: BinaryIO, limit: int) -> Iterable[bytes]:
    """Lines of the stream; of one longer than `limit`, only so much that its length shows."""
    while line := stream.readline(limit + 2):
        whole = line
        while len(whole) > limit and not line.endswith(b"\n") and (line := stream.readline(limit)):
            pass  # skip the rest of the long line
        yield whole
