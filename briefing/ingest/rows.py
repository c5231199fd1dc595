"""JSON lines: one article a row, or one story of several documents a row."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from briefing.ingest.options import IngestOptions, Item
from briefing.records import Metadata, Problem, RawDocument

_FIELDS = ("title", "publisher", "author", "published", "url", "language", "reliability")


def read_rows(lines: Iterable[bytes], source: str, options: IngestOptions) -> Iterator[Item]:
    """The documents of JSON lines, each with its row's metadata; a row that does not hold is a problem."""
    for number, line in enumerate(lines, 1):
        if line.strip(b" \t\r\n\xef\xbb\xbf"):
            yield from _read_row(line, source, number, options)


def read_json(body: bytes, source: str, options: IngestOptions) -> Iterator[Item]:
    """The documents of a JSON file that holds one row, a list of rows, or JSON lines."""
    try:
        rows = json.loads(body)
    except (ValueError, RecursionError):
        yield from read_rows(body.split(b"\n"), source, options)
        return
    for number, row in enumerate(rows if isinstance(rows, list) else [rows], 1):
        yield from _documents(row, source, number, options)


def _read_row(line: bytes, source: str, number: int, options: IngestOptions) -> Iterator[Item]:
    if len(line) > options.max_bytes:
        yield Problem("source.too_large", f"{source}:{number}", f"row of {len(line)} bytes left out")
        return
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as fault:
        yield Problem("source.bad_row", f"{source}:{number}", f"not a JSON row: {fault}")
        return
    yield from _documents(row, source, number, options)


def _documents(row: object, source: str, number: int, options: IngestOptions) -> Iterator[Item]:
    where = f"{source}:{number}"
    if not isinstance(row, dict):
        yield Problem("source.bad_row", where, "the row is no JSON object")
    elif isinstance(row.get("documents"), list):
        story = _word(row.get("id")) or where
        for place, part in enumerate(row["documents"], 1):
            inner = part if isinstance(part, dict) else {}
            named = {"id": f"{story}/{place}", **inner, "published": inner.get("published") or inner.get("date")}
            yield _document(named, f"{where}/{place}", options, story)
    else:
        yield _document(row, where, options, None)


def _document(row: dict[str, Any], where: str, options: IngestOptions, story: str | None) -> Item:
    html = row.get("html")
    body = html if isinstance(html, str) else row.get("text")
    if not isinstance(body, str) or not body.strip():
        return Problem("source.bad_row", where, "the row has neither a `text` nor an `html` with words in it")
    metadata = Metadata(id=_word(row.get("id")), **{name: _word(row.get(name)) for name in _FIELDS})
    return RawDocument(
        source=where,
        media_type="text/html" if body is html else "text/plain",
        body=body.encode("utf-8", "surrogatepass").decode("utf-8", "replace").encode("utf-8"),
        metadata=metadata,
        extracted=body is not html and not options.clean,
        story=story,
    )


def _word(value: object) -> str | None:
    """A row's value as words: numbers count, anything else that is not text does not."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return str(value).strip() or None
