"""The frozen records that flow through the pipeline. Standard library only.

Offsets are half-open and count Unicode code points. Unless a field says otherwise they point into `Article.text`;
`Article.offsets` carries each of them back to the decoded source. Unknown is `None`, never an empty string. Sequences
are tuples. Dates are ISO 8601 strings: a day `2024-04-08`, a month `2024-04`, or an interval `2024-04-06/2024-04-07`.
"""

from briefing.records.articles import (
    Article,
    Cleaned,
    DateEvidence,
    LineLabel,
    Paragraph,
    ParagraphKind,
    Sentence,
    source_id,
)
from briefing.records.attribution import Attribution, AttributionKind, AttributionShape
from briefing.records.days import DatePhrase, DateSaid, DateShape
from briefing.records.documents import Assigned, DateRule, Metadata, Problem, RawDocument
from briefing.records.positions import IssueStance, Position, Stance, Stand
from briefing.records.readings import Notice, Reading, Relevance
from briefing.records.spans import UNSHOWN, Run, Span, Spans
from briefing.records.speakers import Link, Mention, MentionHow, MentionKind, Speaker, SpeakerHow

__all__ = [
    "UNSHOWN",
    "Article",
    "Assigned",
    "Attribution",
    "AttributionKind",
    "AttributionShape",
    "Cleaned",
    "DateEvidence",
    "DatePhrase",
    "DateRule",
    "DateSaid",
    "DateShape",
    "IssueStance",
    "LineLabel",
    "Link",
    "Mention",
    "MentionHow",
    "MentionKind",
    "Metadata",
    "Notice",
    "Paragraph",
    "ParagraphKind",
    "Position",
    "Problem",
    "RawDocument",
    "Reading",
    "Relevance",
    "Run",
    "Sentence",
    "Span",
    "Spans",
    "Speaker",
    "SpeakerHow",
    "Stance",
    "Stand",
    "source_id",
]
