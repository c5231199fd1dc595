"""German modals in what is said: "der Tunnel müsse gebaut werden", "man werde nicht nachgeben"."""

from __future__ import annotations

from briefing.steps.classify.stand.extent import Range
from briefing.steps.classify.stand.found import Found
from briefing.steps.classify.stand.german.clauses import (
    Clause,
    clause_of,
    is_final,
    is_negated,
    is_unreal,
    opening,
)
from briefing.steps.classify.stand.german.phrases import accusative, extent
from briefing.steps.classify.stand.german.whose import own_subject, subject_of
from briefing.steps.classify.stand.table import Act
from briefing.steps.classify.stand.view import View

_SHORTEST = 3  # tokens of a clause with a subject, the modal and its infinitive


def necessity(view: View, parts: list[Range], act: Act, i: int) -> Found | None:
    """What must be, or what must not, in what the speaker says; the object is the clause.

    What the speaker itself must do is asked for as well: "wir müssen den Wald schützen".
    """
    clause = clause_of(parts, i)
    if (
        view.zones[i] != "content"
        or _is_hearsay(view, i)
        or is_unreal(view, parts, clause)
        or clause.last - clause.first < _SHORTEST
    ):
        return None
    inside = range(clause.first, clause.last)
    if view.any_is(inside, "perfect_infinitives") or view.any_is(inside, "idle"):
        return None  # "müsse gewusst haben" is a guess, "ich muss sagen" asks for nothing
    denied = is_negated(view, clause) or view.any_is(inside, "naught")
    told = subject_of(view, clause) is not None if denied else _is_asked_for(view, parts, clause)
    if _is_supposed(view, parts, clause) or not told:
        return None
    stance = act.negated if denied else act.stance
    return None if stance is None else Found(stance, (i, i + 1), _told(view, clause), act.id)


def _is_hearsay(view: View, i: int) -> bool:
    """ "Laut Polizei muss die Schule geschlossen werden": told as it is, and asked for by nobody."""
    source = next((k for k in range(len(view)) if view.zones[k] == "source"), None)
    return source is not None and view.tag(source - 1) == "I" and view.is_a(i, "indicative") and not view.quoted[i]


def _is_supposed(view: View, parts: list[Range], clause: Clause) -> bool:
    """ "Man werde gehen, | sollte er schließen": the modal opens a clause that none with a conjunction precedes."""
    before = next((part for part in reversed(parts) if part[1] <= clause.first), None)
    follows = before is not None and view.tag(before[0]) == "S"
    return clause.verb == clause.first and view.is_a(clause.verb, "supposing") and not follows


def _is_asked_for(view: View, parts: list[Range], clause: Clause) -> bool:
    """What must be done, what somebody able to act must do, or what "should" be; "Frauen müssen warten" is a fact."""
    if view.any_is(range(clause.first, clause.last), "given"):
        return False
    if view.is_a(clause.verb, "supposing"):
        return True
    subject = subject_of(view, clause)
    infinitives = [k for k in range(clause.first, clause.last) if view.is_a(k, "passive_infinitives")]
    if infinitives or subject is None:
        return bool(infinitives)
    if view.is_a(subject[0], "first_person_singular"):
        return False  # "ich muss erkennen"
    acts = any(view.parties[k] is not None or view.is_a(k, "actors") for k in range(*subject))
    return acts or view.is_a(subject[0], "expletive") or own_subject(view, parts, clause) is not None


def _told(view: View, clause: Clause) -> Range:
    """The clause without the words that open and close it."""
    first, last = opening(view, clause), clause.last
    first += is_final(view, clause) and view.tag(first) in "St"
    while last > first and view.tag(last - 1) in '"?!.,':
        last -= 1
    return first, last


def refusal(view: View, parts: list[Range], act: Act, i: int) -> Found | None:
    """What the speaker will not do, or lets nobody do: "werde nicht mit ihr stimmen", "wird es keinen Tunnel geben"."""
    clause = clause_of(parts, i)
    last = clause.last - 1
    while last > i and view.tag(last) in '".!':
        last -= 1
    if view.zones[i] == "around" or is_unreal(view, parts, clause) or last <= i or is_final(view, clause):
        return None
    if not view.word(last).endswith("n") or view.tag(last) != "n" or view.is_a(last, "idle"):
        return None
    no = next((k for k in range(i + 1, last) if view.tag(k) == "N" or view.is_a(k, "naught")), None)
    if no is None or view.any_is((no + 1, no + 2), "merely") or act.negated is None:
        return None
    given = view.is_a(last, "existing") and view.any_is(range(clause.first, last), "expletive")
    if not given and own_subject(view, parts, clause) is None:
        return None
    phrase = accusative(view, no + 1, last, None) if view.is_a(no, "naught") else None
    about = extent(view, phrase, last) if phrase is not None else (no + 1, last + 1)
    return Found(act.negated, (i, i + 1), about, act.id)
