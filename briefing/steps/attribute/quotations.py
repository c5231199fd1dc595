"""Quotation marks paired into quotations, one paragraph at a time.

Marks that show their direction (“ ” « ») are trusted unless the blanks around them contradict; straight marks take
turns where their number is even and go by the blanks where it is odd. Single marks count outside double ones only, and
apostrophes are told from them by their neighbours. One pass over the marks, so linear in the length of the paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from briefing.records import Span

_DOUBLE = re.compile(r"''|``|[“”\"«»„‟]")
_SINGLE = re.compile(r"['‘’‹›]")
_LOW_SINGLE = re.compile(r"‚[^‚‘]*?(?:[‘’](?!\w)|\Z)")
_OPENING = frozenset({"“", "«", "„", "‟", "``"})
_CLOSING = frozenset("”»")
_STOPS = frozenset(",.?!…;")
_FULL_STOP = re.compile(r"[.?!…]\s")
_OPENERS = frozenset("([{—–-")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One outermost quotation. `span` has its marks; `closed` is False when its paragraph ended first."""

    span: Span
    closed: bool = True


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    opens: bool  # its own shape, or the blanks around it, say that it opens
    closes: bool
    sure: bool  # it shows its direction by itself
    after_stop: bool  # a comma or full stop stands before it


def quotations(text: str, paragraph: Span) -> tuple[Quotation, ...]:
    """The outermost quotations of one paragraph in order, never overlapping; spans into `text`."""
    outer = _outer_singles(text, paragraph) + _low_singles(text, paragraph)
    doubles = _not_inside(_doubles(text, paragraph), sorted(quotation.span for quotation in outer))
    lost = _lost_opening(text, doubles, paragraph)
    found = sorted((*lost, *_paired(doubles[len(lost) :], paragraph.end), *outer), key=lambda quotation: quotation.span)
    if found and not found[-1].closed:
        found[-1] = _closed_by_a_single(text, found[-1])
    singles = []
    start = paragraph.start
    for quotation in [*found, Quotation(Span(paragraph.end, paragraph.end))]:
        singles += _singles(text, Span(start, quotation.span.start))
        start = quotation.span.end
    return tuple(sorted((*found, *singles), key=lambda quotation: quotation.span))


def _not_inside(marks: Iterable[_Mark], spans: Sequence[Span]) -> list[_Mark]:
    """The marks that none of the spans, in order, covers."""
    starts = [span.start for span in spans]
    reach = list(accumulate((span.end for span in spans), max))
    return [mark for mark in marks if not (k := bisect_right(starts, mark.start)) or reach[k - 1] < mark.end]


def _outer_singles(text: str, paragraph: Span) -> list[Quotation]:
    """Speech in single marks with double ones inside, as British papers print it: ‘They called it “a done deal”,’.

    It opens before a capital, ends behind a stop, and what stands in double marks lies wholly inside.
    """
    inner = [quotation.span for quotation in _paired(_doubles(text, paragraph), paragraph.end)]
    if not inner:
        return []
    starts = [span.start for span in inner]
    return [
        quotation
        for quotation in _singles(text, paragraph)
        if quotation.closed
        and text[quotation.span.start + 1].isupper()
        and text[quotation.span.end - 2] in _STOPS
        and _holds_whole(quotation.span, inner, starts)
    ]


def _holds_whole(outer: Span, inner: list[Span], starts: list[int]) -> bool:
    """Some of the spans, which are in order and apart, lie inside the outer one, and none lies across its ends."""
    first, last = bisect_left(starts, outer.start), bisect_left(starts, outer.end)
    across = first > 0 and inner[first - 1].end > outer.start
    return first < last and not across and inner[last - 1].end <= outer.end


def _doubles(text: str, paragraph: Span) -> list[_Mark]:
    marks = [_mark(text, match, paragraph) for match in _DOUBLE.finditer(text, *paragraph)]
    if _opens_with(text, marks, "»"):
        # »so«, as German and Danish print it
        marks = [_turned(mark, opens=text[mark.start] == "»") if text[mark.start] in "»«" else mark for mark in marks]
    elif _is_spaced(text, marks):
        # « so », as French prints it: blanks inside tell nothing
        marks = [_turned(mark, opens=text[mark.start] == "«") if text[mark.start] in "»«" else mark for mark in marks]
    if not any(text[mark.start] == "„" for mark in marks):
        return marks
    # Where „ opens, “ closes: „so“.
    return [_turned(mark, opens=False) if text[mark.start] == "“" else mark for mark in marks]


def _opens_with(text: str, marks: Sequence[_Mark], shape: str) -> bool:
    """The first of the guillemets has this shape, and the blanks around it say that it opens."""
    first = next((mark for mark in marks if text[mark.start] in "»«"), None)
    return first is not None and text[first.start] == shape and first.opens


def _is_spaced(text: str, marks: Sequence[_Mark]) -> bool:
    """The first of the guillemets opens, with a blank behind it."""
    first = next((mark for mark in marks if text[mark.start] in "»«"), None)
    return first is not None and text[first.start] == "«" and text[first.end : first.end + 1].isspace()


def _turned(mark: _Mark, *, opens: bool) -> _Mark:
    return replace(mark, opens=opens, closes=not opens, sure=True)


def _low_singles(text: str, paragraph: Span) -> list[Quotation]:
    """‚So‘, as some German papers print speech: ‚ opens and ‘ closes."""
    found: list[Quotation] = []
    for match in _LOW_SINGLE.finditer(text, *paragraph):
        closed = match.group().endswith(("‘", "’"))
        found.append(Quotation(Span(*match.span()), closed=closed))
    return found


def _mark(text: str, match: re.Match[str], paragraph: Span) -> _Mark:
    start, end = match.span()
    before = text[start - 1] if start > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    free_before = before.isspace() or before in _OPENERS
    opening = after.isalnum() or after in "([$#@…" or text.startswith("..", end)  # "“...and then"
    free_after = after.isspace() or not opening
    opens, closes = free_before and not free_after, free_after and not free_before
    shape = match.group()
    if shape in _OPENING and not closes:
        opens, closes = True, False
    elif shape in _CLOSING and not opens:
        opens, closes = False, True
    return _Mark(start, end, opens, closes, shape in _OPENING or shape in _CLOSING, before in _STOPS)


def _lost_opening(text: str, marks: list[_Mark], paragraph: Span) -> list[Quotation]:
    """The one sentence at the head of a paragraph that a mark closes and none opens: `We are ready,” Reyes said.`"""
    if not marks or marks[0].opens or not (marks[0].closes and marks[0].after_stop) or len(marks) % 2 == 0:
        return []
    head = text[paragraph.start : marks[0].start - 1]
    return [] if _FULL_STOP.search(head) else [Quotation(Span(paragraph.start, marks[0].end))]


def _paired(marks: list[_Mark], end: int) -> list[Quotation]:
    """Quotations from double marks; the last one may be unclosed and then runs to `end`."""
    take_turns = len(marks) % 2 == 0 and not any(mark.sure for mark in marks)
    closers = sum(mark.closes for mark in marks)
    found: list[Quotation] = []
    opened: _Mark | None = None
    depth = 0
    for mark in marks:
        closers -= mark.closes
        if opened is None:
            if take_turns or mark.opens or not mark.sure:
                opened, depth = mark, 1
        elif not take_turns and mark.opens:
            if mark.sure and closers > depth:
                depth += 1
            elif not mark.sure:  # the one before was never closed
                found.append(Quotation(Span(opened.start, mark.start), closed=False))
                opened = mark
        else:
            depth -= 1
            if depth == 0 or not mark.sure:
                found.append(Quotation(Span(opened.start, mark.end)))
                opened = None
    if opened is not None:
        found.append(Quotation(Span(opened.start, end), closed=False))
    return found


def _closed_by_a_single(text: str, quotation: Quotation) -> Quotation:
    """Opened by a double mark and closed by a single one, as some feeds do."""
    for match in _SINGLE.finditer(text, quotation.span.start + 1, quotation.span.end):
        mark = _mark(text, match, quotation.span)
        if mark.after_stop and mark.closes:
            return Quotation(Span(quotation.span.start, mark.end))
    return quotation


def _singles(text: str, stretch: Span) -> list[Quotation]:
    """Quotations in single marks within a stretch that has no double ones."""
    found: list[Quotation] = []
    opened: _Mark | None = None
    closing: _Mark | None = None
    for match in _SINGLE.finditer(text, *stretch):
        mark = _mark(text, match, stretch)
        if mark.opens and not text[mark.end].isdigit():  # '90s
            if opened and closing:
                found.append(Quotation(Span(opened.start, closing.end)))
            opened, closing = mark, None
        elif opened and mark.closes and (closing is None or (mark.after_stop and not closing.after_stop)):
            closing = mark
    if opened and closing:
        found.append(Quotation(Span(opened.start, closing.end)))
    elif opened and _begins_speech(text, opened, stretch):
        found.append(Quotation(Span(opened.start, stretch.end), closed=False))
    return found


def _begins_speech(text: str, mark: _Mark, stretch: Span) -> bool:
    """An opening single mark that the paragraph never closes, as before a further paragraph; no apostrophe of " 'em".

    It stands first or after a colon, and a capital follows.
    """
    lead = text[stretch.start : mark.start].rstrip()
    return (not lead or lead.endswith(":")) and text[mark.end].isupper()
