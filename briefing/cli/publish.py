"""`briefing publish`: an edited Markdown briefing as a page, if its quotations still stand in their sources."""

from __future__ import annotations

import os
from pathlib import Path

import click

from briefing.archive import read_manifest
from briefing.build.original import original_markdown
from briefing.cli.options import Sources, source_options
from briefing.errors import UsageError
from briefing.ingest import IngestOptions
from briefing.languages import load
from briefing.offsets import shown_text
from briefing.pipeline import read_article
from briefing.render.publish import publish

_UNCHECKED = (
    "labels not checked, and the editor's words not marked: no issue with its briefing.json beside the file, by this "
    "program and its own templates; name its folder with --issue"
)


@click.command("publish")
@click.argument("file", type=click.Path(path_type=Path))
@source_options
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="PAGE",
    help="Default: .html, in an issue .published.html.",
)
@click.option(
    "--issue", type=click.Path(path_type=Path), metavar="FOLDER", help="The issue that FILE is of. Default: its folder."
)
def command(
    file: Path, sources: tuple[str, ...], options: IngestOptions, *, out: Path | None, issue: Path | None
) -> int:
    """Turn the edited briefing FILE into the page PAGE. SOURCES are those it was built from.

    Refused, with the lines named, when a block quote no longer stands character for character in its source, or a label
    was changed by hand: `briefing correct` changes one. Words of the editor's own are marked as such.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file}: cannot be read as UTF-8 text: give a briefing in Markdown") from error
    given, lexicon = Sources(sources, options), load("en")
    texts = {}
    for raw in given:
        article, cleaned = read_article(raw, lexicon=lexicon)
        texts[raw.source] = shown_text(article, cleaned.decoded)
    page = out or _beside(file)
    original = original_markdown(issue or file.parent)
    if original is None:
        click.echo(_UNCHECKED, err=True)
    body = publish(text, texts, original)
    try:
        _write(page, body)
    except OSError as error:
        raise UsageError(f"{page}: {error.strerror or error}: choose another --out") from error
    click.echo(str(page))
    return given.finish()


def _beside(file: Path) -> Path:
    """The page of a file; beside an issue's own page, which stays what its manifest says."""
    page = file.with_suffix(".html")
    manifest = read_manifest(file.parent)
    own = manifest is not None and page.name in manifest["outputs"]
    return file.with_suffix(".published.html") if own else page


def _write(page: Path, body: bytes) -> None:
    """Write the page whole, or leave the one that is there."""
    fresh = page.with_name(f".{page.name}.new")
    try:
        fresh.write_bytes(body)
        os.replace(fresh, page)  # noqa: PTH105 - over an older file, on every system
    finally:
        fresh.unlink(missing_ok=True)
