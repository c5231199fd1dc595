"""What a draft is made from: who is heard, and the sides they are said to belong to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Side:
    """A country (by its code), a party (by its label) or another organisation that speakers are said to belong to."""

    key: str
    name: str
    is_country: bool = False
    country: str | None = None  # of a party that the labels know


@dataclass(frozen=True, slots=True)
class Voice:
    """One statement's speaker as the article words it."""

    source: str  # the article
    words: str  # the statement
    phrase: str  # what an unnamed speaker or a body is called
    surface: str  # the source phrase as it stands, "" when there is none
    person: str | None  # full name
    role: str | None
    anonymous: bool
    side: Side | None = None
