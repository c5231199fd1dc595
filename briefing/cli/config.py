"""`briefing config`: each setting and where it comes from."""

from __future__ import annotations

import json

import click

from briefing.cli.settings import settings
from briefing.config import SETTINGS


@click.command("config")
def command() -> int:
    """Show each setting of `briefing build`, its value, and the file that it comes from."""
    found = settings()
    width = max(map(len, SETTINGS))
    for name in SETTINGS:
        if name in found:
            click.echo(f"{name:{width}}  {json.dumps(found[name].value)}  from {found[name].file}")
        else:
            click.echo(f"{name:{width}}  not set")
    return 0
