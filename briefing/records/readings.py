"""All that one article gives."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.records.articles import Article, LineLabel, Sentence
from briefing.records.attribution import Attribution
from briefing.records.days import DatePhrase
from briefing.records.documents import Problem
from briefing.records.positions import Position
from briefing.records.spans import Span


@dataclass(frozen=True, slots=True)
class Notice:
    """Words on the page that say how its text came about: automation, correction, advertising."""

    code: str
    words: str
    span: Span  # into the decoded source


@dataclass(frozen=True, slots=True)
class Relevance:
    """Whether an article is on the topic: the rule, and the keywords and issue terms of the profile that it names."""

    rule: str
    on_topic: bool
    keywords: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    sentences: int = 0  # that name one
    of_sentences: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one article gives, from one article alone."""

    article: Article
    sentences: tuple[Sentence, ...]
    attributions: tuple[Attribution, ...]
    date_phrases: tuple[DatePhrase, ...]
    positions: tuple[Position, ...]
    summary: tuple[int, ...]  # indexes into `sentences`, in text order
    fingerprint: str  # of the words, for pairing with other articles
    labels: tuple[LineLabel, ...]
    notices: tuple[Notice, ...]
    problems: tuple[Problem, ...]
    off_topic: Relevance | None = None  # of an article that was left out for it: nothing else was read
