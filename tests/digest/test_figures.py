"""Counts, shares and sums as the sources report them."""

import pytest

from briefing.digest.figures import find_figures
from briefing.languages import load
from briefing.merge import merge
from tests.factory import PROFILE, reading

LEXICON = load("en")


def figures(text):
    return [(f.value, f.what, f.number) for f in find_figures(reading(text), LEXICON)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police said at least 12 dockers were injured.", [("at least 12", "dockers were injured", 12)]),
        ("Some 2.3 million people were displaced.", [("Some 2.3 million", "people were displaced", 2_300_000)]),
        (
            "They seized 253 hostages, of which 133 are still being held.",
            [("seized 253", "hostages", 253), ("133", "are still being held", 133)],
        ),
        ("Berg won a plurality of the vote, at 25.7%.", [("25.7%", "vote", 25.7)]),
        ("The plan leaves a hole of £9bn in the budget.", [("£9bn", "hole", 9e9)]),
        ("Ada Berg promised $6.5 million of cuts.", [("$6.5 million", "of cuts", 6_500_000)]),
        ("The firm offered a pay rise of about 6 per cent.", [("about 6 per cent", "pay rise", 6)]),
        ("They set aside $44 million for the new quay.", [("$44 million", "for the new quay", 44e6)]),
        ("He took out a $2 million loan.", [("$2 million", "loan", 2e6)]),
        (
            "Some 2 per cent of the Norland National Coast Guard.",
            [("Some 2 per cent", "of the Norland National Coast Guard", 2)],
        ),
        ("The union won 36% of the vote.", [("36%", "of the vote", 36)]),
        ("Some 36% of dockers want to stay.", [("Some 36%", "of dockers want to stay", 36)]),
        (
            "About 52% of voters voted to leave and 48% to stay.",
            [("About 52%", "of voters voted to leave", 52)],
        ),
        ("It hurts 30 percent of the world's species.", [("30 percent", "of the world's species", 30)]),
        ("About 20 percent of the revenue related to oil was lost.", [("About 20 percent", "of the revenue", 20)]),
        ("They hold 36% of shares in the firm.", [("36%", "of shares", 36)]),
        ("The deficit stands at 4 per cent.", [("4 per cent", "deficit", 4)]),
        ("They killed 46 people and seized 12.", [("killed 46", "people", 46)]),
        ("The blasts killed at least 46 people.", [("killed at least 46", "people", 46)]),
        ("Berg won 36 seats.", [("won 36", "seats", 36)]),
        ("As many as 12 dockers were injured.", [("As many as 12", "dockers were injured", 12)]),
        ("Some 300 flights a day were lost.", [("Some 300", "flights a day were lost", 300)]),
        ("They need £9bn for the schools, parks and roads.", [("£9bn", "for the schools", 9e9)]),
    ],
)
def test_amounts(text, expected):
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "On 4 March people were killed.",
        "In 2019 people were killed.",
        "At 4 pm people were killed.",
        "Jon Holm, aged 40, was killed.",
        "After 30 years the firm was lost.",
        "He has 12 cats.",
        "Some 40 dockers, who were late, were injured.",  # another clause may tell of others
        "Some 40 dockers and others were injured.",
        "Some 300 dockers of the old port were injured.",  # too far from what is counted
        "About 300 flights a day could be affected by a walkout.",
        "Pay rose by 6 per cent in schools.",  # where, and not of what
        "Berg was 100 percent certain.",
        "Most of its 2.3 million people were displaced.",  # how many, the sentence does not say
        "Most of the valley's 2.3 million people were displaced.",
        "The 12 dockers said that two ships were lost.",
        "They lost $44 million this year.",
        "The bill would provide $44 million.",  # of what, the sentence does not say
    ],
)
def test_dates_ages_times_and_what_nobody_counts_are_no_figures(text):
    assert figures(text) == []


def test_a_figure_that_is_disputed_is_nobodys():
    assert figures("Ada Berg disputed the claim that 80% of crews want to stay.") == []
    assert figures("Ada Berg said 80% of crews want to stay.") == [("80%", "of crews want to stay", 80)]


def test_a_figure_of_what_somebody_did_is_the_writers():
    said, done = "Ada Berg said $400 million in aid would wait.", "Ada Berg rejected $400 million in aid."
    found = [find_figures(reading(text), LEXICON)[0].according_to for text in (said, done)]
    assert found == ["Ada Berg", None]


def test_two_words_for_one_event_can_be_compared_and_shares_cannot():
    def conflicts(one, other):
        found = merge([reading(one, source="a.txt"), reading(other, source="b.txt")], profile=PROFILE).conflicts
        return [[side.label for side in c.sides] for c in found if c.kind == "figure"]

    assert conflicts("Police said 12 people died.", "Police said 15 people were killed.") == [["12", "15"]]
    assert conflicts("The union won 36% of the vote.", "The party won 35% of the vote.") == []
