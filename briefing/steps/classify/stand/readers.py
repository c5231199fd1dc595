"""The stands of a statement: every act in it that is the speaker's own, with its object."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from briefing.stances import STANCES, WORDS
from briefing.steps.classify.stand import modal_acts, noun_acts, predicates, verb_acts
from briefing.steps.classify.stand.extent import noun_phrase
from briefing.steps.classify.stand.found import Found, end_of
from briefing.steps.classify.stand.table import Act, Part
from briefing.steps.classify.stand.unsaid import is_unsaid
from briefing.steps.classify.stand.view import View

_READERS: Mapping[Part, Callable[[View, Act, int, int], Found | None]] = {
    "verb": verb_acts.verb,
    "noun": noun_acts.noun,
    "existential": noun_acts.existential,
    "lack": noun_acts.lack,
    "cause": noun_acts.cause,
    "adjective": predicates.adjective,
    "verdict": predicates.verdict,
    "dependence": predicates.dependence,
    "modal": modal_acts.necessity,
    "future": modal_acts.future,
    "denial": modal_acts.denial,
    "remedy": predicates.remedy,
    "imperative": modal_acts.imperative,
    "slogan": noun_acts.slogan,
    "reaction": noun_acts.reaction,
    "condition": modal_acts.condition,
}


def read_stands(view: View) -> tuple[Found, ...]:
    """The stands of the statement, in order; none inside the object of another."""
    found = (_first(view, i) for i in range(len(view)))
    return tuple(_outermost([_on_topic(view, stand) for stand in found if stand is not None]))


def _on_topic(view: View, stand: Found) -> Found:
    """ "“It is a disgrace,” she said | of the levy": the teller names what the pronoun stands for."""
    first, last = stand.object or (0, 0)
    if last != first + 1 or not view.is_a(first, "unnamed"):
        return stand
    cues = (k for k in range(last, len(view)) if view.zones[k] == "cue" and view.is_a(k + 1, "topical"))
    topic = next((noun_phrase(view, k + 2) for k in cues), None)
    return stand if topic is None else replace(stand, object=topic)


def _first(view: View, i: int) -> Found | None:
    """The first reading of the word at `i` that takes a stand."""
    for act in view.table.acts.get(view.word(i), ()):
        end = end_of(view, act, i)
        stand = _READERS[act.part](view, act, i, end) if end is not None else None
        if stand is not None and (stand.stance != WORDS or act.rest):  # "stopped short of" stops nothing
            sets_condition = STANCES[stand.stance].kind == "condition"
            unsaid = stand.stance == WORDS or (not sets_condition and is_unsaid(view, stand))
            return None if unsaid else stand
    return None


def _outermost(found: list[Found]) -> Iterator[Found]:
    """Of stands inside the object of another only the outer one, unless that hands it on ("vowed to oppose")."""
    kept = [f for f in found if not (f.passes and any(_inside(other, f) for other in found if other is not f))]
    seen: list[Found] = []
    for stand in sorted(kept, key=lambda f: (f.act[0], -f.act[1])):
        if not any(_inside(stand, o) or o.act[0] <= stand.act[0] < o.act[1] for o in seen):
            seen.append(stand)
            yield stand


def _inside(inner: Found, outer: Found) -> bool:
    return outer.object is not None and outer.object[0] <= inner.act[0] < outer.object[1]
