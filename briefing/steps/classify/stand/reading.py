"""The stands of a statement: every act in it that is the speaker's own, with its object."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefing.records import Stance
from briefing.steps.classify.stand.complement import Range, clause, complement, noun_phrase, verb_phrase
from briefing.steps.classify.stand.table import Act, Acts
from briefing.steps.classify.stand.verbs import Group, Subject, group_at, subject_of
from briefing.steps.classify.stand.view import View
from briefing.tags import FINITE


@dataclass(frozen=True, slots=True)
class Found:
    """A stand in tokens: its act and its object, both half-open ranges."""

    stance: Stance
    act: Range
    object: Range | None
    rule: str


def read_stands(view: View, acts: Acts) -> tuple[Found, ...]:
    """The stands of the statement, in order; none inside the object of another."""
    found = [stand for i in range(len(view)) for stand in _at(view, acts, i) if stand.stance != "state"]
    return tuple(_outermost(found))


def _outermost(found: list[Found]) -> Iterator[Found]:
    seen: list[Found] = []
    for stand in sorted(found, key=lambda f: (f.act[0], -f.act[1])):
        if any(o.act[0] <= stand.act[0] < o.act[1] for o in seen):
            continue
        if any(o.object and o.object[0] <= stand.act[0] < o.object[1] for o in seen):
            continue
        seen.append(stand)
        yield stand


def _at(view: View, acts: Acts, i: int) -> Iterator[Found]:
    adjectives_first = sorted(acts.get(view.word(i), ()), key=lambda a: (-len(a.rest), a.part != "adjective"))
    for act in adjectives_first:
        end = _end_of(view, act, i)
        if end is None:
            continue
        stand = _future(view, act, i, end, acts) if act.part == "future" else _READERS[act.part](view, act, i, end)
        if stand is not None:
            yield stand
            return


def _end_of(view: View, act: Act, i: int) -> int | None:
    """One past the words of the act, adverbs between them allowed; None where they do not follow."""
    k = i + 1
    for word in act.rest:
        while view.tag(k) == "R" and view.word(k) != word and act.part == "verb":
            k += 1
        if view.word(k) != word:
            return None
        k += 1
    return k


# --- verbs ------------------------------------------------------------------------------------------------------------

_NOUN_BEFORE = "DsJI#Q"


def _verb(view: View, act: Act, i: int, end: int) -> Found | None:
    if not _is_verb(view, act, i):
        return None
    group = group_at(view, i)
    if group.passive and act.form in ("past", "participle"):
        return _passive(view, act, group, end)
    whose, real, subject = _whose(view, group, possible=act.possible)
    stance = _stance(act, whose, group)
    if stance is None or not (real or (whose == "thing" and group.modal)):
        return None
    obj = complement(view, act, end)
    if whose in ("other", "thing"):
        if view.zones[i] != "content" or group.modal in _MUST or _let(view, subject, group):
            return None
        if stance in ("demand", "condition"):
            return Found(stance, (group.first, end), obj, act.id) if obj else None
        return _told_of(view, act, group, subject, obj, stance, end)
    if obj is None:
        return Found(stance, (group.first, end), None, act.id) if "none" in act.frames else None
    return Found(_by_object(view, act, stance, obj, end), (group.first, end), obj, act.id)


def _by_object(view: View, act: Act, stance: Stance, obj: Range, end: int) -> Stance:
    """The stand as its object decides it."""
    if act.of_things and obj[0] == end and not any(view.parties[k] for k in range(*obj)) and view.tag(obj[0]) != "O":
        return act.of_things
    if act.of_party and _opens_with_other(view, obj):
        return act.of_party
    if act.of_new and view.word(obj[0]) in ("a", "an", "any"):
        return act.of_new
    return stance


def _let(view: View, subject: Subject, group: Group) -> bool:
    """ "We don't let companies cheat": the bare infinitive tells of no deed."""
    return group.first == group.at and view.word(subject.first - 1) in ("let", "make", "help", "see", "have", "watch")


def _opens_with_other(view: View, obj: Range) -> bool:
    """The object is a clause about another party, or about somebody else with a name."""
    first = [k for k in range(obj[0], min(obj[0] + 5, obj[1])) if view.tag(k) == "A"]
    return (bool(first) and first[0] <= obj[0] + 1 and view.parties[first[0]] != view.party) or view.word(obj[0]) in (
        "you",
        "other",
    )


_MUST = frozenset(["should", "must", "shouldn't", "mustn't"])


def _told_of(
    view: View, act: Act, group: Group, subject: Subject, obj: Range | None, stance: Stance, end: int
) -> Found | None:
    """A charge against another party, or the feared result of a thing: the object is the clause."""
    if obj is None and "none" not in act.frames:
        return None
    last = obj[1] if obj else end
    pronoun = view.tag(subject.first) in "P" or subject.first >= subject.last
    first = group.first if pronoun or stance == "accuse" else subject.first
    return Found(stance, (group.first, end), (first, last), act.id)


def _is_verb(view: View, act: Act, i: int) -> bool:
    """The form is a verb here: "a plan" and "the demand" are nouns."""
    if view.zones[i] == "cue":
        return True
    before = view.tag(i - 1)
    if act.form in ("base", "s") and before in _NOUN_BEFORE:
        return False
    if act.form == "base" and before in "An" and not view.word(i - 1).endswith("s") and view.tag(i - 1) != "n":
        return False
    if act.form in ("past", "participle") and before in "DsJ":
        return False
    return not (act.form == "ing" and before in "DsJI")


def _whose(view: View, group: Group, *, possible: bool = False) -> tuple[str, bool, Subject]:
    """Whose act the group tells, and whether it is told as a fact or a will."""
    if view.zones[group.at] == "cue":
        return "own", _is_told(view, group.first), _NOBODY
    if group.infinitive:
        return _governed(view, group)
    subject = subject_of(view, group)
    if group.modal in ("could", "may", "might", "can") and not group.negated and not possible:
        return subject.whose, False, subject
    return subject.whose, subject.real, subject


_NOBODY = Subject("nobody", 0, 0)


def _is_told(view: View, first: int) -> bool:
    """ "If the company wanted …" tells of no will."""
    return not any(
        view.word(i) in ("if", "whether", "unless")
        for i in range(max(0, first - 6), first)
        if view.zones[i] != "content"
    )


_WILLING = frozenset(
    [
        "going",
        "continue",
        "continues",
        "continued",
        "continuing",
        "plan",
        "plans",
        "planned",
        "plan",
        "intend",
        "intends",
        "intended",
        "vow",
        "vows",
        "vowed",
        "pledge",
        "pledges",
        "pledged",
        "promise",
        "promises",
        "promised",
        "ready",
        "prepared",
        "willing",
        "want",
        "wants",
        "wanted",
        "wish",
        "like",
        "decide",
        "decided",
        "chose",
        "proud",
        "try",
        "tries",
        "tried",
        "trying",
        "need",
        "needs",
        "needed",
        "have",
        "has",
        "determined",
        "set",
        "join",
        "joined",
        "joins",
        "voted",
        "votes",
        "vote",
        "agreed",
        "agree",
        "agrees",
        "remain",
        "remains",
        "glad",
        "happy",
        "here",
    ]
)


def _governed(view: View, group: Group) -> tuple[str, bool, Subject]:
    """The subject of an infinitive is that of its governor: "vowed to oppose", "is ready to accept"."""
    i = group.first - 1
    while view.tag(i) in "TNR":
        i -= 1
    if view.word(i) not in _WILLING:
        return "nobody", False, _NOBODY
    if view.zones[i] == "cue":
        return "own", True, _NOBODY
    outer = group_at(view, i)
    if outer.negated:
        return "nobody", False, _NOBODY
    subject = subject_of(view, outer)
    return subject.whose, subject.real, subject


def _stance(act: Act, whose: str, group: Group) -> Stance | None:
    if whose == "own":
        return act.negated if group.negated else act.stance
    if whose == "other" and not group.negated:
        return act.others
    if whose == "thing" and not group.negated:
        return act.things
    return None


def _passive(view: View, act: Act, group: Group, end: int) -> Found | None:
    """ "The plan was rejected by the union": the agent's stand on the subject."""
    subject = subject_of(view, group)
    if subject.first >= subject.last or not subject.real:
        return None
    if view.zones[group.at] != "cue":
        if view.word(end) != "by":
            return None
        agent = range(end + 1, min(end + 8, len(view)))
        parties = [view.parties[i] for i in agent if view.parties[i]]
        from_source = any(view.zones[i] == "source" for i in agent)
        if not from_source and (view.party is None or parties[:1] != [view.party]):
            return None
    if group.negated and act.negated is None:
        return None
    return Found(
        act.negated if group.negated and act.negated else act.stance,
        (group.first, end),
        (subject.first, subject.last),
        act.id,
    )


# --- nouns ------------------------------------------------------------------------------------------------------------

_OWNERS = frozenset(["his", "her", "its", "their", "our", "my"])
_LIGHT = frozenset(
    [
        "express",
        "expressed",
        "expresses",
        "expressing",
        "voice",
        "voiced",
        "voices",
        "voicing",
        "reiterate",
        "reiterated",
        "repeat",
        "repeated",
        "underline",
        "underlined",
        "raise",
        "raised",
        "raises",
        "raising",
        "have",
        "has",
        "had",
        "renewed",
        "renew",
        "stress",
        "stressed",
        "reaffirmed",
        "reaffirm",
        "signal",
        "signaled",
        "signalled",
        "made",
        "make",
        "makes",
        "issued",
        "issue",
        "declare",
        "declared",
        "confirm",
        "confirmed",
        "maintain",
        "maintained",
        "offer",
        "offered",
        "shown",
        "show",
        "cited",
        "citing",
        "state",
        "stated",
        "share",
        "shared",
        "shares",
        "announce",
        "announced",
        "put",
    ]
)


def _noun(view: View, act: Act, i: int, end: int) -> Found | None:
    if view.tag(i) in FINITE and view.zones[i] != "cue":
        return None
    if not (view.zones[i] == "cue" or _is_owned(view, i)):
        return None
    obj = complement(view, act, end)
    return Found(act.stance, (i, end), obj, act.id) if obj else None


def _is_owned(view: View, i: int) -> bool:
    """The noun is the speaker's: by a possessor, or by a verb of voicing whose subject is the speaker."""
    k = i - 1
    while view.tag(k) in "JAnRECG,":
        if view.word(k) in _LIGHT:
            break
        if view.zones[k] == "source" or view.zones[k] == "cue":
            break
        k -= 1
    if view.word(k) == "no":
        return False
    word = view.word(k)
    if word in _OWNERS:
        mine = word in ("our", "my")
        return mine or not view.quoted[k]
    if view.tag(k) == "s":
        return view.zones[k] == "source" or (view.party is not None and view.parties[k - 1] == view.party)
    while view.tag(k) in "DQ":
        k -= 1
    if view.word(k) not in _LIGHT:
        return False
    if view.zones[k] == "cue":
        return True
    group = group_at(view, k)
    subject = subject_of(view, group)
    return subject.whose == "own" and subject.real and not group.negated


# --- adjectives -------------------------------------------------------------------------------------------------------

_COPULAS = frozenset(
    [
        "remain",
        "remains",
        "remained",
        "feel",
        "feels",
        "felt",
        "seem",
        "seems",
        "seemed",
        "appear",
        "appears",
        "appeared",
        "become",
        "became",
        "sound",
        "stay",
        "stayed",
        "stays",
    ]
)


def _adjective(view: View, act: Act, i: int, end: int) -> Found | None:
    k = i - 1
    while view.tag(k) in "RN" or view.word(k) in ("more", "most", "than"):
        k -= 1
    copula = view.tag(k) == "B" or view.word(k) in _COPULAS or view.word(k) in ("'s", "'re", "'m")
    if not copula and view.zones[i] != "cue":
        return None
    group = group_at(view, k if copula else i)
    subject = subject_of(view, group)
    if act.expletive:
        if view.word(group.first - 1) not in ("it", "'s", "it's") and view.word(k) != "it's":
            return None
        own, real = True, True
    else:
        own = view.zones[i] == "cue" or subject.whose == "own"
        real = view.zones[i] == "cue" or subject.real
    if not own or not real or group.modal in ("could", "may", "might"):
        return None
    stance = act.negated if group.negated else act.stance
    obj = complement(view, act, end)
    if stance is None or obj is None:
        return None
    return Found(stance, (group.first, end), obj, act.id)


# --- verdicts ---------------------------------------------------------------------------------------------------------

_CALLING = frozenset(
    [
        "call",
        "calls",
        "called",
        "calling",
        "describe",
        "describes",
        "described",
        "describing",
        "brand",
        "branded",
        "branding",
        "label",
        "labeled",
        "labelled",
        "labeling",
        "dub",
        "dubbed",
        "term",
        "termed",
        "deem",
        "deemed",
        "consider",
        "considers",
        "considered",
        "denounce",
        "denounced",
        "denouncing",
        "condemn",
        "condemned",
        "dismiss",
        "dismissed",
        "dismissing",
        "declare",
        "declared",
        "declaring",
    ]
)
_WITH_AS = 14


def _verdict(view: View, act: Act, i: int, end: int) -> Found | None:
    if view.tag(end) in "nA" and view.tag(i) != "n" and len(act.rest) == 0 and view.tag(end) == "n":
        return None  # "a good deal more", "a dangerous road": the adjective belongs to a noun of its own
    k = _before_predicate(view, i)
    if view.tag(k) == "B" or (view.word(k) in act.verbs) or view.word(k) in ("'s", "'re"):
        return _copular(view, act, k, i, end)
    return _called(view, act, k, i, end)


def _before_predicate(view: View, i: int) -> int:
    """The token before the predicate that the verdict is the head of: "is | a very bad idea"."""
    k = i - 1
    while k >= 0 and (view.tag(k) in 'DQJRN#"G' or (view.tag(k) == "n" and view.tag(k - 1) in "DQJ")):
        k -= 1
    return k


def _copular(view: View, act: Act, k: int, i: int, end: int) -> Found | None:
    group = group_at(view, k)
    negated = group.negated or any(view.tag(x) == "N" or view.word(x) in ("no", "neither") for x in range(k, i))
    if view.word(k) in ("isn't", "wasn't", "aren't", "weren't"):
        negated = True
    stance = act.negated if negated else act.stance
    if stance is None or group.modal in ("could", "may", "might", "can"):
        return None
    if view.zones[k] not in ("content", "cue"):
        return None
    if view.word(group.first - 1) == "it" or view.word(k) == "it's":
        obj = _postponed(view, end)
        if obj is not None:
            return Found(stance, (k, end), obj, act.id)
    group = replace(group, infinitive=False)
    subject = subject_of(view, group)
    if subject.first >= subject.last or not subject.real:
        return None
    if view.tag(subject.first) == "P" and view.word(subject.first) != "it":
        return None
    return Found(stance, (group.first, end), (subject.first, subject.last), act.id)


def _postponed(view: View, end: int) -> Range | None:
    """ "It is wrong to …", "it is good that …": the clause behind is what is judged."""
    if view.is_quotation_mark(end):
        end += 1
    if view.tag(end) == "T":
        return verb_phrase(view, end)
    if view.word(end) == "that":
        return clause(view, end + 1)
    if view.word(end) == "for":
        return noun_phrase(view, end + 1)
    return None


def _called(view: View, act: Act, k: int, i: int, end: int) -> Found | None:
    """ "Called the plan a mistake", "describes it as unfair": the noun phrase between is what is judged."""
    if view.word(k) == "as":
        k -= 1
    stop = k + 1
    while k >= 0 and view.word(k) not in _CALLING:
        if view.tag(k) not in 'DQJRNnAsIO#$"OE.PG':
            return None
        k -= 1
    if k < 0 or stop - k > _WITH_AS:
        return None
    negated = any(view.tag(x) == "N" for x in range(stop, i))
    whose, real, _ = _whose(view, group_at(view, k))
    if whose != "own" or not real:
        return None
    first = k + 1
    stance = act.negated if negated else act.stance
    if stance is None or first >= stop:
        return None
    if view.is_quotation_mark(stop - 1):
        stop -= 1
    return Found(stance, (k, end), (first, stop), act.id) if first < stop else None


# --- modals of necessity ----------------------------------------------------------------------------------------------


def _modal(view: View, act: Act, i: int, end: int) -> Found | None:
    if view.zones[i] != "content":
        return None
    if any(view.tag(x) == "M" for x in range(max(0, i - 2), i)):
        return None  # "would have to cut": a prediction
    negated = act_negated(view, i, end)
    if negated == "weak":
        return None  # "do not have to"
    k = end
    while view.tag(k) in "RN":
        k += 1
    if view.word(k) in ("have",) or (view.word(k) == "be" and view.word(k + 1) in ("able",)):
        return None  # "should have been clearer": a reproach, of the past
    group = group_at(view, i)
    subject = subject_of(view, group)
    if subject.first >= subject.last or not subject.real:
        return None
    verb_range = verb_phrase(view, k)
    if verb_range is None:
        return None
    stance = act.negated if negated else act.stance
    if stance is None:
        return None
    first = subject.first if view.tag(subject.first) not in "P" else k
    if negated:
        first = k if view.tag(subject.first) in "P" else subject.first
    return Found(stance, (i, end), (first, verb_range[1]), act.id)


def act_negated(view: View, i: int, end: int) -> str | None:
    """Whether the modal is denied, and whether the denial is about the act ("should not") or weak ("need not")."""
    if view.word(i).endswith("n't") and view.word(i)[:-3] in ("should", "must"):
        return "strong"
    if view.tag(end) == "N" or (view.tag(end) == "R" and view.tag(end + 1) == "N") or view.word(end) == "never":
        return "strong"
    before = [view.word(x) for x in range(max(0, i - 2), i)]
    if any(w.endswith("n't") or w in ("not", "never", "no") for w in before):
        return "weak"
    return None


# --- conditions, own acts, orders --------------------------------------------------------------------------------------

_OPEN = frozenset(
    [
        "will",
        "would",
        "won't",
        "wouldn't",
        "can",
        "cannot",
        "can't",
        "could",
        "must",
        "should",
        "not",
        "never",
        "no",
        "refuse",
        "refused",
        "refuses",
        "'ll",
    ]
)


def _condition(view: View, act: Act, i: int, end: int) -> Found | None:
    if view.zones[i] not in ("content", "around", "cue"):
        return None
    words = range(len(view))
    if act.weak:
        own = any(
            view.word(k) in ("will", "would", "'ll", "won't", "wouldn't")
            and subject_of(view, group_at(view, k)).whose == "own"
            for k in words
            if view.tag(k) == "M" and view.zones[k] == "content"
        )
        if (
            not own
            or any(view.word(k) == "be" and view.tag(k - 1) == "M" for k in words)
            or view.tag(i - 1) in "EVZ"
            or view.zones[i] != "content"
        ):
            return None
    elif not any(view.word(k) in _OPEN or view.word(k).endswith("n't") for k in words if view.zones[k] != "source"):
        return None
    obj = clause(view, end)
    if obj is None:
        return None
    own = (k for k in range(obj[0] + 1, obj[1]) if view.tag(k) == "P" and view.tag(k + 1) == "M")
    last = next(own, obj[1])  # "if I win | I will …"
    return Found(act.stance, (i, end), (i, last), act.id)


def _future(view: View, act: Act, i: int, end: int, acts: Acts) -> Found | None:
    if view.zones[i] != "content":
        return None
    subject = subject_of(view, group_at(view, i))
    if subject.whose != "own" or not subject.real or subject.first >= subject.last:
        return None
    if view.word(i) == "would" and view.quoted[i]:
        return None
    k = end
    negated = view.word(i).endswith("n't") or view.word(i) == "cannot"
    while view.tag(k) in "RN":
        negated = negated or view.tag(k) == "N"
        k += 1
    if view.tag(k) in "HB" or view.word(k) in ("have", "be"):
        return None
    stance = act.negated if negated else act.stance
    obj = verb_phrase(view, k)
    if obj is None or stance is None:
        return None
    against = _against(view, acts, k) if negated else None
    if against is not None:  # "will not block the plan"
        end, refused = against
        obj = complement(view, refused, end)
        return Found("support", (i, end), obj, act.id) if obj and refused.id != "rule_out" else None
    return Found(stance, (i, k), obj, act.id)


def _against(view: View, acts: Acts, k: int) -> tuple[int, Act] | None:
    """The act of refusing at token `k`, with the token after its words."""
    for act in acts.get(view.word(k), ()):
        end = _end_of(view, act, k)
        if end is not None and act.part == "verb" and act.form == "base" and act.stance == "reject":
            return end, act
    return None


def _existential(view: View, act: Act, i: int, end: int) -> Found | None:
    """ "There is no room for …"."""
    k = i - 1
    while view.tag(k) in "DQJRN":
        k -= 1
    if view.tag(k) != "B" or (view.word(k - 1) not in ("there", "'s") and view.word(k) != "there's"):
        return None
    group = group_at(view, k)
    negated = group.negated or any(view.word(x) in ("no", "little", "not") for x in range(k, i))
    obj = complement(view, act, end)
    stance = act.negated if negated else act.stance
    return Found(stance, (k, end), obj, act.id) if obj and stance else None


def _dependence(view: View, act: Act, i: int, end: int) -> Found | None:
    """ "X is contingent upon Y", "X is a precondition for Y": the whole is the condition."""
    k = _before_predicate(view, i)
    obj = complement(view, act, end)
    if view.tag(k) != "B" or obj is None or view.zones[i] != "content":
        return None
    group = group_at(view, k)
    subject = subject_of(view, group)
    if group.negated or not subject.real or subject.first >= subject.last:
        return None
    return Found(act.stance, (k, end), (subject.first, obj[1]), act.id)


_CAUSES = (
    ("due", "to"),
    ("because", "of"),
    ("result", "of"),
    ("owing", "to"),
    ("caused", "by"),
    ("fault", "of"),
    ("thanks", "to"),
)


def _cause(view: View, act: Act, i: int, end: int) -> Found | None:
    """ "Due to the union's refusal to vote": a charge against the possessor."""
    k = i - 1
    while view.tag(k) in "JAnsD#.":
        if view.tag(k) == "s" and view.parties[k - 1] == view.party and view.party is not None:
            return None
        k -= 1
    has_owner = any(view.tag(x) == "s" for x in range(k + 1, i))
    if not has_owner or (view.word(k - 1), view.word(k)) not in _CAUSES or view.zones[i] != "content":
        return None
    obj = complement(view, act, end)
    return Found(act.stance, (k - 1, end), (k + 1, obj[1] if obj else end), act.id)


def _imperative(view: View, act: Act, i: int, end: int) -> Found | None:
    starts = (
        view.is_quotation_mark(i - 1) or i == 0 or view.tag(i - 1) in ".:!?" or view.word(i - 1) in ("and", "please")
    )
    if not view.quoted[i] or not starts or view.zones[i] != "content":
        return None
    if view.word(i) == "and":
        return None
    negated = view.word(i) == "don't" or view.tag(end) == "N"
    if view.tag(end) == "," or view.word(end) == "me":
        return None
    first = end if view.word(i) in ("let's", "please", "don't") else i
    obj = verb_phrase(view, first)
    stance = act.negated if negated else act.stance
    return Found(stance, (i, end), obj, act.id) if obj and stance else None


_READERS = {
    "existential": _existential,
    "dependence": _dependence,
    "cause": _cause,
    "condition": _condition,
    "imperative": _imperative,
    "verb": _verb,
    "noun": _noun,
    "adjective": _adjective,
    "verdict": _verdict,
    "modal": _modal,
}
