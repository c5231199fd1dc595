"""The data formats of a large briefing: a file for each day of its sources, and one that says which."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from briefing.merge import by_day, without_days
from briefing.render.data import json_of, to_csv
from briefing.render.tables import to_parquet
from briefing.render.views import View


def json_files(view: View) -> dict[str, bytes]:
    """`briefing.json` with what no day has and the names of the others, and these."""
    parts = {f"json/{day}.json": part for day, part in by_day(view.briefing).items()}
    index = json_of(without_days(view.briefing), tuple(parts))
    return {"briefing.json": index, **{name: json_of(part) for name, part in parts.items()}}


def csv_files(view: View) -> dict[str, bytes]:
    """The table by days, each with its heading."""
    return {f"csv/{day}.csv": to_csv(view, part.statements) for day, part in by_day(view.briefing).items()}


def parquet_files(view: View) -> dict[str, bytes]:
    """The same as a data set of Parquet files. Raises MissingExtraError without pyarrow."""
    return {f"parquet/{day}.parquet": to_parquet(view, part.statements) for day, part in by_day(view.briefing).items()}


BY_DAY: Mapping[str, Callable[[View], dict[str, bytes]]] = {
    "json": json_files,
    "csv": csv_files,
    "parquet": parquet_files,
}
