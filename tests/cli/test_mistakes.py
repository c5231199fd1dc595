"""A user's mistake is one clear line and an exit code, a bad source is listed and the run goes on."""

import json

import pytest

from tests.cli.run import PROFILE, SEEDS, briefing, rows

ARTICLE = (
    "Talks resume\n\nThe minister said on Monday that the talks in the capital would resume next week, after a break.\n"
)


def assert_one_line(run, code, *words):
    assert run.returncode == code, run.stderr
    assert "Traceback" not in run.stderr
    assert len(run.stderr.strip().splitlines()) == 1, run.stderr
    for word in words:
        assert word in run.stderr


def test_empty_folder(tmp_path):
    assert_one_line(briefing("build", tmp_path, *PROFILE, "--out", tmp_path / "out"), 2, "nothing to read")


def test_missing_path(tmp_path):
    assert_one_line(briefing("read", tmp_path / "none.txt"), 2, "none.txt")


def test_unknown_profile_format_method_and_date(tmp_path):
    out = ("--out", tmp_path)
    assert_one_line(briefing("build", SEEDS, "--profile", "gaza-ceasefir", *out), 2, "gaza-ceasefire")
    assert_one_line(briefing("build", SEEDS, *PROFILE, *out, "--format", "md,docx"), 2, "docx", "known")
    assert_one_line(briefing("build", SEEDS, *PROFILE, *out, "--method", "best"), 2, "best", "lex-rank")
    assert_one_line(briefing("build", SEEDS, *PROFILE, *out, "--as-of", "yesterday"), 2, "2024-04-09")
    assert_one_line(briefing("build", SEEDS, *PROFILE, *out, "--sentences", "0"), 2, "sentences")
    assert_one_line(briefing("build", SEEDS), 2, "--profile")
    assert_one_line(briefing("biuld"), 2, "biuld")


def test_output_that_cannot_be_written(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert_one_line(briefing("build", SEEDS, *PROFILE, "--out", tmp_path / "file"), 2, "--out")


BAD = {
    "binary": b"\x7fELF\x00\x00\x01\x02" * 200,
    "empty": b"",
    "white space": b" \n\n ",
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_beside_a_good_one(tmp_path, name):
    (tmp_path / "good.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(BAD[name])
    run = briefing("read", tmp_path)
    assert run.returncode == 3
    assert "bad.txt" in run.stderr
    assert [row["source"] for row in rows(run)] == ["good.txt"]


def test_a_bad_file_alone_is_nothing_readable(tmp_path):
    (tmp_path / "bad.txt").write_bytes(BAD["binary"])
    assert_one_line(briefing("read", tmp_path), 2, "bad.txt")


def test_fifty_megabytes_in_one_line(tmp_path):
    (tmp_path / "good.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "long.txt").write_bytes(b"word " * 10_000_000)
    run = briefing("read", tmp_path)
    assert run.returncode == 3
    assert "long.txt" in run.stderr
    assert [row["source"] for row in rows(run)] == ["good.txt"]


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig"])
def test_encodings(tmp_path, encoding):
    text = ARTICLE.replace("The minister", "The minister, Zoë Özil,")
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    (row,) = rows(briefing("read", tmp_path))
    assert "Zoë Özil" in row["text"]


def test_a_broken_row_of_json_lines_is_listed(tmp_path):
    good = json.dumps({"id": "a", "text": ARTICLE})
    (tmp_path / "a.jsonl").write_text(f"{good}\n{{broken\n", encoding="utf-8")
    run = briefing("read", tmp_path / "a.jsonl")
    assert run.returncode == 3
    assert len(rows(run)) == 1
    assert "a.jsonl" in run.stderr


def test_control_characters_of_an_article_do_not_reach_the_terminal(tmp_path):
    (tmp_path / "a.txt").write_text(ARTICLE.replace("talks", "ta\x1b[31mlks\u202e"), encoding="utf-8")
    run = briefing("explain", tmp_path / "a.txt", *PROFILE)
    assert "\x1b[31m" not in run.stdout
    assert "\u202e" not in run.stdout
