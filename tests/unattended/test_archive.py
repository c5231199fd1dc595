"""Issues are swapped in whole, files whose bytes stay are not touched, and what others put there stays."""

import errno
import os

import pytest
from click.testing import CliRunner

from benchmarks.generator import PROFILE, month
from briefing import archive
from briefing.archive import OutputError, publish, recover, swap
from briefing.build.original import original_markdown
from briefing.cli.main import cli
from briefing.plan import Look
from briefing.site import build_site
from briefing.verify import verify
from tests.unattended.helpers import issue, run, tree


@pytest.fixture
def sources(tmp_path):
    (tmp_path / "in").mkdir()
    for day in month(2):
        for arrival in day.arrivals:
            arrival.write(tmp_path / "in")
    return tmp_path / "in"


def test_an_issue_that_is_there_already_is_not_touched(tmp_path, sources):
    first = run(sources, tmp_path / "out", tmp_path / "state")
    before = {f: f.stat().st_mtime_ns for f in (tmp_path / "out" / "latest").iterdir()}
    second = run(sources, tmp_path / "out", tmp_path / "state")
    assert (first.unchanged, second.unchanged) == (False, True)
    assert (first.read, second.read) == (len(list(sources.iterdir())), 0)
    assert second.figures == first.figures
    assert {f: f.stat().st_mtime_ns for f in (tmp_path / "out" / "latest").iterdir()} == before


@pytest.mark.parametrize("name", ["briefing.json", "edition.json", "manifest.json"])
@pytest.mark.parametrize("folder", ["2031-03-02", "latest"])
def test_a_spoilt_file_is_made_again(tmp_path, sources, folder, name):
    run(sources, tmp_path / "out", tmp_path / "state")
    before = tree(tmp_path / "out")
    (tmp_path / "out" / folder / name).write_text("{}")
    assert not run(sources, tmp_path / "out", tmp_path / "state").unchanged
    assert tree(tmp_path / "out") == before


def test_warm_or_cold_the_bytes_are_the_same(tmp_path, sources):
    run(sources, tmp_path / "a", tmp_path / "state")
    run(sources, tmp_path / "b", tmp_path / "state")
    run(sources, tmp_path / "c")
    assert tree(tmp_path / "a") == tree(tmp_path / "b") == tree(tmp_path / "c")


def test_an_older_issue_does_not_become_the_latest(tmp_path, sources):
    run(sources, tmp_path / "out", as_of="2031-03-09")
    newest = tree(tmp_path / "out" / "latest")
    run(sources, tmp_path / "out", as_of="2031-03-02")
    assert tree(tmp_path / "out" / "latest") == newest
    assert issue(tmp_path / "out" / "2031-03-02")["previous"] is None


def test_only_new_shows_what_the_earlier_issue_does_not_have(tmp_path, sources):
    days = list(month(3))
    run(sources, tmp_path / "out", only_new=True)
    for arrival in days[2].arrivals:
        arrival.write(sources)
    run(sources, tmp_path / "out", only_new=True)
    shown = issue(tmp_path / "out" / "2031-03-03")
    assert {s["change"] for s in shown["statements"]} <= {"new", "changed"}
    assert len(shown["statements"]) == 2
    assert shown["previous"] == "2031-03-02"


def test_an_issue_of_news_without_news_has_no_mail_and_sends_none(tmp_path, sources, monkeypatch):
    run(sources, tmp_path / "out", only_new=True, formats=("md", "eml"))
    built = run(sources, tmp_path / "out", as_of="2031-03-03", only_new=True, formats=("md", "eml"))
    assert built.nothing_new
    assert [path.name for path in sorted(built.folder.iterdir())] == ["briefing.md", "edition.json", "manifest.json"]
    (tmp_path / "briefing.toml").write_text(
        '[mail]\nhost = "127.0.0.1"\nport = 1\nfrom = "a@x.org"\nto = ["b@x.org"]\n'
    )
    monkeypatch.chdir(tmp_path)
    sent = CliRunner().invoke(cli, ["mail", str(built.folder)], standalone_mode=False)
    assert (sent.return_value, sent.output) == (0, f"{built.folder}: nothing new, nothing sent\n")


def test_articles_over_the_age_are_left_out_and_told_as_gone(tmp_path, sources):
    run(sources, tmp_path / "out", as_of="2031-03-02", max_age=1)
    run(sources, tmp_path / "out", as_of="2031-03-03", max_age=1)
    shown = issue(tmp_path / "out" / "2031-03-03")
    assert {s["published"] for s in shown["sources"]} == {"2031-03-02"}
    assert {row["change"] for row in shown["changes"]} == {"gone"}


def test_a_note_of_a_reader_stays_and_a_dropped_format_goes(tmp_path):
    both = b'{"outputs": {"a.md": "", "b.csv": ""}}'
    publish(tmp_path, "2031-03-01", {"a.md": b"1", "b.csv": b"1", "manifest.json": both})
    (tmp_path / "2031-03-01" / "note.txt").write_text("mine")
    (tmp_path / "2031-03-01" / "photos").mkdir()
    (tmp_path / "2031-03-01" / "photos" / "one").write_text("mine")
    publish(tmp_path, "2031-03-01", {"a.md": b"2", "manifest.json": b'{"outputs": {"a.md": ""}}'})
    assert sorted(tree(tmp_path / "2031-03-01")) == ["a.md", "manifest.json", "note.txt", "photos/one"]


def test_a_file_that_did_not_change_keeps_its_age(tmp_path):
    swap(tmp_path / "x", {"a": b"1", "b": b"1"}, tmp_path / "work")
    os.utime(tmp_path / "x" / "a", (1, 1))
    swap(tmp_path / "x", {"a": b"1", "b": b"2"}, tmp_path / "work")
    assert (tmp_path / "x" / "a").stat().st_mtime == 1
    assert (tmp_path / "x" / "b").read_bytes() == b"2"


@pytest.mark.parametrize("atomic", [True, False])
def test_without_the_system_s_exchange_the_folder_is_swapped_in_two_steps(tmp_path, monkeypatch, atomic):
    if not atomic:
        monkeypatch.setattr(archive, "_exchanged", lambda *_: False)
    swap(tmp_path / "x", {"a": b"1"}, tmp_path / "work")
    swap(tmp_path / "x", {"a": b"2"}, tmp_path / "work")
    assert (tmp_path / "x" / "a").read_bytes() == b"2"
    assert list((tmp_path / "work").iterdir()) == []


def test_a_folder_that_was_set_aside_by_a_dead_run_is_put_back(tmp_path):
    aside = tmp_path / "work" / "old-x"
    aside.mkdir(parents=True)
    (aside / "a").write_bytes(b"1")
    recover(tmp_path / "x", tmp_path / "work")
    assert (tmp_path / "x" / "a").read_bytes() == b"1"


@pytest.mark.parametrize("reason", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_full_or_read_only_disk_is_told_and_old_files_stay(tmp_path, sources, monkeypatch, reason):
    run(sources, tmp_path / "out", tmp_path / "state")
    before = tree(tmp_path / "out")
    for day in month(3):
        for arrival in day.arrivals:
            arrival.write(sources)

    def refuse(*_, **__):
        raise OSError(reason, os.strerror(reason))

    monkeypatch.setattr(archive, "_place", refuse)
    with pytest.raises(OutputError, match="old files are whole") as error:
        run(sources, tmp_path / "out", tmp_path / "state")
    assert os.strerror(reason) in str(error.value)
    assert tree(tmp_path / "out") == before


def test_a_damaged_edition_of_the_earlier_issue_is_told(tmp_path, sources):
    run(sources, tmp_path / "out")
    (tmp_path / "out" / "2031-03-02" / archive.EDITION).write_text("{}")
    with pytest.raises(OutputError, match="put it back"):
        run(sources, tmp_path / "out", as_of="2031-03-05")


def test_no_file_of_an_issue_has_more_of_a_source_than_its_share(tmp_path, sources):
    (tmp_path / "lake.toml").write_text(PROFILE, encoding="utf-8")
    more = {"formats": ("md", "json", "html"), "look": Look(max_share=0.0), "profile_place": tmp_path / "lake.toml"}
    run(sources, tmp_path / "out", as_of="2031-03-02", **more)
    for arrival in list(month(3))[2].arrivals:
        arrival.write(sources)
    built = run(sources, tmp_path / "out", **more)
    assert issue(built.folder)["changes"]
    for file in built.folder.iterdir():
        assert "“We " not in file.read_text(encoding="utf-8"), file
    assert verify(built.folder / "briefing.json").faults == ()


def test_an_issue_without_a_day_is_compared_with_the_newest_and_is_in_the_site(tmp_path, sources):
    run(sources, tmp_path / "out", formats=("html", "json"))
    dated = next(f for f in (tmp_path / "out").iterdir() if f.name[:2] == "20")
    text = "The lake stays as it is. “We will not share the lake,” Ada Holm said. The talks went on after that."
    (tmp_path / "undated").mkdir()
    (tmp_path / "undated" / "note.txt").write_text(text)
    built = run(tmp_path / "undated", tmp_path / "out", formats=("html", "json"), all_articles=True)
    assert (built.as_of, built.folder.name) == (None, "undated")
    assert issue(built.folder)["previous"] == dated.name
    assert issue(tmp_path / "out" / "latest")["as_of"] == dated.name
    build_site(tmp_path / "out")
    assert 'href="undated/briefing.html"' in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")


def test_the_original_of_an_edited_issue_is_made_from_its_data(tmp_path, sources):
    folder = run(sources, tmp_path / "out", formats=("md", "json")).folder
    written = (folder / "briefing.md").read_text(encoding="utf-8")
    (folder / "briefing.md").write_text("edited")
    assert original_markdown(folder) == written
    (folder / "briefing.json").unlink()
    assert original_markdown(folder) is None
    assert original_markdown(tmp_path) is None
