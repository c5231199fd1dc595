"""`briefing init` through the real command."""

from tests.cli.run import SEEDS, briefing


def test_the_draft_goes_to_stdout_and_holds(tmp_path):
    run = briefing("init", SEEDS, "--title", 'Talks on "Gaza"')
    assert run.returncode == 0
    path = tmp_path / "draft.toml"
    path.write_text(run.stdout, encoding="utf-8")
    check = briefing("check", path)
    assert check.returncode == 0, check.stdout
    assert 'title = "Talks on \\"Gaza\\""' in run.stdout


def test_a_profile_is_never_overwritten(tmp_path):
    path = tmp_path / "mine.toml"
    assert briefing("init", SEEDS, "--out", path).returncode == 0
    before = path.read_bytes()
    run = briefing("init", SEEDS, "--out", path)
    assert run.returncode == 2
    assert "exists already" in run.stderr
    assert path.read_bytes() == before


def test_two_processes_give_the_same_bytes():
    drafts = {briefing("init", SEEDS, PYTHONHASHSEED=seed).stdout for seed in ("1", "2")}
    assert len(drafts) == 1
