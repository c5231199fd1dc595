"""Shingles as numbers: the hash above, the article below, so that to sort them brings equal shingles together."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from briefing.merge.strands.hashes import BYTES, HASH

ARTICLE = np.uint64(64 - 8 * BYTES)  # bits of the number of an article: there may be sixteen million
LAST_ARTICLE = np.uint64((1 << int(ARTICLE)) - 1)

Keys = NDArray[np.uint64]


def sorted_keys(shingles: Sequence[str], first: int = 0) -> Keys:
    """A key for each shingle of each article, ascending; the articles are numbered from `first` on."""
    bare = np.frombuffer(bytes.fromhex("".join(shingles)), np.uint8).reshape(-1, BYTES)
    widened = np.zeros((len(bare), 8), np.uint8)
    widened[:, :BYTES] = bare
    keys = widened.reshape(-1).view(">u8").astype(np.uint64)
    counts = [len(own) // HASH for own in shingles]
    keys |= np.repeat(np.arange(first, first + len(shingles), dtype=np.uint64), counts)
    keys.sort()
    return keys
