"""The shapes of phrases that name a date, and the day, month or interval that each comes to.

The shapes are data, the table `days` of a language; what each comes to is counted here.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from briefing.languages import Entry, Lexicon, Table
from briefing.records import DateShape
from briefing.steps.dating import relative
from briefing.steps.dating.written import Names, names

_FIGURE = re.compile(r"\d")
_PART = re.compile(r"\{([a-z_]+)\}")  # a part of a pattern by name; a quantifier has figures


class Setting(NamedTuple):
    """What a phrase is read against. `anchor` is None when the article is undated."""

    anchor: dt.date | None
    ahead: bool  # the sentence speaks of days to come
    years: dict[tuple[int, int], int]  # the year of each month and day that the text writes out in full
    known: Names
    counts: dict[str, int]
    values: Mapping[str, Mapping[str, Any]]  # what the words of a group mean: `which`, `word`, `unit`, `way`

    def value(self, match: re.Match[str], group: str) -> Any:
        """What the words of the group mean; None where it matched none that the table knows."""
        return self.values[group].get((match[group] or "").lower())


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
def shapes(lexicon: Lexicon) -> tuple[Shape, ...]:
    """The shapes of phrases, in the order of the table `days`. Raises KeyError where a pattern names no part."""
    dates, days = lexicon["dates"], lexicon["days"]
    known = names(dates)
    short = _longest_first(word.title() for word in known.months)
    parts = {
        "weekday": "|".join(word.title() for word in known.full_weekday.split("|")),
        "month": rf"(?P<month>{'|'.join(word.title() for word in known.full_month.split('|'))})",
        "short_month": rf"(?P<month>{short})(?![a-z])",  # also a short form, beside the day: "Feb. 28"
        "count": rf"(?P<n>(?i:{'|'.join(dates.words('count'))}|\d{{1,2}}))",
        "day": r"(?P<day>\d{1,2})",
        "year": r"(?P<year>(?:19|20)\d\d)",
        **{group: rf"(?P<{group}>(?i:{_longest_first(words)}))" for group, words in days.settings["values"].items()},
        **days.settings["parts"],
    }
    return tuple(_shapes(days.entries, parts))


@functools.cache
def _signs(lexicon: Lexicon) -> tuple[str, ...]:
    """In lower case: the months and weekdays in full, the words of days, and the units."""
    known, values = names(lexicon["dates"]), lexicon["days"].settings["values"]
    return (*known.full_month.split("|"), *known.full_weekday.split("|"), *values["word"], *values["unit"])


def may_name_a_date(text: str, lexicon: Lexicon) -> bool:
    """Whether one of the shapes can match: every phrase has a figure or one of these words, most text neither."""
    lower = text.casefold()
    return _FIGURE.search(text) is not None or any(sign in lower for sign in _signs(lexicon))


def _longest_first(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


def _shapes(entries: tuple[Entry, ...], parts: Mapping[str, str]) -> Iterator[Shape]:
    for entry in entries:
        pattern = _PART.sub(lambda found: parts[found[1]], entry.extra["pattern"])
        yield Shape(entry.id, re.compile(pattern), _RESOLVERS[entry.extra["comes_to"]], entry.extra["kind"])


def _weekday(match: re.Match[str], setting: Setting) -> str | None:
    if setting.anchor is None:
        return None
    number = setting.known.weekdays[match["weekday"].lower()]
    which = setting.value(match, "which")
    one = dt.timedelta(days=1)
    if which == "past":
        return relative.weekday_near(setting.anchor - one, number, ahead=False).isoformat()
    if which == "coming":
        return relative.weekday_near(setting.anchor + one, number, ahead=True).isoformat()
    if which == "present":
        return (relative.week(setting.anchor, 0)[0] + number * one).isoformat()
    return relative.weekday_near(setting.anchor, number, ahead=setting.ahead).isoformat()


def _day_word(match: re.Match[str], setting: Setting) -> str | None:
    away = dt.timedelta(days=setting.value(match, "word"))
    return (setting.anchor + away).isoformat() if setting.anchor else None


def _weekend(match: re.Match[str], setting: Setting) -> str | None:
    if setting.anchor is None:
        return None
    which = setting.value(match, "which")
    if which == "coming":
        return relative.interval(relative.next_weekend(setting.anchor + dt.timedelta(weeks=1)))
    if which == "present" or setting.ahead:
        return relative.interval(relative.next_weekend(setting.anchor))
    return relative.interval(relative.last_weekend(setting.anchor))


def _week(match: re.Match[str], setting: Setting) -> str | None:
    which, unit, anchor = setting.value(match, "which"), setting.value(match, "unit"), setting.anchor
    early = match.groupdict().get("early")  # "earlier this week"
    if anchor is None or (which is None and not early):
        return None  # "the week" alone may be any
    offset = {"past": -1, "coming": 1}.get(which, 0)
    if unit == "week":
        first, last = relative.week(anchor, offset)
        return relative.interval((first, anchor if early else last))
    return relative.month(anchor, offset) if unit == "month" else relative.year(anchor.year + offset)


def _number(word: str, counts: dict[str, int]) -> int:
    return int(word) if word.isdigit() else counts.get(word.lower(), 1)


def _ago(match: re.Match[str], setting: Setting) -> str | None:
    if setting.anchor is None:
        return None
    number, unit = _number(match["n"], setting.counts), setting.value(match, "unit")
    if unit == "day":
        return (setting.anchor - dt.timedelta(days=number)).isoformat()
    if unit == "week":
        return relative.interval(relative.week(setting.anchor, -number))
    if unit == "month":
        return relative.month(setting.anchor, -number)
    return relative.year(setting.anchor.year - number)


def _count_of_days(match: re.Match[str], setting: Setting) -> str | None:
    """Days from the event named before to the one named behind; the reader adds them to the day of the former."""
    number = _number(match["n"] or "", setting.counts)
    return str(setting.value(match, "way") * number)


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
    number, which = setting.known.months[match["month"].lower()], setting.value(match, "which")
    if which == "past":  # "last December", in November: eleven months ago, and not next month
        return relative.month(setting.anchor, -((setting.anchor.month - number) % 12 or 12))
    if which == "coming":
        return relative.month(setting.anchor, (number - setting.anchor.month) % 12 or 12)
    return relative.named_month(setting.anchor, number, ahead=setting.ahead)


def _year(match: re.Match[str], _setting: Setting) -> str | None:
    return relative.year(int(match["year"]))


_RESOLVERS: Mapping[str, Resolver] = {
    "weekday": _weekday,
    "day_word": _day_word,
    "weekend": _weekend,
    "week": _week,
    "ago": _ago,
    "count_of_days": _count_of_days,
    "month_day": _month_day,
    "month_year": _month_year,
    "month": _month,
    "year": _year,
}
