"""Where the content of a cue begins and ends.

All ranges are half-open token ranges.
"""

from __future__ import annotations

from briefing.steps.attribute.page import Page, Unit
from briefing.steps.attribute.sources import Range

_ROUNDING = frozenset({"about", "around", "over", "nearly", "almost", "roughly", "only"})
CLAUSES = frozenset({"that", "clause", "wh", "quote"})
_NOMINAL = frozenset("DQPOAnJ#$")


def following(page: Page, start: int, end: int) -> tuple[str, int] | None:
    """What stands after a cue and where its content begins: a frame's name, or None before a stop.

    Adverbials between cue and content are passed over where a that-clause or a quotation follows.
    """
    tags, words = page.tokens.tags, page.tokens.words
    if start >= end:
        return None
    direct = _frame_at(page, start, end)
    if direct in {"that", "quote"}:
        return direct, _skip_marks(page, start, end)
    passed = _after_adverbials(page, start, end)
    if start < passed < end:
        later = _frame_at(page, passed, end)
        if later in {"that", "quote"} or (
            later == "np"
            and tags[passed - 1] in "YR"
            and (tags[start] in "YR" or page.tokens.words[start] in {"last", "late", "early"})
        ):
            frame = "clause" if later == "np" else later
            return frame, _skip_marks(page, passed, end)
    if direct is None:
        return None
    if direct == "np" and is_clause(page, start, end):
        return "clause", start
    if direct == "prep":
        return words[start], start + 1
    return direct, start


def _frame_at(page: Page, i: int, end: int) -> str | None:
    tags, words = page.tokens.tags, page.tokens.words
    if page.quoted[i] >= 0:
        return "quote"
    tag = tags[i]
    if tag in ",:" and i + 1 < end:
        if page.quoted[i + 1] >= 0:
            return "quote"
        return "colon" if tag == ":" else None
    if tag == "t":
        return "that"
    if tag == "T" or (tag == "N" and tags[i + 1 : i + 2] == ["T"]):
        return "to"
    if tag in "IR" and tags[i + 1 : i + 2] == ["#"] and words[i] in _ROUNDING:
        return "np"
    if tag == "W" or words[i] in {"whether", "if"}:
        return "wh"
    if tag == "G":
        return "ing"
    if tag == "I" or words[i] in {"as", "after", "before", "during"}:
        return "prep"
    return "np" if tag in _NOMINAL else None


def _skip_marks(page: Page, i: int, end: int) -> int:
    while i < end and page.tokens.tags[i] in ",:":
        i += 1
    return i


def _after_adverbials(page: Page, start: int, end: int) -> int:
    """The token after days, adverbs and short prepositional phrases: "on Monday in a statement"."""
    tags = page.tokens.tags
    i = start
    while i < end and page.quoted[i] < 0:
        if tags[i] in "YR" or (
            tags[i + 1 : i + 2] == ["Y"] and page.tokens.words[i] in {"last", "this", "late", "early"}
        ):
            i += 1
        elif tags[i] in "IT":
            j = i + 1
            while j < end and tags[j] in "DQAnJ#sY.EO" and j - i < 9 and page.quoted[j] < 0:
                j += 1
            if j == i + 1:
                break
            i = j
        else:
            break
    return i


def is_clause(page: Page, start: int, end: int) -> bool:
    """A noun phrase that begins at `start` and is followed by a finite verb."""
    tags = page.tokens.tags
    i = start
    if start >= end or tags[i] == "O":
        return False
    while i < end and i - start < 30:
        tag = tags[i]
        if page.quoted[i] >= 0:
            return False
        if tag in "BHXMZ":
            return True
        if tag == "E" and i > start and tags[i - 1] not in "DQsJI":
            return True
        if tag in ":;T-tS" or (tag == "P" and i > start):
            return tag == "P"
        i += 1
    return False


def content_end(page: Page, unit: Unit, start: int, frame: str) -> int:
    """The token after the content that begins at `start`."""
    tags = page.tokens.tags
    end = page.body_end(unit)
    closes = _closes_clause if frame in CLAUSES else _closes_phrase
    i = start
    while i < end:
        if page.quoted[i] >= 0:
            first, last = page.quotation_tokens[page.quoted[i]]
            if first == start and tags[last - 2] in ",.?!" and last - first > 4:
                return last
            i = last
        elif i > start and i + 2 < end and closes(page, i):
            return i
        else:
            i += 1
    return end


def _closes_clause(page: Page, i: int) -> bool:
    """A clause is over before token i: "…; …", "…, adding …", "…, but he …", "…, according to …"."""
    tags, words = page.tokens.tags, page.tokens.words
    if tags[i] != ",":
        return tags[i] == ";"
    if tags[i + 1] == "G":
        return words[i + 1] != "including"
    return words[i + 1] == "according" or (words[i + 1] in {"and", "but"} and tags[i + 2] == "P")


def _closes_phrase(page: Page, i: int) -> bool:
    """A noun phrase or infinitive is over before token i: as a clause, and before relatives, appositions and further predicates."""
    tags = page.tokens.tags
    if _closes_clause(page, i) or tags[i] == "-":
        return True
    following = tags[i + 1]
    if tags[i] == ",":
        return (
            following in "WDQP"
            or page.tokens.words[i + 1] in {"but", "as"}
            or (following == "C" and tags[i + 2] == "E")
        )
    return (tags[i] == "C" and following in "EPBHXM") or page.tokens.words[i] == "when"


def until_main_clause(page: Page, content: Range) -> Range:
    """The content of an opening "While the union says …," stops where the main clause begins."""
    tags = page.tokens.tags
    first, last = content
    for i in range(first + 2, last - 2):
        if tags[i] == "," and page.quoted[i] < 0 and tags[i + 1] in "ADPQn" and is_clause(page, i + 1, last):
            return (first, i)
    return content


def after_addressee(page: Page, start: int, end: int) -> int:
    """The token after the noun phrase that a cue like "told" has as its object."""
    tags = page.tokens.tags
    i = start
    if i >= end or tags[i] == "I":
        return start
    if tags[i] in "OP":
        return i + 1
    while i < end and page.quoted[i] < 0 and tags[i] in "DQAnJ#sY.I," and i - start < 14:
        i += 1
    while i > start and tags[i - 1] == ",":
        i -= 1
    return i
