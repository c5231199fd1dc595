"""What only the whole page tells: a list of other articles, a second article below, a body in the markup alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.steps.clean.furniture import tokens
from briefing.steps.clean.metadata import PageData
from briefing.steps.clean.model import Scored
from briefing.steps.clean.shown import Element, ShownLine
from briefing.steps.clean.structure import Verdict

_FINAL = re.compile(r"[.!?…:;,][\"'”’)\]]*$")
_CONSENT = re.compile(r"\b(?:cookie|gdpr)?[_-]?(?:consent|gdpr|onetrust)(?![a-z])", re.IGNORECASE)
_SENTENCE_WORDS = 8  # fewer are a heading
_ENOUGH = 400  # characters of an article before another one can follow
_FEWEST = 3  # paragraphs by which a box holds the article
_TIMES = 3  # so much longer than what the page shows is an article that only its markup has
_START = 40  # characters by which a paragraph is found again
_NEW_ARTICLE = {"article", "header", "h1"}  # a main heading alone may be a sub-heading of a careless page
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_KEPT = frozenset({"body", "subhead", "standfirst"})


def one_article(
    lines: Sequence[ShownLine], scored: Sequence[Scored], found: Sequence[Verdict], data: PageData
) -> list[Verdict]:
    """The verdicts without what is not the page's own article; without any article where the page shows none."""
    first = _up_to_the_next(lines, _with_siblings(lines, scored, _without_consent(lines, found)), data.title)
    reason = _no_article(lines, first, data.body)
    return first if reason is None else [_dropped(verdict, reason) for verdict in first]


def _without_consent(lines: Sequence[ShownLine], found: Sequence[Verdict]) -> list[Verdict]:
    """Boxes that ask for consent are long, well written, and no article."""
    names = {element.about for line in lines for element in line.around}
    asking = {name for name in names if _CONSENT.search(name)}
    return [
        _dropped(verdict, "in a box that asks for consent")
        if asking and any(element.about in asking for element in line.around)
        else verdict
        for line, verdict in zip(lines, found, strict=True)
    ]


def _with_siblings(lines: Sequence[ShownLine], scored: Sequence[Scored], found: Sequence[Verdict]) -> list[Verdict]:
    """Sentences without words of furniture, in one box with as many paragraphs of the article, belong to it."""
    boxes: dict[tuple[Element, ...], list[int]] = {}
    for i, line in enumerate(lines):
        if line.around and line.around[-1].name == "p" and _is_paragraph(line.text):
            boxes.setdefault(line.around, []).append(i)
    marked = list(found)
    for inside in boxes.values():
        kept = {lines[i].text for i in inside if found[i].kind == "body"}
        lost = [i for i in inside if lines[i].text not in kept and not scored[i].seen.furniture]
        if len(kept) >= max(_FEWEST, len(lost)):
            for i in lost:
                marked[i] = Verdict("body", f"beside paragraphs of the article; {found[i].rule}")
    return marked


def _up_to_the_next(lines: Sequence[ShownLine], found: Sequence[Verdict], title: str | None) -> list[Verdict]:
    """Pages that scroll on load the next article below, under a main heading of its own."""
    own = set(tokens(title or ""))
    size = 0
    for i, (line, verdict) in enumerate(zip(lines, found, strict=True)):
        names = {element.name for element in line.around}
        if own and size > _ENOUGH and names >= _NEW_ARTICLE:
            words = tokens(line.text)
            if 2 * sum(word in own for word in words) < len(words):
                return [*found[:i], *(_dropped(later, "below the heading of another article") for later in found[i:])]
        size += len(line.text) if verdict.kind == "body" else 0
    return list(found)


def _no_article(lines: Sequence[ShownLine], found: Sequence[Verdict], body: str | None) -> str | None:
    shown = [line for line, verdict in zip(lines, found, strict=True) if verdict.kind in _KEPT]
    kept = [line.text for line in shown]
    headings = sum(1 for line in shown if any(element.name in _HEADINGS for element in line.around))
    if 2 * headings > len(shown) and not any(map(_is_paragraph, kept)):
        return "a page of headings: no paragraph of it is a sentence"
    if body and len(body) > _TIMES * sum(map(len, kept)):
        longest = " ".join(max(kept, key=len).split())[:_START]
        if longest not in " ".join(body.split()):
            return "the article is in the page's markup alone, not among what it shows"
    return None


def _is_paragraph(text: str) -> bool:
    return len(tokens(text)) >= _SENTENCE_WORDS and bool(_FINAL.search(text[-10:]))


def _dropped(verdict: Verdict, reason: str) -> Verdict:
    return Verdict("boilerplate", f"{reason}; {verdict.rule}") if verdict.kind in _KEPT else verdict
