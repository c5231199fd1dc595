"""The publication date that a page's visible text gives, from the place of its dates and the words beside them."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from briefing.languages import Lexicon, Table
from briefing.records import DateEvidence, DateRule, LineLabel, Span
from briefing.steps.dating.written import Day, find_days
from briefing.text import is_dateline

_DATED = re.compile(r"(?:19|20)\d\d|\d[/.-]\d\d?[/.-]\d\d")
_TAG = re.compile(r"<[^<>]{1,2000}>")
# How web logs call the box that holds the day of the post below it.
_POST_DATE = re.compile(
    r"""<[^<>]{1,200}["' ](?:date-header|(?:post|entry|article|story)[-_]?date)["' ]""", re.IGNORECASE
)
_MARKUP = 200  # characters of tags before a date that are looked at
_CLOCK = re.compile(r"\d[:.]\d\d|\d ?[ap]\.?m\b", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+")
_ABOVE = 12  # lines above an article in which its own date stands
_NEAR = 4  # lines beside it, and those within which dates make a list
_COUNTED = 2  # other days that count against one
_TRUST = 2.5  # points
_LABEL_POINTS = {"published": 3.0, "updated": 0.5, "elsewhere": -2.0}
_LETTERS = 6  # characters of a word with its space, about
_SHORT = 80  # characters beside its date that a line of date and byline has at most
_STAMP = 3  # words beside its date in a line that is a stamp of time: "08:05am PDT"
_SENTENCE = 8  # words before a date that make it part of a sentence


class Candidate(NamedTuple):
    """A date on the page, with the points that speak for its being the day of publication."""

    day: Day
    kind: DateRule
    points: float
    line: int


class Layout(NamedTuple):
    """Where the article lies among the lines: `title` is None when none was found, `first > last` when no body was."""

    title: int | None
    first: int
    last: int


@functools.cache
def _labels(table: Table) -> dict[str, re.Pattern[str]]:
    """For each kind of label a pattern that matches text ending in one, with a time of day behind it or not."""
    return {
        entry.id: re.compile(
            rf"(?<![a-z])(?:{'|'.join(map(re.escape, sorted(entry.words, key=len, reverse=True)))})(?![a-z])"
            + (r"\W{0,4}$" if entry.id == "elsewhere" else r"(?:[\W\d]{1,8}(?:[a-z]{1,4}(?![a-z]))?){0,5}[\W\d]{0,8}$")
        )
        for entry in table.entries
        if entry.extra["kind"] == "label"
    }


def layout(labels: Sequence[LineLabel]) -> Layout:
    """Where the article lies among the labelled lines."""
    title = next((i for i, label in enumerate(labels) if label.kind == "title"), None)
    body = [i for i, label in enumerate(labels) if label.kind == "body"]
    body = [i for i in body if title is None or i > title] or body
    return Layout(title, body[0], body[-1]) if body else Layout(title, len(labels), -1)


def candidates(
    decoded: str, labels: Sequence[LineLabel], lexicon: Lexicon, *, day_first: bool | None
) -> list[Candidate]:
    """Every full date on the page with its points, in order."""
    place = layout(labels)
    found: list[Candidate] = []
    for i, label in enumerate(labels):
        line = decoded[label.span.start : label.span.end]
        if not _DATED.search(line):
            continue
        line = _shown(line)
        for day in find_days(line[:2000], lexicon, day_first=day_first, offset=label.span.start):
            found.append(_judge(i, day, decoded, labels, place, lexicon))  # noqa: PERF401
    days = _days_by_line(found)
    return _alone([_among_others(candidate, days) for candidate in _beside_update(found)], decoded, labels)


def _alone(found: list[Candidate], decoded: str, labels: Sequence[LineLabel]) -> list[Candidate]:
    """The only date of a page, with a time of day in a line of its own, gains points wherever it stands."""
    if len(found) != 1:
        return found
    line = _shown(labels[found[0].line].span.of(decoded))
    rest = line.replace(found[0].day.span.of(decoded), " ")
    stamped = labels[found[0].line].kind == "date" and _CLOCK.search(rest) and len(rest.split()) <= _STAMP
    return [found[0]._replace(points=found[0].points + 1.5)] if stamped else found


def _shown(line: str) -> str:
    """A line of a page's source with its tags blanked out, so that places stay."""
    return _TAG.sub(lambda tag: " " * len(tag.group()), line) if "<" in line else line


def _judge(i: int, day: Day, decoded: str, labels: Sequence[LineLabel], place: Layout, lexicon: Lexicon) -> Candidate:
    span = labels[i].span
    line = _shown(span.of(decoded))
    start, end = day.span.start - span.start, day.span.end - span.start
    before, words, after = line[:start].lower(), line[start:end], line[end:]
    if i == place.first and is_dateline(before, after):
        return Candidate(day, "dateline", 5.0, i)
    patterns = _labels(lexicon["dates"])
    if i == place.first and before.strip() and patterns["published"].fullmatch(before.lstrip()):
        return Candidate(day, "label", 5.0, i)  # "Published 4 May 2021 The harbour …": label, date and sentence in one
    label = _label_before(before, patterns) or _label_above(before, i, decoded, labels, patterns)
    rest = len((before + after).split()) * _LETTERS
    clock = _CLOCK.search(line.replace(words, " "))
    byline = any(labels[j].kind == "byline" for j in range(max(0, i - 2), min(len(labels), i + 2)))
    kind = "date" if label and rest < _SHORT else labels[i].kind
    points = _zone(i, place, kind, sure=bool(clock or label or kind == "byline")) + _LABEL_POINTS.get(label or "", 0.0)
    points += 1.0 if clock else 0.0
    points += 0.5 if rest < _SHORT / 2 else -2.0 if rest > _SHORT * 1.5 else 0.0
    points += 1.0 if byline else 0.0
    if not label and len(before.split()) >= _SENTENCE:
        points -= 4.0  # a date that a sentence or a caption leads up to
    if "(@" in line:
        points -= 3.0  # a post that the page quotes
    if place.title is not None and i < place.title and not label:
        # Above the headline a date with its weekday is the day of the visit as likely as not, unless it stands right
        # above and the markup calls it the post's.
        of_post = i == place.title - 1 and _POST_DATE.search(decoded, max(0, span.start - _MARKUP), span.start)
        points -= (1.0 if of_post else 3.0) if day.weekday else 0.0 if clock or byline else 0.5
    return Candidate(day, "label" if label in {"published", "updated"} else "header", points, i)


def _zone(i: int, place: Layout, kind: str, *, sure: bool) -> float:
    """Points for where a line of this kind stands; `sure` of a line that has a label, a name or a time of day too."""
    if kind in {"body", "subhead", "standfirst", "quotation", "signature"} and place.first <= i <= place.last:
        return -4.0
    top = place.first - _ABOVE - _NEAR if place.title is None else place.title - _NEAR
    if top <= i < place.first:
        return 3.0
    if top - 2 * _ABOVE <= i < top and sure:
        return 1.5
    if place.first <= i <= place.last + _NEAR:
        return 2.5 if i < place.first + 2 * _NEAR else 1.5
    return -0.5 if i > place.last else 0.0


def _label_before(before: str, patterns: dict[str, re.Pattern[str]]) -> str | None:
    """The kind of label that the text before a date ends with."""
    for name, pattern in patterns.items():
        if pattern.search(before[-40:]):
            return name
    return None


def _label_above(
    before: str, i: int, decoded: str, labels: Sequence[LineLabel], patterns: dict[str, re.Pattern[str]]
) -> str | None:
    """The kind of label that the line above consists of, for a date that begins its line."""
    if before.strip() or i == 0:
        return None
    above = _shown(labels[i - 1].span.of(decoded))[:60].lower()
    for name in ("published", "updated"):
        match = patterns[name].search(above)
        if match and not above[: match.start()].strip():
            return name
    return None


def _beside_update(found: Sequence[Candidate]) -> list[Candidate]:
    """An earlier date in one line with "Updated …" is the day of publication, with or without a label of its own."""
    labelled: dict[int, str] = {}  # by line, the latest day with a label
    for o in found:
        if o.kind == "label":
            labelled[o.line] = max(o.day.iso, labelled.get(o.line, ""))
    return [
        c._replace(points=c.points + 1.5) if c.kind == "header" and labelled.get(c.line, "") >= c.day.iso else c
        for c in found
    ]


def _days_by_line(found: Sequence[Candidate]) -> dict[int, set[str]]:
    """The days of each line that may be those of other articles, as many as can count."""
    days: dict[int, set[str]] = {}
    for o in found:
        if o.points > -1.0 and len(days.setdefault(o.line, set())) <= _COUNTED:
            days[o.line].add(o.day.iso)
    return days


def _among_others(candidate: Candidate, days: Mapping[int, set[str]]) -> Candidate:
    """A date among the dates of a list of other articles loses points."""
    lines = [n for n in range(candidate.line - _NEAR, candidate.line + _NEAR + 1) if n != candidate.line]
    others = set().union(*(days.get(n, ()) for n in lines)) - {candidate.day.iso}
    return candidate._replace(points=candidate.points - min(_COUNTED, len(others)))


def best(found: Sequence[Candidate]) -> Candidate | None:
    """The candidate to trust: the one with the most points, the first of several alike. None when none has enough."""
    trusted = [candidate for candidate in found if candidate.points >= _TRUST]
    return max(trusted, key=lambda candidate: candidate.points) if trusted else None


def shown(found: Sequence[Candidate]) -> Candidate | None:
    """The date that the page shows and that is not trusted: a lone date outside the article's sentences."""
    lone = [candidate for candidate in found if candidate.points > -2.0]
    return max(lone, key=lambda candidate: candidate.points) if lone else None


def is_visit(candidate: Candidate) -> bool:
    """True for a date with its weekday that is not trusted: as likely as not the day on which the page was fetched."""
    return candidate.day.weekday and candidate.kind == "header" and candidate.points < _TRUST


def evidence(candidate: Candidate, decoded: str) -> DateEvidence:
    """The candidate as evidence, with its words and their place in the decoded source."""
    span: Span = candidate.day.span
    return DateEvidence(candidate.kind, span.of(decoded), span)
