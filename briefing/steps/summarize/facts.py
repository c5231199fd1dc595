"""What the default method knows of each sentence: its place, its likeness to text, title and query, its age."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.languages import Lexicon
from briefing.steps.summarize.agreement import Agreement, agreement
from briefing.steps.summarize.reading import ReadSentence, read
from briefing.steps.summarize.task import Source, SummaryInput
from briefing.steps.summarize.vocabulary import plain, stem, stop_words, words
from briefing.steps.summarize.weights import term_weights

Vector = Mapping[str, float]

_TITLE_WORDS = 4  # shared words that count as the whole title
_FULL_LENGTH = 25
_HEAVY_FROM, _HEAVY_STEP = 35, 20
_RECENCY = 1.5  # documents: e to the minus (newer documents / 1.5) falls by half with each
_QUESTION = re.compile(r"\?[\"”’')\]]{0,3}$")


@dataclass(frozen=True, slots=True)
class Facts:
    """One entry a sentence, in the order of the candidates."""

    sentences: tuple[ReadSentence, ...]
    vectors: tuple[Vector, ...]  # of content words, of length 1
    parts: Mapping[str, Sequence[float]]  # of the score, by name, that do not depend on what else is picked
    agreement: Agreement


def facts(text: SummaryInput, lexicon: Lexicon, allowed: int | None) -> Facts:
    """The facts of all sentences; `allowed` is the number of sentences of the budget, None when words are counted."""
    sentences = tuple(read(candidate, lexicon) for candidate in text.candidates)
    idf = _informative(sentences, term_weights(lexicon))
    vectors = tuple(_vector(s.content, idf) for s in sentences)
    parts = {
        "position": _positions(sentences),
        "centrality": _scaled(_to_centre(sentences, vectors)),
        "title": _title(text.documents, sentences),
        "length": [min(1.0, s.length / _FULL_LENGTH) / allowed if allowed else 0.0 for s in sentences],
        "heavy": [max(0.0, (s.length - _HEAVY_FROM) / _HEAVY_STEP) for s in sentences],
        "address": _address(sentences, frozenset(lexicon["summary_cues"].words("address"))),
        "statement": [float(s.candidate.attributed) for s in sentences],
        "query": _scaled(_to_query(text.query, vectors, idf, stop_words(lexicon))),
        **_ages(text, sentences),
    }
    return Facts(sentences, vectors, parts, agreement(sentences))


def cosine(a: Vector, b: Vector) -> float:
    """The cosine of two vectors of length 1."""
    if len(a) > len(b):
        a, b = b, a
    return sum([weight * b[term] for term, weight in a.items() if term in b])


def _informative(sentences: Sequence[ReadSentence], factors: Mapping[str, float]) -> dict[str, float]:
    """The inverse frequency of every content word over the sentences, raised for names and figures.

    A name is a word that stands with a capital within sentences at least as often as not.
    """
    frequency = Counter([term for s in sentences for term in set(s.content)])
    capitals = Counter([term for s in sentences for term in s.capitals])
    rarity = {n: math.log(1 + len(sentences) / n) for n in set(frequency.values())}
    raised = {term: factors["names"] for term, n in capitals.items() if 2 * n >= frequency[term]}
    raised |= {term: factors["figures"] for term in frequency if term[0].isdigit()}
    return {term: rarity[n] * raised.get(term, 1.0) for term, n in frequency.items()}


def _vector(content: Sequence[str], idf: Mapping[str, float]) -> dict[str, float]:
    summed: dict[str, float] = {}
    for term in content:
        summed[term] = summed.get(term, 0.0) + idf[term]
    return _unit(summed)


def _unit(vector: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(sum([weight * weight for weight in vector.values()]))
    return {term: weight / length for term, weight in vector.items()} if length else {}


def _scaled(values: Sequence[float]) -> list[float]:
    top = max(values, default=0.0)
    return [value / top if top > 0 else 0.0 for value in values]


def _positions(sentences: Sequence[ReadSentence]) -> list[float]:
    """One over the root of a sentence's place among those of its document that may be picked."""
    places: Counter[int] = Counter()
    values = []
    for s in sentences:
        values.append(1 / math.sqrt(1 + places[s.candidate.document]))
        places[s.candidate.document] += s.fit
    return values


def _to_centre(sentences: Sequence[ReadSentence], vectors: Sequence[Vector]) -> list[float]:
    centre: dict[str, float] = {}
    for vector in vectors:
        for term, weight in vector.items():
            centre[term] = centre.get(term, 0.0) + weight
    middle = _unit(centre)
    return [cosine(vector, middle) if s.fit else 0.0 for s, vector in zip(sentences, vectors, strict=True)]


def _title(documents: Sequence[Source], sentences: Sequence[ReadSentence]) -> list[float]:
    titles = [frozenset(map(stem, words(source.title or ""))) for source in documents]
    shared = (len(titles[s.candidate.document].intersection(s.content)) for s in sentences)
    return [min(1.0, n / _TITLE_WORDS) for n in shared]


def _address(sentences: Sequence[ReadSentence], persons: frozenset[str]) -> list[float]:
    return [float(not persons.isdisjoint(s.plain) or bool(_QUESTION.search(s.candidate.text[-5:]))) for s in sentences]


def _to_query(
    query: str | None, vectors: Sequence[Vector], idf: Mapping[str, float], stops: frozenset[str]
) -> list[float]:
    if query is None:
        return [0.0] * len(vectors)
    asked = {stem(word) for word in words(query) if plain(word) not in stops}
    wanted = _unit({term: idf[term] for term in sorted(asked) if term in idf})
    return [cosine(vector, wanted) for vector in vectors]


def _ages(text: SummaryInput, sentences: Sequence[ReadSentence]) -> dict[str, list[float]]:
    """Recency of each sentence's document; for the sentences of the first day of the story, how early they stand."""
    days = sorted({source.date for source in text.documents if source.date})
    if len(days) < 2:
        return {}
    newer = {day: len(days) - 1 - place for place, day in enumerate(days)}
    began = text.began or days[0]
    dates = [text.documents[s.candidate.document].date for s in sentences]
    early = _positions(sentences)
    return {
        "recency": [math.exp(-newer[date] / _RECENCY) if date else 0.0 for date in dates],
        "origin": [place if date == began else 0.0 for place, date in zip(early, dates, strict=True)],
    }
