"""Attributions inside the content of others: which are kept, and where a content stops before the next attribution."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from briefing.steps.attribute.match import Match
from briefing.steps.attribute.prose import Prose, Unit
from briefing.tags import RELATIVES

_SPEECH = ("that", "clause", "quote")


def cut_back(prose: Prose, unit: Unit, matches: list[Match]) -> list[Match]:
    """The matches of one unit, contents cut back before attributions that follow."""
    return [_cut_back(prose, match, matches) for match in matches if not _looks_ahead(prose, unit, match, matches)]


def settle(prose: Prose, matches: list[Match]) -> list[Match]:
    """The matches of one unit, cut back already; inside contents only reported speech.

    Words are reported again only where a named source speaks ("they added that mediators suggested …"): "he said he
    wants peace" is one attribution.
    """
    inside = outer(matches)
    return [
        match
        for number, match in enumerate(matches)
        if number not in inside or matches[inside[number]].relays or _speaks_again(prose, match)
    ]


def _cut_back(prose: Prose, match: Match, others: list[Match]) -> Match:
    """`match` with its last content ended before another attribution behind a comma and "and", "but" or "while"."""
    first, last = match.content[-1]
    for other in others:
        if other is match or not other.cue:
            continue
        if other.source and _is_relative(prose, match) and other.source[0] <= match.cue[0][0] < other.source[1] <= last:
            last = _before_marks(prose, first, other.source[1])  # "Reyes, who asked for time, said …"
            continue
        begins = min(other.source[0] if other.source else other.cue[0][0], other.cue[0][0])
        if other.source == match.source:
            begins = other.cue[0][0]
        if not first < begins < last:
            continue
        if other.starts_with_content and begins > match.cue[-1][1]:
            last = _before_marks(prose, first, begins)
        elif other.shape == "preposed" and _parted(prose, begins):
            last = _before_marks(prose, first, begins - 1)
        elif other.source == match.source and prose.tokens.tags[other.cue[0][0] - 1] == "C":
            last = _before_marks(prose, first, other.cue[0][0] - 1)
    if last == match.content[-1][1] or last <= first:
        return match
    return replace(match, content=(*match.content[:-1], (first, last)))


def _looks_ahead(prose: Prose, unit: Unit, match: Match, others: list[Match]) -> bool:
    """The pronoun of an opening phrase is the speaker behind it: "In a sign it expected losses, Hill's office said"."""
    tags = prose.tokens.tags
    if match.source is None or not match.cue or tags[unit.first] not in "IS" or tags[match.source[0]] != "P":
        return False
    first, last = match.content[-1]
    ahead = (o.source[0] for o in others if o.source and o is not match and o.shape == "preposed")
    opens = match.source[0] > unit.first and "," not in tags[unit.first : match.cue[-1][1]]
    return opens and any(first < begins < last and tags[begins - 1] == "," for begins in ahead)


def _is_relative(prose: Prose, match: Match) -> bool:
    return bool(match.cue) and match.source is not None and prose.tokens.tags[match.source[0]] in RELATIVES


def _parted(prose: Prose, at: int) -> bool:
    tags = prose.tokens.tags
    return at > 1 and prose.is_a(at - 1, "clause_linkers") and tags[at - 2] in ",-;"


def _before_marks(prose: Prose, first: int, at: int) -> int:
    while at > first and prose.tokens.tags[at - 1] in ",-;":
        at -= 1
    return at


def outer(matches: list[Match]) -> dict[int, int]:
    """From the index of a match inside another one's content to the index of that one, the innermost of several.

    Two that stand in each other's content are not linked.
    """
    found: dict[int, int] = {}
    by_cue = sorted((match.cue[0], number) for number, match in enumerate(matches) if match.cue)
    starts = [cue[0] for cue, _ in by_cue]
    parts = sorted(
        (last - first, first, last, number) for number, match in enumerate(matches) for first, last in match.content
    )
    for _, first, last, number in parts:
        for k in range(bisect_left(starts, first), bisect_left(starts, last)):
            (_, cue_end), inner = by_cue[k]
            if inner != number and cue_end <= last:
                found.setdefault(inner, number)
    return {inner: number for inner, number in found.items() if found.get(number) != inner}


def _speaks_again(prose: Prose, match: Match) -> bool:
    if match.source is None or prose.tokens.tags[match.source[0]] in "PWtO":
        return False
    return match.starts_with_content or match.frame in _SPEECH
