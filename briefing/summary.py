"""The key sentences of one document, or of the documents of a story, from their bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.languages import Lexicon
from briefing.pipeline import attributed, read_article, sentences_of
from briefing.plan import SummaryPlan
from briefing.records import RawDocument
from briefing.steps.summarize import Budget, Score, StoryArticle, View, explain, story_input, summarize


@dataclass(frozen=True, slots=True)
class Question:
    """What the reader wants of a story: on a matter, from a day on, as a story, as news or as a timeline."""

    query: str | None = None
    since: str | None = None  # ISO day
    view: View | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """The articles with their sentences, and which of them were chosen: (article, sentence), in the order to read."""

    articles: tuple[StoryArticle, ...]
    chosen: tuple[tuple[int, int], ...]
    scores: tuple[tuple[tuple[int, int], Score], ...]  # of the default method, for `--explain`

    def text(self, place: tuple[int, int]) -> str:
        """The sentence at a place, verbatim."""
        given = self.articles[place[0]]
        return given.sentences[place[1]].span.of(given.article.text)


ANY = Question()


def summary_of(
    raws: Sequence[RawDocument],
    *,
    plan: SummaryPlan,
    lexicon: Lexicon,
    question: Question = ANY,
    explained: bool = False,
) -> Summary:
    """The summary of documents taken as one story. Raises UsageError for an unknown method or engine."""
    articles = tuple(_read(raw, lexicon) for raw in raws)
    text, places = story_input(articles, query=question.query, since=question.since)
    view = question.view or ("news" if question.since else None)
    budget = Budget(sentences=plan.sentences, words=plan.words)
    picked = summarize(text, method=plan.method, engine=plan.engine, view=view, budget=budget, lexicon=lexicon)
    scores = explain(text, budget=budget, view=view, lexicon=lexicon) if explained else ()
    return Summary(articles, tuple(places[i] for i in picked), tuple((places[s.index], s) for s in scores))


def _read(raw: RawDocument, lexicon: Lexicon) -> StoryArticle:
    article, _ = read_article(raw, lexicon=lexicon)
    sentences = sentences_of(article, lexicon=lexicon)
    attributions, _ = attributed(article, sentences, lexicon=lexicon)
    return StoryArticle(article, sentences, attributions)
