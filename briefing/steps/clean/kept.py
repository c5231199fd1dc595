"""Put the kept paragraphs together and keep the way back to the decoded source."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from briefing.records import Article, Paragraph, ParagraphKind, RawDocument, Run, Span

# Characters that nobody sees and that turn text round, hide words or break them apart: controls but for tab and the
# newlines, soft hyphens, zero-width spaces, bidirectional marks and overrides, byte-order marks. A zero-width joiner
# is left out beside ASCII only: elsewhere scripts and emoji are spelled with it.
_HIDDEN = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
)
_INVISIBLE = re.compile(f"[{_HIDDEN}]|[\u200c\u200d](?=[\x00-\x7f]|$)|(?<=[\x00-\x7f])[\u200c\u200d]")
_PERHAPS = re.compile(f"[{_HIDDEN}\u200c\u200d]")  # quick to rule out

# The kinds of `LineLabel` that are paragraphs of the article.
KEPT: dict[str, ParagraphKind] = {
    "body": "body",
    "standfirst": "standfirst",
    "subhead": "subhead",
    "quotation": "quotation",
    "signature": "signature",
}


class Block(NamedTuple):
    """One paragraph to keep: its text, and runs from that text (0 is its first character) to the decoded source."""

    text: str
    runs: tuple[Run, ...]
    kind: ParagraphKind


@dataclass(frozen=True, slots=True)
class Found:
    """What the page says about its article beside the body."""

    title: str | None = None
    title_span: Span | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None


def without_invisible(block: Block) -> Block:
    """The block without its invisible characters."""
    if not _INVISIBLE.search(block.text):
        return block
    pieces = _seen_parts(block.text, Span(0, len(block.text)))
    runs: list[Run] = []
    at = 0
    for start, end in pieces:
        for run in block.runs:
            first, last = max(start, run.text), min(end, run.text + run.length)
            if first < last:
                runs.append(Run(at + first - start, run.source + first - run.text, last - first))
        at += end - start
    return Block("".join(block.text[start:end] for start, end in pieces), tuple(runs), block.kind)


def visible(decoded: str, pieces: Iterable[Span], kind: ParagraphKind) -> Block:
    """The block that the `pieces` of the decoded source make, joined by single spaces, without invisible characters."""
    text: list[str] = []
    runs: list[Run] = []
    length = 0
    for span in pieces:
        if text:
            text.append(" ")
            length += 1
        for start, end in _seen_parts(decoded, span):
            runs.append(Run(length, start, end - start))
            text.append(decoded[start:end])
            length += end - start
    return Block("".join(text), tuple(runs), kind)


def _seen_parts(text: str, span: Span) -> list[tuple[int, int]]:
    if not _PERHAPS.search(text, span.start, span.end):
        return [(span.start, span.end)]
    start, kept = span.start, []
    for match in _INVISIBLE.finditer(text, span.start, span.end):
        if match.start() > start:
            kept.append((start, match.start()))
        start = match.end()
    if start < span.end:
        kept.append((start, span.end))
    return kept


def invisible_count(text: str) -> int:
    """How many characters of `text` are left out of an article because nobody can see them. A leading mark is none."""
    if not _PERHAPS.search(text, 1):
        return 0
    return sum(1 for match in _INVISIBLE.finditer(text) if match.start() or match.group() != "\ufeff")


def join(blocks: Iterable[Block]) -> tuple[str, tuple[Paragraph, ...], tuple[Run, ...]]:
    """The article's text (paragraphs parted by blank lines), its paragraphs, and the runs back to the source."""
    texts, paragraphs, runs = [], [], []
    at = 0
    for block in blocks:
        if not block.text:
            continue
        texts.append(block.text)
        paragraphs.append(Paragraph(Span(at, at + len(block.text)), block.kind))
        runs += [Run(at + run.text, run.source, run.length) for run in block.runs]
        at += len(block.text) + 2
    return "\n\n".join(texts), tuple(paragraphs), tuple(runs)


def article(raw: RawDocument, blocks: Iterable[Block], found: Found) -> Article:
    """The undated article; what came with the document (metadata) goes before what its page says."""
    text, paragraphs, runs = join(blocks)
    given = raw.metadata
    digest = hashlib.sha256(raw.body).hexdigest()
    return Article(
        id=given.id or raw.source,
        source=raw.source,
        text=text,
        paragraphs=paragraphs,
        offsets=runs,
        source_sha256=digest,
        title=given.title or found.title,
        title_span=None if given.title and given.title != found.title else found.title_span,
        publisher=given.publisher or found.publisher,
        author=given.author or found.author,
        url=given.url or found.url,
        language=given.language or found.language or "en",
        reliability=given.reliability,
        assigned=given.assigned,
        also_at=raw.also_at,
    )
