"""LexRank, TextRank and Reduction: sentences that share words with many others.

Sources: Erkan and Radev, "LexRank", JAIR 22 (2004); Mihalcea and Tarau, "TextRank", EMNLP 2004;
github.com/adamfabish/Reduction. The constants and stop rules are those of sumy 0.13, whose choices these equal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from briefing.steps.summarize.bags import Bags, Floats, Ints, bags, pair_products, per_sentence, sums
from briefing.steps.summarize.ranking import best_first
from briefing.steps.summarize.records import Words

_SIMILAR = 0.1  # cosine above which LexRank draws an edge
_LEX_RANK_STOP = 0.1
_TEXT_RANK_STOP = 1e-4
_DAMPING = 0.85


def content_stems(words: Words) -> list[list[str]]:
    """The stems of each sentence's words without the stop words."""
    return [
        [words.stem(word) for word in map(str.lower, sentence) if word not in words.stop_words]
        for sentence in words.sentences
    ]


def lex_rank(words: Words) -> Iterator[int]:
    """Sentence indexes, best first, by LexRank with an undamped walk over the graph of similar sentences."""
    bag = bags(content_stems(words))
    if not bag.size:
        return iter(())
    rows, columns = _similar_pairs(bag)
    degrees = np.maximum(np.bincount(rows, minlength=bag.size), 1)

    def step(p: Floats) -> Floats:
        moved = sums(columns, (p / degrees)[rows], bag.size)
        norm = float(np.linalg.norm(moved))
        return moved / norm if norm else moved

    return best_first(_walk(step, bag.size, _LEX_RANK_STOP))


def _similar_pairs(bag: Bags) -> tuple[Ints, Ints]:
    """Rows and columns of the pairs whose cosine, of term frequency times inverse frequency, passes the threshold."""
    top = np.zeros(bag.size)
    np.maximum.at(top, bag.sentence, bag.count)
    df = np.bincount(bag.term, minlength=bag.vocabulary)
    weights = bag.count / top[bag.sentence] * np.log(bag.size / (1 + df))[bag.term]
    norms = np.sqrt(per_sentence(bag, weights**2))
    inverse = np.divide(1.0, norms, out=np.zeros_like(norms), where=norms > 0)
    rows, columns = [], []
    for first, products in pair_products(bag, weights):
        own = inverse[first : first + len(products), None]
        row, column = np.nonzero(products * own * inverse > _SIMILAR)
        rows.append(row + first)
        columns.append(column)
    return np.concatenate(rows), np.concatenate(columns)


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
    rows, columns, shared = _shared_words(bag)
    norm = _log_lengths(bag)
    norm = norm[rows] + norm[columns]
    edges = shared / np.where(norm < 1e-8, 1.0, norm)  # two sentences of one word each: the edge is that word
    edges = edges / (sums(rows, edges, bag.size) + 1e-7)[rows]

    def step(p: Floats) -> Floats:
        moved = sums(columns, edges * p[rows], bag.size)
        return (1 - _DAMPING) / bag.size * float(p.sum()) + _DAMPING * moved

    return best_first(_walk(step, bag.size, _TEXT_RANK_STOP))


def reduction(words: Words) -> Iterator[int]:
    """Sentence indexes, best first, by the sum of the words shared with every other sentence."""
    bag = bags(content_stems(words))
    rows, columns, shared = _shared_words(bag)
    norm = _log_lengths(bag)
    norm = norm[rows] + norm[columns]
    edges = np.divide(shared, norm, out=np.zeros_like(shared), where=norm > 0)
    return best_first(sums(rows, np.where(rows == columns, 0.0, edges), bag.size))


def _log_lengths(bag: Bags) -> Floats:
    logs: Floats = np.log(np.maximum(bag.lengths, 1.0))
    return logs


def _shared_words(bag: Bags) -> tuple[Ints, Ints, Floats]:
    rows, columns, shared = [], [], []
    for first, products in pair_products(bag, bag.count):
        row, column = np.nonzero(products)
        rows.append(row + first)
        columns.append(column)
        shared.append(products[row, column])
    if not rows:
        empty = np.zeros(0, dtype=np.int64)
        return empty, empty, np.zeros(0)
    return np.concatenate(rows), np.concatenate(columns), np.concatenate(shared)
