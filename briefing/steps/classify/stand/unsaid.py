"""Acts that are told as no fact: asked, doubted, unreal, or what another is said to say."""

from __future__ import annotations

from briefing.stances import STANCES
from briefing.steps.classify.stand.found import Found
from briefing.steps.classify.stand.verbs import Group, group_at, is_negation, subject_of
from briefing.steps.classify.stand.view import View

_ENDS = frozenset(".?!")
_REACH = 4  # tokens between "disagreed" and "that"
_INNER, _TOLD = 8, 5  # tokens from a mark to an act inside it, and from the verb of telling to the mark
_OPENERS = '"CR'  # "“And why should we sign it?”"


def is_unsaid(view: View, stand: Found) -> bool:
    """The stand is in the words, and the speaker does not take it."""
    group = group_at(view, stand.act[0])
    if view.zones[stand.act[0]] != "content":
        return _is_idiom(view, stand) or view.is_a(_governor(view, group), "signs")  # "a sign | they are willing to"
    return (
        _is_idiom(view, stand)
        or _is_asked(view, stand)
        or _is_unreal(view, stand, group)
        or _is_doubted(view, group)
        or _is_anothers(view, group)
        or _is_quoted_within(view, stand)
        or _is_told_to(view, stand)
    )


def _is_idiom(view: View, stand: Found) -> bool:
    """ "We cannot let it fail", "cannot afford to lose it", "could not support it more", "could not agree on a
    budget", "refused to rule it out", "dropped her opposition to it", "would drop their case": no refusal of the thing.
    """
    if not STANCES[stand.stance].refuses or stand.object is None:
        return False
    first, last = stand.object
    fails = view.is_a(first, "permitting") and view.is_a(last - 1, "failing")
    lacks = view.is_a(first, "affording") and view.tag(first + 1) == "T"
    beyond = view.any_is(range(*stand.act), "beyond") and view.any_is((last - 1, last), "comparing")
    together = view.any_is(range(*stand.act), "agreeing") and view.any_is(range(*stand.act), "unable")
    given_up = view.any_is(range(first, last), "opponents") or view.any_is(range(first, last), "grievances")
    gives_up = view.any_is(range(*stand.act), "dropping") and given_up
    open_ = view.tag(first) == "T" and view.is_a(first + 1, "excluding")
    return fails or lacks or beyond or together or open_ or gives_up


def _is_asked(view: View, stand: Found) -> bool:
    """ "Why should we sign it?": a question that opens as one. "We want it, don't we?" does not."""
    end = next((k for k in range(stand.act[1], len(view)) if view.word(k) in _ENDS), None)
    if end is None or view.word(end) != "?":
        return False
    first = next((k + 1 for k in range(stand.act[0] - 1, -1, -1) if view.word(k) in _ENDS or view.tag(k) == '"'), 0)
    while view.tag(first) in _OPENERS:
        first += 1
    return view.tag(first) in "WMHBX"


def _is_unreal(view: View, stand: Found, group: Group) -> bool:
    """ "Had we signed it, …", "we would have signed it": it did not happen."""
    words = range(*stand.act)
    if any(view.tag(k) == "M" for k in words) and view.any_is(words, "perfect"):
        return True
    subject = subject_of(view, group)
    return (
        view.tag(subject.first) == "P"
        and view.tag(subject.first - 1) in "MH"
        and view.zones[subject.first] == "content"
    )


def _governor(view: View, group: Group) -> int:
    """The token before the subject of the group's clause, "that" left out."""
    before = subject_of(view, group).first - 1
    return before - (view.tag(before) == "t")


def _is_doubted(view: View, group: Group) -> bool:
    """ "I do not believe we should sign", "I disagree with Hill that we should": what is not believed is not held."""
    k = _governor(view, group)
    if view.tag(k + 1) == "t" and is_negation(view, k):
        return True  # "it is not that we oppose it"
    denied = view.tag(k + 1) == "t" and view.any_is(range(max(0, k - _REACH), k + 1), "disputing")
    return denied or (view.is_a(k, "believing") and group_at(view, k).negated)


def _is_anothers(view: View, group: Group) -> bool:
    """What another said or thinks: "“They say we oppose it,” Berg said", "Berg said Hill had told him it was bad"."""
    k = _governor(view, group)
    if view.is_a(k, "signs"):
        return True
    k -= view.tag(k) == "O" or (view.tag(k) == "D" and view.is_a(k, "feminine"))  # "told her that"
    if not view.is_a(k, "reports") or view.zones[k] != "content":
        return False
    return subject_of(view, group_at(view, k)).whose != "own"


def _is_quoted_within(view: View, stand: Found) -> bool:
    """ "“He told us: ‘We reject it’,” Berg said": a quotation inside the quotation is the other's."""
    first = stand.act[0]
    mark = next((k for k in range(first - 1, max(0, first - _INNER), -1) if view.is_quotation_mark(k)), None)
    if mark is None or view.tag(mark - 1) not in ",:":
        return False
    verb = next((k for k in range(mark - 2, max(0, mark - _TOLD), -1) if view.is_a(k, "reports")), None)
    if verb is None or view.zones[verb] != "content":
        return False
    return subject_of(view, group_at(view, verb)).whose != "own"


def _is_told_to(view: View, stand: Found) -> bool:
    """ "Rosen told Lee he should accept it": Lee should, and Rosen accepts nothing."""
    group = group_at(view, stand.act[1] - 1)
    subject = subject_of(view, group)
    if group.modal not in view.table.closed["necessary"] or view.tag(stand.act[1] - 1) == "M":
        return False
    before = subject.first - 1 - (view.tag(subject.first - 1) == "t")
    addressed = view.tag(before) in "AO" and view.zones[before] != "source"
    return view.is_a(subject.first, "third_person") and addressed
