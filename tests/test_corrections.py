"""What a desk corrects stays corrected, is shown as the desk's, and is never lost silently."""

import csv
import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefing.cli.main import cli, main
from briefing.corrections import beside, parse
from briefing.errors import UsageError
from briefing.profile import parse as parse_profile
from briefing.verify import verify

TOML = """
[topic]
id = "weir"
title = "The weir"

[[party]]
id = "Blue"
name = "Blue Party"

[[party.member]]
name = "Ada Berg"
role = "leader"

[[party]]
id = "Red"
name = "Red Party"

[[issue]]
id = "closure"
title = "Closure"
terms = ["closure", "weir"]
"""
PROFILE = parse_profile(TOML.encode(), "weir.toml")
FIRST = "Ada Berg rejected the closure of the weir."
SECOND = "Karin Holm said that the weir must stay."
OTHER = "The Red Party wants the weir."


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("weir.toml").write_text(TOML, encoding="utf-8")
    Path("in").mkdir()
    _article("2031-03-01", FIRST, SECOND)
    assert _build().exit_code == 0
    return tmp_path


def _article(day, *sentences, name=None):
    Path("in", f"{name or day}.txt").write_text(f"A weir\n\n{day}\n\n" + " ".join(sentences) + "\n", encoding="utf-8")


def _run(*words):
    return CliRunner().invoke(cli, [str(word) for word in words], standalone_mode=False)


def _build(*options):
    return _run("build", "in", "--profile", "weir.toml", "--state", "state", "--format", "json,md,html,csv", *options)


def _issue(folder="out/latest"):
    return json.loads(Path(folder, "briefing.json").read_bytes())


def _said(words, folder="out/latest"):
    return next(s for s in _issue(folder)["statements"] if words in s["lead"]["text"])


def _correct(*words):
    done = _run("correct", *words)
    assert done.exception is None, done.exception


def test_a_label_is_the_desks_with_the_rules_beside_it(desk):
    _correct(_said(FIRST)["id"], "party=Red", "note=She reads out a letter.")
    _build()
    said = _said(FIRST)
    assert (said["party"], said["speaker"]["via"]) == ("Red", "desk")
    assert said["corrected"] == [
        {"what": "party", "was": "Blue", "rule": "name.person", "note": "She reads out a letter."}
    ]
    for name in ("briefing.md", "briefing.html"):
        page = Path("out/latest", name).read_text(encoding="utf-8")
        assert "corrected by the desk" in page.casefold()
        assert "the rules say Blue" in page
    rows = csv.DictReader(Path("out/latest/briefing.csv").read_text(encoding="utf-8").splitlines())
    assert {row["corrected"] for row in rows if row["text"] == FIRST} == {"party"}


def test_a_label_of_the_page_names_the_statement(desk):
    _correct("BLU-1", "day=2031-02-28")
    _build()
    assert _said(FIRST)["date_said"]["iso"] == "2031-02-28"


def test_a_stand_is_replaced(desk):
    _correct(_said(FIRST)["id"], "stance=support", "object=the weir", "issue=closure")
    _build()
    (stand,) = _said(FIRST)["stands"]
    assert (stand["stance"], stand["object"], stand["issues"]) == ("support", "the weir", ["closure"])
    source = Path("in/2031-03-01.txt").read_text(encoding="utf-8")
    assert source[stand["object_span"]["start"] : stand["object_span"]["end"]] == "the weir"


def test_an_issue_that_is_not_meant(desk):
    _correct(_said(FIRST)["id"], "not_issue=closure")
    _build()
    said = _said(FIRST)
    assert [s["issues"] for s in said["stands"]] == [[]]
    assert [label["issue"] for label in said["issues"]] == [None]


def test_a_speaker_by_rule(desk):
    _correct("--speaker", "Karin Holm", "party=Red")
    _article("2031-03-02", "Karin Holm wants a new weir.")
    _build()
    assert {_said(SECOND)["party"], _said("a new weir")["party"]} == {"Red"}


def test_two_names_of_one_person(desk):
    _correct("--speaker", "Karin Holm", "same_as=Ada Berg")
    _build()
    speaker = _said(SECOND)["speaker"]
    assert (speaker["name"], speaker["role"], speaker["party"]) == ("Ada Berg", "leader", "Blue")


def test_a_hidden_statement_is_told_of(desk):
    _correct(_said(SECOND)["id"], "hide=true")
    _build()
    assert SECOND not in [s["lead"]["text"] for s in _issue()["statements"]]
    (entry,) = _issue()["desk"]
    assert (entry["hides"], entry["reports"]) == (True, 1)
    assert "1 report hidden" in Path("out/latest/briefing.md").read_text(encoding="utf-8")


def test_a_fortnight(desk):
    """Made on day 2, the correction holds through a changed article, a second report and a moved folder."""
    _correct(_said(FIRST)["id"], "party=Red")
    for day in range(2, 15):
        _article(f"2031-03-{day:02}", f"The {day} of March was wet.", OTHER)
        if day == 5:
            _article("2031-03-01", "It rained.", FIRST, "It was late.")
        if day == 7:
            _article("2031-03-07", FIRST, name="again")
        if day == 9:
            shutil.move("in", "moved")
            shutil.copytree("moved", "in")
        _build()
        assert _said(FIRST)["party"] == "Red", day
        assert verify(Path("out/latest/briefing.json")).faults == ()
    first = Path("out/2031-03-14/briefing.json").read_bytes()
    shutil.rmtree("state")
    shutil.rmtree("out/2031-03-14")
    _build()
    assert Path("out/2031-03-14/briefing.json").read_bytes() == first


@pytest.mark.parametrize("change", ["edit", "remove"])
def test_verify_notices_a_correction_that_was_edited_or_is_gone(desk, change):
    _correct(_said(FIRST)["id"], "party=Red")
    _build()
    path = Path("corrections.toml")
    if change == "edit":
        path.write_text(path.read_text().replace("Red", ""))
    else:
        path.unlink()
    assert any("is gone or was edited" in fault for fault in verify(Path("out/latest/briefing.json")).faults)


def test_a_further_correction_is_no_fault(desk):
    _correct(_said(FIRST)["id"], "party=Red")
    _build()
    _correct("--speaker", "Karin Holm", "party=Blue")
    assert verify(Path("out/latest/briefing.json")).faults == ()


def test_a_correction_without_a_statement_is_a_problem(desk):
    _correct(_said(FIRST)["id"], "party=Red")
    _article("2031-03-01", SECOND)
    assert _build().return_value == 0
    assert [p["code"] for p in _issue()["problems"]] == ["correction.unused"]


def test_what_a_person_wrote_in_the_file_stays(desk):
    Path("corrections.toml").write_text("# ours\n[[speaker]]\nname = 'Dan'\nparty = 'Red'", encoding="utf-8")
    _correct(_said(FIRST)["id"], "party=Red")
    text = Path("corrections.toml").read_text(encoding="utf-8")
    assert text.startswith("# ours\n[[speaker]]\nname = 'Dan'\nparty = 'Red'\n")
    assert f"# {FIRST}\n" in text


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            "[[statement]]\nid = 'blu-0a1b2c3d'\nparty = 'Bleu'",
            "c.toml:3: party: 'Bleu' is unknown: did you mean 'Blue'?",
        ),
        (
            "[[statement]]\nid = 'blu-0a1b2c3d'\nissue = 'closure'",
            "c.toml:1: statement: an object or issue needs its stance",
        ),
        ("[[statement]]\nid = 'blu-0a1b2c3d'", "c.toml:1: statement: corrects nothing"),
        ("[[statement]]\nid = 'first'\nhide = true", "c.toml:2: id: 'first' is no id"),
        ("[[statement]]\nhide = true", "c.toml:1: statement: missing 'id'"),
        ("[[speaker]]\nname = 'Dan'\nparti = 'Red'", "c.toml:3: parti: unknown: did you mean 'party'?"),
        ("[[speaker]]\nname = 'Dan'\nhide = 'yes'", "c.toml:3: hide: must be true or false"),
        ("[[speaker]]\nname = 'Dan'\nhide = true\n" * 2, "c.toml:4: speaker: 'Dan' stands twice"),
        ("[[statement]]\nid = 'blu-0a1b2c3d'\nday = 2031-03-04T10:00:00", "c.toml:3: day: must be a date such as"),
        ("[[person]]\nname = 'Dan'", "person: write entries as [[statement]] or [[speaker]]"),
        ("statement = 3", "statement: write entries as"),
        ("x = [", "c.toml: not TOML"),
    ],
)
def test_a_fault_is_one_line_with_its_place(text, fault):
    with pytest.raises(UsageError) as raised:
        parse(text.encode(), "c.toml", PROFILE)
    assert fault in str(raised.value)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["BLU-9", "party=Red"], "BLU-9: no statement of out/latest has this id"),
        (["BLU-1", "party"], "party: write it as KEY=VALUE"),
        (["BLU-1", "stance=reject", "object=the moon"], "object=the moon: does not stand in the words of BLU-1"),
        (["BLU-1", "party=Bleu"], "party: 'Bleu' is unknown"),
    ],
)
def test_a_mistake_writes_nothing(desk, monkeypatch, capsys, words, told):
    monkeypatch.setattr("sys.argv", ["briefing", "correct", *words])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    assert told in capsys.readouterr().err
    assert not Path("corrections.toml").exists()


def test_check_reads_the_corrections_beside_the_profile(desk):
    Path("corrections.toml").write_text("[[speaker]]\nname = 'Dan'\nparty = 'Bleu'", encoding="utf-8")
    done = _run("check", "weir.toml")
    assert done.return_value == 1
    assert "corrections.toml:3: party: 'Bleu' is unknown" in done.output


def test_corrections_lie_beside_the_profile():
    assert beside("desk/weir.toml") == Path("desk/corrections.toml")
    assert beside("gaza-ceasefire") == Path("corrections.toml")


@pytest.mark.parametrize(
    "words", [["party=Red"], ["hide=true"], ["stance=support", "object=the weir", "issue=closure"]]
)
def test_a_correction_is_no_change_and_taking_it_back_is_none(desk, words):
    _build("--as-of", "2031-03-02")
    _correct(_said(FIRST)["id"], *words)
    _build("--as-of", "2031-03-03")
    assert _issue()["changes"] == []
    Path("corrections.toml").unlink()
    _build("--as-of", "2031-03-04")
    assert _issue()["changes"] == []
    assert {s["change"] for s in _issue()["statements"]} == {"known"}


def test_the_issue_keeps_no_sentence_of_the_file(desk):
    _correct(_said(FIRST)["id"], "hide=true")
    _build("--max-share", "0")
    assert FIRST in Path("corrections.toml").read_text(encoding="utf-8")
    assert all(FIRST not in path.read_text(encoding="utf-8") for path in Path("out/latest").iterdir())
    assert verify(Path("out/latest/briefing.json")).faults == ()
