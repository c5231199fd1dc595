"""What `briefing check` tells of a sound profile: names that catch too much, and what articles show of it."""

import json

from click.testing import CliRunner

from briefing import advice
from briefing.cli.main import cli
from briefing.profile import parse
from tests.factory import reading

TOML = """
[topic]
id = "weir"
title = "The weir"
keywords = ["weir"]

[[party]]
id = "Blue"
name = "Blue Party"
aliases = ["Blues", "Azure League"]
adjectives = ["Blue", "Berg"]

[[party.member]]
name = "Ada Berg"
role = "leader"
to = 2030-12-31

[[party]]
id = "Red"
name = "Red Party"

[[party.member]]
name = "Jon Berg"

[[issue]]
id = "closure"
title = "Closure"
terms = ["closure", "closing date", "weir"]

[[issue]]
id = "cost"
title = "Cost"
terms = ["repair bill", "closures", "weir"]
"""
PROFILE = parse(TOML.encode(), "weir.toml")
TEXT = "Ada Berg said the weir must go. Karin Holm, a farmer, rejected the closure. The repair bill is due. "


def _told(text, profile=PROFILE):
    return advice.with_articles(profile, [reading(text, profile=profile)])


def test_what_the_profile_alone_shows():
    told = "\n".join(advice.of_profile(PROFILE))
    assert "Blue: the adjective 'Berg' is the surname of Ada Berg" in told
    assert "surname 'Berg' is that of Ada Berg (Blue), Jon Berg (Red)" in told
    assert "term 'weir' stands for closure and cost" in told
    assert "keywords" not in told


def test_a_profile_without_keywords_is_told_of():
    (first, *_) = advice.of_profile(parse(TOML.replace("keywords", "# keywords").encode(), "weir.toml"))
    assert "no keywords" in first


def test_who_speaks_without_a_party_and_who_is_never_heard():
    told = _told(TEXT)
    assert "no party: Karin Holm (1 statement)" in told
    assert "never heard in these articles: Red" in told


def test_names_and_terms_that_are_never_seen():
    told = _told(TEXT)
    assert "Blue: never seen: Blues, Azure League" in told
    assert "issue closure: never seen: closing date" in told  # "closure" and "closures" are one
    assert not any(line.startswith("issue cost: never seen") for line in told)


def test_a_term_that_is_everywhere_tells_nothing():
    told = _told("The weir leaks. It rained. " * 20)
    assert any(line.startswith("issue cost: 'weir' is too common: in 20 of 40") for line in told)


def test_an_office_that_is_over(tmp_path):
    profile, articles = tmp_path / "weir.toml", tmp_path / "a.jsonl"
    profile.write_text(TOML, encoding="utf-8")
    row = {"id": "a", "text": "Ada Berg said the weir must go.", "published": "2031-03-04"}
    articles.write_text(json.dumps(row), encoding="utf-8")
    result = CliRunner().invoke(cli, ["check", str(profile), str(articles)])
    assert result.exit_code == 0
    assert "note: Blue: Ada Berg was leader until 2030-12-31, before 2031-03-04" in result.output


def test_articles_off_the_topic_are_counted():
    assert any("1 of 1 articles are off the topic" in line for line in _told("It rained in the hills. " * 9))
