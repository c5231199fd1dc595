"""`briefing completion`: the script that a shell needs."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(context: click.Context, shell: str) -> int:
    """Print the completion script of SHELL: `source <(briefing completion bash)` in its start file."""
    made = get_completion_class(shell)
    if made is not None:
        click.echo(made(context.find_root().command, {}, "briefing", "_BRIEFING_COMPLETE").source())
    return 0
