"""`briefing diff`: what changed between two issues."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.diff import read_issue, to_json, to_markdown, to_text

_WRITERS = {"text": to_text, "md": to_markdown, "json": to_json}


@click.command("diff")
@click.argument("before", type=click.Path(path_type=Path))
@click.argument("after", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(list(_WRITERS)), default="text", show_default=True)
def command(before: Path, after: Path, *, form: str) -> int:
    """Tell what changed from issue BEFORE to issue AFTER: folders of issues, or files in them."""
    click.echo(_WRITERS[form](read_issue(before), read_issue(after)))
    return 0
