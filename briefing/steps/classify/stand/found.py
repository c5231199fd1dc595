"""What a reader of stands gives: a stand in tokens of the statement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.records import Stance
from briefing.stances import STANCES
from briefing.steps.classify.stand.extent import Range, clause
from briefing.steps.classify.stand.table import Act
from briefing.steps.classify.stand.view import View

_TELLING = 5  # words of "the local envoy said"


@dataclass(frozen=True, slots=True)
class Found:
    """A stand: its act and its object, both half-open ranges of tokens."""

    stance: Stance
    act: Range
    object: Range | None
    rule: str
    passes: bool = False  # gives way to a stand in its object
    judges: bool = False  # a verdict on a thing


def end_of(view: View, act: Act, i: int) -> int | None:
    """One past the words of the act that begin at `i`, adverbs and a day between them; None where they do not."""
    k = i + 1
    for n, word in enumerate(act.rest):
        if word == "…":
            k = next((j for j in range(k + 1, k + 7) if view.word(j) == act.rest[n + 1]), k)
            continue
        while act.part == "verb" and view.word(k) != word and _stands_between(view, k):
            k += 1
        if view.word(k) != word:
            return None
        k += 1
    return k


def _stands_between(view: View, k: int) -> bool:
    """An adverb, a day or the figures of a vote between a verb and its particle: "voted | 8-3 on Monday | against"."""
    figures = view.tag(k) == "#" and "-" in view.word(k)
    return figures or view.tag(k) in "RY" or (view.tag(k) == "I" and view.tag(k + 1) == "Y")


def with_object(view: View, act: Act, stance: Stance, words: Range, about: Range) -> Found:
    """The stand, as its object may turn it: a thing condemned is rejected, what is hoped of a party is asked of it."""
    turned = next((other for fits, other in _turns(view, act, stance, words, about) if fits and other), stance)
    if STANCES[stance].of_not and _is_not_doing(view, about):  # "vowed not | to sign": signing is refused
        about = (about[0] + 1, about[1])
    that = next((k for k in range(about[0], about[1] + 1) if view.tag(k) == "t"), about[1])
    told = names_claim(view, about) or view.is_a(that - 1, "announced")
    if told and view.tag(that) == "t":  # "dismissed claims | that the dam leaks", "hailed the news | that it closes"
        about = (about[0], (clause(view, that + 1) or about)[1])
    about = _without_telling(view, about) if STANCES[turned].of_facts else about
    helps = STANCES[turned].of_harm
    if helps and (kept := _kept_from_harm(view, about)):  # "it is wrong to block | the plan"
        return Found(helps, words, kept, act.id)
    threatens = act.of_force is not None and turned == act.of_force  # "vowed to push ahead with an attack"
    refuses = act.own is not None and turned == act.own and _is_negated(view, about)  # "warned | she would not sign"
    return Found(turned, words, about, act.id, (act.passes and not threatens) or refuses)


def _is_negated(view: View, about: Range) -> bool:
    """A modal of the future in the clause is denied."""
    modals = (k for k in range(*about) if view.is_a(k, "future"))
    return any(view.word(k).endswith("n't") or view.tag(k + 1) == "N" for k in modals)


def _turns(view: View, act: Act, stance: Stance, words: Range, about: Range) -> Iterator[tuple[bool, Stance | None]]:
    """What an object may turn a stand into, each with whether it does, in the order in which they are tried."""
    direct = about[0] == words[1]
    inside = range(*about)
    plain = not any(view.parties[k] for k in inside) and view.tag(about[0]) not in "OQ"
    row = STANCES[stance]
    yield _is_comment(view, about), row.of_saying
    yield names_claim(view, about), row.of_claim
    yield _is_not_doing(view, about), row.of_not  # "vowed never to sign"
    yield direct and plain, act.of_things
    yield view.any_is(inside, "necessary"), act.of_need
    yield view.any_is(inside, "failing"), act.of_failing
    yield view.any_is(inside, "force") and not view.any_is(inside, "reversals"), act.of_force
    yield _is_own_future(view, about), act.own
    yield _opens_with_other(view, about), act.of_party
    yield direct and view.is_a(about[0], "indefinite"), act.of_new


def _without_telling(view: View, about: Range) -> Range:
    """ "He said | there was a grant, a claim that she denies": what is denied is what he said."""
    first, last = about
    verb = next((k for k in range(first + 1, min(first + _TELLING, last)) if view.is_a(k, "reports")), None)
    if verb is None or any(view.tag(k) not in "PADn" for k in range(first, verb)):
        return about
    first = verb + 1 + (view.tag(verb + 1) == "t")
    return (first, last) if first < last else about


def _kept_from_harm(view: View, about: Range) -> Range | None:
    """What the act that is refused would obstruct: of "to block the plan" the plan."""
    at = about[0] + (view.tag(about[0]) == "T")
    if at == about[0]:
        return None
    for act in view.table.acts.get(view.word(at), ()):
        end = end_of(view, act, at)
        if act.form == "base" and end is not None and act.id in view.table.closed["obstructing"] and end < about[1]:
            return (end, about[1])
    return None


def _is_not_doing(view: View, about: Range) -> bool:
    """The object is not to do a thing: "not to sign", "never to sign"."""
    return view.tag(about[0]) == "N"


def names_claim(view: View, about: Range) -> bool:
    """The object is what somebody claims: who rejects "the charge that …" denies it and takes no stand on its issue."""
    head = next((k for k in range(*about) if view.tag(k) in "ItT"), about[1]) - 1
    told = view.is_a(head, "claimed") and view.tag(head + 1) == "t"
    return head >= about[0] and (told or view.is_a(head, "charged"))


def _is_own_future(view: View, about: Range) -> bool:
    """The object is a clause about what the speaker will do: "warned that it would strike", of a person not "it"."""
    thing = view.is_a(about[0], "expletive") and view.is_person
    group = view.is_a(about[0], "owners") and view.is_a(about[0] + 1, "own_groups")  # "his government could withdraw"
    own = view.party is not None and view.party in view.parties[about[0] : about[0] + 2]
    speaks = group or own or view.is_a(about[0], "first_person") or (view.is_a(about[0], "third_person") and not thing)
    inside = range(*about)
    turns = view.any_is(inside, "possible") and (view.any_is(inside, "reversals") or view.any_is(inside, "force"))
    return speaks and (view.any_is(inside, "future") or turns)


def _is_comment(view: View, about: Range) -> bool:
    """The object is an infinitive of saying: who "refused to confirm" keeps silent."""
    return view.tag(about[0]) == "T" and view.is_a(about[0] + 1, "commenting")


def _opens_with_other(view: View, about: Range) -> bool:
    """The object is a clause about another party, or about somebody else with a name."""
    name = next((k for k in range(about[0], min(about[0] + 2, about[1])) if view.tag(k) == "A"), None)
    named = name is not None and view.parties[name] != view.party
    called = any(view.parties[k] not in (None, view.party) for k in range(about[0], min(about[0] + 2, about[1])))
    return named or called or view.is_a(about[0], "others")
