"""When a statement was said: from a date phrase beside its cue, or from the same speaker's statement just before."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.records import Article, Attribution, DatePhrase, DateSaid, Span


def date_said(
    article: Article, span: Span, attribution: Attribution, phrases: Sequence[DatePhrase], previous: DateSaid | None
) -> DateSaid:
    """The day of a statement at `span`. `previous` is the date of the same speaker's statement right before, if any.

    A date phrase inside the content is about the content, not about the saying; one outside it dates the saying.
    """
    by = article.published
    for phrase in phrases:
        inside = any(content.covers(phrase.span) for content in attribution.content)
        if span.covers(phrase.span) and not inside and phrase.iso is not None:
            return DateSaid(phrase.iso, phrase.span.of(article.text), f"said.sentence+{phrase.rule}", by)
    if previous is not None and previous.iso is not None:
        return DateSaid(previous.iso, previous.evidence, "said.same_speaker", by)
    unresolved = next((p for p in phrases if span.covers(p.span) and p.iso is None), None)
    evidence = unresolved.span.of(article.text) if unresolved else None
    return DateSaid(None, evidence, "said.unresolved" if unresolved else "said.none", by)
