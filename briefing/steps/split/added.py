"""Rules that add a cut which Punkt does not see: lost spaces, hours of the day, ellipses, lists inside a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.lexicons import Lexicon
from briefing.steps.split.tables import table_words

# "the deal.The army": the space was lost. A host name has no capital after its dot; "Inc.That" is rare enough.
_LOST_SPACE = re.compile(r"(?<=[^\W\d_A-Z]{2}|\d\d)[.?!][\"”]?(?=[“\"]?[A-Z][a-z]+(?:[\s,'’]|\.\s))")
_FULL_WIDTH = re.compile(r"[。！？]+[」』”’）]*(?=\S)")  # Chinese and Japanese: no space follows
_HOUR = re.compile(r"(?<=\d\s)(?:[ap]\.m|[AP]\.M)\.\s+(?=[A-Z“\"])")
_ELLIPSIS = re.compile(r"(?<=\w)(?:…|\.\.\.)[\"”’]?\s+(?=[“\"‘]?([A-Z]\w*))")
# "in 1932.[1] The council": the marks of its sources belong to the sentence before them.
_REFERENCES = re.compile(r"[.?!][\"”’]?\s?(?:\[\d{1,3}\]\s?){1,6}(?<=\s)(?=[“\"‘]?[A-Z])")
_SENTENCE_LEFT_OUT = re.compile(r"[.?!][\"”’]?\s{1,3}(?:…|\.\.\.|\. \. \.)\s{1,3}(?=[“\"‘]?[A-Z])")
_MARKER = re.compile(r"(?:^|(?<=\s))(?:[•⁃‣◦]\s?)?(\d{1,2}|[a-z])(\.\)|\.|\))\s+(?=\S)")
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
    """Where the items of a list start: numbers or letters in order from the first words of the paragraph on."""
    markers = list(_MARKER.finditer(text))
    if not markers or markers[0].start() != 0:
        return _bullets(text)
    kind, expected = markers[0][2], _value(markers[0][1]) + 1
    found = []
    for marker in markers[1:]:
        if marker[2] == kind and _value(marker[1]) == expected:
            found.append(marker.start())
            expected += 1
    return frozenset(found)


def _value(marker: str) -> int:
    return int(marker) if marker.isdigit() else ord(marker)


def _bullets(text: str) -> frozenset[int]:
    bullets = [match.start() for match in _BULLET.finditer(text)]
    return frozenset(bullets[1:]) if bullets and bullets[0] == 0 else frozenset()
