"""The method `briefing`: what it picks, what it never picks, and how it says why."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.steps.summarize import (
    Budget,
    Candidate,
    Source,
    SummaryInput,
    article_input,
    explain,
    natural_view,
    story_input,
    summarize,
    summarize_article,
    summarize_story,
)
from briefing.steps.summarize.budget import take
from tests.summarize.texts import HERALD, LEXICON, LOG, POST, article, random_input, told

STORY = [article(*HERALD), article(*POST)]
DAYS = [article(None, date, paragraphs) for date, paragraphs in LOG]


def one(*texts: str, title: str | None = None) -> SummaryInput:
    return SummaryInput(tuple(Candidate(text, paragraph) for paragraph, text in enumerate(texts)), (Source(title),))


def pick(text: SummaryInput, sentences: int = 3, **options) -> tuple[int, ...]:
    return summarize(text, budget=Budget(sentences=sentences), lexicon=LEXICON, **options)


def test_an_article_is_told_by_what_happened():
    herald = STORY[0]
    found = summarize_article(herald.article, herald.sentences, budget=Budget(sentences=2), lexicon=LEXICON)
    assert told(herald, found) == [
        "The dam above Lund broke on Thursday after a week of rain, and water flooded 300 houses in the valley.",
        "The army will bring pumps and tents on Friday, the governor said, and the schools of Lund stay closed.",
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The dam above Lund and its engineers", "fragment"),
        ("The governor spoke on Thursday in Lund:", "fragment"),
        ("He said so yesterday.", "short"),
        ("The dam broke on Thursday.", "short"),
        ("Read more about the flood on our page.", "teaser"),
        ("The governor, right, speaks to engineers at the broken dam.", "caption"),
        ("Soldiers carry pumps to the houses of Lund, March 5, 2021.", "caption"),
    ],
)
def test_what_cannot_stand_alone_is_never_picked(text: str, reason: str):
    given_text = one(text, "The dam above Lund broke after a week of rain.", title="Dam above Lund breaks")
    assert pick(given_text) == (1,)
    assert explain(given_text, budget=Budget(sentences=1), lexicon=LEXICON)[0].unfit == reason


def test_a_sub_heading_is_never_picked():
    text = SummaryInput((Candidate("What the engineers of Lund had said in 2019?", kind="subhead"),))
    assert pick(text) == ()


def test_a_note_number_does_not_make_a_fragment():
    assert pick(one("The dam was built of earth in 1961. [3] [12]")) == (0,)


def test_a_sentence_told_again_is_picked_once():
    text = one(
        "The dam above Lund broke after a week of rain.",
        "After a week of rain, the dam above Lund broke.",
        "The army brings pumps to the valley.",
    )
    assert pick(text, 3) == (0, 2)


def test_title_words_raise_a_sentence():
    texts = ("The valley is narrow and green in March.", "The court opened an inquiry into the repair.")
    assert pick(one(*texts, title="Court inquiry into repair"), 1) == (1,)


def test_a_question_addresses_the_reader():
    text = one("Who pays for the dam above Lund now?”", "The dam above Lund broke, and why? Nobody knows it yet.")
    parts = [score.parts["address"] for score in explain(text, budget=Budget(sentences=1), lexicon=LEXICON)]
    assert parts[0] < parts[1] == 0.0


def test_a_statement_decides_between_equals():
    texts = ("Pumps reached the town on Friday.", "Tents reached the camp on Friday.")
    candidates = tuple(Candidate(text, document=n, attributed=n == 1) for n, text in enumerate(texts))
    assert pick(SummaryInput(candidates, (Source(), Source())), 1, view="timeline") == (1,)


def test_a_story_prefers_what_its_documents_agree_on():
    text, places = story_input(STORY)
    found = explain(text, budget=Budget(words=45), lexicon=LEXICON)
    first = next(score for score in found if score.pick == 1)
    assert places[first.index] in {(0, 0), (1, 0)}
    assert first.parts["agreement"] > 0


def test_where_words_are_counted_a_short_sentence_goes_before_a_long_one_of_the_same_weight():
    found = summarize_story(STORY, budget=Budget(words=40), lexicon=LEXICON)
    assert [told(STORY[number], [at])[0] for number, at in found] == [
        "Nobody was killed, the governor said.",
        "The province never paid for the repair.",
        "A dam that engineers had called too weak broke above Lund on Thursday and flooded 300 houses.",
        "The river had risen for a week.",
    ]


def test_a_story_is_told_in_the_order_of_its_days():
    found = summarize_story([STORY[1], STORY[0]], budget=Budget(sentences=4), lexicon=LEXICON)
    assert [index for index, _ in found] == sorted((index for index, _ in found), reverse=True)


def test_what_is_new_holds_the_newest_and_the_beginning():
    found = summarize_story(DAYS, budget=Budget(sentences=2), lexicon=LEXICON)
    assert found == ((0, 0), (3, 0))


def test_since_leaves_older_documents_out():
    found = summarize_story(DAYS, since="2021-03-09", budget=Budget(sentences=9), lexicon=LEXICON)
    assert {index for index, _ in found} <= {2, 3}


def test_since_does_not_take_its_first_day_for_the_beginning():
    text, _ = story_input(DAYS, since="2021-03-05")
    found = explain(text, view="news", budget=Budget(sentences=1), lexicon=LEXICON)
    assert {score.parts["origin"] for score in found} == {0.0}


def test_since_leaves_undated_documents_out():
    undated = article("Lund", None, ("The valley of Lund is narrow and green in March.",))
    assert summarize_story([undated], since="2021-01-01", budget=Budget(sentences=1), lexicon=LEXICON) == ()


def test_a_query_draws_the_summary_to_its_words():
    found = summarize_story(DAYS[:3], query="Who brings tents?", budget=Budget(sentences=3), lexicon=LEXICON)
    assert (1, 0) in found


def test_a_timeline_has_one_sentence_a_day():
    found = summarize_story(DAYS, view="timeline", budget=Budget(sentences=9), lexicon=LEXICON)
    assert [index for index, _ in found] == [0, 1, 2, 3]


def test_the_view_follows_from_the_documents_and_the_question():
    assert natural_view(story_input(STORY)[0]) == "story"
    assert natural_view(story_input(DAYS)[0]) == "news"
    assert natural_view(story_input(STORY, query="tents")[0]) == "news"
    assert natural_view(article_input(DAYS[0])) == "story"


@pytest.mark.parametrize("view", ["story", "news", "timeline"])
def test_the_parts_of_a_score_add_up(view):
    text, _ = story_input(DAYS, query="tents")
    for score in explain(text, view=view, budget=Budget(words=40), lexicon=LEXICON):
        assert math.isclose(score.total, sum(score.parts.values()))


def test_explained_picks_are_the_picks():
    text, _ = story_input(STORY)
    found = explain(text, budget=Budget(sentences=3), lexicon=LEXICON)
    assert tuple(score.index for score in found if score.pick) == pick(text, 3)
    assert [score.index for score in found] == list(range(len(text.candidates)))


@settings(deadline=None)  # a busy machine is no fault
@given(st.integers(0, 10_000), st.integers(1, 80), st.integers(1, 6))
def test_budgets_hold(seed: int, words: int, sentences: int):
    text = random_input(seed, 12)
    found = summarize(text, budget=Budget(sentences, words), lexicon=LEXICON)
    assert found == tuple(sorted(set(found)))
    assert len(found) <= sentences
    assert sum(len(text.candidates[index].text.split()) for index in found) <= words


@given(st.lists(st.text(max_size=40), max_size=6))
def test_any_text_is_taken(texts: list[str]):
    text = SummaryInput(tuple(Candidate(text, document=n % 2) for n, text in enumerate(texts)), (Source(), Source("x")))
    assert set(summarize(text, budget=Budget(words=20), lexicon=LEXICON)) <= set(range(len(texts)))


@pytest.mark.parametrize("limits", [(None, None), (0, None), (None, 0), (-1, 5)])
def test_an_empty_budget_is_refused(limits):
    with pytest.raises(ValueError, match="a budget needs"):
        Budget(*limits)


@pytest.mark.parametrize(("long", "taken"), [(11, [11]), (12, [])])
def test_after_twelve_sentences_that_do_not_fit_no_other_is_tried(long: int, taken: list[int]):
    texts = [f"The dam number {n} above Lund broke." for n in range(long)] + ["It rained."]
    assert take(range(len(texts)), texts, Budget(words=3)) == taken


def test_a_sentence_that_stands_twice_is_taken_once():
    assert take([0, 1, 2], ["It rained.", "It rained.", "It snowed."], Budget(sentences=2)) == [0, 2]
