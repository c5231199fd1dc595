"""A correction written: appended to the file, so that what a person wrote there stays as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from briefing.corrections.entries import parse
from briefing.errors import UsageError
from briefing.profile import Profile

Value = str | bool


def append(path: Path, kind: str, values: Mapping[str, Value], remarks: Sequence[str], profile: Profile) -> None:
    """Add an entry to the file at `path`, made where there is none. Raises UsageError when it does not hold."""
    try:
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        text = (
            before
            + ("" if not before or before.endswith("\n") else "\n")
            + _entry(kind, values, remarks, first=not before)
        )
        parse(text.encode(), path.name, profile)
        _put(path, text.encode())
    except OSError as error:
        raise _unwritten(path, error) from error


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
