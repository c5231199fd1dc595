"""Phrases of a lexicon or profile, found in a sequence of words by stem.

A phrase is written as plain words: "rule out", "put forward". A word in capitals or with an equals sign before it is
matched as it stands instead of by stem ("US", "=will"); `…` stands for up to three words of any kind ("turn … down").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from briefing.records import Span
from briefing.text import Token, stem, tokens

Key = TypeVar("Key")
_GAP = 3


@dataclass(frozen=True, slots=True)
class Found(Generic[Key]):
    """A phrase at a place: its key, its span in the text, and the indexes of its first and one past its last token."""

    key: Key
    span: Span
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Phrases(Generic[Key]):
    """Phrases by their first word: (words to match, key), the longest first."""

    index: dict[str, tuple[tuple[tuple[str, ...], Key], ...]]


def form(word: str) -> str:
    """What two words are compared by: the stem of a plain word; a word in capitals or marked `=` stays as it is."""
    if word.startswith("="):
        return word
    return word if len(word) > 1 and word.isupper() else stem(word.replace("’", "'").casefold())


def compile_phrases(rows: Iterable[tuple[str, Key]]) -> Phrases[Key]:
    """An index of (phrase, key) pairs."""
    index: dict[str, list[tuple[tuple[str, ...], Key]]] = {}
    for phrase, key in rows:
        words = tuple("…" if w == "…" else form(w) for w in _split(phrase))
        index.setdefault(words[0], []).append((words, key))
    return Phrases({first: tuple(sorted(group, key=lambda row: -len(row[0]))) for first, group in index.items()})


def _split(phrase: str) -> list[str]:
    parts: list[str] = []
    for word in phrase.split():
        if word.startswith("=") or word == "…":
            parts.append(word)
        else:
            parts += [token.text for token in tokens(word)]
    return parts


def find_phrases(words: Sequence[Token], phrases: Phrases[Key]) -> tuple[Found[Key], ...]:
    """Every phrase in `words`, the longest at each place, in order; one may begin inside another."""
    stems = [stem(word.folded) for word in words]
    found: list[Found[Key]] = []
    for at, word in enumerate(words):
        best: Found[Key] | None = None
        for first in (stems[at], word.text, f"={word.folded}"):
            for pattern, key in phrases.index.get(first, ()):
                last = _match(words, stems, at, pattern)
                if last and (best is None or last > best.last):
                    best = Found(key, Span(word.span.start, words[last - 1].span.end), at, last)
        if best is not None:
            found.append(best)
    return tuple(found)


def _match(words: Sequence[Token], stems: Sequence[str], at: int, pattern: tuple[str, ...]) -> int | None:
    """One past the last token of the match, or None. Each gap is tried from short to long; patterns have few gaps."""
    for i, wanted in enumerate(pattern):
        if wanted == "…":
            ends = (_match(words, stems, at + skip, pattern[i + 1 :]) for skip in range(_GAP + 1))
            return next((end for end in ends if end), None)
        if at >= len(words) or not _same(words[at], stems[at], wanted):
            return None
        at += 1
    return at


def _same(word: Token, stemmed: str, wanted: str) -> bool:
    if wanted.startswith("="):
        return word.folded == wanted[1:]
    return wanted in (stemmed, word.text)
