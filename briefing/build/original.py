"""The Markdown of an issue as the program wrote it, whatever an editor has done to the file since."""

from __future__ import annotations

from pathlib import Path

from briefing import archive
from briefing.build.made import shown_to_people
from briefing.codec import CodecError
from briefing.errors import BriefingError
from briefing.plan import Look
from briefing.read_back import NAME, read_briefing

_MARKDOWN = "briefing.md"


def original_markdown(folder: Path) -> str | None:
    """The Markdown of the issue in `folder`, made anew from its JSON.

    None where it cannot be had: no issue, no JSON in it, templates of one's own, or another program than the one that
    made it. What is returned has the bytes that the manifest names.
    """
    manifest = archive.read_manifest(folder)
    if manifest is None or _MARKDOWN not in manifest["outputs"]:
        return None
    try:
        briefing = read_briefing(folder / NAME)
        look = Look(**{**manifest["look"], "sections": _tuple(manifest["look"]["sections"])})
        body = shown_to_people(briefing, [_MARKDOWN.partition(".")[2]], look)[_MARKDOWN]
    except (OSError, ValueError, KeyError, TypeError, CodecError, BriefingError):
        return None
    return body.decode() if archive.sha256(body) == manifest["outputs"][_MARKDOWN] else None


def _tuple(sections: list[str] | None) -> tuple[str, ...] | None:
    return None if sections is None else tuple(sections)
