"""An article taken out of its page, and its sentences."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

from briefing.records.documents import Assigned, DateRule, Problem
from briefing.records.spans import Run, Span

_SOURCE_DIGITS = 16  # hex digits: among a million sources two are alike once in forty million times
ParagraphKind = Literal["standfirst", "subhead", "body", "quotation", "signature"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of the article. Headlines are not paragraphs: see `Article.title`."""

    span: Span
    kind: ParagraphKind = "body"


@dataclass(frozen=True, slots=True)
class LineLabel:
    """The verdict on one non-empty line of the decoded source, in order: nothing is dropped without one."""

    span: Span  # into the decoded source
    kind: str  # "body", "title", "standfirst", "subhead", "quotation", "signature", "byline", "date", "boilerplate"
    rule: str  # the rule that decided, with the words behind it where there are any


@dataclass(frozen=True, slots=True)
class DateEvidence:
    """Why a date is believed: the rule, and the words with their place in the decoded source."""

    rule: DateRule
    text: str | None = None
    span: Span | None = None  # into the decoded source


@dataclass(frozen=True, slots=True)
class Article:
    """A document with the page furniture taken off."""

    id: str  # that it came with, else its name
    source: str
    text: str  # the kept paragraphs, parted by blank lines
    paragraphs: tuple[Paragraph, ...]
    offsets: tuple[Run, ...]  # ascending in `text`
    source_sha256: str  # of the bytes
    language: str  # ISO 639-1
    title: str | None = None
    title_span: Span | None = None  # into the decoded source
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    dated_by: DateEvidence = DateEvidence("none")
    page_shows: DateEvidence | None = None  # a date on the page that is not trusted
    page_date: str | None = None  # the day that `page_shows` names
    reliability: str | None = None
    assigned: Assigned = Assigned()
    also_at: tuple[str, ...] = ()
    line_starts: tuple[int, ...] = (0,)  # of the decoded source, for line numbers

    @property
    def source_id(self) -> str:
        """What citations name this article by, as long as its name and its bytes stay."""
        return source_id(self.source, self.id, self.source_sha256)


def source_id(name: str, article: str, sha256: str) -> str:
    """The id of a source, from its name, the id that it came with, and the hash of its bytes."""
    words = f"{name}\0{article}\0{sha256}".encode("utf-8", "surrogatepass")
    return f"src-{hashlib.sha256(words).hexdigest()[:_SOURCE_DIGITS]}"


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A document with its article marked off from the page around it, not yet dated.

    `decoded` is the source as text: newlines and a byte-order mark stay as they are, so that offsets hold in the file.
    """

    article: Article
    decoded: str
    labels: tuple[LineLabel, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; `paragraph` indexes Article.paragraphs."""

    index: int
    span: Span
    paragraph: int
