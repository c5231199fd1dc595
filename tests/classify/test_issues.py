"""Which issues the object of a stand is about: the terms in it, and what goes back to a term named before."""

import pytest

from briefing.profile import parse
from tests.factory import PROFILE_TOML, reading

ISSUES = """
[[issue]]
id = "deal"
title = "The nuclear deal"
terms = ["nuclear deal"]

[[issue]]
id = "option"
title = "The military option"
terms = ["military option"]

[[issue]]
id = "line"
title = "The line"
terms = ["rail line"]

[[issue]]
id = "detour"
title = "A detour"
terms = ["detour"]

[[issue]]
id = "budget"
title = "The budget"
terms = ["fund the government"]

[[issue]]
id = "delta"
title = "The Delta"
terms = ["Delta"]

[[issue]]
id = "treaty"
title = "The treaty"
terms = ["the treaty"]
"""
PROFILE = parse((PROFILE_TOML + ISSUES).encode(), "deal.toml")


def issues(text):
    found = reading(text, profile=PROFILE).positions
    return [issue for position in found for stand in position.stands for issue in stand.issues]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland rejected the nuclear deal.", ["deal"]),
        ("Norland rejected the nuclear deal and the rail line.", ["deal", "line"]),
        # the words of a term with others between
        ("Norland refused to fund most of the government.", ["budget"]),
        ("Norland refused to fund the long and very costly work of the government.", []),
        ("Norland rejected the government fund.", []),
        # what it is without
        ("Norland demanded a rail line without a detour.", ["line"]),
        ("Norland demanded a rail line with a detour.", ["line", "detour"]),
        # a name that says where
        ("Norland rejected the union of the farmers in the Delta.", []),
        ("Norland rejected a rail line in the Delta.", ["line"]),
        ("Norland rejected the new Delta.", ["delta"]),
        ("Norland rejected the future of the Delta.", ["delta"]),
        # a phrase with the head of a term that was named before
        ("The nuclear deal is old. Norland rejected the deal.", ["deal"]),
        ("The nuclear deal is old. Norland rejected this deal.", ["deal"]),
        ("Norland rejected the deal.", []),
        ("The nuclear deal is old. Norland rejected the deal maker.", []),
        ("The military option is old. Norland rejected the peaceful option.", []),
        ("The military option is old. Norland rejected the option.", ["option"]),
        ("Norland rejected the treaty.", ["treaty"]),
    ],
)
def test_issues_of_an_object(text, expected):
    assert issues(text) == expected
