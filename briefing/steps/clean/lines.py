"""The non-empty lines of a text, with their places."""

from __future__ import annotations

from typing import NamedTuple

from briefing.records import Span


class Line(NamedTuple):
    """A non-empty line without the white space around it. `gap` counts the blank lines before it."""

    text: str
    span: Span  # into the decoded source
    gap: int


def split_lines(decoded: str) -> list[Line]:
    """The lines of `decoded`, parted at line feeds, that hold more than white space; in order."""
    found: list[Line] = []
    start, gap = 0, 0
    for piece in decoded.split("\n"):
        stripped = piece.strip("\ufeff").strip()
        if stripped:
            begin = start + piece.index(stripped)
            found.append(Line(stripped, Span(begin, begin + len(stripped)), gap))
            gap = 0
        else:
            gap += 1
        start += len(piece) + 1
    return found
