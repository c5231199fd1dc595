"""Outlets that pass on what another says: "…, Reuters reports" behind words that have a speaker of their own."""

from __future__ import annotations

import functools
from dataclasses import replace

from briefing.lexicons import Lexicon
from briefing.phrases import Phrases, compile_phrases, find_phrases
from briefing.steps.attribute.match import Match
from briefing.steps.attribute.nesting import outer
from briefing.steps.attribute.page import Page
from briefing.text import tokens


@functools.lru_cache(maxsize=4)
def outlets(lexicon: Lexicon) -> Phrases[str]:
    """The names and descriptions of outlets, without those who merely receive words ("reporters")."""
    entries = lexicon["outlets"].entries
    return compile_phrases((word, entry.id) for entry in entries if entry.id != "receivers" for word in entry.words)


def with_relays(page: Page, matches: list[Match], lexicon: Lexicon) -> list[Match]:
    """The matches of one unit, those marked whose source is an outlet and whose content holds another's words."""
    speakers = {
        around for inner, around in outer(matches).items() if matches[inner].source is not None
    }
    return [
        replace(match, relays=True) if number in speakers and _is_outlet(page, match, lexicon) else match
        for number, match in enumerate(matches)
    ]


def _is_outlet(page: Page, match: Match, lexicon: Lexicon) -> bool:
    """The source is an outlet, by a capitalised name or by a description that the table has: "the wire service"."""
    if match.source is None:
        return False
    span = page.span(*match.source)
    words = tokens(page.text, span.start, span.end)
    return any(
        found.last == len(words) and (found.key == "unnamed" or words[found.first].is_capitalised)
        for found in find_phrases(words, outlets(lexicon))
    )
