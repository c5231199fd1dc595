"""Clean Markdown: its marks are dropped, its words kept, front matter and pictures left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.languages import Lexicon
from briefing.records import Cleaned, LineLabel, ParagraphKind, Problem, RawDocument, Run, Span
from briefing.steps.clean.kept import Block, Found, article, without_invisible
from briefing.steps.clean.lines import Line, split_lines
from briefing.steps.clean.quoted_lines import signs

_FENCE = re.compile(r"\A\ufeff?---[ \t]*\r?\n(?:.{0,20000}?\n)?---[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"#{1,6}\s+")
_LEAD = re.compile(r"(?:>\s?|[-*+]\s+|\d{1,3}[.)]\s+)+")
_DROPPED = re.compile(
    r"(?:[-*_]\s?){3,}$|!\[[^\]]*\]\([^)]*\)$|\[[^\]]{1,200}\]:\s|<!--.*-->$|\|?[\s:|-]{3,}$|={3,}$|```|<[^>]{1,500}>$"
)
# What is left out inside a line: pictures, the address of a link and its brackets, emphasis, code marks, escapes.
_MARK = re.compile(
    r"!\[[^\]]{0,500}\]\([^)]{0,1000}\)|\[(?=[^\]]{1,500}\]\()|\]\([^)]{0,1000}\)"
    r"|(?<!\w)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)|`{1,3}|\\(?=[\\*_`\[\]#])"
)


def clean_markdown(raw: RawDocument, decoded: str, problems: tuple[Problem, ...], lexicon: Lexicon) -> Cleaned:  # noqa: ARG001 - the shape of all readers
    """The article of a Markdown file, with one label for each non-empty line; the first heading is the title."""
    fence = _FENCE.match(decoded)
    labels: list[LineLabel] = []
    groups: list[tuple[ParagraphKind, list[Line]]] = []
    title: Line | None = None
    for line in split_lines(decoded):
        kind, rule = _kind(line, fence.end() if fence else 0)
        if kind == "subhead" and title is None and not groups:
            kind, title = "title", line
        labels.append(LineLabel(line.span, kind, rule))
        _collect(groups, kind, line)
    blocks = [without_invisible(_block(decoded, kind, lines)) for kind, lines in groups if lines]
    found = Found() if title is None else Found(_MARK.sub("", _HEADING.sub("", title.text)).strip("# "), title.span)
    return Cleaned(article(raw, blocks, found), decoded, tuple(labels), problems)


def _kind(line: Line, body_start: int) -> tuple[str, str]:
    if line.span.start < body_start:
        return "boilerplate", "front matter"
    if _HEADING.match(line.text):
        return "subhead", "Markdown heading"
    if _DROPPED.match(line.text):
        return "boilerplate", "Markdown: a rule, a picture, an address or code mark"
    return "body", "Markdown text"


def _collect(groups: list[tuple[ParagraphKind, list[Line]]], kind: str, line: Line) -> None:
    """Lines without a blank line between them are one paragraph; a heading or a list item begins its own."""
    if kind == "subhead":
        groups.append(("subhead", [line]))
        groups.append(("body", []))
    elif kind == "body":
        starts = not groups or groups[-1][0] == "subhead" or line.gap > 0 or bool(_LEAD.match(line.text))
        if starts:
            groups.append((_paragraph_kind(line, groups[-1][0] if groups else "body"), []))
        groups[-1][1].append(line)


def _paragraph_kind(line: Line, before: ParagraphKind) -> ParagraphKind:
    """A line of "> …" is quoted; "> — Eleanor Rosen, farmer" below it signs it."""
    if not line.text.startswith(">"):
        return "body"
    return "signature" if before == "quotation" and signs(_LEAD.sub("", line.text)) else "quotation"


def _block(decoded: str, kind: ParagraphKind, lines: list[Line]) -> Block:
    text: list[str] = []
    runs: list[Run] = []
    length = 0
    for line in lines:
        if length:
            text.append(" ")
            length += 1
        for span in _words(decoded, line.span):
            runs.append(Run(length, span.start, span.end - span.start))
            text.append(span.of(decoded))
            length += span.end - span.start
    return Block("".join(text), tuple(runs), kind)


def _words(decoded: str, span: Span) -> Iterator[Span]:
    """The parts of a line that are words, without Markdown's marks."""
    lead = _HEADING.match(decoded, span.start, span.end) or _LEAD.match(decoded, span.start, span.end)
    start = lead.end() if lead else span.start
    for mark in _MARK.finditer(decoded, start, span.end):
        if mark.start() > start:
            yield Span(start, mark.start())
        start = mark.end()
    if start < span.end:
        yield Span(start, span.end)
