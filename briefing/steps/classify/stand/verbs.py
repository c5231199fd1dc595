"""The verb group of an act and its subject: who rejects, is it denied, is it a fact or a thought."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefing.steps.classify.stand.view import View
from briefing.tags import FINITE

Whose = Literal["own", "other", "thing", "nobody"]

_GROUP = "RNMHBX"
_PHRASE = "ADQnJ#s.$%O)"
_UNREAL = frozenset(
    [
        "if",
        "whether",
        "unless",
        "when",
        "until",
        "till",
        "before",
        "once",
        "lest",
        "while",
        "after",
        "as",
        "since",
        "than",
    ]
)
_POSSIBLE = frozenset(["could", "may", "might", "can", "can't", "cannot", "couldn't"])
_NEGATIVE = frozenset(["no", "nobody", "none", "neither", "nor", "few", "little", "without"])
_FIRST = frozenset(["i", "we"])
_THIRD = frozenset(["he", "she", "it", "they"])


@dataclass(frozen=True, slots=True)
class Group:
    """A verb with its helpers: tokens `first` to the verb `at`."""

    first: int
    at: int
    negated: bool
    modal: str | None
    passive: bool
    infinitive: bool


@dataclass(frozen=True, slots=True)
class Subject:
    """The tokens `first` to `last` (half-open) of a subject and whose act its verb tells."""

    whose: Whose
    first: int
    last: int
    real: bool = True  # not in an if-clause, a wish or a relative clause
    imperative: bool = False


def group_at(view: View, at: int) -> Group:
    """The verb group whose verb is token `at`."""
    first = at
    while first > 0 and (
        view.tag(first - 1) in _GROUP
        or (view.word(first - 1) in ("n't", "longer", "no") and view.tag(first - 1) != "D")
    ):
        first -= 1
    while first < at and view.tag(first) == "R":
        first += 1
    helpers = range(first, at)
    negated = any(view.tag(i) == "N" or view.word(i).endswith("n't") or view.word(i) == "cannot" for i in helpers)
    modal = next((view.word(i) for i in helpers if view.tag(i) == "M"), None)
    passive = any(view.tag(i) == "B" for i in helpers) and view.tag(at) != "G"
    infinitive = view.tag(first - 1) == "T" or (view.tag(first - 1) == "N" and view.tag(first - 2) == "T")
    return Group(first, at, negated, modal, passive, infinitive)


def subject_of(view: View, group: Group, depth: int = 0) -> Subject:
    """The subject of a verb group, read to the left."""
    i = group.first - 1
    nobody = Subject("nobody", group.first, group.first, real=False)
    if depth > 4:
        return nobody
    if group.infinitive:
        return nobody
    while view.tag(i) == "," or (view.tag(i) == "R"):
        i -= 1
    tag, word = view.tag(i), view.word(i)
    if i < 0 or tag in '"~.:;?!-':
        return _at_edge(view, group, i)
    if tag == "C":
        return _of_conjunct(view, i, depth)
    if tag in "Wt":
        return nobody
    if tag == "Q" and view.tag(i - 1) == "P":
        i, tag, word = i - 1, "P", view.word(i - 1)  # "we all want"
    if tag == "P":
        return Subject(_pronoun(view, i, word), i, i + 1, real=_is_real(view, i))
    if view.tag(group.first - 1) == "," and view.tag(group.at) == "G":
        return _of_participle(view, group)
    if tag in _PHRASE or tag in "YEG":
        return _noun(view, i)
    return nobody


def _at_edge(view: View, group: Group, i: int) -> Subject:
    """No word before: an order in a quotation ("Stop the war"), or a participle ("Rejecting the plan, he …")."""
    base = group.first == group.at or view.word(group.first) in ("don't", "do", "never")
    if view.tag(group.at) == "G":
        return _of_participle(view, group)
    if view.quoted[group.at] and base:
        return Subject("own", group.first, group.first, imperative=True)
    return Subject("nobody", group.first, group.first, real=False)


def _of_participle(view: View, group: Group) -> Subject:
    """ "…, calling it a mistake": the participle belongs to the speaker where it stands outside what is said."""
    own = view.zones[group.at] in ("cue", "around", "source") or not view.quoted[group.at]
    return Subject("own" if own else "nobody", group.first, group.first, real=own)


def _of_conjunct(view: View, i: int, depth: int) -> Subject:
    """ "Refused to leave and insists on …": the second verb has the subject of the first."""
    k = i - 1
    while k >= 0 and view.tag(k) not in ".;:~?!":
        if view.tag(k) in FINITE and not (view.tag(k) in "E" and view.tag(k + 1) == "I" and view.word(k + 1) == "by"):
            while k > 0 and view.tag(k - 1) in _GROUP:
                k -= 1
            return subject_of(view, group_at(view, k), depth + 1)
        if view.zones[k] == "cue":
            return Subject("own", k, k + 1)
        k -= 1
    return Subject("nobody", i, i, real=False)


def _pronoun(view: View, i: int, word: str) -> Whose:
    if word in _FIRST:
        return "own"
    if word in _THIRD:
        if view.quoted[i] or (word == "it" and view.is_person):
            return "thing" if word == "it" else "other"
        return "own"
    return "other"


def phrase_start(view: View, last: int) -> int:
    """The first token of the noun phrase whose last token is `last`, prepositional phrases included."""
    i = last
    while i >= 0:
        tag = view.tag(i)
        if i < last and view.tag(i + 1) in "DQ" and tag in "An#":
            break  # "at the start | this election"
        if (
            tag in _PHRASE
            or ((tag in "EG" and view.tag(i - 1) in "DJQs") or tag == "G")
            or (tag in "YR" and view.tag(i - 1) in "nAJDQsIR")
            or (tag == "I" and view.tag(i - 1) in "nA#Y)" and view.word(i) not in ("amid", "despite"))
            or (tag == "C" and view.tag(i - 1) in "nAs" and view.word(i) in ("and", "or"))
            or (tag == '"' and i < last and view.tag(i - 1) in "DJnsA")
            or (tag == '"' and view.tag(i - 1) in "nAJ" and i == last)
        ):
            i -= 1
        else:
            break
    first = i + 1
    while first < last and (view.tag(first) in "IC)YRG." or (view.tag(first) == '"' and first < last)):
        first += 1
    return first


def _noun(view: View, last: int) -> Subject:
    first = phrase_start(view, last)
    real = _is_real(view, first)
    if view.tag(first - 1) in "Wt" and view.tag(first - 1) != "t":
        real = False
    parties = {view.parties[i] for i in _head_part(view, first, last + 1)} - {None}
    from_source = any(view.zones[i] == "source" for i in range(first, last + 1))
    if from_source and not (parties - {view.party}):
        return Subject("own", first, last + 1, real)
    if view.party in parties and view.party is not None:
        return Subject("own", first, last + 1, real)
    return Subject("other" if parties else "thing", first, last + 1, real)


def _head_part(view: View, first: int, last: int) -> range:
    """The tokens up to the first preposition: of "the leader of the union" the leader; possessors do not count."""
    end = next((i for i in range(first, last) if view.tag(i) == "I"), last)
    owner = max((i for i in range(first, end) if view.tag(i) == "s"), default=first - 1)
    return range(owner + 1, end)


def _is_real(view: View, first: int) -> bool:
    """The clause is no condition and no question: nothing like "if" or "whether" right before its subject."""
    i = first - 1
    while view.tag(i) in "R,":
        i -= 1
    return view.word(i) not in _UNREAL and not (view.tag(i) == "W")
