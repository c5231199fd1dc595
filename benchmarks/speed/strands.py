"""Finding the strands of very many articles: DuckDB against sorted arrays in memory, and both against a dictionary.

`python -m benchmarks.speed.strands [COUNT]`, by default 300,000 articles of 220 shingles, of two kinds. "news": three
quarters of an article's shingles are its own, every tenth article rewrites an earlier one. "invented": shingles as
`benchmarks.generator` repeats them. Each engine has a process of its own; CPU seconds and memory are of the search
alone, beside what its shingles take, and the disk is the most that lay in its temporary folder at any moment.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import numpy as np

from benchmarks.generator import articles
from briefing.digest.shingles import BYTES, packed
from briefing.merge.strands import strands
from briefing.merge.strands.few import pairs_of_few

SHINGLES = 220
AT_MOST = 15.0  # CPU seconds a million articles
DISK_AT_MOST = 2048  # MiB
_SELF = (sys.executable, "-m", "benchmarks.speed.strands")
_FEW = 20_000  # articles that the dictionary is given
_STOCK = 2_000_000  # different shingles that many articles share


@dataclass(frozen=True, slots=True)
class Cost:
    """Of finding the strands once."""

    cpu: float  # seconds
    memory: float  # MiB
    disk: float  # MiB
    found: str  # a hash of the strands


def shingles(kind: str, count: int) -> list[str]:
    """The packed shingles of invented articles: the same each time."""
    dice = np.random.default_rng(7)
    found = _news(dice, count) if kind == "news" else _invented(dice, count)
    found.sort(axis=1)
    rows = found.astype(">u8").view(np.uint8).reshape(count, -1, 8)[:, :, :BYTES]
    return [row.tobytes().hex() for row in rows]


def _hashes(dice, size):
    return dice.integers(0, 1 << 63, size, dtype=np.uint64) << np.uint64(1)


def _news(dice, count):
    found = _hashes(dice, (count, SHINGLES))
    shared = SHINGLES // 5
    stock = _hashes(dice, _STOCK)
    places = np.minimum((dice.pareto(0.6, (count, shared)) * 20).astype(np.int64), _STOCK - 1)
    found[:, :shared] = stock[places]
    rewritten = np.arange(10, count, 10)
    origin = rewritten - dice.integers(1, 10, len(rewritten))
    found[rewritten, shared : 3 * shared] = found[origin, shared : 3 * shared]
    return found


def _invented(dice, count):
    text = "".join(packed(article.text.lower()) for article in articles(500))
    stock = np.array([int(text[i : i + 2 * BYTES], 16) << 24 for i in range(0, len(text), 2 * BYTES)], np.uint64)
    return stock[dice.integers(0, len(stock), (count, SHINGLES))]


def measured(given: Path, engine: str) -> Cost:
    """The cost in a process of its own; `given` has the shingles of an article in a line."""
    command = [*_SELF, "measure", str(given), engine]
    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "TMPDIR": folder})
        disk = 0
        while run.poll() is None:
            disk = max(disk, sum(_size(path) for path in Path(folder).rglob("*")))
            time.sleep(0.05)
        cpu, memory, found = run.stdout.read().split()
    return Cost(float(cpu), float(memory), disk / 2**20, found)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def _write(kind: str, count: str, path: str) -> None:
    Path(path).write_text("\n".join(shingles(kind, int(count))), encoding="ascii")


def _measure(path: str, engine: str) -> None:
    with Path(path).open(encoding="ascii") as lines:
        given = [line.rstrip() for line in lines]
    names = [str(n) for n in range(len(given))]
    before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    found = pairs_of_few(given) if engine == "dictionary" else strands(given, names, engine)
    cpu = time.process_time() - began
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(cpu, memory, blake2b(repr(found).encode()).hexdigest())


def main(count: int = 300_000) -> None:
    """Print the costs of each engine, and what they have to be."""
    with tempfile.TemporaryDirectory() as name:
        for kind in ("news", "invented"):
            few, many = Path(name) / "few", Path(name) / "many"
            for path, size in ((few, min(_FEW, count)), (many, count)):  # not here: a child would inherit the peak
                subprocess.run([*_SELF, "write", kind, str(size), str(path)], check=True)
            compare(kind, few, many, count)


def compare(kind: str, few: Path, many: Path, count: int) -> None:
    """Print the costs of each engine on articles of one kind."""
    plain, peer = measured(few, "dictionary"), measured(few, "memory")
    print(f"{kind}, {min(_FEW, count)} articles: dictionary {plain.cpu:.1f} s CPU, {plain.cpu / peer.cpu:.1f} x memory")
    memory, duckdb = measured(many, "memory"), measured(many, "duckdb")
    for name, cost in (("memory", memory), ("duckdb", duckdb)):
        print(
            f"{kind}, {count} articles: {name:6} {cost.cpu:5.1f} s CPU, {cost.cpu / memory.cpu:.1f} x memory, "
            f"{cost.cpu * 1_000_000 / count:.1f} s a million (at most {AT_MOST}), {cost.memory:.0f} MiB memory, "
            f"{cost.disk:.0f} MiB disk (at most {DISK_AT_MOST})"
        )
    if memory.found != duckdb.found:
        sys.exit("the engines differ")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["write", kind, size, path]:
            _write(kind, size, path)
        case ["measure", path, engine]:
            _measure(path, engine)
        case numbers:
            main(*map(int, numbers))
