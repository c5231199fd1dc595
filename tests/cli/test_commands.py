"""The contract of each command, through the real command."""

import json

import pytest

from tests.cli.run import PROFILE, ROOT, SEEDS, briefing, line_with, rows, started


def test_build_writes_the_dated_folder_and_latest(tmp_path):
    run = briefing("build", SEEDS, *PROFILE, "--out", tmp_path)
    assert run.returncode == 0
    assert "5 sources read, 2 dated" in run.stdout
    names = {"briefing.md", "briefing.html", "briefing.json", "briefing.csv"}
    for folder in ("2024-04-09", "latest"):
        assert names <= {p.name for p in (tmp_path / folder).iterdir()}
    assert (tmp_path / "latest" / "briefing.md").read_bytes() == (tmp_path / "2024-04-09" / "briefing.md").read_bytes()


@pytest.mark.parametrize(
    ("words", "environment", "day"),
    [
        (("--as-of", "2024-05-01"), {}, "2024-05-01"),
        ((), {"SOURCE_DATE_EPOCH": "1714608000"}, "2024-05-02"),
        (("--as-of", "2024-05-01"), {"SOURCE_DATE_EPOCH": "1714608000"}, "2024-05-01"),
        ((), {}, "2024-04-09"),
    ],
)
def test_as_of(tmp_path, words, environment, day):
    run = briefing("build", SEEDS, *PROFILE, "--out", tmp_path, "--format", "json", *words, **environment)
    assert run.returncode == 0, run.stderr
    assert (tmp_path / day / "briefing.json").is_file()


def test_since_leaves_out_what_was_published_before(tmp_path):
    briefing("build", SEEDS, *PROFILE, "--out", tmp_path, "--format", "json", "--since", "2024-03-01")
    data = (tmp_path / "latest" / "briefing.json").read_text(encoding="utf-8")
    assert "dismissed Hamas’s latest offer" not in json.loads(data)["statements"].__str__()


def test_read():
    found = rows(briefing("read", SEEDS))
    assert len(found) == 5
    assert {
        "id",
        "source",
        "title",
        "publisher",
        "published",
        "dated_by",
        "language",
        "text",
        "labels",
        "problems",
    } <= set(found[0])
    for row in found:
        decoded = (SEEDS / row["source"]).read_bytes().decode()
        assert len(row["labels"]) == sum(bool(line.strip()) for line in decoded.split("\n"))
        evidence = row["dated_by"]
        assert evidence["start"] is None or decoded[evidence["start"] : evidence["end"]] == evidence["text"]
    assert sum(row["published"] is not None for row in found) == 2


def test_read_explain_shows_every_line():
    run = briefing("read", "--explain", SEEDS / "002_6617be1ae8672c32.txt")
    assert "Add yours" in run.stdout
    assert len(run.stdout.splitlines()) == 1 + 10


def test_summaries_are_verbatim_and_in_text_order():
    for row in rows(briefing("summarize", SEEDS, "--sentences", 2)):
        decoded = (SEEDS / row["id"]).read_bytes().decode()
        places = [decoded.index(sentence) for sentence in row["summary"]]
        assert len(places) == 2
        assert places == sorted(places)


def test_attributions_point_into_the_decoded_source(tmp_path):
    text = "The minister said that talks had failed. “We tried,” she added."
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "x", "text": text}) + "\n", encoding="utf-8")
    (row,) = rows(briefing("attributions", tmp_path / "a.jsonl"))
    spans = [[text[a:b] for a, b in found["cue_spans"]] for found in row["attributions"]]
    assert row["id"] == "x"
    assert spans == [["said"], ["added"]]


def test_statements_are_verbatim():
    found = rows(briefing("statements", SEEDS, *PROFILE))
    assert len(found) > 50
    for row in found:
        decoded = (SEEDS / row["file"]).read_bytes().decode()
        assert decoded[row["start"] : row["end"]] == row["text"]
    keys = "id file start end text party speaker speaker_surface anonymous mode cue stance issues date_said"
    assert {*keys.split(), "date_evidence", "rule"} <= set(found[0])


def test_check(tmp_path):
    assert briefing("check", "gaza-ceasefire").returncode == 0
    bad = tmp_path / "bad.toml"
    bad.write_text('[topic]\nid = "x"\ntitel = "y"\n[[party]]\nid = "A"\nname = "A"\n', encoding="utf-8")
    run = briefing("check", bad)
    assert run.returncode == 1
    assert "bad.toml:3: topic.titel: unknown key: did you mean 'title'?" in run.stdout
    assert len(run.stdout.splitlines()) == 3  # all faults at once
    assert briefing("check", tmp_path / "none.toml").returncode == 2


def test_explain_names_the_rule_and_words_of_each_label():
    seed = SEEDS / "002_6617be1ae8672c32.txt"
    first = rows(briefing("statements", seed, *PROFILE))[0]
    run = briefing("explain", seed, *PROFILE, "--statement", first["id"])
    assert run.returncode == 0
    assert run.stdout.count("attribution ") == 1
    assert "[cue stating]" in run.stdout
    assert "\\x1b" not in run.stdout  # its own colours are for a terminal alone
    assert briefing("explain", seed, *PROFILE, "--statement", "0").returncode == 2


def test_two_processes_give_the_same_bytes(tmp_path):
    """Hash seed, locale, working directory and the order of the sources leave no trace."""
    files = sorted(SEEDS.glob("*.txt"))
    one = briefing("build", *files, *PROFILE, "--out", tmp_path / "1", PYTHONHASHSEED="1", LC_ALL="C", cwd=ROOT)
    other = briefing(
        "build", *reversed(files), *PROFILE, "--out", tmp_path / "2", PYTHONHASHSEED="2", LC_ALL="C.UTF-8", cwd=tmp_path
    )
    assert (one.returncode, other.returncode) == (0, 0), one.stderr + other.stderr
    for path in (tmp_path / "1" / "latest").iterdir():
        assert path.read_bytes() == (tmp_path / "2" / "latest" / path.name).read_bytes(), path.name


def test_sources_are_named_once_in_a_file(tmp_path):
    (tmp_path / "a.txt").write_text(
        "Talks resume\n\nThe minister said on Monday that the talks in the capital would go on after a break.\n",
        encoding="utf-8",
    )
    listed = tmp_path / "sources.toml"
    listed.write_text('[[source]]\npath = "a.txt"\npublisher = "The Harbour Post"\n', encoding="utf-8")
    (row,) = rows(briefing("read", "--sources", listed))
    assert row["publisher"] == "The Harbour Post"
    assert briefing("read").returncode == 2


def test_an_article_of_a_later_day_than_the_briefing_is_left_out_and_listed(tmp_path):
    run = briefing("build", SEEDS, *PROFILE, "--out", tmp_path, "--format", "json", "--as-of", "2024-03-01")
    assert run.returncode == 3
    assert "dated 2024-04-09, after the day of the briefing" in run.stderr
    assert "4 sources read" in run.stdout


def test_profiles_lists_prints_and_copies_the_shipped_ones(tmp_path):
    listed = briefing("profiles")
    assert listed.returncode == 0
    assert "us-congress" in listed.stdout
    assert "checked 2025-06-30" in listed.stdout
    copy = tmp_path / "mine.toml"
    assert briefing("profiles", "sudan", "--copy", copy).returncode == 0
    assert copy.read_text(encoding="utf-8") == briefing("profiles", "sudan").stdout
    assert briefing("check", copy).returncode == 0


def test_profiles_never_overwrites(tmp_path):
    mine = tmp_path / "mine.toml"
    mine.write_text("mine")
    run = briefing("profiles", "sudan", "--copy", mine)
    assert run.returncode == 2
    assert "choose another file with --copy" in run.stderr
    assert mine.read_text() == "mine"


def test_a_profile_that_is_not_shipped_is_one_line():
    run = briefing("profiles", "suden")
    assert run.returncode == 2
    assert "'suden'" in run.stderr or "suden: no shipped profile" in run.stderr
    assert len(run.stderr.strip().splitlines()) == 1


def test_a_topic_builds_on_a_shipped_profile(tmp_path):
    mine = tmp_path / "mine.toml"
    mine.write_text('[topic]\nid = "mine"\ntitle = "Mine"\nuse = ["gaza-ceasefire"]\n')
    run = briefing("build", SEEDS, "--profile", mine, "--out", tmp_path / "out", "--format", "json,csv,jsonld")
    assert run.returncode == 0, run.stderr
    assert "5 sources read, 2 dated" in run.stdout
    assert briefing("verify", tmp_path / "out" / "latest").returncode == 0


def test_a_dry_run_says_what_it_would_write_and_writes_nothing(tmp_path):
    build = ("build", SEEDS, *PROFILE, "--out", "out", "--state", "state", "--format", "md,json")
    run = briefing(*build, "--dry-run", cwd=tmp_path)
    assert run.returncode == 0, run.stderr
    assert "would write out/2024-04-09/briefing.md: " in run.stdout
    assert "5 sources read, 2 dated" in run.stdout
    assert list(tmp_path.iterdir()) == []
    briefing(*build, cwd=tmp_path)
    before = {path: path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()}
    run = briefing(*build, "--dry-run", cwd=tmp_path)
    assert {line.rpartition(", ")[2] for line in run.stdout.splitlines() if "would write" in line} == {"the same"}
    assert before == {path: path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()}


def test_watch_builds_again_when_a_source_changes(tmp_path):
    news = tmp_path / "news"
    news.mkdir()
    (news / "a.txt").write_bytes(min(SEEDS.glob("*.txt")).read_bytes())
    words = ("build", "news", *PROFILE, "--out", "out", "--state", "state", "--format", "json", "--as-of", "2024-05-01")
    with started(*words, "--watch", cwd=tmp_path) as run:
        assert "1 sources read" in line_with(run, "as of")
        (news / "b.txt").write_bytes(sorted(SEEDS.glob("*.txt"))[1].read_bytes())
        assert line_with(run, "changed:").strip().endswith("b.txt")
        assert "2 sources read" in line_with(run, "as of")


def test_nothing_local_to_watch_is_a_mistake():
    run = briefing("build", "https://news.example/x", *PROFILE, "--watch")
    assert run.returncode == 2
    assert "none of the sources is a file or folder" in run.stderr
