"""Which engine does which work: one option for all of them."""

import pytest

from briefing.errors import UsageError
from briefing.plan import Engines, engines_of
from tests.cli.run import PROFILE, SEEDS, briefing


@pytest.mark.parametrize(
    ("words", "engines"),
    [
        ("own", Engines()),
        ("sumy", Engines(summary="sumy")),
        ("dask", Engines(reading="dask")),
        ("dask, sumy", Engines(summary="sumy", reading="dask")),
        ("dask,dask", Engines(reading="dask")),
    ],
)
def test_a_name_tells_the_work_that_it_does(words, engines):
    assert engines_of(words) == engines


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("dusk", "no engine 'dusk': there are own, sumy, local, dask"),
        ("", "no engine ''"),
        ("own,dask,sumy", "own and sumy do the same work"),
    ],
)
def test_lists_that_say_nothing_clear(words, told):
    with pytest.raises(UsageError, match=told):
        engines_of(words)


def test_a_scheduler_is_only_for_dask(tmp_path):
    run = briefing("build", SEEDS, *PROFILE, "--out", tmp_path / "out", "--scheduler", "tcp://127.0.0.1:8786")
    assert (run.returncode, run.stderr.count("\n")) == (2, 1)
    assert "give --engine dask, too" in run.stderr
