"""The briefing of the five seeds, as a reader gets it. `pytest tests/golden --update-golden` writes it anew."""

import pytest

from tests.cli.run import PROFILE, ROOT, briefing

GOLDEN = ROOT / "tests" / "golden"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    out = tmp_path_factory.mktemp("out")
    run = briefing("build", "seeds", *PROFILE, "--out", out, "--format", "md,csv", "--state", out / "state")
    assert run.returncode == 0, run.stderr
    return out / "latest"


@pytest.mark.parametrize("name", ["briefing.md", "briefing.csv"])
def test_briefing_of_the_seeds(built, name, request):
    now = (built / name).read_text(encoding="utf-8")
    if request.config.getoption("--update-golden"):
        (GOLDEN / name).write_text(now, encoding="utf-8")
    assert now.split("\n") == (GOLDEN / name).read_text(encoding="utf-8").split("\n")
