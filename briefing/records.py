"""The frozen records that flow through the pipeline. Standard library only.

Offsets are half-open and count Unicode code points. Unless a field says otherwise they point into `Article.text`;
`Article.offsets` carries each of them back to the decoded source. Unknown is `None`, never an empty string. Sequences
are tuples. Dates are ISO 8601 strings: a day `2024-04-08`, a month `2024-04`, or an interval `2024-04-06/2024-04-07`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, NamedTuple

_SOURCE_DIGITS = 16  # hex digits: among a million sources two are alike once in forty million times
UNSHOWN = MappingProxyType({"shown": False})  # of fields by which steps decide and that no output prints

AttributionKind = Literal["direct", "mixed", "indirect", "action"]
ParagraphKind = Literal["standfirst", "subhead", "body", "quotation", "signature"]
# When several hold, the first in this order is the statement's main stance.
Stance = Literal[
    "decline_comment",
    "reject",
    "accept",
    "condition",
    "demand",
    "offer",
    "threaten",
    "accuse",
    "deny",
    "support",
    "express_concern",
    "state",
]
# Where a rule found the content: behind source and cue, around them, in a clause that comments, behind "according to",
# in front of a relative clause, in a sentence without its source, in a question, in an answer that a label announces,
# or in marks inside what is reported.
AttributionShape = Literal[
    "preposed",
    "around",
    "comment",
    "according",
    "object_relative",
    "raising",
    "asked",
    "answer",
    "quoted",
    "other",
]
DateRule = Literal["metadata", "feed", "url", "label", "dateline", "header", "inferred", "desk", "none"]


class Span(NamedTuple):
    """A half-open range of code points: 0 <= start < end <= len(text)."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """True when both spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """True when `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is wrong with a source and did not stop the run."""

    code: str  # stable and dotted: "source.empty", "quotation.unclosed"
    where: str  # the source's name
    message: str  # one line, says what is wrong and what was done about it
    span: Span | None = None  # into the decoded source, where the problem has a place


@dataclass(frozen=True, slots=True)
class Assigned:
    """What a desk says of a source's outlet, in its own words; never computed."""

    country: str | None = None
    owner: str | None = None
    lean: str | None = None
    license: str | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What came with a document beside its words: from a JSON line, a feed entry, front matter or `sources.toml`."""

    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    published_by: DateRule = "metadata"  # what kind of evidence `published` is
    url: str | None = None
    language: str | None = None
    reliability: str | None = None  # as a desk assigned it; never computed
    assigned: Assigned = Assigned()


@dataclass(frozen=True, slots=True)
class RawDocument:
    """The bytes of one document and where they came from.

    `extracted` means that the body is the article's text already (a JSON line's `text`): it is not cleaned, and
    spans point into exactly this text.
    """

    source: str  # path relative to the folder that was given, or URL; never an absolute path
    media_type: str  # "text/plain", "text/html"
    body: bytes
    metadata: Metadata = Metadata()
    extracted: bool = False
    also_at: tuple[str, ...] = ()  # other places that hold the same article
    story: str | None = None  # documents of one story, as a JSON line groups them, share this id
    problems: tuple[Problem, ...] = ()  # met while reading, before any step ran


class Run(NamedTuple):
    """`length` code points that stand at `text` in Article.text and at `source` in the decoded source, alike."""

    text: int
    source: int
    length: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of the article. Headlines are not paragraphs: see `Article.title`."""

    span: Span
    kind: ParagraphKind = "body"


@dataclass(frozen=True, slots=True)
class LineLabel:
    """The verdict on one non-empty line of the decoded source, in order: nothing is dropped without one."""

    span: Span  # into the decoded source
    kind: str  # "body", "title", "standfirst", "subhead", "quotation", "signature", "byline", "date", "boilerplate"
    rule: str  # the rule that decided, with the words behind it where there are any


@dataclass(frozen=True, slots=True)
class DateEvidence:
    """Why a date is believed: the rule, and the words with their place in the decoded source."""

    rule: DateRule
    text: str | None = None
    span: Span | None = None  # into the decoded source


@dataclass(frozen=True, slots=True)
class Article:
    """A document with the page furniture taken off."""

    id: str  # that it came with, else its name
    source: str
    text: str  # the kept paragraphs, parted by blank lines
    paragraphs: tuple[Paragraph, ...]
    offsets: tuple[Run, ...]  # ascending in `text`
    source_sha256: str  # of the bytes
    source_length: int  # of the decoded source, in code points
    title: str | None = None
    title_span: Span | None = None  # into the decoded source
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    language: str = "en"
    published: str | None = None
    dated_by: DateEvidence = DateEvidence("none")
    page_shows: DateEvidence | None = None  # a date on the page that is not trusted
    page_date: str | None = None  # the day that `page_shows` names
    reliability: str | None = None
    assigned: Assigned = Assigned()
    also_at: tuple[str, ...] = ()
    line_starts: tuple[int, ...] = (0,)  # of the decoded source, for line numbers

    @property
    def source_id(self) -> str:
        """What citations name this article by, as long as its name and its bytes stay."""
        return source_id(self.source, self.id, self.source_sha256)


def source_id(name: str, article: str, sha256: str) -> str:
    """The id of a source, from its name, the id that it came with, and the hash of its bytes."""
    words = f"{name}\0{article}\0{sha256}".encode("utf-8", "surrogatepass")
    return f"src-{hashlib.sha256(words).hexdigest()[:_SOURCE_DIGITS]}"


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A document with its article marked off from the page around it, not yet dated.

    `decoded` is the source as text: newlines and a byte-order mark stay as they are, so that offsets hold in the file.
    """

    article: Article
    decoded: str
    labels: tuple[LineLabel, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; `paragraph` indexes Article.paragraphs."""

    index: int
    span: Span
    paragraph: int


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who (source) said (cue) what (content), in the words of PARC 3.0 and PolNeAR.

    Each part is a tuple of spans: content may be discontinuous, source and cue may be empty.
    """

    kind: AttributionKind
    source: Spans
    cue: Spans
    content: Spans
    rule: str  # id of the rule that made it, for the reader: what is decided hangs on `shape` and `frame`
    cue_id: str | None = None  # id of the lexicon entry of the cue
    nested_in: int | None = None  # index of the enclosing attribution
    continues: int | None = None  # index of the attribution whose quotation this one carries on
    relays: bool = False  # an outlet that passes on the words of an attribution inside: "…, Reuters reports"
    negated: bool = False  # "did not say"
    modal: str | None = None  # "would", "could", "may"
    hedge: str | None = None  # "reportedly", "appears to"
    indeterminate: str | None = None  # the word by which nothing was said: "nobody", "should", "is expected"
    shape: AttributionShape = "other"
    frame: str | None = None  # of the cue, that the content fills: "that", "clause", "wh", "np", a preposition


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


@dataclass(frozen=True, slots=True)
class IssueStance:
    """The stance one statement takes on one issue: a summary of its stands, `state` where the issue is a mention."""

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


# A date written in full, a weekday, "today" or "tomorrow", "a day after", or any other words for a day.
DateShape = Literal["written", "weekday", "day_word", "day_after", "other"]


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """A date that the text names: "on Monday", "last week", "October 7". `iso` is None when nothing pins it."""

    span: Span
    iso: str | None
    rule: str
    anchor: str | None = None  # the trusted date it was resolved against
    shape: DateShape = "other"


@dataclass(frozen=True, slots=True)
class DateSaid:
    """When it was said. `iso` is None when the text does not tell."""

    iso: str | None
    evidence: str | None  # the words, "on Monday", and what they were resolved against
    rule: str
    by: str | None = None  # "by this day at the latest", from the publication date
    own: bool = field(default=False, metadata=UNSHOWN)  # a date in the statement itself tells it


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
    also_parties: tuple[str, ...] = ()  # further parties of joint speakers


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
