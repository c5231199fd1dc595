"""What a statement stands for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

from briefing.records.attribution import Attribution
from briefing.records.days import DateSaid
from briefing.records.spans import Span
from briefing.records.speakers import Speaker

Stance = NewType("Stance", str)  # the id of a row of `stances.toml`


@dataclass(frozen=True, slots=True)
class IssueStance:
    """The stance one statement takes on one issue: a summary of its stands, mere words where the issue is a mention."""

    issue: str | None  # the profile's issue id; None when the statement is on no issue
    stance: Stance
    issue_words: tuple[str, ...]  # the object of the stand, or the words that name the issue
    stance_words: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Stand:
    """What a statement is for or against: an act, its object, and the issues that the object is about."""

    stance: Stance
    act: Span  # the words that take the stand: "has rejected"
    object: Span | None  # the words that name what it is about: "the pay offer"
    issues: tuple[str, ...]  # the profile's issue ids whose terms lie inside the object
    rule: str  # id of the entry that read it


@dataclass(frozen=True, slots=True)
class Position:
    """One statement as one article has it: a sentence (or clause) with its attribution, resolved and classified."""

    span: Span  # the sentence or clause to quote
    attribution: Attribution
    speaker: Speaker
    stance: Stance
    stances: tuple[IssueStance, ...]
    date_said: DateSaid
    sentence: int
    stands: tuple[Stand, ...] = ()
    mentions: tuple[str, ...] = ()  # issues that are named, or gone on about, and stood on by no stand
    group: int | None = None  # statements of one quotation share it: index of the attribution that opened it
    addressee: str | None = None
    target: str | None = None
    on_behalf_of: str | None = None
    relayed_via: str | None = None  # "told Reuters"
