"""Words as data: one folder a language, one TOML file a table, each entry with examples that match and that must not.

What tables a language has is what the program can do in it: `cues` give statements, `stands` what they are for,
`dates` days of publication. A language without a folder has key sentences only, with the stop words that sumy ships.

A table file holds `[[entry]]` tables with `id`, `words`, `origin` (where the knowledge comes from), `match` and
`reject` (example sentences), and any further keys that its step reads from `Entry.extra`. Top-level keys other than
`entry` are settings of the table (`Table.settings`).
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType
from typing import Any

from briefing.errors import UsageError

# The tables of English that a language without its own reads with, as much of the web has its furniture in English.
_LENT = (
    "abbreviations",
    "countries",
    "furniture",
    "line_words",
    "notices",
    "sentence_starters",
    "summary_cues",
    "time_followers",
)
# What a language with cues may leave out: then it has no words of the kind.
_OPTIONAL = ("hedges", "nouns", "speakers")
# The languages that sumy has stop words for, by ISO 639-1 code, as it calls them.
SUMY_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "ar": "arabic",
        "cs": "czech",
        "de": "german",
        "el": "greek",
        "en": "english",
        "es": "spanish",
        "fr": "french",
        "he": "hebrew",
        "it": "italian",
        "ja": "japanese",
        "ko": "korean",
        "pl": "polish",
        "pt": "portuguese",
        "sk": "slovak",
        "sv": "swedish",
        "th": "thai",
        "uk": "ukrainian",
        "zh": "chinese",
    }
)
_ENTRY_KEYS = frozenset({"id", "words", "origin", "match", "reject"})


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One lexicon entry. `extra` holds the keys that only the entry's own step knows, such as frames of a verb."""

    id: str
    words: tuple[str, ...]
    origin: str
    match: tuple[str, ...]
    reject: tuple[str, ...]
    extra: Mapping[str, Any]


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """One file of a lexicon. Compared by identity, so that a step may cache what it compiles from it."""

    name: str
    entries: tuple[Entry, ...]
    settings: Mapping[str, Any]

    def has(self, entry_id: str) -> bool:
        """Whether the table has this entry."""
        return any(entry.id == entry_id for entry in self.entries)

    def words(self, entry_id: str) -> tuple[str, ...]:
        """The words of one entry. Raises KeyError when the table has no such entry."""
        for entry in self.entries:
            if entry.id == entry_id:
                return entry.words
        raise KeyError(f"{self.name} has no entry {entry_id!r}")


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All tables of one language, by file name without `.toml`."""

    language: str
    tables: Mapping[str, Table]

    def __contains__(self, name: str) -> bool:
        """Whether the language has a table of that name."""
        return name in self.tables

    def __getitem__(self, name: str) -> Table:
        """The table of that name. Raises KeyError when there is none."""
        return self.tables[name]


def _entry(row: Mapping[str, Any]) -> Entry:
    return Entry(
        id=row["id"],
        words=tuple(row.get("words", ())),
        origin=row.get("origin", ""),
        match=tuple(row.get("match", ())),
        reject=tuple(row.get("reject", ())),
        extra=MappingProxyType({k: v for k, v in row.items() if k not in _ENTRY_KEYS}),
    )


def parse(name: str, text: str) -> Table:
    """The table that `text` (TOML) describes. Raises tomllib.TOMLDecodeError or KeyError on a broken file."""
    rows = tomllib.loads(text)
    entries = tuple(_entry(row) for row in rows.pop("entry", []))
    return Table(name, entries, MappingProxyType(rows))


def load(language: str) -> Lexicon:
    """The lexicon of a language, the same object at each call. Raises UsageError when there is none."""
    if "cues" not in _own_tables(language):
        raise UsageError(
            f"no rules for language {language!r}: shipped are 'en', 'de' and 'fr'; add a folder under languages/"
        )
    return of_language(language)


@functools.cache
def of_language(language: str) -> Lexicon:
    """The lexicon to read an article of a language with, which may have few tables; the same object at each call."""
    tables = dict(_own_tables(language))
    if "stop_words" not in tables:
        tables["stop_words"] = _stop_words(language)
    return Lexicon(language, MappingProxyType({**_shared(), **tables}))


@functools.cache  # English is also what other languages share tables of
def _own_tables(language: str) -> Mapping[str, Table]:
    folder = resources.files(__name__) / language
    if not language.isalpha() or not folder.is_dir():
        return {}
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    found = {f.name[:-5]: parse(f.name[:-5], f.read_text(encoding="utf-8")) for f in files}
    return {**{name: parse(name, "") for name in _OPTIONAL if "cues" in found}, **found}


@functools.cache
def _shared() -> Mapping[str, Table]:
    """The tables of no language, such as the look of pages, and those that English lends."""
    english = _own_tables("en")
    return {**_own_tables("shared"), **{name: english[name] for name in _LENT}}


@functools.cache
def word_set(table: Table, entry_id: str) -> frozenset[str]:
    """The words of one entry; none where the language has no such entry."""
    return frozenset(table.words(entry_id) if table.has(entry_id) else ())


class Classes(dict[str, frozenset[str]]):
    """Sets of words by the id of their entry; one that the language does not have is empty."""

    def __missing__(self, entry_id: str) -> frozenset[str]:
        """No words."""
        return frozenset()


@functools.lru_cache(maxsize=32)
def classes(lexicon: Lexicon, *tables: str) -> Classes:
    """The classes of words that these tables list."""
    return Classes((e.id, frozenset(e.words)) for table in tables for e in lexicon[table].entries)


def _stop_words(language: str) -> Table:
    """The stop words that sumy ships for a language; none where it has no list."""
    name = SUMY_NAMES.get(language)
    listed = resources.files("sumy") / "data" / "stopwords" / f"{name}.txt"
    words = tuple(listed.read_text(encoding="utf-8").split()) if name and listed.is_file() else ()
    return Table("stop_words", (Entry("sumy", words, "sumy", (), (), MappingProxyType({})),), MappingProxyType({}))
