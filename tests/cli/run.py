"""The real command, in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
PROFILE = ("--profile", "gaza-ceasefire")


def briefing(*words, cwd=ROOT, stdin=None, **environment):
    """Run `briefing` and return the finished process, its streams as text."""
    return subprocess.run(
        [sys.executable, "-m", "briefing", *map(str, words)],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
    )


def rows(run):
    """The JSON lines of a run."""
    return [json.loads(line) for line in run.stdout.splitlines()]
