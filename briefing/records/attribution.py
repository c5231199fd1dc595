"""Who said what, as the words have it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefing.records.spans import Spans

AttributionKind = Literal["direct", "mixed", "indirect", "action"]


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
