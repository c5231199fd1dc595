"""Which side a draft puts a politician on: by a label beside the name, a country, or the government at home."""

import pytest

from briefing.init import draft_profile
from briefing.languages import load
from briefing.pipeline import read_document
from briefing.profile import EMPTY, parse
from briefing.records import RawDocument


def sides(*texts: str) -> dict[str, str]:
    raws = [RawDocument(f"{n}.txt", "text/plain", text.encode(), extracted=True) for n, text in enumerate(texts)]
    readings = [read_document(raw, profile=EMPTY, lexicon=load("en")) for raw in raws]
    drafted = parse(draft_profile(readings, topic_id="t", title="T", lexicon=load("en")).encode(), "draft")
    return {member.name: party.name for party in drafted.parties for member in party.members}


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Labour MP Rosa Diaz said the dam would leak.", "Labour"),
        ("Sen. Rosa Diaz, R-Tenn., said the dam would leak. She said it was old.", "Republicans"),
        ("Rosa Diaz, a Democrat from Ohio, said the dam would leak.", "Democrats"),
        ("House Speaker Rosa Diaz said the dam would leak. Lee, Diaz and other Democrats left.", "Democrats"),
    ],
)
def test_a_label_is_the_side(text: str, side: str):
    assert sides(text) == {"Rosa Diaz": side}


def test_small_letters_are_no_label():
    assert sides("Rosa Diaz, a conservative economist, said the dam would leak.") == {}


def test_the_president_speaks_for_the_country_at_home():
    text = "Democratic Senator Rosa Diaz said the dam would leak. President Jon Holm said it would hold."
    assert sides(text) == {"Rosa Diaz": "Democrats", "Jon Holm": "United States"}


def test_a_president_is_no_government_where_ministers_govern():
    text = "Labour MP Rosa Diaz said the dam would leak. President Jon Holm said it would hold."
    assert sides(text) == {"Rosa Diaz": "Labour"}


def test_among_countries_a_senator_speaks_for_the_country():
    text = (
        "Republican Senator Rosa Diaz said the pact was bad. Chinese Foreign Minister Li Wen said it was good. "
        "Russian President Ivan Orlov said it was fine. French President Anne Roche said it was late."
    )
    assert sides(text)["Rosa Diaz"] == "United States"


def test_two_forms_of_a_first_name_are_one_person():
    text = "Senator Chuck Holm, a Democrat, said no. Democratic Senator Charles Holm said the dam would leak."
    assert list(sides(text)) in (["Charles Holm"], ["Chuck Holm"])
