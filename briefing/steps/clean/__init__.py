"""Find the article in a document and drop the page around it; every line gets a verdict with its rule."""

from __future__ import annotations

from dataclasses import replace

from briefing.lexicons import Lexicon
from briefing.records import Cleaned, Problem, RawDocument
from briefing.steps.clean.assemble import invisible_count
from briefing.steps.clean.decode import decode
from briefing.steps.clean.language import foreign
from briefing.steps.clean.markdown import clean_markdown
from briefing.steps.clean.page import clean_page
from briefing.steps.clean.text import as_is, clean_text

_READERS = {"text/html": clean_page, "text/markdown": clean_markdown}


def clean(raw: RawDocument, *, lexicon: Lexicon) -> Cleaned:
    """The article of one document, undated, with a label for each non-empty line of its decoded source.

    Bad content never raises: it becomes a problem, with an empty article where nothing can be read.
    """
    decoded, note = decode(raw.body)
    problems = list(raw.problems)
    if note:
        problems.append(Problem("source.encoding", raw.source, note))
    if raw.extracted:
        return _in_its_language(as_is(raw, decoded, tuple(problems)), lexicon)
    hidden = invisible_count(decoded)
    if hidden:
        problems.append(Problem("source.invisible", raw.source, f"{hidden} invisible characters left out of the text"))
    cleaned = _READERS.get(raw.media_type, clean_text)(raw, decoded, tuple(problems), lexicon)
    if cleaned.article.text:
        return _in_its_language(cleaned, lexicon)
    nothing = Problem("source.no_article", raw.source, "no article text found in it")
    return Cleaned(cleaned.article, decoded, cleaned.labels, (*cleaned.problems, nothing))


def _in_its_language(cleaned: Cleaned, lexicon: Lexicon) -> Cleaned:
    """The article, with a problem and language "und" (ISO 639: undetermined) where its language has no rules."""
    reason = foreign(cleaned.article.text, lexicon)
    if reason is None:
        return cleaned
    problem = Problem("source.language", cleaned.article.source, f"{reason}: no statement is to be expected from it")
    told = cleaned.article.language
    article = replace(cleaned.article, language="und" if told == lexicon.language else told)
    return replace(cleaned, article=article, problems=(*cleaned.problems, problem))
