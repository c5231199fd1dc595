"""How a lexicon entry is matched against its example sentences, table by table."""

import re
from collections.abc import Callable

from briefing.lexicons import Entry, load
from briefing.steps.split import sentence_spans


def holds_words(entry: Entry, sentence: str) -> bool:
    """One of the entry's words stands in the sentence, bounded by non-word characters."""
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", sentence, re.IGNORECASE) for word in entry.words)


def stays_whole(entry: Entry, sentence: str) -> bool:
    """One of the entry's abbreviations stands in the text with its stop, and the text is one sentence."""
    stands = any(re.search(rf"(?<!\w){re.escape(word)}\.", sentence, re.IGNORECASE) for word in entry.words)
    return stands and len(sentence_spans(sentence, load("en"))) == 1


# Tables whose entries are more than word lists name their own check here.
CHECKS: dict[str, Callable[[Entry, str], bool]] = {
    "abbreviations": stays_whole,
}
