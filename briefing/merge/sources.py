"""The source table: each article with its number, date evidence, flags, and how much of it is reproduced."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from briefing.merge.flags import find_flags
from briefing.merge.words import word_count
from briefing.merged import InferredDate, Source
from briefing.records import Reading


def source_of(reading: Reading) -> Source:
    """The source of one reading, without what only the corpus can tell: strand, counts, inferred date."""
    article = reading.article
    relays = dict.fromkeys(p.relayed_via for p in reading.positions if p.relayed_via)
    return Source(
        id=article.source_id,
        article=article.id,
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
        inferred=None,
        reliability=article.reliability,
        assigned=article.assigned,
        relays=tuple(relays),
        flags=find_flags(reading),
        sha256=article.source_sha256,
        words=word_count(article.text),
        words_quoted=0,
        statements=0,
        strand="",
    )


def place_sources(
    sources: Sequence[Source],
    strand_of: Sequence[int],
    inferred: Sequence[InferredDate | None],
    quoted: Counter[str],
    statements: Counter[str],
) -> tuple[Source, ...]:
    """The sources with what the corpus tells; the counts are by id."""
    first: dict[int, str] = {}
    return tuple(
        replace(
            source,
            strand=first.setdefault(strand, source.id),
            inferred=bound,
            words_quoted=quoted[source.id],
            statements=statements[source.id],
        )
        for source, strand, bound in zip(sources, strand_of, inferred, strict=True)
    )
