"""Key sentences of one article or of a story: our own method, and sumy's methods by their names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.errors import UsageError
from briefing.lexicons import Lexicon
from briefing.records import Article, Attribution, Sentence
from briefing.steps.summarize.budget import take
from briefing.steps.summarize.records import Budget, Candidate, Source, SummaryInput, Words
from briefing.steps.summarize.words import stem, stop_words, words

__all__ = ["ENGINES", "METHODS", "Budget", "Candidate", "Source", "SummaryInput", "summarize", "summarize_article"]

METHODS = ("briefing", "luhn", "edmundson", "lsa", "lex-rank", "text-rank", "sum-basic", "kl", "reduction")
ENGINES = ("own", "sumy")


def summarize(
    text: SummaryInput, *, method: str = "briefing", engine: str = "own", budget: Budget, lexicon: Lexicon
) -> tuple[int, ...]:
    """Indexes into `text.candidates` of the sentences that carry the text, ascending, within the budget.

    Engine "sumy" runs the original of a named method. Raises UsageError on an unknown method or engine.
    """
    if method not in METHODS:
        raise UsageError(f"no summarising method {method!r}: there are {', '.join(METHODS)}")
    if engine not in ENGINES:
        raise UsageError(f"no summarising engine {engine!r}: there are {', '.join(ENGINES)}")
    texts = tuple(candidate.text for candidate in text.candidates)
    ranking = _ranking(text, texts, "lex-rank" if method == "briefing" else method, engine, lexicon)
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


def article_input(
    article: Article, sentences: Sequence[Sentence], attributions: Sequence[Attribution] = ()
) -> SummaryInput:
    """The candidates of one article. A sentence is attributed when the content of an attribution starts in it."""
    starts = sorted(span.start for attribution in attributions for span in attribution.content)
    return SummaryInput(
        tuple(
            Candidate(
                text=sentence.span.of(article.text),
                paragraph=sentence.paragraph,
                kind=article.paragraphs[sentence.paragraph].kind,
                attributed=any(sentence.span.start <= start < sentence.span.end for start in starts),
            )
            for sentence in sentences
        ),
        (Source(article.title, article.published),),
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
) -> tuple[int, ...]:
    """Indexes into `sentences` of the key sentences of one article, in text order; as `summarize`."""
    text = article_input(article, sentences, attributions)
    return summarize(text, method=method, engine=engine, budget=budget, lexicon=lexicon)
