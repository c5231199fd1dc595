"""Sequences of words by which articles of one origin are known."""

from __future__ import annotations

import itertools

_NAMES = (True, True, True)


def shingles(words: str) -> frozenset[tuple[str, ...]]:
    """Sequences of three content words, without those made of names alone, which any two reports of one event share.

    `words` is as `content_words` gives it.
    """
    bare = words.replace("^", "").split(" ")
    named = [w[:1] == "^" for w in words.split(" ")]
    some_word = map(_NAMES.__ne__, zip(named, named[1:], named[2:], strict=False))
    return frozenset(itertools.compress(zip(bare, bare[1:], bare[2:], strict=False), some_word))
