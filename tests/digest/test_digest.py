"""What a digest keeps of one article: its flags, the words for a party, spellings of a name."""

import pytest

from briefing.digest import digest
from briefing.digest.flags import find_flags
from briefing.digest.polarity import denied_stems
from briefing.profile import parse
from briefing.text import tokens
from tests.factory import LEXICON, PROFILE, PROFILE_TOML, reading

# A surname long enough to be misspelt, and more names for a party than are shown.
_LONGER = (
    PROFILE_TOML
    + """
[[party]]
id = "Lake Front"
name = "Lake Front"
aliases = ["shore people", "boat people", "tent people", "reed people", "marsh people", "hill people", "night people"]

[[party.member]]
name = "Ida Bergmann"
"""
)
OTHER = parse(_LONGER.encode(), "other.toml")


def digested(text, profile=OTHER):
    return digest(reading(text, profile=profile), profile=profile, lexicon=LEXICON)


def test_a_word_near_a_surname_of_the_article_is_another_spelling_of_it():
    text = "Ida Bergmann spoke. Later Ms Bergman left. The Bergmann house is old."
    (found,) = digested(text).misspellings
    assert (found.known, found.seen, found.citation.text) == ("Bergmann", "Bergman", "Later Ms Bergman left.")


@pytest.mark.parametrize(
    "text",
    [
        "Ms Bergman left. Nobody else spoke.",  # the article does not name her
        "Ida Bergmann spoke. They saw the Herzmann house.",
        "Ida Bergmann spoke. The bergman house is old.",
    ],
)
def test_what_is_no_other_spelling(text):
    assert digested(text).misspellings == ()


def test_the_six_most_frequent_words_for_a_party_are_shown():
    called = ("shore", "boat", "tent", "reed", "marsh", "hill", "night")
    text = " ".join(f"The {word} people waited." for n, word in enumerate(called) for _ in range(n + 1))
    (wording,) = digested(text).passages.wordings
    shown = [(f"{word} people", n) for n, word in enumerate(called, 1)]
    assert wording.terms == tuple(reversed(shown[1:]))


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("“We will wait, Jon Holm said. The harbour was calm.\n\nShips left.", [("unbalanced_quotes", 1)]),
        ("The harbour was calm.", []),
        ("The “offer” was no offer. An “offer” is made in writing.", [("scare_quotes", 2)]),
        ("The “offer” was no offer.", []),
    ],
)
def test_flags(text, flags):
    found = find_flags(reading(text, profile=PROFILE))
    assert [(flag.code, flag.count) for flag in found if flag.code != "no_headline"] == flags


def test_a_noun_phrase_is_denied_to_its_third_word():
    assert denied_stems(tokens("There was no open honest public debate."), LEXICON) == {"open", "honest", "public"}
