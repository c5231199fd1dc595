"""What a statement says there is, and what it says there is not: "some progress", "no progress"."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from briefing.lexicons import Lexicon
from briefing.merge.words import stop_words
from briefing.text import Token, stem

_REACH = 3  # words of a noun phrase that are looked at


def denied_stems(words: Sequence[Token], lexicon: Lexicon) -> frozenset[str]:
    """Stems of the noun phrase after a "no": of "no active negotiations for a deal", "active" and "negotiation"."""
    found: set[str] = set()
    for i, word in enumerate(words):
        if word.folded == "no":
            for following in words[i + 1 : i + 1 + _REACH]:
                if not following.is_word or following.is_capitalised or following.folded in _closing(lexicon):
                    break
                found.add(stem(following.folded))
    return frozenset(found)


def asserted_stems(words: Sequence[Token], lexicon: Lexicon) -> frozenset[str]:
    """Stems of the content words that are more than mentioned.

    "Some progress was made" asserts progress; "before any progress", "a sign of progress" and "no progress" do not.
    """
    stops = stop_words(lexicon)
    return frozenset(
        stem(w.folded)
        for i, w in enumerate(words)
        if w.is_word and w.folded not in stops and len(w.folded) > 2 and _asserted(words, i, lexicon)
    )


def _asserted(words: Sequence[Token], i: int, lexicon: Lexicon) -> bool:
    """False after a preposition, "any" or "no", with at most an adjective or a determiner between."""
    for k in range(i - 1, max(i - 1 - _REACH, -1), -1):
        if not words[k].is_word:
            return True
        if words[k].folded in _weakening(lexicon):
            return False
        if words[k].folded in _determiners(lexicon):
            return k == 0 or words[k - 1].folded not in _weakening(lexicon)
    return True


@functools.lru_cache(maxsize=4)
def _weakening(lexicon: Lexicon) -> frozenset[str]:
    grammar = lexicon["grammar"]
    return frozenset({*grammar.words("prepositions"), *grammar.words("subordinators"), "to", "any", "no"})


@functools.lru_cache(maxsize=4)
def _determiners(lexicon: Lexicon) -> frozenset[str]:
    return frozenset({*lexicon["grammar"].words("determiners"), *lexicon["grammar"].words("quantifiers")}) - {
        "any",
        "no",
    }


@functools.lru_cache(maxsize=4)
def _closing(lexicon: Lexicon) -> frozenset[str]:
    """Words with which a noun phrase is over, or that make "no" another word: "no longer", "no more"."""
    return stop_words(lexicon) | {"longer", "more", "one"}
