"""A briefing as a later one looks back on it, and what changed between the two."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefing.records import Span, Stance


@dataclass(frozen=True, slots=True)
class SaidStand:
    """A stand as a later issue looks back on it; the fields are those of CitedStand."""

    stance: Stance
    object: str | None
    issues: tuple[str, ...]
    direction: int
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as a later briefing looks back on it: its labels, its days, the words and where they stand."""

    id: str
    marks: tuple[str, ...]  # fingerprints of all its wordings
    party: str | None
    speaker: str | None
    issues: tuple[tuple[str, Stance], ...]
    day: str | None  # when it was said, or by when at the latest
    first_seen: str | None
    last_seen: str | None
    sources: tuple[str, ...]  # names of the sources that have it, the one of `text` first
    text: str
    line: int
    span: Span  # into the decoded source
    mode: str = "indirect"
    person: str | None = None
    stands: tuple[SaidStand, ...] = ()
    corrected: bool = False  # by the desk
    also_parties: tuple[str, ...] = ()  # further parties of joint speakers

    @property
    def parties(self) -> tuple[str, ...]:
        """The ids of all parties whose statement it is."""
        return self.also_parties if self.party is None else (self.party, *self.also_parties)


@dataclass(frozen=True, slots=True)
class Edition:
    """A briefing as the archive keeps it and the next one is compared with it. Sources go by their names."""

    as_of: str | None
    topic: str
    title: str
    parties: tuple[tuple[str, str], ...]  # id and name, in the profile's order
    issues: tuple[tuple[str, str], ...]
    sources: tuple[tuple[str, str | None, str | None], ...]  # name, publisher, day of publication
    statements: tuple[Said, ...]
    hidden: tuple[str, ...] = ()  # fingerprints of what the desk hid


@dataclass(frozen=True, slots=True)
class EditionPart:
    """What of an edition belongs to one day of its sources."""

    sources: tuple[tuple[str, str | None, str | None], ...]
    statements: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """What changed for a party on an issue between two briefings, with the newest of the words behind it."""

    party: str
    issue: str
    change: Literal["new", "repeated", "gone", "changed"]
    before: Stance | None
    after: Stance | None
    statements_before: tuple[Said, ...]
    statements_after: tuple[Said, ...]
    count: int  # statements behind the row, of which the newest are shown
