"""Derive the weights of the line model for plain text from the labelled lines of the development half.

    python -m benchmarks.quality.derive_line_model            cross-validate by site and print the figures
    python -m benchmarks.quality.derive_line_model --write    fit on all of it and write briefing/models/lines.toml

Needs numpy and the data that BRIEFING_EVAL names (default ../shared/eval).
"""

import json
import lzma
import sys
from pathlib import Path

from benchmarks.quality.line_fit import Page, as_toml, cross_validate, derive, lay_out, report, site_of
from benchmarks.quality.where import evaluation_data
from briefing.languages import load
from briefing.steps.clean.features import see
from briefing.steps.clean.lines import split_lines

THRESHOLD = 0.47
TARGET = Path("briefing/models/lines.toml")


def read_pages(folder: Path) -> list[Page]:
    lexicon = load("en")
    pages = []
    with lzma.open(folder / "ingest" / "text_body.dev.jsonl.xz", "rt", encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            texts = [line.text for line in split_lines(row["text"])]
            pages.append(Page(row["kind"], site_of(row["url"]), texts, see(texts, lexicon), row["labels"], row["gold"]))
    return pages


def main() -> None:
    pages = read_pages(evaluation_data())
    problem = lay_out(pages, penalty=3.0)
    if "--write" in sys.argv:
        TARGET.write_text(as_toml(derive(pages, problem), "derive_line_model.py", THRESHOLD), encoding="utf-8")
    else:
        report(pages, problem, cross_validate(pages, problem), THRESHOLD)


if __name__ == "__main__":
    main()
