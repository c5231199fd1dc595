"""How a lexicon entry is matched against its example sentences, table by table."""

import re
from collections.abc import Callable

from briefing.languages import Entry, Table, load, of_language
from briefing.phrases import compile_phrases, find_phrases
from briefing.records import Article, Paragraph, Sentence, Span
from briefing.steps.attribute import attribute
from briefing.steps.clean import furniture
from briefing.steps.dating import date_phrases
from briefing.steps.split import sentence_spans
from briefing.text import tokens
from tests.factory import reading


def holds_words(entry: Entry, sentence: str, language: str = "en") -> bool:
    """One of the entry's words stands in the sentence, bounded by non-word characters."""
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", sentence, re.IGNORECASE) for word in entry.words)


def holds_phrase(entry: Entry, sentence: str, language: str = "en") -> bool:
    """One of the entry's phrases stands in the sentence, by stem."""
    return bool(find_phrases(tokens(sentence), compile_phrases((word, entry.id) for word in entry.words)))


def gives_attribution(entry: Entry, sentence: str, language: str = "en") -> bool:
    """The sentence by itself yields an attribution whose cue is the entry's."""
    whole = Span(0, len(sentence))
    article = Article("x", "x", sentence, (Paragraph(whole),), (), "", "en")
    found, _ = attribute(article, (Sentence(0, whole, 0),), lexicon=load(language))
    return any(attribution.cue_id == entry.id for attribution in found)


def is_indeterminate(entry: Entry, sentence: str, language: str = "en") -> bool:
    """An attribution of the sentence is of something that nobody has said."""
    whole = Span(0, len(sentence))
    article = Article("x", "x", sentence, (Paragraph(whole),), (), "", "en")
    found, _ = attribute(article, (Sentence(0, whole, 0),), lexicon=load(language))
    return any(attribution.indeterminate for attribution in found)


def takes_stand(entry: Entry, sentence: str, language: str = "en") -> bool:
    """The sentence takes a stand by the entry; its object is the words in square brackets, where there are any."""
    marked = re.search(r"\[(.+?)\]", sentence)
    text = sentence.replace("[", "").replace("]", "")
    stands = [stand for position in reading(text, language=language).positions for stand in position.stands]
    found = [stand.object.of(text) if stand.object else None for stand in stands if stand.rule == f"stand.{entry.id}"]
    return bool(found) and (marked is None or found == [marked[1]])


def stands_in_line(entry: Entry, line: str, language: str = "en") -> bool:
    """One of the entry's phrases stands in the line where the entry wants it."""
    phrases = furniture.phrases(Table("furniture", (entry,), {}))
    return bool(furniture.furniture(furniture.tokens(line), phrases))


def names_day(entry: Entry, sentence: str, language: str = "en") -> bool:
    """The sentence names a date by the entry; it is the words in square brackets, where there are any."""
    marked = re.search(r"\[(.+?)\]", sentence)
    text = sentence.replace("[", "").replace("]", "")
    whole = Span(0, len(text))
    article = Article("x", "x", text, (Paragraph(whole),), (), "", language, published="2021-06-09")
    phrases = date_phrases(article, (Sentence(0, whole, 0),), lexicon=load(language))
    found = [phrase.span.of(text) for phrase in phrases if phrase.rule == entry.id and phrase.iso]
    return bool(found) and (marked is None or found == [marked[1]])


def stays_whole(entry: Entry, sentence: str, language: str = "en") -> bool:
    """One of the entry's abbreviations stands in the text with its stop, and the text is one sentence."""
    stands = any(re.search(rf"(?<!\w){re.escape(word)}\.", sentence, re.IGNORECASE) for word in entry.words)
    return stands and len(sentence_spans(sentence, of_language(language))) == 1


# Tables whose entries are more than word lists name their own check here.
CHECKS: dict[str, Callable[[Entry, str, str], bool]] = {
    "abbreviations": stays_whole,
    "cues": gives_attribution,
    "days": names_day,
    "determinacy": is_indeterminate,
    "furniture": stands_in_line,
    "stands": takes_stand,
    "notices": holds_phrase,
}
