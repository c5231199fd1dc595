"""`briefing profiles`: the topics that come with the program, to use, to build on, or to copy and change."""

from __future__ import annotations

from pathlib import Path

import click

from briefing import profile as profiles
from briefing.errors import UsageError


@click.command("profiles")
@click.argument("name", required=False)
@click.option("--copy", "place", metavar="FILE", help="Copy the profile NAME to FILE, which must not exist yet.")
def command(name: str | None, place: str | None) -> int:
    """List the shipped topic profiles: name, title, period, and the day on which their facts were last checked.

    With NAME, print that profile.
    """
    if name is None and place is None:
        for known in profiles.names():
            click.echo(_line(known))
        return 0
    if name is None or name not in profiles.names():
        raise UsageError(f"{name or 'no NAME'}: no shipped profile: choose from {', '.join(profiles.names())}")
    body = profiles.shipped(name)
    if place is None:
        click.echo(body.decode(), nl=False)
        return 0
    try:
        with Path(place).open("xb") as file:
            file.write(body)
    except OSError as error:
        raise UsageError(f"{place}: {error.strerror or error}: choose another file with --copy") from error
    click.echo(f"{place}: copied; change what differs, then `briefing check {place}`", err=True)
    return 0


def _line(name: str) -> str:
    profile = profiles.load(name)
    people = sum(len(party.members) for party in profile.parties)
    held = f"{len(profile.parties)} parties, {people} people, {len(profile.issues)} issues"
    period = f"{profile.since or '…'} to {profile.until or 'today'}"
    return f"{name:<20} {profile.title}; {period}; {held}; checked {profile.checked or 'never'}"
