"""Briefings of any size, for the speed of the page."""

from __future__ import annotations

from dataclasses import replace

from briefing import merged as m
from tests.render import factory

WEATHER = ("thunder", "drizzle", "sunshine", "thunderstorms")


def briefing(count: int) -> m.Briefing:
    """A briefing of `count` statements over all parties, issues, modes and days, from a source for every ten."""
    base = factory.statements()
    sources = tuple(factory.source(n, published=f"2024-05-{n % 28 + 1:02d}") for n in range(1, max(count // 10, 3) + 1))
    made = tuple(_statement(base[n % len(base)], n, len(sources)) for n in range(count))
    return factory.briefing(sources=sources, statements=(*base, *made))


def _statement(model: m.Statement, n: int, sources: int) -> m.Statement:
    words = f"Statement {n} was made on the shore, and it said that the lake has {n * 7 % 113} boats and no owner. " * 2
    words += f"There was {WEATHER[n % len(WEATHER)]} that day."
    lead = replace(
        model.lead, source=f"src-{n % sources + 1}", text=words.strip(), before="A boat left.", after="Another came."
    )
    day = replace(model.date_said, iso=f"2024-05-{n % 28 + 1:02d}")
    return replace(model, id=f"x-{n:08x}", lead=lead, citations=(lead,), date_said=day)
