"""Write the pages of the site beside the issues; a page whose bytes are there already is not touched."""

from __future__ import annotations

import os
from pathlib import Path

from briefing.archive import (
    EDITION,
    LATEST,
    MANIFEST,
    SIGNATURE,
    WORK,
    folder_name,
    is_inside,
    issue_folders,
    read_edition,
    read_manifest,
    swap,
    telling,
)
from briefing.errors import UsageError
from briefing.lock import locked
from briefing.merged import Edition
from briefing.site.history import history, keep
from briefing.site.issue_feeds import atom, json_feed, sitemap
from briefing.site.pages import pages

_PAGES = ("briefing.html", "briefing.md", "briefing.json", EDITION)  # the first that an issue has is linked to


def build_site(out: Path, *, url: str | None = None, title: str | None = None) -> tuple[str, ...]:
    """Build the site of the issues in `out`. Returns the names of the files that it has, relative to `out`.

    `url` is where the site will be on the web: feeds and sitemap then name their pages in full. Raises UsageError
    when there is no issue, OutputError when a file cannot be written.
    """
    found = _issues(out)
    if not found:
        raise UsageError(f"{out}: no dated issue in it: build one first with `briefing build … --out {out}`")
    seen = history(keep(found))
    name = title or seen.title
    files = {
        **pages(seen, name, undated=_undated(out)),
        "atom.xml": atom(seen, name, url),
        "feed.json": json_feed(seen, name, url),
    }
    files["sitemap.xml"] = sitemap(seen, sorted(n for n in files if n.endswith(".html")), url)
    with locked(out / WORK, "OUT"), telling(out):
        for file, body in files.items():
            _write(out / file, body, out / WORK)
        _latest(out, found[-1][0])
    return tuple(files)


def _issues(out: Path) -> list[tuple[str, Edition, str]]:
    return [(f.name, read_edition(f / EDITION), f"{f.name}/{_page(f)}") for f in issue_folders(out)]


def _undated(out: Path) -> str | None:
    """The page of the issue whose articles have no day, if there is one: it has no place among the others."""
    folder = out / folder_name(None)
    return f"{folder.name}/{_page(folder)}" if (folder / EDITION).is_file() else None


def _page(folder: Path) -> str:
    return next(name for name in _PAGES if (folder / name).is_file())


def _latest(out: Path, newest: str) -> None:
    """`latest` as a copy of the newest issue."""
    outputs = (read_manifest(out / newest) or {"outputs": {EDITION: ""}})["outputs"]
    own = (name for name in (*outputs, MANIFEST, SIGNATURE) if is_inside(name))
    names = [name for name in own if (out / newest / name).is_file()]
    swap(
        out / LATEST,
        {name: (out / newest / name).read_bytes() for name in names},
        out / WORK,
        share=out / newest,
        durable=False,
    )


def _write(path: Path, body: bytes, work: Path) -> None:
    if path.is_file() and path.read_bytes() == body:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = work / "new-page"
    fresh.write_bytes(body)
    os.replace(fresh, path)  # noqa: PTH105 - over an older file, on every system
