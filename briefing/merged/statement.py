"""Statements: a position with every place that reports it."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from operator import attrgetter
from typing import Any, Literal

from briefing.merged.cited import Citation, CitedPosition, CitedStand, Corrected
from briefing.records import DateSaid, IssueStance, Speaker, Stance

Change = Literal["new", "repeated", "changed", "known"]
_OF_POSITION = tuple(field.name for field in fields(CitedPosition))
_values = attrgetter(*_OF_POSITION)


@dataclass(frozen=True, slots=True)
class Statement:
    """One position, with every place that reports it. `id` is made from its content and survives the next issue."""

    id: str
    party: str | None
    also_parties: tuple[str, ...]
    speaker: Speaker
    mode: str  # direct, mixed, indirect, action
    stance: Stance
    issues: tuple[IssueStance, ...]  # the stands summed up by issue; mere words where it is only mentioned
    cue: tuple[str, ...]
    rule: str
    cue_id: str | None
    date_said: DateSaid
    lead: Citation
    citations: tuple[Citation, ...]  # the lead first
    strands: int
    stands: tuple[CitedStand, ...] = ()  # in text order
    antecedent: Citation | None = None  # where the name stands that a pronoun goes back to
    group: str | None = None  # id of the statement that opened the quotation
    addressee: str | None = None
    target: str | None = None
    on_behalf_of: str | None = None
    relayed_via: str | None = None
    change: Change = "new"
    first_seen: str | None = None
    last_seen: str | None = None
    corrected: tuple[Corrected, ...] = ()  # by the desk

    @property
    def parties(self) -> tuple[str, ...]:
        """The ids of all parties whose statement it is: none, one, or those of joint speakers."""
        return self.also_parties if self.party is None else (self.party, *self.also_parties)

    @property
    def position(self) -> CitedPosition:
        """The position, as each article reports it."""
        return CitedPosition(**dict(zip(_OF_POSITION, _values(self), strict=True)))

    def with_position(self, position: CitedPosition) -> Statement:
        """The statement with another position."""
        return replace(self, **stated(position))


def stated(position: CitedPosition) -> dict[str, Any]:
    """The fields of a Statement that a position gives."""
    speaker = position.speaker
    own = zip(_OF_POSITION, _values(position), strict=True)
    return {"party": speaker.party, "also_parties": speaker.also_parties, **dict(own)}
