"""`briefing verify`: check a published issue against its sources."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.archive import read_manifest
from briefing.cli.terminal import shown
from briefing.verify import report, verify_all


@click.command("verify")
@click.argument("files", nargs=-1, required=True, metavar="FILE…", type=click.Path(path_type=Path))
@click.option("--sources", multiple=True, metavar="PATH", help="Where the sources are now. Default: where they were.")
@click.option("--profile", metavar="P", help="The profile of the issue, if it has moved.")
@click.option(
    "--key", metavar="PUBLIC", type=click.Path(path_type=Path), help="The issue must be signed with this Ed25519 key."
)
@click.option("--quiet", "-q", is_flag=True, help="Say nothing when all is well.")
def command(
    files: tuple[Path, ...], sources: tuple[str, ...], profile: str | None, key: Path | None, *, quiet: bool
) -> int:
    """Check each FILE of an issue, or all files of a folder: quotations, sources, labels and manifest.

    Exit 1 when something does not hold, 3 when all holds that could be checked, but not all could.
    """
    faults = notes = 0
    given = [file for one in files for file in _files(one)]
    for file, verdict in verify_all(given, sources=sources, profile=profile, key=key):
        faults += len(verdict.faults)
        notes += len(verdict.notes)
        for line in report(file, verdict) if verdict.faults or verdict.notes or not quiet else ():
            click.echo(shown(line))
    return 1 if faults else 3 if notes else 0


def _files(given: Path) -> list[Path]:
    """The file, or the outputs of the issue in the folder."""
    manifest = read_manifest(given) if given.is_dir() else None
    return [given] if manifest is None else [given / name for name in sorted(manifest["outputs"])]
