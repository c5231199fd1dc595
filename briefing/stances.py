"""The stances as `stances.toml` lists them: what each of them means, for every step and every page.

No other module names a stance: it asks a row what it is, or takes the one row of its kind.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from importlib import resources
from types import MappingProxyType
from typing import Any, Literal, get_args

from briefing.errors import UsageError
from briefing.records import Stance
from briefing.toml_file import parsed

Kind = Literal["stand", "charge", "condition", "words", "silence"]
Told = Literal["object", "deed", "clause"]
_FILE = "stances.toml"
_ID = re.compile(r"[a-z]+(_[a-z]+)*")


@dataclass(frozen=True, slots=True)
class Row:
    """One stance; `stances.toml` tells what the fields mean."""

    id: Stance
    rank: int
    glyph: str
    word: str  # in English
    kind: Kind = "stand"
    direction: int = 0
    family: str | None = None
    towards: bool = False
    refuses: bool = False
    of_facts: bool = False
    proposals: bool = False
    told: Told = "object"
    yields_to: Stance | None = None
    of_saying: Stance | None = None
    of_claim: Stance | None = None
    of_harm: Stance | None = None
    of_not: Stance | None = None
    of_others: Stance | None = None


def read_rows(data: bytes, where: str) -> Mapping[Stance, Row]:
    """The rows of a table (TOML) by their ids, in its order. Raises UsageError with a line that says what is wrong."""
    given = parsed(data, where).get("stance", [])
    found: dict[Stance, Row] = {}
    for row in given:
        place = f"{where}: stance {row.get('id')!r}"
        for fault in _faults(row, [str(other.get("id")) for other in given]):
            raise UsageError(f"{place}: {fault}")
        found[row["id"]] = Row(**row)
    for fault in _faults_together(list(found.values()), len(given)):
        raise UsageError(f"{where}: {fault}")
    return MappingProxyType(found)


_CHECKS: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    "id": (lambda v: isinstance(v, str) and bool(_ID.fullmatch(v)), "small letters and underscores"),
    "rank": (lambda v: type(v) is int, "a whole number"),
    "direction": (lambda v: type(v) is int and v in (-1, 0, 1), "1, 0 or -1"),
    "kind": (lambda v: v in get_args(Kind), f"one of {', '.join(get_args(Kind))}"),
    "told": (lambda v: v in get_args(Told), f"one of {', '.join(get_args(Told))}"),
    **dict.fromkeys(("glyph", "word", "family"), (lambda v: isinstance(v, str) and v.strip() != "", "a text")),
    **dict.fromkeys(("towards", "refuses", "of_facts", "proposals"), (lambda v: type(v) is bool, "true or false")),
}


def _faults(row: Mapping[str, Any], ids: list[str]) -> Iterator[str]:
    known = [field.name for field in fields(Row)]
    yield from (f"missing {key!r}" for key in ("id", "rank", "glyph", "word") if key not in row)
    for key, value in row.items():
        if key not in known:
            yield f"{key}: unknown: {_hint(key, known)}"
        elif key in _CHECKS and not _CHECKS[key][0](value):
            yield f"{key}: must be {_CHECKS[key][1]}"
        elif key not in _CHECKS and value not in ids:
            yield f"{key}: {value!r} is no stance: {_hint(str(value), ids)}"


def _faults_together(rows: list[Row], given: int) -> Iterator[str]:
    if len(rows) < given:
        yield "two stances have one id: make one row of the two"
    for one in rows:
        twin = next((other for other in rows if other is not one and other.rank == one.rank), None)
        if twin is not None:
            yield f"{one.id!r} and {twin.id!r} have the rank {one.rank}: give one of them another"
        if one.yields_to and any(other.id == one.yields_to and other.yields_to for other in rows):
            yield f"{one.id!r} yields to {one.yields_to!r}, which yields itself"
    for kind in ("words", "silence"):
        if sum(row.kind == kind for row in rows) != 1:
            yield f"one stance must be of the kind {kind!r}"


def _hint(word: str, known: list[str]) -> str:
    close = difflib.get_close_matches(word, known, 1)
    return f"did you mean {close[0]!r}?" if close else f"known: {', '.join(known)}"


STANCES = read_rows((resources.files(__package__) / _FILE).read_bytes(), _FILE)
RANKED: tuple[Stance, ...] = tuple(sorted(STANCES, key=lambda stance: STANCES[stance].rank))
WORDS: Stance = next(row.id for row in STANCES.values() if row.kind == "words")  # no stand is taken
SILENCE: Stance = next(row.id for row in STANCES.values() if row.kind == "silence")


def checked(word: object, where: str) -> Stance:
    """The stance that a table names. Raises UsageError, with the place `where`, when there is no such row."""
    if not isinstance(word, str) or word not in STANCES:
        raise UsageError(f"{where}: {word!r} is no stance: {_hint(str(word), list(STANCES))} ({_FILE} has the rows)")
    return Stance(word)


def takes_stand(stance: Stance) -> bool:
    """Whether a statement with this stance is for or against something, and not only words or silence."""
    return STANCES[stance].kind not in ("words", "silence")
