"""Who said what: every attribution of an article as source, cue and content, by rules on a light tagging."""

from __future__ import annotations

from briefing.languages import Lexicon
from briefing.records import Article, Attribution, Problem, Sentence
from briefing.steps.attribute import article as english
from briefing.steps.attribute import german

__all__ = ["attribute"]

_READERS = {"en": english.attribute, "de": german.attribute}


def attribute(
    article: Article, sentences: tuple[Sentence, ...], *, lexicon: Lexicon
) -> tuple[tuple[Attribution, ...], tuple[Problem, ...]]:
    """The attributions of `article`, by the start of their content, and what is wrong with its quotation marks.

    Spans point into `article.text`, those of the problems into the decoded source. `sentences` are those of the split
    step. Nothing where the language of `lexicon` has no reader. Never raises, on any text.
    """
    read = _READERS.get(lexicon.language)
    return ((), ()) if read is None else read(article, sentences, lexicon=lexicon)
