"""Every lexicon entry says where it comes from and shows what it matches and what it must not."""

import pytest

from briefing.lexicons import Entry, Table, load
from tests.lexicon_checks import CHECKS, holds_words

ENTRIES = [(table, entry) for table in load("en").tables.values() for entry in table.entries]


@pytest.mark.parametrize(("table", "entry"), ENTRIES, ids=lambda x: x.name if isinstance(x, Table) else x.id)
def test_examples(table: Table, entry: Entry):
    matches = CHECKS.get(table.name, holds_words)
    assert entry.origin, "say where the knowledge comes from"
    assert entry.match or entry.extra.get("stance") == "state", "give a sentence that matches"
    assert entry.reject, "give a sentence that must not match"
    for example in entry.match:
        assert matches(entry, example), f"should match: {example}"
    for example in entry.reject:
        assert not matches(entry, example), f"must not match: {example}"


def test_entry_ids_are_unique():
    names = [(table.name, entry.id) for table, entry in ENTRIES]
    assert len(names) == len(set(names))
