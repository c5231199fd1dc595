"""The body score of the scrapinghub article-extraction-benchmark: precision and recall of 4-word shingles."""

import re
from collections import Counter
from statistics import mean

Counts = tuple[float, float, float]  # true positives, false positives, false negatives as shares of their sum


def shingle_counts(gold: str, found: str) -> Counts:
    a, b = _shingles(gold), _shingles(found)
    both = sum((a & b).values())
    extra, missed = b.total() - both, a.total() - both
    total = both + extra + missed
    return (both / total, extra / total, missed / total) if total else (0.0, 0.0, 0.0)


def prf(rows: list[Counts]) -> tuple[float, float, float]:
    """Means of precision (over the pages that gave anything) and recall, and the F1 of the two."""
    precision = mean([tp / (tp + fp) for tp, fp, _ in rows if tp + fp] or [0.0])
    recall = mean([tp / (tp + fn) for tp, _, fn in rows if tp + fn] or [0.0])
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def worst_tenth(rows: list[Counts]) -> float:
    """The mean F1 of the worst tenth of the pages."""
    pages = sorted(2 * tp / (2 * tp + fp + fn) if tp else 0.0 for tp, fp, fn in rows)
    return mean(pages[: max(1, len(pages) // 10)])


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    starts = range(max(1, len(words) - 3))
    return Counter(shingle for i in starts if (shingle := tuple(words[i : i + 4])))
