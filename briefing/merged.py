"""The frozen records of a briefing: what many articles say together. Standard library only.

A `Briefing` carries all that the renderers need and nothing of the run: no clock, no machine, no path. Every word of a
source in it is a `Citation` with its place; everything else is a label, a count, or a rule's id.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefing.profile import Issue, Party
from briefing.records import Assigned, DateEvidence, DateSaid, IssueStance, Problem, Span, Speaker, Stance

Change = Literal["new", "repeated", "changed", "known"]
ConflictKind = Literal["stance", "figure", "name", "wording"]


@dataclass(frozen=True, slots=True)
class Source:
    """One article as the briefing lists it. Pages number their sources, in the order of the briefing."""

    id: str  # by which citations name it: the same in every issue, as long as name and bytes stay
    article: str  # the id that it came with, else its name
    source: str  # file name relative to the given folder, or URL
    also_at: tuple[str, ...]
    title: str | None
    publisher: str | None
    author: str | None
    url: str | None
    language: str
    published: str | None
    dated_by: DateEvidence
    page_shows: DateEvidence | None
    page_date: str | None
    inferred: InferredDate | None
    reliability: str | None
    assigned: Assigned  # by the desk
    relays: tuple[str, ...]  # agencies and outlets named as receiving the words: "told Reuters"
    flags: tuple[Flag, ...]
    sha256: str
    words: int  # of the article
    words_quoted: int  # of the article that the briefing reproduces
    statements: int
    strand: str  # id of the first source of its strand: those share an origin


@dataclass(frozen=True, slots=True)
class InferredDate:
    """A bound on an undated article, from a dated one with the same events. Never used as a fact."""

    iso: str  # a day or an interval
    from_source: str  # Source.id
    shared: tuple[str, ...]  # the word sequences that both have


@dataclass(frozen=True, slots=True)
class Flag:
    """Something a reader should know of a source, with the words that show it."""

    code: str  # "scare_quotes", "automation_notice", "unbalanced_quotes", "altered_agency_text", …
    words: tuple[str, ...]
    count: int = 1


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
class DeskEntry:
    """An entry of the desk's corrections, and how many reports of these sources it changed or hid."""

    about: str
    line: int  # in the file
    reports: int
    hides: bool
    note: str | None


@dataclass(frozen=True, slots=True)
class Statement:
    """One position, with every place that reports it. `id` is made from its content and survives the next issue."""

    id: str
    party: str | None
    also_parties: tuple[str, ...]
    speaker: Speaker
    mode: str  # direct, mixed, indirect, action
    stance: Stance
    issues: tuple[IssueStance, ...]  # the stands summed up by issue; `state` where it is merely mentioned
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


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An article that was left out because it is off the topic, with the topic's keywords that it names."""

    source: str  # its name, as `Source.source`
    title: str | None
    published: str | None
    keywords: tuple[str, ...]
    sha256: str


@dataclass(frozen=True, slots=True)
class KeySentences:
    """The extractive summary of one source. A pronoun that opens a sentence has its name in `opens_with`."""

    source: str  # Source.id
    sentences: tuple[Citation, ...]
    opens_with: tuple[str | None, ...]


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
