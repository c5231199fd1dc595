"""Cleaning and dating pages and plain text against trafilatura on the same pages, in one run.

    python -m benchmarks.speed.ingest

CPU time, the least of a few rounds each; imports and the loading of the lexicon are left out on both sides.
"""

from __future__ import annotations

import json
import lzma
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.quality.where import evaluation_data
from briefing.collecting import put_off
from briefing.languages import load
from briefing.records import RawDocument
from briefing.steps.clean import clean
from briefing.steps.dating import date_article

ROUNDS = 3
PAGES = 150
AT_MOST = {"html": 1.5, "lite": 0.25, "full": 0.25}


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with lzma.open(folder / "ingest" / f"{name}.dev.jsonl.xz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def least(work: Callable[[], None]) -> float:
    """The least CPU seconds of a few rounds."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        with put_off():  # as `briefing build` reads
            work()
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    folder = evaluation_data()
    if folder is None:
        print("evaluation data absent (set BRIEFING_EVAL to its folder): nothing measured")
        return
    import trafilatura  # noqa: PLC0415

    lexicon = load("en")
    texts = {(row["id"], row["kind"]): row["text"].encode() for row in rows(folder, "text_body")}
    pages = [row for row in rows(folder, "html_body") if (row["id"], "full") in texts and (row["id"], "lite") in texts]
    pages = pages[:PAGES]

    def read(kind: str) -> None:
        for page in pages:
            if kind == "html":
                raw = RawDocument("page.html", "text/html", page["html"].encode())
            else:
                raw = RawDocument("page.txt", "text/plain", texts[page["id"], kind])
            date_article(clean(raw, lexicon=lexicon), raw, lexicon=lexicon)

    def extract() -> None:
        for page in pages:
            trafilatura.extract(page["html"])

    read("html"), extract()  # warm up
    peer = least(extract)
    print(f"trafilatura, HTML        {1000 * peer / len(pages):6.2f} ms a page")
    for kind, at_most in AT_MOST.items():
        own = least(lambda kind=kind: read(kind))
        share = own / peer
        print(f"briefing, {kind}           {1000 * own / len(pages):6.2f} ms a page   {share:.2f} x ({at_most})")


if __name__ == "__main__":
    main()
