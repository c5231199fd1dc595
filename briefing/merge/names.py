"""Spellings of one name: a word a letter or two away from a name that the same article uses for the same person."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.gazetteer import compile_names, find_names
from briefing.merge.report import cite
from briefing.merged import Citation
from briefing.profile import Profile
from briefing.records import Reading
from briefing.text import tokens

_LEAST = 5  # letters; shorter names have too many neighbours


def misspellings(number: int, reading: Reading, profile: Profile) -> Iterator[tuple[str, str, Citation]]:
    """(name of the profile, spelling seen, citation) for each capitalised word near a surname that the article has."""
    index = compile_names(profile)
    surnames: set[str] = set()
    words = []
    for sentence in reading.sentences:
        found = tokens(reading.article.text, *sentence.span)
        covered: set[int] = set()
        for hit in find_names(found, index):
            covered.update(range(hit.first, hit.last))
            if hit.name.kind in ("person", "surname"):
                surnames.add(found[hit.last - 1].text)
        words += [(w, sentence) for i, w in enumerate(found) if i not in covered and w.is_capitalised and w.is_word]
    seen: set[str] = set()
    for word, sentence in words:
        if len(word.text) < _LEAST or word.text in seen:
            continue
        known = next((s for s in sorted(surnames) if s[0] == word.text[0] and _near(s, word.text)), None)
        citation = cite(number, reading.article, sentence.span) if known else None
        if known and citation:
            seen.add(word.text)
            yield known, word.text, citation


def _near(one: str, other: str) -> bool:
    """At most two single-letter edits, and at least half of the letters in place."""
    if one == other or abs(len(one) - len(other)) > 1 or min(len(one), len(other)) < _LEAST:
        return False
    return 0 < _edits(one.casefold(), other.casefold()) <= (1 if len(one) < 7 else 2)


def _edits(one: str, other: str) -> int:
    """Levenshtein distance."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        previous, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (a != b))
    return row[-1]
