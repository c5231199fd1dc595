"""Attributions inside the content of others: which are linked, which dropped, and where a content stops before the next attribution."""

from __future__ import annotations

from bisect import bisect_left
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
    inside = outer(cut)
    return [match for number, match in enumerate(cut) if number not in inside or _speaks_again(page, match)]


def _cut_back(page: Page, match: Match, others: list[Match]) -> Match:
    """`match` with its last content ended before another attribution that is parted from it by a comma and "and", "but", "while"."""
    first, last = match.content[-1]
    for other in others:
        if other is match or not other.cue:
            continue
        begins = min(other.source[0] if other.source else other.cue[0][0], other.cue[0][0])
        if not first < begins < last:
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


def outer(matches: list[Match]) -> dict[int, int]:
    """From the index of a match inside another one's content to the index of that one, the innermost where there are several."""
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
    return found


def _speaks_again(page: Page, match: Match) -> bool:
    if match.source is None or page.tokens.tags[match.source[0]] in "PWtO":
        return False
    return match.rule in AROUND or match.rule.endswith(_SPEECH)
