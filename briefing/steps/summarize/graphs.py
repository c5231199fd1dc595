"""LexRank, TextRank and Reduction: sentences that share words with many others.

Sources: Erkan and Radev, "LexRank", JAIR 22 (2004); Mihalcea and Tarau, "TextRank", EMNLP 2004;
github.com/adamfabish/Reduction. The constants and stop rules are those of sumy 0.13, whose choices these equal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from briefing.steps.summarize.bags import Bags, Floats, Ints, bags, pair_products, per_sentence, sums
from briefing.steps.summarize.ranking import best_first
from briefing.steps.summarize.task import Words

_SIMILAR = 0.1  # cosine above which LexRank draws an edge
_LEX_RANK_STOP = 0.1
_TEXT_RANK_STOP = 1e-4
_DAMPING = 0.85
_NO_ZERO = 1e-7  # against division by zero


def content_stems(words: Words) -> list[list[str]]:
    """The stems of each sentence's words without the stop words."""
    return [
        [words.stem(word) for word in map(str.lower, sentence) if word not in words.stop_words]
        for sentence in words.sentences
    ]


@dataclass(frozen=True, slots=True)
class Edges:
    """The edges that leave a run of sentences, grouped by the sentence they leave."""

    first: int
    degrees: Ints  # edges of each sentence from `first` on
    ends: NDArray[np.integer[Any]]  # the sentence where each edge ends
    weights: Floats | None  # None: all edges weigh the same


def lex_rank(words: Words) -> Iterator[int]:
    """Sentence indexes, best first, by LexRank with an undamped walk over the graph of similar sentences."""
    bag = bags(content_stems(words))
    if not bag.size:
        return iter(())
    graph = list(_similar(bag))
    degrees = np.maximum(np.concatenate([edges.degrees for edges in graph]), 1)

    def step(p: Floats) -> Floats:
        moved = _spread(graph, p / degrees)
        norm = float(np.linalg.norm(moved))
        return moved / norm if norm else moved

    return best_first(_walk(step, bag.size, _LEX_RANK_STOP))


def _similar(bag: Bags) -> Iterator[Edges]:
    """Edges between sentences whose cosine, of term frequency times inverse frequency, passes the threshold."""
    top = np.zeros(bag.size)
    np.maximum.at(top, bag.sentence, bag.count)
    df = np.bincount(bag.term, minlength=bag.vocabulary)
    weights = bag.count / top[bag.sentence] * np.log(bag.size / (1 + df))[bag.term]
    norms = np.sqrt(per_sentence(bag, weights**2))
    inverse = np.divide(1.0, norms, out=np.zeros_like(norms), where=norms > 0)
    for first, products in pair_products(bag, weights):
        own = inverse[first : first + len(products), None]
        yield _edges(first, products * own * inverse > _SIMILAR)


def _edges(first: int, present: NDArray[np.bool_], weights: Floats | None = None) -> Edges:
    degrees = np.count_nonzero(present, axis=1)
    ends = np.nonzero(present)[1].astype(np.int32)
    return Edges(first, degrees, ends, None if weights is None else weights[present])


def _spread(graph: Iterable[Edges], p: Floats) -> Floats:
    """What reaches each sentence when every sentence sends its value along its edges."""
    reached = np.zeros(len(p))
    for edges in graph:
        sent = np.repeat(p[edges.first : edges.first + len(edges.degrees)], edges.degrees)
        reached += sums(edges.ends, sent if edges.weights is None else sent * edges.weights, len(p))
    return reached


def _walk(step: Callable[[Floats], Floats], size: int, stop: float) -> Floats:
    p = np.full(size, 1.0 / size)
    change = 1.0
    while change > stop:
        moved = step(p)
        change = float(np.linalg.norm(moved - p))
        p = moved
    return p


def text_rank(words: Words) -> Iterator[int]:
    """Sentence indexes, best first, by PageRank over the words shared by each two sentences."""
    bag = bags(content_stems(words))
    if not bag.size:
        return iter(())
    graph = []
    for first, shared in _shared_words(bag, 1.0):  # two sentences of one word each: the edge is that word
        graph.append(_edges(first, shared > 0, shared / (shared.sum(axis=1, keepdims=True) + _NO_ZERO)))

    def step(p: Floats) -> Floats:
        return (1 - _DAMPING) / bag.size * float(p.sum()) + _DAMPING * _spread(graph, p)

    return best_first(_walk(step, bag.size, _TEXT_RANK_STOP))


def reduction(words: Words) -> Iterator[int]:
    """Sentence indexes, best first, by the sum of the words shared with every other sentence."""
    bag = bags(content_stems(words))
    ratings = np.zeros(bag.size)
    for first, shared in _shared_words(bag, np.inf):  # two sentences of one word each have nothing to say
        own = np.arange(len(shared))
        shared[own, first + own] = 0.0
        ratings[first : first + len(shared)] = shared.sum(axis=1)
    return best_first(ratings)


def _shared_words(bag: Bags, without_length: float) -> Iterator[tuple[int, Floats]]:
    """Blocks of the words that sentences share, over the logarithms of both lengths (`without_length` for 0)."""
    logs = np.log(np.maximum(bag.lengths, 1.0))
    for first, shared in pair_products(bag, bag.count):
        norms = logs[first : first + len(shared), None] + logs
        norms[norms < 1e-8] = without_length
        yield first, shared / norms
