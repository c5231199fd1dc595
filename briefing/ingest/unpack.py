"""From the bytes of one file or page to the documents in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefing.ingest.archives import read_tar, read_warc, read_zip, unsqueeze
from briefing.ingest.feeds import read_feed
from briefing.ingest.frontmatter import front_matter
from briefing.ingest.newsletters import read_mail, read_mbox
from briefing.ingest.options import IngestOptions, Item
from briefing.ingest.rows import read_json
from briefing.ingest.sniff import Kind, sniff
from briefing.records import Metadata, Problem, RawDocument

_MEDIA = {"text": "text/plain", "html": "text/html"}
_ARCHIVES: dict[Kind, Callable[[bytes, str, IngestOptions], Iterator[tuple[str, bytes | Problem]]]] = {
    "tar": read_tar,
    "zip": read_zip,
}
_PACKED = {"gzip", "xz", *_ARCHIVES}
_DEEPEST = 3  # archives within archives
Reader = Callable[[bytes, str, Metadata, IngestOptions], Iterator[Item]]
_READERS: dict[Kind, Reader] = {
    "feed": read_feed,
    "warc": read_warc,
    "mail": read_mail,
    "mbox": read_mbox,
    "rows": read_json,
}


def unpack(body: bytes, source: str, metadata: Metadata, options: IngestOptions, *, depth: int = 0) -> Iterator[Item]:
    """The documents in `body`. Bytes that cannot be read are a problem, never an exception."""
    kind = sniff(body, source)
    if kind == "empty":
        yield Problem("source.empty", source, "nothing in it")
    elif kind in _PACKED:
        yield from _packed(kind, body, source, metadata, options, depth)
    elif kind in _READERS:
        yield from _READERS[kind](body, source, metadata, options)
    elif len(body) > options.max_bytes:
        yield Problem("source.too_large", source, f"larger than {options.max_bytes} bytes: not read")
    elif kind == "markdown":
        yield RawDocument(source, "text/markdown", body, front_matter(body, metadata))
    elif kind in _MEDIA:
        yield RawDocument(source, _MEDIA[kind], body, metadata)
    else:
        yield Problem("source.binary", source, "not a text that can be read: left out")


def _packed(
    kind: Kind, body: bytes, source: str, metadata: Metadata, options: IngestOptions, depth: int
) -> Iterator[Item]:
    if depth >= _DEEPEST:
        yield Problem("source.nested", source, f"archives nested more than {_DEEPEST} deep: not read")
    elif kind in _ARCHIVES:
        for name, part in _ARCHIVES[kind](body, source, options):
            if isinstance(part, Problem):
                yield part
            else:
                yield from unpack(part, name, metadata, options, depth=depth + 1)
    else:
        inner = unsqueeze(kind, body, source, options)
        if isinstance(inner, Problem):
            yield inner
        else:
            name = source.removesuffix(".gz").removesuffix(".xz").removesuffix(".tgz")
            yield from unpack(inner, name, metadata, options, depth=depth + 1)
