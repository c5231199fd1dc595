"""Which engine does which work: one option for all of them."""

import pytest

from benchmarks.generator import PROFILE as PROFILE_OF_LAKE
from benchmarks.generator import articles
from briefing.errors import UsageError
from briefing.plan import Engines, engines_of
from tests.cli.run import PROFILE, SEEDS, briefing
from tests.unattended.helpers import tree


@pytest.mark.parametrize(
    ("words", "engines"),
    [
        ("own", Engines()),
        ("sumy", Engines(summary="sumy")),
        ("dask", Engines(reading="dask")),
        ("dask, sumy", Engines(summary="sumy", reading="dask")),
        ("dask,dask", Engines(reading="dask")),
        ("duckdb", Engines(strands="duckdb")),
        ("memory,local", Engines(strands="memory")),
    ],
)
def test_a_name_tells_the_work_that_it_does(words, engines):
    assert engines_of(words) == engines


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("dusk", "no engine 'dusk': there are own, sumy, local, dask, auto, memory, duckdb"),
        ("", "no engine ''"),
        ("own,dask,sumy", "own and sumy do the same work"),
    ],
)
def test_lists_that_say_nothing_clear(words, told):
    with pytest.raises(UsageError, match=told):
        engines_of(words)


def test_an_issue_is_the_same_whoever_finds_the_strands(tmp_path):
    (tmp_path / "in").mkdir()
    for article in articles(30, sentences=8):
        path = article.write(tmp_path / "in")
        path.with_stem(f"{path.stem}_again").write_bytes(path.read_bytes().replace(b" The ", b" Then the ", 1))
    (tmp_path / "lake.toml").write_text(PROFILE_OF_LAKE, encoding="utf-8")
    for engine in ("memory", "duckdb"):
        run = briefing(
            *("build", tmp_path / "in", "--profile", tmp_path / "lake.toml", "--out", tmp_path / engine),
            *("--state", tmp_path / f"state-{engine}", "--engine", engine),
        )
        assert (run.returncode, run.stderr) == (0, "")
    assert tree(tmp_path / "memory") == tree(tmp_path / "duckdb")


def test_a_scheduler_is_only_for_dask(tmp_path):
    run = briefing("build", SEEDS, *PROFILE, "--out", tmp_path / "out", "--scheduler", "tcp://127.0.0.1:8786")
    assert (run.returncode, run.stderr.count("\n")) == (2, 1)
    assert "give --engine dask, too" in run.stderr
