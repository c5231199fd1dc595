"""Rankings from ratings: numbers that differ only by rounding are ties, and ties fall to text order."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from briefing.steps.summarize.bags import Floats

_DIGITS = 10  # significant digits in which ratings must differ


def best_first(ratings: Floats) -> Iterator[int]:
    """Indexes from the highest rating to the lowest."""
    return iter(np.argsort(-_rounded(ratings), kind="stable").tolist())


def first_best(ratings: Floats) -> int:
    """The first index of the highest rating."""
    return int(np.argmax(_rounded(ratings)))


def _rounded(ratings: Floats) -> Floats:
    with np.errstate(divide="ignore"):
        digits = np.where(ratings == 0, 0.0, np.floor(np.log10(np.abs(ratings))))
    scale = 10.0 ** (_DIGITS - 1 - np.clip(np.nan_to_num(digits, neginf=0.0), -280, 280))
    finite = np.isfinite(ratings)
    return np.where(finite, np.round(np.where(finite, ratings, 0.0) * scale) / scale, ratings)
