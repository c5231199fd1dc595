"""Days, weeks, weekends and months counted from a given day. Weeks begin on Monday, as in ISO 8601."""

from __future__ import annotations

import datetime as dt

_DAY = dt.timedelta(days=1)
_MONTH = dt.timedelta(days=30)


def weekday_near(anchor: dt.date, weekday: int, *, ahead: bool) -> dt.date:
    """The last such weekday up to `anchor` (0 is Monday), or the first from it on; `anchor` itself counts."""
    if ahead:
        return anchor + _DAY * ((weekday - anchor.weekday()) % 7)
    return anchor - _DAY * ((anchor.weekday() - weekday) % 7)


def week(anchor: dt.date, offset: int) -> tuple[dt.date, dt.date]:
    """Monday and Sunday of the week of `anchor`, or of one `offset` weeks away."""
    monday = anchor - _DAY * anchor.weekday() + dt.timedelta(weeks=offset)
    return monday, monday + 6 * _DAY


def last_weekend(anchor: dt.date) -> tuple[dt.date, dt.date]:
    """The Saturday and Sunday that `anchor` is in, or those before it."""
    saturday = weekday_near(anchor, 5, ahead=False)
    return saturday, saturday + _DAY


def next_weekend(anchor: dt.date) -> tuple[dt.date, dt.date]:
    """The Saturday and Sunday of the week of `anchor`."""
    saturday = week(anchor, 0)[0] + 5 * _DAY
    return saturday, saturday + _DAY


def month(anchor: dt.date, offset: int) -> str:
    """The month of `anchor`, or one `offset` months away, as YYYY-MM."""
    months = anchor.year * 12 + anchor.month - 1 + offset
    return f"{months // 12:04}-{months % 12 + 1:02}"


def named_month(anchor: dt.date, number: int, *, ahead: bool) -> str:
    """The last month of this number up to that of `anchor`, or the first from it on, as YYYY-MM.

    Where that is far away the nearest one is meant: "will try the men held in March", in April.
    """
    later, earlier = (number - anchor.month) % 12, -((anchor.month - number) % 12)
    wanted, other = (later, earlier) if ahead else (earlier, later)
    return month(anchor, wanted if abs(wanted) * _MONTH <= _far(ahead=ahead) else other)


def day_of_year(anchor: dt.date, number: int, day: int, *, ahead: bool) -> dt.date | None:
    """The last such day of month `number` up to `anchor`, or the first from it on. None when there is no such day.

    Where that is far away the nearest one is meant, as with `named_month`.
    """
    wanted = _day_of_year(anchor, number, day, ahead=ahead)
    if wanted is not None and abs(wanted - anchor) > _far(ahead=ahead):
        other = _day_of_year(anchor, number, day, ahead=not ahead)
        return other if other is not None and abs(other - anchor) < abs(wanted - anchor) else wanted
    return wanted


def _far(*, ahead: bool) -> dt.timedelta:
    """How far away a day without a year may be: news tells of the past year, and "will" may be another clause's."""
    return 6 * _MONTH if ahead else 9 * _MONTH


def _day_of_year(anchor: dt.date, number: int, day: int, *, ahead: bool) -> dt.date | None:
    years = range(anchor.year, anchor.year + 5) if ahead else range(anchor.year, anchor.year - 5, -1)
    for year in years:
        try:
            found = dt.date(year, number, day)
        except ValueError:
            continue
        if (found >= anchor) if ahead else (found <= anchor):
            return found
    return None


def year(number: int) -> str:
    """A calendar year as an interval."""
    return f"{number:04}-01-01/{number:04}-12-31"


def interval(days: tuple[dt.date, dt.date]) -> str:
    """Two days as an ISO interval."""
    return f"{days[0].isoformat()}/{days[1].isoformat()}"
