"""The splitter's word lists."""

from __future__ import annotations

import functools

from briefing.languages import Lexicon


@functools.cache
def table_words(lexicon: Lexicon, table: str) -> frozenset[str]:
    """All words of one table."""
    return frozenset(word for entry in lexicon[table].entries for word in entry.words)


@functools.cache
def abbreviations(lexicon: Lexicon, before: str) -> frozenset[str]:
    """The abbreviations that hold before "any" word, before a "name" or before a "number" only."""
    entries = (entry for entry in lexicon["abbreviations"].entries if entry.extra["before"] == before)
    return frozenset(word for entry in entries for word in entry.words)
