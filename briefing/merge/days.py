"""A large briefing in parts, one for each day of its sources, and put together again.

An article more changes the parts of the days that it touches; the others stay as they are, byte for byte, and an issue
shares them with the one before it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace
from itertools import chain
from typing import Any

from briefing.merge.assemble import in_rank
from briefing.merge.changes import usual_change
from briefing.merge.statements import Order
from briefing.merge.timeline import in_order
from briefing.merged import Briefing, Change, Edition, EditionPart, Part, Statement

MOST = 5000  # statements that one file holds, or one page shows; a page with more takes a browser seconds to open
PAGE = 500  # statements that a page shows of more: nobody reads as many in a morning, and every morning it is written
_UNDATED = "undated"
_DAY = re.compile(r"\d{4}-\d{2}(-\d{2})?")
# The source that a row of each field of a part is of; who agrees is found by the statement.
_SOURCE_OF: Mapping[str, Callable[[Any], str]] = {
    "sources": lambda row: row.id,
    "statements": lambda row: row.lead.source,
    "figures": lambda row: row.citation.source,
    "wordings": lambda row: row.source,
    "timeline": lambda row: row.citation.source,
    "summaries": lambda row: row.source,
}


def by_day(briefing: Briefing) -> dict[str, Part]:
    """The parts of a briefing by their days, in order."""
    days = {source.id: day_of(source.published) for source in briefing.sources}
    said = {statement.id: days[statement.lead.source] for statement in briefing.statements}
    found: dict[str, dict[str, list[Any]]] = {}
    for name, source_of in _SOURCE_OF.items():
        for row in getattr(briefing, name):
            found.setdefault(days[source_of(row)], {}).setdefault(name, []).append(row)
    for row in briefing.agreements:
        found[said[row.statements[0]]].setdefault("agreements", []).append(row)
    names = [field.name for field in fields(Part)]
    return {day: Part(**{name: tuple(found[day].get(name, ())) for name in names}) for day in sorted(found)}


def without_days(briefing: Briefing) -> Briefing:
    """What no day has."""
    nothing: dict[str, Any] = {field.name: () for field in fields(Part)}
    return replace(briefing, **nothing)


def news_of(briefing: Briefing) -> dict[str, Change]:
    """What happened to each statement since the issue before, by its id, but for what happened to most.

    It changes from one issue to the next while the days stay as they are, so that no part tells it.
    """
    usual = usual_change(compared=briefing.previous is not None)
    return {statement.id: statement.change for statement in briefing.statements if statement.change != usual}


def joined(whole: Briefing, parts: Sequence[Part], news: Mapping[str, Change] | None) -> Briefing:
    """The briefing that `without_days`, `by_day` and `news_of` took apart.

    Parts by programs that had no `news` (None) tell themselves what happened to their statements.
    """
    rows = {field.name: list(chain.from_iterable(getattr(p, field.name) for p in parts)) for field in fields(Part)}
    sources = sorted(rows["sources"], key=lambda source: (source.source, source.article, source.id))
    places = {source.id: place for place, source in enumerate(sources)}
    placed = {
        name: tuple(sorted(rows[name], key=lambda row, of=source_of: places[of(row)]))  # type: ignore[misc]
        for name, source_of in _SOURCE_OF.items()
    }
    order, usual = Order(whole.topic, places), usual_change(compared=whole.previous is not None)
    changed: dict[str, Any] = {
        **placed,
        "statements": tuple(sorted(_told(placed["statements"], usual, news), key=order)),
        "agreements": in_rank(rows["agreements"]),
        "timeline": in_order(placed["timeline"]),
    }
    return replace(whole, **changed)


def _told(statements: Sequence[Statement], usual: Change, news: Mapping[str, Change] | None) -> Sequence[Statement]:
    return statements if news is None else [replace(s, change=news.get(s.id, usual)) for s in statements]


def edition_by_day(edition: Edition) -> dict[str, EditionPart]:
    """The parts of an edition by their days, in order; a statement goes with the first of its articles."""
    sources: dict[str, list[tuple[str, str | None, str | None]]] = {}
    for source in edition.sources:
        sources.setdefault(day_of(source[2]), []).append(source)
    said: dict[str, list[Any]] = {}
    for statement in edition.statements:
        said.setdefault(day_of(statement.first_seen), []).append(statement)
    return {
        day: EditionPart(tuple(sources.get(day, ())), tuple(said.get(day, ()))) for day in sorted({*sources, *said})
    }


def edition_joined(whole: Edition, parts: Sequence[EditionPart]) -> Edition:
    """The edition that `edition_by_day` took apart."""
    sources = sorted(chain.from_iterable(part.sources for part in parts), key=lambda source: source[0])
    places = {name: place for place, (name, _, _) in reversed(list(enumerate(sources)))}
    parties = {party: n for n, (party, _) in enumerate(whole.parties)}
    issues = {issue: n for n, (issue, _) in enumerate(whole.issues)}
    statements = sorted(
        chain.from_iterable(part.statements for part in parts),
        key=lambda said: (
            parties.get(said.party or "", len(parties)),
            issues.get(said.issues[0][0], len(issues)) if said.issues else len(issues),
            said.day or "9999",
            places[said.sources[0]],
            said.span.start,
            said.id,
        ),
    )
    return replace(whole, sources=tuple(sources), statements=tuple(statements))


def day_of(published: str | None) -> str:
    """The name of the part for what is of this day."""
    day = (published or "")[:10]
    return day if _DAY.fullmatch(day) else _UNDATED
