"""What changed between any two issues, as text, Markdown and JSON."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path

from briefing.archive import EDITION, OutputError, read_edition
from briefing.codec import CodecError
from briefing.errors import UsageError
from briefing.merge import compare, edition_of
from briefing.merged import ChangeRow, Edition, Said
from briefing.read_back import read_briefing
from briefing.render.escape import markdown, visible

WORDS = {"new": "new", "repeated": "repeated", "gone": "no longer reported", "changed": "changed label"}


def read_issue(path: Path) -> Edition:
    """The edition of an issue: of its folder, of any file in it, or of a JSON briefing on its own.

    Raises UsageError or OutputError.
    """
    folder = path if path.is_dir() else path.parent
    if path.name != EDITION and (folder / EDITION).is_file():
        path = folder / EDITION
    if not path.is_file():
        raise UsageError(f"{path}: no issue: give an issue's folder or its briefing.json")
    if path.name == EDITION:
        return read_edition(path)
    try:
        return edition_of(read_briefing(path))
    except (CodecError, OSError, KeyError) as error:
        raise OutputError(f"{path}: no JSON briefing: give an issue's folder or its briefing.json") from error


def to_json(before: Edition, after: Edition) -> str:
    """The rows as JSON, with the days of both issues."""
    rows = [dataclasses.asdict(row) for row in compare(before, after)]
    return json.dumps({"before": before.as_of, "after": after.as_of, "changes": rows}, ensure_ascii=False, indent=1)


def to_text(before: Edition, after: Edition) -> str:
    """The rows as plain text for a terminal."""
    lines = [f"{before.as_of or 'undated'} to {after.as_of or 'undated'}: {after.title}"]
    for row in compare(before, after):
        lines += ["", _head(row, before, after)]
        lines += [f"  {sign} {visible(_where(said))}: {visible(_line(said.text))}" for sign, said in _quoted(row)]
    return "\n".join(lines if len(lines) > 1 else [*lines, "no change"])


def to_markdown(before: Edition, after: Edition) -> str:
    """The rows as Markdown, with the words as block quotes."""
    lines = [f"# {markdown(after.title)}: {before.as_of or 'undated'} to {after.as_of or 'undated'}"]
    for row in compare(before, after):
        lines += ["", f"## {markdown(_head(row, before, after))}"]
        for sign, said in _quoted(row):
            when = "Before" if sign == "-" else "Now"
            lines += ["", f"**{when}** · {markdown(_where(said))}", "", f"> {markdown(_line(said.text))}"]
    return "\n".join(lines if len(lines) > 1 else [*lines, "", "No change."])


def _head(row: ChangeRow, before: Edition, after: Edition) -> str:
    parties, issues = dict((*before.parties, *after.parties)), dict((*before.issues, *after.issues))
    stances = " → ".join(dict.fromkeys(s.replace("_", " ") for s in (row.before, row.after) if s))
    count = f" ({row.count} statements)" if row.count > 1 else ""
    return f"{parties[row.party]} · {issues[row.issue]} · {WORDS[row.change]}: {stances}{count}"


def _quoted(row: ChangeRow) -> Iterator[tuple[str, Said]]:
    yield from (("-", said) for said in row.statements_before)
    yield from (("+", said) for said in row.statements_after)


def _where(said: Said) -> str:
    return f"{said.speaker or 'unknown'}, {said.day or 'date not established'}, {said.sources[0]} line {said.line}"


def _line(text: str) -> str:
    return " ".join(text.split())
