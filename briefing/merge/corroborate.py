"""Which reports are one statement: the same words, or the same voice saying the same thing in two articles.

Copies are found by fingerprint. Paraphrases are looked for only among reports of one voice, and within a strand more
readily than across, since rewrites of one agency text share their facts and change their words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.merge.report import Report
from briefing.merge.strands import groups

_ACROSS = 0.6  # share of the smaller set of concepts, for articles of different origin
_QUOTED = 0.8  # the same for two quotations: other words are another quotation
_WITHIN = 0.33  # for articles of one strand
_LEAST = 4  # shared concepts; three are enough where they are most of a short statement
_SHORT = 0.7
_BUCKET = 40  # reports that share a concept; a larger bucket is a common word


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
    """Pairs alike enough, the closest first, each report paired at most once with any other article."""
    paired: set[tuple[int, int]] = set()
    for _, _, i, j in sorted(_alike(reports, strand_of), reverse=True):
        one, other = (i, reports[j].reading), (j, reports[i].reading)
        if one not in paired and other not in paired:
            paired |= {one, other}
            yield i, j


def _alike(reports: Sequence[Report], strand_of: Sequence[int]) -> set[tuple[int, float, int, int]]:
    """(shared concepts, likeness, i, j) of all pairs over their threshold."""
    found: set[tuple[int, float, int, int]] = set()
    for bucket in _buckets(reports):
        for at, i in enumerate(bucket):
            for j in bucket[at + 1 :]:
                likeness = _likeness(reports[i], reports[j])
                if likeness >= _threshold(reports[i], reports[j], strand_of):
                    found.add((len(reports[i].concepts & reports[j].concepts), likeness, i, j))
    return found


def _buckets(reports: Sequence[Report]) -> Iterator[list[int]]:
    """Reports of one voice that share a concept; buckets over the limit are left to their rarer concepts."""
    index: dict[tuple[str | None, str | None, str], list[int]] = {}
    for i, report in enumerate(reports):
        for concept in report.concepts:
            index.setdefault((*report.voice, concept), []).append(i)
    yield from (bucket for bucket in index.values() if 1 < len(bucket) <= _BUCKET)


def _likeness(one: Report, other: Report) -> float:
    """Share of the smaller set of concepts; 0 for too few, for one article, and for opposed stances."""
    shared = len(one.concepts & other.concepts)
    share = shared / max(1, min(len(one.concepts), len(other.concepts)))
    enough = shared >= _LEAST or (shared == _LEAST - 1 and share >= _SHORT)
    return share if enough and one.reading != other.reading and _compatible(one, other) else 0.0


def _compatible(one: Report, other: Report) -> bool:
    stances = {one.position.stance, other.position.stance}
    return len(stances) == 1 or "state" in stances


def _threshold(one: Report, other: Report, strand_of: Sequence[int]) -> float:
    if strand_of[one.reading] == strand_of[other.reading]:
        return _WITHIN
    quoted = {"direct", "mixed"}
    both_quoted = one.position.attribution.kind in quoted and other.position.attribution.kind in quoted
    return _QUOTED if both_quoted else _ACROSS
