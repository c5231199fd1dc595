"""Issues of the program before sources had ids of their own, kept in `first`: they are read, and they are verified."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefing.build.original import original_markdown
from briefing.cli.main import cli
from briefing.codec import CodecError
from briefing.profile import load
from briefing.read_back import NAME, read_briefing
from briefing.review.desk import desk_of
from briefing.site import build_site
from briefing.verify import verify
from tests.unattended.helpers import run

FIRST = Path(__file__).parent / "first"


@pytest.fixture
def place(tmp_path):
    return shutil.copytree(FIRST, tmp_path / "first")


@pytest.mark.parametrize("name", ["briefing.md", "briefing.json", "briefing.csv", "edition.json"])
@pytest.mark.parametrize("day", ["2031-03-02", "2031-03-03"])
def test_they_hold_as_far_as_another_program_can_tell(place, day, name):
    verdict = verify(place / "out" / day / name)
    assert verdict.faults == ()
    assert {note.partition(":")[0] for note in verdict.notes} <= {"labels not checked"}


@pytest.mark.parametrize(
    ("old", "new"),
    [('"lead": {"source": 1', '"lead": {"source": 2'), ('"start": 1', '"start": 2'), ("“We ", "“They ")],
)
def test_a_changed_citation_of_theirs_does_not_hold(place, old, new):
    path = place / "out" / "2031-03-03" / "briefing.json"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    faults = verify(path).faults
    assert any("do not stand at their place" in fault for fault in faults), faults


def test_their_sources_go_by_the_ids_that_they_have_today(place):
    then = read_briefing(place / "out" / "2031-03-03" / NAME)
    run(place / "news", place / "now", as_of="2031-03-03")
    now = read_briefing(place / "now" / "2031-03-03" / NAME)
    assert [s.id for s in then.sources] == [s.id for s in now.sources]
    assert [s.strand for s in then.sources] == [s.strand for s in now.sources]
    assert [s.citations for s in then.statements] == [s.citations for s in now.statements]
    assert (then.summaries, then.agreements, then.wordings) == (now.summaries, now.agreements, now.wordings)


def test_what_changed_since_is_told(place):
    told = CliRunner().invoke(cli, ["diff", str(place / "out" / "2031-03-02"), str(place / "out" / "2031-03-03")])
    assert told.exit_code == 0
    assert "new" in told.output


def test_the_next_issue_follows_them(place):
    run(place / "news", place / "out", as_of="2031-03-04")
    briefing = json.loads((place / "out" / "2031-03-04" / "briefing.json").read_bytes())
    assert briefing["previous"] == "2031-03-03"
    assert {s["change"] for s in briefing["statements"]} == {"known"}


def test_they_are_in_the_site(place):
    build_site(place / "out")
    assert "2031-03-02" in (place / "out" / "index.html").read_text(encoding="utf-8")


def test_they_can_be_reviewed(place):
    desk = desk_of(place / "out" / "2031-03-03", place / "corrections.toml", load(str(place / "lake.toml")))
    assert {c.source for s in desk.briefing.statements for c in s.citations} <= {s.id for s in desk.briefing.sources}


def test_their_markdown_as_it_was_is_made_from_their_data(place):
    folder = place / "out" / "2031-03-03"
    assert original_markdown(folder) == (folder / "briefing.md").read_text(encoding="utf-8")


def test_what_is_no_briefing_is_told(tmp_path):
    first = ('{"schema": "briefing/1"}', '{"schema": "briefing/1", "sources": [{}]}')
    for body in ("", "[]", "{}", *first, '{"schema": "briefing/2", "parts": ["../briefing.json"]}'):
        (tmp_path / "briefing.json").write_text(body)
        with pytest.raises(CodecError, match=r"no briefing|no Briefing"):
            read_briefing(tmp_path / NAME)
