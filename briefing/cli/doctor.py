"""`briefing doctor`: check the installation and the settings."""

from __future__ import annotations

import click

from briefing.cli.build import state_of
from briefing.cli.settings import settings
from briefing.cli.terminal import shown
from briefing.doctor import examine


@click.command("doctor")
def command() -> int:
    """Check program, profile, sources, folders, store, browser and mail settings. Exit 1 on a fault."""
    values = {name: setting.value for name, setting in settings().items()}
    state, _ = state_of(values.get("state"))
    findings = examine(values, state)
    for finding in findings:
        click.echo(f"{finding.level:5}  {finding.what:9}  {shown(finding.message)}")
    return 1 if any(finding.level == "fault" for finding in findings) else 0
