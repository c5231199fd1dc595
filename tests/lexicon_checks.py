"""How a lexicon entry is matched against its example sentences, table by table."""

import re
from collections.abc import Callable

from briefing.lexicons import Entry, load
from briefing.records import Article, Paragraph, Sentence, Span
from briefing.steps.attribute import attribute


def holds_words(entry: Entry, sentence: str) -> bool:
    """One of the entry's words stands in the sentence, bounded by non-word characters."""
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", sentence, re.IGNORECASE) for word in entry.words)


def gives_attribution(entry: Entry, sentence: str) -> bool:
    """The sentence by itself yields an attribution whose cue is the entry's."""
    whole = Span(0, len(sentence))
    article = Article("x", "x", sentence, (Paragraph(whole),), (), "", len(sentence))
    found, _ = attribute(article, (Sentence(0, whole, 0),), lexicon=load("en"))
    return any(attribution.cue_id == entry.id for attribution in found)


# Tables whose entries are more than word lists name their own check here.
CHECKS: dict[str, Callable[[Entry, str], bool]] = {"cues": gives_attribution}
