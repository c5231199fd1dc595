"""What the desk corrects: a file of entries, applied in every build, shown as the desk's with the rule's label kept."""

from briefing.corrections.apply import corrected, corrected_statement
from briefing.corrections.entries import NO_CORRECTIONS, Correction, Corrections, beside, load, parse
from briefing.corrections.write import take_back, write

__all__ = [
    "NO_CORRECTIONS",
    "Correction",
    "Corrections",
    "beside",
    "corrected",
    "corrected_statement",
    "load",
    "parse",
    "take_back",
    "write",
]
