"""TOML files as people save them: UTF-8 with or without a byte-order mark, however deep."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from briefing.errors import UsageError


def parsed(data: bytes, where: str) -> dict[str, Any]:
    """The tables of a TOML file. Raises UsageError with one line that says what is wrong and where."""
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UsageError(f"{where}: not UTF-8 at byte {error.start}: save the file as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{where}: not TOML: {error}") from error
    except RecursionError as error:
        raise UsageError(f"{where}: not TOML that can be read: its brackets are nested too deep") from error


_HEADER = re.compile(r"\s*(\[\[?)\s*([\w.\"-]+)\s*\]")
_KEY = re.compile(r"\s*([\w-]+)\s*=")


def key_lines(text: str) -> dict[tuple[Any, ...], int]:
    """Line of each table header and key, by path: ("party", 0, "aliases") -> 12. Inline tables are not entered."""
    lines: dict[tuple[Any, ...], int] = {}
    counts: dict[tuple[Any, ...], int] = {}
    path: tuple[Any, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            path = _table_path(header[2].split("."), header[1] == "[[", counts)
            lines.setdefault(path, number)
        elif key := _KEY.match(line):
            lines.setdefault((*path, key[1]), number)
    return lines


def _table_path(names: list[str], is_array: bool, counts: dict[tuple[Any, ...], int]) -> tuple[Any, ...]:  # noqa: FBT001
    path: tuple[Any, ...] = ()
    for depth, name in enumerate(names):
        path = (*path, name)
        if is_array and depth == len(names) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path
