"""The source of one article: its metadata, date evidence and flags."""

from __future__ import annotations

from briefing.digest.flags import find_flags
from briefing.merged import Source
from briefing.records import Reading
from briefing.text import word_count


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
