"""Key sentences of one article or of a story: our own method, and sumy's methods by their names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.errors import UsageError
from briefing.languages import Lexicon
from briefing.records import Article, Attribution, Sentence
from briefing.steps.summarize.budget import take
from briefing.steps.summarize.inputs import StoryArticle, article_input, natural_view, story_input
from briefing.steps.summarize.selection import explain, select
from briefing.steps.summarize.task import Budget, Candidate, Score, Source, SummaryInput, View, Words
from briefing.steps.summarize.vocabulary import stem, stop_words, words

__all__ = [
    "ENGINES",
    "METHODS",
    "Budget",
    "Candidate",
    "Score",
    "Source",
    "StoryArticle",
    "SummaryInput",
    "View",
    "article_input",
    "explain",
    "natural_view",
    "story_input",
    "summarize",
    "summarize_article",
    "summarize_story",
]

METHODS = ("briefing", "luhn", "edmundson", "lsa", "lex-rank", "text-rank", "sum-basic", "kl", "reduction")
ENGINES = ("own", "sumy")


def summarize(
    text: SummaryInput,
    *,
    method: str = "briefing",
    engine: str = "own",
    view: View | None = None,
    budget: Budget,
    lexicon: Lexicon,
) -> tuple[int, ...]:
    """Indexes into `text.candidates` of the sentences that carry the text, ascending, within the budget.

    `view` is what the reader wants of several documents, `natural_view` when None; only the default method knows it.
    Engine "sumy" runs the original of a named method. Raises UsageError on an unknown method or engine, and on the
    default method from sumy.
    """
    if method not in METHODS:
        raise UsageError(f"no summarising method {method!r}: there are {', '.join(METHODS)}")
    if engine not in ENGINES:
        raise UsageError(f"no summarising engine {engine!r}: there are {', '.join(ENGINES)}")
    if method == "briefing":
        if engine == "sumy":
            raise UsageError("the method 'briefing' is not one of sumy's: choose another method or the engine 'own'")
        return tuple(sorted(select(text, budget=budget, view=view, lexicon=lexicon)))
    texts = tuple(candidate.text for candidate in text.candidates)
    ranking = _ranking(text, texts, method, engine, lexicon)
    return tuple(sorted(take(ranking, texts, budget)))


def _ranking(text: SummaryInput, texts: Sequence[str], method: str, engine: str, lexicon: Lexicon) -> Iterator[int]:
    given = ranked_words(text, lexicon)
    if engine == "sumy":
        from briefing.steps.summarize.reference import sumy_ranking  # noqa: PLC0415 - imports sumy and NLTK

        return sumy_ranking(method, given, tuple(texts))
    from briefing.steps.summarize.methods import RANKERS  # noqa: PLC0415 - imports numpy

    return RANKERS[method](given)


def ranked_words(text: SummaryInput, lexicon: Lexicon) -> Words:
    """What the named methods rank `text` by."""
    numbers: dict[tuple[int, int], int] = {}
    for candidate in text.candidates:
        numbers.setdefault((candidate.document, candidate.paragraph), len(numbers))
    return Words(
        sentences=tuple(words(candidate.text) for candidate in text.candidates),
        paragraphs=tuple(numbers[candidate.document, candidate.paragraph] for candidate in text.candidates),
        headings=tuple(word for source in text.documents for word in words(source.title or "")),
        stop_words=stop_words(lexicon),
        stem=stem,
        bonus=frozenset(lexicon["summary_cues"].words("bonus")),
        stigma=frozenset(lexicon["summary_cues"].words("stigma")),
    )


def summarize_article(
    article: Article,
    sentences: Sequence[Sentence],
    attributions: Sequence[Attribution] = (),
    *,
    method: str = "briefing",
    engine: str = "own",
    budget: Budget,
    lexicon: Lexicon,
    query: str | None = None,
) -> tuple[int, ...]:
    """Indexes into `sentences` of the key sentences of one article, in text order; as `summarize`."""
    text = article_input(StoryArticle(article, tuple(sentences), tuple(attributions)), query=query)
    return summarize(text, method=method, engine=engine, budget=budget, lexicon=lexicon)


def summarize_story(
    articles: Sequence[StoryArticle],
    *,
    method: str = "briefing",
    engine: str = "own",
    view: View | None = None,
    budget: Budget,
    lexicon: Lexicon,
    query: str | None = None,
    since: str | None = None,
) -> tuple[tuple[int, int], ...]:
    """The key sentences of a story as pairs (index into `articles`, index into its sentences); as `summarize`.

    They come in the order of the articles' dates, the undated last, and in text order within an article. With `since`
    (ISO 8601) only articles of that day or later count, and the undated do not.
    """
    text, places = story_input(articles, query=query, since=since)
    wanted = view or ("news" if since else None)
    picked = summarize(text, method=method, engine=engine, view=wanted, budget=budget, lexicon=lexicon)
    return tuple(places[index] for index in picked)
