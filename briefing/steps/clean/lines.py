"""The non-empty lines of a text with their places, and the paragraphs that hard-wrapped lines make."""

from __future__ import annotations

from typing import NamedTuple

from briefing.records import Span

# Mail programs and terminals wrap between these widths, in characters.
_NARROW, _WIDE = 45, 90


class Line(NamedTuple):
    """A non-empty line without the white space around it. `gap` counts the blank lines before it."""

    text: str
    span: Span  # into the decoded source
    gap: int


class Block(NamedTuple):
    """Lines that make one paragraph: one line, or several of a hard-wrapped text. `text` joins them by spaces."""

    text: str
    lines: tuple[Line, ...]


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


def blocks(lines: list[Line]) -> list[Block]:
    """The paragraphs of a text: its lines, or what stands between blank lines where the text is hard-wrapped."""
    if not is_hard_wrapped(lines):
        return [Block(line.text, (line,)) for line in lines]
    groups: list[list[Line]] = []
    for line in lines:
        if groups and line.gap == 0:
            groups[-1].append(line)
        else:
            groups.append([line])
    return [Block(" ".join(line.text for line in group), tuple(group)) for group in groups]


def is_hard_wrapped(lines: list[Line]) -> bool:
    """True when most lines break in mid-sentence at one narrow width, and none goes on beyond it."""
    if len(lines) < 6 or max(len(line.text) for line in lines) > _WIDE:
        return False
    full = [i for i, line in enumerate(lines[:-1]) if len(line.text) >= _NARROW and lines[i + 1].gap == 0]
    broken = [i for i in full if lines[i + 1].text[0].islower() and lines[i].text[-1] not in '.!?:”"']
    return len(full) * 2 >= len(lines) and len(broken) * 2 >= len(full)
