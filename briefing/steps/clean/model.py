"""Score lines: three logistic scores, each later one seeing what the earlier one made of the neighbours.

The weights are data: `line_model.toml` for plain text and `page_model.toml` for HTML in the lexicon, derived by
`derive_line_model.py` and `derive_page_model.py` in `benchmarks/quality`. A positive weight speaks for article text.
The stacking of sequential scores follows Cohen and Carvalho, "Stacked sequential learning" (IJCAI 2005).
"""

from __future__ import annotations

import functools
import heapq
import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from briefing.lexicons import Table
from briefing.steps.clean.context import NUMERIC, Context, look_around
from briefing.steps.clean.features import Seen


class Scored(NamedTuple):
    """A line with the probability that it is article text, and the features that decided, strongest first."""

    seen: Seen
    score: float
    reasons: str


class Weights(NamedTuple):
    """One stage: a weight for each feature by name, and for each figure of NUMERIC in order."""

    named: Mapping[str, float]
    numeric: tuple[float, ...]
    base: float


@functools.cache
def stages(table: Table) -> tuple[Weights, ...]:
    """The stages of a table of weights, in order. Raises KeyError when a weight is missing."""
    found = []
    for name in ("alone", "context", "context_again"):
        named = dict(table.settings[name])
        numeric = tuple(named.pop(figure, 0.0) for figure in NUMERIC)
        found.append(Weights(named, numeric, named.pop("base")))
    return tuple(found)


def threshold(table: Table) -> float:
    """The score above which a line is kept."""
    return float(table.settings["threshold"])


def score_lines(seen: Sequence[Seen], table: Table, ends: frozenset[str]) -> list[Scored]:
    """Every line with its score between 0 and 1. `ends` are the furniture entries after which articles end."""
    first, *later = stages(table)
    scores = [_probability(first.base + _sum(line.features, first.named)) for line in seen]
    context: list[Context] = []
    for weights in later:
        context = look_around(seen, scores, ends)
        scores = [_score(line, around, weights) for line, around in zip(seen, context, strict=True)]
    last, keep = later[-1].named, threshold(table)
    return [
        Scored(line, score, _reasons(line, around[0], last, kept=score > keep))
        for line, score, around in zip(seen, scores, context, strict=True)
    ]


def _sum(names: list[str], weights: Mapping[str, float]) -> float:
    get = weights.get
    return sum([get(name, 0.0) for name in names])


def _score(line: Seen, context: Context, weights: Weights) -> float:
    names, figures = context
    total = weights.base + _sum(line.features, weights.named) + _sum(names, weights.named)
    return _probability(total + sum([a * b for a, b in zip(figures, weights.numeric, strict=True)]))


def _probability(logit: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))


def _reasons(line: Seen, names: list[str], weights: Mapping[str, float], *, kept: bool) -> str:
    """The furniture words in the line, or the three features that spoke loudest for the verdict."""
    if line.furniture and not kept:
        return ", ".join(f"{phrase!r} ({entry})" for entry, phrase in line.furniture.items())
    sign = 1.0 if kept else -1.0
    strongest = heapq.nlargest(3, {*line.features, *names}, key=lambda name: (sign * weights.get(name, 0.0), name))
    return ", ".join(strongest)
