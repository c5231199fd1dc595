"""Derive the weights of the line model for HTML pages: a line is body where most of it stands in the gold text.

    python -m benchmarks.quality.derive_page_model            cross-validate by site and print the figures
    python -m benchmarks.quality.derive_page_model --write    fit on all of it and write briefing/models/pages.toml

Needs numpy and the data that BRIEFING_EVAL names (default ../shared/eval).
"""

import json
import lzma
import sys
from pathlib import Path

from benchmarks.quality.line_fit import Page, as_toml, cross_validate, derive, lay_out, report, site_of
from benchmarks.quality.where import evaluation_data
from briefing.languages import load
from briefing.steps.clean.extract import extract
from briefing.steps.clean.furniture import tokens
from briefing.steps.clean.page_features import see_page
from briefing.steps.clean.shown import shown_lines

THRESHOLD = 0.42
TARGET = Path("briefing/models/pages.toml")


def read_pages(folder: Path) -> list[Page]:
    lexicon = load("en")
    pages = []
    with lzma.open(folder / "ingest" / "html_body.dev.jsonl.xz", "rt", encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            shown = shown_lines(row["html"])
            if not shown.lines:
                continue
            seen = see_page(shown.lines, extract(row["html"], shown)[0], lexicon)
            texts = [line.text for line in shown.lines]
            pages.append(Page("html", site_of(row["url"]), texts, seen, label(texts, row["gold"]), row["gold"]))
    return pages


def label(texts: list[str], gold: str) -> str:
    """For each line 1 where half of its 4-word shingles stand in the gold; a shorter line has to be a gold line."""
    words = tokens(gold)
    shingles = {tuple(words[i : i + 4]) for i in range(len(words) - 3)}
    whole = {tuple(tokens(line)) for line in gold.split("\n")}
    marks = []
    for text in texts:
        line = tokens(text)
        inside = [tuple(line[i : i + 4]) in shingles for i in range(len(line) - 3)]
        marks.append(sum(inside) * 2 >= len(inside) if inside else bool(line) and tuple(line) in whole)
    return "".join("1" if mark else "0" for mark in marks)


def main() -> None:
    pages = read_pages(evaluation_data())
    problem = lay_out(pages, penalty=8.0, doubted=0.04)
    if "--write" in sys.argv:
        TARGET.write_text(as_toml(derive(pages, problem), "derive_page_model.py", THRESHOLD), encoding="utf-8")
    else:
        report(pages, problem, cross_validate(pages, problem), THRESHOLD)


if __name__ == "__main__":
    main()
