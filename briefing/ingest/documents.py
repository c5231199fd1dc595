"""From the bytes of one file or page to the documents in them."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.ingest.options import IngestOptions, Item
from briefing.ingest.rows import read_json
from briefing.ingest.sniff import sniff
from briefing.records import Metadata, Problem, RawDocument

_MEDIA = {"text": "text/plain", "html": "text/html", "markdown": "text/markdown"}


def documents(body: bytes, source: str, metadata: Metadata, options: IngestOptions) -> Iterator[Item]:
    """The documents in `body`. Bytes that cannot be read are a problem, never an exception."""
    kind = sniff(body, source)
    if len(body) > options.max_bytes:
        yield Problem("source.too_large", source, f"larger than {options.max_bytes} bytes: not read")
    elif kind == "empty":
        yield Problem("source.empty", source, "nothing in it")
    elif kind == "rows":
        yield from read_json(body, source, options)
    elif kind in _MEDIA:
        yield RawDocument(source, _MEDIA[kind], body, metadata)
    else:
        yield Problem("source.binary", source, "not a text that can be read: left out")
