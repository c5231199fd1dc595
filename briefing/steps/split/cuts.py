"""Which cuts stand: Punkt's, less those that a repair rule takes back, and those that a rule adds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefing.languages import Lexicon
from briefing.steps.split.added import added_cuts, list_cuts
from briefing.steps.split.joins import wrong
from briefing.steps.split.punkt import punkt_cuts

# A line break that was escaped twice on its way here stands in the text as a backslash and an "n".
_ESCAPED_BREAK = re.compile(r"(?<![^\s.!?\"'”’)])(?:\\[nr]\s?)+")

# "Il part. « Je reste »": a mark with a blank behind it opens the sentence that Punkt begins behind it.
_SPACED_MARK = re.compile(r"(?<=\s)«\s{1,3}$")
_REACH = 5  # characters before a cut in which such a mark stands


def sentence_spans(text: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """The sentences of one paragraph as half-open offsets into `text`, in order, trimmed of white space."""
    breaks = {match.end(): match.start() for match in _ESCAPED_BREAK.finditer(text)}
    items = list_cuts(text).union(breaks)
    starts = [0]
    for cut in sorted({*_before_marks(text, punkt_cuts(text, lexicon)), *added_cuts(text, lexicon), *items}):
        if cut in items or not wrong(text, starts[-1], cut, lexicon):
            starts.append(cut)
    ends = [breaks.get(cut, cut) for cut in [*starts[1:], len(text)]]
    spans = (_trimmed(text, a, b) for a, b in zip(starts, ends, strict=True))
    return [span for span in spans if span[0] < span[1]]


def _before_marks(text: str, cuts: Iterable[int]) -> Iterator[int]:
    for cut in cuts:
        mark = _SPACED_MARK.search(text, max(0, cut - _REACH), cut)
        yield mark.start() if mark else cut


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
