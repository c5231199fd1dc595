"""What a statement says there is, and what it says there is not: "some progress", "no progress"."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from briefing.digest.content import stop_words
from briefing.languages import Lexicon, classes, word_set
from briefing.text import Token, stem

_REACH = 3  # words of a noun phrase that are looked at


def denied_stems(words: Sequence[Token], lexicon: Lexicon) -> frozenset[str]:
    """Stems of the noun phrase after a "no": of "no active negotiations for a deal", "active" and "negotiation"."""
    found: set[str] = set()
    denying = word_set(lexicon["grammar"], "negative_determiner")
    for i, word in enumerate(words):
        if word.folded in denying:
            for following in words[i + 1 : i + 1 + _REACH]:
                if not following.is_word or following.is_capitalised or following.folded in _closing(lexicon):
                    break
                found.add(stem(following.folded))
    return frozenset(found)


def asserted_stems(words: Sequence[Token], lexicon: Lexicon) -> frozenset[str]:
    """Stems of the content words that are said to be there.

    "Some progress was made" asserts progress; "progress was asked for", "a sign of progress" and "no progress" do not.
    """
    if "stands" not in lexicon:
        return frozenset()
    stops = stop_words(lexicon)
    return frozenset(
        stem(w.folded)
        for i, w in enumerate(words)
        if w.is_word and w.folded not in stops and len(w.folded) > 2 and _asserted(words, i, lexicon)
    )


def _asserted(words: Sequence[Token], i: int, lexicon: Lexicon) -> bool:
    """A word that asserts stands before, an adjective between at most, and nothing that weakens it before that."""
    asserting = lexicon["stands"].settings["closed"].get("asserting", ())
    at = next((k for k in range(i - 1, max(i - _REACH, -1), -1) if words[k].folded in asserting), None)
    return at is not None and (at == 0 or words[at - 1].folded not in _weakening(lexicon))


@functools.lru_cache(maxsize=4)
def _weakening(lexicon: Lexicon) -> frozenset[str]:
    known = classes(lexicon, "grammar")
    return known["prepositions"] | known["subordinators"] | known["infinitive"] | known["non_assertive"]


@functools.lru_cache(maxsize=4)
def _closing(lexicon: Lexicon) -> frozenset[str]:
    """Words with which a noun phrase is over, or that make "no" another word: "no longer", "no more".

    Times are no things to be denied: "so that no time gap occurs" says nothing against "some time down the road".
    """
    closed = lexicon["stands"].settings["closed"] if "stands" in lexicon else {}
    times = {word for name in ("spans_of_time", "periods") for word in closed.get(name, ())}
    return stop_words(lexicon) | times | word_set(lexicon["grammar"], "behind_no")
