"""What can be seen of a line among its neighbours, once each line has a first score."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from itertools import accumulate
from typing import NamedTuple

from briefing.steps.clean.features import Seen

NUMERIC = (
    "score",
    "before 1",
    "before 2",
    "before 3",
    "after 1",
    "after 2",
    "after 3",
    "mass before",
    "mass after",
    "shared words",
    "page",
    "low score",
    "mid score",
    "alike",
    "alike mass",
    "box",
    "box mass",
    "outer",
    "outer mass",
)
_GROUPED = NUMERIC.index("alike")  # from here on: figures of the groups that a line of a web page is in
_PRIOR = 10  # words at a line's own score that are counted into each of its groups
_FAR = 99
_REACH = 3  # neighbours on either side whose scores count
_MASS = 150.0  # body words within six lines that count as plenty
HOPELESS = 0.05  # below this a line stays what it is: measured, its neighbours mislead more often than they help
Context = tuple[list[str], list[float]]


class ScoredPage(NamedTuple):
    """The lines of a page with their scores, and what follows from them for the page as a whole."""

    seen: Sequence[Seen]
    scores: list[float]
    running: list[float]  # body words before each line, weighed by score; one longer than `seen`
    total: float
    padded: list[float]
    share: float  # of body words among all
    grouped: list[list[float]]  # for each line the figures of its groups
    block: tuple[int, int]  # first and last line of the main stretch of body


def look_around(seen: Sequence[Seen], scores: list[float], ends: frozenset[str]) -> list[Context | None]:
    """For each line the names of what holds for it among its neighbours, and the figures named by NUMERIC.

    `scores` are the probabilities that a line is body text. None for a line whose score no neighbours can mend.
    """
    sizes = [min(len(line.words), 60) for line in seen]
    mass = [score * size if score > 0.3 else 0.0 for score, size in zip(scores, sizes, strict=True)]
    total = sum(mass) or 1.0
    page = ScoredPage(
        seen,
        scores,
        [0.0, *accumulate(mass)],
        total,
        [0.0] * _REACH + scores + [0.0] * _REACH,
        total / (sum(sizes) or 1),
        _grouped(seen, scores, sizes, mass, total),
        _main_block(scores, sizes),
    )
    vocabulary = _vocabulary(page)
    gaps = zip(_gaps(scores), _gaps(scores[::-1])[::-1], strict=True)
    heads, ended = _headings(page), _ended(page, ends)
    found: list[Context | None] = []
    for i, (score, gap) in enumerate(zip(scores, gaps, strict=True)):
        if score < HOPELESS:
            found.append(None)
            continue
        shared = _shared(page, i, vocabulary)
        found.append((_names(page, i, gap, ended[i], shared) + heads[i], _figures(page, i, shared)))
    return found


def _names(page: ScoredPage, i: int, gaps: tuple[int, int], ended: str, shared: float) -> list[str]:
    size = _size(page.seen[i])
    names = [
        f"block {_place(i, *page.block)} {size}",
        f"gap before {_gap(gaps[0])} {size}",
        f"gap after {_gap(gaps[1])} {size}",
        f"read {min(10, int(10 * page.running[i] / page.total))} {size}",
        f"sharing {min(4, int(shared * 5))} {size}",
    ]
    return [*names, f"ended {size}", f"ended by {ended}"] if ended else names


def _figures(page: ScoredPage, i: int, shared: float) -> list[float]:
    """The figures of a line, in the order of NUMERIC."""
    around, running, score = page.padded, page.running, page.scores[i]
    j = i + _REACH
    before = (running[i] - running[max(0, i - 6)]) / _MASS
    after = (running[min(len(page.seen), i + 7)] - running[i + 1]) / _MASS
    return [
        score,
        *(around[j - 1], around[j - 2], around[j - 3], around[j + 1], around[j + 2], around[j + 3]),
        *(min(1.0, before), min(1.0, after), shared, page.share),
        *(min(score, 0.3), min(max(score - 0.3, 0.0), 0.4)),
        *page.grouped[i],
    ]


def _grouped(
    seen: Sequence[Seen], scores: list[float], sizes: list[int], mass: list[float], total: float
) -> list[list[float]]:
    """For each line, of each group it is in: the mean score of the other lines there, and their share of all mass."""
    sums: dict[Hashable, tuple[float, int, float]] = {}
    for line, score, size, own in zip(seen, scores, sizes, mass, strict=True):
        for group in line.groups:
            scored, weight, body = sums.get(group, (0.0, 0, 0.0))
            sums[group] = (scored + score * (size + 1), weight + size + 1, body + own)
    none = [0.0] * (len(NUMERIC) - _GROUPED)
    found = []
    for line, score, size, own in zip(seen, scores, sizes, mass, strict=True):
        figures: list[float] = []
        for group in line.groups:
            scored, weight, body = sums[group]
            mean = (scored + score * (_PRIOR - size - 1)) / (weight + _PRIOR - size - 1)
            figures += (mean, (body - own) / total)
        found.append(figures or none)
    return found


def _size(line: Seen) -> str:
    count = len(line.words)
    return "s" if count < 8 else "m" if count < 18 else "l"


def _main_block(scores: list[float], sizes: list[int]) -> tuple[int, int]:
    """First and last line of the stretch with the most body words against other words (Kadane's maximum sum)."""
    best = here = 0.0
    first = last = start = 0
    for i, (score, size) in enumerate(zip(scores, sizes, strict=True)):
        gain = (score - 0.5) * (size + 3)
        if here <= 0:
            here, start = 0.0, i
        here += gain
        if here > best:
            best, first, last = here, start, i
    return first, last


def _vocabulary(page: ScoredPage) -> dict[str, int]:
    """Content words of the main block's body lines, with the number of lines each is in."""
    counts: dict[str, int] = {}
    first, last = page.block
    for line, score in zip(page.seen[first : last + 1], page.scores[first : last + 1], strict=True):
        if score > 0.5:
            for word in line.names:
                counts[word] = counts.get(word, 0) + 1
    return counts


def _shared(page: ScoredPage, i: int, vocabulary: dict[str, int]) -> float:
    """Share of the line's content words that other lines of the main block have too."""
    names = page.seen[i].names
    if not names:
        return 0.0
    if page.scores[i] <= 0.5:
        return len(names & vocabulary.keys()) / len(names)
    return sum([vocabulary.get(word, 0) > 1 for word in names]) / len(names)


def _gaps(scores: list[float]) -> list[int]:
    """For each line the number of lines since the last body line before it."""
    gaps, since = [], _FAR
    for score in scores:
        gaps.append(since)
        since = 0 if score > 0.5 else since + 1
    return gaps


def _gap(lines: int) -> str:
    return (
        str(lines) if lines < 3 else "3-5" if lines < 6 else "6-15" if lines < 16 else "16+" if lines < _FAR else "none"
    )


def _place(i: int, first: int, last: int) -> str:
    if i < first:
        return "before 1" if i == first - 1 else "before 2-4" if i >= first - 4 else "before"
    if i > last:
        return "after 1" if i == last + 1 else "after 2-4" if i <= last + 4 else "after"
    return "first" if i == first else "last" if i == last else "in"


def _headings(page: ScoredPage) -> list[list[str]]:
    """For each line the furniture of the short lines close above it: what stands under "Related stories"."""
    found: list[list[str]] = []
    current: dict[str, int] = {}
    for i, (line, score) in enumerate(zip(page.seen, page.scores, strict=True)):
        near = current.items() if current and score >= HOPELESS else ()
        found.append([f"under {entry} {_below(i - at)}" for entry, at in near if i - at < 10] if near else [])
        if score > 0.6:
            current = {}
        if line.furniture and len(line.words) < 10:
            current |= dict.fromkeys(line.furniture, i)
    return found


def _below(lines: int) -> str:
    return "1" if lines == 1 else "2-3" if lines < 4 else "4-9"


def _ended(page: ScoredPage, ends: frozenset[str]) -> list[str]:
    """For each line the entry of a closing heading above it that stands behind most of the body."""
    found: list[str] = []
    current = ""
    for i, line in enumerate(page.seen):
        found.append(current)
        if not current and line.furniture and page.running[i] > 0.6 * page.total and len(line.words) < 8:
            current = next((entry for entry in line.furniture if entry in ends), "")
    return found
