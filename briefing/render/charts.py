"""Where the marks of the charts stand. Widths and places are percentages, so that text keeps its size at any width."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from briefing.render.groups import PartyGroup
from briefing.render.views import View


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar: `x` and `width` in percent of the chart's width."""

    code: str
    count: int
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: a name, its total and its parts."""

    name: str | None
    total: int
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Dot:
    """All statements of one party on one day: `x` in percent, `count` of them."""

    iso: str
    x: float
    count: int


@dataclass(frozen=True, slots=True)
class Lane:
    """The dated statements of one party."""

    name: str | None
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """Dated statements by party from `first` to `last` (ISO days)."""

    first: str
    last: str
    lanes: tuple[Lane, ...]


def party_bars(view: View) -> tuple[Bar, ...]:
    """Statements by party and mode."""
    longest = max((p.total for p in view.parties), default=1)
    return tuple(Bar(p.name, p.total, _segments(p.modes, longest)) for p in view.parties)


def issue_bars(view: View) -> tuple[Bar, ...]:
    """Statements that name each issue, in the profile's order; a statement on two issues counts for both."""
    counts = Counter(i.issue for s in view.briefing.statements for i in s.issues if i.issue is not None)
    longest = max(counts.values(), default=1)
    titles = view.issue_titles.items()
    return tuple(Bar(t, counts[i], _segments((("issue", counts[i]),), longest)) for i, t in titles if counts[i])


def _segments(parts: tuple[tuple[str, int], ...], longest: int) -> tuple[Segment, ...]:
    segments: list[Segment] = []
    x = 0.0
    for code, count in parts:
        width = 100 * count / longest
        segments.append(Segment(code, count, round(x, 1), round(width, 1)))
        x += width
    return tuple(segments)


def strip(view: View) -> Strip | None:
    """The dated statements on a line of time, or None when fewer than two days are known."""
    days = sorted({_day(s.date_said.iso) for s in view.briefing.statements if _day(s.date_said.iso)} - {None}, key=str)
    if len(days) < 2 or days[0] is None or days[-1] is None:
        return None
    first, last = days[0], days[-1]
    lanes = tuple(lane for p in view.parties if (lane := _lane(view, p, first, last)).dots)
    return Strip(first.isoformat(), last.isoformat(), lanes)


def _lane(view: View, party: PartyGroup, first: date, last: date) -> Lane:
    own = (s for s in view.briefing.statements if party.id in (s.parties or (None,)))
    counts = Counter(day for s in own if (day := _day(s.date_said.iso)) is not None)
    span = (last - first).days
    dots = (Dot(d.isoformat(), round(2 + 96 * (d - first).days / span, 1), counts[d]) for d in sorted(counts))
    return Lane(party.name, tuple(dots))


def _day(iso: str | None) -> date | None:
    """The day of an ISO date; None for a month, an interval or nothing: a dot would pretend to know the day."""
    try:
        return date.fromisoformat(iso) if iso and len(iso) == 10 else None
    except ValueError:
        return None
