"""The object of a stand by structure: the complement of a word."""

from __future__ import annotations

from briefing.steps.classify.stand.extent import Range, clause, noun_phrase, verb_phrase
from briefing.steps.classify.stand.table import Act
from briefing.steps.classify.stand.verbs import is_cleft
from briefing.steps.classify.stand.view import View
from briefing.tags import FINITE

_STARTS = "ADQnJ#O$£€¥PGs%"
_SIMPLE = "ADQnJ#sO$£€¥%."
_SHORT = 2
_LONGEST_ASIDE = 12
_LONGEST_APPOSITION = 14


def complement(view: View, act: Act, at: int) -> Range | None:
    """The object of an act whose words end before token `at`, as a half-open range of tokens; None without one.

    Who is named as the source is no object ("asked Jon Rask"), nor is a time ("promised a decade ago").
    """
    about = _complement(view, act, at)
    if about is None or view.zones[about[0]] == "source":
        return None
    time = about[1] - about[0] <= _SHORT and view.is_a(about[1] - 1, "spans_of_time")
    return None if time or view.any_is((about[0], about[1] - 1), "idle") else about


def cleft(view: View, first: int, end: int) -> Range | None:
    """The object of "what we want is peace", whose act stands from `first` to `end`; None where there is none."""
    if not any(is_cleft(view, k) for k in range(max(0, first - 3), first)):
        return None
    copula = next(
        (k for k in range(end, min(end + _LONGEST_ASIDE, len(view))) if view.is_a(k, "present_copulas")), None
    )
    if copula is None:
        return None
    return clause(view, copula + 2) if view.is_a(copula + 1, "complementiser") else noun_phrase(view, copula + 1)


def _complement(view: View, act: Act, at: int) -> Range | None:
    at = _skip_asides(view, at)
    if act.part == "verb" and view.tag(at) == "C" and view.tag(at + 1) in "nZE" and view.tag(at + 2) in "DQ":
        at += 2  # "undermine and weaken the deal"
    marked = view.is_quotation_mark(at)
    at += marked
    word, tag = view.word(at), view.tag(at)
    if tag == "T" or (tag == "N" and view.tag(at + 1) == "T"):
        return _after_to(view, act.frames, at)
    if tag == "t":
        return _after_that(view, act.frames, at)
    if tag in "SW":  # "whether", "if", "what"
        return clause(view, at) if word in act.frames or (tag == "W" and "wh" in act.frames) else None
    if tag == "I" and word in act.frames:
        return _after_preposition(view, at + 1)
    if tag == "G" and "ing" in act.frames:
        return verb_phrase(view, at)
    starts = tag in _STARTS or (tag == "Y" and view.tag(at + 1) == "s") or (tag == "E" and view.tag(at + 1) in "nA")
    return _after_noun_phrase(view, act.frames, at) if starts else None


def _after_preposition(view: View, at: int) -> Range | None:
    """What stands behind a preposition: a gerund, an infinitive for somebody, or a noun phrase."""
    if view.is_a(at - 1, "benefactive") and view.tag(at) == "O":
        return _infinitive_after(view, at)  # "important for us, as a town, | to understand it"
    return verb_phrase(view, at) if view.tag(at) == "G" else _opened(view, at)


def _infinitive_after(view: View, at: int) -> Range | None:
    """The infinitive behind the person for whom it is meant, an aside between them; None where there is none."""
    to = next((k for k in range(at + 1, at + _LONGEST_ASIDE) if view.tag(k) not in "IS,DJnAR"), len(view))
    return verb_phrase(view, to) if view.tag(to) == "T" else None


def _opened(view: View, at: int) -> Range | None:
    """A noun phrase, also in quotation marks."""
    return noun_phrase(view, at + view.is_quotation_mark(at))


def _after_to(view: View, frames: frozenset[str], at: int) -> Range | None:
    """An infinitive ("to leave"), or a noun phrase or gerund after "to" ("to the plan")."""
    if view.is_a(at + 1, "learning") and view.tag(at + 2) == "t" and "that" in frames:
        return clause(view, at + 3)  # "disappointed to learn that …"
    if view.tag(at) == "T" and opens_phrase(view, at + 1):
        return noun_phrase(view, at + 1) if "to.np" in frames else None
    courtesy = view.is_a(at + 1, "courtesies")  # "I want to thank you"
    return verb_phrase(view, at) if "to" in frames and not courtesy else None


def _after_that(view: View, frames: frozenset[str], at: int) -> Range | None:
    """A clause with "that"; before a verb the word is a pronoun ("fears that would fail"), else a noun has it."""
    pronoun = view.tag(at + 1) in FINITE or view.tag(at + 1) in ',.^"'
    first = at if pronoun else at + 1
    lone = view.tag(at + 1) in "nAJ" and view.tag(at + 2) in '.,^"'  # "call that | blackmail"
    if "that" in frames and not lone:
        return clause(view, first)
    if "np" not in frames or view.is_a(at - 1, "conceding"):
        return None  # "allowed that the plan was late" allows nothing
    points = pronoun or view.tag(at + 1) in "nJG"  # "rejects | that call", but "protested that | the plan …"
    return noun_phrase(view, at if points else first)


def _after_noun_phrase(view: View, frames: frozenset[str], at: int) -> Range | None:
    """A noun phrase; a person with an infinitive, preposition or clause; or a clause without "that"."""
    end = _end_of_simple_phrase(view, at)
    if end > at:
        found = _after_person(view, frames, _skip_asides(view, _after_apposition(view, end)))
        if found is not None:
            return found
    if ("clause" in frames or "that" in frames) and has_finite_verb(view, at):
        return clause(view, at)
    if "np" in frames and view.tag(at) == "O" and view.tag(at + 1) == "T":
        return verb_phrase(view, at + 1)  # "want them | to drop it"
    return noun_phrase(view, at) if "np" in frames else None


def _after_person(view: View, frames: frozenset[str], end: int) -> Range | None:
    end += view.is_quotation_mark(end)
    word, tag = view.word(end), view.tag(end)
    negated = tag == "N" and view.tag(end + 1) == "T"  # "urged them not to sign"
    if "np.to" in frames and (negated or (tag == "T" and not opens_phrase(view, end + 1))):
        return verb_phrase(view, end)
    compared = tag == "T" and view.tag(end + 1) in "DPO"  # "prefers a levy | to the toll"
    if compared or f"np.{word}" not in frames:
        return None
    if view.is_a(end, "complementiser"):
        return clause(view, end + 1)
    return verb_phrase(view, end + 1) if view.tag(end + 1) == "G" else _opened(view, end + 1)


def _skip_asides(view: View, at: int) -> int:
    """The token after adverbs, times and a phrase in commas: "vowed | in recent days | to sign"."""
    start = at
    while True:
        while view.tag(at) == "R":
            at += 1
        after = _after_time(view, at)
        if after is None:
            break
        at = after
    return _after_aside(view, at) if at == start else at


def _after_time(view: View, at: int) -> int | None:
    """The token after "on Monday", "in recent days", "Monday", "last Monday", a vote "8-3"; None where none stands."""
    if view.tag(at) == "#" and view.tag(at + 1) in "IT" and "-" in view.word(at):
        return at + 1
    at += view.is_a(at, "time_openers") and view.tag(at + 1) == "Y"
    if view.tag(at) == "Y":
        return at + 1 if view.tag(at + 1) != "s" else None
    if view.tag(at) != "I":
        return None
    if view.is_a(at + 1, "formal_nouns"):
        return at + 2  # "agreed | in principle | to the plan"
    end = next((k for k in range(at + 1, at + 5) if view.tag(k) == "Y" or view.is_a(k, "periods")), None)
    if end is None or view.tag(end + 1) == "s" or any(view.tag(k) not in "DQJ#RnI" for k in range(at + 1, end)):
        return None
    return end + 1


def _after_aside(view: View, at: int) -> int:
    """The token after ", at her request," before an infinitive or "that"; `at` where there is none."""
    if view.tag(at) != "," or view.tag(at + 1) not in "IR":
        return at
    close = next((k for k in range(at + 1, at + _LONGEST_ASIDE) if view.tag(k) == ","), None)
    return close + 1 if close and view.tag(close + 1) in "Tt" else at


def _after_apposition(view: View, end: int) -> int:
    """The token after ", a Republican," that stands beside a noun phrase; `end` where there is none."""
    if view.tag(end) != ",":
        return end
    close = next((k for k in range(end + 1, end + _LONGEST_APPOSITION) if view.tag(k) == ","), None)
    return close + 1 if close and view.tag(close + 1) in "TI" else end


def _end_of_simple_phrase(view: View, at: int) -> int:
    """One past the last token of the noun phrase at `at`, with "of", "in" and "and" but no other links."""
    if view.tag(at) in "OP":
        return at + 1
    i = at
    while _in_simple_phrase(view, i):
        i += 1
        joined = view.tag(i) == "C" and view.tag(i - 1) in "An"
        linked = view.tag(i) == "I" and view.is_a(i, "narrowing")
        if (joined or linked) and view.tag(i + 1) in "ADn":
            i += 1
    return i


def _in_simple_phrase(view: View, i: int) -> bool:
    tag = view.tag(i)
    if tag in "EG":
        return view.tag(i - 1) in "DJs"
    return tag in _SIMPLE and not (tag == "." and view.tag(i - 1) != "A")


def has_finite_verb(view: View, at: int) -> bool:
    """A helper or verb follows the noun phrase at `at`, with nothing but prepositional phrases between."""
    i = at
    while view.tag(i) in _SIMPLE or view.tag(i) in "IRGYT":
        i += 1
    return view.tag(at) == "P" or (view.tag(i) in FINITE and i > at)


def opens_phrase(view: View, at: int) -> bool:
    """The word after "to" begins a noun phrase or gerund, and is no verb."""
    tag, word = view.tag(at), view.word(at)
    return tag in 'ADQOG#P$"JW' or (tag == "n" and word.endswith("s") and not word.endswith("ss"))
