"""How a lexicon entry is matched against its example sentences, table by table."""

import re
from collections.abc import Callable

from briefing.lexicons import Entry, Table
from briefing.steps.clean.furniture import furniture, phrases, tokens


def holds_words(entry: Entry, sentence: str) -> bool:
    """One of the entry's words stands in the sentence, bounded by non-word characters."""
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", sentence, re.IGNORECASE) for word in entry.words)


def stands_in_line(entry: Entry, line: str) -> bool:
    """One of the entry's phrases stands in the line where the entry wants it."""
    return bool(furniture(tokens(line), phrases(Table("furniture", (entry,), {}))))


# Tables whose entries are more than word lists name their own check here.
CHECKS: dict[str, Callable[[Entry, str], bool]] = {"furniture": stands_in_line}
