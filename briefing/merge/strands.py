"""Which articles go back to one origin: articles of one strand share long word sequences, and count once.

Shingles (Broder 1997) are looked up in an index, so that no two articles are compared that share nothing rare.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

_COMMON = 12  # a shingle in more articles than this is a phrase of the trade, not a sign of one origin
_LEAST = 8  # shared shingles
_SHARE = 0.05  # of the shorter article's shingles; independent reports of one event share under 3 %


def shared_shingles(articles: Sequence[frozenset[str]]) -> dict[tuple[int, int], int]:
    """How many shingles each pair of articles shares; only pairs that share any, by position in `articles`."""
    holders: dict[str, list[int]] = {}
    for number, shingles in enumerate(articles):
        for shingle in shingles:
            holders.setdefault(shingle, []).append(number)
    pairs: Counter[tuple[int, int]] = Counter()
    for numbers in holders.values():
        if 1 < len(numbers) <= _COMMON:
            pairs.update((a, b) for i, a in enumerate(numbers) for b in numbers[i + 1 :])
    return dict(pairs)


def strands(articles: Sequence[frozenset[str]]) -> tuple[int, ...]:
    """For each article the number of its strand, counted from 1 in the order of the articles."""
    parent = list(range(len(articles)))
    for (a, b), count in sorted(shared_shingles(articles).items()):
        if count >= max(_LEAST, _SHARE * min(len(articles[a]), len(articles[b]))):
            _union(parent, a, b)
    return _numbered(_root(parent, i) for i in range(len(articles)))


def _root(parent: list[int], i: int) -> int:
    while parent[i] != i:
        parent[i] = parent[parent[i]]
        i = parent[i]
    return i


def _union(parent: list[int], a: int, b: int) -> None:
    one, other = sorted((_root(parent, a), _root(parent, b)))
    parent[other] = one


def _numbered(roots: Iterable[int]) -> tuple[int, ...]:
    numbers: dict[int, int] = {}
    return tuple(numbers.setdefault(root, len(numbers) + 1) for root in roots)


def groups(size: int, pairs: Iterable[tuple[int, int]]) -> tuple[tuple[int, ...], ...]:
    """The connected components of `pairs` over 0…size-1, each ascending, in order of their first."""
    parent = list(range(size))
    for a, b in pairs:
        _union(parent, a, b)
    found: dict[int, list[int]] = {}
    for i in range(size):
        found.setdefault(_root(parent, i), []).append(i)
    return tuple(tuple(members) for members in found.values())
