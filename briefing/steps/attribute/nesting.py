"""Attributions inside the content of others: which are linked, which dropped, and where a content stops before the next attribution."""

from __future__ import annotations

from dataclasses import replace

from briefing.steps.attribute.page import Page
from briefing.steps.attribute.shapes import AROUND, Match

_PARTING = frozenset({"and", "but", "while", "whereas", "although", "though", "as", "yet", "or"})
_SPEECH = ("that", "clause", "quote")


def settle(page: Page, matches: list[Match]) -> list[Match]:
    """The matches of one unit, contents cut back before attributions that follow them; of those inside a content only reported speech.

    A reporter's words are reported again only where a named source speaks ("they added that mediators suggested …"): what "he said he
    wants" adds to "he said" is the same attribution.
    """
    cut = [_cut_back(page, match, matches) for match in matches]
    return [match for match in cut if _outer(match, cut) is None or _speaks_again(page, match)]


def _cut_back(page: Page, match: Match, others: list[Match]) -> Match:
    """`match` with its last content ended before another attribution that is parted from it by a comma and "and", "but", "while"."""
    first, last = match.content[-1]
    for other in others:
        begins = min(other.source[0] if other.source else other.cue[0][0], other.cue[0][0])
        if other is match or not first < begins < last:
            continue
        if other.rule in AROUND and begins > match.cue[-1][1]:
            last = _before_marks(page, first, begins)
        elif other.rule.startswith("preposed") and _parted(page, begins):
            last = _before_marks(page, first, begins - 1)
    if last == match.content[-1][1] or last <= first:
        return match
    return replace(match, content=(*match.content[:-1], (first, last)))


def _parted(page: Page, at: int) -> bool:
    tags, words = page.tokens.tags, page.tokens.words
    return at > 1 and words[at - 1] in _PARTING and tags[at - 2] in ",-;"


def _before_marks(page: Page, first: int, at: int) -> int:
    while at > first and page.tokens.tags[at - 1] in ",-;":
        at -= 1
    return at


def _outer(match: Match, matches: list[Match]) -> Match | None:
    """The attribution with the shortest content that holds the cue of `match`."""
    cue = match.cue[0]
    holding = [
        other
        for other in matches
        if other is not match and any(first <= cue[0] and cue[1] <= last for first, last in other.content)
    ]
    return min(holding, key=lambda other: other.content[0][1] - other.content[0][0], default=None)


def _speaks_again(page: Page, match: Match) -> bool:
    if match.source is None or page.tokens.tags[match.source[0]] in "PWtO":
        return False
    return match.rule in AROUND or match.rule.endswith(_SPEECH)
