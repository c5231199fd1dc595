"""`briefing review`: walk through an issue on a page of this machine, and correct it."""

from __future__ import annotations

from pathlib import Path

import click

from briefing import archive, corrections
from briefing import profile as profiles
from briefing.errors import UsageError
from briefing.places import read_places
from briefing.review import desk_of, serve


@click.command("review")
@click.argument("folder", default="out/latest", type=click.Path(path_type=Path), metavar="[FOLDER]")
@click.option("--profile", "profile_name", metavar="P", help="The profile. Default: the one the issue was built with.")
@click.option("--corrections", "file", metavar="FILE", help="The file to write to. Default: the one the issue has.")
@click.option("--port", default=0, metavar="N", type=click.IntRange(0, 65535), help="Port. Default: any that is free.")
def command(folder: Path, profile_name: str | None, file: str | None, port: int) -> int:
    """Serve a page on this machine that walks through the issue in FOLDER, to correct its labels by keyboard.

    It shows the statements of the front page, then the unsure ones; prints its address, which opens once; and ends with
    Ctrl-C.
    """
    places = read_places(folder.parent / archive.WORK)
    name = profile_name or (places.profile if places else None)
    if name is None:
        raise UsageError(f"{folder}: nothing tells its profile: give it with --profile")
    noted = places.corrections if places and profile_name is None else None
    path = Path(file or noted or corrections.beside(name))
    serve(desk_of(folder, path, profiles.load(name)), port, click.echo)
    return 0
