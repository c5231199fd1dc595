"""Whose words they are: phrases that name speakers, and the speakers they come to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from briefing.records.spans import UNSHOWN, Span

MentionKind = Literal["person", "party", "institution", "role", "document", "pronoun", "other"]


# How a phrase was read, as far as something hangs on it: a name that nothing introduces, one that begins with a first
# name, one that is addressed elsewhere, of a person introduced before, of one whose party a sentence tells, behind a
# title; a party by its alias or before a noun; the holder of an office, an unnamed one; a word that stands alone
# ("another"); the label of an answer; a thing that "says".
MentionHow = Literal[
    "bare",
    "first_name",
    "addressed",
    "introduced",
    "told",
    "with_title",
    "alias",
    "premodifier",
    "office",
    "role",
    "alone",
    "label",
    "thing",
    "other",
]


SpeakerHow = Literal["pronoun", "continuation", "thing", "other"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase that names or describes somebody who can speak, read on its own: without looking back."""

    span: Span
    kind: MentionKind
    name: str  # canonical for a person of the profile, else the words without article
    head: str  # the head noun, folded
    rule: str
    party: str | None = None
    person: str | None = None
    role: str | None = None
    plural: bool = False
    definite: bool = False  # "the official", "this source": may point back
    whose: Literal["possessive", "generic", "spokes"] | None = (
        None  # "its treasurer", "a union official", "a spokesman"
    )
    anonymous: bool = False
    gender: Literal["female", "male"] | None = None  # as a title or noun of the phrase tells
    candidates: tuple[str, ...] = ()  # people who share the surname
    also_parties: tuple[str, ...] = ()
    how: MentionHow = "other"


@dataclass(frozen=True, slots=True)
class Link:
    """What a source goes back to. Several candidates mean that nobody was chosen."""

    antecedent: Mention | None
    rule: str
    candidates: tuple[str, ...] = ()
    how: SpeakerHow = "other"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose words they are. Several candidates mean that nobody was chosen: `person` is None."""

    name: str | None  # canonical: a person, an institution, or "unnamed senior Hamas official"
    surface: Span | None  # the words in the text that led to it
    person: str | None = None
    role: str | None = None
    party: str | None = None  # the profile's party id; None is shown as unknown
    also_parties: tuple[str, ...] = ()  # further parties of joint speakers
    anonymous: bool = False
    via: str = "none"  # for the reader: "name", "alias", "role", "pronoun.subject", "continuation", "apposition", ...
    candidates: tuple[str, ...] = ()
    antecedent: Span | None = None  # where the name stands that a pronoun or "the official" goes back to
    how: SpeakerHow = field(default="other", metadata=UNSHOWN)

    @property
    def parties(self) -> tuple[str, ...]:
        """The ids of all parties that speak: none, one, or those of joint speakers."""
        return tuple(party for party in (self.party, *self.also_parties) if party is not None)
