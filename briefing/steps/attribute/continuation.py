"""Quotations that reach over sentences and paragraphs: what carries on a quotation, and whose it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import takewhile

from briefing.steps.attribute.cues import Cue
from briefing.steps.attribute.match import Match
from briefing.steps.attribute.prose import Prose, Unit
from briefing.steps.attribute.source_phrases import Range

_CUE_WITHIN = 8  # tokens from the start of a sentence that finishes a question: "Mr. Smith asked."


def join_units(prose: Prose, cues: Mapping[str, tuple[Cue, ...]]) -> tuple[Unit, ...]:
    """The units of the article; a quotation that stands apart from its cue is joined with it.

    "“Why?” he asked" may be cut after the question, "He said:" after the colon, "“Yes.” – Ada Reyes" before the dash.
    """
    units: list[Unit] = []
    joined = False  # never more than two, so that a unit stays short
    for unit in prose.units:
        if joined or not units:
            joined = False
            units.append(unit)
            continue
        last = units[-1]
        joined = _finishes(prose, last, unit, cues) or _announces(prose, last, unit) or _signs(prose, last, unit)
        if joined:
            units[-1] = Unit(last.first, unit.last, unit.paragraph)
        else:
            units.append(unit)
    return tuple(units)


def _finishes(prose: Prose, last: Unit, unit: Unit, cues: Mapping[str, tuple[Cue, ...]]) -> bool:
    return last.paragraph == unit.paragraph and _asks(prose, last) and _has_cue(prose, unit, cues)


def _announces(prose: Prose, last: Unit, unit: Unit) -> bool:
    """The unit before ends in a colon and this one is a quotation."""
    end = last.last - 1
    return prose.tokens.tags[end] == ":" and prose.quoted[end] < 0 and prose.quoted[unit.first] >= 0


def _signs(prose: Prose, last: Unit, unit: Unit) -> bool:
    """The unit before is a quotation and this one a dash with a name."""
    dashed = prose.tokens.tags[unit.first] == "-" and unit.last - unit.first > 1
    return dashed and is_quotation(prose, last) and prose.tokens.tags[unit.first + 1] == "A"


def _asks(prose: Prose, unit: Unit) -> bool:
    return is_quotation(prose, unit) and prose.tokens.tags[unit.last - 2] in "?!,"


def _has_cue(prose: Prose, unit: Unit, cues: Mapping[str, tuple[Cue, ...]]) -> bool:
    for i in range(unit.first, min(unit.last, unit.first + _CUE_WITHIN)):
        if prose.quoted[i] >= 0 or prose.tokens.tags[i] in ",:;":
            return False
        if any("after" in cue.frames for cue in cues.get(prose.tokens.words[i], ())):
            return True
    return False


def is_quotation(prose: Prose, unit: Unit) -> bool:
    """The unit is one quotation and nothing else."""
    quotation = prose.quoted[unit.first]
    return quotation >= 0 and prose.quotation_tokens[quotation][1] >= prose.body_end(unit)


def carry_on(prose: Prose, units: tuple[Unit, ...], found: list[list[Match]]) -> list[Match]:
    """All matches; a quotation without a cue of its own is added to the one that it carries on in its paragraph.

    In the next paragraph it is an attribution of its own, with the source of the one that it continues. So is one that
    stands by itself right after words of a single speaker: "The boats were late, Reyes said. “It is a shame.”"
    """
    matches: list[Match] = []
    opener: int | None = None  # index of the match whose quotation stands right before
    told: int | None = None  # index of the match of the sentence right before, without a quotation
    waiting: Unit | None = None  # a quotation whose cue may follow in its paragraph
    paragraph = -1
    for number, (unit, inside) in enumerate(zip(units, found, strict=True)):
        if not is_quotation(prose, unit):
            opener = _opener(prose, inside, len(matches))
            told = _told(inside, len(matches))
            matches += inside
            if waiting and opener is not None and _goes_on(prose, waiting, unit):
                part = (waiting.first, prose.body_end(waiting))
                matches[opener] = replace(matches[opener], content=(part, *matches[opener].content))
            waiting = None
        elif opener is None or unit.paragraph > paragraph + 1:
            opener, waiting = None, unit
            if told is not None and unit.paragraph <= paragraph + 1 and _stands_alone(prose, units, number):
                matches.append(_continuation(matches, told, (unit.first, prose.body_end(unit))))
                opener, waiting = len(matches) - 1, None
            told = None
        elif unit.paragraph == paragraph:
            part = (unit.first, prose.body_end(unit))
            matches[opener] = replace(matches[opener], content=(*matches[opener].content, part))
        else:
            matches.append(_continuation(matches, opener, (unit.first, prose.body_end(unit))))
            opener = len(matches) - 1
        paragraph = unit.paragraph
    return matches


def _goes_on(prose: Prose, waiting: Unit, unit: Unit) -> bool:
    """The words of one speaker: two whole quotations side by side are of two people ("“Go.” “No,” Reyes said")."""
    side_by_side = -1 < prose.quoted[unit.first] != prose.quoted[waiting.first]
    return waiting.paragraph == unit.paragraph and not side_by_side


def _told(inside: list[Match], offset: int) -> int | None:
    """Where the sentence's one attribution of speech will stand among all matches; None where it has another."""
    telling = [number for number, match in enumerate(inside) if not match.relays]
    if len(telling) != 1 or inside[telling[0]].source is None or not inside[telling[0]].tells("that", "clause"):
        return None
    return offset + telling[0]


def _stands_alone(prose: Prose, units: tuple[Unit, ...], number: int) -> bool:
    """From this unit on its paragraph is quotation only, so that no cue for it follows."""
    here = units[number].paragraph
    rest = takewhile(lambda unit: unit.paragraph == here, units[number:])
    return all(is_quotation(prose, unit) for unit in rest)


def _opener(prose: Prose, inside: list[Match], offset: int) -> int | None:
    """Where the first match with a quotation at an end of its content will stand among all matches."""
    for number, match in enumerate(inside):
        if not match.relays and any(
            prose.quoted[first] >= 0 or prose.quoted[last - 1] >= 0 for first, last in match.content
        ):
            return offset + number
    return None


def _continuation(matches: list[Match], opener: int, part: Range) -> Match:
    first = opener if matches[opener].continues is None else matches[opener].continues
    return Match("continuation", None, matches[opener].source, (), (part,), continues=first)
