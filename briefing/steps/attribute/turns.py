"""Transcripts: paragraphs that begin with the label of whoever speaks ("BERG: …", "Q: …", "A: …")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.steps.attribute.match import Match
from briefing.steps.attribute.prose import Prose, Unit
from briefing.steps.attribute.source_phrases import Range

_LONGEST_LABEL = 7  # "SECRETARY OF STATE JOHN KERRY:"
_FEWEST = 3  # labelled paragraphs by which a page is a transcript


def labels(prose: Prose, units: Sequence[Unit]) -> Mapping[int, Range]:
    """By paragraph, the label that it begins with; none for a page that is no transcript.

    A transcript has at least three such paragraphs of two speakers, or a question with its answer: a single "WATCH: …"
    is a link.
    """
    found: dict[int, Range] = {}
    for number, unit in enumerate(units):
        label = _label(prose, unit) if not number or units[number - 1].paragraph != unit.paragraph else None
        if label is not None:
            found[unit.paragraph] = label
    names = {_name(prose, label) for label in found.values()}
    dialogue = len(names) > 1 and len(found) >= _FEWEST and len(names) < len(found)
    return found if dialogue or (names & prose.classes["questions"] and names & prose.classes["answers"]) else {}


def _label(prose: Prose, unit: Unit) -> Range | None:
    """The words in capitals before the colon at the head of a paragraph."""
    tags = prose.tokens.tags
    reach = range(unit.first + 1, min(unit.last - 1, unit.first + 1 + _LONGEST_LABEL))
    colon = next((i for i in reach if tags[i] == ":"), None)
    if colon is None or not prose.span(unit.first, colon).of(prose.text).isupper():
        return None
    return (unit.first, colon)


def _name(prose: Prose, label: Range) -> str:
    return " ".join(prose.tokens.words[label[0] : label[1]])


def turn(prose: Prose, unit: Unit, label: Range) -> list[Match]:
    """What one unit of a labelled paragraph says, by its label; nothing for a question that nobody signs."""
    name = _name(prose, label)
    if name in prose.classes["questions"]:
        return []
    first = label[1] + 1 if label[0] == unit.first else unit.first
    content = (first, prose.body_end(unit))
    if content[1] <= content[0]:
        return []
    cue = ((label[1], label[1] + 1),) if label[0] == unit.first else ()
    if name in prose.classes["answers"]:
        return [Match("turn.answer", None, label, cue, (content,), verbatim=True, shape="answer")]
    return [Match("turn", None, label, cue, (content,), verbatim=True)]
