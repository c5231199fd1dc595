"""What a terminal must not obey: file names and words of sources in messages."""

from __future__ import annotations


def shown(text: str) -> str:
    """`text` with every character that acts instead of showing, as escapes and marks of direction do, as its code."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c in "\n\t" else c.encode("unicode_escape").decode() for c in text)


def printable(text: str) -> str:
    """`text` as one line for a terminal: breaks and tabs as spaces, what `shown` would not print as its code."""
    return shown(text.replace("\n", " ").replace("\t", " "))
