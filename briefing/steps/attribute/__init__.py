"""Who said what: every attribution of an article as source, cue and content, by rules on a light tagging."""

from __future__ import annotations

from briefing.errors import UsageError
from briefing.languages import Lexicon
from briefing.records import Article, Attribution, Problem, Sentence
from briefing.steps.attribute import article as english
from briefing.steps.attribute import german, plain

__all__ = ["attribute"]

# The readers by the name that a table of cues asks for.
_READERS = {"english": english.attribute, "german": german.attribute, "plain": plain.attribute}


def attribute(
    article: Article, sentences: tuple[Sentence, ...], *, lexicon: Lexicon
) -> tuple[tuple[Attribution, ...], tuple[Problem, ...]]:
    """The attributions of `article`, by the start of their content, and what is wrong with its quotation marks.

    Spans point into `article.text`, those of the problems into the decoded source. `sentences` are those of the split
    step. Nothing where the language of `lexicon` has no cues. Never raises, on any text; a table that asks for no
    reader that there is raises UsageError.
    """
    if "cues" not in lexicon:
        return (), ()
    reader = lexicon["cues"].settings.get("reader")
    if reader not in _READERS:
        known = ", ".join(_READERS)
        raise UsageError(f"{lexicon.language}/cues.toml: reader {reader!r} is unknown: write one of {known}")
    return _READERS[reader](article, sentences, lexicon=lexicon)
