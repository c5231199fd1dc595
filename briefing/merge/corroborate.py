"""Which reports are one statement: the same words, or the same voice saying the same thing in two articles.

Copies are found by fingerprint. Paraphrases are looked for only among reports of one voice, and within a strand more
readily than across, since rewrites of one agency text share their facts and change their words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.merge.report import Report
from briefing.merge.strands import groups

_ACROSS = 0.6  # share of the smaller set of concepts, for articles of different origin
_WITHIN = 0.4  # for articles of one strand
_LEAST = 4  # shared concepts
_BUCKET = 40  # reports that share a rare concept; a larger bucket is a common word


def same_statements(reports: Sequence[Report], strand_of: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """Groups of positions in `reports` that are one statement, each ascending."""
    return groups(len(reports), [*_copies(reports), *_paraphrases(reports, strand_of)])


def _copies(reports: Sequence[Report]) -> Iterator[tuple[int, int]]:
    first: dict[tuple[str, str | None], int] = {}
    for i, report in enumerate(reports):
        known = first.setdefault((report.fingerprint, report.position.speaker.party), i)
        if known != i:
            yield known, i


def _paraphrases(reports: Sequence[Report], strand_of: Sequence[int]) -> Iterator[tuple[int, int]]:
    for bucket in _buckets(reports):
        for at, i in enumerate(bucket):
            for j in bucket[at + 1 :]:
                if reports[i].reading != reports[j].reading and _alike(reports[i], reports[j], strand_of):
                    yield i, j


def _buckets(reports: Sequence[Report]) -> Iterator[list[int]]:
    """Reports of one voice that share a concept; buckets over the limit are left to their rarer concepts."""
    index: dict[tuple[str | None, str | None, str], list[int]] = {}
    for i, report in enumerate(reports):
        for concept in report.concepts:
            index.setdefault((*report.voice, concept), []).append(i)
    for key in sorted(index, key=str):
        if 1 < len(index[key]) <= _BUCKET:
            yield index[key]


def _alike(one: Report, other: Report, strand_of: Sequence[int]) -> bool:
    shared = one.concepts & other.concepts
    limit = _WITHIN if strand_of[one.reading] == strand_of[other.reading] else _ACROSS
    smaller = min(len(one.concepts), len(other.concepts))
    return len(shared) >= _LEAST and len(shared) >= limit * smaller
