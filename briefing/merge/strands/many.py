"""The pairs of many articles: one sorted array of all their shingles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np

from briefing.digest.shingles import HASH
from briefing.merge.strands.keys import ARTICLE, LAST_ARTICLE, Keys, keys_of
from briefing.merge.strands.limits import COMMON, LEAST

_PARTS = 16  # of the array that are looked at one after the other: what they need beside it is small


def pairs_of_many(shingles: Sequence[str]) -> list[tuple[int, int, int]]:
    """Every two articles a < b that share enough rare shingles, and how many."""
    pairs, counts = np.unique(_all_pairs(shingles), return_counts=True)  # the shingles are no longer in memory
    enough = counts >= LEAST
    a, b = pairs[enough] >> ARTICLE, pairs[enough] & LAST_ARTICLE
    return list(zip(a.tolist(), b.tolist(), counts[enough].tolist(), strict=True))


def _all_pairs(shingles: Sequence[str]) -> Keys:
    """Every two articles that share a rare shingle, as `_pairs` gives them, in any order."""
    keys = np.empty(sum(map(len, shingles)) // HASH, np.uint64)
    end = 0
    for batch in keys_of(shingles):
        keys[end : (end := end + len(batch))] = batch
    keys.sort(kind="stable")  # which is quick with batches that are in order
    bounds = np.searchsorted(keys, np.arange(1, _PARTS, dtype=np.uint64) << np.uint64(60))
    return np.concatenate([pairs for part in np.split(keys, bounds) for pairs in _pairs(part)])


def _pairs(keys: Keys) -> Iterator[Keys]:
    """Every two articles that have a rare shingle, the first above and the second below, once for each shingle."""
    hashes = keys >> ARTICLE
    starts = np.flatnonzero(np.diff(hashes, prepend=~hashes[:1]))
    counts = np.diff(starts, append=len(keys))
    for many in range(2, COMMON + 1):
        runs = starts[counts == many][:, None] + np.arange(many)
        articles = keys[runs] & LAST_ARTICLE  # a row for each shingle, ascending
        for one, other in combinations(range(many), 2):
            yield articles[:, one] << ARTICLE | articles[:, other]
