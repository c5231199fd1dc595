"""Which articles go back to one origin: articles of one strand share long word sequences, and count once.

Shingles (Broder 1997) are looked up in an index, so that no two articles are compared that share nothing rare. The
index is a dictionary for few articles, sorted arrays for many, or a DuckDB database that may be larger than the memory:
all give the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.digest.shingles import HASH
from briefing.merge.strands.components import Components
from briefing.merge.strands.few import pairs_of_few

__all__ = ["FEW", "MANY", "strands"]

FEW = 1000  # articles up to which a dictionary is done before numpy is loaded
MANY = 250_000  # articles from which "auto" takes DuckDB; by their number alone, so that every machine does the same
_SHARE = 0.05  # of the shorter article's shingles; independent reports of one event share under 3 %


def strands(shingles: Sequence[str], fingerprints: Sequence[str], engine: str = "auto") -> tuple[int, ...]:
    """For each article the number of its strand, counted from 1 in the order of the articles.

    `shingles` has those of each as `packed` gives them. Copies, which have one fingerprint, are one strand however many
    they are. The engine is "memory", "duckdb", or "auto". Raises UsageError when DuckDB is not installed.
    """
    found = Components(len(shingles))
    first: dict[str, int] = {}
    for number, name in enumerate(fingerprints):
        if first.setdefault(name, number) != number:
            found.join(first[name], number)
    unique = list(first.values())
    kept = [shingles[number] for number in unique]
    for a, b, shared in _pairs(kept, engine):
        if shared >= _SHARE * (min(len(kept[a]), len(kept[b])) // HASH):
            found.join(unique[a], unique[b])
    return found.numbers()


def _pairs(shingles: Sequence[str], engine: str) -> list[tuple[int, int, int]]:
    """Every two articles a < b that share enough rare shingles, and how many, in any order."""
    if engine == "duckdb" or (engine == "auto" and len(shingles) >= MANY):
        from briefing.merge.strands.on_duckdb import pairs_on_duckdb  # noqa: PLC0415 - an extra

        return pairs_on_duckdb(shingles)
    if len(shingles) > FEW:
        from briefing.merge.strands.many import pairs_of_many  # noqa: PLC0415 - imports numpy

        return pairs_of_many(shingles)
    return pairs_of_few(shingles)
