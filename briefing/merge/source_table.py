"""The source table: each article with its number, and what the corpus tells of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from briefing.merged import InferredDate, Source


def place_sources(
    sources: Sequence[Source],
    strand_of: Sequence[int],
    inferred: Sequence[InferredDate | None],
    quoted: Counter[int],
    statements: Counter[int],
) -> tuple[Source, ...]:
    """The sources numbered from 1, with what the corpus tells; the counts are by number."""
    return tuple(
        replace(
            source,
            number=number,
            strand=strand,
            inferred=bound,
            words_quoted=quoted[number],
            statements=statements[number],
        )
        for number, (source, strand, bound) in enumerate(zip(sources, strand_of, inferred, strict=True), 1)
    )
