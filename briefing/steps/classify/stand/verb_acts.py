"""Verbs that take a stand: "rejected the plan", "was dismissed by the union", "the plan would destroy jobs"."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from briefing.records import Stance
from briefing.stances import STANCES, WORDS
from briefing.steps.classify.stand.complement import cleft, complement
from briefing.steps.classify.stand.extent import Range, clause, verb_phrase
from briefing.steps.classify.stand.found import Found, with_object
from briefing.steps.classify.stand.table import Act
from briefing.steps.classify.stand.verbs import Group, Subject, group_at, has_no_chance, subject_of, whose_act
from briefing.steps.classify.stand.view import View
from briefing.tags import HELPERS

_NOUN_BEFORE = "DsJI#Q"
_NOBODY_REACH = 7  # "Neither Ada Berg nor Jon Holm"
_MARKS = ',.:;"/-'
_AGENT = 8  # tokens after "by" in which the agent is named


def verb(view: View, act: Act, i: int, end: int) -> Found | None:
    """The stand of a verb at `i` whose words end before `end`."""
    if not _is_verb(view, act, i):
        return None
    group = _turned_by_nobody(view, group_at(view, i))
    takes_thing = any(frame.startswith("np") for frame in act.frames)  # not "voted by a wide margin to"
    done = act.form in ("past", "participle")
    if takes_thing and done and (group.passive or _is_reduced(view, group, end)):
        return _passive(view, act, group, end)
    asked = done and group.passive and view.zones[group.at] == "content"  # "said Norland was asked to sign"
    subject = whose_act(view, group, possible=act.possible)
    stance = _stance(view, act, subject, group) if not asked else None
    if stance is None:
        return None
    about = _between(act, i, end) or complement(view, act, end) or _fronted(view, i)
    if act.subjunctive and not _is_subjunctive(view, about):
        return None
    if subject.whose == "own":
        return _own(view, act, group, stance, about, end)
    return _told(view, act, group, subject, stance, about, end)


def _turned_by_nobody(view: View, group: Group) -> Group:
    """ "Nobody in the town wanted the mine": the subject denies the act; "neither" behind a modal is no subject.

    "There is no way that she will sign it": what the clause depends on denies it.
    """
    before = list(range(max(0, group.first - _NOBODY_REACH), group.first))
    if view.zones[group.at] == "cue":  # "“Nobody wants a strike,” she said" denies no saying
        before = [k for k in before if view.zones[k] != "content"]
    nobody = any(view.is_a(k, "nobodies") and view.tag(k - 1) not in HELPERS for k in before)
    return replace(group, negated=not group.negated) if nobody or has_no_chance(view, group.first) else group


def _is_reduced(view: View, group: Group, end: int) -> bool:
    """ "A draft put forward by Norland", "the draft, long opposed by it, passed": a passive without its helper."""
    before = group.at - 1
    while view.tag(before) == "R":
        before -= 1
    return view.is_a(end, "agentive") and group.first == group.at and view.tag(before) in "nA,"


def _own(view: View, act: Act, group: Group, stance: Stance, about: Range | None, end: int) -> Found | None:
    """The speaker's own act."""
    if view.any_is(range(group.first - 1, group.at), "almost"):
        return None  # "nearly rejected it": has not
    if act.own_future and not (group.infinitive or group.modal in view.table.closed["future"]):
        return None
    helpers = range(group.first, group.at)
    if view.any_is(helpers, "pluperfect") and (
        view.quoted[group.at] or view.any_is(helpers, "former") or view.any_is(range(end, len(view)), "given_up")
    ):
        return (
            None  # "“We had decided to go, but …”" is over, "had previously opposed it", "had asked, but dropped", too
        )
    if about is None and view.zones[group.at] == "cue" and "that" in act.frames and not group.negated:
        about = _content_before(view, group)
    about = cleft(view, group.first, end) or about
    if about is None:
        return Found(stance, (group.first, end), None, act.id) if "none" in act.frames else None
    if about[0] == end and view.is_a(end, "naught") and act.stance != WORDS:
        return _of_nothing(view, act, stance, (group.first, end), about)
    return with_object(view, act, stance, (group.first, end), about)


def _of_nothing(view: View, act: Act, stance: Stance, words: Range, about: Range) -> Found | None:
    """ "We want no part in the talks": the act of it is denied; "ruled out neither": nothing is told of the things."""
    turned = act.negated if stance == act.stance and view.is_a(about[0], "negative_determiner") else None
    lesser = view.tag(about[0] + 1) in "RS" or view.is_a(about[0] + 1, "comparing")  # "demands no less than"
    return Found(turned, words, (about[0] + 1, about[1]), act.id) if turned and not lesser else None


def _between(act: Act, i: int, end: int) -> Range | None:
    """ "Turned | the offer | down": the object stands between the verb and its particle."""
    if act.rest[:1] != ("…",):
        return None
    last = end - len(act.rest) + 1
    return (i + 1, last) if last > i + 1 else None


def _fronted(view: View, i: int) -> Range | None:
    """ "The ruling, which Norland rejected": the object of a relative clause stands in front of it."""
    return view.fronted if view.zones[i] == "cue" and view.fronted and view.fronted[1] <= i else None


def _is_subjunctive(view: View, about: Range | None) -> bool:
    """ "Insisted that the budget include it": the clause has no verb form of telling."""
    return about is not None and view.tag(about[0]) != "I" and not any(_tells_fact(view, k) for k in range(*about))


def _tells_fact(view: View, k: int) -> bool:
    """A verb form of telling; "be put off" is none."""
    if view.is_a(k, "bare_copula") or (view.tag(k) == "E" and view.is_a(k - 1, "bare_copula")):
        return False
    return view.tag(k) in "EBHXMP" or (view.tag(k) == "Z" and view.word(k).endswith("s"))


def _content_before(view: View, group: Group) -> Range | None:
    """ "“The dam will burst,” she warned": the first clause of what was said stands before."""
    asks = any(view.word(k) == "?" for k in range(group.first))  # "“Who would accept that?” he asked"
    first = next((k for k in range(group.first) if view.zones[k] == "content" and not asks), None)
    first = first + view.is_quotation_mark(first) if first is not None else None
    if first is not None and view.is_a(first, "unreal"):  # "“If it is extended, | we shall respond,” she warned"
        first = next((k + 1 for k in range(first, group.first) if view.tag(k) == ","), None)
    return clause(view, first) if first is not None else None


def _stance(view: View, act: Act, subject: Subject, group: Group) -> Stance | None:
    """The stand by whose act is told; what another party or a thing does not do is none."""
    if subject.whose == "own":
        told = act.negated if group.negated else act.stance
        return told if subject.real else None
    if group.negated and subject.whose == "thing":
        return act.things_negated if group.modal in view.table.closed["future"] else None
    if group.negated:  # "the others cannot agree" is a reproach
        unable = subject.whose == "other" and group.modal in view.table.closed["unable"]
        return STANCES[act.negated].of_others if unable and act.negated else None
    if not (subject.real or (subject.whose == "thing" and group.modal)):
        return None
    if subject.whose == "thing" and act.form in ("past", "participle") and group.first == group.at:
        return None  # "the blasts killed ten people" tells what happened
    foretold = group.modal in view.table.closed["future"] and STANCES[act.stance].refuses
    others = None if foretold else act.others  # "analysts said the union would reject it" predicts
    return {"other": others, "thing": act.things}.get(subject.whose)


def _told(
    view: View, act: Act, group: Group, subject: Subject, stance: Stance, about: Range | None, end: int
) -> Found | None:
    """A charge against another party, the feared result of a thing, or what a paper demands: only in what is said."""
    letting = group.first == group.at and view.is_a(subject.first - 1, "letting")  # "we don't let companies cheat"
    if view.is_deed or view.zones[group.at] != "content" or group.modal in view.table.closed["necessary"] or letting:
        return None
    if about is None and "none" not in act.frames:
        return None
    words, last = (group.first, end), max(about[1], end) if about else end
    told = STANCES[stance].told
    if told == "object":
        return Found(stance, words, about, act.id)
    short = told == "deed" or view.tag(subject.first) == "P" or not subject.is_named
    return Found(stance, words, (group.first if short else subject.first, last), act.id)


def _is_verb(view: View, act: Act, i: int) -> bool:
    """The form is a verb here: "a plan" and "the demand" are nouns."""
    before = view.tag(i - 1)
    if view.zones[i] == "cue":
        return before != "s"  # "the union's | call for a vote"
    if act.form in ("base", "s") and before in _NOUN_BEFORE:
        return before == "Q" and view.tag(i - 2) == "P"  # "we all want"
    plural = view.word(i - 1).endswith("s") or view.is_a(i - 1, "plurals")
    if act.form == "base" and before in "An" and not plural:
        return False  # "improve fuel standards": no subject of "fuel"
    if act.form in ("past", "participle"):
        return before not in "DsJ"
    return not (act.form == "ing" and before in "DsJI")


def _passive(view: View, act: Act, group: Group, end: int) -> Found | None:
    """ "The plan was rejected by the union": the agent's stand on the subject."""
    subject = subject_of(view, group)
    stance = act.negated if group.negated else act.stance
    whose = view.is_a(subject.first, "possessive_relative")
    relative = whose or view.tag(subject.first) == "W"  # "Strand, who has been accused of delay, said"
    if stance is None or not subject.is_named or not subject.real or relative:
        return None
    described = view.zones[group.at] == "source"  # "the mayor accused by the union said"
    if described:
        return None
    if view.zones[group.at] != "cue" and not _is_own_agent(view, end):
        return _charged(view, act, group, subject, end)
    if "np.to" in act.frames and "np" not in act.frames:  # "was urged by the union | to sign"; "was told by it that …"
        to = next((k for k in range(end, min(end + _AGENT, len(view))) if view.tag(k) == "T"), None)
        asked = verb_phrase(view, to) if to is not None and view.is_a(end, "agentive") else None
        return Found(stance, (group.first, end), asked, act.id) if asked else None
    return Found(stance, (group.first, end), (subject.first, subject.last), act.id)


def _charged(view: View, act: Act, group: Group, subject: Subject, end: int) -> Found | None:
    """ "Our boats were attacked | by Norland": a charge against another party, where the act is a wrong."""
    agent = _agent(view, end)
    others = {view.parties[i] for i in agent} - {None, view.party}
    told = view.zones[group.at] == "content" and not view.is_deed and not group.negated
    if not told or not others or act.stance != WORDS or act.others is None:
        return None
    return Found(act.others, (group.first, end), (subject.first, agent[-1] + 1), act.id)


def _is_own_agent(view: View, end: int) -> bool:
    """ "By" and the speaker, or the speaker's party, follow before any mark: not "by a margin,” Reyes told them"."""
    agent = _agent(view, end)
    party = next((view.parties[i] for i in agent if view.parties[i]), None)
    known = view.party is not None and party == view.party
    return known or any(view.zones[i] == "source" for i in agent)


def _agent(view: View, end: int) -> list[int]:
    """The tokens behind "by" at token `end`, before any mark; none where no agent stands there."""
    reach = range(end + 1, min(end + _AGENT, len(view)))
    return list(takewhile(lambda i: view.tag(i) not in _MARKS, reach)) if view.is_a(end, "agentive") else []
