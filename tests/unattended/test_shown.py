"""What a reader sees of a page is what its quotations are: built, verified and published as it is."""

import json
import shutil

import pytest
from click.testing import CliRunner

from briefing import profile
from briefing.build import Means, Plan, build
from briefing.cli.main import cli
from briefing.verify import verify
from tests.factory import PROFILE_TOML

PAGE = """<!DOCTYPE html><html><head><title>Dockers&rsquo; talks</title></head>
<body><article><h1>Dockers&rsquo; talks</h1>
<p>The dockers&rsquo; union <b>rejected</b> the <a href="/x">pay offer</a> on Monday,<!-- a note --> saying that
wages&nbsp;must rise by 5&nbsp;% before any ship leaves the harbour of the old town.</p>
<p>&ldquo;We will not sign this paper until pay rises,&rdquo; said Jon Holm, the general
secretary of the union, in the old hall of the port &amp; docks company on Monday.</p>
<p>Ada Berg said that Norland sup&shy;ports higher pay, but that the har&#8203;bour must stay open all winter.</p>
</article></body></html>"""
MARKDOWN = """# Talks go on

Jon Holm said that the union **rejects** the *pay offer* of the [company](http://example.org/x) and wants a new vote.

Ada Berg said that Norland \\*supports\\* higher pay for all of the dockers in the harbour.
"""
LINE = {"id": "row", "html": PAGE, "url": "http://example.org/y", "published": "2024-03-04"}


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    folder = tmp_path_factory.mktemp("shown")
    (folder / "in").mkdir()
    (folder / "p.toml").write_text(PROFILE_TOML, encoding="utf-8")
    (folder / "in" / "page.html").write_text(PAGE, encoding="utf-8")
    (folder / "in" / "notes.md").write_text(MARKDOWN, encoding="utf-8")
    (folder / "in" / "rows.jsonl").write_text(json.dumps(LINE) + "\n", encoding="utf-8")
    plan = Plan(profile.load(str(folder / "p.toml")), ("md", "json", "html", "csv"))
    means = Means(None, profile_place=str(folder / "p.toml"))
    build([str(folder / "in")], plan, out=folder / "out", means=means)
    return folder


@pytest.mark.parametrize("name", ["briefing.md", "briefing.json", "briefing.html", "briefing.csv"])
def test_a_fresh_issue_of_pages_and_markdown_holds(place, name):
    assert verify(place / "out" / "latest" / name).faults == ()


def test_a_fresh_issue_is_published(place):
    words = [
        "publish",
        str(place / "out" / "latest" / "briefing.md"),
        str(place / "in"),
        "--out",
        str(place / "x.html"),
    ]
    run = CliRunner().invoke(cli, words, standalone_mode=False)
    assert run.exception is None
    assert "the pay offer on Monday, saying that wages must rise" in (place / "x.html").read_text(encoding="utf-8")


def test_publishing_leaves_the_issue_s_own_page_as_it_is(place, tmp_path):
    issue = shutil.copytree(place / "out" / "latest", tmp_path / "latest")
    before = (issue / "briefing.html").read_bytes()
    words = ["publish", str(issue / "briefing.md"), str(place / "in")]
    run = CliRunner().invoke(cli, words, standalone_mode=False)
    assert run.exception is None
    assert (issue / "briefing.html").read_bytes() == before
    assert (issue / "briefing.published.html").is_file()
    assert not list(issue.glob(".*"))


def test_the_words_are_those_that_a_reader_sees(place):
    value = json.loads((place / "out" / "latest" / "briefing.json").read_bytes())
    leads = {s["lead"]["text"] for s in value["statements"]}
    assert "Jon Holm said that the union rejects the pay offer of the company and wants a new vote." in leads
    assert not any("&" in text and "port & docks" not in text for text in leads)


@pytest.mark.parametrize(
    ("name", "old", "new"), [("briefing.json", "supports", "opposes"), ("briefing.csv", "wants", "hates")]
)
def test_changed_words_and_objects_do_not_hold(place, tmp_path, name, old, new):
    folder = place / "out" / "latest"
    body = (folder / name).read_text(encoding="utf-8")
    assert old in body
    (folder / name).write_text(body.replace(old, new), encoding="utf-8")
    try:
        faults = verify(folder / name).faults
    finally:
        (folder / name).write_text(body, encoding="utf-8")
    assert any("stand" in fault or "verbatim" in fault for fault in faults)


def test_an_object_that_is_not_in_its_sentence_does_not_hold(place):
    folder = place / "out" / "latest"
    body = (folder / "briefing.json").read_text(encoding="utf-8")
    value = json.loads(body)
    stand = next(stand for s in value["statements"] for stand in s["stands"] if stand["object"])
    stand["object"] = "the repeal of everything"
    (folder / "briefing.json").write_text(json.dumps(value), encoding="utf-8")
    try:
        faults = verify(folder / "briefing.json").faults
    finally:
        (folder / "briefing.json").write_text(body, encoding="utf-8")
    assert any("does not stand in its sentence" in fault for fault in faults)
