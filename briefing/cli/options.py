"""Options that several commands share, and the reading of sources for all of them."""

from __future__ import annotations

import functools
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from briefing.cli.terminal import shown
from briefing.errors import UsageError
from briefing.ingest import IngestOptions, documents
from briefing.records import Problem, RawDocument

PARTLY_READ = 3

profile_option = click.option(
    "--profile", "profile_name", required=True, metavar="P", help="A shipped topic profile, or the path of your own."
)


def source_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """SOURCES with --sources, --clean, --follow and --allow-private; the command gets `sources` and `options`."""

    @functools.wraps(command)
    def wrapped(
        *,
        sources: tuple[str, ...],
        lists: tuple[str, ...],
        clean: bool,
        follow: bool,
        allow_private: bool,
        **rest: Any,
    ) -> Any:
        given = (*sources, *lists)
        if not given:
            raise UsageError("no sources: give files, folders, URLs, - for standard input, or --sources FILE")
        options = IngestOptions(clean=clean, follow=follow, allow_private=allow_private, cache=_page_cache(given))
        return command(sources=given, options=options, **rest)

    for option in (
        click.option("--allow-private", is_flag=True, help="Fetch from addresses of private networks, too."),
        click.option("--follow", is_flag=True, help="Fetch the pages that the entries of feeds link to."),
        click.option("--clean", is_flag=True, help="Treat the text of JSON lines as scraped pages, too."),
        click.option("--sources", "lists", multiple=True, metavar="FILE", help="Sources as sources.toml lists them."),
        click.argument("sources", nargs=-1, metavar="SOURCES…"),
    ):
        wrapped = option(wrapped)
    return wrapped


def _page_cache(sources: Sequence[str]) -> Path | None:
    """Where fetched pages are kept for the next run; nowhere when there is nothing that could be fetched."""
    if all(Path(source).suffix != ".toml" and "://" not in source for source in sources):
        return None
    import platformdirs  # noqa: PLC0415 - only where something is fetched

    return platformdirs.user_cache_path("briefing") / "pages"


def summary_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """--method, --engine for the summary alone, --sentences and --words."""
    return budget_options(
        click.option("--engine", default="own", show_default=True, metavar="E", help="own or sumy.")(command)
    )


def budget_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """--method, --sentences and --words."""
    command = click.option("--words", type=click.IntRange(1), metavar="N", help="Key sentences up to N words.")(command)
    command = click.option("--sentences", type=click.IntRange(1), metavar="N", help="N key sentences an article.")(
        command
    )
    return click.option("--method", default="briefing", show_default=True, metavar="M", help="Summarising method.")(
        command
    )


class Sources:
    """The documents of one call, with what could not be read reported at the end on stderr."""

    def __init__(self, sources: Sequence[str], options: IngestOptions) -> None:
        self.unreadable: list[Problem] = []
        self._sources = sources
        self._options = options

    def __iter__(self) -> Iterator[RawDocument]:
        """The documents, one after the other."""
        return documents(self._sources, self._options, self.unreadable)

    def finish(self) -> int:
        """List what could not be read and return the exit code."""
        for problem in self.unreadable:
            click.echo(f"briefing: {shown(problem.where)}: {shown(problem.message)}", err=True)
        return PARTLY_READ if self.unreadable else 0


def emit(row: dict[str, Any]) -> None:
    """Print one JSON line; a lone surrogate in an article is written as its escape."""
    line = json.dumps(row, ensure_ascii=False)
    try:
        line.encode()
    except UnicodeEncodeError:
        line = json.dumps(row, ensure_ascii=True)
    sys.stdout.buffer.write(line.encode() + b"\n")


def day(value: str | None, option: str) -> str | None:
    """The ISO day of an option. Raises UsageError when it is no date."""
    from datetime import date  # noqa: PLC0415

    if value is None:
        return None
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise UsageError(f"{option} {value}: no date: write it as 2024-04-09") from error
