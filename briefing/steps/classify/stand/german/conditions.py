"""German conditions: "nur wenn …", "unter der Bedingung, dass …", "Voraussetzung sei …"."""

from __future__ import annotations

from briefing.steps.classify.stand.extent import Range
from briefing.steps.classify.stand.found import Found
from briefing.steps.classify.stand.german.clauses import Clause, clause_of, next_part
from briefing.steps.classify.stand.german.phrases import extent, phrases
from briefing.steps.classify.stand.german.whose import own_subject
from briefing.steps.classify.stand.table import Act
from briefing.steps.classify.stand.view import View
from briefing.tags import HELPERS

_NEAR = 3  # tokens between the noun of a condition and what it is


def condition(view: View, parts: list[Range], act: Act, i: int) -> Found | None:
    """The stand of a word at `i` that sets a condition; the object is the condition."""
    end = _end(view, act, i)
    if end is None or view.zones[i] == "source":
        return None
    if "clause" in act.frames:  # "nur wenn | der Tunnel kommt"
        part = next(part for part in parts if part[0] <= end - 1 < part[1])
        about = (end, part[1])
        return Found(act.stance, (i, end), about, act.id) if about[0] < about[1] else None
    clause = clause_of(parts, i)
    behind = next_part(parts, clause.last)
    if behind is not None and view.tag(behind[0]) == "t" and view.tag(clause.last) == ",":
        return Found(act.stance, (i, end), (behind[0] + 1, behind[1]), act.id)
    copula = next((k for k in range(end, min(end + _NEAR, clause.last)) if view.tag(k) == "B"), None)
    phrase = next(phrases(view, copula + 1, clause.last), None) if copula is not None else None
    if phrase is None or "np" not in act.frames:
        return None
    return Found(act.stance, (i, end), extent(view, phrase, clause.last), act.id)


def is_limited(view: View, parts: list[Range], i: int) -> bool:
    """ "Man werde erst gehen, | wenn …": the speaker's own act in the clause before waits for it."""
    before = next((part for part in reversed(parts) if part[1] <= i), None)
    if before is None or not view.any_is(range(*before), "limiting"):
        return False
    verb = next((k for k in range(*before) if view.tag(k) in HELPERS), None)
    return verb is not None and own_subject(view, parts, Clause(*before, verb)) is not None


def _end(view: View, act: Act, i: int) -> int | None:
    """One past the words of the act from `i`, a comma between them allowed: "nur, wenn"."""
    k = i + 1
    for word in act.rest:
        k += view.tag(k) == ","
        if view.word(k) != word:
            return None
        k += 1
    return k
