"""The object of a stand by structure: the complement of a word, cut where its frame ends."""

from __future__ import annotations

from briefing.steps.classify.stand.table import Act
from briefing.steps.classify.stand.view import View
from briefing.tags import FINITE, HELPERS

Range = tuple[int, int]

_ENDS = ";:-~?!"
_CUTS = frozenset(
    [
        "after",
        "as",
        "because",
        "until",
        "till",
        "unless",
        "while",
        "amid",
        "although",
        "though",
        "whereas",
        "when",
        "whenever",
        "before",
        "since",
        "despite",
        "during",
        "according",
        "via",
        "except",
        "following",
        "once",
        "if",
        "lest",
        "so",
    ]
)
_TIMES = "Y"
_TRAILING = "RCITSW,tDBHXMN"
_STARTS = "ADQnJ#O$£€¥PGs%"
_HELPING = HELPERS


def complement(view: View, act: Act, at: int) -> Range | None:
    """The object of an act whose words end before token `at`, as a half-open range of tokens; None without one."""
    at = _skip_asides(view, at)
    marked = view.is_quotation_mark(at)
    inner = at + 1 if marked else at
    word, tag, after = view.word(inner), view.tag(inner), view.tag(inner + 1)
    frames = act.frames
    if tag == "T":
        if _opens_phrase(view, inner + 1):
            return noun_phrase(view, inner + 1) if "to.np" in frames else None
        return verb_phrase(view, inner) if "to" in frames else None
    if word == "that" and tag == "t":
        pronoun = after in FINITE or after in ',.^"'
        if "that" in frames:
            return clause(view, inner if pronoun else inner + 1)
        return noun_phrase(view, inner) if pronoun and "np" in frames else None
    if word in frames and tag in "IS":
        if after == "G":
            return verb_phrase(view, inner + 1)
        return clause_or_phrase(view, inner + 1)
    if tag == "W" or word == "whether":
        return clause(view, inner) if {"wh", "whether"} & frames else None
    if tag == "G" and "ing" in frames and not _is_premodifier(view, inner):
        return verb_phrase(view, inner)
    if tag in _STARTS or (marked and tag in "Gn") or (tag == "Y" and after == "s"):
        return _after_noun_phrase(view, frames, inner)
    return None


def _after_noun_phrase(view: View, frames: frozenset[str], at: int) -> Range | None:
    """Noun phrase, person with infinitive, person with preposition, or a bare clause."""
    end = end_of_simple_phrase(view, at)
    if end > at:
        end = _skip_asides(view, _after_apposition(view, end))
        word, tag = view.word(end), view.tag(end)
        if "np.to" in frames and view.tag(end) == "N" and view.tag(end + 1) == "T":
            return verb_phrase(view, end)
        if "np.to" in frames and tag == "T" and not _opens_phrase(view, end + 1):
            return verb_phrase(view, end)
        if f"np.{word}" in frames:
            return verb_phrase(view, end + 1) if view.tag(end + 1) == "G" else clause_or_phrase(view, end + 1)
        if "np.that" in frames and word == "that":
            return clause(view, end + 1)
    if "that" in frames and ("np" not in frames or has_finite_verb(view, at)):
        return clause(view, at)
    return noun_phrase(view, at) if "np" in frames else None


_PERIODS = frozenset(["day", "days", "week", "weeks", "month", "months", "year", "years", "hours", "days'", "time"])


def _skip_asides(view: View, at: int) -> int:
    """The token after adverbs, times and a phrase in commas: "vowed | in recent days | to", "agreed, at her request, to"."""
    start = at
    while True:
        at = _skip_adverbs(view, at)
        if view.tag(at) == "I":
            end = at + 1
            while view.tag(end) in "DQJ#R" and end < at + 4:
                end += 1
            if view.tag(end) == "Y" or (view.word(end) in _PERIODS and end > at + 1):
                at = end + 1
                continue
        if view.tag(at) == "Y":
            at += 1
            continue
        if view.tag(at) == "," and at == start:
            close = next((k for k in range(at + 1, min(at + 12, len(view))) if view.tag(k) == ","), None)
            if close and (view.tag(close + 1) == "T" or view.word(close + 1) == "that") and view.tag(at + 1) in "IR":
                return close + 1
        return at


def _after_apposition(view: View, end: int) -> int:
    """The token after ", a Republican," that stands beside a noun phrase; `end` where there is none."""
    if view.tag(end) != ",":
        return end
    close = next((k for k in range(end + 1, min(end + 14, len(view))) if view.tag(k) == ","), None)
    return close + 1 if close and view.tag(close + 1) in "TI" else end


def clause_or_phrase(view: View, at: int) -> Range | None:
    """A clause where a subject and a finite verb follow, else a noun phrase ("for X to be done" is one, too)."""
    if view.is_quotation_mark(at):
        at += 1
    return noun_phrase(view, at)


def end_of_simple_phrase(view: View, at: int) -> int:
    """One past the last token of the noun phrase without prepositions that starts at `at`."""
    i = at
    if view.tag(i) in "OP":
        return i + 1
    while view.tag(i) in "ADQnJ#sO$£€¥%." or (view.tag(i) in "EG" and view.tag(i - 1) in "DJs"):
        if view.tag(i) == "." and view.tag(i - 1) != "A":
            break
        i += 1
        if (view.tag(i) == "C" and view.tag(i + 1) in "ADn" and view.tag(i - 1) in "An") or (
            view.tag(i) == "I" and view.word(i) in ("of", "in", "at") and view.tag(i + 1) in "ADn"
        ):
            i += 1
    return i


def has_finite_verb(view: View, at: int) -> bool:
    """A helper or verb follows the noun phrase at `at`, with nothing but prepositional phrases between."""
    i = at
    if view.tag(i) in "P":
        return True
    while view.tag(i) in "ADQnJ#sO$£€¥%.IRGYT":
        i += 1
    return view.tag(i) in FINITE and i > at


def noun_phrase(view: View, at: int) -> Range | None:
    """The noun phrase at `at` with its prepositional phrases."""
    return _trimmed(view, at, _cut(view, at, finite=False))


def verb_phrase(view: View, at: int) -> Range | None:
    """The infinitive, with or without "not to", or the gerund at `at` with its complements."""
    verb = at
    while view.tag(verb) in "TNR":
        verb += 1
    return _trimmed(view, at, _cut(view, verb + 1, finite=False))


def clause(view: View, at: int) -> Range | None:
    """The clause at `at`."""
    if view.is_quotation_mark(at):
        at += 1
    return _trimmed(view, at, _cut(view, at, finite=True))


def _cut(view: View, at: int, *, finite: bool) -> int:
    """One past the last token that belongs to the complement."""
    zone, inside = view.zones[at] if at < len(view) else "", view.quoted[at] if at < len(view) else False
    i = at
    while i < len(view):
        tag, word = view.tag(i), view.word(i)
        if tag in _ENDS or (tag == "." and not (view.tag(i - 1) == "A" and view.tag(i + 1) in "An#")):
            break
        if tag == '"' and inside and not _goes_on_outside(view, i + 1):
            break
        if view.zones[i] in ("source", "cue") and zone not in ("source", "cue"):
            break
        if i > at and _ends_here(view, i, tag, word, finite=finite):
            break
        i += 1
    return i


def _goes_on_outside(view: View, i: int) -> bool:
    """ "Called on her to “make way” for a new government": the complement goes on behind the quotation."""
    return view.tag(i) in "ITnJ" and view.zones[i] not in ("source", "cue") and view.word(i) not in _CUTS


def _ends_here(view: View, i: int, tag: str, word: str, *, finite: bool) -> bool:
    if tag == ",":
        return not _goes_on(view, i)
    if tag == "C":
        return word == "but" or _new_predicate(view, i + 1, finite=finite)
    if word in _CUTS and not _is_degree(view, i):
        return True
    if (tag == "W" and view.tag(i - 1) != "I" and not (word == "which" and view.word(i + 1).startswith("includ"))) or (
        tag == "t" and not finite and _is_definite(view, i)
    ):
        return True
    if tag == "Y" and view.tag(i + 1) != "s" and view.tag(i + 1) not in "nJ":
        return True
    if tag == "I" and view.tag(i + 1) == "Y":
        return True
    if (word in ("by", "for") and view.tag(i + 1) == "G") or (word == "in" and view.word(i + 1) == "order"):
        return True
    if word == "for" and view.word(i + 1) == "fear":
        return True
    if not finite:
        if tag in _HELPING and view.tag(i - 1) != "T" and not _is_noun(view, i):
            return not (word in ("be", "have") and view.tag(i - 1) in "TRN")
        if tag == "E" and view.tag(i + 1) not in "InAD" and view.tag(i - 1) in "nAO":
            return True
        if tag == "P":
            return True
    return False


def _is_definite(view: View, i: int) -> bool:
    """The noun phrase before a relative "that" is known without it: "the rules that"; "legislation that" is not."""
    k = i - 1
    while view.tag(k) in "AnJ#s":
        k -= 1
    return (
        view.word(k) not in ("a", "an", "any", "no", "some", "of", "for", "to", "against") and view.tag(k) not in FINITE
    )


def _is_degree(view: View, i: int) -> bool:
    """ "As soon as possible", "so strong", "such as": no clause begins there."""
    word = view.word(i)
    if word == "so":
        return view.tag(i + 1) in "JD"
    return word == "as" and ("as" in (view.word(i + 2), view.word(i - 2)) or view.word(i - 1) in ("such", "well"))


def _is_noun(view: View, i: int) -> bool:
    """ "The will of the voters": a helper after a determiner is a noun."""
    return view.word(i) in ("will", "may", "can") and view.tag(i - 1) in "DsJ"


def _new_predicate(view: View, i: int, *, finite: bool) -> bool:
    """A finite verb or a new subject with one follows the conjunction."""
    i = _skip_adverbs(view, i)
    tag = view.tag(i)
    if tag == '"':
        i, tag = i + 1, view.tag(i + 1)
    if tag in "P" or tag in FINITE:
        return True
    if tag == "n" and view.word(i).endswith("s") and view.tag(i + 1) in "DTO":  # "and insists the law"
        return True
    return not finite and tag in "ADQnJ#" and _verb_after(view, i)


def _verb_after(view: View, i: int) -> bool:
    while view.tag(i) in "ADQnJ#s.":
        i += 1
    return view.tag(i) in FINITE and view.tag(i) != "E"


def _goes_on(view: View, i: int) -> bool:
    """A comma inside a list: "wages, hours and pensions"; or between adjectives."""
    if view.tag(i - 1) == "J" and view.tag(i + 1) in "JA":
        return True
    if view.word(i + 1) in ("including", "plus"):
        return True
    if view.word(i + 1) == "which" and view.word(i + 2) in ("included", "includes", "include"):
        return True
    k = i + 1
    steps = 0
    while steps < 12 and view.tag(k) in 'ADQnJ#sI$%,C"':
        if view.tag(k) == "C" and view.word(k) != "but":
            return not _new_predicate(view, k + 1, finite=False)
        k += 1
        steps += 1
    return False


def _trimmed(view: View, first: int, last: int) -> Range | None:
    while last > first and (
        view.tag(last - 1) in _TRAILING or (view.tag(last - 1) == '"' and _unpaired(view, first, last))
    ):
        last -= 1
    return (first, last) if last > first else None


def _unpaired(view: View, first: int, last: int) -> bool:
    return sum(view.is_quotation_mark(i) for i in range(first, last)) % 2 == 1


def _skip_adverbs(view: View, at: int) -> int:
    while view.tag(at) == "R":
        at += 1
    return at


def _opens_phrase(view: View, at: int) -> bool:
    """The word after "to" begins a noun phrase or gerund, and is no verb."""
    tag = view.tag(at)
    return tag in 'ADQOG#P$"JW' or (tag == "n" and view.word(at).endswith("s") and not view.word(at).endswith("ss"))


def _is_premodifier(view: View, at: int) -> bool:
    return False
