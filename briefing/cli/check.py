"""`briefing check`: validate a topic profile."""

from __future__ import annotations

import click

from briefing import profile as profiles
from briefing.cli.terminal import shown
from briefing.errors import ProfileError


@click.command("check")
@click.argument("profile_name", metavar="PROFILE")
def command(profile_name: str) -> int:
    """Check a topic profile; all faults at once, each with its line, its key and a suggestion. Exit 1 on faults."""
    try:
        profile = profiles.load(profile_name)
    except ProfileError as error:
        if error.unreadable:
            raise
        for fault in error.faults:
            click.echo(shown(fault))
        return 1
    people = sum(len(party.members) for party in profile.parties)
    click.echo(f"{profile_name}: sound: {len(profile.parties)} parties, {people} people, {len(profile.issues)} issues")
    return 0
