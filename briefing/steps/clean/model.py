"""Score lines: three logistic scores, each later one seeing what the earlier one made of the neighbours.

The weights are data, those of `briefing.models`: `lines` for plain text and `pages` for HTML. A positive weight speaks
for article text.
The stacking of sequential scores follows Cohen and Carvalho, "Stacked sequential learning" (IJCAI 2005).
"""

from __future__ import annotations

import functools
import math
import operator
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from briefing.models import Model
from briefing.steps.clean.features import Seen
from briefing.steps.clean.neighbours import HOPELESS, NUMERIC, Context, look_around


class Scored(NamedTuple):
    """A line with the probability that it is article text, and the features that decided, strongest first."""

    seen: Seen
    score: float
    reasons: str


class _Named(dict[str, float]):
    """Weights by name; a feature without one weighs nothing."""

    def __missing__(self, name: str) -> float:
        return 0.0


class Weights(NamedTuple):
    """One stage: a weight for each feature by name, and for each figure of NUMERIC in order."""

    named: Mapping[str, float]
    numeric: tuple[float, ...]
    base: float


@functools.cache
def stages(model: Model) -> tuple[Weights, ...]:
    """The stages of a model, in order. Raises KeyError when a weight is missing."""
    found = []
    for weights in model.stages:
        named = _Named(weights)
        numeric = tuple(named.pop(figure, 0.0) for figure in NUMERIC)
        found.append(Weights(named, numeric, named.pop("base")))
    return tuple(found)


def score_lines(seen: Sequence[Seen], model: Model, ends: frozenset[str]) -> list[Scored]:
    """Every line with its score between 0 and 1. `ends` are the furniture entries after which articles end."""
    first, *later = stages(model)
    weigh = first.named.__getitem__
    scores = [_probability(first.base + sum(map(weigh, line.features))) for line in seen]
    context: list[Context | None] = []
    for weights in later:
        context = look_around(seen, scores, ends)
        scores = [
            score if around is None else _score(line, around, weights)
            for line, score, around in zip(seen, scores, context, strict=True)
        ]
    return [
        Scored(line, score, _reasons(line, around, later[-1] if around else first, score, model.threshold))
        for line, score, around in zip(seen, scores, context, strict=True)
    ]


def _score(line: Seen, context: Context, weights: Weights) -> float:
    names, figures = context
    weigh = weights.named.__getitem__
    total = weights.base + sum(map(weigh, line.features)) + sum(map(weigh, names))
    return _probability(total + sum(map(operator.mul, figures, weights.numeric)))


def _probability(logit: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))


def _reasons(line: Seen, context: Context | None, weights: Weights, score: float, keep: float) -> str:
    """The furniture words in the line, or the features that spoke loudest for the verdict."""
    kept = score > keep
    if line.furniture and not kept:
        return ", ".join([f"{phrase!r} ({entry})" for entry, phrase in line.furniture.items()])
    if context is None or score < HOPELESS:
        return min(line.features, key=weights.named.__getitem__)
    strongest = sorted(line.features + context[0], key=weights.named.__getitem__, reverse=kept)
    return ", ".join(strongest[:3])
