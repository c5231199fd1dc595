"""Take sentences from a ranking until the budget is spent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.steps.summarize.task import Budget

_MISSES = 12  # sentences in a row that no longer fit: what still fits ranks too low to be worth having


def take(ranking: Iterable[int], texts: Sequence[str], budget: Budget) -> list[int]:
    """Indexes into `texts`, best first, that fit the budget together. A sentence that stands twice is taken once."""
    taken: list[int] = []
    seen: set[str] = set()
    words_left, misses = budget.words, 0
    for index in ranking:
        if texts[index] in seen:
            continue
        length = len(texts[index].split())
        if words_left is not None and length > words_left:
            misses += 1
            if misses == _MISSES:
                break
            continue
        taken.append(index)
        seen.add(texts[index])
        words_left = None if words_left is None else words_left - length
        if len(taken) == budget.sentences:
            break
    return taken
