"""Shingles as numbers: the hash above, the article below, so that to sort them brings equal shingles together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from briefing.digest.shingles import BYTES, HASH

ARTICLE = np.uint64(64 - 8 * BYTES)  # bits of the number of an article: there may be sixteen million
LAST_ARTICLE = np.uint64((1 << int(ARTICLE)) - 1)

_BATCH = 1000  # articles: what they need beside the keys is small

Keys = NDArray[np.uint64]


def keys_of(shingles: Sequence[str]) -> Iterator[Keys]:
    """A key for each shingle of each article, those of some thousand articles at a time; each batch ascending."""
    for first in range(0, len(shingles), _BATCH):
        batch = shingles[first : first + _BATCH]
        hashes = np.frombuffer(bytes.fromhex("".join(batch)), np.uint8).reshape(-1, BYTES)
        widened = np.zeros((len(hashes), 8), np.uint8)
        widened[:, -BYTES:] = hashes
        keys: Keys = widened.reshape(-1).view("<u8")
        articles = np.arange(first, first + len(batch), dtype=np.uint64)
        keys |= np.repeat(articles, [len(own) // HASH for own in batch])
        keys.sort()
        yield keys
