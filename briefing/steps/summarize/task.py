"""What a summary is made from and how long it may be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from briefing.records import ParagraphKind

# What a reader wants of several documents: what they agree on, what is new, or one sentence a day.
View = Literal["story", "news", "timeline"]


@dataclass(frozen=True, slots=True)
class Budget:
    """How much may be picked: sentences, words between white space, or both. Raises ValueError without any."""

    sentences: int | None = None
    words: int | None = None

    def __post_init__(self) -> None:
        """Refuse a budget that nothing fits in."""
        given = [limit for limit in (self.sentences, self.words) if limit is not None]
        if not given or min(given) < 1:
            raise ValueError("a budget needs a number of sentences or of words, at least 1")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may be picked, with what other steps know about it."""

    text: str
    paragraph: int = 0  # within its document
    kind: ParagraphKind = "body"
    document: int = 0  # index into SummaryInput.documents
    attributed: bool = False  # holds a statement that somebody makes, as the attribution step found


@dataclass(frozen=True, slots=True)
class Source:
    """One document of a summary."""

    title: str | None = None
    date: str | None = None  # ISO 8601


@dataclass(frozen=True, slots=True)
class SummaryInput:
    """The sentences of one article or of a story, documents one after the other, each in text order."""

    candidates: tuple[Candidate, ...]
    documents: tuple[Source, ...] = (Source(),)
    query: str | None = None  # what the reader asks about: the summary favours its words
    began: str | None = None  # day of the story's first document, which need not be among these


@dataclass(frozen=True, slots=True)
class Score:
    """How one sentence was judged: the weighted parts by name, and their sum."""

    index: int
    total: float
    parts: Mapping[str, float]
    pick: int | None = None  # 1 for the sentence that was picked first
    unfit: str | None = None  # why it could not be picked: "subhead", "fragment", "short", "teaser", "caption"


@dataclass(frozen=True, slots=True)
class Words:
    """What the named methods rank by: the words of every sentence, as sumy's document model holds them."""

    sentences: tuple[tuple[str, ...], ...]
    paragraphs: tuple[int, ...]  # number of each sentence's paragraph, ascending
    headings: tuple[str, ...]  # words of all titles
    stop_words: frozenset[str]
    stem: Callable[[str], str]
    bonus: frozenset[str] = frozenset()  # of Edmundson's cue method
    stigma: frozenset[str] = frozenset()
