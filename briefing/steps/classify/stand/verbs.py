"""The verb group of an act and its subject: whose act it is, whether it is denied, whether it is told as a fact."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from briefing.steps.classify.stand.view import View
from briefing.tags import FINITE

Whose = Literal["own", "other", "thing", "nobody"]

_GROUP = "RNMHBX"
_PHRASE = "ADQnJ#s.$%O)"
_STOPS = ".:;~?!"
_BEFORE = {"Y": "nAJDQsIR", "R": "nAJDQsIR", "E": "DJQs"}  # what stands before a time, adverb, participle in a phrase
_JOINED = 24  # tokens from "to" to the second verb behind it: a long line of "and" costs linear time
_CHANCE = 7  # tokens from "no way" to the verb of its clause: "no way that the new minister will"
_ADVERBIALS = 9  # tokens of "along party lines on Thursday"
_ASIDE = 14  # tokens of a phrase in commas between subject and verb
_DEEPEST = 4  # verbs that a coordination is followed back


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
    """The tokens `first` to `last` (half-open) of a subject, and whose act its verb tells."""

    whose: Whose
    first: int = 0
    last: int = 0
    real: bool = True  # not in an if-clause, a question or a relative clause

    @property
    def is_named(self) -> bool:
        """True where the subject has words of its own."""
        return self.first < self.last


NOBODY = Subject("nobody", real=False)
OWN = Subject("own")


def is_negation(view: View, i: int) -> bool:
    """True for "not", "never", "neither", "won't", "cannot", "hardly"; "not only" denies nothing."""
    if view.is_a(i + 1, "merely"):
        return False
    return view.tag(i) == "N" or view.word(i).endswith("n't") or view.is_a(i, "negating")


def has_no_chance(view: View, first: int) -> bool:
    """The clause whose verb group begins at `first` hangs on "no way" or "no chance"."""
    before = (k for k in range(max(1, first - _CHANCE), first) if view.zones[k] == view.zones[first])
    return any(view.is_a(k, "chances") and view.is_a(k - 1, "negative_determiner") for k in before)


def group_at(view: View, at: int) -> Group:
    """The verb group whose verb is token `at`."""
    first = at
    while first > 0 and (view.tag(first - 1) in _GROUP or view.is_a(first - 1, "negative_correlative")):
        first -= 1
    while first < at and view.tag(first) == "R" and not is_negation(view, first):
        first += 1
    infinitive = infinitive_marker(view, first) is not None
    denied = view.tag(first - 1) == "T" and view.tag(first - 2) == "N"  # "opted not to comment"
    denied = denied or view.is_a(first - 1, "negative_coordinator")
    return Group(
        first,
        at,
        negated=denied or any(is_negation(view, i) for i in range(first, at + 1)),
        modal=next((view.word(i) for i in range(first, at) if view.tag(i) == "M"), None),
        passive=view.tag(at) != "G" and any(view.tag(i) == "B" for i in range(first, at)),
        infinitive=infinitive,
    )


def infinitive_marker(view: View, first: int) -> int | None:
    """The "to" of the verb group that begins at `first`, or of the one it joins: "to undo it and | restore …"."""
    if view.tag(first - 1) == "T":
        return first - 1
    joined = view.tag(first - 1) == "C" and view.tag(first) in "nZ" and not view.word(first).endswith("s")
    if not joined:
        return None
    for k in range(first - 2, max(-1, first - _JOINED), -1):
        if view.tag(k) in _STOPS or view.tag(k) in FINITE or view.tag(k) in "tW":
            return None
        if view.tag(k) == "T":
            return k if view.tag(k + 1) in "nZ" else None
    return None


def whose_act(view: View, group: Group, *, possible: bool = False) -> Subject:
    """The subject of a group, with whose act it tells; "can" and "could" tell no act unless `possible`."""
    gerund = view.tag(group.at) == "G" and view.tag(group.first - 1) in "TI"  # "opposed to accepting it"
    if view.zones[group.at] == "cue" and not gerund:
        return Subject("own", real=_is_told(view, group.first))
    if group.infinitive:
        governed = _governed(view, group)
        if governed is not NOBODY or view.tag(group.first - 1) == "T":
            return governed
        group = replace(group, infinitive=False)  # "have come to hear them and | ask for more"
    subject = _taker(view, group) or subject_of(view, group)
    modals = view.table.closed["possible"] - view.table.closed["able"] if possible else view.table.closed["possible"]
    unsure = group.modal in modals and not group.negated
    return Subject(subject.whose, subject.first, subject.last, real=False) if unsure else subject


def _is_told(view: View, first: int) -> bool:
    """ "If the company wanted …", "it was not clear how she hoped to …" tell of no will."""
    before = [i for i in range(max(0, first - 6), first) if view.zones[i] != "content"]
    return not (view.any_is(before, "doubting") or view.any_is(before, "asking"))


def _governed(view: View, group: Group) -> Subject:
    """The subject of an infinitive is that of its governor: "vowed to oppose", "introduced a bill to undo"."""
    marker = infinitive_marker(view, group.first)
    i = group.first - 1 if marker is None else marker
    while view.tag(i) in "TNR":
        i -= 1
    taken = _before_day(view, i)
    if view.is_a(taken, "means"):
        return _of_means(view, taken)
    i = _before_adverbials(view, i)
    possessed = view.tag(i - 1) in "sD" and view.zones[i] != "cue"  # "Norland's pledge to end it was welcomed"
    if possessed or not view.is_a(i, "willing"):
        return NOBODY
    outer = group_at(view, i)
    return NOBODY if outer.negated and view.zones[i] != "cue" else whose_act(view, outer)


def _of_means(view: View, i: int) -> Subject:
    """Who takes the measure at token `i`: "they | introduced a bill"."""
    k = i - 1
    while view.tag(k) in "DQJAn#sG-" and not view.is_a(k, "taking"):
        k -= 1
    return whose_act(view, group_at(view, k)) if view.is_a(k, "taking") else NOBODY


def _taker(view: View, group: Group) -> Subject | None:
    """Who takes the measure whose aim a relative or a participle tells; None where it tells none.

    "Introduced a bill | that would repeal the toll", "signed an order | ending it".
    """
    i = group.first - 1
    relative = view.tag(i) in "tW" and group.modal in view.table.closed["future"]
    if not relative and not (view.tag(group.at) == "G" and group.first == group.at):
        return None
    noun = i - 1 if relative else i
    return _of_means(view, noun) if view.is_a(noun, "means") else None


def _before_day(view: View, i: int) -> int:
    """The token before "Wednesday" or "on Wednesday" that ends at `i`; `i` where none does."""
    if view.tag(i) != "Y":
        return i
    return i - 2 if view.tag(i - 1) == "I" else i - 1


def _before_adverbials(view: View, i: int) -> int:
    """The verb before phrases of time and manner that end at `i`: "voted | along party lines on Thursday"; else `i`."""
    k = i
    while i - k < _ADVERBIALS and view.tag(k) in "IYRDAnJ#":
        k -= 1
    return k if k < i and view.tag(k) in "EZ" and view.tag(k + 1) in "IY#" else i


def subject_of(view: View, group: Group, depth: int = 0) -> Subject:
    """The subject of a verb group, read to the left."""
    if depth > _DEEPEST or group.infinitive:
        return NOBODY
    i, participle = group.first - 1, view.tag(group.at) == "G"
    goes_on = view.is_a(i, "sequence") and view.tag(i - 1) == ","  # "rejected the budget, then rejected the levy"
    if view.tag(i) in ",-" and not participle:
        i = _before_aside(view, i)
    while view.tag(i) in ",R":
        i -= 1
    i = _before_quotation(view, group, i)
    tag = view.tag(i)
    if i < 0 or tag in _STOPS or tag in '"-':
        return _of_participle(view, group) if participle else NOBODY
    if goes_on or tag == "C" or (participle and tag in "IS"):
        return _of_conjunct(view, i, depth)  # "refused and insists", "joined them in voting"
    if tag in "Wt":
        return _of_relative(view, i)
    if view.tag(group.first - 1) == "," and participle:
        return _of_participle(view, group)
    return _before(view, i)


def _before_quotation(view: View, group: Group, i: int) -> int:
    """The token before the mark where a quotation opens with the verb or goes on from its helper.

    "The sanctions “should not be passed”", "the union would “press them to sign”".
    """
    opened = view.tag(i) == '"' and view.quoted[group.at] and i > 0 and not view.quoted[i - 1]
    if not opened or view.tag(i - 1) not in "nAPM":
        return i
    i -= 1
    while view.tag(i) in _GROUP:
        i -= 1
    return i


def _before(view: View, i: int) -> Subject:
    """The subject whose last token is `i`."""
    if view.tag(i) == "Q" and view.tag(i - 1) == "P":
        i -= 1  # "we all want"
    if view.tag(i) == "P":
        return Subject(_pronoun(view, i), i, i + 1, real=_is_real(view, i))
    if view.tag(i) == "G" and view.tag(i - 1) in "BR":
        return NOBODY  # "any step that the group is | considering | should …"
    return _noun(view, i) if view.tag(i) in _PHRASE or view.tag(i) in "YEG" else NOBODY


def _of_relative(view: View, i: int) -> Subject:
    """ "The unions, who oppose the plan, said": the relative goes back to the source; "she says that is untrue"."""
    if view.tag(i) == "t" and (view.zones[i - 1] == "cue" or view.tag(i - 1) in '"^'):
        return Subject("thing", i, i + 1)
    before = i - 2 if view.tag(i - 1) == "," else i - 1
    relative = view.tag(i) == "W" and before >= 0
    return Subject("own", i, i + 1) if relative and "source" in (view.zones[before], view.zones[i]) else NOBODY


def _before_aside(view: View, comma: int) -> int:
    """The token before a phrase in commas that ends at `comma`: "many members, also in the cabinet, oppose it"."""
    for k in range(comma - 1, max(0, comma - _ASIDE), -1):
        if view.tag(k) == view.tag(comma):
            return k - 1 if view.tag(k - 1) in "nA" else comma
        if view.tag(k) in ".;:":
            break
    return comma


def _of_participle(view: View, group: Group) -> Subject:
    """ "…, calling it a mistake": the participle is the speaker's where it stands outside the quoted words."""
    active = view.word(group.at).endswith("ing")  # "Asked to pay, she said no" is another's act
    return OWN if active and view.zones[group.at] != "content" else NOBODY


def _of_conjunct(view: View, i: int, depth: int) -> Subject:
    """ "Refused to leave and insists on …": the second verb has the subject of the first."""
    for k in range(i - 1, -1, -1):
        if view.tag(k) in _STOPS:
            break
        if view.zones[k] == "cue":
            return Subject("own", k, k + 1)
        if view.tag(k) in FINITE and not (view.tag(k) == "E" and view.is_a(k + 1, "agentive")):
            return subject_of(view, group_at(view, k), depth + 1)
    return NOBODY


def _pronoun(view: View, i: int) -> Whose:
    if view.is_a(i, "first_person"):
        return "own"
    if not view.is_a(i, "third_person"):
        return "other"
    if view.is_a(i, "expletive") and _is_of_what_went_before(view, i):
        return "thing"
    if view.is_a(i, "expletive") and (view.quoted[i] or view.is_person):
        return "thing"
    if view.is_a(i, "third_person_plural") and not view.is_person and _others_are_named(view, i):
        return "nobody"
    another = view.is_person if view.is_a(i, "third_person_plural") else view.word(i) in view.others
    return "other" if view.quoted[i] or another else "own"


def _is_of_what_went_before(view: View, i: int) -> bool:
    """ "The union opposes the toll, arguing that | it would kill jobs": the thing told of, not the speaker, would."""
    told = next((k for k in range(i - 1, -1, -1) if view.tag(k) not in "tR"), 0)
    participle = view.zones[told] == "cue" and view.tag(told) == "G" and view.tag(told - 1) == ","
    return participle and view.tag(i + 1) == "M" and view.tag(i + 2) != "N"


def _others_are_named(view: View, i: int) -> bool:
    """ "The council said residents should know | they were ready to wait": two candidates, and nothing tells which."""
    told = next((k for k in range(i, -1, -1) if view.zones[k] == "cue"), 0)
    several = (k for k in range(told, i) if view.word(k).endswith("s") and view.tag(k + 1) != "s")
    return any(view.parties[k] not in (None, view.party) for k in several)


def phrase_start(view: View, last: int) -> int:
    """The first token of the noun phrase whose last token is `last`, prepositional phrases included."""
    i = last
    while i >= 0 and _extends(view, i, last):
        i -= 1
    first = i + 1
    while first < last and view.tag(first) in 'IC)YRG."':
        first += 1
    return first


def _whole(view: View, first: int) -> int:
    """The start of the phrase that the noun phrase at `first` is only the end of.

    "The plan to close | the weir was wrong", "the alternative to | the plan", "delaying | the plan would be wrong".
    """
    while (last := _end_of_head(view, first - 1)) is not None:
        first = phrase_start(view, last)
    reported = _told_by_noun(view, first)
    if reported is not None:
        return reported
    before = first - 1
    opens = view.tag(before - 1) in '^".,t:' or (before > 0 and view.zones[before - 1] != view.zones[before])
    return before if before >= 0 and view.word(before).endswith("ing") and opens else first


def _told_by_noun(view: View, first: int) -> int | None:
    """The start of a phrase whose clause the phrase at `first` ends: "Reports that he had accepted | the plan"."""
    verb = False
    for k in range(first - 1, 0, -1):
        if view.tag(k) in '.,:"' or view.zones[k] != view.zones[first]:
            return None
        if view.tag(k) == "t" and view.tag(k - 1) in "nA":
            start = phrase_start(view, k - 1)
            opens = view.tag(start - 1) in '^".,t:' or view.zones[start - 1] != view.zones[start]
            return start if verb and opens else None
        verb = verb or view.tag(k) in FINITE
    return None


def _end_of_head(view: View, before: int) -> int | None:
    """The last token of the phrase that the words at `before` join to the one behind; None where none does."""
    noun = "nAJ"
    if view.tag(before) == "T" and view.tag(before - 1) in noun:
        return before - 1  # "the alternative | to"
    if view.tag(before) in "nZJ" and view.tag(before - 1) == "T" and view.tag(before - 2) in "nA":
        return before - 2  # "the plan | to close"
    if view.is_a(before, "likening") and view.tag(before - 1) in noun:
        return before - 1  # "plans | like"
    return None


def _extends(view: View, i: int, last: int) -> bool:
    """Token `i` belongs to the noun phrase that ends with token `last`."""
    tag, before = view.tag(i), view.tag(i - 1)
    if i < last and view.tag(i + 1) in "DQ" and tag in "An#O":
        return False  # "at the start | this election"
    if tag == "T":
        return before in "nA"  # "the vote to extend it"
    if tag == "I":
        return before in "nA#Y)G" and not view.is_a(i, "cuts")
    if tag == "C":
        return before in "nAs" and not view.is_a(i, "adversative")
    if tag == '"':
        return before in ("DJnsA" if i < last else "nAJ")
    return tag in _PHRASE or tag == "G" or (tag in "YRE" and before in _BEFORE[tag])


def _noun(view: View, last: int) -> Subject:
    first = _whole(view, phrase_start(view, last))
    if view.tag(first - 2) == "W" and view.tag(first - 1) in "nZEBX":  # "those who oppose | the plan are wrong"
        return Subject("other", first, last + 1, real=False)
    if view.tag(first - 1) == "C" and view.tag(first - 2) == "P":  # "he and fifteen senators planned"
        return Subject(_pronoun(view, first - 2), first - 2, last + 1, _is_real(view, first - 2))
    real = _is_real(view, first)
    parties = {view.parties[i] for i in _head_part(view, first, last + 1)} - {None}
    owned = view.is_a(first, "owners") and view.is_a(last, "own_groups")  # "her members", "our country"
    mine = owned and (view.is_a(first, "own_owners") or not view.quoted[first])
    relayed = view.relays and any(view.parties[i] for i in range(first, last + 1))
    own = mine or relayed or _is_spoken_for(view, first, last) or (view.party is not None and view.party in parties)
    from_source = any(view.zones[i] == "source" for i in range(first, last + 1)) and not parties - {view.party}
    actor = view.party is not None and view.is_a(last, "actors")
    whose: Whose = "own" if own or from_source else "other" if parties or actor else "thing"
    return Subject(whose, first, last + 1, real)


def _is_spoken_for(view: View, first: int, last: int) -> bool:
    """ "A council spokeswoman said | the council …": the body that the source of the sentence speaks for."""
    if not view.is_a(first, "definite_article") or not view.is_a(last, "own_groups"):
        return False
    source = [i for i in range(len(view)) if view.zones[i] == "source"]
    return view.any_is(source, "spokes") or any(view.word(i) == view.word(last) for i in source)


def _head_part(view: View, first: int, last: int) -> range:
    """The tokens up to the first preposition: of "the leader of the union" the leader; possessors do not count."""
    end = next((i for i in range(first, last) if view.tag(i) == "I"), last)
    owner = max((i for i in range(first, end) if view.tag(i) == "s"), default=first - 1)
    return range(owner + 1, end)


def is_cleft(view: View, i: int) -> bool:
    """ "What we want is peace": the word at `i` opens the sentence, and the object stands behind "is"."""
    return view.is_a(i, "cleft_pronoun") and view.tag(i - 1) in '^".'


def _is_real(view: View, first: int) -> bool:
    """The clause is no condition and no question: nothing like "if" or "who" right before its subject."""
    i = first - 1
    while view.tag(i) in "R,":
        i -= 1
    if is_cleft(view, i) or (view.is_a(i, "contrastive") and view.tag(i - 1) in '^".t'):
        return True  # "While we oppose it, …"
    return not view.is_a(i, "unreal") and view.tag(i) != "W"
