"""Every lexicon entry says where it comes from and shows what it matches and what it must not."""

import pytest

from briefing.languages import Entry, Table, of_language
from briefing.stances import WORDS
from tests.table_checks import CHECKS, holds_words

SHIPPED = ("en", "de", "fr", "es")
ENTRIES = [
    (language, table, entry)
    for language in SHIPPED
    for table in of_language(language).tables.values()
    if language == "en" or table is not of_language("en").tables.get(table.name)
    for entry in table.entries
    if entry.id != "sumy"
]


@pytest.mark.parametrize(
    ("language", "table", "entry"), ENTRIES, ids=lambda x: x if isinstance(x, str) else getattr(x, "name", None) or x.id
)
def test_examples(language: str, table: Table, entry: Entry):
    matches = CHECKS.get(table.name, holds_words)
    assert entry.origin, "say where the knowledge comes from"
    assert entry.match or entry.extra.get("stance") == WORDS, "give a sentence that matches"
    assert entry.reject, "give a sentence that must not match"
    for example in entry.match:
        assert matches(entry, example, language), f"should match: {example}"
    for example in entry.reject:
        assert not matches(entry, example, language), f"must not match: {example}"


def test_entry_ids_are_unique():
    names = [(language, table.name, entry.id) for language, table, entry in ENTRIES]
    assert len(names) == len(set(names))
