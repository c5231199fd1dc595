"""What a reader of stands gives: a stand in tokens of the statement."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.records import Stance
from briefing.steps.classify.stand.extent import Range
from briefing.steps.classify.stand.table import Act
from briefing.steps.classify.stand.view import View


@dataclass(frozen=True, slots=True)
class Found:
    """A stand: its act and its object, both half-open ranges of tokens."""

    stance: Stance
    act: Range
    object: Range | None
    rule: str
    passes: bool = False  # gives way to a stand in its object


def end_of(view: View, act: Act, i: int) -> int | None:
    """One past the words of the act that begin at `i`, adverbs between them allowed; None where they do not follow."""
    k = i + 1
    for n, word in enumerate(act.rest):
        if word == "…":
            k = next((j for j in range(k + 1, k + 7) if view.word(j) == act.rest[n + 1]), k)
            continue
        while act.part == "verb" and view.tag(k) == "R" and view.word(k) != word:
            k += 1
        if view.word(k) != word:
            return None
        k += 1
    return k


def with_object(view: View, act: Act, stance: Stance, words: Range, about: Range) -> Found:
    """The stand, as its object may turn it: a thing condemned is rejected, what is hoped of a party is asked of it."""
    plain = not any(view.parties[k] for k in range(*about)) and view.tag(about[0]) not in "OQ"
    if act.of_things and plain and about[0] == words[1]:
        stance = act.of_things
    elif act.of_failing and view.any_is(range(*about), "failing"):
        stance = act.of_failing
    elif act.passes and view.tag(about[0]) == "N":  # "vowed never to sign"
        stance = "reject"
    elif act.of_force and view.any_is(range(*about), "force"):
        stance = act.of_force
    elif act.own and _is_own(view, about):
        stance = act.own
    elif act.of_party and _opens_with_other(view, about):
        stance = act.of_party
    elif act.of_new and about[0] == words[1] and view.is_a(about[0], "indefinite"):
        stance = act.of_new
    return Found(stance, words, about, act.id, act.passes)


def _is_own(view: View, about: Range) -> bool:
    """The object is a clause about the speaker: by a pronoun or by the party's own name."""
    first = about[0]
    return view.is_a(first, "first_person") or view.is_a(first, "third_person")


def _opens_with_other(view: View, about: Range) -> bool:
    """The object is a clause about another party, or about somebody else with a name."""
    name = next((k for k in range(about[0], min(about[0] + 2, about[1])) if view.tag(k) == "A"), None)
    named = name is not None and view.parties[name] != view.party
    return named or view.is_a(about[0], "others")
