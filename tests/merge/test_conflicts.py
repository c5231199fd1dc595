"""What does not go together, side by side, once and in the order of its weight."""

import pytest

from briefing.digest.polarity import asserted_stems, denied_stems
from briefing.languages import load
from briefing.merge import merge
from briefing.text import tokens
from tests.factory import PROFILE, reading

LEXICON = load("en")


def conflicts(**texts):
    return merge([reading(text, source=f"{name}.txt") for name, text in texts.items()], profile=PROFILE).conflicts


def sides(conflict):
    return {(side.label, side.citation.text) for side in conflict.sides}


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("There was no progress in the talks.", {"progress"}),
        ("A deal is needed so that no time gap occurs.", frozenset()),
        ("There are no active negotiations for a deal.", {"activ", "negotiation"}),
        ("There is no longer a queue.", set()),
        ("The union said no.", set()),
    ],
)
def test_what_is_denied(text, denied):
    assert denied_stems(tokens(text), LEXICON) == denied


@pytest.mark.parametrize(
    ("text", "noun", "asserted"),
    [
        ("Some progress had been made.", "progress", True),
        ("Norland sees room for a deal.", "room", True),
        ("The union wants pay before any further negotiations.", "negotiation", False),
        ("It is a precondition for serious negotiations.", "negotiation", False),
        ("There was no progress.", "progress", False),
    ],
)
def test_what_is_asserted(text, noun, asserted):
    assert (noun in asserted_stems(tokens(text), LEXICON)) is asserted


def test_a_noun_denied_and_asserted():
    no, yes = "Jon Holm said there was no progress on pay.", "Ada Berg said some progress on pay had been made."
    (conflict,) = conflicts(a=no, b=yes)
    assert (conflict.rule, conflict.topic) == ("conflict.polarity", ("progress",))
    assert sides(conflict) == {("denied", no), ("asserted", yes)}


def test_what_was_only_mentioned_is_not_asserted():
    no, maybe = "Jon Holm said there was no progress on pay.", "Ada Berg asked for signs of progress on pay."
    assert all(c.rule != "conflict.polarity" for c in conflicts(a=no, b=maybe))


def test_two_statements_stand_against_each_other_once():
    found = conflicts(
        a="Norland offered higher pay and shorter hours.", b="The dockers' union rejected higher pay and shorter hours."
    )
    assert [(c.issue, c.rule) for c in found] == [("pay", "conflict.two_parties")]


def test_a_party_against_itself_comes_before_parties_that_differ():
    found = conflicts(
        a="Eva Lind offered higher pay.", b="The dockers' union rejected higher pay.", c="Ada Berg rejected higher pay."
    )
    assert [c.rule for c in found] == ["conflict.one_party", "conflict.two_parties"]
    assert [c.id for c in found] == ["C1", "C2"]


def test_the_repeal_of_a_thing_is_its_opposite():
    found = conflicts(
        a="Norland rejected the repeal of the pay rules.",
        b="Jon Holm supported the pay rules.",
        c="Eva Lind supported the repeal of the pay rules.",
    )
    pairs = [{(side.label, side.object) for side in c.sides} for c in found]
    assert {("support", "the pay rules"), ("support", "the repeal of the pay rules")} in pairs
    assert {("reject", "the repeal of the pay rules"), ("support", "the pay rules")} not in pairs


def test_another_kind_of_the_same_thing_is_no_contradiction():
    assert not conflicts(a="Norland rejected a permanent pay rise.", b="Jon Holm supported a temporary pay rise.")


def test_one_noun_with_two_aims_is_two_things():
    one, other = "Norland backs a pay deal to gain time.", "Jon Holm opposes the pay deal to end the strike."
    assert conflicts(a=one, b=other) == ()
    assert conflicts(a=one, b="Jon Holm opposes the pay deal to gain time.") != ()


def test_two_lines_of_one_interview_do_not_contradict_each_other():
    assert not conflicts(a="Jon Holm rejected higher pay. Jon Holm later accepted higher pay.")


def test_numbers_of_one_source_do_not_differ():
    assert not conflicts(a="Of 253 hostages seized, 133 hostages are held.", b="The harbour was calm.")


def test_two_wordings_of_a_quotation_that_goes_on():
    shared = "Hundreds of dockers marched past the harbour office and the old customs house before dawn."
    one = f"{shared} Jon Holm said: “The day after the strike is the day after the owners and their bonuses.”"
    other = (
        f"{shared} Jon Holm said: “The day after the strike is the day following the owners and their bonuses. No more."
    )
    assert [c.rule for c in conflicts(a=one, b=other)] == ["conflict.wording"]


_SPEAKERS = [
    f"{first} Marsh" for first in ("Mark", "Ivy", "Dora", "Owen", "Lena", "Karl", "Mina", "Theo", "Nils", "Paul")
]
_NO, _YES = "said there was no progress on pay.", "said some progress on pay had been made."


@pytest.mark.parametrize(("denying", "asserting", "shown"), [(1, 8, 9), (1, 9, 0), (4, 1, 5), (5, 1, 0)])
def test_what_many_deny_or_assert_is_no_conflict_of_two(denying, asserting, shown):
    no = {f"no{n}": f"Minister {_SPEAKERS[n]} {_NO}" for n in range(denying)}
    yes = {f"yes{n}": f"Minister {_SPEAKERS[-n - 1]} {_YES}" for n in range(asserting)}
    assert [len(c.sides) for c in conflicts(**no, **yes)] == ([shown] if shown else [])


@pytest.mark.parametrize(("count", "shown"), [(2, [2]), (8, [8]), (9, [])])
def test_as_many_numbers_as_fit_side_by_side_are_set_against_each_other(count, shown):
    found = conflicts(**{f"a{n}": f"On Monday {n}2 dockers were injured." for n in range(1, count + 1)})
    assert [len(c.sides) for c in found] == shown
