"""Countries by name, adjective and capital."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text import tokens
from briefing.world import NOTHING_IMPLIED, countries, country_of, form_at, forms, implied_names


@pytest.mark.parametrize(
    ("phrase", "country"),
    [
        ("British Foreign Minister David Cameron", "GB"),
        ("the UK's envoy", "GB"),
        ("Downing Street", "GB"),
        ("a senior Saudi official", "SA"),
        ("South Korean lawmakers", "KR"),
        ("the South Sudanese army", "SS"),
        ("the president of the Philippines", "PH"),
        ("Philippine police", "PH"),
        ("Jordan's foreign minister", "JO"),
        ("New Zealand Prime Minister", "NZ"),
        ("Paris", "FR"),
        ("The Kremlin", "RU"),
        ("US Secretary of State", "US"),
        ("a U.S. official", "US"),
    ],
)
def test_origin(phrase: str, country: str):
    found = country_of(tokens(phrase), "en")
    assert found is not None
    assert found.id == country


@pytest.mark.parametrize(
    "phrase",
    [
        "Israel Katz",
        "Jordan Pickford",
        "Paris Hilton",
        "both of us",
        "a turkey farmer",
        "Congolese troops",
        "polish",
        "",
    ],
)
def test_no_origin(phrase: str):
    assert country_of(tokens(phrase), "en") is None


def test_the_longest_form_wins():
    form = form_at(tokens("Papua New Guinean officials"), 0, "en")
    assert form is not None
    assert (form.country.name, len(form.words)) == ("Papua New Guinea", 3)


def test_a_country_implies_its_names():
    names = implied_names("the Netherlands", "en")
    assert names.adjectives == ("Dutch",)
    assert names.aliases == ("Netherlands", "Holland", "The Hague")
    assert "Britain" in implied_names("UK", "en").aliases
    assert implied_names("Hamas", "en") is NOTHING_IMPLIED


def test_table():
    everyone = countries("en")
    assert len({c.name for c in everyone}) == len(everyone) > 190
    assert all(c.adjectives and c.capital and len(c.id) == 2 for c in everyone)
    assert "congolese" not in forms("en")


@given(st.text())
def test_any_text_is_read(text: str):
    country_of(tokens(text), "en")
    implied_names.__wrapped__(text, "en")
