"""Clean plain text as a scraper leaves it: a verdict for each line, and the article from the lines that stay."""

from __future__ import annotations

import dataclasses

from briefing.lexicons import Lexicon
from briefing.records import Cleaned, LineLabel, Paragraph, Problem, RawDocument, Run
from briefing.steps.clean.assemble import Block, Found, article, visible
from briefing.steps.clean.lines import Line, split_lines

_KEPT = {"body": "body", "standfirst": "standfirst", "subhead": "subhead"}


def clean_text(raw: RawDocument, decoded: str, problems: tuple[Problem, ...], lexicon: Lexicon) -> Cleaned:
    """The article in a plain text, with one label for each non-empty line."""
    lines = split_lines(decoded)
    labels, found = label_lines(lines, lexicon)
    blocks = [
        visible(decoded, [label.span], _KEPT[label.kind])  # type: ignore[arg-type]
        for label in labels
        if label.kind in _KEPT
    ]
    return Cleaned(article(raw, decoded, blocks, found), decoded, labels, problems)


def label_lines(lines: list[Line], lexicon: Lexicon) -> tuple[tuple[LineLabel, ...], Found]:
    """A verdict with its rule for each line, and what the lines say about the article."""
    labels = []
    for line in lines:
        words = line.text.split()
        body = (len(words) >= 10 and line.text[-1] in ".!?”\"’'") or len(words) >= 25
        labels.append(LineLabel(line.span, "body" if body else "boilerplate", "shape"))
    return tuple(labels), Found()


def as_is(raw: RawDocument, decoded: str, problems: tuple[Problem, ...]) -> Cleaned:
    """The text exactly as it came, for documents that are extracted already: one run, every line body."""
    lines = split_lines(decoded)
    labels = tuple(LineLabel(line.span, "body", "as given") for line in lines)
    whole = Block(decoded, (Run(0, 0, len(decoded)),) if decoded else (), "body")
    made = article(raw, decoded, [whole], Found())
    paragraphs = tuple(Paragraph(line.span) for line in lines)
    return Cleaned(dataclasses.replace(made, paragraphs=paragraphs), decoded, labels, problems)
