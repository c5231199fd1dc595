"""Nouns that take a stand: "their opposition to the plan", "no room for doubt", "due to the union's refusal"."""

from __future__ import annotations

from briefing.stances import STANCES
from briefing.steps.classify.stand.complement import complement
from briefing.steps.classify.stand.extent import Range, clause, noun_phrase, verb_phrase
from briefing.steps.classify.stand.found import Found, with_object
from briefing.steps.classify.stand.table import Act
from briefing.steps.classify.stand.verbs import Group, group_at, subject_of, whose_act
from briefing.steps.classify.stand.view import View
from briefing.tags import FINITE

_EXISTENTIAL_REACH = 6
_FORESEEING_REACH = 4


def noun(view: View, act: Act, i: int, end: int) -> Found | None:
    """A noun that the speaker owns or voices."""
    cue = view.zones[i] == "cue"
    if view.any_is(range(i - 3, i), "dropping") or view.is_a(i - 1, "negative_determiner"):
        return None  # "would drop her opposition to the mine", "has no objection to it"
    if not cue and (view.tag(i) in FINITE or not _is_owned(view, i)):
        return None
    about = _identified(view, end) if cue else None
    about = about or complement(view, act, end)
    return with_object(view, act, act.stance, (i, end), about) if about else None


def _identified(view: View, end: int) -> Range | None:
    """ "The union's main demand is | a pay rise": what the copula behind the noun joins to it."""
    if not (view.is_a(end, "present_copulas") or view.is_a(end, "reported_copulas")):
        return None
    if view.is_a(end + 1, "complementiser"):
        return clause(view, end + 2)
    return verb_phrase(view, end + 1) if view.tag(end + 1) == "T" else noun_phrase(view, end + 1)


def _is_owned(view: View, i: int) -> bool:
    """The noun is the speaker's: by a possessor, or by a verb of voicing whose subject is the speaker."""
    k = i - 1
    while view.tag(k) in "JAnRECG," and not view.is_a(k, "voicing") and view.zones[k] not in ("source", "cue"):
        k -= 1
    if view.is_a(k, "owners"):
        return view.is_a(k, "own_owners") or not view.quoted[k]
    if view.tag(k) == "s":
        return view.zones[k] == "source" or (view.party is not None and view.parties[k - 1] == view.party)
    return not view.is_a(k, "negative_determiner") and _is_voiced(view, k)


def _is_voiced(view: View, k: int) -> bool:
    """The verb before the determiner at `k` voices the noun, and its subject is the speaker."""
    while view.tag(k) in "DQ":
        k -= 1
    if not view.is_a(k, "voicing"):
        return False
    group = group_at(view, k)
    subject = whose_act(view, group)
    return subject.whose == "own" and subject.real and not group.negated


def existential(view: View, act: Act, i: int, end: int) -> Found | None:
    """ "There is no room for …", "there is a need for …"."""
    k = i - 1
    while view.tag(k) in "DQJRNn" and k > i - _EXISTENTIAL_REACH:
        k -= 1
    group = group_at(view, k)
    exists = view.tag(k) == "B" and view.is_a(group.first - 1, "existential")
    if not exists or (act.own_future and group.modal is None) or not _has_verb_of(view, act, k, group):
        return None
    before = range(max(0, group.first - _FORESEEING_REACH), group.first)
    if act.own_future and (view.any_is(before, "foreseeing") or view.any_is(before, "leaving_out")):
        return None  # "it is apparent there will be no debate", "without that there will be no camps": a condition
    negated = group.negated or view.any_is(range(k, i + 1), "minimal")
    stance = act.negated if negated else act.stance
    about = complement(view, act, end)
    if about is None or stance is None or (act.own_future and view.any_is(range(about[0], about[0] + 2), "moods")):
        return None
    if STANCES[stance].of_facts and view.any_is(range(about[0], about[0] + 2), "lacking"):
        return None
    if act.without and view.any_is(range(*about), "leaving_out"):
        return Found(act.without, (group.first, end), (i, about[1]), act.id)  # "no truce without a withdrawal"
    return Found(stance, (group.first, end), about, act.id)


def _has_verb_of(view: View, act: Act, k: int, group: Group) -> bool:
    """The copula at `k` is one that the act asks for, with no modal."""
    return not act.verbs or (view.word(k) in act.verbs and group.modal is None)


def slogan(view: View, act: Act, i: int, end: int) -> Found | None:
    """ "No more dams", "yes to the treaty": a quoted sentence without a verb, its words first or behind a comma."""
    opens = view.tag(i - 1) in '^".,!?:'
    about = complement(view, act, end) if opens and view.quoted[i] else None
    closed = about is not None and view.tag(about[1]) in '.,!?^"'
    verbless = not any(view.tag(k) in FINITE and view.quoted[k] for k in range(i, about[1] if about else i))
    return Found(act.stance, (i, end), about, act.id) if closed and verbless else None


def reaction(view: View, act: Act, i: int, end: int) -> Found | None:
    """ "The deal drew criticism from the union": the stand of those it comes from on what stands before."""
    before = [k for k in range(i) if view.zones[k] == "content"]
    if view.zones[i] != "cue" or not before:
        return None
    return Found(act.stance, (i, end), (before[0], before[-1] + 1), act.id)


def lack(view: View, act: Act, i: int, end: int) -> Found | None:
    """ "Has no interest in …", "sees no need for …"."""
    k = i - 1
    while view.tag(k) in "JR":
        k -= 1
    if not view.is_a(k, "negative_determiner") or not (view.tag(k - 1) == "H" or view.is_a(k - 1, "seeing")):
        return None
    subject = subject_of(view, group_at(view, k - 1))
    about = complement(view, act, end)
    own = subject.whose == "own" and subject.real
    return Found(act.stance, (k - 1, end), about, act.id) if own and about else None


def cause(view: View, act: Act, i: int, end: int) -> Found | None:
    """ "Due to the union's refusal to vote": a charge against the possessor, where that is not the speaker."""
    k = i - 1
    while view.tag(k) in "JAnsD#.":
        k -= 1
    owner = next((x for x in range(i - 1, k, -1) if view.tag(x) == "s"), None)
    if owner is None or f"{view.word(k - 1)} {view.word(k)}" not in view.table.closed["causes"]:
        return None
    if view.zones[i] != "content" or (view.party is not None and view.parties[owner - 1] == view.party):
        return None
    about = complement(view, act, end)
    return Found(act.stance, (k - 1, end), (k + 1, about[1] if about else end), act.id)
