"""The same sentences under every hash seed and locale, and no heavy package for the default method."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

CHOOSE = """
from briefing.steps.summarize import METHODS, Budget, summarize, story_input
from tests.summarize.texts import LEXICON, LOG, HERALD, POST, article, random_input
texts = [random_input(4, 40), story_input([article(*HERALD), article(*POST)], query="pumps in Lund")[0]]
texts.append(story_input([article(None, *day) for day in LOG])[0])
for text in texts:
    for method in METHODS:
        for budget in (Budget(sentences=5), Budget(words=60)):
            print(method, *summarize(text, method=method, budget=budget, lexicon=LEXICON))
    for view in ("story", "news", "timeline"):
        print(view, *summarize(text, view=view, budget=Budget(words=60), lexicon=LEXICON))
"""
LIGHT = """
import sys
from briefing.languages import load
from briefing.steps.summarize import Budget, Candidate, SummaryInput, summarize
text = SummaryInput((Candidate("The dam above Lund broke on Thursday."), Candidate("Nobody was hurt there, they say.")))
assert summarize(text, budget=Budget(1), lexicon=load("en")) == (0,)
print(*sorted({"numpy", "nltk", "sumy", "scipy"} & set(sys.modules)))
"""


def run(code: str, **environment: str) -> bytes:
    finished = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, **environment}, capture_output=True, check=True
    )
    return finished.stdout


@pytest.fixture(scope="module")
def chosen() -> bytes:
    return run(CHOOSE, PYTHONHASHSEED="0", LC_ALL="C.UTF-8")


@pytest.mark.parametrize("seed", ["1", "2", "3", "4", "5"])
def test_every_hash_seed(chosen: bytes, seed: str):
    assert run(CHOOSE, PYTHONHASHSEED=seed, LC_ALL="C.UTF-8") == chosen


def test_another_locale(chosen: bytes):
    assert run(CHOOSE, PYTHONHASHSEED="7", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0") == chosen


def test_the_default_method_needs_no_heavy_package():
    assert run(LIGHT).strip() == b""
