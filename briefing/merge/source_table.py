"""The source table: each article, and what the corpus tells of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from briefing.merged import InferredDate, Source


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
