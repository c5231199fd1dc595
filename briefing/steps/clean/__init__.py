"""Find the article in a document and drop the page around it; every line gets a verdict with its rule."""

from __future__ import annotations

from dataclasses import replace

from briefing.languages import Lexicon, of_language
from briefing.records import Cleaned, Problem, RawDocument
from briefing.steps.clean.decode import decode
from briefing.steps.clean.html_page import clean_page
from briefing.steps.clean.kept import invisible_count
from briefing.steps.clean.language import language_of
from briefing.steps.clean.markdown_text import clean_markdown
from briefing.steps.clean.plain_text import as_is, clean_text

# Reading takes some 15 seconds for this many characters, in proportion to them: the size bounds the work, and no clock
# does, so that a busy machine gives the same bytes. A novel has 500,000.
LONGEST = 1_000_000
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
        return _checked(as_is(raw, decoded, tuple(problems)), lexicon)
    hidden = invisible_count(decoded)
    if hidden:
        problems.append(Problem("source.invisible", raw.source, f"{hidden} invisible characters left out of the text"))
    cleaned = _READERS.get(raw.media_type, clean_text)(raw, decoded, tuple(problems), lexicon)
    return _checked(cleaned, lexicon)


def _checked(cleaned: Cleaned, lexicon: Lexicon) -> Cleaned:
    """The article as it is, or without its text and with a problem that says why."""
    article = cleaned.article
    if not article.text:
        return _empty(cleaned, Problem("source.no_article", article.source, "no article text found in it"))
    if len(article.text) > LONGEST:
        told = f"{len(article.text)} characters, more than the {LONGEST} that are read of one article: left out"
        return _empty(cleaned, Problem("source.too_long", article.source, told))
    return _in_its_language(cleaned, lexicon)


def _empty(cleaned: Cleaned, problem: Problem) -> Cleaned:
    article = replace(cleaned.article, text="", paragraphs=(), offsets=())
    return replace(cleaned, article=article, problems=(*cleaned.problems, problem))


def _in_its_language(cleaned: Cleaned, lexicon: Lexicon) -> Cleaned:
    """The article with its language, and with a problem where that language has no rules for statements."""
    language = language_of(cleaned.article.text, lexicon) or lexicon.language
    cleaned = replace(cleaned, article=replace(cleaned.article, language=language))
    if "cues" in of_language(language):
        return cleaned
    told = f"in language {language!r}, which has no rules for statements: key sentences only"
    return replace(cleaned, problems=(*cleaned.problems, Problem("source.language", cleaned.article.source, told)))
