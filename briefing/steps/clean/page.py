"""Clean an HTML page: the body as trafilatura finds it, with its place in the page's source."""

from __future__ import annotations

from briefing.lexicons import Lexicon
from briefing.records import Cleaned, Problem, RawDocument
from briefing.steps.clean.assemble import Block, Found, article


def clean_page(raw: RawDocument, decoded: str, problems: tuple[Problem, ...], lexicon: Lexicon) -> Cleaned:  # noqa: ARG001
    """The article of an HTML page."""
    import trafilatura  # noqa: PLC0415 - slow to import

    text = trafilatura.extract(decoded, favor_precision=True, include_comments=False) or ""
    blocks = [Block(line.strip(), (), "body") for line in text.split("\n") if line.strip()]
    return Cleaned(article(raw, decoded, blocks, Found()), decoded, (), problems)
