"""Whether an article is in the language whose rules read it, by the words that its sentences are made of."""

from __future__ import annotations

import functools

from briefing.lexicons import Lexicon
from briefing.steps.clean.furniture import tokens

_READ = 20_000  # characters that are looked at
_LEAST_WORDS = 20  # a headline is too little to tell by
# Of the words of English news texts .38 to .54 are function words of English; of German, French and Spanish ones up to
# .06, for the languages share a few ("in", "a").
_LEAST_SHARE = 0.2


def foreign(text: str, lexicon: Lexicon) -> str | None:
    """Why `text` is not in the language of `lexicon`; None when it is, or is too short to tell.

    Method: the share of function words, as in Grefenstette, "Comparing two language identification schemes" (1995).
    """
    words = tokens(text[:_READ])
    known = sum(map(_function_words(lexicon).__contains__, words))
    if len(words) < _LEAST_WORDS or known >= _LEAST_SHARE * len(words):
        return None
    return f"only {known} of its {len(words)} words are function words of the language that the rules are for"


@functools.cache
def _function_words(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(word for entry in lexicon["stop_words"].entries for word in entry.words)
