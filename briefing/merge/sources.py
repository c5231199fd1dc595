"""The source table: each article with its number, date evidence, flags, and how much of it is reproduced."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefing.merge.flags import find_flags
from briefing.merge.words import word_count
from briefing.merged import InferredDate, Source, Statement
from briefing.records import Reading


def build_sources(
    readings: Sequence[Reading],
    statements: Sequence[Statement],
    strand_of: Sequence[int],
    inferred: Sequence[InferredDate | None],
) -> tuple[Source, ...]:
    """One Source a reading, numbered from 1 in the order given."""
    quoted: Counter[int] = Counter()
    counts: Counter[int] = Counter()
    for statement in statements:
        for citation in statement.citations:
            quoted[citation.source] += word_count(citation.text)
        counts.update({c.source for c in statement.citations})
    return tuple(
        _source(i + 1, reading, strand_of[i], inferred[i], quoted[i + 1], counts[i + 1])
        for i, reading in enumerate(readings)
    )


def _source(
    number: int, reading: Reading, strand: int, inferred: InferredDate | None, quoted: int, statements: int
) -> Source:
    article = reading.article
    relays = dict.fromkeys(p.relayed_via for p in reading.positions if p.relayed_via)
    return Source(
        number=number,
        id=article.id,
        source=article.source,
        also_at=article.also_at,
        title=article.title,
        publisher=article.publisher,
        author=article.author,
        url=article.url,
        language=article.language,
        published=article.published,
        dated_by=article.dated_by,
        page_shows=article.page_shows,
        page_date=article.page_date,
        inferred=inferred,
        reliability=article.reliability,
        relays=tuple(relays),
        flags=find_flags(reading),
        sha256=article.source_sha256,
        words=word_count(article.text),
        words_quoted=quoted,
        statements=statements,
        strand=strand,
    )
