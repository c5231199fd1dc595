"""The clauses of a German statement: where each begins and ends, where its verb stands, and what closes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from briefing.steps.classify.stand.view import View
from briefing.tags import HELPERS

_MARKS = ",;:-"
_SHORT = 4  # letters of a word whose stop is none of a sentence: "Dr.", "Nr."
_LATEST = 45  # tokens between a verb and its prefix
_OPENERS = 'CRN"'


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens `first` to `last` (half-open) between two marks, with one that stands in it: its verb."""

    first: int
    last: int
    verb: int

    @property
    def before(self) -> tuple[int, int]:
        """What stands before the verb."""
        return self.first, self.verb


def clauses(view: View) -> list[tuple[int, int]]:
    """The clauses of the statement in order, as half-open ranges; none is empty."""
    cuts, depth = [], 0
    for i in range(len(view)):
        depth += (view.tag(i) == "(") - (view.tag(i) == ")")
        if depth <= 0 and (view.tag(i) in _MARKS or _ends_sentence(view, i)):
            cuts += [i, i + 1]
        elif view.tag(i) == "C" and _opens_predicate(view, i + 1):
            cuts.append(i)
    edges = [0, *cuts, len(view)]
    return [(a, b) for a, b in pairwise(edges) if b > a and not _is_mark(view, a, b)]


def _is_mark(view: View, first: int, last: int) -> bool:
    return last == first + 1 and (view.tag(first) in _MARKS or _ends_sentence(view, first))


def _ends_sentence(view: View, i: int) -> bool:
    if view.tag(i) in "?!~":
        return True
    abbreviated = view.tag(i - 1) == "#" or len(view.word(i - 1)) < _SHORT
    return view.tag(i) == "." and not (abbreviated and i + 1 < len(view))


def _opens_predicate(view: View, i: int) -> bool:
    """ "Und | müsse …", "und er | müsse": a verb of its own, or a subject that can be nothing else, follows."""
    while view.tag(i) in "RN":
        i += 1
    return view.tag(i) == "P" or view.tag(i) in HELPERS or _is_finite(view, i)


def _is_finite(view: View, i: int) -> bool:
    """A verb of the table that tells: "und | wirft ihm vor"."""
    acts = view.table.acts.get(view.word(i), ())
    return view.tag(i) == "n" and any(act.part == "verb" and act.form == "finite" for act in acts)


def clause_of(parts: list[tuple[int, int]], i: int) -> Clause:
    """The clause of the verb at `i`."""
    first, last = next((part for part in parts if part[0] <= i < part[1]), (i, i + 1))
    return Clause(first, last, i)


def next_part(parts: list[tuple[int, int]], last: int) -> tuple[int, int] | None:
    """The clause behind the mark at `last`."""
    return next((part for part in parts if part[0] >= last), None)


def opening(view: View, clause: Clause) -> int:
    """The first token of the clause that is no conjunction, adverb or quotation mark."""
    i = clause.first
    while i < clause.verb and view.tag(i) in _OPENERS:
        i += 1
    return i


def is_relative(view: View, clause: Clause) -> bool:
    """ "…, die den Plan ablehnt": about the noun before it, with the verb at its end."""
    at = opening(view, clause)
    at += view.tag(at) == "I"
    ends = all(view.tag(k) in HELPERS + '"' for k in range(clause.verb + 1, clause.last))
    opens = view.tag(at) == "D" and (ends or view.tag(at + 1) in "OPD")
    return view.tag(clause.first - 1) == "," and (view.tag(at) == "W" or opens)


def is_final(view: View, clause: Clause) -> bool:
    """The verb stands at the end: a conjunction opens the clause."""
    return view.tag(opening(view, clause)) in "StW" or is_relative(view, clause)


def is_unreal(view: View, parts: list[tuple[int, int]], clause: Clause) -> bool:
    """Asked, supposed, or about the noun before: "ob er es ablehnt", "lehnt er es ab, …", "…, die es ablehnen"."""
    at = opening(view, clause)
    if view.tag(at) == "t" and view.is_a(clause.first - 2, "supposed"):
        return True
    if any(view.is_a(k, "unreal") for k in range(clause.first, at + 1)) or view.tag(at) == "W":
        return True
    if any(view.is_a(k, "irreal") for k in range(clause.first, clause.last)) or is_relative(view, clause):
        return True
    return _is_asked(view, clause) or _is_supposed(view, parts, clause)


def _is_asked(view: View, clause: Clause) -> bool:
    ends = (k for k in range(clause.verb, len(view)) if view.tag(k) in ':"' or _ends_sentence(view, k))
    return view.word(next(ends, len(view))) == "?"


def _is_supposed(view: View, parts: list[tuple[int, int]], clause: Clause) -> bool:
    """ "Sollten die Richter es verbieten, | werde man klagen": the verb opens the clause and the one behind it."""
    behind = next_part(parts, clause.last)
    opens = clause.verb == opening(view, clause) and view.zones[clause.verb] != "cue" and clause.first == clause.verb
    return opens and behind is not None and view.tag(clause.last) == "," and _opens_predicate(view, behind[0])


def prefix_of(view: View, clause: Clause, prefix: str) -> int | None:
    """Where the separable prefix of the verb stands: at the end of its clause, or of one that goes on with it."""
    for k in range(clause.verb + 1, min(len(view), clause.verb + _LATEST)):
        if _ends_sentence(view, k):
            return None
        if view.word(k) == prefix and (view.tag(k + 1) in '^,;:-"C.?!' or view.zones[k + 1] in ("cue", "source")):
            return k
    return None


def is_negated(view: View, clause: Clause) -> bool:
    """A negation stands in the clause; "nicht nur" is none."""
    return any(_negates(view, k) for k in range(clause.first, clause.last))


def _negates(view: View, k: int) -> bool:
    return (view.tag(k) == "N" or view.is_a(k, "negating")) and not view.is_a(k + 1, "merely")


def helpers(view: View, clause: Clause) -> Iterator[int]:
    """The forms of "haben", "werden" and the modals in the clause."""
    return (k for k in range(clause.first, clause.last) if view.tag(k) in HELPERS)
