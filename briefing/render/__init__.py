"""A briefing in the formats that people and programs read. Pure: no clock, no network, no file is written."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Any

from briefing.errors import UsageError
from briefing.merge import MOST
from briefing.merged import Briefing
from briefing.render.views import Length, View, chosen_sections, view

FILES = {
    "md": "briefing.md",
    "html": "briefing.html",
    "json": "briefing.json",
    "csv": "briefing.csv",
    "csl": "sources.csl.json",
    "bib": "sources.bib",
    "ris": "sources.ris",
    "sqlite": "briefing.sqlite",
    "parquet": "briefing.parquet",
    "pdf": "briefing.pdf",
    "atom": "atom.xml",
    "jsonfeed": "feed.json",
    "eml": "briefing.eml",
    "text": "briefing.txt",
    "ics": "ahead.ics",
    "jsonld": "annotations.jsonld",
}
FORMATS = tuple(FILES)
_BY_DAY = ("json", "csv", "parquet")
_OF_BRIEFING = (*_BY_DAY, "sqlite")  # formats that need no more than the briefing: the others are of a view of it

# The module and function that write each format. Imported when asked for: a run pays only for what it writes.
_WRITERS = {
    "md": ("markdown", "to_markdown"),
    "html": ("html", "to_html"),
    "json": ("data", "to_json"),
    "csv": ("data", "to_csv"),
    "csl": ("references", "to_csl"),
    "bib": ("references", "to_bibtex"),
    "ris": ("references", "to_ris"),
    "sqlite": ("tables", "to_sqlite"),
    "parquet": ("tables", "to_parquet"),
    "pdf": ("pdf", "to_pdf"),
    "atom": ("feed", "to_atom"),
    "jsonfeed": ("feed", "to_json_feed"),
    "eml": ("mail", "to_mail"),
    "text": ("chat", "to_text"),
    "ics": ("agenda", "to_ics"),
    "jsonld": ("annotations", "to_annotations"),
}


def render(
    briefing: Briefing,
    formats: Sequence[str],
    *,
    templates: Path | None = None,
    language: str = "en",
    length: Length = "full",
    max_share: float | None = None,
    sections: tuple[str, ...] | None = None,
    known: Collection[str] = (),
) -> dict[str, bytes]:
    """The briefing in each of `formats`: file name → bytes, in the order asked for.

    JSON, CSV and Parquet of a briefing with more than MOST statements are files by day in folders of these names; of
    these files those that are `known` are left out.

    `templates` is a folder whose files stand before the shipped ones of the same name. `max_share` caps the share of
    each source's words that is reproduced. Raises UsageError for a format, a section, a share or a language that does
    not exist, and MissingExtraError for a format whose package is not installed.
    """
    for name in formats:
        if name not in FILES:
            raise UsageError(f"no format {name!r}: choose from {', '.join(FILES)}")
    if max_share is not None:
        from briefing.render.share import within_share  # noqa: PLC0415 - only for those who ask

        briefing = within_share(briefing, max_share)
    chosen = chosen_sections(sections, length)
    shown: View | None = None
    files: dict[str, bytes] = {}
    for name in formats:
        if name in _OF_BRIEFING:
            files |= _data(name, briefing, known)
        else:
            shown = shown or view(briefing, templates=templates, language=language, length=length, sections=chosen)
            files[FILES[name]] = _writer(name)(shown)
    return files


def _data(name: str, briefing: Briefing, known: Collection[str]) -> dict[str, bytes]:
    """The file of a data format, or its files where the format has a large briefing by days."""
    if name in _BY_DAY and len(briefing.statements) > MOST:
        from briefing.render.by_day import BY_DAY  # noqa: PLC0415 - only for large ones

        return BY_DAY[name](briefing, known)
    return {FILES[name]: _writer(name)(briefing)}


def _writer(name: str) -> Callable[[Any], bytes]:
    module, function = _WRITERS[name]
    found: Callable[[Any], bytes] = getattr(importlib.import_module(f"briefing.render.{module}"), function)
    return found
