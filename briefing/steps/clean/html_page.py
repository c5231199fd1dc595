"""Clean an HTML page: a verdict for each line that it shows, weighed with what trafilatura extracts."""

from __future__ import annotations

import dataclasses

from briefing import models
from briefing.languages import Lexicon
from briefing.records import Cleaned, LineLabel, Problem, RawDocument, Span
from briefing.steps.clean.extract import extract
from briefing.steps.clean.features import see
from briefing.steps.clean.furniture import phrases, tokens
from briefing.steps.clean.kept import KEPT, Block, Found, article, without_invisible
from briefing.steps.clean.metadata import PageData, page_data
from briefing.steps.clean.model import Scored, score_lines
from briefing.steps.clean.names import author, publisher
from briefing.steps.clean.page_features import see_page
from briefing.steps.clean.quoted_lines import mark_block_quotes
from briefing.steps.clean.shown import Shown, ShownLine, shown_lines
from briefing.steps.clean.structure import Verdict, verdicts
from briefing.steps.clean.whole_page import one_article


def clean_page(raw: RawDocument, decoded: str, problems: tuple[Problem, ...], lexicon: Lexicon) -> Cleaned:
    """The article of an HTML page, with one label for each line that it shows, in order."""
    shown = shown_lines(decoded)
    extracted, refused = extract(decoded, shown)
    if refused:
        message = f"read by its lines alone, without its structure: {refused}"
        problems = (*problems, Problem("source.odd_page", raw.source, message))
    texts = [line.text for line in shown.lines]
    model = models.load("lines" if refused else "pages")
    seen = see(texts, lexicon) if refused else see_page(shown.lines, extracted, lexicon)
    scored = score_lines(seen, model, phrases(lexicon["furniture"]).ends)
    data = page_data(decoded)
    found = one_article(
        shown.lines, scored, verdicts(texts, scored, model.threshold, lexicon, declared=data.title), data
    )
    found = mark_block_quotes(shown.lines, found)
    blocks = [
        without_invisible(Block(line.text, line.runs, KEPT[verdict.kind]))
        for line, verdict in zip(shown.lines, found, strict=True)
        if verdict.kind in KEPT
    ]
    about = _about(data, shown, scored, found, lexicon)
    return Cleaned(article(raw, blocks, about), decoded, _labels(shown.lines, found), problems)


def _labels(lines: list[ShownLine], found: list[Verdict]) -> tuple[LineLabel, ...]:
    """Labels with spans into the source; a line that is written in entities throughout has no place there."""
    return tuple(
        LineLabel(_span(line), verdict.kind, verdict.rule)
        for line, verdict in zip(lines, found, strict=True)
        if line.runs
    )


def _span(line: ShownLine) -> Span:
    last = line.runs[-1]
    return Span(line.runs[0].source, last.source + last.length)


def _about(data: PageData, shown: Shown, scored: list[Scored], found: list[Verdict], lexicon: Lexicon) -> Found:
    """What the markup says, filled up with what the lines say."""
    texts = [line.text for line in shown.lines]
    declared = Found(
        title=data.title,
        publisher=data.publisher or publisher(texts, scored, found, lexicon),
        author=data.author or author(texts, found, lexicon),
        url=data.url,
        language=data.language,
    )
    headline = next((line for line, v in zip(shown.lines, found, strict=True) if v.kind == "title" and line.runs), None)
    if data.title:
        headline = next((line for line in shown.lines if line.runs and tokens(line.text) == tokens(data.title)), None)
    if headline is None:
        return declared
    return dataclasses.replace(declared, title=data.title or headline.text, title_span=_span(headline))
