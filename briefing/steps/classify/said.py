"""When a statement was said: from a date phrase beside its cue, or from the same speaker's statement just before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.records import Article, Attribution, DatePhrase, DateSaid, Span

_BESIDE = 45  # characters between a date and the cue or source that it stands beside
_OPENING = 15  # characters of a statement in which a date opens it
_APART = re.compile(r"[,;:—–]|\b(?:who|which|that|whom|whose|when|after|before|since|until)\b")


def date_said(
    article: Article, span: Span, attribution: Attribution, phrases: Sequence[DatePhrase], previous: DateSaid | None
) -> DateSaid:
    """The day of a statement at `span`. `previous` is the date of the same speaker's statement right before, if any.

    A date dates the saying where it opens the statement or stands beside its cue or source. One inside the content is
    about the content, one with a possessive about its noun ("Tuesday's meeting"), and a year is no day.
    """
    by = article.published
    here = [phrase for phrase in phrases if span.covers(phrase.span)]
    for phrase in here:
        if phrase.iso is not None and _dates_the_saying(article.text, span, attribution, phrase):
            return DateSaid(phrase.iso, phrase.span.of(article.text), f"said.sentence+{phrase.rule}", by)
    if previous is not None and previous.iso is not None:
        return DateSaid(previous.iso, previous.evidence, "said.same_speaker", by)
    unresolved = next((phrase for phrase in here if phrase.iso is None), None)
    evidence = unresolved.span.of(article.text) if unresolved else None
    return DateSaid(None, evidence, "said.unresolved" if unresolved else "said.none", by)


def _dates_the_saying(text: str, span: Span, attribution: Attribution, phrase: DatePhrase) -> bool:
    inside = any(content.covers(phrase.span) for content in attribution.content)
    possessive = text[phrase.span.end : phrase.span.end + 2] in ("’s", "'s")
    year = phrase.iso is not None and "/" in phrase.iso and phrase.iso[:4] + "-12-31" == phrase.iso[-10:]
    if inside or possessive or year:
        return False
    return phrase.span.start - span.start <= _OPENING or any(
        _is_beside(text, part, phrase.span) for part in (*attribution.cue, *attribution.source)
    )


def _is_beside(text: str, part: Span, phrase: Span) -> bool:
    """Little stands between the two, and no other clause."""
    between = text[min(part.end, phrase.end) : max(part.start, phrase.start)]
    return len(between) <= _BESIDE and not _APART.search(between)
