"""What the line model sees of one line by itself."""

import pytest

from briefing.languages import load
from briefing.steps.clean.features import see

LEXICON = load("en")
SENTENCE = "The harbour master said on Monday that the ferry would sail again before May."


@pytest.mark.parametrize(
    ("text", "features"),
    [
        # length, ends, capitals; small words and verbs of telling
        (SENTENCE, {"words 7", "ends . m", "begins A m", "capitals 0/5 m", "narrative 1 m", "speech m"}),
        ("“Nobody wanted to wait,” she said.", {"begins “ s", "capitals none s", "commas 1 s", "quotation s"}),
        ("Home", {"words 1", "ends a s", "capitals one word s", "navigation s"}),
        ("FERRY TO SAIL AGAIN", {"capitals all s", "words 3"}),
        ("Ferry To Sail Again After Repairs", {"capitals 4/5 s", "no furniture s"}),
        ("Ada Reyes and Jon Holm met.", {"capitals 3/5 s", "function 1 s"}),
        ("he went home", {"begins a s", "narrative 1 s"}),
        ("What next?", {"ends ? s", "function 5 s"}),
        ("one two three...", {"ends … s"}),
        ("She said: “Go.”", {"ends .” s"}),
        ("• A point", {"begins • s"}),
        # furniture
        ("By Ada Reyes", {"byline s"}),
        ("Read more: Council votes", {"related s"}),
        ("© 2024 Harbour Gazette. All rights reserved.", {"legal s", "begins other s", "sentences 1 s", "year s"}),
        # figures, separators, addresses
        ("4 March 2031, 10:15", {"begins 0 s", "ends 0 s", "digits s", "month s", "year s", "time s"}),
        ("Prices rose by 12% to $40.", {"digits s"}),
        ("Home | News | Sports", {"bar s"}),
        ("https://harbour.example/a", {"address s"}),
        ("ada@harbour.example", {"address s"}),
    ],
)
def test_features_of_a_line(text, features):
    (seen,) = see([text], LEXICON)
    assert features <= set(seen.features)


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        (SENTENCE, ("quotation", "digits", "month", "bar", "address", "handle")),
        ("Home", ("no furniture", "speech")),
        ("Prices rose by 12% to $40.", ("month", "year", "time")),
        ("Harbour/ferry", ("bar", "address")),
    ],
)
def test_what_a_line_has_not(text, absent):
    (seen,) = see([text], LEXICON)
    assert not [feature for feature in seen.features if feature.rsplit(" ", 1)[0] in absent]


@pytest.mark.parametrize(
    ("text", "speaks", "dated"),
    [
        (SENTENCE, True, False),
        ("4 March 2031", False, True),
        ("10:15", False, True),
        ("He has 12 cats.", False, False),
        ("Monday in March", False, False),
    ],
)
def test_speech_and_dates(text, speaks, dated):
    (seen,) = see([text], LEXICON)
    assert (seen.speaks, seen.dated) == (speaks, dated)


def test_lines_that_stand_twice():
    lines = ["Home", "News of the day", "Home", SENTENCE, SENTENCE]
    marks = [f for seen in see(lines, LEXICON) for f in seen.features if f.startswith(("first of", "again"))]
    assert marks == ["first of several s", "again s", "first of several l", "again l"]


def test_content_words_are_the_long_ones():
    (seen,) = see(["The ferry will sail from Port to the islands"], LEXICON)
    assert seen.names == {"ferry", "islands"}
