"""What a page and the data tell of the profile's facts: when they were checked, and the items of Wikidata."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from briefing.merged import Briefing
from briefing.profile import Member, Party
from briefing.records import Speaker
from briefing.render import render
from tests.render.factory import briefing

OLD = "last checked on"


def checked(day: str | None, as_of: str | None) -> str:
    given = briefing()
    given = replace(given, as_of=as_of, topic=replace(given.topic, checked=day))
    files = render(given, ["md", "html"])
    texts = {body.decode().count(OLD) for body in files.values()}
    assert len(texts) == 1
    return "told" if texts.pop() else "silent"


@pytest.mark.parametrize(
    ("day", "as_of", "found"),
    [
        ("2023-01-01", "2024-05-07", "told"),
        ("2023-05-06", "2024-05-07", "told"),
        ("2023-05-08", "2024-05-07", "silent"),
        ("2025-01-01", "2024-05-07", "silent"),
        (None, "2024-05-07", "silent"),
        ("2023-01-01", None, "silent"),
    ],
)
def test_a_page_says_when_the_facts_are_a_year_old(day: str | None, as_of: str | None, found: str):
    assert checked(day, as_of) == found


def identified() -> Briefing:
    given = briefing()
    north = Party("North", "North", members=(Member("Ada Holm", wikidata="Q7"),), wikidata="Q9")
    parties = tuple(north if party.id == "North" else party for party in given.topic.parties)
    speaker = Speaker("Ada Holm", None, person="Ada Holm", party="North")
    said = tuple(replace(s, speaker=speaker) if s.party == "North" else s for s in given.statements)
    return replace(given, topic=replace(given.topic, parties=parties), statements=said)


def test_the_table_has_the_items_of_party_and_speaker():
    rows = list(csv.DictReader(io.StringIO(render(identified(), ["csv"])["briefing.csv"].decode())))
    north = {(row["party_wikidata"], row["speaker_wikidata"]) for row in rows if row["party"] == "North"}
    others = {(row["party_wikidata"], row["speaker_wikidata"]) for row in rows if row["party"] != "North"}
    assert north == {("Q9", "Q7")}
    assert others == {("", "")}


def test_the_data_has_the_items_of_parties_and_people():
    topic = json.loads(render(identified(), ["json"])["briefing.json"])["topic"]
    assert {"id": "North", "name": "North", "wikidata": "Q9"} in topic["parties"]
    assert topic["people"] == [{"name": "Ada Holm", "wikidata": "Q7"}]


def test_an_annotation_names_party_and_speaker():
    page = json.loads(render(identified(), ["jsonld"])["annotations.jsonld"])
    sources = [[body.get("source") for body in item["body"][1:]] for item in page["items"]]
    assert ["http://www.wikidata.org/entity/Q9", "http://www.wikidata.org/entity/Q7"] in sources
    assert [] in sources
