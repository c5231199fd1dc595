"""Words of a source with their place: citations, stands and positions in the words of their source."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.records import DateSaid, IssueStance, Span, Speaker, Stance


@dataclass(frozen=True, slots=True)
class Citation:
    """Words of a source, copied character for character, with their place in the decoded source."""

    source: str  # Source.id
    span: Span  # into the decoded source
    line: int  # 1-based
    text: str  # as in the source
    before: str = ""  # the sentence before and the one after, for context
    after: str = ""


@dataclass(frozen=True, slots=True)
class CitedStand:
    """A stand of a statement, with its object verbatim and its place in the lead's source."""

    stance: Stance
    words: str  # the act, as it stands in the source
    object: str | None  # verbatim
    object_span: Span | None  # into the decoded source of the lead
    issues: tuple[str, ...]  # that the object is about
    rule: str
    direction: int = 0  # 1 for the thing that the object names, -1 against it, after its words of reversal; 0 neither
    about: tuple[str, ...] = ()  # that thing: stems of its nouns, each with the words before it


@dataclass(frozen=True, slots=True)
class Corrected:
    """A label that the desk changed: what the rules had said, by which rule, and why the desk thinks otherwise."""

    what: str  # "party", "speaker", "day", "stand", "issue"
    was: str | None
    rule: str
    note: str | None


@dataclass(frozen=True, slots=True)
class CitedPosition:
    """A position in the words of its source: what one article's report of it and the briefing's statement share."""

    speaker: Speaker
    mode: str  # direct, mixed, indirect, action
    stance: Stance
    issues: tuple[IssueStance, ...]  # the stands summed up by issue; mere words where it is only mentioned
    stands: tuple[CitedStand, ...]  # in text order
    cue: tuple[str, ...]
    rule: str
    cue_id: str | None
    date_said: DateSaid
    addressee: str | None
    target: str | None
    on_behalf_of: str | None
    relayed_via: str | None
    corrected: tuple[Corrected, ...] = ()  # by the desk
