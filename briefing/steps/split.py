"""Split paragraphs into sentences with NLTK's Punkt and our own explicit parameters."""

from __future__ import annotations

import functools

from briefing.lexicons import Lexicon
from briefing.records import Article, Paragraph, Sentence, Span


@functools.cache
def _splitter(lexicon: Lexicon):  # type: ignore[no-untyped-def]
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer  # noqa: PLC0415 - slow to import

    parameters = PunktParameters()
    parameters.abbrev_types = {word for entry in lexicon["abbreviations"].entries for word in entry.words}
    return PunktSentenceTokenizer(parameters)


def split(article: Article, *, lexicon: Lexicon) -> tuple[Sentence, ...]:
    """The sentences of every paragraph in order; spans into `article.text`, without the white space around them."""
    found: list[tuple[Span, int]] = []
    for number, paragraph in enumerate(article.paragraphs):
        found += [(span, number) for span in _spans(article.text, paragraph, lexicon)]
    return tuple(Sentence(index, span, number) for index, (span, number) in enumerate(found))


def _spans(text: str, paragraph: Paragraph, lexicon: Lexicon) -> list[Span]:
    start = paragraph.span.start
    pieces = _splitter(lexicon).span_tokenize(paragraph.span.of(text))
    return [Span(start + a, start + b) for a, b in pieces]
