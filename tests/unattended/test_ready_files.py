"""The ready files name commands, options and settings that exist."""

import re
from pathlib import Path

import click
import pytest

from briefing.cli.main import COMMANDS, cli
from briefing.config import load

FOLDER = Path(__file__).parents[2] / "docs" / "unattended"


def test_the_settings_hold(tmp_path):
    (tmp_path / "briefing.toml").write_text((FOLDER / "briefing.toml").read_text(encoding="utf-8"), encoding="utf-8")
    assert load(tmp_path, None)["max-age"].value == 14


@pytest.mark.parametrize("name", ["crontab", "briefing.service", "publish.yml"])
def test_commands_and_options_exist(name):
    text = "\n".join(
        line for line in (FOLDER / name).read_text(encoding="utf-8").splitlines() if not line.lstrip().startswith("#")
    )
    calls = re.findall(r"(?<![\w-])briefing ((?!@)[a-z]+)([^&|;\n]*)", text)
    calls = [(command, options) for command, options in calls if command in COMMANDS]
    assert calls
    for command, options in calls:
        found = cli.get_command(click.Context(cli), command)
        assert found is not None
        known = {o for p in found.params for o in p.opts}
        if isinstance(found, click.Group):
            known |= {o for sub in found.commands.values() for p in sub.params for o in p.opts}
        assert set(re.findall(r"(?<!\S)--[a-z-]+", options)) <= known, (command, options)
