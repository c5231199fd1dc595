"""Which articles are on a topic, and what becomes of the others."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefing import profile as profiles
from briefing.cli.main import cli
from briefing.languages import load
from briefing.pipeline import read_article, sentences_of
from briefing.profile import parse
from briefing.records import RawDocument
from briefing.steps.relevance import relevance
from briefing.verify import verify
from tests.factory import article, sentences
from tests.topics.agreement import TOPICS

ROOT = Path(__file__).parents[1]
TOML = """
[topic]
id = "weir"
title = "The weir"
keywords = ["weir", "Marsden", "flood wall", "lock-keepers"]

[[party]]
id = "Blue"
name = "Blue Party"
adjectives = ["Blue"]
member = [{ name = "Ada Kent" }, { name = "Tom Hill" }, { name = "Rut Olsen" }]

[[party]]
id = "Red"
name = "Red Party"

[[party]]
id = "Guild"
name = "Guild of Lock-keepers"

[[issue]]
id = "closure"
title = "Closure"
terms = ["closure", "closing date", "repair bill", "sluice", "dredging", "fish ladder", "toll"]
"""
PROFILE = parse(TOML.encode(), "weir.toml")
_PARTIES = "The Blue Party saw the weir, the Red Party the toll, the Guild of Lock-keepers dredging, the Blues all."
_TERMS = "The closure, its closing date, the sluice and the repair bill came up."
OTHER = "It rained in the hills. " * 9


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Marsden wants the weir. A flood wall is too dear. " + OTHER[:96], "topic.keywords"),
        ("Marsden had a flood and a weir and a flood wall in it. " + OTHER * 3, "topic.none"),  # named in passing
        ("Marsden was wet. The flood wall held. Marsden dried. " + OTHER[:96], "topic.head"),
        ("The weir is open.", "topic.short"),
        ("The sea is open.", "topic.none"),
        (
            "The Blue Party spoke of the weir, the Red Party of the toll, the Guild of Lock-keepers of dredging. "
            "The closure, its closing date, the sluice, the repair bill and the fish ladder came up. " + OTHER,
            "topic.parties_and_terms",
        ),
        ("The Blue Party spoke of the weir, the Red Party of the toll and the closure. " + OTHER, "topic.none"),
        (f"{_PARTIES} {_TERMS} {OTHER}", "topic.parties_and_terms"),  # six terms and four parties, and no fewer
        (f"{_PARTIES} {_TERMS} {OTHER}".replace(" and the repair bill", ""), "topic.none"),
        (f"{_PARTIES} {_TERMS} {OTHER}".replace("the Guild of Lock-keepers", "all"), "topic.none"),
        (  # a feature: who is heard in it, and the subject in passing
            "Ada Kent saw the weir, Tom Hill the sluice, Rut Olsen the toll and Marsden the closure. " + OTHER * 2,
            "topic.people",
        ),
        (
            "Ada Kent saw the weir, Tom Hill the sluice, a man the toll and Marsden the closure. " + OTHER * 2,
            "topic.none",
        ),
    ],
)
def test_rules(text, rule):
    given = article(text)
    judged = relevance(given, sentences(given), profile=PROFILE)
    assert (judged.rule, judged.on_topic) == (rule, rule != "topic.none")


def test_a_profile_without_keywords_leaves_nothing_out():
    given = article("It rained.")
    profile = parse(TOML.replace("keywords", "# keywords").encode(), "weir.toml")
    assert relevance(given, sentences(given), profile=profile).on_topic


def _read(path):
    found, _ = read_article(RawDocument(path.name, "text/plain", path.read_bytes()), lexicon=load("en"))
    return found, sentences_of(found, lexicon=load("en"))


@pytest.fixture(scope="module")
def shelf():
    """The articles of all invented topics, and the seeds."""
    folders = {name: ROOT / "tests" / "topics" / name for name in TOPICS} | {"gaza-ceasefire": ROOT / "seeds"}
    return {name: [_read(path) for path in sorted(folder.glob("*.txt"))] for name, folder in folders.items()}


NEAR = {"maternity": {"hospital"}}  # both are about a ward of a hospital that is to close: not another subject


@pytest.mark.parametrize("topic", [*TOPICS, "gaza-ceasefire"])
def test_each_topic_keeps_its_own_and_no_other(shelf, topic):
    place = topic if topic == "gaza-ceasefire" else str(ROOT / "tests" / "topics" / topic / "profile.toml")
    profile = profiles.load(place)
    kept = {name: [relevance(a, s, profile=profile).on_topic for a, s in found] for name, found in shelf.items()}
    others = [on for name, found in kept.items() if name not in {topic, *NEAR.get(topic, ())} for on in found]
    assert all(kept[topic])
    assert sum(others) <= 0.05 * len(others)


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder with one article on the topic and two off it, and the profile beside it."""
    monkeypatch.chdir(tmp_path)
    Path("weir.toml").write_text(TOML, encoding="utf-8")
    Path("in").mkdir()
    Path("in/weir.txt").write_text("Weir to close\n\n2031-03-04\n\nThe Blue Party rejected the closure.\n")
    Path("in/rain.txt").write_text("Rain\n\n2031-03-09\n\nThe Blue Party rejected the tax on hats.\n")
    Path("in/hats.txt").write_text("Hats\n\n2031-03-01\n\nThe Red Party said that hats are dear.\n")
    return tmp_path


def _build(*options):
    return CliRunner().invoke(
        cli, ["build", "in", "--profile", "weir.toml", "--state", "state", "--format", "json,md,html", *options]
    )


def test_articles_off_the_topic_are_left_out_and_listed(desk):
    result = _build()
    assert result.exit_code == 0, result.output
    assert "2 articles off the topic were left out" in result.output
    issue = desk / "out" / "2031-03-04"  # the day of the newest article on the topic
    told = json.loads((issue / "briefing.json").read_bytes())
    assert [s["source"] for s in told["sources"]] == ["weir.txt"]
    assert [(row["source"], row["title"]) for row in told["off_topic"]] == [("hats.txt", "Hats"), ("rain.txt", "Rain")]
    for name in ("briefing.md", "briefing.html"):
        text = (issue / name).read_text(encoding="utf-8")
        assert "Left out, off the topic" in text
        assert "rain.txt" in text
    assert verify(issue / "briefing.json").faults == ()


def test_an_article_that_was_left_out_is_checked_by_verify(desk):
    _build()
    (desk / "in" / "rain.txt").write_text("The weir of Marsden is closed.\n")
    assert any("rain.txt: changed" in fault for fault in verify(desk / "out" / "latest" / "briefing.json").faults)


def test_all_keeps_them(desk):
    _build()
    result = _build("--all")
    assert "off the topic" not in result.output
    told = json.loads((desk / "out" / "2031-03-09" / "briefing.json").read_bytes())
    assert len(told["sources"]) == 3
    assert told["off_topic"] == []


def test_a_second_run_reads_nothing_and_gives_the_same_bytes(desk):
    _build()
    first = (desk / "out" / "2031-03-04" / "briefing.json").read_bytes()
    assert "off the topic" in _build().output
    assert (desk / "out" / "2031-03-04" / "briefing.json").read_bytes() == first


def test_read_explains_the_judgement(desk):
    result = CliRunner().invoke(cli, ["read", "in/weir.txt", "in/rain.txt", "--explain", "--profile", "weir.toml"])
    assert "on the topic (topic.short): weir, and 1 terms, in 1 of 1 sentences" in result.output
    assert "off the topic (topic.none): no keyword" in result.output
