"""Sequences of words by which articles of one origin are known, as one string in the digest.

Of each shingle there are 40 bits of its hash. Of the 220 million different shingles of a million articles some twenty
thousand meet another one by accident; what they feign is one shared shingle of two articles, of which eight are needed.
"""

from __future__ import annotations

import itertools
from hashlib import blake2b

BYTES = 5  # of a hash
HASH = 2 * BYTES  # characters of a hash
_NAMES = (True, True, True)


def shingles(words: str) -> frozenset[tuple[str, ...]]:
    """Sequences of three content words, without those made of names alone, which any two reports of one event share.

    `words` is as `content_words` gives it.
    """
    bare = words.replace("^", "").split(" ")
    named = [w[:1] == "^" for w in words.split(" ")]
    some_word = map(_NAMES.__ne__, zip(named, named[1:], named[2:], strict=False))
    return frozenset(itertools.compress(zip(bare, bare[1:], bare[2:], strict=False), some_word))


def packed(words: str) -> str:
    """The hashes of the shingles of content words in hexadecimal, one after the other, ascending."""
    found = (" ".join(shingle).encode("utf-8", "surrogatepass") for shingle in shingles(words))
    return b"".join(sorted({blake2b(shingle, digest_size=BYTES).digest() for shingle in found})).hex()
