"""Notices on a page that say how its text came about: made by a machine, corrected, paid for."""

from __future__ import annotations

import functools
import re

from briefing.languages import Lexicon
from briefing.phrases import Phrases, compile_phrases, find_phrases
from briefing.records import Notice
from briefing.text import fold, tokens

_SAME = 4  # letters that all forms of a word begin with


@functools.lru_cache(maxsize=4)
def _phrases(lexicon: Lexicon) -> Phrases[str]:
    return compile_phrases((word, entry.id) for entry in lexicon["notices"].entries for word in entry.words)


@functools.lru_cache(maxsize=4)
def _signs(lexicon: Lexicon) -> re.Pattern[str]:
    """Every phrase in any form of its words. Most texts have none, and need not be read word by word."""
    phrases = (tokens(word) for entry in lexicon["notices"].entries for word in entry.words)
    return re.compile("|".join(r"\W*".join(rf"{re.escape(t.folded[:_SAME])}\w*" for t in phrase) for phrase in phrases))


def notices(decoded: str, *, lexicon: Lexicon) -> tuple[Notice, ...]:
    """The first notice of each kind in the decoded source, page furniture included: that is where they stand."""
    if not _signs(lexicon).search(fold(decoded)):
        return ()
    first: dict[str, Notice] = {}
    for found in find_phrases(tokens(decoded), _phrases(lexicon)):
        first.setdefault(found.key, Notice(found.key, found.span.of(decoded), found.span))
    return tuple(first.values())
