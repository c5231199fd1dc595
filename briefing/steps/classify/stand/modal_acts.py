"""What must be, will not be, is ordered, and on what it depends."""

from __future__ import annotations

from briefing.stances import STANCES
from briefing.steps.classify.stand.complement import cleft, complement, has_finite_verb
from briefing.steps.classify.stand.extent import Range, clause, noun_phrase, verb_phrase
from briefing.steps.classify.stand.found import Found, end_of, with_object
from briefing.steps.classify.stand.table import Act
from briefing.steps.classify.stand.verbs import Subject, group_at, has_no_chance, is_negation, subject_of
from briefing.steps.classify.stand.view import View
from briefing.tags import FINITE


def necessity(view: View, act: Act, i: int, end: int) -> Found | None:
    """ "The company must pay": a demand; "should not leave": a refusal. "Would have to pay" only predicts."""
    before = range(max(0, i - 2), i)
    weak = any(view.tag(x) == "M" or is_negation(view, x) or view.is_a(x, "negative_determiner") for x in before)
    if view.zones[i] != "content" or weak:
        return None
    if view.tag(i - 1) in "DJs":
        return _needed(view, act, i, end)
    nobody = view.is_a(subject_of(view, group_at(view, i)).first, "nobodies")  # "nobody should forget"
    at, negated = _verb_after(view, end, negated=is_negation(view, i) or nobody)
    inverted = view.tag(at) in "DAPQ"  # "should the talks fail"
    if inverted or view.is_a(at, "perfect") or (view.is_a(at, "bare_copula") and view.is_a(at + 1, "ability")):
        return None  # "should have been clearer": of the past
    subject = subject_of(view, group_at(view, i))
    polite = view.is_a(subject.first, "first_person") and view.is_a(at, "liking")  # "I should like to thank them"
    if polite or _is_within(view, subject) or (negated and view.is_a(at, "misjudging")):
        return None  # "nobody should mistake patience for weakness"
    about = verb_phrase(view, at)
    kept = view.is_a(at, "failing") and view.tag(subject.first) != "P"  # "the talks must not fail"
    stance = act.negated if negated and not kept else act.stance
    if not subject.is_named or not subject.real or about is None or stance is None:
        return None
    second = any(view.tag(k) == "C" for k in range(subject.last, i))  # "the dam is illegal and must go"
    first = at if second or view.tag(subject.first) == "P" else subject.first
    return Found(stance, (i, end), (first, about[1]), act.id)


def _needed(view: View, act: Act, i: int, end: int) -> Found | None:
    """ "The horrors of war and the need | to work for peace": a noun, and what is needed behind it."""
    about = verb_phrase(view, end - 1) if view.tag(end - 1) == "T" else None
    return Found(act.stance, (i, end - 1), about, act.id) if about and act.stance else None


def _is_within(view: View, subject: Subject) -> bool:
    """The subject is of a relative clause: "the care they need to stay well", "those who oppose the plan should go"."""
    if view.tag(subject.first) == "P" and view.tag(subject.first - 1) in "nA":
        return True
    relative = any(view.tag(k) == "W" for k in range(subject.first - 3, subject.first - 1))
    return relative and view.tag(subject.first - 1) != ","


def _verb_after(view: View, at: int, *, negated: bool) -> tuple[int, bool]:
    """The verb after a modal, past adverbs and negations, and whether there was one of these."""
    while view.tag(at) in "RN":
        negated = negated or view.tag(at) == "N"
        at += 1
    return at, negated


def future(view: View, act: Act, i: int, end: int) -> Found | None:
    """What the speaker will not do is refused; who "will not block" a thing supports it."""
    subject = subject_of(view, group_at(view, i))
    own = subject.whose == "own" and subject.real and subject.is_named
    told = view.zones[i] == "content" or view.zones[subject.last - 1] == "source"
    if not own or not told or (view.is_a(i, "conditional") and view.quoted[i]):
        return None
    denied = is_negation(view, i) or (view.tag(end - 1) == "T" and group_at(view, i).negated)  # "are not going to"
    denied = denied != has_no_chance(view, group_at(view, i).first)
    at, negated = _verb_after(view, end, negated=denied)
    at += view.is_a(at, "bare_copula") and view.tag(at + 1) == "G"  # "will not be selling"
    if view.tag(at) in "HB" or (act.verbs and view.word(at) not in act.verbs):
        return None
    if view.is_a(at, "excluding") or view.is_a(at, "experiences"):
        return None  # who "would not rule out" a thing leaves it open, who "won't miss" it refuses nothing
    helps = STANCES[act.negated].of_harm if negated and act.negated else None
    if helps and (kept := _kept_up(view, at)):
        return Found(helps, (i, kept[0]), kept, act.id)
    refused = next((a for a in view.table.acts.get(view.word(at), ()) if _obstructs(view, a, at)), None)
    if helps and refused is not None:
        last = end_of(view, refused, at) or at + 1
        about = complement(view, refused, last)
        return with_object(view, refused, helps, (i, last), about) if about else None
    stance, about = act.negated if negated else act.stance, cleft(view, i, at) or verb_phrase(view, at)
    if about and not negated and _is_bound(view, at) and not view.any_is(range(*about), "force"):
        stance = act.bound
    if negated and about == (at, at + 1) and view.is_a(at, "ceasing"):
        stance = None  # "won't stop until every prisoner is free"
    return Found(stance, (i, at), about, act.id) if about and stance else None


def _is_bound(view: View, at: int) -> bool:
    """ "Will hand over the arms | only if the army leaves", "will pay, | provided that the county does": on offer."""
    after = range(at, len(view))
    return any(
        _binds(view, k) or (view.is_a(k, "conditional_subordinator") and view.is_a(k - 1, "merely")) for k in after
    )


def _kept_up(view: View, at: int) -> Range | None:
    """What is gone on with: "will not stop | fighting for it", "will never give up on | it"."""
    if view.is_a(at, "ceasing") and view.tag(at + 1) == "G":
        return verb_phrase(view, at + 1)
    if view.is_a(at, "giving") and view.is_a(at + 1, "up") and view.is_a(at + 2, "on"):
        return noun_phrase(view, at + 3)  # who "will not give up its weapons" refuses to
    return None


def _obstructs(view: View, act: Act, at: int) -> bool:
    fits = act.form == "base" and end_of(view, act, at) is not None
    return fits and act.id in view.table.closed["obstructing"]


def denial(view: View, act: Act, i: int, end: int) -> Found | None:
    """ "I never proposed that": a deed of the speaker's own, denied."""
    at, _ = _verb_after(view, end, negated=True)
    group = group_at(view, at)
    subject = subject_of(view, group)
    present = view.is_a(i - 1, "first_person") and view.tag(at) in "nZ" and view.tag(at + 1) in "nADOQ"
    deed = (view.tag(at) == "E" or present) and group.modal is None and not group.passive
    deed = deed and not view.is_a(at, "experiences")
    if not deed or subject.whose != "own" or not subject.real or view.zones[i] != "content":
        return None
    about = verb_phrase(view, at)
    return Found(act.stance, (i, at), about, act.id) if about else None


def imperative(view: View, act: Act, i: int, end: int) -> Found | None:
    """An order at the beginning of a quoted sentence: "Stop the war"."""
    starts = _opens_order(view, i)
    before_noun = view.tag(end) in "DO"
    if (
        not view.quoted[i]
        or not starts
        or ("np" in act.frames and not before_noun)
        or view.zones[i] != "content"
        or view.tag(end) == ","
        or view.is_a(end, "oneself")
        or view.any_is((end, end + 1), "musing")
    ):
        return None
    negated = is_negation(view, i) or is_negation(view, end)
    about = verb_phrase(view, end if view.is_a(i, "polite") else i)
    stance = act.negated if negated else act.stance
    return Found(stance, (i, end), about, act.id) if about and stance else None


def _opens_order(view: View, i: int) -> bool:
    """The word at `i` opens its sentence, or follows "and" in one that an order opens: "Please listen and make way"."""
    first = next((k + 1 for k in range(i - 1, -1, -1) if view.tag(k) in '".:!?'), 0)
    if view.is_a(i - 1, "before_order"):
        orders = any(act.part == "imperative" for act in view.table.acts.get(view.word(first), ()))
        return first >= i - 1 or orders
    return first == i


def condition(view: View, act: Act, i: int, end: int) -> Found | None:
    """ "Until wages rise", beside a refusal or a modal; "if" only beside an act of the speaker's own."""
    if view.zones[i] == "source" or view.is_a(i - 1, "concessive"):
        return None
    binding = view.is_a(i, "binding")
    if act.owned and not _is_own_clause(view, end):
        return None
    pledged = (act.weak or view.is_a(i, "merely")) and _beside_pledge(view, i)
    modal = _beside_own_act(view, i) if act.weak else _beside_modal(view) or _beside_lasting(view, i)
    beside = act.owned or pledged or modal or _is_only_way(view, i)
    if not (_binds(view, i) if binding else beside):
        return None
    about = clause(view, end) if view.tag(end) != "I" else None  # not "the money provided in the bill"
    if about is None or _is_date(view, about) or (act.weak and _asks_nobody(view, about)):
        return None
    main = (k for k in range(about[0] + 1, about[1]) if _opens_main_clause(view, k))
    return Found(act.stance, (i, end), (i, next(main, about[1])), act.id)


def _opens_main_clause(view: View, k: int) -> bool:
    """ "If I win | I will …", "only when it ends | can the talks start"."""
    inverted = view.tag(k) == "M" and view.tag(k + 1) in "DP" and view.tag(k - 1) not in "DP"
    return inverted or (view.tag(k) == "P" and view.tag(k + 1) == "M")


def _is_own_clause(view: View, at: int) -> bool:
    """ "Must leave | before we talk": what comes first is asked for by those who come then."""
    own = view.is_a(at, "first_person") or (view.is_a(at, "third_person_plural") and not view.is_person)
    return own and view.tag(at + 1) != "E" and any(view.is_a(k, "required") for k in range(at))


def _is_only_way(view: View, i: int) -> bool:
    """ "The talks can only start | if the army leaves"."""
    only = any(view.is_a(k, "merely") and view.tag(k - 1) in "MB" and view.zones[k] == "content" for k in range(1, i))
    return only and view.zones[i] == "content"


def _binds(view: View, i: int) -> bool:
    """ "Provided that …", and behind a comma "provided the army leaves": in "asked to provide aid" it is a verb."""
    if not view.is_a(i, "binding"):
        return False
    behind = view.is_a(i + 1, "existential") or has_finite_verb(view, i + 1)
    return view.tag(i + 1) == "t" or (view.tag(i - 1) == "," and behind)


def _asks_nobody(view: View, about: Range) -> bool:
    """ "If anything had happened": it has not; "if we do not save it": that is up to the speaker."""
    own = view.is_a(about[0], "first_person")
    return own or view.any_is(range(*about), "unreal_past")


def _is_date(view: View, about: Range) -> bool:
    """ "Until May 30": a day is no condition."""
    tags = [view.tag(k) for k in range(*about)]
    return any(tag in "#Y" for tag in tags) and not any(tag in FINITE for tag in tags)


def _beside_modal(view: View) -> bool:
    said = [k for k in range(len(view)) if view.zones[k] != "source"]
    return view.any_is(said, "open") or any(view.word(k).endswith("n't") for k in said)


def _beside_lasting(view: View, i: int) -> bool:
    """ "The levy stays | until the mine closes": what goes on now ends with what is asked for."""
    return any(view.is_a(k, "lasting") and view.zones[k] == "content" for k in range(i))


def _beside_pledge(view: View, i: int) -> bool:
    """ "Has offered to pay if the planes may fly": an act of binding oneself before "if", and nothing asked."""
    pledges = (k for k in range(i) if view.is_a(k, "pledging") and view.zones[k] != "source")
    k = next(pledges, None)
    return k is not None and view.zones[i] == "content" and view.tag(i - 1) not in "EZ" and not view.quoted[k]


def _beside_own_act(view: View, i: int) -> bool:
    modals = [k for k in range(len(view)) if view.zones[k] == "content" and view.is_a(k, "future")]
    own = any(subject_of(view, group_at(view, k)).whose == "own" for k in modals)
    wishes = [k for k in modals if view.is_a(k, "wishing")]  # "would be glad if", but "we will be back"
    plain = any(view.is_a(_verb_after(view, k + 1, negated=False)[0], "stative") for k in wishes)
    return own and not plain and view.zones[i] == "content" and view.tag(i - 1) not in "EZ"
