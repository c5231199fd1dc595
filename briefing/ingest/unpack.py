"""From the bytes of one file or page to the documents in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefing.ingest.feeds import read_feed
from briefing.ingest.frontmatter import front_matter
from briefing.ingest.options import IngestOptions, Item
from briefing.ingest.rows import read_json
from briefing.ingest.sniff import Kind, sniff
from briefing.records import Metadata, Problem, RawDocument

_MEDIA = {"text": "text/plain", "html": "text/html"}
_PACKED = {"gzip", "xz", "tar", "zip"}
_DEEPEST = 3  # archives within archives
Reader = Callable[[bytes, str, Metadata, IngestOptions], Iterator[Item]]


def unpack(body: bytes, source: str, metadata: Metadata, options: IngestOptions, *, depth: int = 0) -> Iterator[Item]:
    """The documents in `body`. Bytes that cannot be read are a problem, never an exception."""
    kind = sniff(body, source)
    if kind == "empty":
        yield Problem("source.empty", source, "nothing in it")
    elif kind in _PACKED:
        yield from _packed(kind, body, source, metadata, options, depth)
    elif reader := _reader(kind):
        yield from reader(body, source, metadata, options)
    elif len(body) > options.max_bytes:
        yield Problem("source.too_large", source, f"larger than {options.max_bytes} bytes: not read")
    elif kind == "markdown":
        yield RawDocument(source, "text/markdown", body, front_matter(body, metadata))
    elif kind in _MEDIA:
        yield RawDocument(source, _MEDIA[kind], body, metadata)
    else:
        yield Problem("source.binary", source, "not a text that can be read: left out")


def _reader(kind: Kind) -> Reader | None:
    """What reads the documents in a file of this kind; imported late, for a folder of texts has no mail or archives."""
    match kind:
        case "feed":
            return read_feed
        case "rows":
            return read_json
        case "warc":
            from briefing.ingest.archives import read_warc  # noqa: PLC0415

            return read_warc
        case "mail" | "mbox":
            from briefing.ingest.newsletters import read_mail, read_mbox  # noqa: PLC0415

            return read_mail if kind == "mail" else read_mbox
    return None


def _packed(
    kind: Kind, body: bytes, source: str, metadata: Metadata, options: IngestOptions, depth: int
) -> Iterator[Item]:
    from briefing.ingest.archives import read_tar, read_zip, unsqueeze  # noqa: PLC0415 - as in `_reader`

    if depth >= _DEEPEST:
        yield Problem("source.nested", source, f"archives nested more than {_DEEPEST} deep: not read")
    elif kind in {"tar", "zip"}:
        for name, part in (read_tar if kind == "tar" else read_zip)(body, source, options):
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
