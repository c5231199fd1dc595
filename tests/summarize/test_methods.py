"""Our rankings against sumy's own summarisers on the same sentences and words."""

from __future__ import annotations

import math

import pytest
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.summarizers._summarizer import AbstractSummarizer

from briefing.errors import UsageError
from briefing.steps.summarize import METHODS, Budget, Candidate, Source, SummaryInput, ranked_words, summarize, sumy_api
from briefing.steps.summarize.methods import RANKERS
from briefing.steps.summarize.reference import document, summarizer, sumy_ranking
from tests.summarize.texts import LEXICON, random_input

NAMED = [method for method in METHODS if method != "briefing"]
BY_RATING = [method for method in NAMED if method not in {"kl", "sum-basic"}]


def sumy_ratings(method: str, text: SummaryInput) -> dict[int, float]:
    """sumy's rating of each sentence by its index."""
    given = ranked_words(text, LEXICON)
    ratings: dict[int, float] = {}

    def note(infos):
        ratings.update({info.order: info.rating for info in infos})
        return infos

    summarizer(method, given)(document(given, tuple(c.text for c in text.candidates)), note)
    return ratings


@pytest.mark.parametrize("method", BY_RATING)
@pytest.mark.parametrize("seed", range(4))
def test_ranks_by_sumys_ratings(method: str, seed: int):
    """Sentences of equal rating may change places: sumy leaves their order to rounding, we to the text."""
    text = random_input(seed, 24)
    ratings = sumy_ratings(method, text)
    ours = [ratings[index] for index in RANKERS[method](ranked_words(text, LEXICON))]
    best_first = sorted(ratings.values(), reverse=True)
    assert all(math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-12) for a, b in zip(ours, best_first, strict=True))


@pytest.mark.parametrize("method", ["kl", "sum-basic"])
@pytest.mark.parametrize("seed", range(4))
def test_picks_in_sumys_order(method: str, seed: int):
    text = random_input(seed, 24)
    given = ranked_words(text, LEXICON)
    theirs = list(sumy_ranking(method, given, tuple(c.text for c in text.candidates)))
    assert list(RANKERS[method](given))[:8] == theirs[:8]


@pytest.mark.parametrize("method", NAMED)
def test_both_engines_fill_the_same_budget(method: str):
    text = random_input(9, 20)
    own, theirs = (
        summarize(text, method=method, engine=engine, budget=Budget(sentences=4), lexicon=LEXICON)
        for engine in ("own", "sumy")
    )
    assert own == tuple(sorted(own))
    assert len(own) == len(theirs) == 4


@pytest.mark.parametrize("method", NAMED)
@pytest.mark.parametrize("texts", [(), ("",), ("...", "!"), ("Word.",), ("the of and.", "The of.")])
def test_texts_without_words(method: str, texts: tuple[str, ...]):
    text = SummaryInput(tuple(map(Candidate, texts)))
    found = summarize(text, method=method, budget=Budget(sentences=2), lexicon=LEXICON)
    assert len(found) == min(2, len(texts))


@pytest.mark.parametrize("method", NAMED)
def test_a_sentence_that_stands_twice_is_picked_once(method: str):
    texts = [candidate.text for candidate in random_input(3, 5).candidates]
    text = SummaryInput(tuple(map(Candidate, [*texts, *texts])), (Source("Houses"),))
    found = summarize(text, method=method, budget=Budget(sentences=5), lexicon=LEXICON)
    assert sorted({texts[index % 5] for index in found}) == sorted(texts)


SUMY_CLASSES = [value for value in vars(sumy_api).values() if isinstance(value, type) and hasattr(value, "method")]


def test_every_method_has_a_class_for_sumys_users():
    assert {made.method for made in SUMY_CLASSES} == set(NAMED)
    assert all(issubclass(made, AbstractSummarizer) for made in SUMY_CLASSES)


class Words:
    """A tokenizer for sumy."""

    def to_words(self, text: str) -> tuple[str, ...]:
        return tuple(text.rstrip(".").split())


@pytest.mark.parametrize("made", SUMY_CLASSES)
def test_classes_choose_what_sumys_choose(made):
    texts = [candidate.text for candidate in random_input(5, 18).candidates]
    sentences = [Sentence(text, Words()) for text in texts]
    heading = Sentence("The running houses", Words(), is_heading=True)
    text = ObjectDocumentModel([Paragraph([heading, *sentences[:6]]), Paragraph(sentences[6:])])
    theirs = summarizer(made.method, ranked_words(random_input(5, 18), LEXICON))
    ours = made(theirs._stemmer)
    for name in ("stop_words", "null_words", "bonus_words", "stigma_words"):
        if hasattr(theirs, name):
            setattr(ours, name, getattr(theirs, name))
    for count in (0, 1, 4, "50%", lambda items: items[:3]):
        assert len(ours(text, count)) == len(theirs(text, count))
    if made.method != "lsa":  # its ratings tie too often
        assert ours(text, 4) == theirs(text, 4)


def test_unknown_names_are_refused():
    text = random_input(1, 3)
    with pytest.raises(UsageError, match="no summarising method 'lexrank'"):
        summarize(text, method="lexrank", budget=Budget(1), lexicon=LEXICON)
    with pytest.raises(UsageError, match="no summarising engine 'gpu'"):
        summarize(text, method="luhn", engine="gpu", budget=Budget(1), lexicon=LEXICON)
    with pytest.raises(UsageError, match="not one of sumy's"):
        summarize(text, engine="sumy", budget=Budget(1), lexicon=LEXICON)
