"""`briefing store`: look after what runs keep."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from briefing.cli.build import state_of
from briefing.cli.options import emit
from briefing.cli.terminal import shown
from briefing.errors import UsageError
from briefing.store import NAME, Store

_state = click.option("--state", metavar="DIR", help="Folder of the store. Default: the user's state folder.")


@click.group("store")
def command() -> None:
    """Check, shrink or export what runs keep: digests of articles, statements with first and last issue, runs."""


@command.command("check")
@_state
def check(state: str | None) -> int:
    """Check the store. Exit 1 when something in it does not hold."""
    with _open(state) as store:
        faults = store.check()
        for fault in faults:
            click.echo(shown(fault))
        if not faults:
            click.echo(f"{store.path}: sound: " + ", ".join(f"{n} {name}" for name, n in store.counts().items()))
    return 1 if faults else 0


@command.command("vacuum")
@_state
def vacuum(state: str | None) -> int:
    """Drop digests that no run has used for 90 days, and give the room back."""
    with _open(state) as store:
        click.echo(f"{store.vacuum(datetime.now(tz=UTC).date().isoformat())} readings dropped")
    return 0


@command.command("export")
@_state
def export(state: str | None) -> int:
    """Print each statement and each run as a JSON line."""
    with _open(state) as store:
        for table, row in store.export():
            emit({"table": table, **row})
    return 0


def _open(state: str | None) -> Store:
    folder, _ = state_of(state)
    if not (folder / NAME).is_file():
        raise UsageError(f"{folder}: no store: `briefing build` makes one; name its folder with --state")
    return Store(folder)
