"""Where the sources of the issues in a folder lie, so that `briefing verify` finds them without being told.

The note stands beside the issues and in none of them: paths are of this machine, issues are not. They are relative to
the folder, so that folder and sources may move together.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

from briefing.addresses import parted

NAME = "places.json"


@dataclass(frozen=True, slots=True)
class Places:
    """The SOURCES, the profile and the corrections of the last build in a folder."""

    sources: tuple[str, ...]
    profile: str
    corrections: str | None = None


def write_places(work: Path, places: Places) -> None:
    """Note in the folder `work` what a build was given. Raises OSError."""
    note = {
        "sources": [_relative(s, work) for s in places.sources],
        "profile": _relative(places.profile, work),
        "corrections": _relative(places.corrections, work) if places.corrections else None,
    }
    body = json.dumps(note, indent=1) + "\n"
    path = work / NAME
    if not path.is_file() or path.read_text(encoding="utf-8") != body:
        fresh = work / f"new-{NAME}"
        fresh.write_text(body, encoding="utf-8")
        fresh.replace(path)


def read_places(work: Path) -> Places | None:
    """What was noted, with paths as seen from here; None when nothing was."""
    try:
        note = json.loads((work / NAME).read_text(encoding="utf-8"))
        corrections = note.get("corrections")
        return Places(
            tuple(_found(s, work) for s in note["sources"]),
            _found(note["profile"], work),
            _found(corrections, work) if corrections else None,
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _relative(source: str, work: Path) -> str:
    """A path that exists, relative to `work` and marked as such; anything else (URL, pattern, name) as it is."""
    return f"./{os.path.relpath(source, work)}" if Path(source).exists() else parted(source).url


def _found(source: str, work: Path) -> str:
    return os.path.normpath(work / source) if source.startswith("./") else source
