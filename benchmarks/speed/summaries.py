"""Summarising, words and ranking together, warm and on one thread, against sumy's own classes in the same run."""

from __future__ import annotations

import json
import multiprocessing
import os
import resource
import time
import warnings
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path

from benchmarks.quality.where import evaluation_data
from briefing.languages import load
from briefing.steps.split import sentence_spans
from briefing.steps.summarize import METHODS, Budget, Candidate, Source, SummaryInput, summarize

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_name] = "1"  # read when numpy is first imported, which is after this

SENTENCES = 5  # picked
PATIENCE = 30  # seconds after which sumy is stopped, and its cost is "at least"
NAMED = tuple(method for method in METHODS if method != "briefing")
LEAST_RATIO = {50: 10, 1000: 20}
LEX_RANK_LARGE = (3000, 100)
DEFAULT_ARTICLE = (30, 10)
LARGE_MEMORY = 300  # MiB at 3,000 sentences
LEXICON = load("en")


def main() -> None:
    pool = sentences(evaluation_data() / "summaries")
    print(f"{'method':12} {'sentences':>9} {'own ms':>9} {'sumy ms':>9} {'ratio':>8}  at least")
    for size, least in LEAST_RATIO.items():
        for method in NAMED:
            compare(method, method, pool[:size], least)
    compare("lex-rank", "lex-rank", pool[: LEX_RANK_LARGE[0]], LEX_RANK_LARGE[1])
    compare("briefing", "lex-rank", pool[: DEFAULT_ARTICLE[0]], DEFAULT_ARTICLE[1])
    for method in METHODS:
        peak = in_child(peak_memory, PATIENCE, method, pool[:3000])
        print(f"{method:12} {3000:9} sentences: peak memory {peak:4.0f} MiB (at most {LARGE_MEMORY})")


def sentences(folder: Path) -> list[str]:
    """3,000 sentences of the development sets, repeated with a number behind them where there are fewer."""
    texts: dict[str, None] = {}
    for path in sorted(folder.glob("*.jsonl")):
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            for document in row.get("documents", [row]):
                text = document["text"]
                texts |= dict.fromkeys(text[a:b] for a, b in sentence_spans(text, LEXICON))
    rounds = enumerate(cycle(texts))
    return [text if n < len(texts) else f"{text} {n}" for n, text in islice(rounds, 3000)]


def compare(method: str, peer: str, texts: list[str], least: int) -> None:
    """One line: the least cost of a few runs of ours, of sumy's, and their ratio."""
    own = in_child(least_cost, PATIENCE, own_run, method, texts)
    theirs = in_child(least_cost, PATIENCE, sumy_run, peer, texts)
    bound = ">" if theirs is None else " "
    ratio = (theirs or PATIENCE) / own
    verdict = "" if ratio >= least else "  MISSED"
    times = f"{own * 1e3:9.1f} {(theirs or PATIENCE) * 1e3:9.0f}"
    print(f"{method:12} {len(texts):9} {times} {bound}{ratio:7.0f}  {least:7}{verdict}")


def in_child(function: Callable, patience: float, *args: object) -> float | None:
    """What `function` returns in a process of its own, or None after `patience` seconds."""
    with multiprocessing.get_context("fork").Pool(1) as pool:
        try:
            return pool.apply_async(function, args).get(patience)
        except multiprocessing.TimeoutError:
            return None


def least_cost(run: Callable[[str, list[str]], Callable[[], object]], method: str, texts: list[str]) -> float:
    """CPU seconds of the cheapest of up to five runs, after one that warms up where it is cheap."""
    once = run(method, texts)
    costs = []
    while len(costs) < 6 and sum(costs) < PATIENCE / 6:
        before = time.process_time()
        once()
        costs.append(time.process_time() - before)
    return min(costs)


def own_run(method: str, texts: list[str]) -> Callable[[], object]:
    """Our method on bare sentences, three a paragraph."""
    text = SummaryInput(tuple(Candidate(text, n // 3) for n, text in enumerate(texts)), (Source("The main points"),))
    return lambda: summarize(text, method=method, budget=Budget(sentences=SENTENCES), lexicon=LEXICON)


def sumy_run(method: str, texts: list[str]) -> Callable[[], object]:
    """sumy's class, with sumy's stemmer and NLTK's words as sumy uses them, on the same sentences and paragraphs."""
    from nltk.tokenize import NLTKWordTokenizer  # noqa: PLC0415 - after the fork
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence  # noqa: PLC0415
    from sumy.nlp.stemmers import Stemmer  # noqa: PLC0415
    from sumy.nlp.tokenizers import Tokenizer  # noqa: PLC0415
    from sumy.utils import get_stop_words  # noqa: PLC0415

    from briefing.steps.summarize.reference import SUMMARIZERS  # noqa: PLC0415

    class Words:
        split = NLTKWordTokenizer()

        def to_words(self, text: str) -> tuple[str, ...]:
            return tuple(filter(Tokenizer._is_word, self.split.tokenize(text)))  # noqa: SLF001

    made = SUMMARIZERS[method](Stemmer("english"))
    made.stop_words = made.null_words = get_stop_words("english")
    made.bonus_words, made.stigma_words = ["important", "agreed"], ["hardly", "perhaps"]

    def once() -> object:
        parts = [Sentence(text, Words()) for text in texts]
        heading = Sentence("The main points", Words(), is_heading=True)
        paragraphs = [Paragraph([heading, *parts[:3]])]
        paragraphs += [Paragraph(parts[n : n + 3]) for n in range(3, len(parts), 3)]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of LSA, about few words
            return made(ObjectDocumentModel(paragraphs), SENTENCES)

    return once


def peak_memory(method: str, texts: list[str]) -> float:
    """MiB that a process has held at most after one summary."""
    own_run(method, texts)()
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
