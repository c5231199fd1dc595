"""`verify` holds for what was built and fails for each way of tampering with it."""

import json
import shutil

import pytest
from click.testing import CliRunner

from benchmarks.generator import PROFILE, month
from briefing import archive
from briefing.cli.main import cli
from briefing.verify import verify
from tests.unattended.helpers import run

FORMATS = ("md", "html", "json", "csv")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Two issues with their sources and profile."""
    folder = tmp_path_factory.mktemp("verify")
    (folder / "in").mkdir()
    (folder / "lake.toml").write_text(PROFILE, encoding="utf-8")
    for day in month(2):
        for arrival in day.arrivals:
            arrival.write(folder / "in")
        run(folder / "in", folder / "out", formats=FORMATS, profile_place=folder / "lake.toml")
    return folder


@pytest.fixture
def place(built, tmp_path):
    """A copy of it, moved: the note of where sources lie holds in it, too."""
    return shutil.copytree(built, tmp_path / "copy")


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def reseal(folder):
    """Make the manifest agree with the files again, as a careful forger would."""
    manifest = archive.read_manifest(folder)
    manifest["outputs"] = {name: archive.sha256((folder / name).read_bytes()) for name in manifest["outputs"]}
    manifest.pop("seal")
    (folder / archive.MANIFEST).write_bytes(archive.sealed(manifest))


def faults(path):
    return "\n".join(verify(path).faults)


@pytest.mark.parametrize("name", ["briefing.md", "briefing.html", "briefing.json", "briefing.csv", "edition.json"])
@pytest.mark.parametrize("folder", ["2031-03-01", "2031-03-02", "latest"])
def test_what_was_built_holds(place, folder, name):
    assert verify(place / "out" / folder / name).faults == ()


# What is changed in which file; every one of them also with the manifest made to agree.
TAMPERED = {
    "a quotation": ("briefing.json", "near", "far from"),
    "the source of a citation": ("briefing.json", '"lead": {"source": "src-', '"lead": {"source": "src-0'),
    "an offset": ("briefing.json", '"start": 1', '"start": 2'),
    "a line": ("briefing.json", '"line": 3', '"line": 4'),
    "a label": ("briefing.json", '"stance": "', '"stance": "not_'),
    "a date": ("briefing.json", '"by": "2031-03-0', '"by": "2031-04-0'),
    "a quotation in Markdown": ("briefing.md", "> “We ", "> “They "),
    "a label in Markdown": ("briefing.md", "rejects", "accepts"),
    "a date in Markdown": ("briefing.md", "2 Mar 2031", "3 Mar 2031"),
    "a quotation on the page": ("briefing.html", "“We ", "“They "),
    "a line on the page": ("briefing.html", "line 3", "line 4"),
    "a cell of the table": ("briefing.csv", "“We ", "“They "),
    "a remembered statement": ("edition.json", "We ", "They "),
}


@pytest.mark.parametrize("careful", [False, True], ids=["plainly", "with the manifest"])
@pytest.mark.parametrize("what", TAMPERED)
def test_a_changed(place, what, careful):
    name, old, new = TAMPERED[what]
    folder = place / "out" / "2031-03-02"
    edit(folder / name, old, new)
    if careful:
        reseal(folder)
    assert name in faults(folder / name)


def test_a_changed_source(place):
    source = min((place / "in").iterdir())
    edit(source, "We ", "They ")
    assert f"source {source.name}:1: changed" in faults(place / "out" / "latest" / "briefing.md")


def test_a_removed_source(place):
    source = min((place / "in").iterdir())
    source.unlink()
    assert f"source {source.name}:1: not found" in faults(place / "out" / "latest" / "briefing.html")


def test_a_removed_output(place):
    (place / "out" / "latest" / "briefing.csv").unlink()
    assert "briefing.csv: missing" in faults(place / "out" / "latest" / "briefing.md")


def test_an_edited_manifest(place):
    folder = place / "out" / "latest"
    edit(folder / archive.MANIFEST, '"sources": ', '"sources": 1')
    assert "manifest.json: edited" in faults(folder / "briefing.json")


def test_a_missing_manifest(place):
    (place / "out" / "latest" / archive.MANIFEST).unlink()
    assert "nothing to check by" in faults(place / "out" / "latest" / "briefing.json")


def test_a_changed_profile(place):
    edit(place / "lake.toml", "Ada Holm", "Ida Holm")
    assert "not the one of the issue" in faults(place / "out" / "latest" / "briefing.json")


def test_an_issue_of_another_program_is_held_to_its_quotations_only(place):
    folder = place / "out" / "latest"
    manifest = archive.read_manifest(folder)
    manifest["program"] = {"version": "0.0.1", "code": "0" * 64}
    manifest.pop("seal")
    (folder / archive.MANIFEST).write_bytes(archive.sealed(manifest))
    edit(folder / "briefing.md", "rejects", "accepts")
    reseal(folder)
    verdict = verify(folder / "briefing.md")
    assert verdict.faults == ()
    assert "made by briefing 0.0.1" in verdict.notes[0]
    value = json.loads((folder / "briefing.json").read_bytes())
    value["statements"][0]["lead"]["text"] += "!"
    (folder / "briefing.json").write_text(json.dumps(value), encoding="utf-8")
    reseal(folder)
    assert "do not stand at their place" in faults(folder / "briefing.json")


def test_a_folder_stands_for_its_files(place):
    day = max(path.name for path in (place / "out").iterdir() if path.name.startswith("20"))
    result = CliRunner().invoke(cli, ["verify", str(place / "out" / day)])
    assert result.exit_code == 0, result.output
    assert all(f"briefing.{name}: holds" in result.output for name in FORMATS)


def test_where_sources_are_missing_their_quotations_are_not_called_false(place):
    shutil.rmtree(place / "in")
    (place / "in").mkdir()
    verdict = verify(next((place / "out").glob("20*")) / "briefing.md")
    assert all("not found" in fault for fault in verdict.faults)
    assert "quotations and labels not checked" in verdict.notes[0]
