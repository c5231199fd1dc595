"""Words of page furniture in a line, and the shares of word classes, from the lexicon."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from briefing.languages import Lexicon, Table
from briefing.text import spaced

_TOKEN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*|[©&%+]")


class Phrase(NamedTuple):
    """One phrase of furniture, without its first word. `whole`: it must be the whole line."""

    rest: list[str]
    entry: str
    whole: bool


class Phrases(NamedTuple):
    """The phrases of a furniture table by their first word, and the ids of entries after which articles end."""

    anywhere: dict[str, list[Phrase]]
    at_start: dict[str, list[Phrase]]
    ends: frozenset[str]


class WordClasses(NamedTuple):
    """The word classes of the table `line_words`."""

    function: frozenset[str]
    narrative: frozenset[str]
    speech: frozenset[str]
    reader: frozenset[str]
    month: re.Pattern[str]  # a month before a figure


def tokens(text: str) -> list[str]:
    """The words of `text` in lower case, without punctuation."""
    return spaced(_TOKEN.findall(text.lower()))


@functools.cache
def phrases(table: Table) -> Phrases:
    """The table `furniture`, ready to look words up."""
    anywhere: dict[str, list[Phrase]] = {}
    at_start: dict[str, list[Phrase]] = {}
    for entry in table.entries:
        where = entry.extra["where"]
        for words in entry.words:
            first, *rest = tokens(words)
            place = anywhere if where == "anywhere" else at_start
            place.setdefault(first, []).append(Phrase(rest, entry.id, where == "line"))
    return Phrases(anywhere, at_start, frozenset(entry.id for entry in table.entries if entry.extra.get("ends")))


@functools.cache
def word_classes(lexicon: Lexicon) -> WordClasses:
    """The table `line_words`."""
    table = lexicon["line_words"]
    months = "|".join(table.settings["months"])
    return WordClasses(
        function=frozenset(table.words("function")),
        narrative=frozenset(table.words("narrative")),
        speech=frozenset(table.words("speech")),
        reader=frozenset(table.words("reader")),
        month=re.compile(rf"\b(?:{months})[a-z]{{0,6}}\b\.? \d", re.IGNORECASE),
    )


def furniture(words: list[str], known: Phrases) -> dict[str, str]:
    """The entries with a phrase in a line of these `words`, each with the phrase."""
    found: dict[str, str] = {}
    if words and words[0] in known.at_start:
        _look(words, 0, known.at_start[words[0]], found)
    anywhere = known.anywhere
    if not anywhere.keys().isdisjoint(words):
        for at, word in enumerate(words):
            if word in anywhere:
                _look(words, at, anywhere[word], found)
    return found


def _look(words: list[str], at: int, candidates: list[Phrase], found: dict[str, str]) -> None:
    following = words[at + 1 : at + 2]
    for rest, entry, whole in candidates:
        if rest[:1] != following and rest:
            continue
        end = at + 1 + len(rest)
        if words[at + 1 : end] == rest and not (whole and end < len(words)):
            found.setdefault(entry, " ".join(words[at:end]))
