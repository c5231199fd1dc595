"""The whole process, five seeds to Markdown, HTML and JSON, against `sumy lex-rank` on one of them in the same run."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
RUNS = 5


def cost(*words: str | Path) -> tuple[float, float]:
    """Least CPU seconds of a few runs, each with a state folder of its own, and peak memory in MiB."""
    best, peak = float("inf"), 0.0
    with tempfile.TemporaryDirectory() as bytecode:
        for _ in range(RUNS):
            with tempfile.TemporaryDirectory() as fresh:
                command = [sys.executable, *(str(word).replace("FRESH", fresh) for word in words)]
                seconds, memory = _once(command, bytecode)
            best, peak = min(best, seconds), max(peak, memory)
    return best, peak


# A process of its own measures its one child: a fork of this one would be charged with the memory that this one has.
_MEASURE = """
import resource, subprocess, sys
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
sys.exit(done.returncode)
"""


def _once(words: list[str], bytecode: str) -> tuple[float, float]:
    """Compiled modules are kept for the next run, as on a user's machine, even where the environment forbids it."""
    kept = {"PYTHONPYCACHEPREFIX": bytecode, "PYTHONDONTWRITEBYTECODE": ""}
    run = subprocess.run(
        [sys.executable, "-S", "-c", _MEASURE, *words],
        capture_output=True,
        cwd=ROOT,
        check=True,
        env={**os.environ, **kept},
    )
    seconds, memory = run.stdout.split()
    return float(seconds), float(memory)


def main() -> None:
    seed = sorted((ROOT / "seeds").glob("*.txt"))[1]
    peer, _ = cost("-m", "benchmarks.speed.sumy_cli", "lex-rank", "--length=5", f"--file={seed}")
    words = ("build", "seeds", "--profile", "gaza-ceasefire", "--format", "md,html,json")
    own, memory = cost("-m", "briefing", *words, "--out", "FRESH/out", "--state", "FRESH/state")
    print(f"sumy lex-rank on one seed      {peer:6.2f} s CPU")
    print(f"briefing build on five seeds   {own:6.2f} s CPU   {own / peer:.2f} x sumy (at most 2.0)")
    print(f"peak memory                    {memory:6.0f} MiB (at most 150)")


if __name__ == "__main__":
    main()
