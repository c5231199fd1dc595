"""What can be seen of one line by itself: its shape, its words, and whether it is said twice."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Hashable, Sequence

from briefing.languages import Lexicon
from briefing.steps.clean.furniture import Phrases, WordClasses, furniture, phrases, tokens, word_classes

_WORD_BINS = (1, 2, 3, 5, 7, 10, 13, 17, 22, 30, 45, 70)
_READ = 3000  # characters of a line that are looked at: no line needs more to be judged
_SHORT_WORD = 4  # letters; function words are seldom longer
_CLOSERS = "\"'”’»)]"
_OPENERS = "\"'“‘«([-–—•*"
_DIGIT = re.compile(r"\d")
_CAPITAL = re.compile(r"\s[^\W\d_a-z]")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TIME = re.compile(r"\d[:.]\d\d ?(?:[ap]\.?m|[A-Z]{2,4}\b)|\b\d\d?:\d\d\b|\d ?[ap]\.?m\b", re.IGNORECASE)
_NUMBERS = (("year", _YEAR), ("time", _TIME))
_STOP = re.compile(r"[.!?][\"'”’)\]]? +[\"'“‘(\[]?[A-Z0-9]")
_ADDRESS = re.compile(r"https?:|www\.|[^\s@]@[^\s@]{1,60}\.|\b[a-z0-9-]{2,40}\.(?:com|org|net|in|co|news|info)\b")
_DOTTED = re.compile(r"\.[a-z]")
_HANDLE = re.compile(r"(?:^|\s)[@#]\w")
_SEPARATOR = re.compile(r" [|•·/›»>] |^[|•·/›»>]|[|›»>]$")


class Seen:
    """One line as the model sees it."""

    __slots__ = ("_names", "_unique", "dated", "features", "furniture", "groups", "speaks", "words")

    def __init__(self, words: list[str], unique: set[str], features: list[str], furniture: dict[str, str]) -> None:
        self.words = words
        self.features = features
        self.speaks = False  # with a verb of speech
        self.dated = False  # with a month, a year or a time of day
        self.furniture = furniture  # entry id and its phrase
        self.groups: tuple[Hashable, ...] = ()  # what it stands in on a web page, see `page_features`
        self._unique = unique
        self._names: set[str] | None = None

    @property
    def names(self) -> set[str]:
        """The content words of the line, about: those of more than four letters. Worked out when first asked for."""
        if self._names is None:
            self._names = {word for word in self._unique if len(word) > _SHORT_WORD}
        return self._names


def see(texts: Sequence[str], lexicon: Lexicon) -> list[Seen]:
    """The features of every line of a text, without its neighbours but for repetitions."""
    known, classes = phrases(lexicon["furniture"]), word_classes(lexicon)
    seen = [_see(text, known, classes) for text in texts]
    _mark_repetitions(texts, seen)
    return seen


def _see(text: str, known: Phrases, classes: WordClasses) -> Seen:
    text = text[:_READ]
    words = tokens(text)
    unique = set(words)
    count = len(words)
    size = "s" if count < 8 else "m" if count < 18 else "l"
    found = furniture(words, known)
    features = [
        f"words {bisect_right(_WORD_BINS, count)}",
        f"ends {_end(text)} {size}",
        f"begins {_begin(text)} {size}",
        f"capitals {_capitals(text)} {size}",
    ]
    features += _classes(words, unique, classes, size)
    features += [f"{entry} {size}" for entry in found] or [f"no furniture {size}"]
    numbers = _numbers(text, classes.month)
    features += _marks(text, size, numbers)
    seen = Seen(words, unique, features, found)
    seen.speaks = not unique.isdisjoint(classes.speech)
    seen.dated = bool(numbers)
    return seen


def _numbers(text: str, month: re.Pattern[str]) -> list[str] | None:
    """What the figures of a line tell: months, years, times of day. None for a line without figures."""
    if not _DIGIT.search(text):
        return None
    return [name for name, pattern in (("month", month), *_NUMBERS) if pattern.search(text)]


def _end(text: str) -> str:
    last = text.rstrip(_CLOSERS)[-1:] or text[-1]
    if text.endswith(("...", "…", "[…]", "[...]")):
        return "…"
    if last in ".!?:;,":
        return last + ("”" if text[-1] in "\"”'’" else "")
    return "0" if last.isdigit() else "a" if last.isalpha() else "other"


def _begin(text: str) -> str:
    first = text[0]
    if first in _OPENERS:
        return "“" if first in "\"“'‘" else "•"
    return "A" if first.isupper() else "a" if first.islower() else "0" if first.isdigit() else "other"


def _capitals(text: str) -> str:
    """The share of words after the first that begin with a capital letter, in fifths."""
    if text.isupper():
        return "all"
    spaces = text.count(" ")
    if not spaces:
        return "one word"
    capitals = len(_CAPITAL.findall(text))
    return f"{min(4, capitals * 5 // spaces)}/5" if capitals or spaces < 3 else "none"


def _classes(words: list[str], unique: set[str], classes: WordClasses, size: str) -> list[str]:
    if not words:
        return ["no words"]
    function = sum(map(classes.function.__contains__, words)) / len(words)
    found = [
        f"function {min(5, int(function * 10))} {size}",
        f"narrative {min(3, len(unique & classes.narrative))} {size}",
        f"reader {min(2, len(unique & classes.reader))} {size}",
    ]
    if not unique.isdisjoint(classes.speech):
        found.append(f"speech {size}")
    return found


def _marks(text: str, size: str, numbers: list[str] | None) -> list[str]:
    """Signs in the line: dates and times, addresses, separators, quotation marks, several sentences."""
    found = [
        f"sentences {min(3, len(_STOP.findall(text)))} {size}",
        f"commas {min(2, text.count(','))} {size}",
    ]
    # The cheap tests before each pattern are for speed: most lines have none of these.
    if numbers is not None:
        found.append(f"digits {size}")
        found += [f"{name} {size}" for name in numbers]
    if (not text.isascii() or "|" in text or "/" in text or ">" in text) and _SEPARATOR.search(text):
        found.append(f"bar {size}")
    if ("@" in text or "#" in text) and _HANDLE.search(text):
        found.append(f"handle {size}")
    if ("@" in text or "://" in text or _DOTTED.search(text)) and _ADDRESS.search(text):
        found.append(f"address {size}")
    if "“" in text or '"' in text:
        found.append(f"quotation {size}")
    return found


def _mark_repetitions(texts: Sequence[str], seen: list[Seen]) -> None:
    """Mark lines that stand twice."""
    places: dict[str, list[int]] = {}
    for index, text in enumerate(texts):
        places.setdefault(text, []).append(index)
    for indexes in places.values():
        if len(indexes) > 1:
            size = "l" if len(seen[indexes[0]].words) >= 8 else "s"
            for rank, index in enumerate(indexes):
                seen[index].features.append(f"{'again' if rank else 'first of several'} {size}")
