"""Quotations that reach over sentences and paragraphs: what carries on a quotation, and whose it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from briefing.steps.attribute.cues import Cue
from briefing.steps.attribute.page import Page, Unit
from briefing.steps.attribute.shapes import Match

_CUE_WITHIN = 8  # tokens from the start of a sentence that finishes a question: "Mr. Smith asked."


def join_asked(page: Page, cues: Mapping[str, tuple[Cue, ...]]) -> tuple[Unit, ...]:
    """The units of the page, a quotation that ends in ? or ! joined with the "he asked" that follows it."""
    units: list[Unit] = []
    for unit in page.units:
        if units and units[-1].paragraph == unit.paragraph and _asks(page, units[-1]) and _has_cue(page, unit, cues):
            units[-1] = Unit(units[-1].first, unit.last, unit.paragraph)
        else:
            units.append(unit)
    return tuple(units)


def _asks(page: Page, unit: Unit) -> bool:
    return is_quotation(page, unit) and page.tokens.tags[unit.last - 2] in "?!,"


def _has_cue(page: Page, unit: Unit, cues: Mapping[str, tuple[Cue, ...]]) -> bool:
    for i in range(unit.first, min(unit.last, unit.first + _CUE_WITHIN)):
        if page.quoted[i] >= 0 or page.tokens.tags[i] in ",:;":
            return False
        if any("after" in cue.frames for cue in cues.get(page.tokens.words[i], ())):
            return True
    return False


def is_quotation(page: Page, unit: Unit) -> bool:
    """The unit is one quotation and nothing else."""
    quotation = page.quoted[unit.first]
    return quotation >= 0 and page.quotation_tokens[quotation][1] >= page.body_end(unit)


def carry_on(page: Page, units: tuple[Unit, ...], found: list[list[Match]]) -> list[Match]:
    """All matches, each quotation without a cue of its own added to the one it carries on."""
    matches: list[Match] = []
    opener: int | None = None  # index of the match whose quotation stands right before
    paragraph = -1
    for unit, inside in zip(units, found, strict=True):
        if is_quotation(page, unit):
            if opener is not None and unit.paragraph - paragraph <= 0:
                earlier = matches[opener]
                matches[opener] = replace(earlier, content=(*earlier.content, (unit.first, page.body_end(unit))))
                paragraph = unit.paragraph
            continue
        opener = None
        for match in inside:
            matches.append(match)
            if opener is None and any(page.quoted[first] >= 0 for first, _ in match.content):
                opener = len(matches) - 1
        paragraph = unit.paragraph
    return matches
