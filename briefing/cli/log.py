"""What an unattended run says: lines for people or JSON lines for a collector; a count on a terminal only."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import click

from briefing.cli.terminal import shown


def log_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """--quiet and --log-format."""
    command = click.option(
        "--log-format",
        type=click.Choice(["text", "json"]),
        default="text",
        show_default=True,
        help="Messages as text, or as JSON lines on stderr.",
    )(command)
    return click.option("--quiet", "-q", is_flag=True, help="Say nothing when all is well.")(command)


@dataclass(frozen=True, slots=True)
class Log:
    """Messages of one run. What went wrong is always said, and on stderr."""

    form: str = "text"
    quiet: bool = False

    def say(self, text: str, *, event: str, **facts: object) -> None:
        """Something that went well."""
        if self.quiet:
            return
        if self.form == "json":
            self._row({"level": "info", "event": event, **facts})
        else:
            click.echo(shown(text))

    def problem(self, text: str, *, code: str) -> None:
        """Something that did not."""
        if self.form == "json":
            self._row({"level": "warning", "event": "problem", "code": code, "message": text})
        else:
            click.echo(f"briefing: {shown(text)}", err=True)

    def _row(self, row: dict[str, object]) -> None:
        click.echo(json.dumps(row), err=True)


@contextmanager
def counter(what: str, *, shown: bool) -> Iterator[Callable[[int], None]]:
    """A function that counts what is done, shown as a bar while it lasts where stderr is a terminal."""
    if not shown or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415 - only where it is shown
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (SpinnerColumn(), TextColumn("{task.completed:.0f} {task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done: bar.advance(task, done)
