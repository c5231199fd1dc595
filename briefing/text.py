"""Words of a text with their places. Offsets are half-open, in code points, into the text that was given."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from briefing.records import Span

# A dotted abbreviation is one word ("U.S."), and so is a hyphenated one; a possessive ending is a word of its own.
_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|\d+(?:[.,]\d+)+|[^\W_]+(?:[-'’ʼ‑.][^\W_]+)*|[^\w\s]", re.UNICODE)
_POSSESSIVE = re.compile(r"['’ʼ]s$|['’ʼ]$")
_FOLD = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "‑": "-", "–": "-"})


class Token(NamedTuple):
    """One word or mark: its span, its words as they stand, and its folded form for look-ups."""

    span: Span
    text: str
    folded: str

    @property
    def is_word(self) -> bool:
        """True for words and numbers, false for marks."""
        return self.text[0].isalnum()

    @property
    def is_capitalised(self) -> bool:
        """True when the first letter is a capital."""
        return self.text[:1].isupper()


def fold(word: str) -> str:
    """The form in which words are compared: case folded, curly apostrophes and odd hyphens made plain."""
    return word.translate(_FOLD).casefold()


@functools.lru_cache(maxsize=2048)  # the steps of an article, and the merge after them, read the same sentences
def tokens(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The words and marks of `text[start:end]`, spans into `text`. A possessive `'s` is a token of its own."""
    found: list[Token] = []
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        word, (first, last) = match[0], match.span()
        ending = _POSSESSIVE.search(word) if len(word) > 2 else None
        cut = first + ending.start() if ending else last
        found.append(_token(text, first, cut))
        if ending:
            found.append(_token(text, cut, last))
    return tuple(found)


def _token(text: str, start: int, end: int) -> Token:
    return Token(Span(start, end), text[start:end], fold(text[start:end]))


_ENDINGS = (
    ("eed", "ee"),
    ("ees", "ee"),
    ("ies", "y"),
    ("ied", "y"),
    ("sses", "ss"),
    ("ing", ""),
    ("ed", ""),
    ("es", ""),
    ("s", ""),
)


@functools.lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A light stem: plural and verb endings off, a doubled last consonant and a silent e undone.

    It is meant for comparing a lexicon's words with a text's ("withdrawing", "withdraw"), not for display.
    """
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith(("ss", "us", "is")):
            word = word[: -len(ending)] + instead
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] in "bdgklmnprt":
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word.endswith("e") else word
