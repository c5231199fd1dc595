"""An article made ready for the rules: tokens, quotations, and units, the stretches that one attribution may fill.

A unit is a sentence whose bounds do not fall inside a quotation.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.languages import Classes, Lexicon, classes
from briefing.records import Article, Sentence, Span
from briefing.steps.attribute.quotations import Quotation, quotations
from briefing.tagging import Tokens, tokenize

_LONGEST = 250
_ENDS = frozenset(".!?~\"'")


@dataclass(frozen=True, slots=True)
class Unit:
    """Tokens `first` to `last` (half-open) of one paragraph."""

    first: int
    last: int
    paragraph: int


@dataclass(frozen=True, slots=True, eq=False)
class Prose:
    """All that the rules look at. `quoted[i]` is the index of the quotation that token i lies in, or -1."""

    text: str
    tokens: Tokens
    quotations: tuple[Quotation, ...]
    quotation_tokens: tuple[tuple[int, int], ...]  # half-open token range of each quotation
    quotation_paragraphs: tuple[int, ...]
    quoted: list[int]
    units: tuple[Unit, ...]
    joiners: tuple[tuple[str, ...], ...]  # what joins two speakers in several words: "as well as"
    classes: Classes  # words by their class, of the tables of grammar, nouns and name particles
    frames: Mapping[str, str]  # what a clause that opens with the word is to a cue: "whether" is "wh"
    examples: tuple[tuple[str, ...], ...]  # what stands before an example: "such as"

    def span(self, first: int, last: int) -> Span:
        """The characters of tokens `first` to `last` (half-open)."""
        return Span(self.tokens.starts[first], self.tokens.ends[last - 1])

    def is_a(self, i: int, name: str) -> bool:
        """True where the word of token `i` is of the class `name`."""
        return self.tokens.words[i] in self.classes[name]

    def joiner_at(self, first: int) -> int:
        """The number of tokens from `first` that join two speakers, as in "along with"; 0 where none do."""
        words = self.tokens.words
        return next((len(p) for p in self.joiners if tuple(words[first : first + len(p)]) == p), 0)

    def is_headline(self, unit: Unit) -> bool:
        """True for a unit whose words are mostly capitalised, as in a title."""
        words = [i for i in range(unit.first, unit.last) if self.tokens.tags[i] in "AnEZJGR"]
        upper = sum(self.text[self.tokens.starts[i]].isupper() for i in words)
        return upper * 4 > len(words) * 3

    def body_end(self, unit: Unit) -> int:
        """The token after the last word of the unit, its final stop left out."""
        last = unit.last
        while last > unit.first and self.tokens.tags[last - 1] in _ENDS and self.quoted[last - 1] < 0:
            last -= 1
        return last


def read(article: Article, sentences: tuple[Sentence, ...], lexicon: Lexicon) -> Prose:
    """The prose of an article."""
    text = article.text
    tokens = tokenize(text, lexicon["grammar"])
    found: list[Quotation] = []
    paragraphs: list[int] = []
    for number, paragraph in enumerate(article.paragraphs):
        inside = quotations(text, paragraph.span)
        found += inside
        paragraphs += [number] * len(inside)
    ranges = tuple(_token_range(tokens, quotation.span) for quotation in found)
    quoted = [-1] * len(tokens.starts)
    for number, (first, last) in enumerate(ranges):
        quoted[first:last] = [number] * (last - first)
    _mark_plural_possessives(text, tokens, quoted)
    units = _units(text, tokens, sentences, quoted)
    closed = lexicon["speakers"].settings.get("closed", {})
    return Prose(
        text,
        tokens,
        tuple(found),
        ranges,
        tuple(paragraphs),
        quoted,
        units,
        joiners=_phrases(closed.get("joiners", ())),
        classes=classes(lexicon, "grammar", "nouns", "name_particles"),
        frames=lexicon["grammar"].settings.get("frames", {}),
        examples=_phrases(closed.get("exemplifying", ())),
    )


def _phrases(written: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in written)


def _mark_plural_possessives(text: str, tokens: Tokens, quoted: list[int]) -> None:
    """The apostrophe of "the students' demand" is a possessive; only paired quotations tell it from a mark."""
    for i, tag in enumerate(tokens.tags):
        if tag != '"' or quoted[i] >= 0 or text[tokens.starts[i]] not in "'’":
            continue
        if i > 0 and tokens.ends[i - 1] == tokens.starts[i] and tokens.words[i - 1].endswith("s"):
            tokens.tags[i] = "s"


def _token_range(tokens: Tokens, span: Span) -> tuple[int, int]:
    return bisect_left(tokens.starts, span.start), bisect_left(tokens.starts, span.end)


def _units(text: str, tokens: Tokens, sentences: tuple[Sentence, ...], quoted: list[int]) -> tuple[Unit, ...]:
    """The sentences; one that begins inside a quotation or in lower case belongs to the sentence before."""
    units: list[Unit] = []
    for sentence in sentences:
        first, last = _token_range(tokens, sentence.span)
        if units and units[-1].last > first:
            first = units[-1].last
        if first >= last:
            continue
        inside = quoted[first] >= 0 and first > 0 and quoted[first] == quoted[first - 1]
        inside = inside or text[tokens.starts[first]].islower() or tokens.tags[first] in ",;)"
        if units and inside and units[-1].paragraph == sentence.paragraph:
            units[-1] = Unit(units[-1].first, last, sentence.paragraph)
        else:
            units.append(Unit(first, last, sentence.paragraph))
    cut = (part for unit in units for part in _cut_after_quotations(text, tokens, unit, quoted))
    return tuple(part for unit in cut for part in _cut_long(unit, quoted))


def _cut_long(unit: Unit, quoted: list[int]) -> list[Unit]:
    """Parts of at most `_LONGEST` tokens outside quotations: no sentence is longer, and rules look all over a unit."""
    cuts = [unit.first]
    outside = 0
    for i in range(unit.first, unit.last):
        outside += quoted[i] < 0
        if outside > _LONGEST:
            cuts.append(i)
            outside = 1
    cuts.append(unit.last)
    return [Unit(a, b, unit.paragraph) for a, b in itertools.pairwise(cuts)]


def _cut_after_quotations(text: str, tokens: Tokens, unit: Unit, quoted: list[int]) -> list[Unit]:
    """A quotation that ends in a full stop ends its unit when a capital or another quotation follows."""
    cuts = [unit.first]
    for i in range(unit.first + 2, unit.last):
        ended = quoted[i - 1] >= 0 and quoted[i] != quoted[i - 1]
        if ended and tokens.tags[i - 2] == "." and (tokens.tags[i] == '"' or text[tokens.starts[i]].isupper()):
            cuts.append(i)
    cuts.append(unit.last)
    return [Unit(a, b, unit.paragraph) for a, b in itertools.pairwise(cuts)]
