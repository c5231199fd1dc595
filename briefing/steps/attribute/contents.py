"""Where the content of a cue begins and ends.

All ranges are half-open token ranges.
"""

from __future__ import annotations

import re

from briefing.steps.attribute.prose import Prose, Unit
from briefing.steps.attribute.source_phrases import Range
from briefing.tags import DATED, DETERMINERS, FINITE, HELPERS, PRONOUNS, SIMPLE_PHRASE

CLAUSES = frozenset({"that", "clause", "wh", "quote"})  # frames whose content is a clause
_FRAME_OF_TAG = {"t": "that", "T": "to", "W": "wh", "G": "ing", "I": "prep"}
_BEGINS_PHRASE = "DQPOAnJ#$£€¥"
_VOTES = re.compile(r"\d+-\d+")
_LONGEST_ADVERBIAL = 9
_LONGEST_ADDRESSEE = 14
_LONGEST_SUBJECT = 30


def following(prose: Prose, start: int, end: int) -> tuple[str, int] | None:
    """What stands after a cue, as the name of a frame, and where its content begins; None before a stop.

    Adverbials between cue and content are passed over where a that-clause or a quotation follows, days before a clause.
    """
    if start >= end:
        return None
    direct = _frame_at(prose, start, end)
    begin = start if direct in {"that", "quote"} else after_adverbials(prose, start, end)
    frame = _frame_at(prose, begin, end) if begin < end else None
    if frame in {"that", "quote"}:
        return frame, _skip_marks(prose, begin, end)
    timed = prose.tokens.tags[begin - 1] == "Y" or prose.is_a(begin - 1, "periods")  # "in recent days"
    counted = bool(_VOTES.fullmatch(prose.tokens.words[begin - 1]))
    dated = begin > start and (timed or counted or _is_date(prose, start, begin))
    if frame in {"to", "wh"} and dated:  # "threatened on Monday to leave", "would say tonight whether"
        return frame, begin
    fronted = frame is None and prose.tokens.tags[begin - 1 : begin + 1] == ["R", "B"]  # "said | now is the time"
    named = frame == "np" and direct != "to"
    if fronted or (named and (is_clause(prose, begin, end) or _is_date(prose, start, begin))):
        return "clause", begin - fronted
    if direct == "prep":
        return prose.tokens.words[start], start + 1
    only_dated = direct == "np" and begin == end  # "said last night."
    return None if direct is None or only_dated else (direct, start)


def _frame_at(prose: Prose, i: int, end: int) -> str | None:
    tags, word = prose.tokens.tags, prose.tokens.words[i]
    if prose.quoted[i] >= 0:
        return "quote"
    tag, following_tag = tags[i], tags[i + 1] if i + 1 < end else ""
    if tag in ",:" and following_tag:
        if prose.quoted[i + 1] >= 0:
            return "quote"
        return "colon" if tag == ":" else "that" if following_tag == "t" else None
    if tag == "N" and following_tag == "T":  # "not to"
        return "to"
    if _points(prose, i, end) or (following_tag == "#" and prose.is_a(i, "rounding")):
        return "np"
    participle = tag in "HB" and word.endswith("ing")  # "denies | having taken it", "denies | being late"
    frame = _FRAME_OF_TAG.get("G" if participle else tag) or prose.frames.get(word)
    possessor = tag == "Y" and following_tag == "s"  # "hailed | Tuesday's ruling"
    return frame or ("np" if tag in _BEGINS_PHRASE or possessor else None)


def _points(prose: Prose, i: int, end: int) -> bool:
    """ "That" alone, or before a noun with no verb behind: "rejected | that", "rejected | that call".

    In "rejected that calls help" a verb stands behind.
    """
    tags, words = prose.tokens.tags, prose.tokens.words
    closed = i + 1 >= end or tags[i + 1] in ".;" or tags[i + 1 : i + 3] == [",", "G"]  # not "said that, by then, …"
    if tags[i] == "t" and closed:
        return True
    counts_one = tags[i] == "t" and i + 1 < end and tags[i + 1] == "n" and not words[i + 1].endswith("s")
    gerund = tags[i : i + 2] == ["t", "G"] and (i + 2 >= end or tags[i + 2] in ".;,")  # "rejected | that reading"
    return gerund or (counts_one and not is_clause(prose, i + 1, end))


def carries_on(prose: Prose, quote: int) -> bool:
    """The quotation begins in lower case, as the second part of a sentence."""
    first = prose.tokens.ends[quote] if prose.tokens.tags[quote] == '"' else prose.tokens.starts[quote]
    return prose.text[first : first + 1].islower()


def _skip_marks(prose: Prose, i: int, end: int) -> int:
    while i < end and prose.tokens.tags[i] in ",:":
        i += 1
    return i


def after_adverbials(prose: Prose, start: int, end: int) -> int:
    """The token after days, adverbs, asides and short prepositional phrases: "on Monday in a statement, however,"."""
    tags = prose.tokens.tags
    i = start
    while i < end and prose.quoted[i] < 0:
        if tags[i] in DATED or (prose.is_a(i, "day_openers") and tags[i + 1 : i + 2] == ["Y"]):
            i += 1
            continue
        if tags[i] == "#" and _VOTES.fullmatch(prose.tokens.words[i]):  # "voted | 31-14 | to support it"
            i += 1
            continue
        if _is_ago(prose, i, end):
            i += 3
            continue
        passed = _after_aside(prose, i, end) if tags[i] in ",-" else _after_phrase(prose, i, end)
        if passed == i or _is_infinitive(prose, start, i):
            break
        i = passed
    return i


def _is_ago(prose: Prose, i: int, end: int) -> bool:
    """ "Said | two days ago | the plan was dead"."""
    tags = prose.tokens.tags
    if i + 3 >= end or not prose.is_a(i + 2, "ago") or tags[i] not in "#D":
        return False
    return prose.is_a(i + 1, "periods") or tags[i + 1] == "Y"


def _is_infinitive(prose: Prose, start: int, i: int) -> bool:
    """After a day, "to" with a small word that looks like no plural: "threatened on Monday | to leave"."""
    tags, words = prose.tokens.tags, prose.tokens.words
    if i <= start or tags[i : i + 2] != ["T", "n"] or words[i + 1].endswith("s"):
        return False
    return tags[i - 1] == "Y" or prose.is_a(i - 1, "periods")


def _after_phrase(prose: Prose, i: int, end: int) -> int:
    """The token after a preposition and its noun phrase at token i; i itself where none stands."""
    tags = prose.tokens.tags
    since = prose.is_a(i, "since") and tags[i + 1] in DATED + "A"  # "has said since May 7 | that"
    if tags[i] not in "IT" and not since and not _is_occasion(prose, i, end):
        return i
    last = i + 1
    while last < min(end, i + _LONGEST_ADVERBIAL) and prose.quoted[last] < 0 and tags[last] in SIMPLE_PHRASE + "EO":
        if tags[last] in DETERMINERS and last > i + 1 and tags[last - 1] in "AnY#":  # "in 2019 | the ladder was"
            break
        last += 1
    last = _after_title(prose, last) if last < end else last
    return last if last > i + 1 else i


def _is_occasion(prose: Prose, i: int, end: int) -> bool:
    """A time before a clause with a pronoun: "said after the vote | they had been heard"."""
    tags = prose.tokens.tags
    if tags[i] != "S" or not prose.is_a(i, "temporal_subordinators") or i + 2 >= end or tags[i + 1] not in DETERMINERS:
        return False
    last = i + 2
    while last < min(end, i + _LONGEST_ADVERBIAL) and tags[last] in "AnJY":
        last += 1
    return last < end and tags[last] == "P"


def _after_title(prose: Prose, i: int) -> int:
    """The token after a title in quotation marks at token i ("on “Good Morning Cork”"); i itself where none stands."""
    if prose.quoted[i] < 0:
        return i
    first, last = prose.quotation_tokens[prose.quoted[i]]
    inside = prose.tokens.tags[first + 1 : last - 1]
    return last if first == i and 0 < len(inside) <= 5 and all(tag in "ADICY.," for tag in inside) else i


def _after_aside(prose: Prose, i: int, end: int) -> int:
    """The token after an aside in commas or dashes at token i, that stands before "that" or a quotation."""
    tags = prose.tokens.tags
    closing = next((k for k in range(i + 2, min(end - 1, i + _LONGEST_ADVERBIAL)) if tags[k] == tags[i]), None)
    if closing is None or any(prose.quoted[k] >= 0 or _is_finite(prose, k) for k in range(i, closing)):
        return i
    return closing + 1 if tags[closing + 1] == "t" or prose.quoted[closing + 1] >= 0 else i


def _is_finite(prose: Prose, i: int) -> bool:
    """A finite verb, and no noun that looks like one: "without a shred of evidence"."""
    return prose.tokens.tags[i] in FINITE and prose.tokens.tags[i - 1] not in DETERMINERS


def _is_date(prose: Prose, start: int, end: int) -> bool:
    tags = prose.tokens.tags
    return end > start and tags[end - 1] in DATED and (tags[start] in DATED or prose.is_a(start, "day_openers"))


def is_clause(prose: Prose, start: int, end: int) -> bool:
    """A noun phrase that begins at token `start` is followed by a finite verb."""
    tags = prose.tokens.tags
    if start >= end or tags[start] in PRONOUNS:
        return start < end and tags[start] == "P"
    for i in range(start, min(end, start + _LONGEST_SUBJECT)):
        tag = tags[i]
        if prose.quoted[i] >= 0:  # "families “have given enough”"
            return start < i < end - 1 and _opens_predicate(prose, i)
        if tag in HELPERS or tag == "Z" or (tag == "E" and i > start and tags[i - 1] not in "DQsJI"):
            return True
        if tag in ":;T-tS":
            return False
        if tag == "P" and i > start:
            return True
    return False


def _opens_predicate(prose: Prose, quote: int) -> bool:
    """A quotation begins with the verb of its clause: "families “have given enough”", "he “supports the plan”"."""
    tags, words = prose.tokens.tags, prose.tokens.words
    inside = quote + 1
    singular = tags[quote - 1] in "nA" and not words[quote - 1].endswith("s")
    verb_like = tags[inside] == "n" and words[inside].endswith("s") and tags[inside + 1] in DETERMINERS
    return tags[inside] in HELPERS or (singular and verb_like)


def content_end(prose: Prose, unit: Unit, start: int, frame: str) -> int:
    """The token after the content that begins at `start`."""
    tags = prose.tokens.tags
    end = prose.body_end(unit)
    closes = _closes_clause if frame in CLAUSES else _closes_phrase
    i = start
    while i < end:
        if prose.quoted[i] >= 0:
            first, last = prose.quotation_tokens[prose.quoted[i]]
            whole = first == start and tags[last - 2] in ",.?!" and last - first > 4
            goes_on = last < end and tags[last - 2] == "," and tags[last] == "G"  # "the “old ways,” adding …"
            if whole or goes_on:
                return last  # a whole sentence stood between the marks, or another verb follows
            i = last
        elif start < i < end - 2 and closes(prose, i):
            return i
        else:
            i += 1
    return end


def _closes_clause(prose: Prose, i: int) -> bool:
    """A clause is over before token i: "…; …", "…, adding …", "…, but he …", "…, according to …"."""
    tags = prose.tokens.tags
    if tags[i] != ",":
        return tags[i] == ";"
    if tags[i + 1] == "G":
        return not prose.is_a(i + 1, "inclusive")
    return prose.is_a(i + 1, "source_prepositions") or (prose.is_a(i + 1, "main_coordinators") and tags[i + 2] == "P")


def _closes_phrase(prose: Prose, i: int) -> bool:
    """A noun phrase or infinitive is over before token i: as a clause, and before relatives and further predicates."""
    tags = prose.tokens.tags
    dated = prose.is_a(i, "when") and not prose.is_a(i - 1, "asking")  # not in "refused to say when he would go"
    occasion = (
        tags[i] == "S" and prose.is_a(i, "temporal_subordinators") and tags[i + 1] == "G"
    )  # "plan to leave | after admitting"
    if _closes_clause(prose, i) or tags[i] == "-" or dated or occasion:
        return True
    following_tag = tags[i + 1]
    if tags[i] == ",":
        another = following_tag == "C" and tags[i + 2] == "E"
        opposed = prose.is_a(i + 1, "contrasting") and not _is_condition(prose, i + 2)
        return another or following_tag in "WDQPE" or opposed
    opposed = (
        prose.is_a(i, "adversative") and following_tag in "ADQn" and any(tag in HELPERS for tag in tags[i + 2 : i + 5])
    )
    return tags[i] == "C" and (opposed or following_tag in "EP" + HELPERS)


def _is_condition(prose: Prose, i: int) -> bool:
    """ "Promised to pay, but | only if the ward stayed open"."""
    return prose.is_a(i + (prose.tokens.tags[i] == "R"), "conditional_subordinators")


def until_main_clause(prose: Prose, content: Range) -> Range:
    """The content of an opening "While the union says …," stops where the main clause begins."""
    tags = prose.tokens.tags
    first, last = content
    for i in range(first + 1, last - 2):
        if tags[i] == "," and prose.quoted[i] < 0 and tags[i + 1] in "ADPQn" and is_clause(prose, i + 1, last):
            return (first, i)
    return content


def after_addressee(prose: Prose, start: int, end: int, frames: frozenset[str]) -> int:
    """The token after the object of a cue like "told", whose `frames` say that it has one; else `start`.

    A preposition among the frames begins the content: "warned Cork | against delay".
    """
    tags = prose.tokens.tags
    if "addressee" not in frames or start >= end or tags[start] == "I":
        return start
    if prose.quoted[start] >= 0:
        return _after_title(prose, start)  # "told “Good Morning Cork” that"
    if tags[start] in PRONOUNS:  # "warned them that", not "warned they would"
        return start if tags[start] == "P" and tags[start + 1 : start + 2] and tags[start + 1] in FINITE else start + 1
    i = start
    while i < min(end, start + _LONGEST_ADDRESSEE) and prose.quoted[i] < 0:
        if tags[i] in DETERMINERS and i > start and tags[i - 1] in "AnY":  # "told reporters her plan had failed"
            break
        if tags[i] == "I" and i > start and prose.tokens.words[i] in frames:
            break
        if tags[i] not in SIMPLE_PHRASE + "I," and not (tags[i] in "EG" and tags[i - 1] in "DQsJ"):
            break
        i += 1
    while i > start and tags[i - 1] == ",":
        i -= 1
    return i
