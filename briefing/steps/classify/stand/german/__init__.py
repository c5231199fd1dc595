"""The stands of a German statement: every act in it that is the speaker's own, with its object."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from briefing.stances import STANCES, WORDS
from briefing.steps.classify.stand.extent import Range
from briefing.steps.classify.stand.found import Found
from briefing.steps.classify.stand.german import acts, conditions, modals, verdicts
from briefing.steps.classify.stand.german.clauses import clauses
from briefing.steps.classify.stand.table import Act, Part
from briefing.steps.classify.stand.view import View

_READERS: Mapping[Part, Callable[[View, list[Range], Act, int], Found | None]] = {
    "verb": acts.verb,
    "noun": acts.noun,
    "adjective": acts.adjective,
    "verdict": verdicts.verdict,
    "modal": modals.necessity,
    "future": modals.refusal,
    "condition": conditions.condition,
}


def read_stands(view: View) -> tuple[Found, ...]:
    """The stands of the statement, in order; none inside the object of another, and no weak condition by itself."""
    parts = clauses(view)
    found: list[tuple[Act, Found]] = []
    for i in range(len(view)):
        for act in view.table.acts.get(view.word(i), ()):
            stand = _READERS[act.part](view, parts, act, i)
            if stand is not None and stand.stance != WORDS and not any(_inside(stand, other) for _, other in found):
                found.append((act, stand))
                break
    others = [stand for _, stand in found]
    kept = [
        stand
        for act, stand in found
        if not act.weak or _is_bound(parts, stand, others) or conditions.is_limited(view, parts, stand.act[0])
    ]
    return tuple(stand for stand in kept if not any(_inside(stand, other) for other in kept if other is not stand))


def _is_bound(parts: list[Range], condition: Found, found: list[Found]) -> bool:
    """A stand of the speaker's own is taken in the clause right before or behind the condition."""
    place = _place(parts, condition.act[0])
    taken = (o for o in found if STANCES[o.stance].kind == "stand")
    return any(abs(_place(parts, at) - place) == 1 for o in taken for at in (o.act[0], (o.object or o.act)[1] - 1))


def _place(parts: list[Range], i: int) -> int:
    return next(n for n, part in enumerate(parts) if part[0] <= i < part[1])


def _inside(inner: Found, outer: Found) -> bool:
    """The act stands in the object of another, or is the same one."""
    within = outer.object is not None and outer.object[0] <= inner.act[0] < outer.object[1]
    return within or outer.act[0] <= inner.act[0] < outer.act[1]
