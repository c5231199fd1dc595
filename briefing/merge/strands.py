"""Which articles go back to one origin: articles of one strand share long word sequences, and count once.

Shingles (Broder 1997) are looked up in an index, so that no two articles are compared that share nothing rare. The
index is built in parts, of which only one is in memory at a time.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from briefing.merge.shingles import shingles

_COMMON = 12  # a shingle in more articles than this is a phrase of the trade, not a sign of one origin
_LEAST = 8  # shared shingles
_SHARE = 0.05  # of the shorter article's shingles; independent reports of one event share under 3 %
_PARTS = 32  # of the index


def strands(words: Sequence[str], fingerprints: Sequence[str]) -> tuple[int, ...]:
    """For each article the number of its strand, counted from 1 in the order of the articles.

    `words` has the content words of each. Copies, which have one fingerprint, are one strand however many they are.
    """
    parent = list(range(len(words)))
    first: dict[str, int] = {}
    for number, name in enumerate(fingerprints):
        if first.setdefault(name, number) != number:
            _union(parent, first[name], number)
    unique = sorted(first.values())
    sizes, parts = _hashed(words, unique)
    pairs: Counter[int] = Counter()
    for hashes, owners in parts:
        pairs.update(_pairs(hashes, owners, len(words)))
    for key, count in pairs.items():
        if count >= _LEAST:
            a, b = divmod(key, len(words))
            if count >= _SHARE * min(sizes[a], sizes[b]):
                _union(parent, a, b)
    return _numbered(_root(parent, i) for i in range(len(words)))


def _hashed(
    words: Sequence[str], articles: Sequence[int]
) -> tuple[dict[int, int], list[tuple[array[int], array[int]]]]:
    """The number of shingles of each article; and the hash and owner of every shingle, in parts by the hash.

    The hashes differ from run to run, what is equal does not: only equality counts.
    """
    parts = [(array("q"), array("l")) for _ in range(_PARTS)]
    sizes = {}
    for number in articles:
        found = shingles(words[number])
        sizes[number] = len(found)
        for shingle in found:
            value = hash(shingle)
            hashes, owners = parts[value % _PARTS]
            hashes.append(value)
            owners.append(number)
    return sizes, parts


def _pairs(hashes: Sequence[int], owners: Sequence[int], size: int) -> Iterator[int]:
    """`a * size + b` for every two articles a < b and every rare shingle that both have."""
    once: dict[int, int] = {}
    several: dict[int, list[int]] = {}
    for value, owner in zip(hashes, owners, strict=True):
        if value not in once:
            once[value] = owner
        elif value in several:
            several[value].append(owner)
        else:
            several[value] = [once[value], owner]
    for numbers in several.values():
        if len(numbers) <= _COMMON:
            yield from (a * size + b for i, a in enumerate(numbers) for b in numbers[i + 1 :])


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
