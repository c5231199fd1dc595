"""Words, stems and weights."""

import pytest

from briefing.languages import load
from briefing.steps.summarize.bags import bags, pair_products
from briefing.steps.summarize.budget import take
from briefing.steps.summarize.task import Budget
from briefing.steps.summarize.vocabulary import stem, words


def test_words_are_runs_of_letters_and_figures():
    assert words("O’Neil paid $1,250.50 for well-made 4x4s (in 2019).") == (
        "O’Neil", "paid", "1,250.50", "for", "well", "made", "4", "x", "4", "s", "in", "2019",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("word", "same_as"),
    [
        ("hostages", "hostage"),
        ("Parties", "party"),
        ("rejected", "rejects"),
        ("rejecting", "reject"),
        ("stopped", "stops"),
        ("Lund’s", "Lund"),
        ("governments'", "government"),
        ("releasing", "release"),
        ("glasses", "glass"),
    ],
)
def test_inflected_forms_share_a_stem(word: str, same_as: str):
    assert stem(word) == stem(same_as)


@pytest.mark.parametrize(
    ("word", "other"), [("bus", "bu"), ("this", "thi"), ("red", "r"), ("king", "k"), ("sing", "s")]
)
def test_short_words_stay(word: str, other: str):
    assert stem(word) != other


def test_every_weight_says_why():
    settings = load("en")["summary_weights"].settings
    for group in settings.values():
        for row in group.values():
            assert isinstance(row["value"], float)
            assert row["why"].endswith((".", ")."))


def test_pair_products_count_what_sentences_share():
    bag = bags([["dam", "dam", "lund"], ["dam"], [], ["lund", "dam", "lund"]])
    ((first, products),) = pair_products(bag, bag.count)
    assert first == 0
    assert products.tolist() == [[5, 2, 0, 4], [2, 1, 0, 1], [0, 0, 0, 0], [4, 1, 0, 5]]


def test_take_fills_the_words_that_are_left():
    texts = ["one two three", "one two three four", "one two", "one"]
    assert take([1, 0, 2, 3], texts, Budget(words=6)) == [1, 2]
    assert take([1, 0, 2, 3], texts, Budget(sentences=2, words=8)) == [1, 0]
