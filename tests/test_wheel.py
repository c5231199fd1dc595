"""A wheel built from the repository works outside the checkout: it holds templates, lexicons and profiles."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_the_data(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    for name in (
        "templates/briefing.html.j2",
        "languages/en/cues.toml",
        "profiles/gaza-ceasefire.toml",
        "locale/de.po",
    ):
        assert f"briefing/{name}" in names


def test_the_main_job_runs_from_the_wheel(wheel, tmp_path):
    """In an environment of its own, with the packages of this one beside it and the checkout out of sight."""
    venv.create(tmp_path / "env", with_pip=False)
    python = tmp_path / "env" / "bin" / "python"
    found = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        capture_output=True,
        text=True,
        check=True,
    )
    site = Path(found.stdout.strip())
    zipfile.ZipFile(wheel).extractall(site)
    packages = next(Path(p) for p in sys.path if p.endswith("site-packages"))
    (tmp_path / "packages").mkdir()
    for entry in packages.iterdir():  # all but the link to the checkout
        if "briefing" not in entry.name:
            (tmp_path / "packages" / entry.name).symlink_to(entry)
    run = subprocess.run(
        [
            python,
            "-m",
            "briefing",
            "build",
            ROOT / "seeds",
            "--profile",
            "gaza-ceasefire",
            "--state",
            tmp_path / "state",
        ],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "packages")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert (tmp_path / "out" / "latest" / "briefing.html").stat().st_size > 10_000
