"""Clean plain text as a scraper leaves it: a verdict for each line, and the article from the lines that stay."""

from __future__ import annotations

import dataclasses

from briefing import models
from briefing.languages import Lexicon
from briefing.records import Cleaned, LineLabel, Paragraph, Problem, RawDocument, Run, Span
from briefing.steps.clean.features import see
from briefing.steps.clean.furniture import phrases
from briefing.steps.clean.kept import KEPT, Found, article, visible
from briefing.steps.clean.kept import Block as Kept
from briefing.steps.clean.lines import Block, blocks, split_lines
from briefing.steps.clean.model import score_lines
from briefing.steps.clean.names import author, publisher
from briefing.steps.clean.structure import Verdict, verdicts


def clean_text(raw: RawDocument, decoded: str, problems: tuple[Problem, ...], lexicon: Lexicon) -> Cleaned:
    """The article in a plain text, with one label for each non-empty line."""
    parts = blocks(split_lines(decoded))
    found, about = judge(parts, lexicon)
    kept = [
        visible(decoded, [line.span for line in part.lines], KEPT[verdict.kind])
        for part, verdict in zip(parts, found, strict=True)
        if verdict.kind in KEPT
    ]
    labels = tuple(
        LineLabel(line.span, verdict.kind, verdict.rule)
        for part, verdict in zip(parts, found, strict=True)
        for line in part.lines
    )
    return Cleaned(article(raw, kept, about), decoded, labels, problems)


def judge(parts: list[Block], lexicon: Lexicon) -> tuple[list[Verdict], Found]:
    """A verdict for each block, and what the blocks say about the article beside its body."""
    texts = [part.text for part in parts]
    model = models.load("lines")
    scored = score_lines(see(texts, lexicon), model, phrases(lexicon["furniture"]).ends)
    found = verdicts(texts, scored, model.threshold, lexicon)
    title = next((i for i, verdict in enumerate(found) if verdict.kind == "title"), None)
    return found, Found(
        title=None if title is None else texts[title],
        title_span=None if title is None else Span(parts[title].lines[0].span.start, parts[title].lines[-1].span.end),
        publisher=publisher(texts, scored, found, lexicon),
        author=author(texts, found, lexicon),
    )


def as_is(raw: RawDocument, decoded: str, problems: tuple[Problem, ...]) -> Cleaned:
    """The text exactly as it came, for documents that are extracted already: one run, every line body."""
    lines = split_lines(decoded)
    labels = tuple(LineLabel(line.span, "body", "as given") for line in lines)
    whole = Kept(decoded, (Run(0, 0, len(decoded)),) if decoded else (), "body")
    made = article(raw, [whole], Found())
    paragraphs = tuple(Paragraph(line.span) for line in lines)
    return Cleaned(dataclasses.replace(made, paragraphs=paragraphs), decoded, labels, problems)
