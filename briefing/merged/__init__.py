"""The frozen records of a briefing: what many articles say together. Standard library only.

A `Briefing` carries all that the renderers need and nothing of the run: no clock, no machine, no path. Every word of a
source in it is a `Citation` with its place; everything else is a label, a count, or a rule's id.
"""

from briefing.merged.briefing import Briefing, DeskEntry, LeftOut, Part, Topic
from briefing.merged.cited import Citation, CitedPosition, CitedStand, Corrected
from briefing.merged.editions import ChangeRow, Edition, EditionPart, Said, SaidStand
from briefing.merged.findings import (
    POLARITY,
    Agreement,
    Conflict,
    ConflictKind,
    ConflictSide,
    Event,
    Figure,
    Gap,
    KeyPoint,
    KeySentences,
    Wording,
)
from briefing.merged.listed import Flag, InferredDate, Source
from briefing.merged.statement import Change, Statement, stated

__all__ = [
    "POLARITY",
    "Agreement",
    "Briefing",
    "Change",
    "ChangeRow",
    "Citation",
    "CitedPosition",
    "CitedStand",
    "Conflict",
    "ConflictKind",
    "ConflictSide",
    "Corrected",
    "DeskEntry",
    "Edition",
    "EditionPart",
    "Event",
    "Figure",
    "Flag",
    "Gap",
    "InferredDate",
    "KeyPoint",
    "KeySentences",
    "LeftOut",
    "Part",
    "Said",
    "SaidStand",
    "Source",
    "Statement",
    "Topic",
    "Wording",
    "stated",
]
