"""The Markdown of an issue as the program wrote it, whatever an editor has done to the file since."""

from __future__ import annotations

import json
from pathlib import Path

from briefing import archive
from briefing.build.made import shown_to_people
from briefing.codec import CodecError, from_named
from briefing.errors import BriefingError
from briefing.merged import Briefing
from briefing.plan import Look

_MARKDOWN, _DATA = "briefing.md", "briefing.json"


def original_markdown(folder: Path) -> str | None:
    """The Markdown of the issue in `folder`, made anew from its JSON.

    None where it cannot be had: no issue, no JSON in it, templates of one's own, or another program than the one that
    made it. What is returned has the bytes that the manifest names.
    """
    manifest = archive.read_manifest(folder)
    if manifest is None or _MARKDOWN not in manifest["outputs"]:
        return None
    try:
        briefing = from_named(Briefing, json.loads((folder / _DATA).read_bytes()))
        look = Look(**{**manifest["look"], "sections": _tuple(manifest["look"]["sections"])})
        body = shown_to_people(briefing, [_MARKDOWN.partition(".")[2]], look)[_MARKDOWN]
    except (OSError, ValueError, KeyError, TypeError, CodecError, BriefingError):
        return None
    return body.decode() if archive.sha256(body) == manifest["outputs"][_MARKDOWN] else None


def _tuple(sections: list[str] | None) -> tuple[str, ...] | None:
    return None if sections is None else tuple(sections)
