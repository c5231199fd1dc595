"""The table of stances: a further row is all that a further stance needs, and a broken one is a clear line."""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from briefing.errors import UsageError
from briefing.languages import Lexicon, load, parse
from briefing.stances import RANKED, SILENCE, STANCES, WORDS, checked, read_rows
from briefing.steps.classify.stand.table import compiled
from tests.factory import PROFILE_TOML

ROOT = Path(__file__).parents[1]
ROW = """
[[stance]]
id = "relish"
rank = 97
glyph = "☼"
word = "relishes"
direction = 1
family = "for"
"""
ENTRY = """
[[entry]]
id = "relish"
part = "verb"
frames = ["np"]
stance = "relish"
negated = "reject"
words = ["relish"]
origin = "A verb of delight."
"""
BERG = "Ada Berg said that her government relished the pay offer."
HOLM = "Jon Holm rejected the pay offer."


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    """A copy of the program with a stance more, and a word that takes it."""
    folder = tmp_path_factory.mktemp("program")
    for name in ("briefing", "templates"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    with (folder / "briefing/stances.toml").open("a", encoding="utf-8") as file:
        file.write(ROW)
    with (folder / "briefing/languages/en/stands.toml").open("a", encoding="utf-8") as file:
        file.write(ENTRY)
    (folder / "in").mkdir()
    (folder / "in/one.txt").write_text(f"A talk\n\n2024-05-06\n\n{BERG} {HOLM}\n", encoding="utf-8")
    (folder / "topic.toml").write_text(PROFILE_TOML, encoding="utf-8")
    return folder


def run(folder, *words):
    return subprocess.run(
        [sys.executable, "-m", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"},
    )


def built(folder, *options):
    """The files of a build by their names."""
    words = ("build", "in", "--profile", "topic.toml", "--all", "--state", "state", "--format", "md,html,json,csv")
    made = run(folder, "briefing", *words, *options)
    assert made.returncode == 0, made.stderr
    return {file.name: file.read_text("utf-8") for file in (folder / "out/latest").iterdir() if file.is_file()}


def test_a_further_stance_goes_through_a_whole_build(program):
    files = built(program)
    schema = run(program, "briefing.render.schema")
    issue = json.loads(files["briefing.json"])
    jsonschema.Draft202012Validator(json.loads(schema.stdout)).validate(issue)
    [berg] = [s for s in issue["statements"] if s["lead"]["text"] == BERG]
    [stand] = berg["stands"]
    assert (berg["stance"], stand["stance"], stand["object"]) == ("relish", "relish", "the pay offer")
    assert stand["direction"] == 1
    [conflict] = [c for c in issue["conflicts"] if c["kind"] == "stance"]
    assert {side["label"] for side in conflict["sides"]} == {"relish", "reject"}  # for the offer, and against it
    rows = {(r["party"], r["stance"], r["object"]) for r in csv.DictReader(io.StringIO(files["briefing.csv"]))}
    assert ("Norland", "relish", "the pay offer") in rows
    assert "☼ “the pay offer”" in files["briefing.md"]
    assert "✕ rejects, ☼ relishes." in files["briefing.md"]  # the legend
    assert "<b class=relish>relishes</b> <q>the pay offer</q>" in files["briefing.html"]
    assert '.relish::before{content:"☼ "' in files["briefing.html"]


def test_a_word_without_a_translation_stands_in_english(program):
    page = built(program, "--language", "de", "--out", "out")["briefing.html"]
    assert "<b class=relish>relishes</b>" in page
    assert "<b class=reject>lehnt ab</b>" in page


def test_the_desk_can_give_a_further_stance(program):
    said = next(s for s in json.loads(built(program)["briefing.json"])["statements"] if s["lead"]["text"] == HOLM)
    entry = f'[[statement]]\nid = "{said["id"]}"\nstance = "relish"\nobject = "the pay offer"\n'
    (program / "desk.toml").write_text(entry, encoding="utf-8")
    files = built(program, "--corrections", "desk.toml")
    [holm] = [s for s in json.loads(files["briefing.json"])["statements"] if s["id"] == said["id"]]
    assert [stand["stance"] for stand in holm["stands"]] == ["relish"]


def test_a_word_that_names_no_stance_is_one_clear_line(program, tmp_path):
    broken = tmp_path / "program"
    shutil.copytree(program, broken, ignore=shutil.ignore_patterns("__pycache__", "out", "state"))
    stands = broken / "briefing/languages/en/stands.toml"
    stands.write_text(stands.read_text("utf-8").replace('stance = "relish"', 'stance = "relis"'), encoding="utf-8")
    made = run(broken, "briefing", "build", "in", "--profile", "topic.toml", "--state", "state")
    assert made.returncode == 2
    assert made.stderr == (
        "briefing: en/stands.toml: entry 'relish': stance: 'relis' is no stance: did you mean 'relish'? "
        "(stances.toml has the rows)\n"
    )
    assert not (broken / "out/latest").exists()


@pytest.mark.parametrize("key", ["stance", "negated", "others", "of_things", "own", "bound"])
def test_every_stance_of_an_entry_is_checked(key):
    entry = {"stance": "reject", key: "shrug"}
    keys = "\n".join(f'{name} = "{value}"' for name, value in entry.items())
    settings = "irregular = {}\n[closed]\n"
    table = parse("stands", f'{settings}[[entry]]\nid = "x"\npart = "noun"\nwords = ["plan"]\n{keys}\n')
    english = load("en")
    with pytest.raises(UsageError, match=f"^en/stands.toml: entry 'x': {key}: 'shrug' is no stance"):
        compiled(Lexicon("en", {**english.tables, "stands": table}))


SHIPPED = (ROOT / "briefing/stances.toml").read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("rank = 30\n", "", "stance 'accept': missing 'rank'"),
        ("rank = 30\n", "rank = 20\n", "'reject' and 'accept' have the rank 20: give one of them another"),
        ("rank = 30\n", 'rank = "30"\n', "stance 'accept': rank: must be a whole number"),
        ("rank = 30\n", "rank = 30\ncolor = 1\n", "stance 'accept': color: unknown: known: id, rank"),
        ('id = "accept"', 'id = "Accept!"', "stance 'Accept!': id: must be small letters and underscores"),
        ('id = "accept"', 'id = "reject"', "two stances have one id: make one row of the two"),
        ('of_claim = "deny"', 'of_claim = "denny"', "'reject': of_claim: 'denny' is no stance: did you mean 'deny'?"),
        ('kind = "silence"', 'kind = "quiet"', "'decline_comment': kind: must be one of stand, charge, condition"),
        ('kind = "silence"', 'kind = "stand"', "one stance must be of the kind 'silence'"),
        ('kind = "condition"', 'yields_to = "reject"', "'accept' yields to 'condition', which yields itself"),
        ("direction = -1", "direction = 2", "stance 'reject': direction: must be 1, 0 or -1"),
        ("refuses = true", "refuses = 1", "stance 'reject': refuses: must be true or false"),
        ("[[stance]]", "[[stance", "not TOML"),
    ],
)
def test_a_broken_table_is_one_clear_line(old, new, says):
    assert old in SHIPPED
    with pytest.raises(UsageError, match=re.escape(says)) as raised:
        read_rows(SHIPPED.replace(old, new, 1).encode(), "stances.toml")
    assert str(raised.value).startswith("stances.toml: ")
    assert "\n" not in str(raised.value)


def test_a_name_that_is_no_row_is_told_with_its_place():
    assert checked(WORDS, "here") == WORDS
    with pytest.raises(UsageError, match=r"^here: None is no stance"):
        checked(None, "here")


def test_silence_goes_before_all_and_mere_words_behind():
    assert (RANKED[0], RANKED[-1]) == (SILENCE, WORDS)
    assert sorted(RANKED) == sorted(STANCES)
    assert len({row.glyph for row in STANCES.values()}) == len(STANCES)
