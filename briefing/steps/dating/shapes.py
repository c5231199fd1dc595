"""The shapes of phrases that name a date, and the day, month or interval that each comes to."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from briefing.languages import Table
from briefing.records import DateShape
from briefing.steps.dating import relative
from briefing.steps.dating.written import Names, names


class Setting(NamedTuple):
    """What a phrase is read against. `anchor` is None when the article is undated."""

    anchor: dt.date | None
    ahead: bool  # the sentence speaks of days to come
    years: dict[tuple[int, int], int]  # the year of each month and day that the text writes out in full
    known: Names
    counts: dict[str, int]


Resolver = Callable[[re.Match[str], Setting], str | None]


class Shape(NamedTuple):
    """One shape of a phrase: its rule for the reader, its pattern, how a match resolves, and its kind."""

    rule: str
    pattern: re.Pattern[str]
    resolve: Resolver
    kind: DateShape = "other"


@functools.cache
def counts(table: Table) -> dict[str, int]:
    """The number that each counting word stands for."""
    words = table.words("count")
    return {word: number for number, word in enumerate(words[:10], 1)} | dict.fromkeys(words[10:], 1)


@functools.cache
def shapes(table: Table) -> tuple[Shape, ...]:
    """The shapes of phrases, in the words of the table `dates`."""
    return tuple(_shapes(table))


_TH = r"(?:st|nd|rd|th)?"
_EARLIER = r"(?:(?i:earlier|late|early) )?"
_ON = rf"(?:{_EARLIER}(?i:on|by|since|until|from|late|early|earlier) )?"
_AT = r"(?:(?i:on|by|since) )?"
_IN = r"(?:(?i:at|by|in|since) )?"
_EDGE = rf"(?:{_IN}(?:the )?(?:end|beginning|start|middle) of |{_IN}(?:early|late|mid)[ -])"
_PART = "this morning|this afternoon|this evening|last night"
_PREPOSITION = r"(?i:in|since|until|during|by|before|from|last|next|this)"


def _shapes(table: Table) -> Iterator[Shape]:
    known = names(table)
    weekday = "|".join(word.title() for word in known.full_weekday.split("|"))
    month = rf"(?P<month>{'|'.join(word.title() for word in known.full_month.split('|'))})"
    short = "|".join(sorted((word.title() for word in known.months), key=len, reverse=True))
    named = rf"(?P<month>{short})(?![a-z])"  # also a short form, beside the day: "Feb. 28"
    count = rf"(?P<n>(?i:{'|'.join(table.words('count'))}|\d{{1,2}}))"
    not_feast = "".join(f"(?<!{word.title()} )" for word in table.words("feast_before"))
    not_title = f"(?! (?:{'|'.join(table.words('title_behind'))}))"
    day, year = r"(?P<day>\d{1,2})", r"(?P<year>(?:19|20)\d\d)"
    which_day = rf"(?:(?P<which>(?i:last|next|this)) )?{not_feast}\b(?P<day>{weekday})"
    yield Shape("weekday", re.compile(rf"\b{_ON}{which_day}\b{not_title}"), _weekday, "weekday")
    yield Shape(
        "day word",
        re.compile(rf"\b(?:(?i:earlier) )?(?P<word>(?i:yesterday|today|tonight|tomorrow|{_PART}))\b"),
        _day_word,
        "day_word",
    )
    yield Shape(
        "weekend",
        re.compile(r"\b(?:(?i:over|at|during|on) )?(?P<which>the past|the|this|last|next) weekend\b"),
        _weekend,
    )
    which_week = r"(?P<which>(?i:this|last|next|the)) (?P<unit>week|month|year)"
    yield Shape("week", re.compile(rf"\b(?P<early>(?i:earlier) )?(?:in )?{which_week}\b(?!-)"), _week)
    yield Shape("ago", re.compile(rf"\b{count} (?P<unit>day|week|month|year)s? ago\b"), _ago)
    yield Shape(
        "day after", re.compile(rf"\b(?:{count}|[Tt]he) days? (?P<way>after|before)\b"), _count_of_days, "day_after"
    )
    yield Shape("month and day", re.compile(rf"\b{_AT}{named}\.? {day}{_TH}\b(?!,? ?\d)"), _month_day)
    yield Shape("day and month", re.compile(rf"\b{_AT}(?:the )?{day}{_TH}(?: of)? {named}(?!,? \d)"), _month_day)
    yield Shape("month and year", re.compile(rf"\b(?:{_EDGE}|{_PREPOSITION} )?{month},? (?:of )?{year}\b"), _month_year)
    yield Shape("month", re.compile(rf"\b(?:{_EDGE}|(?P<which>{_PREPOSITION}) ){month}\b(?! \d)"), _month)
    yield Shape("year", re.compile(rf"\b(?i:in|since|by|until|during|early|late) {year}\b(?![-–]\d)"), _year)


def _weekday(match: re.Match[str], setting: Setting) -> str | None:
    if setting.anchor is None:
        return None
    number = setting.known.weekdays[match["day"].lower()]
    which = (match["which"] or "").lower()
    one = dt.timedelta(days=1)
    if which == "last":
        return relative.weekday_near(setting.anchor - one, number, ahead=False).isoformat()
    if which == "next":
        return relative.weekday_near(setting.anchor + one, number, ahead=True).isoformat()
    if which == "this":
        return (relative.week(setting.anchor, 0)[0] + number * one).isoformat()
    return relative.weekday_near(setting.anchor, number, ahead=setting.ahead).isoformat()


def _day_word(match: re.Match[str], setting: Setting) -> str | None:
    away = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(match["word"].lower(), 0)
    return (setting.anchor + dt.timedelta(days=away)).isoformat() if setting.anchor else None


def _weekend(match: re.Match[str], setting: Setting) -> str | None:
    if setting.anchor is None:
        return None
    if match["which"] == "next":
        return relative.interval(relative.next_weekend(setting.anchor + dt.timedelta(weeks=1)))
    if match["which"] == "this" or setting.ahead:
        return relative.interval(relative.next_weekend(setting.anchor))
    return relative.interval(relative.last_weekend(setting.anchor))


def _week(match: re.Match[str], setting: Setting) -> str | None:
    which, unit, anchor = match["which"].lower(), match["unit"], setting.anchor
    if anchor is None or (which == "the" and not match["early"]):
        return None  # "the week" alone may be any
    offset = {"last": -1, "next": 1}.get(which, 0)
    if unit == "week":
        first, last = relative.week(anchor, offset)
        return relative.interval((first, anchor if match["early"] else last))
    return relative.month(anchor, offset) if unit == "month" else relative.year(anchor.year + offset)


def _number(word: str, counts: dict[str, int]) -> int:
    return int(word) if word.isdigit() else counts.get(word.lower(), 1)


def _ago(match: re.Match[str], setting: Setting) -> str | None:
    if setting.anchor is None:
        return None
    number = _number(match["n"], setting.counts)
    if match["unit"] == "day":
        return (setting.anchor - dt.timedelta(days=number)).isoformat()
    if match["unit"] == "week":
        return relative.interval(relative.week(setting.anchor, -number))
    if match["unit"] == "month":
        return relative.month(setting.anchor, -number)
    return relative.year(setting.anchor.year - number)


def _count_of_days(match: re.Match[str], setting: Setting) -> str | None:
    """Days from the event named before to the one named behind; the reader adds them to the day of the former."""
    number = _number(match["n"] or "a", setting.counts)
    return str(-number if match["way"] == "after" else number)


def _month_day(match: re.Match[str], setting: Setting) -> str | None:
    number, day = setting.known.months[match["month"].lower()], int(match["day"])
    written = setting.years.get((number, day))
    if written:
        return f"{written:04}-{number:02}-{day:02}"
    if setting.anchor is None:
        return None
    found = relative.day_of_year(setting.anchor, number, day, ahead=setting.ahead)
    return found.isoformat() if found else None


def _month_year(match: re.Match[str], setting: Setting) -> str | None:
    return f"{match['year']}-{setting.known.months[match['month'].lower()]:02}"


def _month(match: re.Match[str], setting: Setting) -> str | None:
    if setting.anchor is None:
        return None
    number, which = setting.known.months[match["month"].lower()], (match["which"] or "").lower()
    if which == "last":  # "last December", in November: eleven months ago, and not next month
        return relative.month(setting.anchor, -((setting.anchor.month - number) % 12 or 12))
    if which == "next":
        return relative.month(setting.anchor, (number - setting.anchor.month) % 12 or 12)
    return relative.named_month(setting.anchor, number, ahead=setting.ahead)


def _year(match: re.Match[str], _setting: Setting) -> str | None:
    return relative.year(int(match["year"]))
