"""Frozen records as plain JSON and back. Exact: what is decoded is equal to what was encoded.

A record is a list of its fields in order, a tuple a list; the types of the fields say what the lists mean, so that the
JSON carries no names. Reader and writer of a type are written out as one expression each, once, when first needed:
thousands of records are read at the start of a run. Only records of this program are ever made, whatever the JSON says.
"""

from __future__ import annotations

import dataclasses
import json
import sys
import types
import typing
from collections.abc import Callable
from typing import Any, TypeVar

from briefing.errors import BriefingError

T = TypeVar("T")
_SCALARS = (str, int, float, bool, type(None))


class CodecError(BriefingError):
    """The bytes are not those of the record."""


def dumps(record: Any) -> bytes:
    """The record as JSON (UTF-8). Lone surrogates of a source stay, as escapes."""
    text = json.dumps(_made("w", type(record))(record), ensure_ascii=False, separators=(",", ":"), check_circular=False)
    try:
        return text.encode()
    except UnicodeEncodeError:
        return json.dumps(json.loads(text), separators=(",", ":")).encode()


def loads(kind: type[T], body: bytes | str) -> T:
    """The record of type `kind` that `body` holds. Raises CodecError when it holds something else."""
    try:
        record: T = _made("r", kind)(json.loads(body))
    except (ValueError, TypeError, IndexError, KeyError, RecursionError) as error:
        raise CodecError(f"no {kind.__name__}: {error}") from error
    return record


def named(record: Any) -> dict[str, Any]:
    """The record as a JSON object for others to read, its fields by their names; nested records likewise.

    Fields that are marked UNSHOWN stay inside the program.
    """
    value: dict[str, Any] = _made("n", type(record))(record)
    return value


def from_named(kind: type[T], value: Any) -> T:
    """The record of type `kind` that an object of `named` describes: made by another version of this program, perhaps.

    Fields that the record does not have are passed over; those with a default may be missing. Raises CodecError.
    """
    try:
        record: T = _made("o", kind)(value)
    except (ValueError, TypeError, IndexError, KeyError, AttributeError) as error:
        raise CodecError(f"no {kind.__name__}: {error!r}") from error
    return record


_MADE: dict[tuple[str, Any], Callable[[Any], Any]] = {}  # written once a process for each type, never changed


def _made(way: str, kind: Any) -> Callable[[Any], Any]:
    """The function that turns a record of `kind` into lists ("w") or objects ("n"), or these into it ("r", "o")."""
    if (way, kind) not in _MADE:
        _MADE[way, kind] = _make(way, kind)
    return _MADE[way, kind]


def _make(way: str, kind: Any) -> Callable[[Any], Any]:
    names: dict[str, Any] = {}
    body = _record(way, kind, "v", names)
    made: Callable[[Any], Any] = eval(f"lambda v: {body}", names)  # noqa: S307 - written from our own types
    return made


def unshown_fields(kind: Any) -> frozenset[str]:
    """The fields of a record by which steps decide and that `named` leaves out."""
    if not dataclasses.is_dataclass(kind):
        return frozenset()
    return frozenset(field.name for field in dataclasses.fields(kind) if not field.metadata.get("shown", True))


def _fields(kind: type) -> list[tuple[str, Any]]:
    hints = typing.get_type_hints(kind)
    if dataclasses.is_dataclass(kind):
        return [(field.name, hints[field.name]) for field in dataclasses.fields(kind)]
    return list(hints.items())  # a NamedTuple


def _record(way: str, kind: type, value: str, names: dict[str, Any]) -> str:
    """The expression for a record at `value`: another function where it has fields that are records."""
    fields = _fields(kind)
    if way == "n":
        unshown = unshown_fields(kind)
        shown = ((name, hint) for name, hint in fields if name not in unshown)
        given = (f"{name!r}:{_expression(way, hint, f'{value}.{name}', names)}" for name, hint in shown)
        return "{" + ",".join(given) + "}"
    if way == "w":
        return "[" + ",".join(_expression(way, hint, f"{value}.{name}", names) for name, hint in fields) + "]"
    names[kind.__name__] = kind
    if way == "o":
        given = (f"{name}={_given(kind, name, hint, value, names)}" for name, hint in fields)
        return f"{kind.__name__}({','.join(given)})"
    parts = ",".join(_expression(way, hint, f"{value}[{i}]", names) for i, (_, hint) in enumerate(fields))
    return f"{kind.__name__}({parts})"


def _given(kind: Any, name: str, hint: Any, value: str, names: dict[str, Any]) -> str:
    """The expression for a field of an object at `value`: its default where the object is of an older program."""
    there = _expression("o", hint, f"{value}[{name!r}]", names)
    default = getattr(kind, "__dataclass_fields__", {}).get(name)
    if default is None or default.default is dataclasses.MISSING:
        return there
    names[f"{kind.__name__}_{name}"] = default.default
    return f"({there} if {name!r} in {value} else {kind.__name__}_{name})"


def _expression(way: str, hint: Any, value: str, names: dict[str, Any]) -> str:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if way in "ro" and (hint is str or isinstance(hint, typing.NewType)):
        names["intern"] = sys.intern
        return f"intern({value})"  # thousands of records share their names, labels, ids of rules, and sentences around
    if hint in _SCALARS or origin is typing.Literal or isinstance(hint, typing.NewType):
        return value
    if origin in (typing.Union, types.UnionType):
        (inner,) = (a for a in arguments if a is not type(None))
        some = _expression(way, inner, value, names)
        return value if some == value else f"(None if {value} is None else {some})"
    if origin is tuple:
        return _sequence(way, arguments, value, names)
    if typing.get_type_hints(hint) and all(h in _SCALARS for _, h in _fields(hint)):
        return _record(way, hint, value, names)  # a small record is written out in place
    name = f"{way}_{hint.__name__}"
    names[name] = _made(way, hint)
    return f"{name}({value})"


def _sequence(way: str, arguments: tuple[Any, ...], value: str, names: dict[str, Any]) -> str:
    start, end = ("(", ",)") if way in "ro" else ("[", "]")
    if arguments[-1] is not Ellipsis:
        return start + ",".join(_expression(way, a, f"{value}[{i}]", names) for i, a in enumerate(arguments)) + end
    item = _expression(way, arguments[0], "x", names)
    if item == "x":
        return f"tuple({value})" if way in "ro" else value
    return f"tuple([{item} for x in {value}])" if way in "ro" else f"[{item} for x in {value}]"
