"""Notices on a page that say how its text came about: made by a machine, corrected, paid for."""

from __future__ import annotations

import functools

from briefing.languages import Lexicon
from briefing.phrases import Phrases, compile_phrases, find_phrases
from briefing.records import Notice
from briefing.text import tokens


@functools.lru_cache(maxsize=4)
def _phrases(lexicon: Lexicon) -> Phrases[str]:
    return compile_phrases((word, entry.id) for entry in lexicon["notices"].entries for word in entry.words)


def notices(decoded: str, *, lexicon: Lexicon) -> tuple[Notice, ...]:
    """The first notice of each kind in the decoded source, page furniture included: that is where they stand."""
    first: dict[str, Notice] = {}
    for found in find_phrases(tokens(decoded), _phrases(lexicon)):
        first.setdefault(found.key, Notice(found.key, found.span.of(decoded), found.span))
    return tuple(first.values())
