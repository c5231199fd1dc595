"""Newsletters and live pages: one story on the topic counts, not the page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefing.cli.main import cli
from briefing.languages import load
from briefing.offsets import to_source
from briefing.pipeline import read_article
from briefing.records import Article, Paragraph, RawDocument, Run, Span
from briefing.steps.stories import joined, stories
from briefing.verify import verify

LETTER = """\
# The morning letter

The editor, Nora Lund, wishes you a good day.

## Harbour fees rise

The harbour authority raised its fees. “We will not wait,” its director, Ada Holm, said. Ships pay more.

## The weir at Marsden

The Blue Party rejected the flood wall at Marsden. “We will not pay for the weir,” said Karin Berg of the Blue Party.

## Cup final

The cup final ended two to one. “We wanted it more,” said the captain, Ben Ray. The team goes home.
"""
PROFILE = """\
[topic]
id = "weir"
title = "The weir"
keywords = ["weir", "Marsden", "flood wall"]

[[party]]
id = "Blue"
name = "Blue Party"

[[issue]]
id = "wall"
title = "The wall"
terms = ["flood wall"]
"""


def article(text: str):
    return read_article(RawDocument("letter.md", "text/markdown", text.encode()), lexicon=load("en"))


def test_stories_begin_at_their_headings():
    found = stories(article(LETTER)[0])
    assert [story.title for story in found] == [
        "The morning letter",
        "Harbour fees rise",
        "The weir at Marsden",
        "Cup final",
    ]
    assert found[0].text == "The editor, Nora Lund, wishes you a good day."
    assert found[3].text.startswith("Cup final\n\nThe cup final ended two to one.")


def test_places_in_a_story_lead_to_the_source():
    whole, cleaned = article(LETTER)
    for story in stories(whole):
        for paragraph in story.paragraphs:
            place = to_source(story, paragraph.span)
            assert place is not None
            assert place.of(cleaned.decoded) == paragraph.span.of(story.text)


def test_joined_again_they_are_the_article():
    whole = article(LETTER)[0]
    assert joined(whole, stories(whole)) == whole


def test_an_article_without_headings_has_no_stories():
    assert stories(article("# One\n\nThe weir stays open, the mayor said.\n")[0])[1:] == ()


def test_many_headings_cost_no_more_than_their_length():
    whole = Article(
        id="a",
        source="a",
        text="\n\n".join(["x"] * 6000),
        paragraphs=tuple(Paragraph(Span(3 * i, 3 * i + 1), "subhead" if i % 2 else "body") for i in range(6000)),
        offsets=tuple(Run(3 * i, 3 * i, 1) for i in range(6000)),
        source_sha256="",
        language="en",
    )
    assert len(stories(whole)) == 3000


def built(text: str) -> Result:
    Path("in").mkdir(exist_ok=True)
    Path("in/letter.md").write_text(text, encoding="utf-8")
    Path("p.toml").write_text(PROFILE, encoding="utf-8")
    words = ["build", "in", "--profile", "p.toml", "--state", "st", "--as-of", "2031-03-04", "--format", "md,json"]
    return CliRunner().invoke(cli, words, standalone_mode=False, catch_exceptions=False)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)


def test_of_a_newsletter_only_the_story_on_the_topic_is_read_and_the_rest_is_told():
    built(LETTER)
    issue = json.loads(Path("out/latest/briefing.json").read_bytes())
    assert {s["speaker"]["name"] for s in issue["statements"]} == {"Blue Party", "Karin Berg"}
    assert [p["message"] for p in issue["problems"]] == ["3 of its 4 stories are off the topic and were left out"]
    assert verify(Path("out/latest/briefing.json")).faults == ()


def test_a_newsletter_without_a_story_on_the_topic_is_left_out():
    built(LETTER.replace("Marsden", "Lund").replace("weir", "lock").replace("flood wall", "sea wall"))
    issue = json.loads(Path("out/latest/briefing.json").read_bytes())
    assert issue["sources"] == []
    assert [row["source"] for row in issue["off_topic"]] == ["letter.md"]


def test_an_article_with_headings_on_one_topic_stays_whole():
    text = LETTER.replace("harbour authority", "harbour authority at the weir").replace(
        "cup final", "Marsden weir final"
    )
    built(text)
    issue = json.loads(Path("out/latest/briefing.json").read_bytes())
    assert {"Ada Holm", "Ben Ray", "Karin Berg"} <= {s["speaker"]["name"] for s in issue["statements"]}
    assert issue["problems"] == []
