"""A correction written into the file, so that what a person wrote there stays as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from briefing.corrections.entries import KNOWN_BY, parse
from briefing.errors import UsageError
from briefing.profile import Profile
from briefing.toml_file import key_lines, parsed

Value = str | bool


def write(path: Path, kind: str, values: Mapping[str, Value], remarks: Sequence[str], profile: Profile) -> None:
    """Write an entry to the file at `path`, made where there is none. Raises UsageError when it does not hold.

    Where the file has an entry for the same statement or speaker, its keys get the new values; every other line of the
    file stays. `remarks` become comments above a new entry.
    """
    try:
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        before += "" if not before or before.endswith("\n") else "\n"
        at = _found(before, path.name, kind, values)
        if at is None:
            text = before + _entry(kind, values, remarks, first=not before)
        else:
            text = _changed(before, (kind, at), values)
        parse(text.encode(), path.name, profile)
        _put(path, text.encode())
    except OSError as error:
        raise _unwritten(path, error) from error


def _found(text: str, where: str, kind: str, values: Mapping[str, Value]) -> int | None:
    """The place, from 0, of the entry for the same statement or speaker among those of its kind."""
    rows = parsed(text.encode(), where).get(kind, [])
    key = KNOWN_BY[kind]
    same = (n for n, row in enumerate(rows) if isinstance(row, dict) and row.get(key) == values.get(key))
    return next(same, None)


def _changed(text: str, place: tuple[str, int], values: Mapping[str, Value]) -> str:
    """The text with the values in the entry: in the line of their key, else behind the header."""
    lines, known = text.splitlines(keepends=True), key_lines(text)
    fresh = []
    for key, value in values.items():
        row = f"{key} = {_toml(key, value)}\n"
        if (*place, key) in known:
            lines[known[*place, key] - 1] = row
        else:
            fresh.append(row)
    header = known[place]
    return "".join([*lines[:header], *fresh, *lines[header:]])


def take_back(path: Path, before: bytes, after: bytes) -> None:
    """Give the file the bytes that it had before an entry. Raises UsageError when it is no longer as it was after."""
    try:
        if path.read_bytes() != after:
            raise UsageError(f"{path}: edited since: take the entry out of it by hand")
        _put(path, before)
    except OSError as error:
        raise _unwritten(path, error) from error


def _put(path: Path, body: bytes) -> None:
    """The whole new file or the whole old one, whenever the program dies."""
    fresh = path.with_name(f".new-{path.name}")
    fresh.write_bytes(body)
    fresh.replace(path)


def _unwritten(path: Path, error: OSError) -> UsageError:
    return UsageError(f"{path}: {error.strerror or error}: mend its rights, or name another with --corrections")


def _entry(kind: str, values: Mapping[str, Value], remarks: Sequence[str], *, first: bool) -> str:
    told = "".join(f"# {_one_line(remark)}\n" for remark in remarks)
    rows = "".join(f"{key} = {_toml(key, value)}\n" for key, value in values.items())
    return f"{'' if first else chr(10)}{told}[[{kind}]]\n{rows}"


def _one_line(remark: str) -> str:
    """The words of an article as a comment may hold them."""
    return "".join(char for char in " ".join(remark.split()) if char.isprintable())


def _toml(key: str, value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if key == "day":
        return value  # a date stands bare
    escaped = "".join(_ESCAPES.get(char, char if char.isprintable() else f"\\U{ord(char):08x}") for char in value)
    return f'"{escaped}"'


_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
