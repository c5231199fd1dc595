"""Quantities as reported: the number, what it counts, according to whom, as of when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.lexicons import Lexicon
from briefing.merge.report import cite
from briefing.merge.words import stop_words
from briefing.merged import Figure
from briefing.records import Position, Reading, Sentence, Span
from briefing.text import Token, stem, tokens

_NUMBER = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$")
_SCALE = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_ABOUT = (
    "more than",
    "at least",
    "about",
    "some",
    "nearly",
    "almost",
    "around",
    "over",
    "up to",
    "fewer than",
    "an estimated",
    "as many as",
)
_LEAD = 18  # code points before a number in which "more than" may stand
_WHAT = 5  # words after the number that say what it counts
_NOT_COUNTED = frozenset({"per", "percent", "%", "pm", "am", "october", "st", "th", "gmt"})
_MONTHS = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
    ]
)


def find_figures(number: int, reading: Reading, lexicon: Lexicon) -> tuple[Figure, ...]:
    """The counted quantities of one reading in text order; years, days, ages and ordinals are not quantities."""
    verbs = frozenset(word for entry in lexicon["figures"].entries if entry.id == "events" for word in entry.words)
    found = []
    for sentence in reading.sentences:
        if reading.article.paragraphs[sentence.paragraph].kind != "body":
            continue
        words = tokens(reading.article.text, *sentence.span)
        position = next((p for p in reading.positions if p.span.overlaps(sentence.span)), None)
        found += list(_in_sentence(number, reading, sentence, words, position, verbs, lexicon))
    return tuple(found)


def _in_sentence(
    number: int,
    reading: Reading,
    sentence: Sentence,
    words: Sequence[Token],
    position: Position | None,
    verbs: frozenset[str],
    lexicon: Lexicon,
) -> Iterator[Figure]:
    text = reading.article.text
    places = [k for k, w in enumerate(words) if w.folded in verbs]
    for i, word in enumerate(words):
        if not _is_count(words, i):
            continue
        noun = _counted(words, i, lexicon)
        if noun is None or not places:
            continue
        citation = cite(number, reading.article, sentence.span)
        if citation is None:
            continue
        start = _with_about(text, words, i)
        scale = _SCALE.get(words[i + 1].folded, 1.0) if i + 1 < len(words) else 1.0
        value_end = words[i + 1].span.end if scale > 1 else word.span.end
        speaker = position.speaker if position and _inside(position, word.span) else None
        yield Figure(
            what=text[value_end : words[noun].span.end].strip(),
            value=text[start:value_end],
            number=float(word.text.replace(",", "")) * scale,
            quantity=f"{stem(words[noun].folded)} {_nearest(places, words, i)}",
            according_to=speaker.name if speaker else None,
            as_of=(position.date_said.iso or position.date_said.by) if position else reading.article.published,
            citation=citation,
        )


def _is_count(words: Sequence[Token], i: int) -> bool:
    if not _NUMBER.match(words[i].text) or i + 1 >= len(words):
        return False
    before = words[i - 1].folded if i else ""
    after = words[i + 1].folded
    if before in _MONTHS or before in ("$", "£", "€", "aged") or after in _NOT_COUNTED or after in _MONTHS:
        return False
    plain_year = words[i].text.isdigit() and 1900 <= int(words[i].text) <= 2100
    return not plain_year and after not in ("-", "–", "/")


def _counted(words: Sequence[Token], i: int, lexicon: Lexicon) -> int | None:
    """Index of the noun that is counted: the last plural-looking word of the noun group after the number."""
    stops = stop_words(lexicon)
    for k in range(i + 1, min(len(words), i + 1 + _WHAT)):
        word = words[k]
        if not word.is_word or word.folded in stops:
            break
        if word.folded.endswith("s") or word.folded in ("people", "children", "women", "men"):
            return k
    return None


def _nearest(places: Sequence[int], words: Sequence[Token], i: int) -> str:
    """The stem of the counted event: the first after the number, else the last before it."""
    best = min(places, key=lambda k: (k < i, abs(k - i)))
    return stem(words[best].folded)


def _with_about(text: str, words: Sequence[Token], i: int) -> int:
    """Where the value begins, with "more than" or "about" before it."""
    lead = text[max(0, words[i].span.start - 16) : words[i].span.start].casefold().rstrip()
    for about in _ABOUT:
        if lead.endswith(about):
            return (
                words[i].span.start
                - len(text[max(0, words[i].span.start - 16) : words[i].span.start])
                + lead.rindex(about)
            )
    return words[i].span.start


def _inside(position: Position, span: Span) -> bool:
    return any(content.covers(span) for content in position.attribution.content)
