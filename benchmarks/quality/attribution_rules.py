"""What each attribution rule is worth: how often it fires, hits, and raises a false alarm, on dev and on train.

A hit has the content (token Dice of at least a half) and the source of a gold attribution, as the scorer's joint figure
wants it. Misses are counted by the kind of the gold cue. Run: `python -m benchmarks.quality.attribution_rules`.
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.quality.where import evaluation_data
from briefing.languages import Lexicon, load
from briefing.records import Article, Attribution, Paragraph, Span, Spans
from briefing.steps.attribute import attribute
from briefing.steps.split import split

_LINE = re.compile(r"[^\n]*\S[^\n]*")


def read_articles(path: Path) -> Iterator[tuple[Article, list[dict[str, Any]]]]:
    """The articles of a JSON lines file, one paragraph a line of text, with their gold attributions."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    for row in map(json.loads, data.decode().splitlines()):
        paragraphs = tuple(Paragraph(Span(*line.span())) for line in _LINE.finditer(row["text"]))
        yield Article(row["id"], row["id"], row["text"], paragraphs, (), "", "en"), row["attributions"]


def attributions_of(article: Article, lexicon: Lexicon) -> tuple[Attribution, ...]:
    """What the step finds in an article."""
    found, _ = attribute(article, split(article, lexicon=lexicon), lexicon=lexicon)
    return found


def main() -> None:
    data = evaluation_data() / "attribution"
    scorer, kinds = _module(data / "score_attribution.py"), _module(data / "recall_by_kind.py")
    dev, missed = _count(scorer, kinds, read_articles(data / "dev.jsonl"))
    train, _ = _count(scorer, kinds, read_articles(data / "train.jsonl.gz"))
    print(f"{'rule':24} {'dev fires':>9} {'hits':>6} {'false':>6} {'right':>6}   {'train fires':>11} {'right':>6}")
    for rule in sorted(train, key=lambda rule: (-sum(train[rule].values()), rule)):
        print(_row(rule, dev.get(rule, Counter()), train[rule]))
    print("\nmissed on dev, by kind of the gold cue")
    for kind, number in sorted(missed.items()):
        print(f"{kind:32} {number:5}")


def _row(rule: str, dev: Counter[bool], train: Counter[bool]) -> str:
    fires = f"{rule:24} {dev.total():9} {dev[True]:6} {dev[False]:6} {_share(dev):>6}"
    return f"{fires}   {train.total():11} {_share(train):>6}"


def _share(hits: Counter[bool]) -> str:
    return f"{hits[True] / hits.total():6.2f}" if hits.total() else "     -"


def _count(
    scorer: ModuleType, kinds: ModuleType, articles: Iterable[tuple[Article, list[dict[str, Any]]]]
) -> tuple[dict[str, Counter[bool]], Counter[str]]:
    """Rule to how often it was right and wrong, and the gold attributions that no rule hit, by kind."""
    lexicon = load("en")
    rules: dict[str, Counter[bool]] = {}
    missed: Counter[str] = Counter()
    for article, gold in articles:
        found = attributions_of(article, lexicon)
        hits = _hits(scorer, scorer.Doc(article.text), gold, found)
        for number, attribution in enumerate(found):
            rules.setdefault(attribution.rule, Counter())[number in hits] += 1
        missed.update(kinds.kind(row) for number, row in enumerate(gold) if number not in hits.values())
    return rules, missed


def _hits(scorer: ModuleType, doc: Any, gold: list[dict[str, Any]], found: tuple[Attribution, ...]) -> dict[int, int]:
    """From the index of an attribution that is right to that of its gold attribution."""
    contents = [doc.ids(row["content_spans"], content=True) for row in gold]
    pairs = scorer.align(contents, [doc.ids(_plain(attribution.content), content=True) for attribution in found], 0.5)
    return {
        number: right
        for right, number in pairs
        if _same_source(doc, doc.ids(gold[right]["source_spans"]), doc.ids(_plain(found[number].source)))
    }


def _same_source(doc: Any, gold: frozenset[int], found: frozenset[int]) -> bool:
    if not gold or not found:
        return not gold and not found
    return doc.head(gold) in found or doc.head(found) in gold


def _plain(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _module(path: Path) -> ModuleType:
    """A scorer, which lies outside the repository beside its data."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
