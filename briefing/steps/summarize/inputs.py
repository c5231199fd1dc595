"""From articles to what a summary is made from."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.records import Article, Attribution, Sentence
from briefing.steps.summarize.task import Candidate, Source, SummaryInput, View


@dataclass(frozen=True, slots=True)
class StoryArticle:
    """One article of a story with what the steps before found in it."""

    article: Article
    sentences: tuple[Sentence, ...]
    attributions: tuple[Attribution, ...] = ()


def article_input(given: StoryArticle, *, query: str | None = None) -> SummaryInput:
    """The sentences of one article, all of them, in order."""
    return SummaryInput(tuple(_candidates(given, 0)), (_source(given),), query)


def story_input(
    articles: Sequence[StoryArticle], *, query: str | None = None, since: str | None = None
) -> tuple[SummaryInput, tuple[tuple[int, int], ...]]:
    """The sentences of a story in the order of its articles' dates, the undated last.

    With them comes where each stands: (index into `articles`, index into its sentences). With `since` only articles
    dated that day or later count.
    """
    order = sorted(range(len(articles)), key=lambda index: (articles[index].article.published or "~", index))
    began = articles[order[0]].article.published if order else None
    if since is not None:
        order = [index for index in order if (articles[index].article.published or "") >= since]
    candidates: list[Candidate] = []
    places: list[tuple[int, int]] = []
    for document, index in enumerate(order):
        candidates += _candidates(articles[index], document)
        places += [(index, sentence.index) for sentence in articles[index].sentences]
    sources = tuple(_source(articles[index]) for index in order)
    return SummaryInput(tuple(candidates), sources, query, began), tuple(places)


def natural_view(text: SummaryInput) -> View:
    """What readers want: "news" when they ask something or the documents are a log (dated, untitled), or "story"."""
    is_log = all(source.date and not source.title for source in text.documents)
    return "news" if text.query or (is_log and len(text.documents) > 1) else "story"


def _source(given: StoryArticle) -> Source:
    return Source(given.article.title, given.article.published)


def _candidates(given: StoryArticle, document: int) -> Iterator[Candidate]:
    """A sentence is attributed when a part of an attribution's content starts in it."""
    article = given.article
    starts = sorted(span.start for attribution in given.attributions for span in attribution.content)
    for sentence in given.sentences:
        at = bisect_left(starts, sentence.span.start)
        yield Candidate(
            text=sentence.span.of(article.text),
            paragraph=sentence.paragraph,
            kind=article.paragraphs[sentence.paragraph].kind,
            document=document,
            attributed=at < len(starts) and starts[at] < sentence.span.end,
        )
