"""One person in several offices: which one is meant on the article's day, and that it stays one person."""

from __future__ import annotations

import pytest

from briefing.pipeline import read_document
from briefing.profile import parse
from briefing.records import Metadata, RawDocument, Speaker
from tests.factory import LEXICON

TOML = """
[topic]
id = "weir"
title = "The weir"

[[party]]
id = "Blue"
name = "Blue Party"
member = [
  { name = "Ada Holm", role = "speaker of the house", from = 2020-01-01, to = 2022-12-31 },
  { name = "Ada Holm", role = "member of parliament", from = 2010-01-01 },
  { name = "Jon Moe", role = "minister", from = 2010-01-01, to = 2014-12-31 },
]

[[party]]
id = "Green"
name = "Green Party"
member = [{ name = "Jon Moe", role = "mayor", from = 2018-01-01 }]

[[issue]]
id = "weir"
title = "The weir"
terms = ["weir"]
"""
PROFILE = parse(TOML.encode(), "weir.toml")


def speaker(name: str, published: str | None) -> Speaker:
    body = f"{name} said the weir was old.".encode()
    raw = RawDocument("a.jsonl", "text/plain", body, metadata=Metadata(published=published), extracted=True)
    (position,) = read_document(raw, profile=PROFILE, lexicon=LEXICON).positions
    return position.speaker


@pytest.mark.parametrize(
    ("name", "published", "found"),
    [
        ("Holm", "2021-05-01", ("Ada Holm", "speaker of the house", "Blue", ())),
        ("Holm", "2022-12-31", ("Ada Holm", "speaker of the house", "Blue", ())),  # the last day counts
        ("Holm", "2023-01-01", ("Ada Holm", "member of parliament", "Blue", ())),
        ("Holm", "2020-01-01", ("Ada Holm", "speaker of the house", "Blue", ())),  # and the first
        ("Holm", "2019-12-31", ("Ada Holm", "member of parliament", "Blue", ())),
        ("Holm", "2024-05-01", ("Ada Holm", "member of parliament", "Blue", ())),
        ("The Blue Party minister", "2014-12-31", ("Jon Moe", "minister", "Blue", ())),
        ("The Blue Party minister", "2015-01-01", (None, None, "Blue", ())),
        ("Holm", None, ("Ada Holm", None, "Blue", ())),
        ("Jon Moe", "2012-05-01", ("Jon Moe", "minister", "Blue", ())),
        ("Jon Moe", "2019-05-01", ("Jon Moe", "mayor", "Green", ())),
    ],
)
def test_the_office_is_that_which_began_last(name: str, published: str | None, found: tuple[object, ...]):
    who = speaker(name, published)
    assert (who.person, who.role, who.party, who.candidates) == found


def test_a_person_of_two_parties_is_of_neither_where_no_day_tells():
    who = speaker("Jon Moe", None)
    assert (who.person, who.party, who.candidates) == ("Jon Moe", None, ())
