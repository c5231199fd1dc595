"""Who does the work, how key sentences are chosen and how an issue looks. A run with nothing new loads no step."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from briefing.errors import UsageError


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
class Engines:
    """Who does each kind of work: a name of `_ENGINES`. Those of reading and strands do not show in any byte."""

    summary: str = "own"
    reading: str = "local"
    strands: str = "auto"


DEFAULT_ENGINES = Engines()
_ENGINES = {  # the name of each, and its kind of work
    **dict.fromkeys(("own", "sumy"), "summary"),
    **dict.fromkeys(("local", "dask"), "reading"),
    **dict.fromkeys(("auto", "memory", "duckdb"), "strands"),
}


def engines_of(text: str) -> Engines:
    """The engines of a comma list; the default for a kind of work that it names none for. Raises UsageError."""
    chosen: dict[str, str] = {}
    for name in dict.fromkeys(part.strip() for part in text.split(",")):
        if name not in _ENGINES:
            raise UsageError(f"--engine {text}: no engine {name!r}: there are {', '.join(_ENGINES)}")
        if chosen.setdefault(_ENGINES[name], name) != name:
            raise UsageError(f"--engine {text}: {chosen[_ENGINES[name]]} and {name} do the same work: give one of them")
    return Engines(**chosen)


@dataclass(frozen=True, slots=True)
class Look:
    """How an issue is shown to people. None is the default of the renderers."""

    templates: Path | None = None  # the user's own, before the shipped ones
    language: str = "en"
    length: Literal["brief", "full"] = "full"
    max_share: float | None = None  # of a source that is reproduced at most, 0 to 1
    sections: tuple[str, ...] | None = None


DEFAULT_LOOK = Look()
