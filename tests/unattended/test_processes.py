"""Real processes: a warm run loads little, two at once exclude each other, a killed one leaves all whole."""

import contextlib
import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from benchmarks.generator import PROFILE, articles
from briefing import archive
from briefing import profile as profiles
from briefing.archive import read_manifest
from briefing.build import Plan, build
from briefing.places import read_places
from briefing.verify import verify
from tests.unattended.helpers import tree

HEAVY = ("sumy", "nltk", "numpy", "trafilatura", "rich", "feedparser", "lxml", "jinja2", "briefing.pipeline")
SEEDS = Path(__file__).parents[2] / "seeds"
KILLS = int(os.environ.get("BRIEFING_TEST_KILLS", "8"))  # the full measure is 50


@pytest.fixture
def place(tmp_path):
    (tmp_path / "in").mkdir()
    for article in articles(40, sentences=8):
        article.write(tmp_path / "in")
    (tmp_path / "lake.toml").write_text(PROFILE, encoding="utf-8")
    return tmp_path


def command(place, out="out", *more):
    base = [sys.executable, "-m", "briefing", "build", str(place / "in"), "--profile", str(place / "lake.toml")]
    return [*base, "--out", str(place / out), "--state", str(place / f"state-{out}"), "--format", "md,json", *more]


def start(arguments, **more):
    return subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **more)


def finish(arguments):
    return subprocess.run(arguments, capture_output=True, text=True, check=False, timeout=120)


def test_a_run_with_nothing_new_loads_no_step_and_takes_half_the_time(tmp_path):
    code = (
        "import sys, time, json; sys.argv[0] = 'briefing'\n"
        "from briefing.cli import main\n"
        "try:\n    main()\n"
        "except SystemExit as end:\n"
        f"    print(json.dumps([end.code, time.process_time(), [m for m in {HEAVY!r} if m in sys.modules]]))"
    )
    options = ["--profile", "gaza-ceasefire", "--out", str(tmp_path / "out"), "--state", str(tmp_path / "state"), "-q"]
    runs = [finish([sys.executable, "-c", code, "build", str(SEEDS), *options]) for _ in range(2)]
    first, second = (json.loads(run.stdout) for run in runs)
    assert first[0] == second[0] == 0
    assert "sumy" not in first[2]
    assert second[2] == []
    assert second[1] <= 0.5 * first[1]


def test_quiet_says_nothing_and_json_says_it_in_json(place):
    assert finish(command(place, "out", "--quiet")).stdout == ""
    done = finish(command(place, "out", "--log-format", "json"))
    assert done.stdout == ""
    built, figures = (json.loads(line) for line in done.stderr.splitlines())
    assert built["event"] == "built"
    assert built["unchanged"] is True
    assert figures["sources"] == 40


@pytest.mark.parametrize("other", ["same state", "same out"])
def test_of_two_runs_at_once_one_works_and_one_tells_who_holds_it(place, other):
    held = place / ("state-out" if other == "same state" else "out/.briefing")
    code = (
        "import sys, time; from pathlib import Path; from briefing.lock import locked\n"
        f"with locked(Path({str(held)!r}), '--state'):\n    print('held', flush=True); sys.stdin.read()"
    )
    holder = start([sys.executable, "-c", code], stdin=subprocess.PIPE)
    assert holder.stdout.readline() == "held\n"
    refused = finish(command(place))
    holder.communicate()
    assert refused.returncode == 4
    assert f"process {holder.pid}, for " in refused.stderr
    assert finish(command(place)).returncode == 0


def test_the_lock_of_a_dead_process_is_taken_over(place):
    for folder in (place / "state-out", place / "out" / ".briefing"):
        folder.mkdir(parents=True)
        (folder / "lock").write_text("999999999")
    assert finish(command(place)).returncode == 0


def test_where_the_sources_lie_is_noted_before_the_issue_is_in_place(tmp_path, monkeypatch):
    def stop(out, *_):
        raise InterruptedError(read_places(out / archive.WORK))

    monkeypatch.setattr(archive, "publish", stop)
    with pytest.raises(InterruptedError, match="seeds"):
        build([str(SEEDS)], Plan(profiles.load("gaza-ceasefire"), ("md",)), out=tmp_path / "out")


def test_killed_at_any_moment_nothing_is_broken(place):
    undisturbed = finish(command(place, "calm"))
    assert undisturbed.returncode == 0
    dice = random.Random(5)
    began = time.monotonic()
    finish(command(place, "timing"))
    whole = time.monotonic() - began
    for number in range(KILLS):
        jobs = ["--jobs", "2"] if number % 2 else []
        run = start(command(place, f"out{number}", *jobs), start_new_session=True)
        with contextlib.suppress(subprocess.TimeoutExpired):
            run.wait(dice.uniform(0, whole))
        run.kill()
        run.communicate()
        out = place / f"out{number}"
        for folder in (f for f in out.glob("*") if read_manifest(f)):
            assert verify(folder / "briefing.md").faults == ()
        again = finish(command(place, f"out{number}"))
        assert again.returncode == 0, again.stderr
        assert tree(out) == tree(place / "calm")


def test_a_terminated_run_ends_its_workers_and_leaves_old_files_whole(place):
    assert finish(command(place)).returncode == 0
    before = tree(place / "out")
    for article in articles(400, seed=9):
        article.write(place / "in")
    run = start(command(place, "out", "--jobs", "2"))
    with pytest.raises(subprocess.TimeoutExpired):
        run.wait(1.0)
    run.terminate()
    run.communicate(timeout=30)
    assert run.returncode == 143
    assert tree(place / "out") == before


def test_two_processes_give_the_same_bytes_as_one(place):
    assert finish(command(place, "one")).returncode == 0
    assert finish(command(place, "two", "--jobs", "2")).returncode == 0
    assert tree(place / "one") == tree(place / "two")


@pytest.fixture
def small_disk(tmp_path):
    """A file system of three megabytes, where the tests may mount one; it can be made read-only."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if (
        os.name != "posix"
        or os.geteuid()
        or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", folder], capture_output=True, check=False
        ).returncode
    ):
        pytest.skip("no right to mount a file system")
    yield folder
    subprocess.run(["umount", folder], check=True)


@pytest.mark.parametrize("what", ["full", "read-only"])
@pytest.mark.parametrize("option", ["--out", "--state"])
def test_a_disk_that_cannot_be_written(place, small_disk, what, option):
    assert finish(command(place, "out", option, str(small_disk / "x"))).returncode == 0
    before = tree(small_disk)
    if what == "full":
        (place / "in" / "more").mkdir()
        for article in articles(400, seed=9):
            article.write(place / "in" / "more")
    else:
        subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    done = finish(command(place, "out", option, str(small_disk / "x")))
    assert done.returncode == 2
    assert option in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert "Traceback" not in done.stderr
    if option == "--out":
        assert tree(small_disk) == before
        assert verify(small_disk / "x" / "latest" / "briefing.md").faults == ()
