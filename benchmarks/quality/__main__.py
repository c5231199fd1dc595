"""`make eval`: run every scorer on the matching command, print one table, and fail where a floor is lost.

The floors stand in floors.toml beside this file; they are raised when a figure rises, and lowered only on purpose.
"""

from __future__ import annotations

import sys
import tempfile
import tomllib
from pathlib import Path

from benchmarks.quality.tasks import TASKS
from benchmarks.quality.where import evaluation_data

FLOORS = Path(__file__).with_name("floors.toml")


def main() -> int:
    data = evaluation_data()
    if data is None:
        print("evaluation data absent (set BRIEFING_EVAL to its folder): nothing measured")
        return 0
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    wanted = sys.argv[1:] or list(TASKS)
    lost = 0
    print(f"{'task':14} {'figure':34} {'now':>8} {'floor':>8}")
    for name in wanted:
        with tempfile.TemporaryDirectory() as folder:
            figures = TASKS[name](data, Path(folder))
        for figure, value in figures.items():
            floor = floors.get(name, {}).get(figure)
            below = floor is not None and not _holds(figure, value, floor)
            lost += below
            shown = "" if floor is None else f"{floor:8.3f}"
            print(f"{name:14} {figure:34} {value:8.3f} {shown}{'  LOST' if below else ''}")
    print(f"{lost} floors lost")
    return 1 if lost else 0


def _holds(figure: str, value: float, floor: float) -> bool:
    """Counts of faults may not rise, all other figures may not fall; rounding is forgiven."""
    return value <= floor if figure.endswith("(count)") else value >= floor - 0.0005


if __name__ == "__main__":
    sys.exit(main())
