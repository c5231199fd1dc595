"""The stories of a newsletter or live page, which has many under one address: cut at their headings."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from briefing.records import Article, Paragraph, Run, Span


def stories(article: Article) -> tuple[Article, ...]:
    """The article's parts in their order, each an article that its heading is the title of; what stands above the first
    heading is one, too. Their spans are into their own text, and lead to the same places in the source.
    """
    starts = [i for i, paragraph in enumerate(article.paragraphs) if paragraph.kind == "subhead"]
    ends = [*starts, len(article.paragraphs)]
    head = [] if not starts or starts[0] == 0 else [(0, starts[0])]
    places = [*head, *zip(starts, ends[1:], strict=True)]
    bodied = [(a, b) for a, b in places if any(p.kind != "subhead" for p in article.paragraphs[a:b])]
    return tuple(_story(article, range(a, b)) for a, b in bodied)


def joined(article: Article, parts: Iterable[Article]) -> Article:
    """The article with these of its `stories` alone."""
    kept = {run.source for part in parts for run in part.offsets}
    wanted = [i for i, p in enumerate(article.paragraphs) if any(run.source in kept for run in _runs(article, p.span))]
    return _of_paragraphs(article, wanted)


def _story(article: Article, places: range) -> Article:
    first = article.paragraphs[places[0]]
    title = first.span.of(article.text) if first.kind == "subhead" else article.title
    return replace(_of_paragraphs(article, places), title=title)


def _of_paragraphs(article: Article, places: Iterable[int]) -> Article:
    texts: list[str] = []
    paragraphs: list[Paragraph] = []
    runs: list[Run] = []
    at = 0
    for paragraph in (article.paragraphs[i] for i in places):
        span = paragraph.span
        texts.append(span.of(article.text))
        paragraphs.append(Paragraph(Span(at, at + span.end - span.start), paragraph.kind))
        runs += [run._replace(text=run.text - span.start + at) for run in _runs(article, span)]
        at += span.end - span.start + 2
    return replace(article, text="\n\n".join(texts), paragraphs=tuple(paragraphs), offsets=tuple(runs))


def _runs(article: Article, span: Span) -> list[Run]:
    """The runs of the article's text inside a paragraph: a run is part of one paragraph."""
    first = bisect_left(article.offsets, span.start, key=lambda run: run.text)
    last = bisect_left(article.offsets, span.end, key=lambda run: run.text)
    return list(article.offsets[first:last])
