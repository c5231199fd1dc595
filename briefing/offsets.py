"""From places in the article's text back to places in the decoded source."""

from __future__ import annotations

from bisect import bisect_right

from briefing.records import Article, Span


def to_source(article: Article, span: Span) -> Span | None:
    """The place of `span` (into `article.text`) in the decoded source; None when no part of it stands there."""
    start = _forward(article, span.start)
    end = _backward(article, span.end)
    return Span(start, end) if start is not None and end is not None and start < end else None


def _forward(article: Article, at: int) -> int | None:
    """Place in the source of the first code point at or after `at` that a run covers."""
    i = bisect_right(article.offsets, at, key=lambda run: run.text) - 1
    if i >= 0 and at < article.offsets[i].text + article.offsets[i].length:
        return article.offsets[i].source + at - article.offsets[i].text
    return article.offsets[i + 1].source if i + 1 < len(article.offsets) else None


def _backward(article: Article, at: int) -> int | None:
    """One past the place in the source of the last code point before `at` that a run covers."""
    i = bisect_right(article.offsets, at - 1, key=lambda run: run.text) - 1
    if i < 0:
        return None
    run = article.offsets[i]
    return run.source + min(at - run.text, run.length)


def stands_at(article: Article, decoded: str, place: Span, words: str) -> bool:
    """`words` are what the source shows at `place` (into the decoded source): raw, or as the article's text has them.

    The page writes “a &amp; b”, with tags, comments and soft hyphens between; the article's text is what a reader sees.
    """
    if decoded[place.start : place.end] == words:
        return True
    at = article.text.find(words)
    while at >= 0:
        if to_source(article, Span(at, at + len(words))) == place:
            return True
        at = article.text.find(words, at + 1)
    return False


def shown_text(article: Article, decoded: str) -> str:
    """All that quotations of a source are checked against: its own characters, and the text that it shows."""
    return decoded if article.text in decoded else f"{decoded}\n\N{SYMBOL FOR RECORD SEPARATOR}\n{article.text}"


def line_starts(decoded: str) -> tuple[int, ...]:
    """Where each line of the decoded source begins; lines end at a line feed."""
    starts = [0]
    while (at := decoded.find("\n", starts[-1])) >= 0:
        starts.append(at + 1)
    return tuple(starts)


def line_of(article: Article, at: int) -> int:
    """The 1-based line of the decoded source that holds the code point `at`."""
    return bisect_right(article.line_starts, at)
