"""What changed between any two issues, as text, Markdown and JSON."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from briefing.archive import EDITION, OutputError, read_edition
from briefing.errors import UsageError
from briefing.merge import compare
from briefing.merged import ChangeRow, Edition, Said, SaidStand
from briefing.records import Span
from briefing.render.escape import markdown, visible
from briefing.text import fingerprint

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
        return _from_json(json.loads(path.read_bytes()))
    except (ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        raise OutputError(f"{path}: no JSON briefing: give an issue's folder or its briefing.json") from error


def _from_json(value: Mapping[str, Any]) -> Edition:
    """The edition that a JSON briefing holds. Raises KeyError, TypeError and the like on anything else."""
    names = {source["number"]: source["source"] for source in value["sources"]}
    topic = value["topic"]
    return Edition(
        as_of=value["as_of"],
        topic=topic["id"],
        title=topic["title"],
        parties=tuple((p["id"], p["name"]) for p in topic["parties"]),
        issues=tuple((i["id"], i["title"]) for i in topic["issues"]),
        sources=tuple((s["source"], s["publisher"], s["published"]) for s in value["sources"]),
        statements=tuple(_said(s, names) for s in value["statements"]),
    )


def _said(row: Mapping[str, Any], names: Mapping[int, str]) -> Said:
    lead = row["lead"]
    marks = (row["id"].rpartition("-")[2].rstrip("x"), *(fingerprint(c["text"]) for c in row["citations"]))
    return Said(
        id=row["id"],
        marks=tuple(dict.fromkeys(marks)),
        party=row["party"],
        speaker=row["speaker"]["name"],
        issues=tuple((i["issue"], i["stance"]) for i in row["issues"] if i["issue"] is not None),
        day=row["date_said"]["iso"] or row["date_said"]["by"],
        first_seen=row["first_seen"],
        last_seen=row["last_seen"],
        sources=tuple(dict.fromkeys(names[c["source"]] for c in row["citations"])),
        text=lead["text"],
        line=lead["line"],
        span=Span(lead["span"]["start"], lead["span"]["end"]),
        mode=row["mode"],
        person=row["speaker"]["person"],
        stands=tuple(
            SaidStand(x["stance"], x["object"], tuple(x["issues"]), x["direction"], tuple(x["about"]))
            for x in row["stands"]
        ),
        also_parties=tuple(row["also_parties"]),
    )


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
