"""What a German cue governs: its clause, its subject and its content."""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from briefing.steps.attribute.german.speech_verbs import Cue
from briefing.steps.attribute.german.word_groups import (
    FINITE,
    ends_at,
    noun_phrase,
    subject_after,
    subject_before,
)
from briefing.steps.attribute.prose import Prose, Unit
from briefing.steps.attribute.source_phrases import Range

_PREDICATE = 9  # tokens in which the verb of a main clause stands


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens `first` to `last` (half-open) between two commas of a unit that goes on to `end`."""

    first: int
    last: int
    end: int


@dataclass(frozen=True, slots=True)
class Group:
    """A cue with its helpers: the finite verb, all tokens of it, the subject; `passive` where the agent is unknown."""

    cue: Cue
    verb: int
    tokens: tuple[int, ...]
    source: Range | None
    clause: Clause
    opens: bool = False  # the verb opens its clause
    passive: bool = False


@functools.cache
def _infinitive(particles: frozenset[str]) -> re.Pattern[str]:
    """An infinitive with its particle inside: "abzuziehen"."""
    return re.compile(rf"\w{{2,}}(?:{'|'.join(sorted(particles))})\w{{3,}}en$")


def clause_at(unit: Unit, parts: list[int], i: int, end: int) -> Clause:
    """The clause of token `i`."""
    place = bisect_right(parts, i)
    first = parts[place - 1] + 1 if place else unit.first
    return Clause(first, parts[place] if place < len(parts) else end, end)


def group_of(prose: Prose, unit: Unit, parts: list[int], clause: Clause, at: int, cue: Cue) -> Group | None:
    """The cue at token `at` with its helpers and subject; None where it is no verb of its clause."""
    tags = prose.tokens.tags
    if cue.form == "finite":
        if _has_helper(prose, clause, at):
            return None
        group = _with_subject(prose, unit, parts, clause, at, cue)
        prefix = None if group is None else _prefix(prose, group.clause, at, cue)
        return None if group is None or prefix is None else replace(group, tokens=(at, *prefix))
    inside = [k for k in range(clause.first, clause.last) if prose.quoted[k] < 0]
    passive = any(prose.is_a(k, "passive_participle") for k in inside)
    helper = next(
        (
            k
            for k in inside
            if (tags[k] in "HX" and not prose.is_a(k, "passive_participle")) or (passive and tags[k] == "B")
        ),
        None,
    )
    if cue.form != "participle" or helper is None:
        return None
    group = _with_subject(prose, unit, parts, clause, helper, cue)
    group = group and replace(group, tokens=tuple(sorted((helper, at))))
    if group is None or tags[helper] == "H" or "subject" in cue.frames:  # "Holm wird zitiert"
        return group
    by = next((k for k in range(clause.first, clause.last) if prose.is_a(k, "agentive")), None)
    agent = None if by is None else noun_phrase(prose, by + 1, clause.last)
    return replace(group, source=None if by is None or agent is None else (by + 1, agent), passive=True)


def _has_helper(prose: Prose, clause: Clause, at: int) -> bool:
    """ "Norland hat das Vorgehen | kritisiert": at the end of a clause with "haben" the form is a participle."""
    ends = at + 1 >= clause.last or prose.tokens.tags[at + 1] in ".,;:!?"
    return ends and any(prose.tokens.tags[k] == "H" and prose.quoted[k] < 0 for k in range(clause.first, at))


def _prefix(prose: Prose, clause: Clause, at: int, cue: Cue) -> tuple[int, ...] | None:
    """Where the separable prefix stands; empty without one; None where it is missing."""
    if not cue.prefix:
        return ()
    if prose.tokens.words[at - 1] == cue.prefix and at > clause.first:  # "wie sie bekannt | gab"
        return (at - 1,)
    reach = range(at + 1, clause.last)
    found = next((k for k in reversed(reach) if prose.tokens.words[k] == cue.prefix and prose.quoted[k] < 0), None)
    return None if found is None else (found,)


def _with_subject(prose: Prose, unit: Unit, parts: list[int], clause: Clause, verb: int, cue: Cue) -> Group | None:
    """The subject stands before the verb, or right behind it; in a clause with the verb at its end, at its head."""
    tags = prose.tokens.tags
    if tags[verb - 1] in "DQ" and verb > clause.first:
        return None  # a noun
    group = Group(cue, verb, (verb,), None, clause)
    if verb == clause.first and verb > unit.first:
        named = _named_before(prose, unit, verb)
        if named is not None:
            first = named[0] - (named[0] > unit.first and tags[named[0] - 1] == "S")
            return replace(group, source=named, clause=replace(clause, first=first))
    if verb == clause.first:
        return _inverted(prose, parts, group, opens=True)
    first = clause.first
    if tags[first] == "C" and verb == first + 1:  # "und sagte, …"
        return replace(group, source=main_subject(prose, unit, verb))
    if tags[first] in "SWt":
        last = noun_phrase(prose, first + 1, verb)
        return replace(group, source=None if last is None else (first + 1, last))
    source = subject_before(prose, first, verb)
    if source is not None and source[0] > first and tags[source[0] - 1] in "In":
        source = None  # "nach der Sitzung | sagte sie"
    return _without_subject_before(prose, unit, parts, group) if source is None else replace(group, source=source)


def _without_subject_before(prose: Prose, unit: Unit, parts: list[int], group: Group) -> Group | None:
    """The subject behind the verb, or behind "und" that of the clause: "Holm kam und | sagte Reportern"."""
    inverted = _inverted(prose, parts, group, opens=False)
    if inverted is not None or prose.tokens.tags[group.verb - 1] != "C":
        return inverted
    source = main_subject(prose, unit, group.verb)
    return replace(group, source=source) if source else None


def _inverted(prose: Prose, parts: list[int], group: Group, *, opens: bool) -> Group | None:
    """The group with the subject behind its verb; the clause ends behind the subject's appositions."""
    clause = group.clause
    source = subject_after(prose, group.verb, clause.end)
    if source is None:
        return replace(group, opens=opens) if opens else None
    last = next((k for k in parts if k >= max(source[1] - 1, clause.last)), clause.end)
    if source[1] > clause.last and prose.tokens.tags[source[1] - 1] == ",":
        last = next((k for k in parts if k >= source[1]), clause.end)
    return replace(group, source=source, opens=opens, clause=replace(clause, last=last))


def main_subject(prose: Prose, unit: Unit, end: int) -> Range | None:
    """The subject of the first clause of a unit: the phrase that opens it, else the one behind its first verb."""
    tags, words = prose.tokens.tags, prose.tokens.words
    last = noun_phrase(prose, unit.first, end)
    if last is not None and not prose.is_a(unit.first, "oblique_determiners") and tags[unit.first] != "#":
        return unit.first, last
    for i in range(unit.first, end):
        if prose.quoted[i] < 0 and (tags[i] in FINITE or (tags[i] == "n" and words[i].endswith(("t", "te", "ten")))):
            found = subject_after(prose, i, end)
            if found is not None:
                return found
    return None


def named_before(prose: Prose, unit: Unit, colon: int) -> Range | None:
    """A name with its apposition that fills what stands before a colon: "Jon Holm, Chef der Werft"."""
    last = noun_phrase(prose, unit.first, colon, apposed=False)
    if last is None or last >= colon or prose.tokens.tags[last] != ",":
        return None
    return (unit.first, colon) if noun_phrase(prose, last + 1, colon, located=True) == colon else None


def _named_before(prose: Prose, unit: Unit, verb: int) -> Range | None:
    """The subject before a verb behind a comma: "Holm, Chef der Werft, | sagte", "Holm, der hier lebt, | sagte"."""
    tags = prose.tokens.tags
    found = ends_at(prose, unit.first, verb)
    if found is not None and (found[0] == unit.first or tags[found[0] - 1] in "RC,:;S"):
        return found
    opening = next((k for k in range(verb - 2, unit.first, -1) if tags[k] == "," and tags[k + 1] in "DWI"), None)
    if opening is None or tags[verb - 1] != ",":
        return None
    last = noun_phrase(prose, unit.first, opening + 1, apposed=False)
    return (unit.first, opening) if last == opening else None


def content_behind(
    prose: Prose, clause: Clause, frames: frozenset[str], subjunctive: frozenset[str]
) -> tuple[str, Range] | None:
    """The frame and the range of what stands behind the comma or colon that ends the clause."""
    tags = prose.tokens.tags
    mark = clause.last
    if mark >= clause.end - 1 or tags[mark] not in ",:":
        return None
    at = mark + 1
    frame = _frame(prose, at, clause.end, subjunctive, colon=tags[mark] == ":")
    if frame is None or frame not in frames:
        return None
    return frame, (at, clause.end)


def _frame(prose: Prose, at: int, end: int, subjunctive: frozenset[str], *, colon: bool) -> str | None:
    tags, words = prose.tokens.tags, prose.tokens.words
    if prose.quoted[at] >= 0:
        return "quote"
    if tags[at] == "t":
        return "that"
    if tags[at] == "W" or prose.is_a(at, "interrogative_subordinator"):
        return "wh"
    stop = next((k for k in range(at, end) if tags[k] in ",;:" and prose.quoted[k] < 0), end)
    inside = [k for k in range(at, stop) if prose.quoted[k] < 0]
    if colon or (tags[at] not in "SW" and _is_main(prose, at, stop)):
        return "clause"
    if any(_infinitive(prose.classes["infinitive"]).match(words[k]) for k in inside) or any(
        prose.is_a(k, "infinitive") and k + 1 < stop and tags[k + 1] == "n" and words[k + 1].endswith("n")
        for k in inside
    ):
        return "to"
    told = any(words[k] in subjunctive and tags[k] != "A" for k in range(at, end) if prose.quoted[k] < 0)
    return "clause" if told else None


def _is_main(prose: Prose, at: int, end: int) -> bool:
    """The verb stands second: "sagte, | die Werft habe"; in a relative clause it stands last."""
    last = noun_phrase(prose, at, end, apposed=False)
    return last is not None and last < end and prose.tokens.tags[last] in FINITE + "n" and prose.quoted[last] < 0
