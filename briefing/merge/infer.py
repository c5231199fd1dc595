"""Bounds on undated articles: an undated article of the same strand as a dated one tells of the same days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from briefing.digest.shingles import shingles
from briefing.merged import InferredDate

_SHOWN = 5


def infer_dates(
    published: Sequence[str | None], strand_of: Sequence[int], words: Sequence[str]
) -> tuple[InferredDate | None, ...]:
    """For each article a bound, or None. The bound runs from the dated article's day to the day after it.

    `published` has the day of each article, `words` its content words. The bound is shown as inferred and never used
    as a fact: no weekday is resolved from it.
    """
    dated: dict[int, list[int]] = {}
    for i, strand in enumerate(strand_of):
        if published[i] is not None:
            dated.setdefault(strand, []).append(i)
    return tuple(
        _infer(i, dated.get(strand_of[i], []), published, words) if day is None else None
        for i, day in enumerate(published)
    )


def _infer(i: int, mates: Sequence[int], published: Sequence[str | None], words: Sequence[str]) -> InferredDate | None:
    if not mates:
        return None
    mine = shingles(words[i])
    best = max(mates, key=lambda j: (len(mine & shingles(words[j])), -j))
    day = date.fromisoformat(str(published[best])[:10])
    both = map(" ".join, mine & shingles(words[best]))
    shared = tuple(sorted(both, key=lambda s: (-len(s), s))[:_SHOWN])
    return InferredDate(f"{day.isoformat()}/{(day + timedelta(days=1)).isoformat()}", best + 1, shared)
