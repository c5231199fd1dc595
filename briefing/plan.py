"""How key sentences are chosen and how an issue looks. A run with nothing new loads this and none of the steps."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal


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


@dataclass(frozen=True, slots=True)
class Look:
    """How an issue is shown to people. None is the default of the renderers."""

    templates: Path | None = None  # the user's own, before the shipped ones
    language: str = "en"
    length: Literal["brief", "full"] = "full"
    max_share: float | None = None  # of a source that is reproduced at most, 0 to 1
    sections: tuple[str, ...] | None = None


DEFAULT_LOOK = Look()
