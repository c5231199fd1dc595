"""The corrections of a desk: `corrections.toml`, checked, one record an entry.

A `[[statement]]` is known by the digits of its id, which are made from its words alone: it keeps its correction when
its article changes elsewhere, when the folder moves, and when another version of the program labels it otherwise. A
`[[speaker]]` is known by the name that the briefing prints.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from pathlib import Path
from typing import Any

from briefing.errors import UsageError
from briefing.profile import Profile
from briefing.records import Stance
from briefing.stances import RANKED
from briefing.toml_file import key_lines, parsed

NAME = "corrections.toml"
_ID = re.compile(r"[^\W\d_]+-([0-9a-f]{6,})x*")
_BOTH: Mapping[str, type] = {"party": str, "hide": bool, "note": str}
_KEYS: Mapping[str, Mapping[str, type]] = {
    "statement": {
        "id": str,
        "speaker": str,
        "day": date,
        "stance": str,
        "object": str,
        "issue": str,
        "not_issue": str,
        **_BOTH,
    },
    "speaker": {"name": str, "same_as": str, **_BOTH},
}
KNOWN_BY = {"statement": "id", "speaker": "name"}
_TYPES = {str: "a text", bool: "true or false", date: "a date such as 2024-04-09"}


@dataclass(frozen=True, slots=True)
class Correction:
    """One entry. Of `statement` (an id) and `name` (of a speaker) exactly one is set; None leaves a label as it is."""

    line: int
    statement: str | None = None
    name: str | None = None
    party: str | None = None  # the profile's id; empty: of no party
    speaker: str | None = None  # for a statement the speaker, for a speaker who it is
    day: str | None = None
    stance: Stance | None = None
    object: str | None = None
    issue: str | None = None
    not_issue: str | None = None
    hide: bool = False
    note: str | None = None

    @property
    def fingerprint(self) -> str | None:
        """The part of the statement's id that is made from its words."""
        found = _ID.fullmatch(self.statement or "")
        return found[1] if found else None

    @property
    def about(self) -> str:
        """What the entry is known by, for messages."""
        return f"statement {self.statement}" if self.statement else f"speaker {self.name}"

    def same_as(self, other: Correction) -> bool:
        """The same entry, on whatever line it stands."""
        return all(getattr(self, f.name) == getattr(other, f.name) for f in fields(self) if f.name != "line")


@dataclass(frozen=True, slots=True)
class Corrections:
    """All entries, and the text of the file without its comments, which an issue keeps.

    Comments hold whole sentences of the sources, of which an issue may reproduce no more than `--max-share`.
    """

    entries: tuple[Correction, ...]
    text: str
    where: str = NAME


NO_CORRECTIONS = Corrections((), "")


def beside(profile: str) -> Path:
    """Where the corrections for a profile lie: in its folder, for a shipped profile in the current one."""
    path = Path(profile)
    return (path.parent if path.suffix == ".toml" else Path()) / NAME


def load(path: Path, profile: Profile) -> Corrections:
    """The corrections at `path`, none where there is no file. Raises UsageError, a line for each fault."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return NO_CORRECTIONS
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}: mend its rights, or name another with --corrections") from error
    return parse(data, path.name, profile)


def parse(data: bytes, where: str, profile: Profile) -> Corrections:
    """The corrections that `data` (TOML) holds. Raises UsageError, a line for each fault."""
    rows, text = parsed(data, where), data.decode("utf-8-sig")
    lines = key_lines(text)
    faults = tuple(f"{where}:{lines.get(place, 1)}: {told}" for place, told in _faults(rows, profile))
    if faults:
        raise UsageError("\n".join(faults))
    entries = [_entry(row, lines[kind, n]) for kind in _KEYS for n, row in enumerate(rows.get(kind, ()))]
    return Corrections(tuple(sorted(entries, key=lambda entry: entry.line)), _bare(text, rows), where)


def _bare(text: str, rows: Mapping[str, Any]) -> str:
    """The text with empty lines for comments; as it is where a line of a longer text looks like one."""
    bare = "\n".join("" if line.lstrip().startswith("#") else line for line in text.split("\n"))
    return bare if tomllib.loads(bare) == rows else text


def _entry(row: Mapping[str, Any], line: int) -> Correction:
    known = {key: value for key, value in row.items() if key not in ("id", "name", "same_as", "day")}
    return Correction(
        line=line,
        statement=row.get("id"),
        name=row.get("name"),
        day=str(row["day"]) if "day" in row else None,
        **({"speaker": row["same_as"]} if "same_as" in row else {}),
        **known,
    )


Place = tuple[Any, ...]


def _faults(rows: Mapping[str, Any], profile: Profile) -> Iterator[tuple[Place, str]]:
    for kind in rows:
        if kind not in _KEYS or not isinstance(rows[kind], list):
            yield (kind,), f"{kind}: write entries as [[statement]] or [[speaker]]"
    seen: set[tuple[str, str]] = set()
    for kind, keys in _KEYS.items():
        given = rows.get(kind, ())
        for n, row in enumerate(given if isinstance(given, list) else ()):
            place = (kind, n)
            if not isinstance(row, dict):
                yield place, f"{kind}: must be written as [[{kind}]]"
                continue
            yield from _of_row(row, kind, keys, place)
            yield from _of_values(row, place, profile)
            known = (kind, str(row.get(KNOWN_BY[kind])))
            if known in seen:
                yield place, f"{kind}: {known[1]!r} stands twice: make one entry of the two"
            seen.add(known)


def _of_row(row: Mapping[str, Any], kind: str, keys: Mapping[str, type], place: Place) -> Iterator[tuple[Place, str]]:
    key_of = KNOWN_BY[kind]
    for key, value in row.items():
        if key not in keys:
            close = difflib.get_close_matches(key, keys, 1)
            yield (*place, key), f"{key}: unknown: " + (f"did you mean {close[0]!r}?" if close else ", ".join(keys))
        elif not isinstance(value, keys[key]) or isinstance(value, datetime):
            yield (*place, key), f"{key}: must be {_TYPES[keys[key]]}"
    if key_of not in row:
        yield place, f"{kind}: missing {key_of!r}"
    elif not set(row) - {key_of, "note"}:
        yield place, f"{kind}: corrects nothing: add one of {', '.join(k for k in keys if k not in (key_of, 'note'))}"


def _of_values(row: Mapping[str, Any], place: Place, profile: Profile) -> Iterator[tuple[Place, str]]:
    choices: Mapping[str, list[str]] = {
        "party": ["", *(party.id for party in profile.parties)],
        "issue": [issue.id for issue in profile.issues],
        "not_issue": [issue.id for issue in profile.issues],
        "stance": [*RANKED],
    }
    for key, known in choices.items():
        value = row.get(key)
        if isinstance(value, str) and value not in known:
            close = difflib.get_close_matches(value, known, 1)
            hint = f"did you mean {close[0]!r}?" if close else f"known: {', '.join(filter(None, known))}"
            yield (*place, key), f"{key}: {value!r} is unknown: {hint}"
    if isinstance(row.get("id"), str) and not _ID.fullmatch(row["id"]):
        yield (*place, "id"), f"id: {row['id']!r} is no id of a statement, such as isr-0a1b2c3d4e5f"
    if ("object" in row or "issue" in row) and "stance" not in row:
        yield place, "statement: an object or issue needs its stance"
