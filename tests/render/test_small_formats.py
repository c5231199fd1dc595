"""The formats for chat channels, calendars and annotation tools."""

import json
from dataclasses import replace

import pytest

from briefing.merged import Citation, Event
from briefing.records import Span
from briefing.render import render
from tests.render import hostile
from tests.render.factory import briefing


def coming(*events):
    rows = tuple(Event(day, words, "day", Citation("src-1", Span(0, 4), 1, text)) for day, words, text in events)
    return replace(briefing(), timeline=rows, as_of="2024-05-06")


def test_the_chat_text_is_short_and_says_whose_position_and_where():
    text = render(briefing(), ["text"])["briefing.txt"].decode()
    assert len(text.split()) < 200
    assert text.startswith("Harbour") or "positions by party" in text.splitlines()[0]
    assert any(line.startswith("• ") and "[" in line for line in text.splitlines())


def test_only_days_to_come_are_in_the_calendar():
    given = coming(
        ("2024-05-05", "on Sunday", "Past."),
        ("2024-05-07", "on Tuesday", "Talks; a vote, too."),
        ("2024-06", "in June", "No day."),
    )
    body = render(given, ["ics"])["ahead.ics"].decode()
    assert body.count("BEGIN:VEVENT") == 1
    assert "DTSTART;VALUE=DATE:20240507\r\nDTEND;VALUE=DATE:20240508\r\n" in body
    assert "SUMMARY:Talks\\; a vote\\, too.\r\n" in body
    assert "DTSTAMP:20240506T000000Z" in body  # no clock


def test_long_lines_are_folded_and_no_text_opens_a_line_of_its_own():
    body = render(coming(("2024-05-07", "x", "ä" * 200 + "\r\nEND:VCALENDAR")), ["ics"])["ahead.ics"]
    assert all(len(line) <= 75 for line in body.split(b"\r\n"))
    assert body.count(b"\r\nEND:VCALENDAR") == 1
    body.decode()


def test_an_annotation_has_the_words_their_place_and_the_label():
    given = briefing()
    page = json.loads(render(given, ["jsonld"])["annotations.jsonld"])
    first, lead = page["items"][0], given.statements[0].lead
    quote, place = first["target"]["selector"]
    assert (quote["exact"], place["start"], place["end"]) == (lead.text, lead.span.start, lead.span.end)
    assert given.statements[0].stance in first["body"][0]["value"] or "“" in first["body"][0]["value"]
    assert len({item["id"] for item in page["items"]}) == len(page["items"])


def test_withheld_words_are_in_no_annotation():
    page = json.loads(render(briefing(), ["jsonld"], max_share=0.0)["annotations.jsonld"])
    assert all(item["target"]["selector"][-1]["type"] == "TextPositionSelector" for item in page["items"])
    assert not any(s["type"] == "TextQuoteSelector" for item in page["items"] for s in item["target"]["selector"])


@pytest.mark.parametrize("text", ["\x1b[31mred", "\u202eturned", "<script>alert(1)</script>"])
def test_hostile_words_stay_words(text):
    files = render(hostile.briefing(text), ["text", "ics", "jsonld"])
    for body in files.values():
        assert b"\x1b" not in body
        assert "\u202e".encode() not in body
    json.loads(files["annotations.jsonld"])
