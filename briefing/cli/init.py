"""`briefing init`: a first topic profile from a folder of articles."""

from __future__ import annotations

from pathlib import Path

import click

from briefing import profile as profiles
from briefing.cli.options import Sources, source_options
from briefing.errors import UsageError
from briefing.ingest import IngestOptions
from briefing.init import draft_profile, updated_profile
from briefing.languages import Lexicon, load
from briefing.pipeline import read_document
from briefing.records import Reading


@click.command("init")
@source_options
@click.option("--out", metavar="FILE", help="Write to FILE, which must not exist yet, instead of standard output.")
@click.option("--title", metavar="T", help="Title of the topic. Default: from the name of the folder.")
@click.option("--update", metavar="PROFILE", help="Print this profile with what it lacks of SOURCES; its lines stay.")
def command(
    sources: tuple[str, ...], options: IngestOptions, *, out: str | None, title: str | None, update: str | None
) -> int:
    """Write a first topic profile: who speaks in SOURCES, grouped into parties, and what recurs as an issue."""
    profile = profiles.load(update) if update else None
    given, lexicon = Sources(sources, options), load("en")
    readings = [read_document(raw, profile=profiles.EMPTY, lexicon=lexicon) for raw in given]
    if profile is not None and update is not None:
        text = updated_profile(profiles.written(update), profile, readings, lexicon=lexicon)
    else:
        text = _draft(sources, readings, title, lexicon)
    if out is None:
        click.echo(text, nl=False)
    else:
        _write(Path(out), text)
    return given.finish()


def _draft(sources: tuple[str, ...], readings: list[Reading], title: str | None, lexicon: Lexicon) -> str:
    first = Path(sources[0]).resolve()
    name = first.name if first.is_dir() else first.parent.name
    return draft_profile(
        readings,
        topic_id="-".join((title or name).casefold().split()) or "topic",
        title=title or name.replace("-", " ").replace("_", " ").capitalize() or "Topic",
        lexicon=lexicon,
    )


def _write(path: Path, text: str) -> None:
    """Write a file that does not exist yet: a profile somebody has worked on is never lost."""
    try:
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError as error:
        raise UsageError(f"{path}: exists already: choose another --out, or move the file away") from error
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}: choose another --out") from error
    click.echo(f"{path}: finish it by hand, then run: briefing check {path}", err=True)
