"""The language of an article, by the words that its sentences are made of.

The rules' own language is told by its function words, at once. Only where these are too few the article is shown to a
language identifier (py3langid; Lui and Baldwin, "langid.py", 2012), whose model takes long to load.
"""

from __future__ import annotations

import functools

from briefing.languages import Lexicon
from briefing.steps.clean.furniture import tokens

_READ = 20_000  # characters that are looked at
_LEAST_WORDS = 20  # a headline is too little to tell by
# Of the words of English news texts .38 to .54 are function words of English, of German ones .35 to .5 of German; of
# texts in another language up to .06, for the languages share a few ("in", "a").
_LEAST_SHARE = 0.2


def language_of(text: str, lexicon: Lexicon) -> str | None:
    """The ISO 639-1 code of the language of `text`; None when it is that of `lexicon`, or is too short to tell."""
    words = tokens(text[:_READ])
    known = sum(map(_function_words(lexicon).__contains__, words))
    if len(words) < _LEAST_WORDS or known >= _LEAST_SHARE * len(words):
        return None
    found = identify(text[:_READ])
    return None if found == lexicon.language else found


def identify(text: str) -> str:
    """The ISO 639-1 code of the language that `text` is most likely in."""
    from py3langid import classify  # noqa: PLC0415 - its model takes most of a second

    return str(classify(text)[0])


@functools.cache
def _function_words(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(word for entry in lexicon["stop_words"].entries for word in entry.words)
