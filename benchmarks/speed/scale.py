"""How a run grows with the number of articles, what a second process brings, and what a run with nothing new costs.

`python -m benchmarks.speed.scale [SMALL] [LARGE]`, by default 1,000 and 10,000 invented articles. Every figure is of a
whole process with all that it starts: CPU seconds, seconds of the clock, and the largest memory of one process. What is
written, and told in MB, are the files that an issue does not share with an earlier one.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from benchmarks.generator import FIRST_DAY, PROFILE, articles

_WEEK = ("--max-age", "7")  # as a daily run over a growing folder has it; the articles are of thirty days


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one process and its children."""

    cpu: float  # seconds
    clock: float  # seconds
    memory: float  # MiB, of the largest process

    def __str__(self) -> str:
        return f"{self.cpu:7.1f} s CPU  {self.clock:7.1f} s  {self.memory:6.0f} MiB"


def run(folder: Path, sources: str, name: str, *options: str) -> Cost:
    """Build `sources` into `folder`/`name` with its own store.

    Compiled modules are kept for the next run, as on a user's machine, even where the environment forbids it.
    """
    command = [sys.executable, "-m", "briefing", "build", str(folder / sources), "--profile", str(folder / "lake.toml")]
    command += ["--out", str(folder / name), "--state", str(folder / f"state-{name}"), "--quiet", *options]
    began = time.perf_counter()
    kept = {"PYTHONPYCACHEPREFIX": str(folder / "bytecode"), "PYTHONDONTWRITEBYTECODE": ""}
    process = subprocess.Popen(command, env={**os.environ, **kept})
    _, status, used = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{' '.join(command)}: ended with {status}")
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - began, used.ru_maxrss / 1024)


def write(folder: Path, count: int) -> None:
    """`count` articles in `folder`."""
    folder.mkdir()
    for article in articles(count):
        article.write(folder)


def mornings(folder: Path, count: int, first: Cost) -> None:
    """Print what a morning with one new article costs and writes.

    From the second issue on they are as all that follow.
    """
    run(folder, "large", "b", "--as-of", _day(29))
    for number in range(3):
        day, before = _day(30 + number), _on_disk(folder / "b")
        # Its name stands amid the others: one that came last would move no other in any list.
        article = next(articles(1, seed=100 + number))
        replace(article, name=f"article_000500{number}.json", day=date.fromisoformat(day)).write(folder / "large")
        cost = run(folder, "large", "b", "--as-of", day)
        after = _on_disk(folder / "b")
        fresh = sum(size for place, size in after.items() if place not in before)
        share = cost.cpu / first.cpu
        print(f"{count:6} and one, as of {day} {cost}   {share:.1%} of the first (1 %), {fresh / 1e6:.1f} MB (3)")


def _day(number: int) -> str:
    return (FIRST_DAY + timedelta(days=number)).isoformat()


def _on_disk(out: Path) -> dict[int, int]:
    """The size of each file of a folder of issues by its place on disk: files that are shared stand once."""
    return {f.stat().st_ino: f.stat().st_size for f in out.rglob("*") if f.is_file()}


def main(small: int = 1000, large: int = 10_000) -> None:
    """Print the figures beside what they have to be."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "lake.toml").write_text(PROFILE, encoding="utf-8")
        for sources, count in (("small", small), ("middle", 2 * small), ("large", large)):
            write(folder / sources, count)
        few = run(folder, "small", "a")
        print(f"{small:6} articles              {few}")
        one = run(folder, "middle", "one")
        print(f"{2 * small:6} articles, one process {one}")
        two = run(folder, "middle", "two", "--jobs", "2")
        print(f"{2 * small:6} articles, --jobs 2    {two}   {one.clock / two.clock:.2f} times as fast (1.6)")
        many = run(folder, "large", "b")
        ratio = many.cpu / few.cpu / (large / small)
        print(f"{large:6} articles              {many}   {ratio:.2f} of proportional (1.2), 600 MiB allowed")
        again = run(folder, "large", "b")
        print(f"{large:6} with nothing new      {again}   {again.cpu / many.cpu:.1%} of the first (50 %)")
        week = run(folder, "large", "c", *_WEEK)
        print(f"{large:6} with --max-age 7      {week}")
        next(islice(articles(large + 1), large, None)).write(folder / "large")
        more = run(folder, "large", "b")
        print(f"{large:6} and one new           {more}   {more.cpu / many.cpu:.1%} of the first (5 %)")
        more = run(folder, "large", "c", *_WEEK)
        print(f"{large:6} with --max-age, one new {more}   {more.cpu / week.cpu:.1%} of the first (5 %)")
        mornings(folder, large, many)


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:]))
