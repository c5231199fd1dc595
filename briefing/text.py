"""Words of a text with their places. Offsets are half-open, in code points, into the text that was given."""

from __future__ import annotations

import functools
import hashlib
import re
from typing import NamedTuple

from briefing.records import Span

# A dotted abbreviation is one word ("U.S."), and so is a hyphenated one; a possessive ending is a word of its own.
_WORD = re.compile(r"(?:[A-Za-z]\.){2,}(?:['’ʼ]s\b)?|\d+(?:[.,]\d+)+|[^\W_]+(?:[-'’ʼ‑.][^\W_]+)*|[^\w\s]", re.UNICODE)
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
    return word.lower() if word.isascii() else word.translate(_FOLD).casefold()  # plain words are most, and faster so


@functools.lru_cache(maxsize=2048)  # the steps of an article, and the merge after them, read the same sentences
def tokens(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The words and marks of `text[start:end]`, spans into `text`. A possessive `'s` is a token of its own."""
    found: list[Token] = []
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        word, (first, last) = match[0], match.span()
        ending = _POSSESSIVE.search(word) if len(word) > 2 else None
        cut = first + ending.start() if ending else last
        found.append(Token(Span(first, cut), word[: cut - first], fold(word[: cut - first])))
        if ending:
            found.append(_token(text, cut, last))
    return tuple(found)


def _token(text: str, start: int, end: int) -> Token:
    return Token(Span(start, end), text[start:end], fold(text[start:end]))


# Between a dateline's date and the sentence: "February 7, 2024: The", "LISBON, 4 May 2021 (Agency) - The".
_DATELINE_END = re.compile(r"\s{0,3}(?:\([^()]{1,40}\)\s{0,3})?[:|–—-]")
_DATELINE_START = 60  # characters of place and agency before a dateline's date
_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")  # Thai, Japanese, Chinese


def spaced(words: list[str]) -> list[str]:
    """The words; one in a script without spaces as its pairs of neighbouring characters.

    Source: Manning, Raghavan and Schütze, "Introduction to Information Retrieval" (2008), 2.2.1.
    """
    joined = "".join(words)
    if joined.isascii() or not _UNSPACED.search(joined):
        return words
    return [part for word in words for part in (_pairs(word) if _UNSPACED.search(word) else (word,))]


def _pairs(word: str) -> tuple[str, ...]:
    return tuple(word[i : i + 2] for i in range(max(1, len(word) - 1)))


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


_SHORTEST = 5  # letters of a name that a misspelling is looked for; shorter ones have too many neighbours
_LONG = 7  # letters from which two slips are allowed


def misspelt(name: str, seen: str) -> bool:
    """True when `seen` is another spelling of `name`: one slip, or two in a long name (Levenshtein 1966)."""
    if name == seen or abs(len(name) - len(seen)) > 1 or min(len(name), len(seen)) < _SHORTEST:
        return False
    return 0 < _edits(name.casefold(), seen.casefold()) <= (1 if len(name) < _LONG else 2)


def _edits(one: str, other: str) -> int:
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        previous, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (a != b))
    return row[-1]


def word_count(text: str) -> int:
    """Words of a text, marks not counted."""
    return sum(word[0].isalnum() for word in _WORD.findall(text))


def _without_possessive(word: str) -> str:
    return _POSSESSIVE.sub("", word) if len(word) > 2 else word


def fingerprint(text: str, *, digits: int = 8) -> str:
    """A hash of the words alone, in hex digits: equal for copies that differ in white space, case or marks."""
    words = fold(" ".join(_without_possessive(word) for word in _WORD.findall(text) if word[0].isalnum()))
    return hashlib.sha256(words.encode()).hexdigest()[:digits]


def is_dateline(before: str, after: str) -> bool:
    """The date between the two is a dateline's: "LISBON, | 4 May 2021 | (Agency) - The", "| February 7, 2024 |: The".

    `before` is what stands before it in its line, `after` what stands behind it.
    """
    return len(before) <= _DATELINE_START and bool(_DATELINE_END.match(after))
