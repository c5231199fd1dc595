"""What comes in: a document with what came beside its words, and what is wrong with one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefing.records.spans import Span

DateRule = Literal["metadata", "feed", "url", "label", "dateline", "header", "inferred", "desk", "none"]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is wrong with a source and did not stop the run."""

    code: str  # stable and dotted: "source.empty", "quotation.unclosed"
    where: str  # the source's name
    message: str  # one line, says what is wrong and what was done about it
    span: Span | None = None  # into the decoded source, where the problem has a place


@dataclass(frozen=True, slots=True)
class Assigned:
    """What a desk says of a source's outlet, in its own words; never computed."""

    country: str | None = None
    owner: str | None = None
    lean: str | None = None
    license: str | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What came with a document beside its words: from a JSON line, a feed entry, front matter or `sources.toml`."""

    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    published_by: DateRule = "metadata"  # what kind of evidence `published` is
    url: str | None = None
    language: str | None = None
    reliability: str | None = None  # as a desk assigned it; never computed
    assigned: Assigned = Assigned()


@dataclass(frozen=True, slots=True)
class RawDocument:
    """The bytes of one document and where they came from.

    `extracted` means that the body is the article's text already (a JSON line's `text`): it is not cleaned, and
    spans point into exactly this text.
    """

    source: str  # path relative to the folder that was given, or URL; never an absolute path
    media_type: str  # "text/plain", "text/html"
    body: bytes
    metadata: Metadata = Metadata()
    extracted: bool = False
    also_at: tuple[str, ...] = ()  # other places that hold the same article
    story: str | None = None  # documents of one story, as a JSON line groups them, share this id
    problems: tuple[Problem, ...] = ()  # met while reading, before any step ran
