"""What can be seen of a line among its neighbours, once each line has a first score."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

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
)
_FAR = 99
Context = tuple[list[str], list[float]]


def look_around(seen: Sequence[Seen], scores: list[float], ends: frozenset[str]) -> list[Context]:
    """For each line the names of what holds for it among its neighbours, and the figures named by NUMERIC.

    `scores` are the probabilities that a line is body text.
    """
    sizes = [min(len(line.words), 60) for line in seen]
    mass = [score * size if score > 0.3 else 0.0 for score, size in zip(scores, sizes, strict=True)]
    total = sum(mass) or 1.0
    running = [0.0, *accumulate(mass)]
    first, last = _main_block(scores, sizes)
    vocabulary = _vocabulary(seen, scores, first, last)
    gap_before, gap_after = _gaps(scores), _gaps(scores[::-1])[::-1]
    heads = _headings(seen, scores)
    ended = _ended(seen, running, total, ends)
    padded = [0.0] * 5 + scores + [0.0] * 5
    page = total / (sum(sizes) or 1)
    found: list[Context] = []
    for i, line in enumerate(seen):
        size = "s" if sizes[i] < 8 else "m" if sizes[i] < 18 else "l"
        shared = _shared(line, vocabulary, mass=scores[i])
        score = scores[i]
        j = i + 5
        names = [
            f"block {_place(i, first, last)} {size}",
            f"gap before {_gap(gap_before[i])} {size}",
            f"gap after {_gap(gap_after[i])} {size}",
            f"read {min(10, int(10 * running[i] / total))} {size}",
            f"sharing {min(4, int(shared * 5))} {size}",
            *heads[i],
        ]
        if ended[i]:
            names += [f"ended {size}", f"ended by {ended[i]}"]
        numbers = [
            score,
            padded[j - 1],
            padded[j - 2],
            padded[j - 3],
            padded[j + 1],
            padded[j + 2],
            padded[j + 3],
            min(1.0, (running[i] - running[max(0, i - 6)]) / 150),
            min(1.0, (running[min(len(seen), i + 7)] - running[i + 1]) / 150),
            shared,
            page,
            min(score, 0.3),
            min(max(score - 0.3, 0.0), 0.4),
        ]
        found.append((names, numbers))
    return found


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


def _vocabulary(seen: Sequence[Seen], scores: list[float], first: int, last: int) -> dict[str, int]:
    """Content words of the main block's body lines, with the number of lines each is in."""
    counts: dict[str, int] = {}
    for line, score in zip(seen[first : last + 1], scores[first : last + 1], strict=True):
        if score > 0.5:
            for word in line.names:
                counts[word] = counts.get(word, 0) + 1
    return counts


def _shared(line: Seen, vocabulary: dict[str, int], *, mass: float) -> float:
    """Share of the line's content words that other lines of the main block have too."""
    if not line.names:
        return 0.0
    own = 1 if mass > 0.5 else 0
    return sum(1 for word in line.names if vocabulary.get(word, 0) > own) / len(line.names)


def _gaps(scores: list[float]) -> list[int]:
    """For each line the number of lines since the last body line before it."""
    gaps, since = [], _FAR
    for score in scores:
        gaps.append(since)
        since = 0 if score > 0.5 else min(_FAR, since + 1)
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


def _headings(seen: Sequence[Seen], scores: list[float]) -> list[list[str]]:
    """For each line the furniture of the short lines close above it: what stands under "Related stories"."""
    found: list[list[str]] = []
    current: dict[str, int] = {}
    for i, line in enumerate(seen):
        found.append(
            [
                f"under {entry} {'1' if i - at == 1 else '2-3' if i - at < 4 else '4-9'}"
                for entry, at in current.items()
                if i - at < 10
            ]
        )
        if scores[i] > 0.6:
            current = {}
        if len(line.words) < 10:
            for entry in line.furniture:
                current[entry] = i
    return found


def _ended(seen: Sequence[Seen], running: list[float], total: float, ends: frozenset[str]) -> list[str]:
    """For each line the entry of a closing heading above it that stands behind most of the body."""
    found: list[str] = []
    current = ""
    for i, line in enumerate(seen):
        found.append(current)
        if not current and running[i] > 0.6 * total and len(line.words) < 8:
            current = next((entry for entry in line.furniture if entry in ends), "")
    return found
