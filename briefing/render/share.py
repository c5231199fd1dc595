"""A cap on how much of each source a briefing reproduces."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from briefing.errors import UsageError
from briefing.merged import Briefing, ChangeRow, Citation, Said

_Place = tuple[str, int, int]


def within_share(briefing: Briefing, max_share: float) -> Briefing:
    """The briefing with at most `max_share` (0 to 1) of the words of each source reproduced.

    Words are granted to the key points first, then to the statements in order, then to whatever else cites. What finds
    no room keeps its label and its place, with an empty text; the sentences around a citation are left out for all.
    Raises UsageError for a share outside 0 to 1.
    """
    if not 0 <= max_share <= 1:
        raise UsageError(f"a share of {max_share} is none: give a number from 0 to 1, such as 0.25")
    room = {s.id: int(s.words * max_share) for s in briefing.sources}
    granted = _granted(_by_importance(briefing), room)
    capped: Briefing = _mapped(briefing, lambda c: _cut(c, granted))
    ids = {s.source: s.id for s in briefing.sources}
    changes = tuple(_cut_row(row, ids, granted) for row in capped.changes)
    left = {s.id: int(s.words * max_share) - room[s.id] for s in briefing.sources}
    return replace(
        capped, changes=changes, sources=tuple(replace(s, words_quoted=left[s.id]) for s in briefing.sources)
    )


def _cut_row(row: ChangeRow, ids: Mapping[str, str], granted: frozenset[_Place]) -> ChangeRow:
    """The row with the words of only those statements that are granted; of a source that is gone, with none."""

    def cut(said: Said) -> Said:
        place = (ids.get(said.sources[0], ""), *said.span)
        return said if place in granted else replace(said, text="")

    before, after = (tuple(map(cut, rows)) for rows in (row.statements_before, row.statements_after))
    return replace(row, statements_before=before, statements_after=after)


def _by_importance(briefing: Briefing) -> list[Citation]:
    key = {k.statement for k in briefing.key_points}
    first = [s.lead for s in briefing.statements if s.id in key] + [s.lead for s in briefing.statements]
    rest: list[Citation] = []

    def note(citation: Citation) -> Citation:
        rest.append(citation)
        return citation

    _mapped(briefing, note)
    return first + rest


def _granted(citations: list[Citation], room: dict[str, int]) -> frozenset[_Place]:
    """The places whose text is shown. `room` (words left, by source) is used up. A place counts once."""
    granted: set[_Place] = set()
    for c in citations:
        words = len(c.text.split())
        if _place(c) not in granted and words <= room.get(c.source, 0):
            granted.add(_place(c))
            room[c.source] -= words
    return frozenset(granted)


def _place(citation: Citation) -> _Place:
    return (citation.source, *citation.span)


def _cut(citation: Citation, granted: frozenset[_Place]) -> Citation:
    return replace(citation, text=citation.text if _place(citation) in granted else "", before="", after="")


def _mapped(value: Any, change: Callable[[Citation], Citation]) -> Any:
    """`value` with every Citation in it, however deep, changed."""
    if isinstance(value, Citation):
        return change(value)
    if type(value) is tuple:
        return tuple(_mapped(v, change) for v in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _mapped(getattr(value, f.name), change) for f in fields(value)})
    return value
