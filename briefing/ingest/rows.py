"""JSON lines: one article a row, or one story of several documents a row."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Iterator
from typing import Any

from briefing.ingest.options import IngestOptions, Item
from briefing.records import Metadata, Problem, RawDocument

_FIELDS = ("id", "title", "publisher", "author", "published", "url", "language", "reliability")


def read_rows(lines: Iterable[bytes], source: str, given: Metadata, options: IngestOptions) -> Iterator[Item]:
    """The documents of JSON lines, each with its row's metadata, else with what is `given` for all of them.

    A row that does not hold is a problem.
    """
    for number, line in enumerate(lines, 1):
        if line.strip(b" \t\r\n\xef\xbb\xbf"):
            yield from _read_row(line, f"{source}:{number}", given, options)


def read_json(body: bytes, source: str, given: Metadata, options: IngestOptions) -> Iterator[Item]:
    """The documents of a JSON file that holds one row, a list of rows, or JSON lines."""
    try:
        rows = json.loads(body)
    except (ValueError, RecursionError):
        yield from read_rows(body.split(b"\n"), source, given, options)
        return
    for number, row in enumerate(rows if isinstance(rows, list) else [rows], 1):
        yield from _documents(row, f"{source}:{number}", given, options)


def _read_row(line: bytes, where: str, given: Metadata, options: IngestOptions) -> Iterator[Item]:
    if len(line) > options.max_bytes:
        yield Problem("source.too_large", where, f"row of more than {options.max_bytes} bytes left out")
        return
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as fault:
        yield Problem("source.bad_row", where, f"not a JSON row: {fault}")
        return
    yield from _documents(row, where, given, options)


def _documents(row: object, where: str, given: Metadata, options: IngestOptions) -> Iterator[Item]:
    if not isinstance(row, dict):
        yield Problem("source.bad_row", where, "the row is no JSON object")
    elif isinstance(row.get("documents"), list):
        story = _word(row.get("id")) or where
        for place, part in enumerate(row["documents"], 1):
            inner = part if isinstance(part, dict) else {}
            named = {"id": f"{story}/{place}", **inner, "published": inner.get("published") or inner.get("date")}
            yield _document(named, f"{where}/{place}", given, options, story=story)
    else:
        yield _document(row, where, given, options)


def _document(
    row: dict[str, Any], where: str, given: Metadata, options: IngestOptions, *, story: str | None = None
) -> Item:
    html = row.get("html")
    body = html if isinstance(html, str) else row.get("text")
    if not isinstance(body, str) or not body.strip():
        return Problem("source.bad_row", where, "the row has neither a `text` nor an `html` with words in it")
    known = {name: value for name in _FIELDS if (value := _word(row.get(name)))}
    return RawDocument(
        source=where,
        media_type="text/html" if body is html else "text/plain",
        body=body.encode("utf-8", "replace"),  # a lone surrogate is no character
        metadata=dataclasses.replace(given, **known),  # type: ignore[arg-type]
        extracted=body is not html and not options.clean,
        story=story,
    )


def _word(value: object) -> str | None:
    """A row's value as words: numbers count, anything else that is not text does not."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return str(value).strip() or None
