"""The phrases of a German clause, and which of them a verb can have as its object."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.steps.classify.stand.extent import Range
from briefing.steps.classify.stand.view import View

_ADJECTIVE = re.compile(r"\w{2,}(?:e|en|er|es|em)$")
_INSIDE = "QD#nJREGO"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase in tokens, half-open; `prep` is the preposition before it, or ""."""

    first: int
    last: int
    preposition: str = ""


def phrases(view: View, first: int, last: int) -> Iterator[Phrase]:
    """The noun phrases between two tokens, in order, with genitives, brackets and what "und" joins, but no others."""
    i = first
    while i < last:
        prep = i if view.tag(i) == "I" or view.is_a(i, "comparing") else None
        at = i if prep is None else i + 1
        end = None if view.tag(at) in "RN" else _whole(view, at, last)
        if end is None:
            i += 1
            continue
        yield Phrase(at, end, "" if prep is None else view.word(prep))
        i = end


def _whole(view: View, at: int, last: int) -> int | None:
    end = _group(view, at, last)
    while end is not None and end < last:
        longer = _extended(view, end, last)
        if longer is None:
            break
        end = longer
    return end


def _extended(view: View, at: int, last: int) -> int | None:
    """The end of a genitive, a bracket or a joined phrase at `at`."""
    if view.tag(at) == "(":
        close = next((k for k in range(at + 1, last) if view.tag(k) == ")"), None)
        return None if close is None else close + 1
    if view.is_a(at, "genitive_determiners"):
        return _group(view, at, last)
    if view.is_a(at, "joining"):
        return _group(view, at + 1, last)
    return None


def _group(view: View, at: int, last: int) -> int | None:
    """One past determiner, adjectives and nouns at `at`: "die für Mai angesetzte Wahl"; None without a noun."""
    i = at
    while i < last and not _is_noun(view, i):
        if view.tag(i) == "I" and i > at and view.tag(at) in "DQ":
            inner = _group(view, i + 1, last)
            if inner is None or not _is_adjective(view, inner):
                return None
            i = inner
        elif view.tag(i) == '"' or (view.tag(i) in _INSIDE and (view.tag(i) != "n" or _is_adjective(view, i))):
            i += 1
        else:
            return None
    if i >= last:
        return None
    while i < last and (_is_noun(view, i) or (view.tag(i) == '"' and _closes(view, at, i))):
        i += 1
    return i


def _closes(view: View, at: int, i: int) -> bool:
    """The mark at `i` is paired with one behind `at`."""
    return sum(view.is_quotation_mark(k) for k in range(at, i)) % 2 == 1


def _is_adjective(view: View, i: int) -> bool:
    return view.tag(i) in "nJ" and bool(_ADJECTIVE.match(view.word(i)))


def _is_noun(view: View, i: int) -> bool:
    return view.tag(i) == "A" or (view.tag(i) == "#" and view.tag(i + 1) not in "nA#Q")


def is_time(view: View, phrase: Phrase) -> bool:
    """ "Am Montag", "diese Woche": when, and no thing."""
    inside = range(phrase.first, phrase.last)
    day = all(view.tag(k) == "#" for k in inside) and view.tag(phrase.last) == "."  # "am 8. Mai"
    return day or any(view.tag(k) == "Y" for k in inside) or view.any_is(inside, "periods")


def accusative(view: View, first: int, last: int, subject: Range | None) -> Phrase | None:
    """The first phrase that can be an accusative and is not the subject."""
    return next(_accusatives(view, first, last, subject), None)


def charge(view: View, first: int, last: int, subject: Range | None) -> Phrase | None:
    """The last such phrase, that no dative plural can be: "warf den Arbeitern | eine Blockade | vor"."""
    found = list(_accusatives(view, first, last, subject))
    return found[-1] if found and not view.is_a(found[-1].first, "dative_plural") else None


def _accusatives(view: View, first: int, last: int, subject: Range | None) -> Iterator[Phrase]:
    for phrase in phrases(view, first, last):
        opens = phrase.first + view.is_quotation_mark(phrase.first)
        if phrase.preposition or view.is_a(opens, "dative") or is_time(view, phrase):
            continue
        if not _is_subject(view, phrase, subject):
            yield phrase


def dative(view: View, first: int, last: int, subject: Range | None) -> Phrase | None:
    """The first phrase that opens with a determiner in the dative and is not the subject."""
    return next(
        (
            phrase
            for phrase in phrases(view, first, last)
            if not phrase.preposition and view.is_a(phrase.first, "dative") and not _is_subject(view, phrase, subject)
        ),
        None,
    )


def governed(view: View, first: int, last: int, preposition: str) -> Phrase | None:
    """The first phrase behind this preposition; of "für" and "gegen" the one that comes first goes with the verb."""
    rivals = view.table.closed["siding"] if preposition in view.table.closed["siding"] else frozenset()
    found = next((p for p in phrases(view, first, last) if p.preposition in {preposition, *rivals}), None)
    return found if found is not None and found.preposition == preposition else None


def _is_subject(view: View, phrase: Phrase, subject: Range | None) -> bool:
    inside = range(phrase.first, phrase.last)
    overlaps = subject is not None and phrase.first < subject[1] and subject[0] < phrase.last
    return overlaps or any(view.zones[k] == "source" for k in inside)


def extent(view: View, phrase: Phrase, last: int) -> Range:
    """The phrase with the phrases with prepositions behind it that go with its noun: "ein Verbot | von Kameras"."""
    end = phrase.last
    for behind in phrases(view, phrase.last, last):
        near = behind.preposition and behind.first == end + 1 and not view.is_a(end, "adjuncts")
        if not near or is_time(view, behind) or view.any_is(range(behind.first, behind.last), "settings"):
            break
        end = behind.last
    return phrase.first, end
