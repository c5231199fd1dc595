"""What can be seen of a line among its neighbours: a page of nine lines with literal scores."""

import pytest

from briefing.steps.clean.features import Seen
from briefing.steps.clean.neighbours import NUMERIC, look_around


def line(words: str, *furniture: str) -> Seen:
    split = words.split()
    return Seen(split, set(split), [], dict.fromkeys(furniture, words))


PAGE = (
    (line("home news"), 0.02),
    (line("share this article", "share"), 0.1),
    (line("harbour ferry sails again"), 0.4),
    (line("the harbour master told reporters that the ferry would sail again soon"), 0.9),
    (line("the harbour engineers repaired the ferry at night"), 0.8),
    (line("islands need their boats"), 0.55),
    (line("leave a comment", "comments"), 0.1),
    (line("great harbour story about engineers"), 0.3),
    (line("buy boats"), 0.01),
)
FOUND = look_around([seen for seen, _ in PAGE], [score for _, score in PAGE], frozenset({"comments"}))


def test_a_line_without_hope_is_left_alone():
    assert [i for i, context in enumerate(FOUND) if context is None] == [0, 8]


@pytest.mark.parametrize(
    ("i", "names"),
    [
        # place beside the main stretch of body; lines to the next body line; part of the body read; words shared
        (1, ["block before 2-4 s", "gap before none s", "gap after 1 s", "read 0 s", "sharing 0 s"]),
        (2, ["block before 1 s", "gap before none s", "gap after 0 s", "read 0 s", "sharing 3 s", "under share 1"]),
        (3, ["block first m", "gap before none m", "gap after 0 m", "read 0 m", "sharing 1 m", "under share 2-3"]),
        (4, ["block in m", "gap before 0 m", "gap after 0 m", "read 5 m", "sharing 2 m"]),
        (5, ["block last s", "gap before 0 s", "gap after none s", "read 8 s", "sharing 0 s"]),
        (6, ["block after 1 s", "gap before 0 s", "gap after none s", "read 10 s", "sharing 0 s"]),
        (
            7,
            [
                *("block after 2-4 s", "gap before 1 s", "gap after none s", "read 10 s", "sharing 2 s"),
                *("ended s", "ended by comments", "under comments 1"),
            ],
        ),
    ],
)
def test_names(i, names):
    assert FOUND[i][0] == names


@pytest.mark.parametrize(
    ("i", "figures"),
    [
        (1, {"before 1": 0.02, "before 2": 0, "after 1": 0.4, "after 2": 0.9, "after 3": 0.8, "low score": 0.1}),
        # of 21 words of mass before and after, in parts of 150: 12 * 0.9, 8 * 0.8, 4 * 0.55 and 4 * 0.4
        (2, {"mass before": 0, "mass after": 19.4 / 150, "mid score": 0.1, "low score": 0.3, "shared words": 3 / 4}),
        (3, {"mass before": 1.6 / 150, "mass after": 8.6 / 150, "mid score": 0.4, "shared words": 2 / 6}),
        (4, {"before 3": 0.1, "mass before": 12.4 / 150, "mass after": 2.2 / 150, "shared words": 2 / 5}),
        # what body there is, weighed by score, of all 43 words
        (5, {"score": 0.55, "before 1": 0.8, "after 3": 0.01, "mass before": 18.8 / 150, "page": 21 / 43}),
        (7, {"mass before": 21 / 150, "mass after": 0, "mid score": 0, "shared words": 2 / 5}),
    ],
)
def test_figures(i, figures):
    found = dict(zip(NUMERIC, FOUND[i][1], strict=True))
    assert {name: found[name] for name in figures} == pytest.approx(figures)


def test_the_six_lines_before_and_behind_count_as_near():
    text = line("five words in a line")
    figures = dict(zip(NUMERIC, look_around([text] * 20, [0.9] * 20, frozenset())[9][1], strict=True))
    assert (figures["mass before"], figures["mass after"]) == pytest.approx((6 * 5 * 0.9 / 150, 6 * 5 * 0.9 / 150))


def test_nine_lines_stand_under_a_heading_of_the_page():
    seen = [line("share this", "share"), *[line("harbour ferry sails")] * 11]
    found = look_around(seen, [0.3] * 12, frozenset())
    assert [i for i, (names, _) in enumerate(found) if "under share 4-9" in names] == [4, 5, 6, 7, 8, 9]
