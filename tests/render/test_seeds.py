"""The outputs of the seeds: light enough to be sent around, publishable as they are, and sound in a browser."""

from __future__ import annotations

import gzip
from collections import Counter
from pathlib import Path

import pytest

from briefing import profile
from briefing.ingest import IngestOptions, documents
from briefing.languages import load
from briefing.merge import merge
from briefing.pipeline import read_document
from briefing.render import render
from briefing.render.publish import publish
from tests.render.test_browser import assert_sound, run

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def outputs():
    topic = profile.load("gaza-ceasefire")
    given = documents([str(SEEDS)], IngestOptions(), [])
    readings = [read_document(raw, profile=topic, lexicon=load("en")) for raw in given]
    return render(merge(readings, as_of="2024-04-09", since=None, profile=topic), ["md", "html"])


def test_the_page_is_light(outputs):
    page = outputs["briefing.html"]
    assert len(page) <= 200_000
    assert len(gzip.compress(page, 9)) <= 40_000


def test_the_markdown_is_published_as_it_is(outputs):
    texts = {path.name: path.read_bytes().decode() for path in SEEDS.glob("*.txt")}
    assert b"<blockquote>" in publish(outputs["briefing.md"].decode(), texts)


def test_the_page_is_sound(outputs, tmp_path):
    path = tmp_path / "briefing.html"
    path.write_bytes(outputs["briefing.html"])
    assert_sound(run("audit.mjs", path))


def test_the_markdown_prints_each_quotation_once(outputs):
    quotes = [line for line in outputs["briefing.md"].decode().split("\n") if line.startswith("> ")]
    assert len(quotes) > 80
    assert [quote for quote, n in Counter(quotes).items() if n > 1] == []


def test_a_section_that_would_only_repeat_the_front_page_is_not_printed(outputs):
    headings = [line for line in outputs["briefing.md"].decode().split("\n") if line.startswith("## ")]
    assert "## Sources" in headings
    assert "## What changed" not in headings  # "First issue: nothing to compare with" stands on the front page
    assert "## Not in these sources" not in headings  # all three gaps stand there


def test_a_figure_stands_on_the_front_page_or_behind_it_and_not_twice(outputs):
    front, behind = outputs["briefing.md"].decode().split("\n## Positions by party\n")
    assert "33,207 “Palestinians have been killed”" in front
    assert "33,207 “Palestinians have been killed”" not in behind
    assert "- seized 253 “hostages”" in behind
