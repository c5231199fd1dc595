"""Words of one article with their place in the decoded source, and the sentences beside them."""

from __future__ import annotations

from briefing.merged import Citation
from briefing.offsets import line_of, to_source
from briefing.records import Article, Reading, Span


def cite(article: Article, span: Span, *, around: tuple[Span | None, Span | None] = (None, None)) -> Citation | None:
    """The citation of `span` (into the article's text); None if it does not stand in the source."""
    place = to_source(article, span)
    if place is None:
        return None
    before, after = (s.of(article.text) if s else "" for s in around)
    return Citation(article.source_id, place, line_of(article, place.start), span.of(article.text), before, after)


def neighbours(reading: Reading, sentence: int) -> tuple[Span | None, Span | None]:
    """The sentences before and after, for context."""
    spans = reading.sentences
    before = spans[sentence - 1].span if sentence > 0 else None
    return before, (spans[sentence + 1].span if sentence + 1 < len(spans) else None)
