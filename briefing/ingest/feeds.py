"""RSS, Atom and JSON Feed: the text of each entry, with its title, author, address and date."""

from __future__ import annotations

import dataclasses
import io
import json
import re
from collections.abc import Iterator
from typing import Any

from briefing.ingest.options import IngestOptions, Item
from briefing.records import Metadata, Problem, RawDocument
from briefing.steps.clean.shown import shown_lines

# No feed needs a document type; entity bombs and external entities live in it.
_DOCTYPE = re.compile(
    rb"<!DOCTYPE[^\[>]{0,2000}(?:\[[^\]]{0,100000}\])?[^>]{0,200}>|<!ENTITY[^>]{0,2000}>", re.IGNORECASE
)


def read_feed(body: bytes, source: str, metadata: Metadata, options: IngestOptions) -> Iterator[Item]:
    """The entries of a feed as extracted documents, named by their number; an entry without words is a problem."""
    entries, publisher = _json_entries(body) if body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else _entries(body)
    if not entries:
        yield Problem("source.empty", source, "a feed without entries")
    for number, entry in enumerate(entries[: options.max_documents], 1):
        name = f"{source}#{number}"
        text = "\n\n".join(line.text for line in shown_lines(entry.pop("html")).lines)
        known = {key: value for key, value in entry.items() if value}
        given = dataclasses.replace(metadata, published_by="feed", **known)
        given = dataclasses.replace(given, publisher=metadata.publisher or publisher)
        if text.strip():
            yield RawDocument(name, "text/plain", text.encode(), given, extracted=True)
        else:
            yield Problem("source.empty", name, "a feed entry without text")


def links(body: bytes) -> list[str]:
    """The addresses that the entries of a feed point to, in order, without repetitions."""
    entries, _ = _json_entries(body) if body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else _entries(body)
    return list(dict.fromkeys(entry["url"] for entry in entries if entry["url"]))


def _entries(body: bytes) -> tuple[list[dict[str, Any]], str | None]:
    import feedparser  # noqa: PLC0415 - slow to import

    # Given bytes, it fetches nothing. Dates are taken as they are written: it turns days that do not exist into others.
    feed = feedparser.parse(io.BytesIO(_DOCTYPE.sub(b"", body)), sanitize_html=False, resolve_relative_uris=False)
    found = []
    for entry in feed.entries:
        contents = [part.get("value") or "" for part in entry.get("content", [])]
        found.append(
            {
                "id": entry.get("id"),
                "title": _plain(entry.get("title")),
                "author": _plain(entry.get("author")),
                "published": entry.get("published") or entry.get("updated"),
                "url": entry.get("link"),
                "html": max([*contents, entry.get("summary") or ""], key=len),
            }
        )
    return found, _plain(feed.feed.get("title"))


def _json_entries(body: bytes) -> tuple[list[dict[str, Any]], str | None]:
    try:
        feed = json.loads(body)
    except (ValueError, RecursionError):
        return [], None
    items = feed.get("items") if isinstance(feed, dict) else None
    found = [_json_entry(item) for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    return found, _word(feed.get("title")) if isinstance(feed, dict) else None


def _json_entry(item: dict[str, Any]) -> dict[str, Any]:
    plain = _word(item.get("content_text"))
    escaped = plain.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>") if plain else None
    authors = item.get("authors")
    author = authors[0] if isinstance(authors, list) and authors else item.get("author")
    return {
        "id": _word(item.get("id")),
        "title": _word(item.get("title")),
        "author": _word(author.get("name")) if isinstance(author, dict) else None,
        "published": _word(item.get("date_published")),
        "url": _word(item.get("url")),
        "html": _word(item.get("content_html")) or escaped or _word(item.get("summary")) or "",
    }


def _word(value: object) -> str | None:
    return (value.strip() or None) if isinstance(value, str) else None


def _plain(value: str | None) -> str | None:
    """Text that may hold markup, as plain text."""
    return " ".join(line.text for line in shown_lines(value).lines) or None if value else None
