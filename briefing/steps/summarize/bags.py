"""Sentences as bags of terms in flat numpy arrays, and the products of all pairs of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_BLOCK = 1 << 20  # numbers that a block of pair products may hold: 8 MiB, a few times over


@dataclass(frozen=True, slots=True)
class Bags:
    """One row an occurrence of a term in a sentence, sorted by sentence, then term."""

    sentence: Ints
    term: Ints
    count: Floats
    lengths: Floats  # terms in each sentence, with repetitions
    ids: Mapping[str, int]  # of the terms

    @property
    def vocabulary(self) -> int:
        """The number of terms."""
        return len(self.ids)

    @property
    def size(self) -> int:
        """The number of sentences."""
        return len(self.lengths)


def bags(sentences: Sequence[Sequence[str]], more_terms: Iterable[str] = ()) -> Bags:
    """The bags of `sentences`; `more_terms` widen the vocabulary."""
    ids: dict[str, int] = {}
    flat = [ids.setdefault(term, len(ids)) for terms in sentences for term in terms]
    lengths = np.array([len(terms) for terms in sentences], dtype=np.int64)
    for term in more_terms:
        ids.setdefault(term, len(ids))
    width = max(len(ids), 1)
    keys = np.repeat(np.arange(len(lengths)), lengths) * width + np.array(flat, dtype=np.int64)
    cells, count = np.unique(keys, return_counts=True)
    return Bags(cells // width, cells % width, count.astype(float), lengths.astype(float), ids)


def per_sentence(bag: Bags, values: Floats) -> Floats:
    """The sum over each sentence of one value an occurrence."""
    return sums(bag.sentence, values, bag.size)


def sums(places: NDArray[np.integer[Any]], values: Floats, size: int) -> Floats:
    """`size` sums of the values that share a place."""
    return np.asarray(np.bincount(places, weights=values, minlength=size), dtype=np.float64)


def pair_products(bag: Bags, weights: Floats) -> Iterator[tuple[int, Floats]]:
    """Blocks `(first, products)` of rows: products[i, j] sums weight times weight over the terms that sentences
    `first + i` and `j` share. Goes through postings, so terms that pairs do not share cost nothing.
    """
    by_term = np.argsort(bag.term, kind="stable")
    postings, posted = bag.sentence[by_term], weights[by_term]
    df = np.bincount(bag.term, minlength=bag.vocabulary)
    first_posting = np.cumsum(df) - df
    bounds = np.searchsorted(bag.sentence, np.arange(bag.size + 1))
    for first, last in _blocks(per_sentence(bag, df[bag.term].astype(np.float64)) + bag.size):
        own = slice(bounds[first], bounds[last])
        repeats = df[bag.term[own]]
        ends = np.cumsum(repeats)
        total = int(ends[-1]) if len(ends) else 0
        at = np.arange(total) + np.repeat(first_posting[bag.term[own]] - (ends - repeats), repeats)
        cells = np.repeat((bag.sentence[own] - first) * bag.size, repeats) + postings[at]
        products = sums(cells, np.repeat(weights[own], repeats) * posted[at], (last - first) * bag.size)
        yield first, products.reshape(last - first, bag.size)


def _blocks(costs: Floats) -> Iterator[tuple[int, int]]:
    """Half-open ranges of rows, in order, each of at most `_BLOCK` cells and postings, or of one row."""
    numbers = ((np.cumsum(costs) - costs) // _BLOCK).astype(np.int64)
    starts = np.flatnonzero(np.diff(numbers, prepend=-1)).tolist()
    return pairwise([*starts, len(costs)])
