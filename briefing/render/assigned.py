"""Statements counted by what the desk says of their outlets: what do state media say, and what do others."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from briefing.merged import Briefing, Source
from briefing.records import Assigned


@dataclass(frozen=True, slots=True)
class Split:
    """The statements of each party by one field of `Assigned`, or by "reliability".

    `values` are the columns, sorted, None (not assigned) last; each row has a party's id (None: no party known) and a
    count for each column. A statement that sources of several values report counts in each of them.
    """

    field: str
    values: tuple[str | None, ...]
    rows: tuple[tuple[str | None, tuple[int, ...]], ...]


def splits(briefing: Briefing) -> tuple[Split, ...]:
    """A split for each field that the desk has given two of these sources different values of."""
    names = (*(field.name for field in dataclasses.fields(Assigned)), "reliability")
    given = ((name, {s.id: _assigned(s, name) for s in briefing.sources}) for name in names)
    return tuple(_split(name, values, briefing) for name, values in given if len(set(values.values())) > 1)


def _assigned(source: Source, field: str) -> str | None:
    value: str | None = source.reliability if field == "reliability" else getattr(source.assigned, field)
    return value


def _split(field: str, given: Mapping[str, str | None], briefing: Briefing) -> Split:
    counts: dict[str | None, Counter[str | None]] = {party.id: Counter() for party in briefing.topic.parties}
    for statement in briefing.statements:
        for party in statement.parties or (None,):
            of_party = counts.setdefault(party, Counter())
            of_party.update({given[citation.source] for citation in statement.citations})
    values = tuple(sorted(set(given.values()), key=lambda value: (value is None, value or "")))
    order = sorted((party for party in counts if counts[party]), key=lambda party: party is None)
    return Split(field, values, tuple((party, tuple(counts[party][value] for value in values)) for party in order))
