"""A briefing in the formats that people and programs read. Pure: no clock, no network, no file is written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from briefing.errors import UsageError
from briefing.merged import Briefing
from briefing.render.context import Length, View, view

FILES = {
    "md": "briefing.md",
    "html": "briefing.html",
    "json": "briefing.json",
    "csv": "briefing.csv",
}
FORMATS = tuple(FILES)


def render(
    briefing: Briefing,
    formats: Sequence[str],
    *,
    templates: Path | None = None,
    language: str = "en",
    length: Length = "full",
    sections: tuple[str, ...] | None = None,
) -> dict[str, bytes]:
    """The briefing in each of `formats`: file name → bytes, in the order asked for.

    `templates` is a folder whose files stand before the shipped ones of the same name. Raises UsageError for a format,
    a section or a language that does not exist.
    """
    for name in formats:
        if name not in FILES:
            raise UsageError(f"no format {name!r}: choose from {', '.join(FILES)}")
    shown = view(briefing, length=length, sections=sections)
    return {FILES[name]: _rendered(name, shown, templates, language) for name in formats}


def _rendered(name: str, shown: View, templates: Path | None, language: str) -> bytes:
    """One format. Each module is imported when it is asked for, so that a run pays only for what it writes."""
    if name == "md":
        from briefing.render.markdown import to_markdown  # noqa: PLC0415 - jinja2

        return to_markdown(shown, templates, language)
    if name == "html":
        from briefing.render.page import to_html  # noqa: PLC0415 - jinja2

        return to_html(shown, templates, language)
    from briefing.render import data  # noqa: PLC0415 - only for those who ask

    return data.to_json(shown.briefing) if name == "json" else data.to_csv(shown)
