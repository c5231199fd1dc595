"""The articles as a briefing lists them."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.records import Assigned, DateEvidence


@dataclass(frozen=True, slots=True)
class Source:
    """One article as the briefing lists it. Pages number their sources, in the order of the briefing."""

    id: str  # by which citations name it: the same in every issue, as long as name and bytes stay
    article: str  # the id that it came with, else its name
    source: str  # file name relative to the given folder, or URL
    also_at: tuple[str, ...]
    title: str | None
    publisher: str | None
    author: str | None
    url: str | None
    language: str
    published: str | None
    dated_by: DateEvidence
    page_shows: DateEvidence | None
    page_date: str | None
    inferred: InferredDate | None
    reliability: str | None
    assigned: Assigned  # by the desk
    relays: tuple[str, ...]  # agencies and outlets named as receiving the words: "told Reuters"
    flags: tuple[Flag, ...]
    sha256: str
    words: int  # of the article
    words_quoted: int  # of the article that the briefing reproduces
    statements: int
    strand: str  # id of the first source of its strand: those share an origin


@dataclass(frozen=True, slots=True)
class InferredDate:
    """A bound on an undated article, from a dated one with the same events. Never used as a fact."""

    iso: str  # a day or an interval
    from_source: str  # Source.id
    shared: tuple[str, ...]  # the word sequences that both have


@dataclass(frozen=True, slots=True)
class Flag:
    """Something a reader should know of a source, with the words that show it."""

    code: str  # "scare_quotes", "automation_notice", "unbalanced_quotes", "altered_agency_text", …
    words: tuple[str, ...]
    count: int = 1
