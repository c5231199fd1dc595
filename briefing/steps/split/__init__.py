"""Sentences: NLTK's Punkt with explicit parameters proposes the cuts, small repair rules take back or add some."""

from __future__ import annotations

from briefing.languages import Lexicon
from briefing.records import Article, Sentence, Span
from briefing.steps.split.cuts import sentence_spans

__all__ = ["sentence_spans", "split"]


def split(article: Article, *, lexicon: Lexicon) -> tuple[Sentence, ...]:
    """The sentences of every paragraph in order; spans into `article.text`, without the white space around them.

    No sentence crosses a paragraph. A quotation of several sentences is several sentences: the first keeps the opening
    mark, the last the closing mark and the words that name the speaker.
    """
    found: list[tuple[Span, int]] = []
    for number, paragraph in enumerate(article.paragraphs):
        start = paragraph.span.start
        spans = sentence_spans(paragraph.span.of(article.text), lexicon)
        found += [(Span(start + a, start + b), number) for a, b in spans]
    return tuple(Sentence(index, span, number) for index, (span, number) in enumerate(found))
