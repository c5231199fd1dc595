"""German verdicts: "der Plan sei ein Fehler", "nannte den Plan falsch", "es sei falsch, zu gehen"."""

from __future__ import annotations

from briefing.steps.classify.stand.extent import Range
from briefing.steps.classify.stand.found import Found
from briefing.steps.classify.stand.german.clauses import (
    Clause,
    clause_of,
    is_final,
    is_negated,
    is_unreal,
    next_part,
)
from briefing.steps.classify.stand.german.complements import is_infinitive
from briefing.steps.classify.stand.german.phrases import Phrase, accusative, extent
from briefing.steps.classify.stand.german.whose import own_subject, subject_of
from briefing.steps.classify.stand.table import Act
from briefing.steps.classify.stand.view import View

_BEFORE = 'DRJNnIAOYQ#"'  # between a copula and the judging word: "sei ein | völlig falsches | Signal"


def verdict(view: View, parts: list[Range], act: Act, i: int) -> Found | None:
    """The stand of a judging word at `i` on what is judged."""
    end = i + 1 + len(act.rest)
    if tuple(view.word(k) for k in range(i + 1, end)) != act.rest:
        return None
    clause = clause_of(parts, i)
    ends = end >= clause.last or view.tag(end) in '"^.!' or view.zones[end] in ("cue", "source")
    copula = next((k for k in range(clause.first, clause.last) if view.tag(k) == "B"), None)
    if copula is None:
        return _called(view, parts, act, clause, i, end)
    final = is_final(view, clause) and copula >= end
    if view.zones[i] != "content" or not (ends or final or view.tag(end) == "I"):
        return None
    main = Clause(clause.first, clause.last, copula)
    if is_unreal(view, parts, main):
        return None
    return _judged(view, parts, act, main, i, end)


def _judged(view: View, parts: list[Range], act: Act, clause: Clause, i: int, end: int) -> Found | None:
    subject = subject_of(view, clause)
    if subject is None or subject[0] <= i < subject[1]:
        return None
    behind = max(clause.verb, subject[1] - 1) + 1
    if not is_final(view, clause) and any(view.tag(k) not in _BEFORE for k in range(behind, i)):
        return None
    stance = act.negated if is_negated(view, clause) or view.any_is((i - 1,), "naught") else act.stance
    about = _clause_behind(view, parts, clause) if view.is_a(subject[0], "expletive") else subject
    if stance is None or about is None:
        return None
    if clause.verb > i:  # "dass der Plan | falsch sei"
        last = extent(view, Phrase(*about), i)[1] if about == subject else about[1]
        return Found(stance, (i, end), (about[0], last), act.id)
    return Found(stance, (clause.verb, end), (about[0], max(clause.verb, about[1])), act.id)


def _clause_behind(view: View, parts: list[Range], clause: Clause) -> Range | None:
    """ "Es sei falsch, | den Wald zu roden", "…, dass | der Wald fällt"."""
    part = next_part(parts, clause.last)
    if part is None or view.tag(clause.last) != ",":
        return None
    if view.tag(part[0]) == "t":
        return part[0] + 1, part[1]
    return part if is_infinitive(view, *part) else None


def _called(view: View, parts: list[Range], act: Act, clause: Clause, i: int, end: int) -> Found | None:
    """ "Nannte den Plan | unverantwortlich", "hält den Plan für | einen Fehler"."""
    calling = next((k for k in range(clause.first, i) if view.is_a(k, "calling")), None)
    if calling is None or is_final(view, clause) or is_negated(view, clause):
        return None
    main = Clause(clause.first, clause.last, calling)
    subject = own_subject(view, parts, main)
    if subject is None or is_unreal(view, parts, main):
        return None
    if view.any_is((calling + 1,), "object_pronouns_of_things"):  # "nannte | es | eine Zumutung"
        return Found(act.stance, (i, end), (calling + 1, calling + 2), act.id)
    phrase = accusative(view, calling + 1, i, subject)
    if phrase is None or phrase.last > i:
        return None
    return Found(act.stance, (i, end), extent(view, phrase, i), act.id)
