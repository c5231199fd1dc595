"""The briefing as a whole."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.merged.editions import ChangeRow
from briefing.merged.findings import Agreement, Conflict, Event, Figure, Gap, KeyPoint, KeySentences, Wording
from briefing.merged.listed import Source
from briefing.merged.statement import Statement
from briefing.profile import Issue, Party
from briefing.records import Problem


@dataclass(frozen=True, slots=True)
class DeskEntry:
    """An entry of the desk's corrections, and how many reports of these sources it changed or hid."""

    about: str
    line: int  # in the file
    reports: int
    hides: bool
    note: str | None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An article that was left out because it is off the topic, with the topic's keywords that it names."""

    source: str  # its name, as `Source.source`
    title: str | None
    published: str | None
    keywords: tuple[str, ...]
    sha256: str


@dataclass(frozen=True, slots=True)
class Topic:
    """Of the profile, what a briefing shows."""

    id: str
    title: str
    language: str
    parties: tuple[Party, ...]
    issues: tuple[Issue, ...]
    sha256: str
    checked: str | None = None  # the day on which its facts were last held against the world


@dataclass(frozen=True, slots=True)
class Briefing:
    """A dated briefing. Holds no run time: the same articles, profile and dates give the same record."""

    as_of: str | None
    since: str | None
    topic: Topic
    sources: tuple[Source, ...]
    statements: tuple[Statement, ...]  # by party in the profile's order, then issue, then date, then place
    key_points: tuple[KeyPoint, ...]
    agreements: tuple[Agreement, ...]
    conflicts: tuple[Conflict, ...]
    figures: tuple[Figure, ...]
    wordings: tuple[Wording, ...]
    timeline: tuple[Event, ...]
    gaps: tuple[Gap, ...]
    changes: tuple[ChangeRow, ...]
    summaries: tuple[KeySentences, ...]
    problems: tuple[Problem, ...]
    previous: str | None  # as_of of the briefing it is compared with
    corpus_sha256: str  # of the sources' hashes
    version: str  # of the program
    off_topic: tuple[LeftOut, ...] = ()  # by name
    desk: tuple[DeskEntry, ...] = ()  # what each of the desk's corrections did
    hidden: tuple[str, ...] = ()  # fingerprints of the statements that the desk hid

    def statement(self, statement_id: str) -> Statement:
        """The statement with this id. Raises KeyError when there is none."""
        for statement in self.statements:
            if statement.id == statement_id:
                return statement
        raise KeyError(statement_id)


@dataclass(frozen=True, slots=True)
class Part:
    """What of a briefing belongs to the sources of one day; a statement, and who agrees, to that of its lead."""

    sources: tuple[Source, ...]
    statements: tuple[Statement, ...]
    agreements: tuple[Agreement, ...]
    figures: tuple[Figure, ...]
    wordings: tuple[Wording, ...]
    timeline: tuple[Event, ...]
    summaries: tuple[KeySentences, ...]
