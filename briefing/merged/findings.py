"""What is found among statements and articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefing.merged.cited import Citation

ConflictKind = Literal["stance", "figure", "name", "wording"]


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """A statement that the key points show, and the rule that chose it."""

    party: str | None
    reason: Literal["latest_dated", "latest"]
    statement: str  # Statement.id


@dataclass(frozen=True, slots=True)
class Agreement:
    """A statement that several sources have, or several statements of one content: counted in strands."""

    statements: tuple[str, ...]
    sources: tuple[str, ...]  # Source.id, in the order of the briefing
    strands: int
    shared: tuple[str, ...]  # the words they share


POLARITY = ("denied", "asserted")  # labels of the sides that deny a thing and that assert it


@dataclass(frozen=True, slots=True)
class ConflictSide:
    """One side of a contradiction: the words, and the statement they belong to, if any."""

    citation: Citation
    statement: str | None
    label: str  # the stance, the figure, the spelling
    object: str | None = None  # of a stance: what it is about, verbatim


@dataclass(frozen=True, slots=True)
class Conflict:
    """Things in the sources that do not go together, side by side. The reader judges."""

    id: str
    kind: ConflictKind
    issue: str | None
    topic: tuple[str, ...]  # the words both sides share
    sides: tuple[ConflictSide, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity as reported: "33,207 Palestinians have been killed"."""

    what: str  # the words beside the number that say what it is of, as in the source
    value: str  # as in the source
    number: float
    quantity: str  # what is counted and the event, for comparing counts; empty for shares and sums
    according_to: str | None  # None: the sentence names no speaker
    as_of: str | None
    citation: Citation


@dataclass(frozen=True, slots=True)
class Wording:
    """How one source, in its own voice, names a party: the words and how often."""

    source: str  # Source.id
    party: str
    terms: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Event:
    """A dated sentence, for the timeline. `iso` None: the day is not established."""

    iso: str | None
    evidence: str  # the words
    rule: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Gap:
    """Something configured that these sources do not hold."""

    kind: Literal["party", "issue", "only_anonymous"]
    subject: str  # party or issue id


@dataclass(frozen=True, slots=True)
class KeySentences:
    """The extractive summary of one source. A pronoun that opens a sentence has its name in `opens_with`."""

    source: str  # Source.id
    sentences: tuple[Citation, ...]
    opens_with: tuple[str | None, ...]
