"""What a million articles would cost, from the slopes between two sizes that are measured here.

`python -m benchmarks.speed.million [SMALL] [LARGE]`, by default 2,000 and 4,000 invented articles of 400 words with
four statements each, of three parties on three issues. The first run of a size reads and merges; the second has all
digests and only merges, into the same formats and one more: as on any morning, it has the files of the days already.
Where the cost grows faster than the articles, its power is told, and nothing of a million. A million lies far outside
of what is measured: take it as an order of magnitude.
"""

from __future__ import annotations

import math
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks.generator import PROFILE
from benchmarks.speed.scale import run, write

_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Bill:
    """Of one size."""

    reading: float  # CPU seconds
    merging: float  # CPU seconds, with the writing of an issue in Markdown, HTML, JSON and CSV
    memory: float  # MiB at most
    store: float  # MiB on the disk
    issue: float  # MiB on the disk, one of two copies


def bill(folder: Path, sources: str) -> Bill:
    """What the articles of `folder`/`sources` cost."""
    out = f"{sources}-out"
    whole = run(folder, sources, out)
    again = run(folder, sources, out, "--format", "md,html,json,csv,bib")
    store, issue = _size(folder / f"state-{out}"), _size(folder / out / "latest")
    return Bill(whole.cpu - again.cpu, again.cpu, again.memory, store, issue)


def _size(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 2**20


def main(small: int = 2000, large: int = 4000) -> None:
    """Print the slopes, and a million by them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "lake.toml").write_text(PROFILE, encoding="utf-8")
        bills = []
        for sources, count in (("small", small), ("large", large)):
            write(folder / sources, count)
            bills.append(bill(folder, sources))
    few, many = bills
    power = math.log(many.merging / few.merging, large / small)
    reading = (many.reading - few.reading) / (large - small)
    print(f"reading  {1000 * reading:7.1f} ms CPU an article   {reading * _MILLION / 3600:7.1f} CPU hours a million")
    print(f"merging  {few.merging:7.1f} s CPU of {small}, {many.merging:.1f} s of {large}: by the power of {power:.2f}")
    for what in ("memory", "store", "issue"):
        slope = (getattr(many, what) - getattr(few, what)) / (large - small)
        print(f"{what:8} {1024 * slope:7.1f} KiB an article      {slope * _MILLION / 1024:7.1f} GiB a million")


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:]))
