"""What a page's markup says of a line: the elements around it, its links, and what trafilatura made of it."""

from __future__ import annotations

import functools
import re
from collections.abc import Hashable

from briefing.languages import Lexicon, Table
from briefing.steps.clean.features import Seen, see
from briefing.steps.clean.furniture import tokens
from briefing.steps.clean.shown import ShownLine

_AROUND = frozenset(
    {
        "nav",
        "aside",
        "footer",
        "header",
        "form",
        "figure",
        "article",
        "main",
        "table",
        "button",
        "blockquote",
        "ul",
        "ol",
    }
)
_SMALL = frozenset(
    {
        "span",
        "a",
        "b",
        "strong",
        "i",
        "em",
        "u",
        "font",
        "small",
        "sup",
        "sub",
        "abbr",
        "time",
        "code",
        "mark",
        "cite",
        "q",
    }
)
_BOXES = frozenset(
    {"div", "section", "article", "main", "aside", "td", "header", "footer", "form", "nav", "figure", "body"}
)
_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_NEAREST = 6  # elements from the line outwards whose class names count
_PATH = 3  # elements that make lines alike
_SHINGLE = 4  # words
_THIN = 0.5  # an extract with less than this share of a page's prose has missed the article


@functools.cache
def _groups(table: Table) -> dict[str, str]:
    return {word: entry.id for entry in table.entries for word in entry.words}


def see_page(lines: list[ShownLine], extract: str, lexicon: Lexicon) -> list[Seen]:
    """The features of every shown line; `extract` is the page's text as trafilatura extracts it, or empty."""
    seen = see([line.text for line in lines], lexicon)
    groups = _groups(lexicon["page_words"])
    names = {element.about for line in lines for element in line.around}
    named = {name: _named(name, groups) for name in names}
    extracted = [tokens(line) for line in extract.split("\n")]
    spoken = [word for words in extracted for word in words]
    shingles = {tuple(spoken[i : i + _SHINGLE]) for i in range(len(spoken) - _SHINGLE + 1)}
    whole = set(map(tuple, extracted))
    thin = "thin " if len(spoken) <= _THIN * _prose(lines, seen) else ""
    for line, features in zip(lines, seen, strict=True):
        size = "s" if len(features.words) < 8 else "m" if len(features.words) < 18 else "l"
        features.groups = _groups_of(line)
        features.features.extend(_markup(line, named, size))
        features.features.append(f"{thin}extract {_vote(features.words, shingles, whole)} {size}")
    return seen


def _groups_of(line: ShownLine) -> tuple[Hashable, ...]:
    """What the line shares with others: elements of the same names and classes, its box, and the box around that."""
    path = [(element.name, element.about) for element in line.around if element.name not in _SMALL]
    boxes = [id(element) for element in line.around if element.name in _BOXES]
    return (tuple(path[-_PATH:]), ("box", *boxes[-1:]), ("outer", *boxes[-2:-1]))


def _prose(lines: list[ShownLine], seen: list[Seen]) -> int:
    """Words in paragraphs of whole sentences that are no links."""
    return sum(
        len(features.words)
        for line, features in zip(lines, seen, strict=True)
        if len(features.words) >= 15 and line.text[-1] in '.!?”"' and line.linked * 3 < len(line.text)
    )


def _markup(line: ShownLine, named: dict[str, set[str]], size: str) -> list[str]:
    blocks = [element.name for element in line.around if element.name not in _SMALL]
    share = line.linked / (len(line.text) or 1)
    links = "0" if not line.linked else "few" if share < 0.3 else "many" if share < 0.9 else "all"
    found = {f"element {blocks[-1] if blocks else 'none'} {size}", f"links {links} {size}"}
    found |= {f"inside {name}" for name in blocks if name in _AROUND}
    if any(element.hidden for element in line.around):
        found.add(f"hidden {size}")
    for distance, element in enumerate(reversed(line.around[-_NEAREST:])):
        for group in named[element.about]:
            found.add(f"named {group} {'near' if distance < 2 else 'far'}")
    return sorted(found)


def _named(about: str, groups: dict[str, str]) -> set[str]:
    return {groups[word] for part in _PART.findall(about) if (word := part.lower()) in groups}


def _vote(words: list[str], shingles: set[tuple[str, ...]], whole: set[tuple[str, ...]]) -> str:
    """How much of the line stands in the extract: none, some, most, all."""
    if len(words) < _SHINGLE:
        return "all" if tuple(words) in whole else "none"
    count = len(words) - _SHINGLE + 1
    share = sum(1 for i in range(count) if tuple(words[i : i + _SHINGLE]) in shingles) / count
    return "none" if share < 0.1 else "some" if share < 0.5 else "most" if share < 0.9 else "all"
