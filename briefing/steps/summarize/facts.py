"""What the default method knows of each sentence: its terms, its place, its likeness to text, title and query."""

from __future__ import annotations

import functools
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.lexicons import Lexicon
from briefing.steps.summarize.fitness import unfit
from briefing.steps.summarize.records import SummaryInput
from briefing.steps.summarize.weights import term_weights
from briefing.steps.summarize.words import stem, stop_words, words

Vector = Mapping[str, float]
Pair = tuple[str, str]

_TITLE_WORDS = 4  # shared words that count as the whole title
_FULL_LENGTH = 25
_HEAVY_FROM, _HEAVY_STEP = 35, 20
_RECENCY = 1.5  # documents: e to the minus (newer documents / 1.5) falls by half with each
_QUESTION = re.compile(r"\?[\"”’')\]]{0,3}$")


@dataclass(frozen=True, slots=True)
class Facts:
    """One entry a sentence, in the order of the candidates."""

    fit: tuple[bool, ...]
    lengths: tuple[int, ...]  # words between white space
    vectors: tuple[Vector, ...]  # of content words, of length 1
    pairs: tuple[frozenset[Pair], ...]  # neighbouring words, at least one of them of content
    parts: tuple[Mapping[str, float], ...]  # of the score that do not depend on what else is picked
    agreement: Mapping[Pair, int]  # documents that hold a pair, for pairs that at least two hold


def facts(text: SummaryInput, lexicon: Lexicon, allowed: int | None) -> Facts:
    """The facts of all sentences; `allowed` is the number of sentences of the budget, None when words are counted."""
    own_words = [words(candidate.text) for candidate in text.candidates]
    stems = [[stem(word) for word in sentence] for sentence in own_words]
    stops = stop_words(lexicon)
    content = [
        [s for s, word in zip(found, sentence, strict=True) if _plain(word) not in stops]
        for found, sentence in zip(stems, own_words, strict=True)
    ]
    fit = tuple(unfit(candidate, lexicon) is None for candidate in text.candidates)
    lengths = tuple(len(candidate.text.split()) for candidate in text.candidates)
    idf = _informative(_idf(content), own_words, term_weights(lexicon))
    vectors = tuple(_unit({term: n * idf[term] for term, n in Counter(found).items()}) for found in content)
    pairs = tuple(_pairs(s, w, stops) for s, w in zip(stems, own_words, strict=True))
    columns = {
        "position": _positions(text, fit),
        "centrality": _scaled(_to_centre(vectors, fit)),
        "title": _title(text, content),
        "length": [min(1.0, n / _FULL_LENGTH) / allowed if allowed else 0.0 for n in lengths],
        "heavy": [max(0.0, (n - _HEAVY_FROM) / _HEAVY_STEP) for n in lengths],
        "address": _address(text, own_words, lexicon),
        "statement": [float(candidate.attributed) for candidate in text.candidates],
        "query": _scaled(_to_query(text.query, vectors, idf, stops)),
        **_ages(text, fit),
    }
    parts = tuple(dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True))
    return Facts(fit, lengths, vectors, pairs, parts, _agreement(text, pairs))


def cosine(a: Vector, b: Vector) -> float:
    """The cosine of two vectors of length 1."""
    if len(a) > len(b):
        a, b = b, a
    return sum(weight * b[term] for term, weight in a.items() if term in b)


@functools.lru_cache(maxsize=100_000)
def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


def _idf(content: Sequence[Sequence[str]]) -> dict[str, float]:
    frequency = Counter(term for found in content for term in set(found))
    return {term: math.log(1 + len(content) / n) for term, n in frequency.items()}


def _informative(
    idf: Mapping[str, float], own_words: Sequence[Sequence[str]], factors: Mapping[str, float]
) -> dict[str, float]:
    """`idf` with names, words that more often than not have a capital within a sentence, and figures raised."""
    capitals = Counter(stem(word) for sentence in own_words for word in sentence[1:] if word[0].isupper())
    others = Counter(stem(word) for sentence in own_words for word in sentence[1:] if not word[0].isupper())
    return {
        term: value
        * (factors["figures"] if term[:1].isdigit() else factors["names"] if capitals[term] > others[term] else 1.0)
        for term, value in idf.items()
    }


def _unit(vector: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(weight * weight for weight in vector.values()))
    return {term: weight / length for term, weight in vector.items()} if length else {}


def _scaled(values: Sequence[float]) -> list[float]:
    top = max(values, default=0.0)
    return [value / top if top > 0 else 0.0 for value in values]


def _pairs(stems: Sequence[str], own_words: Sequence[str], stops: frozenset[str]) -> frozenset[Pair]:
    is_stop = [_plain(word) in stops for word in own_words]
    neighbours = zip(pairwise(stems), pairwise(is_stop), strict=True)
    return frozenset(pair for pair, both in neighbours if not all(both))


def _positions(text: SummaryInput, fit: Sequence[bool]) -> list[float]:
    places: Counter[int] = Counter()
    values = []
    for candidate, is_fit in zip(text.candidates, fit, strict=True):
        values.append(1 / math.sqrt(1 + places[candidate.document]))
        places[candidate.document] += is_fit
    return values


def _to_centre(vectors: Sequence[Vector], fit: Sequence[bool]) -> list[float]:
    centre: dict[str, float] = {}
    for vector in vectors:
        for term, weight in vector.items():
            centre[term] = centre.get(term, 0.0) + weight
    centre = _unit(centre)
    return [cosine(vector, centre) if is_fit else 0.0 for vector, is_fit in zip(vectors, fit, strict=True)]


def _title(text: SummaryInput, content: Sequence[Sequence[str]]) -> list[float]:
    titles = [{stem(word) for word in words(source.title or "")} for source in text.documents]
    return [
        min(1.0, len(titles[candidate.document].intersection(found)) / _TITLE_WORDS)
        for candidate, found in zip(text.candidates, content, strict=True)
    ]


def _address(text: SummaryInput, own_words: Sequence[Sequence[str]], lexicon: Lexicon) -> list[float]:
    persons = frozenset(lexicon["summary_cues"].words("address"))
    return [
        float(any(_plain(word) in persons for word in sentence) or bool(_QUESTION.search(candidate.text[-5:])))
        for candidate, sentence in zip(text.candidates, own_words, strict=True)
    ]


def _to_query(
    query: str | None, vectors: Sequence[Vector], idf: Mapping[str, float], stops: frozenset[str]
) -> list[float]:
    asked = {stem(word) for word in words(query or "") if _plain(word) not in stops}
    wanted = _unit({term: idf[term] for term in sorted(asked) if term in idf})
    return [cosine(vector, wanted) for vector in vectors]


def _ages(text: SummaryInput, fit: Sequence[bool]) -> dict[str, list[float]]:
    """Recency of each sentence's document, and for the sentences of the oldest document how early they stand."""
    days = sorted({source.date for source in text.documents if source.date})
    newer = {day: len(days) - 1 - place for place, day in enumerate(days)}
    dates = [text.documents[candidate.document].date for candidate in text.candidates]
    recency = [math.exp(-newer[date] / _RECENCY) if date else 0.0 for date in dates]
    early = _positions(text, fit)
    is_first = [len(days) > 1 and date == days[0] for date in dates]
    return {"recency": recency, "origin": [place * first for place, first in zip(early, is_first, strict=True)]}


def _agreement(text: SummaryInput, pairs: Iterable[frozenset[Pair]]) -> dict[Pair, int]:
    if len(text.documents) < 2:
        return {}
    holders: dict[Pair, set[int]] = {}
    for candidate, own in zip(text.candidates, pairs, strict=True):
        for pair in own:
            holders.setdefault(pair, set()).add(candidate.document)
    return {pair: len(documents) for pair, documents in holders.items() if len(documents) > 1}
