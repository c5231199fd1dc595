"""Days that are written out in full: "Friday, November 22, 2024", "22nd of Nov 2024", "2024-11-22", "11/22/2024"."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.languages import Lexicon, Table
from briefing.records import Span

_FIGURE = re.compile(r"\d")
_FIRST_YEAR, _LAST_YEAR = 1990, 2100  # of news that a page can carry


class Day(NamedTuple):
    """A day with its place. `weekday` tells whether the text names the weekday too."""

    iso: str
    span: Span
    weekday: bool


class Names(NamedTuple):
    """Months and weekdays by their words in lower case, and patterns of them for regular expressions."""

    months: dict[str, int]
    weekdays: dict[str, int]
    month: str
    weekday: str
    full_month: str
    full_weekday: str


@functools.cache
def names(table: Table) -> Names:
    """The months and weekdays of the table `dates`."""
    found: dict[str, dict[str, int]] = {"month": {}, "weekday": {}}
    full: dict[str, list[str]] = {"month": [], "weekday": []}
    for entry in table.entries:
        kind = entry.extra["kind"]
        if kind in found:
            full[kind].append(entry.words[0])
            found[kind] |= dict.fromkeys(entry.words, entry.extra["number"])
    either = {kind: "|".join(sorted(words, key=len, reverse=True)) for kind, words in found.items()}
    return Names(
        found["month"],
        found["weekday"],
        either["month"],
        either["weekday"],
        "|".join(full["month"]),
        "|".join(full["weekday"]),
    )


@functools.cache
def _pattern(table: Table) -> re.Pattern[str]:
    known = names(table)
    th = rf"(?:{'|'.join(map(re.escape, table.settings['ordinals']))})?"
    of = rf"(?:\s{{1,3}}(?:{'|'.join(table.settings['of']) or '(?!)'}))?"
    year = r"(?:19|20)\d\d)(?!\d)"
    weekday = rf"(?:\b(?P<weekday>{known.weekday})\.?,?\s{{1,3}})?"
    month_first = (
        rf"(?P<month1>{known.month})(?![a-z])\.?,?\s{{0,3}}(?P<day1>\d{{1,2}}){th}(?!\d),?\s{{0,3}}(?P<year1>{year}"
    )
    day_first = (
        rf"(?P<day2>\d{{1,2}}){th}{of}[\s./-]{{0,3}}(?P<month2>{known.month})(?![a-zà-ÿ])"
        rf"{of}[\s.,/-]{{0,3}}(?P<year2>{year}"
    )
    year_first = r"(?P<year3>(?:19|20)\d\d)(?P<mark>[-./])(?P<month3>\d{1,2})(?P=mark)(?P<day3>\d{1,2})(?!\d|\.\d)"
    numeric = r"(?P<a>\d{1,2})(?P<mark4>[/.-])(?P<b>\d{1,2})(?P=mark4)(?P<year4>(?:19|20)\d\d|\d\d)(?!\d|[./-]\d)"
    body = rf"{weekday}(?:(?<![A-Za-z]){month_first}|(?<![\d/.-])(?:{day_first}|{year_first}|{numeric}))"
    return re.compile(body, re.IGNORECASE)


def find_days(text: str, lexicon: Lexicon, *, day_first: bool | None = None, offset: int = 0) -> Iterator[Day]:
    """The full dates in `text`, in order, spans moved by `offset`.

    `day_first` says how the publisher writes "04/05/2024"; where it is None such a date stays out. Dates that do not
    exist (31 June) and dates whose weekday is another one stay out too.
    """
    if not _FIGURE.search(text):
        return  # most text has none, and is soon looked through
    table = lexicon["dates"]
    known = names(table)
    for match in _pattern(table).finditer(text):
        day = _day(match, known, day_first=day_first)
        if day is None:
            continue
        weekday = match["weekday"]
        if weekday and known.weekdays[weekday.lower()] != day.weekday():
            continue
        yield Day(day.isoformat(), Span(offset + match.start(), offset + match.end()), bool(weekday))


def _day(match: re.Match[str], known: Names, *, day_first: bool | None) -> dt.date | None:
    if match["month1"]:
        return make_day(int(match["year1"]), known.months[match["month1"].lower()], int(match["day1"]))
    if match["month2"]:
        return make_day(int(match["year2"]), known.months[match["month2"].lower()], int(match["day2"]))
    if match["year3"]:
        return make_day(int(match["year3"]), int(match["month3"]), int(match["day3"]))
    a, b, year = int(match["a"]), int(match["b"]), int(match["year4"])
    if match["mark4"] == ".":
        day_first = True  # dots part days from months where the day goes first
    return _numeric(a, b, year if year > 99 else 2000 + year, day_first=day_first)


def _numeric(a: int, b: int, year: int, *, day_first: bool | None) -> dt.date | None:
    if a > 12 or a == b:
        return make_day(year, b, a)
    if b > 12:
        return make_day(year, a, b)
    if day_first is None:
        return None
    return make_day(year, b, a) if day_first else make_day(year, a, b)


def make_day(year: int, month: int, day: int) -> dt.date | None:
    """The day, or None when there is no such day or no news of that year."""
    try:
        found = dt.date(year, month, day)
    except ValueError:
        return None
    return found if _FIRST_YEAR <= year <= _LAST_YEAR else None
