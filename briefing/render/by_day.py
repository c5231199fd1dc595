"""The data formats of a large briefing: a file for each day of its sources, and one that says what is new in them.

What a day's file holds stays while its sources stay. What happened to its statements since the issue before is of the
issue and stands apart. Files whose names are `known` are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from briefing.merge import by_day, news_of, without_days
from briefing.merged import Briefing
from briefing.render.data import CHANGE, COLUMNS, Row, csv_of, index_json, names_of, part_json, rows
from briefing.render.tables import parquet_of

Written = Callable[[Sequence[str], Sequence[Row]], bytes]  # the columns of rows as a table

_OF_DAY = tuple(column for column in COLUMNS if column != CHANGE)
_NEWS = ("id", CHANGE)


def json_files(briefing: Briefing, known: Collection[str]) -> dict[str, bytes]:
    """`briefing.json` with what no day has, what is new, and the names of the others, and these."""
    parts = {f"json/{day}.json": part for day, part in by_day(briefing).items()}
    unknown = {name: part for name, part in parts.items() if name not in known}
    index = index_json(without_days(briefing), tuple(parts), news_of(briefing))
    return {"briefing.json": index, **{name: part_json(part) for name, part in unknown.items()}}


def csv_files(briefing: Briefing, known: Collection[str]) -> dict[str, bytes]:
    """The table by days, each with its heading, and `changes.csv` with what is new."""
    return _tables(briefing, "csv", csv_of, known)


def parquet_files(briefing: Briefing, known: Collection[str]) -> dict[str, bytes]:
    """The same as a data set of Parquet files. Raises MissingExtraError without pyarrow."""
    return _tables(briefing, "parquet", parquet_of, known)


def _tables(briefing: Briefing, kind: str, written: Written, known: Collection[str]) -> dict[str, bytes]:
    names = names_of(briefing)
    news: list[Row] = [{"id": statement, CHANGE: change} for statement, change in news_of(briefing).items()]
    parts = {f"{kind}/{day}.{kind}": part for day, part in by_day(briefing).items()}
    unknown = {name: part for name, part in parts.items() if name not in known}
    days = {name: written(_OF_DAY, list(rows(part.statements, names))) for name, part in unknown.items()}
    return {f"changes.{kind}": written(_NEWS, news), **days}


BY_DAY: Mapping[str, Callable[[Briefing, Collection[str]], dict[str, bytes]]] = {
    "json": json_files,
    "csv": csv_files,
    "parquet": parquet_files,
}
