"""What several parties say jointly is the statement of each: from an article to the pages."""

import csv
import io
import json
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefing.cli.main import cli
from briefing.verify import verify
from tests.factory import reading

TOML = """
[topic]
id = "canal"
title = "The canal"

[[party]]
id = "norland"
name = "Norland"

[[party.member]]
name = "Ada Berg"
role = "prime minister"

[[party]]
id = "sudland"
name = "Sudland"

[[party.member]]
name = "Jon Holm"
role = "prime minister"

[[party]]
id = "westland"
name = "Westland"

[[party]]
id = "eastland"
name = "Eastland"

[[issue]]
id = "toll"
title = "The toll"
terms = ["toll", "toll plan"]
"""
JOINT = "Norland and Sudland rejected the toll plan."
THEY = "They said that the toll must be dropped."
WEST = "Westland accepted the toll plan."


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("canal.toml").write_text(TOML, encoding="utf-8")
    Path("in").mkdir()
    return tmp_path


def article(day, *sentences, name=None):
    text = f"A canal\n\n{day}\n\n" + " ".join(sentences) + "\n"
    Path("in", f"{name or day}.txt").write_text(text, encoding="utf-8")


def run(*words):
    return CliRunner().invoke(cli, [str(word) for word in words], standalone_mode=False, catch_exceptions=False)


def build(formats="md,html,json,csv,sqlite,text", *options):
    words = ("build", "in", "--profile", "canal.toml", "--all", "--state", "state", "--format", formats)
    assert run(*words, *options).exit_code == 0
    return json.loads(Path("out/latest/briefing.json").read_bytes())


def said(issue, words):
    [found] = [s for s in issue["statements"] if s["lead"]["text"] == words]
    return found


def text(name):
    return Path("out/latest", name).read_text("utf-8")


def test_each_party_has_the_statement_in_every_output(folder):
    article("2031-03-01", JOINT, THEY, WEST)
    issue = build()
    joint = said(issue, JOINT)
    assert (joint["party"], joint["also_parties"], joint["speaker"]["name"]) == (
        "norland",
        ["sudland"],
        "Norland; Sudland",
    )
    assert said(issue, THEY)["also_parties"] == ["sudland"]  # "they" are both
    assert {gap["subject"] for gap in issue["gaps"] if gap["kind"] == "party"} == {"eastland"}
    assert [point["party"] for point in issue["key_points"]] == ["norland", "sudland", "westland"]
    page = text("briefing.md")
    assert "| Issue | Norland | Sudland | Westland |" in page
    [cells] = [line.split(" | ")[1:] for line in page.splitlines() if line.startswith("| **The toll**")]
    assert cells[0].startswith("✕ “the toll plan”")
    assert cells[0] == cells[1] != cells[2]
    rows = [r for r in csv.DictReader(io.StringIO(text("briefing.csv"))) if r["text"] == JOINT]
    assert {(r["party"], r["also_parties"], r["stance"]) for r in rows} == {("norland", "sudland", "reject")}
    with sqlite3.connect("out/latest/briefing.sqlite") as database:
        held = database.execute("SELECT party, also_parties FROM statement WHERE text = ?", (JOINT,)).fetchall()
        found = database.execute("SELECT id FROM words WHERE words MATCH 'party: sudland'").fetchall()
    assert held == [("norland", "sudland")]
    assert (joint["id"],) in found


def test_a_party_that_only_spoke_jointly_has_a_section_that_leads_to_the_words(folder):
    article("2031-03-01", JOINT, WEST)
    joint = said(build(), JOINT)
    section = text("briefing.md").split("\n### Sudland\n")[1].split("\n### ")[0]
    assert f"Said jointly with others: [NOR-1](#s-{joint['id']}), ✕ “the toll plan”" in section
    page = text("briefing.html")
    section = page[page.index("<h3 id=h-party-sudland>" if "<h3 id=h-" in page else '<h3 id="h-party-sudland">') :]
    section = section[: section.index("</section>")]
    assert f"<a href=#s-{joint['id']}>NOR-1</a> <b class=reject>rejects</b> <q>the toll plan</q>" in section
    assert page.count(f"id=s-{joint['id']}") == 1  # the words stand once
    assert "4 parties" not in page
    assert "3 parties" in page


def test_the_front_page_shows_a_joint_position_once_under_all_its_parties(folder):
    article("2031-03-01", JOINT, WEST)
    build()
    front = text("briefing.md").split("\n## Positions by party\n")[0]
    assert front.count(f"> {JOINT}") == 1
    assert "**Norland, Sudland** · Norland; Sudland" in front
    assert "Norland, Sudland rejects “the toll plan”" in front  # of the contradiction
    assert "• Norland, Sudland, " in text("briefing.txt")


def test_both_sides_of_a_joint_stand_are_parties(folder):
    article("2031-03-01", JOINT, WEST)
    issue = build()
    [conflict] = [c for c in issue["conflicts"] if c["kind"] == "stance"]
    assert conflict["rule"] == "conflict.two_parties"
    assert {side["statement"] for side in conflict["sides"]} == {said(issue, JOINT)["id"], said(issue, WEST)["id"]}


def test_who_alone_says_the_opposite_of_a_joint_stand_stands_against_itself(folder):
    article("2031-03-01", JOINT)
    article("2031-03-02", "Sudland accepted the toll plan.")
    issue = build()
    [conflict] = [c for c in issue["conflicts"] if c["kind"] == "stance"]
    assert conflict["rule"] == "conflict.one_party"


def test_a_joint_statement_is_not_that_of_one_of_its_parties_alone(folder):
    longer = "rejected the toll plan for the northern canal and its seven locks before the summer session."
    article("2031-03-01", f"Norland and Sudland {longer}")
    article("2031-03-01", f"Norland {longer}", name="b")
    article("2031-03-01", f"Sudland and Norland {longer}", name="c")
    voices = {
        (tuple(sorted((s["party"], *s["also_parties"]))), len(s["citations"])) for s in build("json")["statements"]
    }
    assert voices == {(("norland", "sudland"), 2), (("norland",), 1)}


def test_a_change_is_told_of_each_party(folder):
    article("2031-03-01", JOINT)
    build("json,md")
    article("2031-03-02", "Sudland accepted the toll plan.")
    changes = build("json,md")["changes"]
    assert [(c["party"], c["change"], c["before"], c["after"]) for c in changes] == [
        ("sudland", "changed", "reject", "accept")
    ]
    assert changes[0]["statements_before"][0]["also_parties"] == ["sudland"]


def test_a_joint_issue_verifies(folder):
    article("2031-03-01", JOINT, THEY, WEST)
    build()
    for name in ("briefing.json", "briefing.md", "briefing.html", "briefing.csv"):
        verdict = verify(Path("out/latest", name))
        assert verdict.faults == (), name


def test_the_desk_takes_a_party_out_of_a_joint_statement(folder):
    article("2031-03-01", JOINT, WEST)
    entry = f'[[statement]]\nid = "{said(build(), JOINT)["id"]}"\nparty = "sudland"\n'
    Path("desk.toml").write_text(entry, encoding="utf-8")
    joint = said(build("json", "--corrections", "desk.toml"), JOINT)
    assert (joint["party"], joint["also_parties"], joint["speaker"]["also_parties"]) == ("sudland", [], [])


def test_the_site_lists_a_joint_statement_for_each_party(folder):
    article("2031-03-01", JOINT, WEST)
    build("json,html")
    assert run("site", "out").exit_code == 0
    for party in ("norland", "sudland"):
        assert JOINT in Path(f"out/parties/{party}.html").read_text("utf-8")


def test_they_of_joint_speakers_are_the_speakers():
    text = "Ada Berg and Jon Holm said that they reject the pay offer."
    [position] = reading(text).positions
    assert position.speaker.parties == ("Norland", "Dockers")
    assert [(stand.stance, stand.object.of(text)) for stand in position.stands] == [("reject", "the pay offer")]


def test_a_party_that_speaks_is_no_target_of_its_statement():
    text = "Norland and the dockers' union demanded that the dockers' union have a vote on the pay offer."
    assert reading(text).positions[0].target is None
