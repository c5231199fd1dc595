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
            click.echo(f"{name:{width}}  {_default(name)}")
    return 0


def _default(name: str) -> str:
    """What `briefing build` does where nothing sets it."""
    from briefing.cli.build import command as build  # noqa: PLC0415 - which loads the renderers

    option = next((p for p in build.params if f"--{name}" in p.opts), None)
    value = option.default if option is not None else None
    return f"{json.dumps(value)}  by default" if isinstance(value, str | int | float | bool) else "not set"
