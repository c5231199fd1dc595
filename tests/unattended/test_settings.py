"""Settings come from the nearest file, then from the user's; the doctor looks at what they name."""

import click
import pytest
from click.testing import CliRunner

from benchmarks.generator import PROFILE, articles
from briefing.cli.main import cli
from briefing.config import SETTINGS, defaults, load
from briefing.doctor import examine
from briefing.errors import UsageError


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A project with sources, a profile and settings; the run is in a folder below."""
    (tmp_path / "in").mkdir()
    for article in articles(2):
        article.write(tmp_path / "in")
    (tmp_path / "lake.toml").write_text(PROFILE, encoding="utf-8")
    (tmp_path / "briefing.toml").write_text('sources = ["in"]\nprofile = "lake.toml"\nout = "made"\nformat = "md"\n')
    (tmp_path / "below" / "deep").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "below" / "deep")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "user"))
    return tmp_path


def test_a_run_below_the_file_uses_it_and_its_paths(place):
    done = CliRunner().invoke(cli, ["build"], standalone_mode=False)
    assert done.return_value == 0, done.exception
    assert (place / "made" / "latest" / "briefing.md").is_file()


def test_the_command_line_counts_before_the_file(place):
    CliRunner().invoke(cli, ["build", "--out", "other", "--format", "json"], standalone_mode=False)
    assert (place / "below" / "deep" / "other" / "latest" / "briefing.json").is_file()


def test_each_setting_is_shown_with_its_file(place):
    (place / "user" / "briefing").mkdir(parents=True)
    (place / "user" / "briefing" / "briefing.toml").write_text('out = "mine"\njobs = 2\n')
    shown = CliRunner().invoke(cli, ["config"], standalone_mode=False).output
    assert f"from {place / 'briefing.toml'}" in shown
    assert f"jobs         2  from {place / 'user' / 'briefing' / 'briefing.toml'}" in shown
    assert "mine" not in shown
    assert "since        not set" in shown
    assert 'log-format   "text"  by default' in shown


def test_the_table_of_a_project_file_counts_too(place):
    (place / "below" / "pyproject.toml").write_text('[tool.briefing]\nprofile = "gaza-ceasefire"\nmax-age = 7\n')
    found = load(place / "below" / "deep", None)
    assert defaults(found) == {"profile_name": "gaza-ceasefire", "max_age": 7}


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("profil = 'x'", "did you mean 'profile'"),
        ("jobs = 'two'", "jobs: must be a number"),
        ("sources = 'in'", "must be a list of texts"),
        ("jobs = true", "must be a number"),
        ("[mail]\nhots = 'x'", "mail.hots: no such setting: did you mean 'host'"),
        ("out = ", "briefing.toml: not TOML: Invalid value"),
    ],
)
def test_a_fault_is_told_with_its_file(place, text, hint):
    (place / "briefing.toml").write_text(text)
    with pytest.raises(UsageError, match=hint):
        load(place, None)


def test_every_setting_is_an_option_of_the_command():
    parameters = {option for p in cli.get_command(click.Context(cli), "build").params for option in (*p.opts, p.name)}
    for name in set(SETTINGS) - {"mail"}:
        assert name in parameters or f"--{name}" in parameters


def levels(settings, tmp_path, **environment):
    return {(f.what, f.level) for f in examine(settings, tmp_path / "state", environment)}


def test_the_doctor_finds_all_well(place, tmp_path):
    settings = {"profile": str(place / "lake.toml"), "sources": (str(place / "in"),), "out": str(place / "made")}
    found = levels(settings, tmp_path)
    assert not [what for what, level in found if level == "fault"]
    assert ("sources", "ok") in found


MAIL = {"host": "localhost", "from": "a@example.org", "to": ["b@example.org"], "user": "a"}


@pytest.mark.parametrize(
    ("settings", "environment", "expected"),
    [
        ({"profile": "none-such"}, {}, ("profile", "fault")),
        ({"sources": ("none-such",)}, {}, ("sources", "fault")),
        ({"sources": ("https://example.org/feed",)}, {}, ("sources", "note")),
        ({"out": "/dev/null/out"}, {}, ("out", "fault")),
        ({"mail": {"host": "localhost"}}, {}, ("mail", "fault")),
        ({"mail": MAIL}, {}, ("mail", "fault")),
        ({"mail": MAIL}, {"BRIEFING_MAIL_PASSWORD": "x"}, ("mail", "ok")),
        ({}, {}, ("mail", "note")),
    ],
)
def test_the_doctor_finds_a_fault(place, tmp_path, settings, environment, expected):
    assert expected in levels(settings, tmp_path, **environment)


def test_the_doctor_finds_a_damaged_store(place, tmp_path):
    (tmp_path / "state").mkdir()
    (tmp_path / "state" / "briefing.sqlite").write_bytes(b"no database\n" * 99)
    assert ("store", "fault") in levels({}, tmp_path)
