"""Predicates that take a stand: "is opposed to the plan", "the plan is a mistake", "called the plan unfair"."""

from __future__ import annotations

from dataclasses import replace

from briefing.records import Stance
from briefing.stances import STANCES
from briefing.steps.classify.stand.complement import complement
from briefing.steps.classify.stand.extent import Range, clause, noun_phrase, verb_phrase
from briefing.steps.classify.stand.found import Found, names_claim, with_object
from briefing.steps.classify.stand.table import Act
from briefing.steps.classify.stand.verbs import group_at, is_negation, subject_of, whose_act
from briefing.steps.classify.stand.view import View

_LONGEST_OBJECT = 14  # tokens between "called" and the verdict


def remedy(view: View, act: Act, i: int, end: int) -> Found | None:
    """ "The best way to finish it is to ask": what is called the best way is asked for."""
    k = next((k for k in range(end, min(end + _LONGEST_OBJECT, len(view))) if _is_now(view, k)), None)
    if k is None or view.zones[i] != "content" or view.tag(i - 1) not in "D^s":
        return None
    if act.owned and not (view.is_a(i - 1, "own_owners") or (view.is_a(i - 1, "owners") and not view.quoted[i])):
        return None
    about = clause(view, k + 2) if act.owned and view.tag(k + 1) == "t" else _infinitive(view, k + 1)
    return Found(act.stance, (i, end), about, act.id) if about else None


def _is_now(view: View, k: int) -> bool:
    """ "Is", and in reported speech "was": "said his fear | was that …"."""
    reported = view.is_a(k, "reported_copulas") and view.tag(k + 1) == "t"
    return view.is_a(k, "present_copulas") or (reported and not view.quoted[k])


def _infinitive(view: View, at: int) -> Range | None:
    return verb_phrase(view, at) if view.tag(at) == "T" else None


def _is_copula(view: View, k: int) -> bool:
    return view.tag(k) == "B" or view.is_a(k, "clitics")


def adjective(view: View, act: Act, i: int, end: int) -> Found | None:
    """An adjective after a copula whose subject is the speaker, or after "it is"."""
    k = i - 1
    while view.tag(k) in 'RN"' or view.is_a(k, "comparison"):
        k -= 1
    prepositional = view.tag(i) == "I"  # "we are for it", not "called for it", "it is for the cabinet to decide"
    cue = view.zones[i] == "cue" and not prepositional
    linked = _is_copula(view, k) or (view.is_a(k, "copulas") and not prepositional)  # "felt for them" is no stand
    if not (linked or cue):
        return None
    group = group_at(view, k) if _is_copula(view, k) or view.is_a(k, "copulas") else group_at(view, i)
    subject = subject_of(view, group)
    own = cue or (subject.whose == "own" and subject.real)
    own = own and not (prepositional and view.is_a(subject.first, "expletive"))
    if act.expletive:
        own = (
            view.is_a(group.first - 1, "expletive") and view.tag(group.first - 2) != "W"
        )  # "what it is necessary to do"
    negated = group.negated or any(is_negation(view, x) for x in range(k + 1, i))  # "we are not prepared to sign"
    stance = act.negated if negated else act.stance
    about = complement(view, act, end)
    if not own or stance is None or group.modal in view.table.closed["possible"]:
        return None
    if about is None:
        return Found(stance, (group.first, end), None, act.id) if "none" in act.frames else None
    return with_object(view, act, stance, (group.first, end), about)


def dependence(view: View, act: Act, i: int, end: int) -> Found | None:
    """ "X is contingent upon Y", "X is a precondition for Y": the whole is the condition."""
    k = _before_predicate(view, i)
    about = complement(view, act, end)
    if view.tag(k) != "B" or about is None or view.zones[i] != "content":
        return None
    group = group_at(view, k)
    subject = subject_of(view, group)
    negated = group.negated or any(is_negation(view, x) for x in range(k + 1, i))  # "is not contingent on"
    if negated or view.is_a(subject.first, "naught") or not subject.real or not subject.is_named:
        return None
    return Found(act.stance, (k, end), (subject.first, about[1]), act.id)


def verdict(view: View, act: Act, i: int, end: int) -> Found | None:
    """A verdict on a thing: after a copula, or after a verb of calling."""
    if not act.rest and view.tag(end) in "nA" and not view.is_a(i - 1, "before_predicate"):
        return None  # "the dangerous road": the adjective belongs to a noun of its own
    if not act.rest and view.is_a(end, "neutral"):
        return None  # "this is an important issue"
    k = _before_predicate(view, i)
    if _is_copula(view, k) or view.word(k) in act.verbs:
        return _copular(view, act, k, i, end)
    return None if "copula" in act.frames else _called(view, act, k, i, end)


def _before_predicate(view: View, i: int) -> int:
    """The token before the predicate that the verdict is the head of: "is | a very bad idea"."""
    k = i - 1
    while view.tag(k) in "QJRN#G" or (view.tag(k) == view.tag(i) == "n" and view.tag(k - 1) in "DQJ"):
        k -= 1
    article = k
    while view.tag(k) in 'RN"' or view.is_a(k, "degree") or (view.tag(k) == "D" and k == article):
        article -= view.is_quotation_mark(k) and k == article  # "a | “farce”"
        k -= 1
    return k


def _copular(view: View, act: Act, k: int, i: int, end: int) -> Found | None:
    group = replace(group_at(view, k), infinitive=False)
    negated = group.negated or any(is_negation(view, x) or view.is_a(x, "negative_quantifiers") for x in range(k, i))
    stance = act.negated if negated else act.stance
    if stance is None or group.modal in view.table.closed["possible"] or view.zones[k] not in ("content", "cue"):
        return None
    about = _postponed(view, end) if view.is_a(group.first - 1, "expletive") else None
    if about is not None:
        lacks = act.of_denied is not None and any(is_negation(view, x) for x in range(*about))
        return with_object(view, act, (act.of_denied or stance) if lacks else stance, (k, end), about)
    if view.tag(end) == "N" or view.is_a(end, "former"):
        return None  # "it would be wrong not to sign", "it was fair once"
    subject = subject_of(view, group)
    pronoun = (
        view.tag(subject.first) == "P" and not view.is_a(subject.first, "expletive") and STANCES[stance].told != "deed"
    )
    predicate = view.is_a(subject.first, "copulas")  # "the plan, while it | sounds good, is not the answer"
    if not subject.is_named or not subject.real or pronoun or predicate:
        return None
    if view.table.closed["genitive"].intersection(act.rest) and view.tag(subject.first) in "Pt":
        about = complement(view, act, end)  # "it is a breach of our promises"
        return Found(stance, (group.first, k + 1), (k + 1, about[1]), act.id) if about else None
    return _judged(view, act, stance, (group.first, end), (subject.first, subject.last))


def _judged(view: View, act: Act, stance: Stance, words: Range, about: Range) -> Found | None:
    """The verdict on its subject: "no amnesty is acceptable" rejects it, "nothing is acceptable" names nothing."""
    if not view.is_a(about[0], "naught"):
        claimed = STANCES[stance].of_claim if names_claim(view, about) else None  # "the claim that … is wrong"
        return Found(claimed or stance, words, about, act.id, judges=True)
    turned = act.negated if stance == act.stance and view.is_a(about[0], "negative_determiner") else None
    return Found(turned, words, (about[0] + 1, about[1]), act.id) if turned else None


def _postponed(view: View, end: int) -> Range | None:
    """ "It is wrong to …", "it is good that …", "it would be an outrage if …": the clause behind is what is judged."""
    end += view.is_quotation_mark(end)
    if view.tag(end) == "T":
        return verb_phrase(view, end)
    if view.is_a(end, "complementiser") or view.is_a(end, "doubting"):
        return clause(view, end + 1)
    plain = view.is_a(end, "benefactive") and view.tag(end + 1) != "O"  # not "important for us to know"
    return noun_phrase(view, end + 1) if plain else None


def _called(view: View, act: Act, k: int, i: int, end: int) -> Found | None:
    """ "Called the plan a mistake", "describes it as unfair": the noun phrase between is what is judged."""
    equated = view.is_a(k, "equative")
    k -= equated
    stop = k + 1
    if view.is_a(k, "calling") and i > k + 2 and view.tag(i - 1) in "nA":
        stop = i  # "called | the plan | unfair": two nouns in a row, as far as tags tell
    while k >= 0 and not (view.is_a(k, "calling") or (equated and view.is_a(k, "regarding"))):
        if view.tag(k) not in 'DQJRNnAsIO#$"E.PG' or stop - k > _LONGEST_OBJECT:
            return None
        k -= 1
    negated = any(is_negation(view, x) for x in range(stop, i))
    stance = act.negated if negated else act.stance
    if k > 0 and _is_aside(view, k):
        named = _so_called(view, k, stop, end)
        return Found(stance, (k, end), named, act.id) if named and stance else None
    if k < 0 or k + 1 >= stop or stance is None or view.tag(k + 1) == "I":
        return None
    group = group_at(view, k)
    subject = whose_act(view, group)
    if subject.whose != "own" or not subject.real or group.negated:
        return None
    return Found(stance, (k, end), (k + 1, stop), act.id)


def _is_aside(view: View, k: int) -> bool:
    """ "What she called": the verb of calling stands in a clause that stands for a noun."""
    return view.is_a(subject_of(view, group_at(view, k)).first - 1, "cleft_pronoun")


def _so_called(view: View, k: int, stop: int, end: int) -> Range | None:
    """ "What she called the “dangerous” dam": the verdict stands in marks before the noun that it judges."""
    noun = range(end + 1, len(view))
    last = next((x for x in noun if view.tag(x) not in "nA"), len(view))
    own = view.zones[k] == "cue" or subject_of(view, group_at(view, k)).whose == "own"
    if not own or stop - k > 2 or not view.is_quotation_mark(end) or last == end + 1:
        return None
    return (k + 1, last)
