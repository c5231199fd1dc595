"""What several documents say alike: pairs of neighbouring words that stand in more than one of them.

Source: Gillick and Favre, "A scalable global model for summarization", 2009, whose concepts are such pairs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.steps.summarize.reading import ReadSentence

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Agreement:
    """The shared pairs of each sentence, and how many documents hold each."""

    pairs: tuple[frozenset[Pair], ...]
    holders: Mapping[Pair, int]


def agreement(sentences: Sequence[ReadSentence]) -> Agreement:
    """The pairs, at least one word of them content, that more than one document holds; none for a single document."""
    if len({sentence.candidate.document for sentence in sentences}) < 2:
        return Agreement((frozenset(),) * len(sentences), {})
    found = [_pairs(sentence) for sentence in sentences]
    documents: dict[Pair, set[int]] = {}
    for sentence, pairs in zip(sentences, found, strict=True):
        for pair in pairs:
            documents.setdefault(pair, set()).add(sentence.candidate.document)
    holders = {pair: len(held) for pair, held in documents.items() if len(held) > 1}
    return Agreement(tuple(frozenset(pairs & holders.keys()) for pairs in found), holders)


def _pairs(sentence: ReadSentence) -> set[Pair]:
    neighbours = zip(pairwise(sentence.stems), pairwise(sentence.stops), strict=True)
    return {pair for pair, both in neighbours if not all(both)}
