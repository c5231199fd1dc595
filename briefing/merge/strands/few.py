"""The pairs of a few articles: a dictionary, and nothing to load."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from briefing.digest.shingles import HASH
from briefing.merge.strands.limits import COMMON, LEAST


def pairs_of_few(shingles: Sequence[str]) -> list[tuple[int, int, int]]:
    """Every two articles a < b that share enough rare shingles, and how many."""
    having: dict[str, list[int]] = {}
    for article, own in enumerate(shingles):
        for place in range(0, len(own), HASH):
            having.setdefault(own[place : place + HASH], []).append(article)
    rare = (articles for articles in having.values() if 1 < len(articles) <= COMMON)
    shared = Counter(pair for articles in rare for pair in combinations(articles, 2))
    return [(a, b, count) for (a, b), count in shared.items() if count >= LEAST]
