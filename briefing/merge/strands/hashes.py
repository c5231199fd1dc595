"""The shingles of an article as one string: made where the article is read, kept in its digest, compared in the merge.

Of each shingle there are 40 bits of its hash. Of the 220 million different shingles of a million articles some twenty
thousand meet another one by accident; what they feign is one shared shingle of two articles, of which eight are needed.
"""

from __future__ import annotations

from hashlib import blake2b

from briefing.merge.words import shingles

COMMON = 12  # a shingle in more articles than this is a phrase of the trade, not a sign of one origin
LEAST = 8  # shared shingles
BYTES = 5  # of a hash
HASH = 2 * BYTES  # characters of a hash


def packed(words: str) -> str:
    """The hashes of the shingles of content words in hexadecimal, one after the other, ascending."""
    found = (" ".join(shingle).encode("utf-8", "surrogatepass") for shingle in shingles(words))
    return b"".join(sorted({blake2b(shingle, digest_size=BYTES).digest() for shingle in found})).hex()
