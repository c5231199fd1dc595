"""Rules that add a cut which Punkt does not see: lost spaces, hours of the day, ellipses, lists inside a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.languages import Lexicon
from briefing.steps.split.word_lists import table_words

# "the deal.The army": the space was lost. A host name has no capital after its dot; "Inc.That" is rare enough.
_LOST_SPACE = re.compile(r"(?<=[^\W\d_A-Z]{2}|\d\d)[.?!][\"”]?(?=[“\"]?[A-Z][a-z]+(?:[\s,'’]|\.\s))")
_FULL_WIDTH = re.compile(r"[。！？．]+[」』”’）]*\s?(?=\S)")  # Chinese and Japanese: no space need follow
_HOUR = re.compile(r"(?<=\d\s)(?:[ap]\.m|[AP]\.M)\.\s+(?=[A-Z“\"])")
_ELLIPSIS = re.compile(r"(?<=\w)(?:…|\.\.\.)[\"”’]?\s+(?=[“\"‘]?([A-Z]\w*))")
# "in 1932.[1] The council": the marks of its sources belong to the sentence before them.
_REFERENCES = re.compile(r"[.?!][\"”’]?\s?(?:\[\d{1,3}\]\s?){1,6}(?<=\s)(?=[“\"‘]?[A-Z])")
_SENTENCE_LEFT_OUT = re.compile(r"[.?!][\"”’]?\s{1,3}(?:…|\.\.\.|\. \. \.)\s{1,3}(?=[“\"‘]?[A-Z])")
_MARKER = re.compile(r"(?:^|(?<=\s))(?:[•⁃‣◦]\s?)?(\(?)(\d{1,2}|[ivx]{1,4}|[a-zA-Z])(\.\)|\.|\))\s+(?=\S)")
_FIRST = frozenset({"1", "a", "A", "i"})
_ENDED = re.compile(r"(?:^|[.?!:;][\"”’]?\s{1,3})$")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_TAIL = 5  # characters before a marker in which the sentence before it ends
_ITEMS = 3  # so many in order make a list of markers that stand inside a paragraph
_BULLET = re.compile(r"(?:^|(?<=\s))[•⁃‣◦]\s?(?=\S)")


def added_cuts(text: str, lexicon: Lexicon) -> Iterator[int]:
    """Offsets into `text` at which a sentence starts although Punkt may not say so."""
    yield from (match.end() for match in _FULL_WIDTH.finditer(text))
    yield from (match.end() for match in _LOST_SPACE.finditer(text))
    yield from (match.end() for match in _HOUR.finditer(text))
    yield from (match.end() for match in _REFERENCES.finditer(text))
    yield from (match.end() for match in _SENTENCE_LEFT_OUT.finditer(text))
    starters = table_words(lexicon, "sentence_starters")
    yield from (match.end() for match in _ELLIPSIS.finditer(text) if match[1].lower() in starters)


def list_cuts(text: str) -> frozenset[int]:
    """Where the items of a list start: numbers or letters in order, from the first words of the paragraph on or from a
    sentence inside it.

    "(a) be safe, (b) be cheap" is one sentence: in brackets an item starts only where the one before it has ended.
    """
    found: set[int] = set()
    for items in _lists(text):
        if len(items) >= (2 if items[0].start() == 0 else _ITEMS):
            found.update(item.start() for item in items if item.start())
    return frozenset(found) or _bullets(text)


def _lists(text: str) -> Iterator[list[re.Match[str]]]:
    """Runs of markers in order and of one form; what begins anew ends the run before it."""
    items: list[re.Match[str]] = []
    for marker in _MARKER.finditer(text):
        if items and _goes_on(text, items, marker):
            items.append(marker)
        elif _opens_list(text, marker):
            yield from [items] if items else []
            items = [marker]
    yield from [items] if items else []


def _goes_on(text: str, items: list[re.Match[str]], marker: re.Match[str]) -> bool:
    """The marker is the next item of the list, in the form of its first."""
    first = items[0]
    roman = first[2] in _ROMAN
    alike = (marker[1], marker[3]) == (first[1], first[3])
    next_one = _value(marker[2], roman=roman) == _value(first[2], roman=roman) + len(items)
    return alike and next_one and (not first[1] or _has_ended(text, marker))


def _opens_list(text: str, marker: re.Match[str]) -> bool:
    """The marker stands first in the paragraph, or is the first of its kind behind the end of a sentence."""
    return marker.start() == 0 or (marker[2] in _FIRST and _has_ended(text, marker))


def _has_ended(text: str, marker: re.Match[str]) -> bool:
    return bool(_ENDED.search(text[max(0, marker.start() - _TAIL) : marker.start()]))


def _value(marker: str, *, roman: bool) -> int:
    if roman:
        return _ROMAN.index(marker) if marker in _ROMAN else -1
    return int(marker) if marker.isdigit() else ord(marker[0])


def _bullets(text: str) -> frozenset[int]:
    bullets = [match.start() for match in _BULLET.finditer(text)]
    return frozenset(bullets[1:]) if bullets and bullets[0] == 0 else frozenset()
