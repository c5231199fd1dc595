"""A large issue has its data in files by day, shares those that stayed with the issue before, and is proved whole."""

import csv
import io
import json
import shutil

import pytest
from click.testing import CliRunner

from benchmarks.generator import PROFILE, month
from briefing import archive
from briefing.archive import OutputError
from briefing.build.original import original_markdown
from briefing.cli.main import cli
from briefing.profile import load
from briefing.read_back import NAME, read_briefing
from briefing.review.desk import desk_of
from briefing.site import build_site
from briefing.verify import verify, verify_all
from tests.unattended.helpers import run, tree
from tests.unattended.test_verify import reseal

LARGE = ("briefing.render", "briefing.archive", "briefing.build.shared")  # that know how many are many
FORMATS = ("md", "html", "json", "csv")
FIRST, SECOND = "2031-03-04", "2031-03-05"


@pytest.fixture(autouse=True)
def _large(monkeypatch):
    """A briefing of more than three statements is a large one."""
    for module in LARGE:
        monkeypatch.setattr(f"{module}.MOST", 3)


def issues(folder):
    """Three issues: the articles of three days, those of a fourth, and one more of a fifth."""
    (folder / "in").mkdir()
    (folder / "lake.toml").write_text(PROFILE, encoding="utf-8")
    *_, before_last, last = days = list(month(5))
    for day in days[:3]:
        for arrival in day.arrivals:
            arrival.write(folder / "in")
    run(folder / "in", folder / "out", formats=FORMATS, profile_place=folder / "lake.toml", as_of="2031-03-03")
    for arrival in before_last.arrivals:
        arrival.write(folder / "in")
    run(folder / "in", folder / "out", formats=FORMATS, profile_place=folder / "lake.toml", as_of=FIRST)
    last.arrivals[0].write(folder / "in")
    run(folder / "in", folder / "out", formats=FORMATS, profile_place=folder / "lake.toml", as_of=SECOND)
    return folder


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        for module in LARGE:
            patch.setattr(f"{module}.MOST", 3)
        return issues(tmp_path_factory.mktemp("days"))


@pytest.fixture
def place(built, tmp_path):
    return shutil.copytree(built, tmp_path / "copy")


def parts(folder):
    files = (f for f in sorted(folder.rglob("*")) if f.parent != folder and f.is_file())
    return {f.relative_to(folder).as_posix(): f for f in files}


def test_a_file_for_each_day_and_one_that_names_them(built):
    folder = built / "out" / SECOND
    days = ["2031-02-20", *(f"2031-03-0{n}" for n in range(1, 6))]  # one article arrived late
    kinds = (("csv", "csv"), ("edition", "json"), ("json", "json"), ("sources", "json"))
    names = [f"{kind}/{day}.{end}" for kind, end in kinds for day in days]
    assert list(parts(folder)) == names
    assert not (folder / "briefing.csv").exists()
    index = json.loads((folder / NAME).read_bytes())
    assert index["parts"] == [name for name in names if name.startswith("json/")]
    assert (index["sources"], index["statements"], index["as_of"]) == ([], [], SECOND)
    pages = {"edition.json", "briefing.md", "briefing.html", "changes.csv"}
    assert set(archive.read_manifest(folder)["outputs"]) == {*names, NAME, *pages}


def table(*paths):
    return [row for path in paths for row in csv.DictReader(io.StringIO(path.read_text(), newline=""))]


def test_what_they_hold_is_what_one_file_would(built, tmp_path, monkeypatch):
    divided = run(built / "in", tmp_path / "divided", formats=FORMATS, as_of=SECOND).folder
    for module in LARGE:
        monkeypatch.setattr(f"{module}.MOST", 10_000)
    whole = run(built / "in", tmp_path / "whole", formats=FORMATS, as_of=SECOND).folder
    assert parts(whole) == {}
    assert read_briefing(divided / NAME) == read_briefing(whole / NAME)
    assert archive.read_edition(divided / "edition.json") == archive.read_edition(whole / "edition.json")
    assert (divided / "briefing.md").read_bytes() == (whole / "briefing.md").read_bytes()
    every, news = table(whole / "briefing.csv"), table(divided / "changes.csv")
    assert [row for row in news if row["change"] != "new"] == []  # nothing was built in this folder before
    dated = [row | {"change": "new"} for row in table(*(divided / "csv").iterdir())]
    assert sorted(dated, key=repr) == sorted(every, key=repr)


def test_what_is_new_stands_beside_the_days(built):
    folder = built / "out" / SECOND
    whole = read_briefing(folder / NAME)
    news = {row["id"]: row["change"] for row in table(folder / "changes.csv")}
    assert json.loads((folder / NAME).read_bytes())["news"] == news
    assert news == {s.id: s.change for s in whole.statements if s.change != "known"} != {}
    assert "change" not in table(folder / "csv" / "2031-03-05.csv")[0]


def test_days_that_stayed_are_the_files_of_the_issue_before(built):
    before, after = parts(built / "out" / FIRST), parts(built / "out" / SECOND)
    shared = {name for name in before if before[name].samefile(after[name])}
    assert shared == {name for name in before if before[name].read_bytes() == after[name].read_bytes()}
    assert {"csv/2031-03-02.csv", "json/2031-03-02.json", "edition/2031-03-02.json"} <= shared


def test_the_newest_copy_takes_no_room_but_for_the_markdown_that_is_edited(built):
    folder, copy = built / "out" / SECOND, built / "out" / "latest"
    names = tree(folder)
    assert {name for name in names if not (folder / name).samefile(copy / name)} == {"briefing.md"}
    assert tree(copy) == names


def test_all_files_hold(place):
    for day in (FIRST, SECOND, "latest"):
        folder = place / "out" / day
        verdicts = dict(verify_all(folder / name for name in archive.read_manifest(folder)["outputs"]))
        assert {file: verdict for file, verdict in verdicts.items() if verdict.faults or verdict.notes} == {}
        assert folder / "json" / "2031-03-01.json" in verdicts
    said = CliRunner().invoke(cli, ["verify", str(place / "out" / SECOND)])
    assert said.exit_code == 0, said.output
    assert "json/2031-03-01.json: holds" in said.output


TAMPERED = {
    "a quotation": ("json/2031-03-01.json", "“We ", "“They "),
    "the source of a citation": ("json/2031-03-01.json", '"lead": {"source": "src-', '"lead": {"source": "src-0'),
    "an offset": ("json/2031-03-01.json", '"start": 1', '"start": 2'),
    "a cell of the table": ("csv/2031-03-01.csv", "“We ", "“They "),
    "a label of the table": ("csv/2031-03-01.csv", "reject", "accept"),
    "a remembered statement": ("edition/2031-03-01.json", "We ", "They "),
    "the list of the parts": (NAME, "json/2031-03-01.json", "json/2031-03-02.json"),
}


@pytest.mark.parametrize("careful", [False, True], ids=["plainly", "with the manifest"])
@pytest.mark.parametrize("what", TAMPERED)
def test_a_changed(place, what, careful):
    name, old, new = TAMPERED[what]
    path = place / "out" / SECOND / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.unlink()  # it may be shared with the issue before
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    if careful:
        reseal(place / "out" / SECOND)
    assert verify(path).faults


def test_a_missing_or_further_part_does_not_hold(place):
    folder = place / "out" / SECOND
    further = folder / "json" / "2031-04-01.json"
    shutil.copy(folder / "json" / "2031-03-01.json", further)
    assert any("not among the outputs" in fault for fault in verify(further).faults)
    manifest = archive.read_manifest(folder)
    manifest["outputs"]["json/2031-04-01.json"] = archive.sha256(further.read_bytes())
    manifest.pop("seal")
    (folder / archive.MANIFEST).unlink()
    (folder / archive.MANIFEST).write_bytes(archive.sealed(manifest))
    assert any("the sources give no such file" in fault for fault in verify(further).faults)
    (folder / "csv" / "2031-03-01.csv").unlink()
    assert any("2031-03-01.csv: missing" in fault for fault in verify(folder / "briefing.md").faults)


def test_a_run_that_dies_over_the_parts_leaves_the_old_ones_whole(place, monkeypatch):
    before = tree(place / "out")
    *_, last = month(6)
    last.arrivals[0].write(place / "in")
    done = []

    def dies(new, *arguments, **options):
        done.append(new)
        if len(done) > 4:
            raise OSError(28, "No space left on device")
        return put(new, *arguments, **options)

    put = archive._place
    monkeypatch.setattr(archive, "_place", dies)
    with pytest.raises(OutputError, match="old files are whole"):
        run(place / "in", place / "out", formats=FORMATS, as_of="2031-03-06")
    assert tree(place / "out") == before


def test_a_spoilt_part_is_made_again(place):
    before = tree(place / "out")
    path = place / "out" / SECOND / "json" / "2031-03-02.json"
    path.unlink()
    path.write_text("{}")
    assert not run(place / "in", place / "out", formats=FORMATS, as_of=SECOND).unchanged
    assert tree(place / "out") == before


def test_a_note_beside_the_parts_stays_and_the_parts_of_a_dropped_format_go(place):
    folder = place / "out" / SECOND
    (folder / "json" / "note.txt").write_text("mine")
    run(place / "in", place / "out", formats=("md", "csv"), as_of=SECOND)
    assert [name for name in parts(folder) if name.startswith("json/")] == ["json/note.txt"]
    assert not (folder / NAME).exists()


def test_a_small_issue_after_a_large_one_is_one_file(place, monkeypatch):
    for module in LARGE:
        monkeypatch.setattr(f"{module}.MOST", 10_000)
    folder = run(place / "in", place / "out", formats=FORMATS, as_of=SECOND, only_new=True).folder
    assert parts(folder) == {}
    assert (folder / "briefing.csv").is_file()


def test_the_other_commands_read_the_parts(place):
    folder = place / "out" / SECOND
    assert original_markdown(folder) == (folder / "briefing.md").read_text(encoding="utf-8")
    told = CliRunner().invoke(cli, ["diff", str(place / "out" / FIRST), str(folder)])
    assert (told.exit_code, "2031-03-05" in told.output) == (0, True)
    desk = desk_of(folder, place / "corrections.toml", load(str(place / "lake.toml")))
    assert desk.briefing == read_briefing(folder / NAME)
    (folder / "edition.json").unlink()
    assert CliRunner().invoke(cli, ["diff", str(place / "out" / FIRST), str(folder / NAME)]).output == told.output


def test_the_site_keeps_the_newest_issue_whole(place):
    (place / "out" / "latest" / "json" / "2031-03-01.json").unlink()
    build_site(place / "out")
    assert tree(place / "out" / "latest") == tree(place / "out" / SECOND)


@pytest.mark.parametrize("spoil", ["gone", "edited", "elsewhere"])
def test_an_edition_whose_part_is_not_the_one_it_names_is_told(place, spoil):
    path = place / "out" / SECOND / "edition.json"
    part = path.parent / "edition" / "2031-03-01.json"
    text = part.read_text(encoding="utf-8")
    part.unlink()
    if spoil == "edited":
        part.write_text(text.replace("We ", "They "), encoding="utf-8")
    elif spoil == "elsewhere":
        (path.parent.parent / "2031-03-01.json").write_text(text, encoding="utf-8")
        body = path.read_text(encoding="utf-8").replace("edition/2031-03-01.json", "../2031-03-01.json")
        path.unlink()
        path.write_text(body, encoding="utf-8")
    with pytest.raises(OutputError, match="cannot be read as an edition"):
        archive.read_edition(path)


def as_an_older_program_wrote_it(folder):
    """The issue with what happened to each statement in the parts, and nowhere else."""
    whole = read_briefing(folder / NAME)
    changes = {statement.id: statement.change for statement in whole.statements}
    index = json.loads((folder / NAME).read_bytes())
    del index["news"]
    rows = {NAME: {**index, "schema": "briefing/2"}}
    for name in index["parts"]:
        part = json.loads((folder / name).read_bytes())
        told = [{**statement, "change": changes[statement["id"]]} for statement in part["statements"]]
        rows[name] = {**part, "schema": "briefing/2", "statements": told}
    for name, row in rows.items():
        (folder / name).unlink()  # it may be shared with the issue before
        (folder / name).write_text(json.dumps(row), encoding="utf-8")
    (folder / "changes.csv").unlink()
    manifest = archive.read_manifest(folder)
    manifest["program"]["code"] = "of an older program"
    outputs = [name for name in manifest["outputs"] if name != "changes.csv"]
    manifest["outputs"] = {name: archive.sha256((folder / name).read_bytes()) for name in outputs}
    manifest.pop("seal")
    (folder / archive.MANIFEST).unlink()
    (folder / archive.MANIFEST).write_bytes(archive.sealed(manifest))
    return whole


def test_an_issue_of_a_program_that_told_changes_in_the_parts_is_read_and_verified(place):
    folder = place / "out" / SECOND
    whole = as_an_older_program_wrote_it(folder)
    assert {statement.change for statement in whole.statements} > {"known"}
    assert read_briefing(folder / NAME) == whole
    for name in archive.read_manifest(folder)["outputs"]:
        verdict = verify(folder / name)
        assert verdict.faults == ()
        assert all("made by briefing" in note for note in verdict.notes)
