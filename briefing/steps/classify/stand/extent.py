"""How far a phrase or clause reaches: cut where another clause, a time or a purpose begins."""

from __future__ import annotations

from briefing.steps.classify.stand.view import View
from briefing.tags import FINITE, HELPERS

Range = tuple[int, int]

_ENDS = ";:-?!"
_TRAILING = "RCITSW,tDBHXMN"
_LONGEST_LIST = 12  # tokens after a comma in which "and" makes a list of it


def noun_phrase(view: View, at: int) -> Range | None:
    """The noun phrase at `at` with its prepositional phrases, or a pronoun; None where it is empty."""
    if (view.tag(at) == "O" or view.is_a(at, "expletive")) and view.tag(at + 1) not in "CI":
        return at, at + 1
    end = _before_second_verb(view, at, _cut(view, at, finite=False))
    return _trimmed(view, at, _before_contact_clause(view, at, end))


def _before_second_verb(view: View, at: int, end: int) -> int:
    """The end of "(to undo) the levy | and restore the rules": a noun right before a determiner is a verb."""
    joined = (k for k in range(at + 1, end - 2) if view.tag(k) == "C")
    return next((k for k in joined if view.tag(k + 1) == "n" and view.tag(k + 2) == "D"), end)


def _before_contact_clause(view: View, at: int, end: int) -> int:
    """The end of "a bill | Lind does not support", "the longest strike | this coast has seen": no pronoun opens it."""
    name = end
    while name > at and view.tag(name - 1) == "A":
        name -= 1
    finite = end < len(view) and view.tag(end) in FINITE
    article = next((k for k in range(at + 2, end) if view.tag(k) == "D" and view.tag(k - 1) == "n"), None)
    if finite and article is not None:
        return article
    told = name < end and finite
    return name if told and name > at + 1 and view.tag(name - 1) == "n" else end


def verb_phrase(view: View, at: int) -> Range | None:
    """The infinitive (also "not to …") or gerund at `at` with its complements; None where it is empty."""
    verb = at
    while view.tag(verb) in "TNR":
        verb += 1
    return _trimmed(view, at, _cut(view, verb, finite=False))


def clause(view: View, at: int) -> Range | None:
    """The clause at `at`; None where it is empty."""
    at += view.is_quotation_mark(at)
    return _trimmed(view, at, _cut(view, at, finite=True))


def _cut(view: View, at: int, *, finite: bool) -> int:
    """One past the last token that belongs to the complement; a clause (`finite`) may hold verbs of its own."""
    if at >= len(view):
        return at
    attributed = view.zones[at] in ("source", "cue")
    listing = False  # behind "including" commas go on
    for i in range(at, len(view)):
        tag = view.tag(i)
        listing = listing or view.is_a(i, "including")
        if listing and tag in ',"':
            continue
        if _stops(view, i, inside=view.quoted[at]) or (view.zones[i] in ("source", "cue") and not attributed):
            return i
        finite = finite or (tag == "W" and i > at and (view.tag(i - 1) == "I" or view.is_a(i, "free_relatives")))
        if i > at and (
            _ends(view, i, finite=finite) or (not finite and _is_predicate(view, i) and not _is_result(view, at, i))
        ):
            return i
    return len(view)


def _is_result(view: View, at: int, i: int) -> bool:
    """ "Get the plan | done": the participle belongs to the verb that the phrase begins with."""
    return view.is_a(at + (view.tag(at) == "T"), "causing") and view.tag(i) in "EX" and view.tag(i - 1) in "nAO"


def _stops(view: View, i: int, *, inside: bool) -> bool:
    """A mark that ends a sentence or the quotation that the complement began in."""
    tag = view.tag(i)
    if tag == '"' and inside:  # "called on her to “make way” for a new government" goes on
        goes_on = view.tag(i + 1) in "ITnJ" and not view.is_a(i + 1, "cuts")
        return not goes_on or view.zones[i + 1] in ("source", "cue")
    if tag == "~":
        return view.tag(i + 1) not in "nJA"  # "our … main demands"
    if _is_hyphen(view, i) or _is_hyphen(view, i + 1):
        return False  # "a U.S.-Mexican border"
    abbreviated = view.tag(i - 1) == "A" and (view.tag(i + 1) in "An#" or "." in view.word(i - 1))  # "the U.S."
    return tag in _ENDS or (tag == "." and not (abbreviated and i + 1 < len(view)))


def _is_hyphen(view: View, i: int) -> bool:
    """A stroke that joins what stands on both sides of it."""
    if view.word(i) != "-" or i + 1 >= len(view):
        return False
    starts, ends = view.tokens.starts, view.tokens.ends
    return starts[i] == ends[i - 1] and ends[i] == starts[i + 1]


def _ends(view: View, i: int, *, finite: bool) -> bool:
    """Another clause, a time, a manner or a purpose begins at `i`."""
    tag = view.tag(i)
    if tag == ",":
        return not _goes_on(view, i)
    if tag == "C":
        sides = view.is_a(i + 1, "sides")  # "is against the dam | and for a vote"
        return sides or view.is_a(i, "adversative") or _new_predicate(view, i + 1, finite=finite)
    if view.is_a(i, "cuts"):
        return not _is_degree(view, i)
    if tag == "W":  # "will trigger what he called a flood" goes on
        return not view.is_a(i, "free_relatives") and view.tag(i - 1) != "I" and not view.is_a(i + 1, "including")
    if tag == "t":
        return not finite and _is_definite(view, i)
    return _is_time(view, i) or _is_manner(view, i) or _is_saying(view, i)


def _is_saying(view: View, i: int) -> bool:
    """ "Refused to pay the men | saying that …": a participle of speech behind a noun."""
    return view.tag(i) == "G" and view.is_a(i, "saying") and view.tag(i - 1) in "nAO"


def _is_time(view: View, i: int) -> bool:
    """ "Rejected the plan | last year", "| on Monday"; "the plan of last year" and "this week's plan" go on."""
    if view.tag(i) == "I":
        return view.tag(i + 1) == "Y" and view.tag(i + 2) != "s" and not view.is_a(i, "genitive")
    day = i + 1 if view.is_a(i, "time_openers") and view.tag(i + 1) == "Y" else i
    if view.tag(day) != "Y" or view.tag(day + 1) in "snJ" or view.tag(day - 1) == "J":
        return False
    if day == i and view.is_a(i, "periods") and view.tag(i - 1) == "n":
        return False  # "the end of the fiscal year"
    k = i - 1
    while view.is_a(k, "time_openers"):
        k -= 1
    return not view.is_a(k, "genitive")


def _is_manner(view: View, i: int) -> bool:
    """ "By raising", "for refusing", "in order to", "for fear of": what follows is how and why."""
    if view.is_a(i, "on_terms") and view.any_is((i + 1, i + 2), "terms"):
        return True
    gerund = view.is_a(i, "means_or_reason") and view.tag(i + 1) == "G" and not view.is_a(i + 1, "empty")
    return gerund or f"{view.word(i)} {view.word(i + 1)}" in view.table.closed["purposes"]  # not "for | everything"


def _is_predicate(view: View, i: int) -> bool:
    """A verb that is none of the phrase's own: what came before was a subject, or a clause begins."""
    tag, before = view.tag(i), view.tag(i - 1)
    if tag in HELPERS and before != "T":
        noun = view.is_a(i, "modal_nouns") and before in "DsJ"  # "the will of the voters"
        return not noun and not (view.is_a(i, "bare_auxiliaries") and before in "RN")
    if view.is_a(i, "only_past"):
        return before in "nAO"
    if tag == "E":  # "reforms based only on enforcement" is one phrase
        after = next(k for k in range(i + 1, len(view) + 1) if view.tag(k) != "R")
        named = view.tag(after) == "D" and not view.is_a(i, "calling")  # "a law called the Pact"
        if view.is_a(i, "relating") and view.tag(after) == "T":
            return False  # "matters related to the budget"
        return before in "nAOE" and (named or view.tag(after) not in "InD")  # "the refusal to talk | angered Norland"
    as_object = view.is_a(i, "caseless") and view.tag(i + 1) not in FINITE  # "not view it as needed"
    return tag == "P" and not as_object


def _is_definite(view: View, i: int) -> bool:
    """The noun phrase before a relative "that" is known without it: "the rules that"; "legislation that" is not."""
    k = i - 1
    while view.tag(k) in "AnJ#s":
        k -= 1
    return view.tag(k) not in FINITE and not view.is_a(k, "before_unknown")


def _is_degree(view: View, i: int) -> bool:
    """ "As soon as possible", "so strong", "such as": no clause begins there."""
    if view.is_a(i, "intensifier"):
        return view.tag(i + 1) in "JD"
    paired = view.any_is((i + 2, i - 2), "equative")
    return view.is_a(i, "equative") and (paired or view.is_a(i - 1, "before_equative"))


def _new_predicate(view: View, i: int, *, finite: bool) -> bool:
    """A finite verb or a new subject with one follows the conjunction."""
    start = i
    while view.tag(i) in 'R"':
        i += 1
    tag = view.tag(i)
    if tag == "P" or tag in FINITE or (tag == "G" and view.tag(start) == "R"):  # "and firmly stating that …"
        return True
    if tag == "n" and view.tag(i + 1) == "t":  # "and hope that others pay"
        return True
    if tag == "n" and view.word(i).endswith("s") and view.tag(i + 1) in "DTO":  # "and insists the law"
        return True
    return not finite and tag in "ADQnJ#" and _verb_after(view, i)


def _verb_after(view: View, i: int) -> bool:
    while view.tag(i) in "ADQnJ#s.":
        i += 1
    return view.tag(i) in FINITE and view.tag(i) != "E"


def _goes_on(view: View, i: int) -> bool:
    """A comma inside a list ("wages, hours and pensions"), between adjectives, or before "including"."""
    includes = view.is_a(i + 1, "additive") or (view.is_a(i + 1, "which") and view.is_a(i + 2, "including"))
    return includes or _joins_adjectives(view, i) or _joins_list(view, i)


def _joins_adjectives(view: View, i: int) -> bool:
    """ "A reasonable, bipartisan solution", "a necessary, long-term plan", "better, fairer rules"."""
    if view.tag(i - 1) == "J" and view.tag(i + 1) in "JA":
        return True
    if _is_comparative(view, i - 1) and _is_comparative(view, i + 1):
        return True
    paired = view.tag(i - 1) == "J" or view.tag(i + 1) == "J" or "-" in view.word(i + 1)
    return paired and view.tag(i - 2) in "DQ" and all(view.tag(k) in "nJ" for k in (i - 1, i + 1, i + 2))


def _joins_list(view: View, i: int) -> bool:
    for k in range(i + 1, i + 1 + _LONGEST_LIST):
        if view.tag(k) not in 'ADQnJ#sI$%,C"':
            return False
        if view.tag(k) == "C" and not view.is_a(k, "adversative"):
            return not _new_predicate(view, k + 1, finite=False)
    return False


def _is_comparative(view: View, i: int) -> bool:
    """ "Better, fairer laws": an adjective by its ending, with a noun behind one of the two."""
    return view.tag(i) in "nJ" and view.word(i).endswith("er") and view.tag(i + 1) in "n,"


def _trimmed(view: View, first: int, last: int) -> Range | None:
    """Without the small words and the unpaired mark at its end; None where nothing is left."""
    if last == first + 1 and view.is_a(first, "whole_phrases"):
        return first, last  # "denied this"
    while last > first and (_trails(view, last - 1) or _ends_with_unpaired_mark(view, first, last)):
        last -= 1
    return (first, last) if last > first else None


def _trails(view: View, i: int) -> bool:
    """A small word that begins what was cut; "too much" and "more quickly" end a phrase of their own."""
    late = view.is_a(i, "relative_times") and view.tag(i - 1) in "ZE"  # "the cuts should come | later"
    stranded = view.tag(i) == "I" and (view.tag(i - 1) in "EXB" or view.tag(i + 1) in '.?!^"')
    if late or stranded or view.is_a(i, "ending"):
        return False  # "that the vote be put off", "that it is over", "that the state step in"
    return view.tag(i) in _TRAILING and not (view.tag(i) == "R" and view.tag(i - 1) in "RQ")


def _ends_with_unpaired_mark(view: View, first: int, last: int) -> bool:
    marks = sum(view.is_quotation_mark(i) for i in range(first, last))
    return view.is_quotation_mark(last - 1) and marks % 2 == 1
