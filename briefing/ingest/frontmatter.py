"""The fields at the head of a Markdown file, between two lines of dashes."""

from __future__ import annotations

import dataclasses
import re

from briefing.records import Metadata

FENCE = re.compile(rb"\A(?:\xef\xbb\xbf)?---[ \t]*\r?\n(.{0,20000}?)^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(r"^([A-Za-z_]{1,30}):[ \t]*(.{1,500})$", re.MULTILINE)
_NAMES = {
    "title": "title",
    "author": "author",
    "authors": "author",
    "by": "author",
    "date": "published",
    "published": "published",
    "publisher": "publisher",
    "source": "publisher",
    "site": "publisher",
    "url": "url",
    "link": "url",
    "lang": "language",
    "language": "language",
}


def front_matter(body: bytes, metadata: Metadata) -> Metadata:
    """`metadata` with the simple fields of the file's front matter; what was given already stays."""
    fence = FENCE.match(body)
    if fence is None:
        return metadata
    found: dict[str, str] = {}
    for name, value in _FIELD.findall(fence.group(1).decode("utf-8", "replace")):
        field = _NAMES.get(name.lower())
        plain = value.strip().strip("\"'[]").strip()
        if field and plain and getattr(metadata, field) is None:
            found.setdefault(field, plain)
    return dataclasses.replace(metadata, **found)  # type: ignore[arg-type]
