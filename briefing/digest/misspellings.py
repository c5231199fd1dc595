"""Spellings of one name: a word a letter or two away from a name that the same article uses for the same person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.digest.citations import cite
from briefing.gazetteer import Hit
from briefing.merged import Citation
from briefing.records import Reading
from briefing.text import misspelt, tokens

_LEAST = 5  # letters; shorter names have too many neighbours


def misspellings(reading: Reading, named: Sequence[tuple[Hit, ...]]) -> Iterator[tuple[str, str, Citation]]:
    """(name of the profile, spelling seen, citation) for each capitalised word near a surname that the article has.

    `named` are the names of the profile in each sentence of the reading.
    """
    surnames: set[str] = set()
    words = []
    for sentence, hits in zip(reading.sentences, named, strict=True):
        found = tokens(reading.article.text, *sentence.span)
        covered: set[int] = set()
        for hit in hits:
            covered.update(range(hit.first, hit.last))
            if hit.name.kind in ("person", "surname"):
                surnames.add(found[hit.last - 1].text)
        words += [(w, sentence) for i, w in enumerate(found) if i not in covered and w.is_capitalised and w.is_word]
    seen: set[str] = set()
    for word, sentence in words:
        if len(word.text) < _LEAST or word.text in seen:
            continue
        known = next((s for s in sorted(surnames) if s[0] == word.text[0] and misspelt(s, word.text)), None)
        citation = cite(reading.article, sentence.span) if known else None
        if known and citation:
            seen.add(word.text)
            yield known, word.text, citation
