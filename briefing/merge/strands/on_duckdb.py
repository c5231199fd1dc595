"""The pairs of more articles than the memory may hold the shingles of: queries in DuckDB, which spills to disk."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence

from briefing.digest.shingles import BYTES
from briefing.errors import UsageError
from briefing.merge.strands.limits import COMMON, LEAST

_MEMORY = "1GB"  # that DuckDB takes before it writes to the disk
_PARTS = 32  # of the hashes, one query each

# What of the shingles of one part is rare, and every two articles that have it, once for each shingle.
_PAIRS = f"""
INSERT INTO pair
WITH part AS MATERIALIZED (
    SELECT key >> {64 - 8 * BYTES} AS hash, key & {(1 << 64 - 8 * BYTES) - 1} AS article
    FROM shingle WHERE key BETWEEN ?::UBIGINT AND ?::UBIGINT
), rare AS (
    SELECT hash FROM part GROUP BY hash HAVING count(*) BETWEEN 2 AND {COMMON}
), kept AS MATERIALIZED (
    SELECT hash, article FROM part SEMI JOIN rare USING (hash)
)
SELECT one.article, other.article
FROM kept AS one JOIN kept AS other ON one.hash = other.hash AND one.article < other.article
"""  # noqa: S608 - of numbers of our own
_ENOUGH = f"SELECT one, other, count(*) FROM pair GROUP BY one, other HAVING count(*) >= {LEAST}"  # noqa: S608


def pairs_on_duckdb(shingles: Sequence[str]) -> list[tuple[int, int, int]]:
    """Every two articles a < b that share enough rare shingles, and how many.

    Raises UsageError when DuckDB is not installed, or the disk is full.
    """
    try:
        import duckdb  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise UsageError(
            "so many articles need duckdb: pip install 'briefing[duckdb]', or give --engine memory"
        ) from error
    from briefing.merge.strands.keys import keys_of  # noqa: PLC0415 - imports numpy

    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        settings: dict[str, str | bool | int | float | list[str]] = {
            "memory_limit": _MEMORY,
            "temp_directory": folder,
            "preserve_insertion_order": False,
        }
        try:
            with duckdb.connect(config=settings) as database:
                database.execute("CREATE TABLE shingle (key UBIGINT)")
                database.execute("CREATE TABLE pair (one UINTEGER, other UINTEGER)")
                for keys in keys_of(shingles):  # each ascending, so that the query of a part reads little beside it
                    database.register("batch", {"key": keys})
                    database.execute("INSERT INTO shingle FROM batch")
                width = (1 << 64) // _PARTS
                for part in range(_PARTS):
                    database.execute(_PAIRS, [part * width, (part + 1) * width - 1])
                return database.execute(_ENOUGH).fetchall()
        except (duckdb.OutOfMemoryException, duckdb.IOException) as error:
            raise UsageError(f"DuckDB in {folder}: {str(error).splitlines()[0]}") from error
