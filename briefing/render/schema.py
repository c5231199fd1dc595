"""The JSON Schema of `briefing.json`, read off the records, so that the two cannot part.

`docs/schema/briefing.schema.json` is what `python -m briefing.render.schema` prints; a test compares them, so that a
change of the records shows as a change of the published file. Adding a field keeps the version, taking one away or
changing what it means raises it.
"""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from typing import Any

from briefing.codec import unshown_fields
from briefing.merged import Briefing, Change, Part, Topic
from briefing.records import Span, Stance
from briefing.render.data import CHANGE, SCHEMA
from briefing.stances import RANKED

_NAMES: dict[object, str] = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}
_OFFSET = {"type": "integer", "minimum": 0}
_TEXT = {"type": "string"}


def schema() -> dict[str, Any]:
    """The schema (draft 2020-12) of the whole document."""
    definitions: dict[str, Any] = {}
    root = _record(Briefing, definitions)
    definitions["Part"] = _with_schema(_record(Part, definitions))
    definitions["Part"]["properties"]["statements"] = {"type": "array", "items": {"$ref": "#/$defs/PartStatement"}}
    definitions["PartStatement"] = _without(CHANGE, definitions["Statement"])
    files = {
        "type": "array",
        "items": _TEXT,
        "description": "Of a large briefing: the files that hold its days, each a Part.",
    }
    root = _with_schema(root)
    root["properties"] |= {"parts": files, "news": _news()}
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"urn:{SCHEMA.replace('/', ':')}"}
    return {**head, "title": "Briefing", **root, "$defs": dict(sorted(definitions.items()))}


def to_text() -> str:
    """The schema as the published file has it."""
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"


def _type(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of a field's type. Records become definitions."""
    origin, parts = typing.get_origin(hint), typing.get_args(hint)
    if hint in _NAMES:
        return {"type": _NAMES[hint]}
    if hint is Stance or origin is typing.Literal:
        return {"enum": list(parts or RANKED)}
    if origin in {typing.Union, types.UnionType}:
        return _union([_type(part, definitions) for part in parts])
    if origin is tuple and parts[-1] is Ellipsis:
        return {"type": "array", "items": _type(parts[0], definitions)}
    if origin is tuple:
        return {"type": "array", "prefixItems": [_type(p, definitions) for p in parts], "minItems": len(parts)}
    name = hint.__name__
    if name not in definitions:
        definitions[name] = {}  # known from here on, should it hold itself
        definitions[name] = _SPECIAL[hint]() if hint in _SPECIAL else _record(hint, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _union(parts: list[dict[str, Any]]) -> dict[str, Any]:
    if all(set(part) == {"type"} for part in parts):
        return {"type": [part["type"] for part in parts]}
    return {"anyOf": parts}


def _record(record: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    hints = typing.get_type_hints(record)
    names = [f.name for f in dataclasses.fields(record) if f.name not in unshown_fields(record)]
    fields = {name: _type(hints[name], definitions) for name in names}
    return _object(" ".join((record.__doc__ or "").split()), fields)


def _with_schema(record: dict[str, Any]) -> dict[str, Any]:
    """The schema of a record in a file of its own, which begins with the version."""
    properties = {"schema": {"const": SCHEMA}, **record["properties"]}
    return {**record, "properties": properties, "required": ["schema", *record["required"]]}


def _without(name: str, record: dict[str, Any]) -> dict[str, Any]:
    """The schema of a record that lacks a field."""
    left = {key: value for key, value in record["properties"].items() if key != name}
    return _object(record["description"], left)


def _news() -> dict[str, Any]:
    description = (
        "Of a large briefing: what happened to statements of its parts since the issue before, by their ids. What is "
        "not listed is known where `previous` is a day, else new."
    )
    return {"type": "object", "additionalProperties": _type(Change, {}), "description": description}


def _object(description: str, properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "description": description,
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _span() -> dict[str, Any]:
    description = "A half-open range of Unicode code points in the decoded source."
    return _object(description, {"start": _OFFSET, "end": _OFFSET})


def _topic() -> dict[str, Any]:
    item = {"anyOf": [_TEXT, {"type": "null"}], "description": "An item of Wikidata: Q42."}
    party = _object("A party and its name.", {"id": _TEXT, "name": _TEXT, "wikidata": item})
    person = _object("A person who speaks for a party.", {"name": _TEXT, "wikidata": _TEXT})
    issue = _object("An issue and its title.", {"id": _TEXT, "title": _TEXT})
    rows = {"parties": party, "people": person, "issues": issue}
    lists = {key: {"type": "array", "items": row} for key, row in rows.items()}
    checked = {"anyOf": [_TEXT, {"type": "null"}], "description": "When its facts were last held against the world."}
    plain = {"id": _TEXT, "title": _TEXT, "language": _TEXT}
    described = {**plain, **lists, "sha256": _TEXT, "checked": checked}
    return _object("What the profile calls things; sha256 identifies the profile.", described)


_SPECIAL = {Span: _span, Topic: _topic}


if __name__ == "__main__":
    print(to_text(), end="")  # noqa: T201 - this is what the module is called for
