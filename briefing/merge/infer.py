"""Bounds on undated articles: an undated article of the same strand as a dated one tells of the same days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from briefing.merged import InferredDate
from briefing.records import Reading

_SHOWN = 5


def infer_dates(
    readings: Sequence[Reading], strand_of: Sequence[int], shingles: Sequence[frozenset[str]]
) -> tuple[InferredDate | None, ...]:
    """For each reading a bound, or None. The bound runs from the dated article's day to the day after it.

    It is shown as inferred and never used as a fact: no weekday is resolved from it.
    """
    return tuple(_infer(i, readings, strand_of, shingles) for i in range(len(readings)))


def _infer(
    i: int, readings: Sequence[Reading], strand_of: Sequence[int], shingles: Sequence[frozenset[str]]
) -> InferredDate | None:
    if readings[i].article.published is not None:
        return None
    mates = [j for j in range(len(readings)) if strand_of[j] == strand_of[i] and readings[j].article.published]
    if not mates:
        return None
    best = max(mates, key=lambda j: (len(shingles[i] & shingles[j]), -j))
    day = date.fromisoformat(str(readings[best].article.published)[:10])
    shared = tuple(sorted(shingles[i] & shingles[best], key=lambda s: (-len(s), s))[:_SHOWN])
    return InferredDate(f"{day.isoformat()}/{(day + timedelta(days=1)).isoformat()}", best + 1, shared)
