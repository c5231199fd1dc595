"""`briefing site`: the web site of all issues in a folder."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.errors import UsageError
from briefing.render.escape import web_url
from briefing.site import build_site


@click.command("site")
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--url", metavar="URL", help="Where the site will be: full addresses in feeds and sitemap.")
@click.option("--title", metavar="TEXT", help="Name of the site. Default: the topic of the newest issue.")
@click.option("--quiet", "-q", is_flag=True, help="Say nothing when all is well.")
def command(out: Path, url: str | None, title: str | None, *, quiet: bool) -> int:
    """Build index, calendar, search, party and issue pages, sitemap and feeds of the issues in OUT."""
    if url is not None and web_url(url) is None:
        raise UsageError(f"--url {url}: no web address: write it as https://example.org/briefings")
    files = build_site(out, url=url, title=title)
    if not quiet:
        click.echo(f"{out / 'index.html'}: {len(files)} files")
    return 0
