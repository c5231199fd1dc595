"""`briefing check`: validate a topic profile, and hold it against articles."""

from __future__ import annotations

import click

from briefing import corrections
from briefing import profile as profiles
from briefing.cli.options import Sources
from briefing.cli.terminal import shown
from briefing.errors import ProfileError, UsageError
from briefing.ingest import IngestOptions
from briefing.profile import Profile


@click.command("check")
@click.argument("profile_name", metavar="PROFILE")
@click.argument("sources", nargs=-1, metavar="[SOURCES…]")
def command(profile_name: str, sources: tuple[str, ...]) -> int:
    """Check a topic profile and its corrections; all faults at once, each with its line and a suggestion.

    Exit 1 on faults. Notes follow: names and terms that catch too much. With SOURCES they tell who speaks most without
    a party, what is never seen, what is too common, and whose office is over; notes change no exit code.
    """
    try:
        profile = profiles.load(profile_name)
    except ProfileError as error:
        if error.unreadable:
            raise
        for fault in error.faults:
            click.echo(shown(fault))
        return 1
    desk = corrections.beside(profile_name)
    try:
        corrections.load(desk, profile)
    except UsageError as error:
        for fault in str(error).splitlines():
            click.echo(shown(fault))
        return 1
    people = sum(len(party.members) for party in profile.parties)
    click.echo(f"{profile_name}: sound: {len(profile.parties)} parties, {people} people, {len(profile.issues)} issues")
    return _advise(profile, sources)


def _advise(profile: Profile, sources: tuple[str, ...]) -> int:
    from briefing import advice  # noqa: PLC0415 - only sound profiles are held against anything
    from briefing.languages import load  # noqa: PLC0415
    from briefing.pipeline import read_document  # noqa: PLC0415

    for note in advice.of_profile(profile):
        click.echo(shown(f"note: {note}"))
    if not sources:
        return 0
    given, lexicon = Sources(sources, IngestOptions()), load(profile.language)
    readings = [read_document(raw, profile=profile, lexicon=lexicon) for raw in given]
    for note in advice.with_articles(profile, readings):
        click.echo(shown(f"note: {note}"))
    return given.finish()
