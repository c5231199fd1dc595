"""Words of a sentence, stop words, and a light stemmer: no NLTK, so that a warm run never imports it."""

from __future__ import annotations

import functools
import re

from briefing.languages import Lexicon
from briefing.text import spaced

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_VOWEL = re.compile(r"[aeiouy]")
_DOUBLED = re.compile(r"([bdfgmnprt])\1$")


def words(text: str) -> tuple[str, ...]:
    """The words of `text` in order as they stand: runs of letters with their apostrophes, and figures."""
    return tuple(spaced(_WORD.findall(text)))


@functools.cache
def stop_words(lexicon: Lexicon) -> frozenset[str]:
    """The words of a language that carry grammar, not topic; lower case, straight apostrophes."""
    return frozenset(word for entry in lexicon["stop_words"].entries for word in entry.words)


def plain(word: str) -> str:
    """`word` in lower case with the typewriter's apostrophe, as the stop words are written."""
    return word.lower().replace("’", "'")


@functools.lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """`word` in lower case without its inflection: possessive, plural, -ed, -ing.

    Source: the first step of Porter, "An algorithm for suffix stripping", Program 14 (1980); derivation is left alone.
    """
    word = plain(word).removesuffix("'s").rstrip("'")
    if len(word) <= 3:
        return word
    return _without_tense(_without_plural(word))


@functools.lru_cache(maxsize=100_000)
def word_forms(word: str) -> tuple[str, str]:
    """`word` in plain form, and its stem."""
    return plain(word), stem(word)


def _without_plural(word: str) -> str:
    if word.endswith("sses"):
        return word[:-2]
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _without_tense(word: str) -> str:
    for ending in ("ing", "ed"):
        base = word.removesuffix(ending)
        if base != word and len(base) >= 3 and _VOWEL.search(base):
            return _DOUBLED.sub(r"\1", base)
    return word.removesuffix("e") if len(word) > 4 else word
