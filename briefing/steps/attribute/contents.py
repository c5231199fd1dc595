"""Where the content of a cue begins and ends.

All ranges are half-open token ranges.
"""

from __future__ import annotations

import re

from briefing.steps.attribute.page import Page, Unit
from briefing.steps.attribute.sources import Range
from briefing.tags import DATED, DETERMINERS, FINITE, HELPERS, PRONOUNS, SIMPLE_PHRASE

CLAUSES = frozenset({"that", "clause", "wh", "quote"})  # frames whose content is a clause
_FRAME_OF_TAG = {"t": "that", "T": "to", "W": "wh", "G": "ing", "I": "prep"}
_FRAME_OF_WORD = {
    "whether": "wh",
    "if": "wh",
    "as": "prep",
    "because": "clause",
    "although": "clause",
    "unless": "clause",
}
_BEGINS_PHRASE = "DQPOAnJ#$£€¥"
_ROUNDING = frozenset({"about", "around", "over", "nearly", "almost", "roughly", "only"})
_TIMES = frozenset({"after", "before", "during", "following"})
_VOTES = re.compile(r"\d+-\d+")
_AGO = frozenset({"ago", "earlier"})
_DATING = frozenset({"last", "this", "late", "early"})
_LONGEST_ADVERBIAL = 9
_LONGEST_ADDRESSEE = 14
_LONGEST_SUBJECT = 30


def following(page: Page, start: int, end: int) -> tuple[str, int] | None:
    """What stands after a cue, as the name of a frame, and where its content begins; None before a stop.

    Adverbials between cue and content are passed over where a that-clause or a quotation follows, days before a clause.
    """
    if start >= end:
        return None
    direct = _frame_at(page, start, end)
    begin = start if direct in {"that", "quote"} else after_adverbials(page, start, end)
    frame = _frame_at(page, begin, end) if begin < end else None
    if frame in {"that", "quote"}:
        return frame, _skip_marks(page, begin, end)
    timed = page.tokens.tags[begin - 1] == "Y" or page.tokens.words[begin - 1] in page.periods  # "in recent days"
    counted = bool(_VOTES.fullmatch(page.tokens.words[begin - 1]))
    dated = begin > start and (timed or counted or _is_date(page, start, begin))
    if frame in {"to", "wh"} and dated:  # "threatened on Monday to leave", "would say tonight whether"
        return frame, begin
    if frame == "np" and direct != "to" and (is_clause(page, begin, end) or _is_date(page, start, begin)):
        return "clause", begin
    if direct == "prep":
        return page.tokens.words[start], start + 1
    only_dated = direct == "np" and begin == end  # "said last night."
    return None if direct is None or only_dated else (direct, start)


def _frame_at(page: Page, i: int, end: int) -> str | None:
    tags, word = page.tokens.tags, page.tokens.words[i]
    if page.quoted[i] >= 0:
        return "quote"
    tag, following_tag = tags[i], tags[i + 1] if i + 1 < end else ""
    if tag in ",:" and following_tag:
        if page.quoted[i + 1] >= 0:
            return "quote"
        return "colon" if tag == ":" else "that" if following_tag == "t" else None
    if tag == "N" and following_tag == "T":  # "not to"
        return "to"
    if _points(page, i, end) or (following_tag == "#" and word in _ROUNDING):
        return "np"
    frame = _FRAME_OF_TAG.get(tag) or _FRAME_OF_WORD.get(word)
    possessor = tag == "Y" and following_tag == "s"  # "hailed | Tuesday's ruling"
    return frame or ("np" if tag in _BEGINS_PHRASE or possessor else None)


def _points(page: Page, i: int, end: int) -> bool:
    """ "That" before a noun with no verb behind: "rejected | that call", where "rejected that calls help" has one."""
    tags, words = page.tokens.tags, page.tokens.words
    counts_one = tags[i] == "t" and i + 1 < end and tags[i + 1] == "n" and not words[i + 1].endswith("s")
    return counts_one and not is_clause(page, i + 1, end)


def carries_on(page: Page, quote: int) -> bool:
    """The quotation begins in lower case, as the second part of a sentence."""
    first = page.tokens.ends[quote] if page.tokens.tags[quote] == '"' else page.tokens.starts[quote]
    return page.text[first : first + 1].islower()


def _skip_marks(page: Page, i: int, end: int) -> int:
    while i < end and page.tokens.tags[i] in ",:":
        i += 1
    return i


def after_adverbials(page: Page, start: int, end: int) -> int:
    """The token after days, adverbs, asides and short prepositional phrases: "on Monday in a statement, however,"."""
    tags = page.tokens.tags
    i = start
    while i < end and page.quoted[i] < 0:
        if tags[i] in DATED or (page.tokens.words[i] in _DATING and tags[i + 1 : i + 2] == ["Y"]):
            i += 1
            continue
        if tags[i] == "#" and _VOTES.fullmatch(page.tokens.words[i]):  # "voted | 31-14 | to support it"
            i += 1
            continue
        if _is_ago(page, i, end):
            i += 3
            continue
        passed = _after_aside(page, i, end) if tags[i] in ",-" else _after_phrase(page, i, end)
        if passed == i or _is_infinitive(page, start, i):
            break
        i = passed
    return i


def _is_ago(page: Page, i: int, end: int) -> bool:
    """ "Said | two days ago | the plan was dead"."""
    tags, words = page.tokens.tags, page.tokens.words
    if i + 3 >= end or words[i + 2] not in _AGO or tags[i] not in "#D":
        return False
    return words[i + 1] in page.periods or tags[i + 1] == "Y"


def _is_infinitive(page: Page, start: int, i: int) -> bool:
    """After a day, "to" with a small word that looks like no plural: "threatened on Monday | to leave"."""
    tags, words = page.tokens.tags, page.tokens.words
    if i <= start or tags[i : i + 2] != ["T", "n"] or words[i + 1].endswith("s"):
        return False
    return tags[i - 1] == "Y" or words[i - 1] in page.periods


def _after_phrase(page: Page, i: int, end: int) -> int:
    """The token after a preposition and its noun phrase at token i; i itself where none stands."""
    tags = page.tokens.tags
    since = page.tokens.words[i] == "since" and tags[i + 1] in DATED + "A"  # "has said since May 7 | that"
    if tags[i] not in "IT" and not since and not _is_occasion(page, i, end):
        return i
    last = i + 1
    while last < min(end, i + _LONGEST_ADVERBIAL) and page.quoted[last] < 0 and tags[last] in SIMPLE_PHRASE + "EO":
        if tags[last] in DETERMINERS and last > i + 1 and tags[last - 1] in "AnY#":  # "in 2019 | the ladder was"
            break
        last += 1
    last = _after_title(page, last) if last < end else last
    return last if last > i + 1 else i


def _is_occasion(page: Page, i: int, end: int) -> bool:
    """A time before a clause with a pronoun: "said after the vote | they had been heard"."""
    tags, words = page.tokens.tags, page.tokens.words
    if tags[i] != "S" or words[i] not in _TIMES or i + 2 >= end or tags[i + 1] not in DETERMINERS:
        return False
    last = i + 2
    while last < min(end, i + _LONGEST_ADVERBIAL) and tags[last] in "AnJY":
        last += 1
    return last < end and tags[last] == "P"


def _after_title(page: Page, i: int) -> int:
    """The token after a title in quotation marks at token i ("on “Good Morning Cork”"); i itself where none stands."""
    if page.quoted[i] < 0:
        return i
    first, last = page.quotation_tokens[page.quoted[i]]
    inside = page.tokens.tags[first + 1 : last - 1]
    return last if first == i and 0 < len(inside) <= 5 and all(tag in "ADICY.," for tag in inside) else i


def _after_aside(page: Page, i: int, end: int) -> int:
    """The token after an aside in commas or dashes at token i, that stands before "that" or a quotation."""
    tags = page.tokens.tags
    closing = next((k for k in range(i + 2, min(end - 1, i + _LONGEST_ADVERBIAL)) if tags[k] == tags[i]), None)
    if closing is None or any(page.quoted[k] >= 0 or _is_finite(page, k) for k in range(i, closing)):
        return i
    return closing + 1 if tags[closing + 1] == "t" or page.quoted[closing + 1] >= 0 else i


def _is_finite(page: Page, i: int) -> bool:
    """A finite verb, and no noun that looks like one: "without a shred of evidence"."""
    return page.tokens.tags[i] in FINITE and page.tokens.tags[i - 1] not in DETERMINERS


def _is_date(page: Page, start: int, end: int) -> bool:
    tags = page.tokens.tags
    return end > start and tags[end - 1] in DATED and (tags[start] in DATED or page.tokens.words[start] in _DATING)


def is_clause(page: Page, start: int, end: int) -> bool:
    """A noun phrase that begins at token `start` is followed by a finite verb."""
    tags = page.tokens.tags
    if start >= end or tags[start] in PRONOUNS:
        return start < end and tags[start] == "P"
    for i in range(start, min(end, start + _LONGEST_SUBJECT)):
        tag = tags[i]
        if page.quoted[i] >= 0:  # "families “have given enough”"
            return start < i < end - 1 and _opens_predicate(page, i)
        if tag in HELPERS or tag == "Z" or (tag == "E" and i > start and tags[i - 1] not in "DQsJI"):
            return True
        if tag in ":;T-tS":
            return False
        if tag == "P" and i > start:
            return True
    return False


def _opens_predicate(page: Page, quote: int) -> bool:
    """A quotation begins with the verb of its clause: "families “have given enough”", "he “supports the plan”"."""
    tags, words = page.tokens.tags, page.tokens.words
    inside = quote + 1
    singular = tags[quote - 1] in "nA" and not words[quote - 1].endswith("s")
    verb_like = tags[inside] == "n" and words[inside].endswith("s") and tags[inside + 1] in DETERMINERS
    return tags[inside] in HELPERS or (singular and verb_like)


def content_end(page: Page, unit: Unit, start: int, frame: str) -> int:
    """The token after the content that begins at `start`."""
    tags = page.tokens.tags
    end = page.body_end(unit)
    closes = _closes_clause if frame in CLAUSES else _closes_phrase
    i = start
    while i < end:
        if page.quoted[i] >= 0:
            first, last = page.quotation_tokens[page.quoted[i]]
            whole = first == start and tags[last - 2] in ",.?!" and last - first > 4
            goes_on = last < end and tags[last - 2] == "," and tags[last] == "G"  # "the “old ways,” adding …"
            if whole or goes_on:
                return last  # a whole sentence stood between the marks, or another verb follows
            i = last
        elif start < i < end - 2 and closes(page, i):
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
    """A noun phrase or infinitive is over before token i: as a clause, and before relatives and further predicates."""
    tags, words = page.tokens.tags, page.tokens.words
    dated = words[i] == "when" and words[i - 1] not in page.asking  # not in "refused to say when he would go"
    occasion = tags[i] == "S" and words[i] in _TIMES and tags[i + 1] == "G"  # "plan to leave | after admitting"
    if _closes_clause(page, i) or tags[i] == "-" or dated or occasion:
        return True
    following_tag = tags[i + 1]
    if tags[i] == ",":
        another = following_tag == "C" and tags[i + 2] == "E"
        return another or following_tag in "WDQPE" or words[i + 1] in {"but", "as"}
    opposed = words[i] == "but" and following_tag in "ADQn" and any(tag in HELPERS for tag in tags[i + 2 : i + 5])
    return tags[i] == "C" and (opposed or following_tag in "EP" + HELPERS)


def until_main_clause(page: Page, content: Range) -> Range:
    """The content of an opening "While the union says …," stops where the main clause begins."""
    tags = page.tokens.tags
    first, last = content
    for i in range(first + 1, last - 2):
        if tags[i] == "," and page.quoted[i] < 0 and tags[i + 1] in "ADPQn" and is_clause(page, i + 1, last):
            return (first, i)
    return content


def after_addressee(page: Page, start: int, end: int, frames: frozenset[str]) -> int:
    """The token after the object of a cue like "told", whose `frames` say that it has one; else `start`.

    A preposition among the frames begins the content: "warned Cork | against delay".
    """
    tags = page.tokens.tags
    if "addressee" not in frames or start >= end or tags[start] == "I":
        return start
    if page.quoted[start] >= 0:
        return _after_title(page, start)  # "told “Good Morning Cork” that"
    if tags[start] in PRONOUNS:  # "warned them that", not "warned they would"
        return start if tags[start] == "P" and tags[start + 1 : start + 2] and tags[start + 1] in FINITE else start + 1
    i = start
    while i < min(end, start + _LONGEST_ADDRESSEE) and page.quoted[i] < 0:
        if tags[i] in DETERMINERS and i > start and tags[i - 1] in "AnY":  # "told reporters her plan had failed"
            break
        if tags[i] == "I" and i > start and page.tokens.words[i] in frames:
            break
        if tags[i] not in SIMPLE_PHRASE + "I," and not (tags[i] in "EG" and tags[i - 1] in "DQsJ"):
            break
        i += 1
    while i > start and tags[i - 1] == ",":
        i -= 1
    return i
