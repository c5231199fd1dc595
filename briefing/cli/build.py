"""`briefing build`: the main job."""

from __future__ import annotations

from datetime import UTC, datetime
from os import environ
from pathlib import Path

import click

from briefing import profile as profiles
from briefing.build import Built, build, formats_of
from briefing.cli.options import PARTLY_READ, day, profile_option, sources_argument, summary_options
from briefing.cli.summarize import plan_of
from briefing.ingest import IngestOptions
from briefing.render import FILES


@click.command("build")
@sources_argument
@profile_option
@click.option(
    "--as-of", metavar="DATE", help="Day of the briefing; `today` asks the clock. Default: the newest source."
)
@click.option("--since", metavar="DATE", help="Leave out statements of articles published before this day.")
@click.option("--out", default="out", show_default=True, metavar="DIR", help="Folder to write to.")
@click.option("--format", "formats", default="md,html,json,csv", show_default=True, metavar="LIST", help="Outputs.")
@click.option("--strict", is_flag=True, help="Exit 1 when there are problems in the report.")
@summary_options
def command(  # noqa: PLR0913 - the options of the command
    sources: tuple[str, ...],
    profile_name: str,
    *,
    as_of: str | None,
    since: str | None,
    out: str,
    formats: str,
    strict: bool,
    method: str,
    engine: str,
    sentences: int | None,
    words: int | None,
) -> int:
    """Build the dated briefing of SOURCES: writes OUT/AS_OF/briefing.{md,html,json,csv} and OUT/latest."""
    built = build(
        sources,
        profile=profiles.load(profile_name),
        out=Path(out),
        formats=formats_of(formats, tuple(FILES)),
        as_of=_as_of(as_of),
        since=day(since, "--since"),
        summary=plan_of(method, engine, sentences, words),
        options=IngestOptions(),
    )
    _report(built)
    if built.unreadable:
        return PARTLY_READ
    return 1 if strict and built.briefing.problems else 0


def _as_of(option: str | None) -> str | None:
    """The day asked for, else SOURCE_DATE_EPOCH's, else None. Only `today` asks the clock."""
    if option == "today":
        return datetime.now(tz=UTC).date().isoformat()
    epoch = environ.get("SOURCE_DATE_EPOCH", "")
    if option is None and epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), tz=UTC).date().isoformat()
    return day(option, "--as-of")


def _report(built: Built) -> None:
    """Where the result lies, and its headline figures; what could not be read on stderr."""
    briefing = built.briefing
    for problem in built.unreadable:
        click.echo(f"briefing: {problem.where}: {problem.message}", err=True)
    dated = sum(source.published is not None for source in briefing.sources)
    parties = len({s.party for s in briefing.statements if s.party})
    click.echo(f"{built.folder}")
    click.echo(
        f"as of {briefing.as_of or 'no established date'}: {len(briefing.sources)} sources read, {dated} dated, "
        f"{len(briefing.statements)} statements, {parties} parties, {len(briefing.problems)} problems"
    )
