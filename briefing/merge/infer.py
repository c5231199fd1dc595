"""Bounds on undated articles: an undated article of the same strand as a dated one tells of the same days."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from briefing.digest.shingles import shingles
from briefing.merged import InferredDate, Source

_SHOWN = 5


def infer_dates(
    sources: Sequence[Source], strand_of: Sequence[int], words: Callable[[str], str]
) -> tuple[InferredDate | None, ...]:
    """For each article a bound, or None. The bound runs from the dated article's day to the day after it.

    `words` gives the content words of an article by its id. The bound is shown as inferred and never used
    as a fact: no weekday is resolved from it.
    """
    dated: dict[int, list[int]] = {}
    for i, strand in enumerate(strand_of):
        if sources[i].published is not None:
            dated.setdefault(strand, []).append(i)
    return tuple(
        _infer(i, dated.get(strand_of[i], []), sources, words) if source.published is None else None
        for i, source in enumerate(sources)
    )


def _infer(i: int, mates: Sequence[int], sources: Sequence[Source], words: Callable[[str], str]) -> InferredDate | None:
    if not mates:
        return None
    mine = shingles(words(sources[i].id))
    best = max(mates, key=lambda j: (len(mine & shingles(words(sources[j].id))), -j))
    day = date.fromisoformat(str(sources[best].published))
    both = map(" ".join, mine & shingles(words(sources[best].id)))
    shared = tuple(sorted(both, key=lambda s: (-len(s), s))[:_SHOWN])
    return InferredDate(f"{day.isoformat()}/{(day + timedelta(days=1)).isoformat()}", sources[best].id, shared)
