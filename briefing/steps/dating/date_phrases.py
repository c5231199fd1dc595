"""Every date that a text names, resolved only where a trusted date pins it.

A date that is written in full resolves by itself. "On Monday", "over the weekend" or "in November" resolve against the
day of publication: to the last such day up to it, or to the next one where the sentence speaks of days to come.
"""

from __future__ import annotations

import bisect
import datetime as dt
import functools
import re
from dataclasses import replace

from briefing.languages import Lexicon, Table
from briefing.records import Article, DatePhrase, Sentence, Span
from briefing.steps.dating.date_shapes import Setting, Shape, counts, may_name_a_date, shapes
from briefing.steps.dating.written import find_days, names

# “…”, „…“, »…«, «…», "…"; a mark that is not closed holds to the end of the paragraph.
_QUOTATION = re.compile(r"„[^“”]*[“”]?|“[^”]*”?|»[^«]*«?|«[^»]*»?|\"[^\"]*\"")
_PARAGRAPHS_BACK = 2  # how far above a quotation the day may stand on which its speaker spoke


def date_phrases(article: Article, sentences: tuple[Sentence, ...], *, lexicon: Lexicon) -> tuple[DatePhrase, ...]:
    """Every date that the text names, in order, with spans into `article.text`; `iso` is None where nothing pins it."""
    if "days" not in lexicon:
        return ()  # no rules for days in running text
    days = {sentence.index: list(find_days(sentence.span.of(article.text), lexicon)) for sentence in sentences}
    years = {(int(day.iso[5:7]), int(day.iso[8:])): int(day.iso[:4]) for found in days.values() for day in found}
    anchor = dt.date.fromisoformat(article.published) if article.published and len(article.published) == 10 else None
    reader = _Reader(article, anchor, years, lexicon)
    for sentence in sentences:
        start = sentence.span.start
        written = [
            DatePhrase(_moved(day.span, start), day.iso, "written", shape="written") for day in days[sentence.index]
        ]
        reader.read(sentence, written)
    return tuple(reader.found)


class _Reader:
    """Walks the sentences in order and keeps what it found: later phrases may go back to earlier ones."""

    def __init__(
        self,
        article: Article,
        anchor: dt.date | None,
        years: dict[tuple[int, int], int],
        lexicon: Lexicon,
    ) -> None:
        self.text = article.text
        self.anchor = anchor
        self.years = years
        self.lexicon = lexicon
        self.names = names(lexicon["dates"])
        self.counts = counts(lexicon["dates"])
        self.values = lexicon["days"].settings["values"]
        self.future = _future(lexicon["dates"])
        self.told = frozenset(lexicon["dates"].words("told"))
        self.quotations = _quotations(article.text)
        self.said: tuple[int, str] | None = None  # paragraph and day of the last "said on Monday"
        self.found: list[DatePhrase] = []

    def read(self, sentence: Sentence, written: list[DatePhrase]) -> None:
        words = sentence.span.of(self.text)
        phrases = list(written)
        for shape in shapes(self.lexicon) if may_name_a_date(words, self.lexicon) else ():
            for match in shape.pattern.finditer(words):
                ahead = self._is_ahead(words, match.start())
                setting = Setting(self.anchor, ahead, self.years, self.names, self.counts, self.values)
                phrases.append(self._phrase(shape, match, setting, sentence))
        kept = _without_overlaps(phrases)
        resolved = (self._after_event(phrase, kept) for phrase in kept)
        self.found += [phrase for phrase in resolved if phrase.iso or phrase.shape != "day_after"]

    def _is_ahead(self, words: str, at: int) -> bool:
        """The words before a date speak of days to come; not in "it will rise, Berg said | on Monday"."""
        last = max((match.end() for match in self.future.finditer(words, max(0, at - 120), at)), default=None)
        return last is not None and self.told.isdisjoint(re.findall(r"[^\W\d_]+", words[last:at].lower()))

    def _phrase(self, shape: Shape, match: re.Match[str], setting: Setting, sentence: Sentence) -> DatePhrase:
        span = _moved(Span(*match.span()), sentence.span.start)
        iso = shape.resolve(match, setting)
        by_itself = iso is not None and shape.resolve(match, setting._replace(anchor=None)) == iso
        anchor = self.anchor.isoformat() if self.anchor and iso and not by_itself else None
        rule = shape.rule
        if shape.kind == "day_word" and self._quoted(span.start):
            # A speaker's "today" is the day on which he spoke.
            spoke = self.said if self.said and sentence.paragraph - self.said[0] <= _PARAGRAPHS_BACK else None
            day = dt.date.fromisoformat(spoke[1]) if spoke else None
            iso = shape.resolve(match, setting._replace(anchor=day)) if day else None
            rule, anchor = "day word in a quotation", spoke[1] if spoke else None
        elif shape.kind == "weekday" and iso and self._speaks(span.start):
            self.said = (sentence.paragraph, iso)
        return DatePhrase(span, iso, rule, anchor, shape.kind)

    def _quoted(self, at: int) -> bool:
        place = bisect.bisect_right(self.quotations, (at, len(self.text))) - 1
        return place >= 0 and self.quotations[place][0] <= at < self.quotations[place][1]

    def _speaks(self, at: int) -> bool:
        before = self.text[max(0, at - 40) : at].split()
        return bool(before) and before[-1].lower().strip(",") in self.told

    def _after_event(self, phrase: DatePhrase, kept: list[DatePhrase]) -> DatePhrase:
        """ "On Monday, a day after the troops left": the troops left on the day before that Monday."""
        if phrase.shape != "day_after" or phrase.iso is None:
            return phrase
        before = [other for other in kept if other.span.end <= phrase.span.start and other.iso and len(other.iso) == 10]
        if not before:
            return replace(phrase, iso=None, anchor=None)
        day = dt.date.fromisoformat(before[-1].iso or "") + dt.timedelta(days=int(phrase.iso))
        return replace(phrase, iso=day.isoformat(), anchor=before[-1].iso)


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _without_overlaps(phrases: list[DatePhrase]) -> list[DatePhrase]:
    """The phrases in order; of those that overlap the earliest, of those the longest."""
    kept: list[DatePhrase] = []
    for phrase in sorted(phrases, key=lambda p: (p.span.start, -p.span.end)):
        if not kept or phrase.span.start >= kept[-1].span.end:
            kept.append(phrase)
        elif phrase.shape == "written" and kept[-1].shape != "written":
            kept[-1] = phrase
    return kept


def _quotations(text: str) -> list[tuple[int, int]]:
    """The stretches between quotation marks, none longer than a paragraph."""
    found = []
    at = 0
    for paragraph in text.split("\n\n"):
        found += [(at + match.start(), at + match.end()) for match in _QUOTATION.finditer(paragraph)]
        at += len(paragraph) + 2
    return found


@functools.cache
def _future(table: Table) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, table.words('future')))})\b")
