"""An issue of the seeds, and a desk over it whose corrections lie in a folder of the test."""

import pytest

from briefing import profile as profiles
from briefing.review import desk_of
from tests.cli.run import PROFILE, SEEDS, briefing


@pytest.fixture(scope="session")
def issue(tmp_path_factory):
    folder = tmp_path_factory.mktemp("review")
    run = briefing("build", SEEDS, *PROFILE, "--format", "json", "--out", folder, "--state", folder / "state")
    assert run.returncode == 0, run.stderr
    return folder / "latest"


@pytest.fixture
def desk(issue, tmp_path):
    return desk_of(issue, tmp_path / "corrections.toml", profiles.load("gaza-ceasefire"))
