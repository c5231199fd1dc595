"""`briefing templates`: what makes the look of an issue, for a user to change."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.errors import UsageError
from briefing.render.environment import shipped_templates
from briefing.render.views import SECTIONS


@click.command("templates")
@click.option("--copy", "folder", metavar="DIR", help="Copy the templates to DIR; files that are there stay.")
def command(folder: str | None) -> int:
    """List the sections and the templates; with --copy, lay the templates in DIR for `build --templates DIR`."""
    shipped = shipped_templates()
    if folder is None:
        click.echo(f"sections: {', '.join(SECTIONS)}")
        click.echo("\n".join(shipped))
        return 0
    try:
        for name, body in shipped.items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.exists():
                path.write_bytes(body)
    except OSError as error:
        raise UsageError(f"{folder}: {error.strerror or error}: choose another folder with --copy") from error
    click.echo(f"{folder}: {len(shipped)} templates", err=True)
    return 0
