"""The real command, in a process of its own."""

import json
import os
import subprocess
import sys
from contextlib import contextmanager
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


@contextmanager
def started(*words, cwd=ROOT):
    """A `briefing` that runs on, ended when the block is left."""
    with _running(words, cwd=cwd, stderr=subprocess.DEVNULL) as run:
        yield run


@contextmanager
def started_quietly(*words, **environment):
    """A `briefing` whose errors are for `communicate`, ended when the block is left."""
    with _running(words, environment=environment, stderr=subprocess.PIPE) as run:
        yield run


@contextmanager
def _running(words, *, stderr, cwd=ROOT, environment=None):
    run = subprocess.Popen(
        [sys.executable, "-u", "-m", "briefing", *words],
        cwd=cwd,
        stdout=subprocess.PIPE,
        stderr=stderr,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})},
    )
    try:
        yield run
    finally:
        run.terminate()
        run.communicate(timeout=30)


def line_with(run, words):
    """The next line of its output that has these words; a program that ends first has none."""
    return next(line for line in run.stdout if words in line)
