"""How the key sentences of an article are chosen. Apart from the steps, so that a run that reads nothing loads none."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SummaryPlan:
    """The method's name, who runs it ("own" or "sumy"), and how much of it; None is no limit of that kind."""

    method: str = "briefing"
    engine: str = "own"
    sentences: int | None = 3
    words: int | None = None


DEFAULT_SUMMARY = SummaryPlan()


def plan_of(method: str, engine: str, sentences: int | None, words: int | None) -> SummaryPlan:
    """The plan that options ask for; three sentences when they set no budget."""
    return SummaryPlan(method, engine, sentences or (None if words else DEFAULT_SUMMARY.sentences), words)
