"""Dated sentences of one article, each with the words that date it."""

from __future__ import annotations

from briefing.digest.citations import cite
from briefing.merged import Event
from briefing.records import Reading

_DAY = len("2024-05-06")
_PER_DAY = 4  # sentences for one day from one source


def find_events(reading: Reading) -> tuple[Event, ...]:
    """One event a sentence: its first resolved date phrase, or rather the first day to come: "said on Monday that the
    session ends on April 4". Sentences whose day nothing pins are left out."""
    article = reading.article
    found: list[Event] = []
    per_day: dict[str, int] = {}
    for sentence in reading.sentences:
        here = [p for p in reading.date_phrases if p.iso and sentence.span.covers(p.span)]
        ahead = (
            p for p in here if article.published and len(p.iso or "") == _DAY and (p.iso or "") > article.published
        )
        phrase = next(ahead, next(iter(here), None))
        if phrase is None or phrase.iso is None or article.paragraphs[sentence.paragraph].kind == "subhead":
            continue
        citation = cite(article, sentence.span)
        if citation is not None and per_day.get(phrase.iso, 0) < _PER_DAY:
            per_day[phrase.iso] = per_day.get(phrase.iso, 0) + 1
            found.append(Event(phrase.iso, phrase.span.of(article.text), phrase.rule, citation))
    return tuple(found)
