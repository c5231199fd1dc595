"""When a statement was said: from a date phrase beside its cue, or from the same speaker's statement just before."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from briefing.languages import Lexicon
from briefing.records import Article, Attribution, DatePhrase, DateSaid, Span
from briefing.text import is_dateline

_BESIDE = 45  # characters between a date and the cue or source that it stands beside
_DATELINE = 45  # characters behind a dateline's date that are looked at
_OPENING = 15  # characters of a statement in which a date opens it
_DAY = len("2024-05-06")
_WEEKEND = timedelta(days=2)
_ENDS_NAME = re.compile(r" [a-z]{3,}")


class _Beside(NamedTuple):
    """What may stand around the date of a saying, in the words of a language."""

    apart: re.Pattern[str]  # another clause begins
    opens_name: re.Pattern[str]
    since: tuple[str, ...]
    infinitive: tuple[str, ...]
    goes_on: tuple[str, ...]


@functools.cache
def _beside(lexicon: Lexicon) -> _Beside:
    """The words of the section `beside` of the table `days`."""
    words = lexicon["days"].settings["beside"]
    return _Beside(
        re.compile(rf"[,;:—–]|\b(?:{'|'.join(words['apart'])})\b"),
        re.compile(rf"\b(?:{'|'.join(words['names'])}) (?:[A-Z][\w.-]* ){{0,3}}$"),
        tuple(f"{word} " for word in words["since"]),
        tuple(f" {word} " for word in words["infinitive"]),
        tuple(f" {word} " for word in words["goes_on"]),
    )


def date_said(
    article: Article,
    span: Span,
    members: Sequence[Attribution],
    phrases: Sequence[DatePhrase],
    previous: DateSaid | None,
    *,
    lexicon: Lexicon,
) -> DateSaid:
    """The day of a statement at `span`, which its attributions `members` make, the leading one first. `previous` is the
    date of the same speaker's statement right before, if any.

    A date dates the saying where it opens the statement or stands beside its cue or source. One inside the content is
    about the content, one with a possessive about its noun ("Tuesday's meeting"); a year or a week is no day, a
    dateline tells when it was filed, and on a day after the article's own nobody has spoken yet.
    """
    by = article.published
    here = [phrase for phrase in phrases if span.covers(phrase.span)]
    filed = next((p.span for p in here[:1] if _is_dateline(article, span, p.span)), None)
    if filed is not None:
        here, span = here[1:], Span(filed.end, span.end)
    for phrase in here:
        past = phrase.iso is not None and not _is_to_come(phrase.iso, by)
        if past and _dates_the_saying(article.text, span, members, phrase, _beside(lexicon)):
            return DateSaid(phrase.iso, phrase.span.of(article.text), f"said.sentence+{phrase.rule}", by, own=True)
    if previous is not None and previous.iso is not None:
        return DateSaid(previous.iso, previous.evidence, "said.same_speaker", by)
    unresolved = next((phrase for phrase in here if phrase.iso is None), None)
    evidence = unresolved.span.of(article.text) if unresolved else None
    return DateSaid(None, evidence, "said.unresolved" if unresolved else "said.none", by)


def _is_dateline(article: Article, statement: Span, phrase: Span) -> bool:
    """ "OSLO, 5 March — On Monday, Berg said": the day on which it was filed, at the head of a paragraph."""
    text = article.text
    if not is_dateline(text[statement.start : phrase.start], text[phrase.end : phrase.end + _DATELINE]):
        return False
    return any(paragraph.span.start == statement.start for paragraph in article.paragraphs)


def _dates_the_saying(
    text: str, span: Span, members: Sequence[Attribution], phrase: DatePhrase, words: _Beside
) -> bool:
    attribution = members[0]
    inside = any(content.covers(phrase.span) for content in attribution.content)
    a_day = phrase.iso is not None and len(phrase.iso) == _DAY
    if a_day and any(_ends_object(text, member, phrase.span, words) for member in members):
        return True
    possessive = text[phrase.span.end : phrase.span.end + 2] in ("’s", "'s")
    if inside or possessive or _is_vague(phrase) or _is_in_a_name(text, phrase.span, words):
        return False
    return phrase.span.start - span.start <= _OPENING or any(
        _is_beside(text, part, phrase.span, words) for part in (*attribution.cue, *attribution.source)
    )


def _is_in_a_name(text: str, phrase: Span, words: _Beside) -> bool:
    """The date says which thing is meant, or since when: "told the House January 6 committee", "said since May 7"."""
    before, after = text[max(0, phrase.start - _BESIDE) : phrase.start], text[phrase.end : phrase.end + _BESIDE]
    since = text.startswith(words.since, phrase.start)
    return since or bool(words.opens_name.search(before) and _ENDS_NAME.match(after))


def _ends_object(text: str, attribution: Attribution, phrase: Span, words: _Beside) -> bool:
    """The date stands behind the object of the act: "rejected the plan on Tuesday", "pressed her on 2 May to go"."""
    if not attribution.cue or attribution.frame not in ("np", "np.to"):
        return False
    between = text[attribution.cue[-1].end : phrase.start]
    after = text[phrase.end : phrase.end + 4]
    plain = (
        len(between) <= _BESIDE and not words.apart.search(between) and not any(w in between for w in words.infinitive)
    )
    return plain and between.endswith(" ") and (after[:1] in ".,;" or after.startswith(words.goes_on))


def _is_to_come(iso: str, published: str | None) -> bool:
    """Nobody has spoken on a day after the article's own."""
    return published is not None and iso[:_DAY] > published


def _is_vague(phrase: DatePhrase) -> bool:
    """A year or a week is no day: "last week" leaves seven."""
    if phrase.iso is None or "/" not in phrase.iso:
        return False
    first, last = (date.fromisoformat(day) for day in phrase.iso.split("/"))
    return last - first > _WEEKEND


def _is_beside(text: str, part: Span, phrase: Span, words: _Beside) -> bool:
    """Little stands between the two, and no other clause, as in "Berg, who met her on Monday, said"."""
    if part.covers(phrase):
        return not words.apart.search(text, part.start, phrase.start)
    between = text[min(part.end, phrase.end) : max(part.start, phrase.start)]
    return len(between) <= _BESIDE and not words.apart.search(between)
