"""Stands that oppose each other: on the same thing, from opposite sides.

What direction a stand has towards which thing, the digest of its article tells.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.merged import CitedStand, SaidStand, Statement

_AIM = re.compile(r"(?<=\w) to ([a-z]+)")  # the infinitive behind a noun
_CLOSE = 0.5  # part of the longer object's nouns that both must have where their first nouns differ


@dataclass(frozen=True, slots=True)
class Opposition:
    """Two statements whose stands oppose each other on one issue, and the stems that their objects share."""

    issue: str
    one: tuple[Statement, CitedStand]
    other: tuple[Statement, CitedStand]
    shared: frozenset[str]


def oppositions(statements: Sequence[Statement]) -> Iterator[Opposition]:
    """The closest opposition of each two holders, and of one holder with itself, on each issue."""
    for issue, here in _by_issue(statements).items():
        best: dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[tuple[int, int, int], Opposition]] = {}
        for one, other, shared in _opposed_pairs(here):
            (a, _), (b, _) = one, other
            key = (min(holders(a), holders(b)), max(holders(a), holders(b)))
            rank = (-len(shared), _indirect(a) + _indirect(b), a.lead.source + b.lead.source)
            if (key not in best or rank < best[key][0]) and _may_oppose(a, b):
                best[key] = (rank, Opposition(issue, one, other, shared))
        yield from (opposition for _, opposition in best.values())


_Held = tuple[Statement, CitedStand]


def _opposed_pairs(here: Sequence[_Held]) -> Iterator[tuple[_Held, _Held, frozenset[str]]]:
    """Every two of opposite directions that are about the same thing, in their order, with the stems that they share.

    What a stand is about is worked out once for each stand, not for each of its very many pairs.
    """
    things = [_thing(stand) for _, stand in here]
    by_direction = {way: [i for i, (_, stand) in enumerate(here) if stand.direction == way] for way in (1, -1)}
    for i, one in enumerate(here):
        others = by_direction[-one[1].direction]
        for j in others[bisect(others, i) :]:
            if shared := _shared(things[i], things[j]):
                yield one, here[j], shared


def _by_issue(statements: Iterable[Statement]) -> dict[str, list[tuple[Statement, CitedStand]]]:
    found: dict[str, list[tuple[Statement, CitedStand]]] = {}
    for statement in statements:
        for stand in statement.stands if holders(statement) else ():
            for issue in stand.issues if stand.direction else ():
                found.setdefault(issue, []).append((statement, stand))
    return found


def holders(statement: Statement) -> tuple[str, ...]:
    """Whose position it is, in the order of the alphabet: the parties of the speakers, or the one whose position an
    unnamed source describes."""
    described = (statement.on_behalf_of,) if statement.on_behalf_of else ()
    return tuple(sorted(statement.parties)) or described


def shared_holders(one: Statement, other: Statement) -> frozenset[str]:
    """The parties that hold both positions: none where they are two sides."""
    return frozenset(holders(one)).intersection(holders(other))


def _indirect(statement: Statement) -> int:
    return statement.mode not in ("direct", "mixed")


def opposed(one: CitedStand | SaidStand, other: CitedStand | SaidStand) -> frozenset[str]:
    """The stems that two stands of opposite directions share; none where they are not about the same thing."""
    return same_thing(one, other) if one.direction * other.direction < 0 else frozenset()


def same_thing(one: CitedStand | SaidStand, other: CitedStand | SaidStand) -> frozenset[str]:
    """The stems that the objects of two directed stands share; none where they are not about the same thing.

    A permanent ceasefire is not a temporary one, nor is one party's offer that of another. "A deal to allow time" and
    "the deal to become the norm" are two things.
    """
    return _shared(_thing(one), _thing(other)) if one.direction and other.direction else frozenset()


@dataclass(frozen=True, slots=True)
class _Thing:
    """What the object of a stand names: its aims, and its nouns, each with the words before it."""

    aims: frozenset[str]
    nouns: Mapping[str, frozenset[str]]
    main: str  # the first of the nouns


def _thing(stand: CitedStand | SaidStand) -> _Thing:
    rows = (line.split() for line in stand.about)
    nouns = {noun: frozenset(before) for noun, *before in rows}
    return _Thing(frozenset(_AIM.findall(stand.object or "")), nouns, next(iter(nouns), ""))


def _shared(one: _Thing, other: _Thing) -> frozenset[str]:
    if one.aims and other.aims and not one.aims & other.aims:
        return frozenset()
    a, b = one.nouns, other.nouns
    shared = frozenset([noun for noun in a.keys() & b.keys() if _is_same_kind(a[noun], b[noun])])
    main = one.main in shared and other.main in shared
    return shared if main or len(shared) >= _CLOSE * max(len(a), len(b), 1) else frozenset()


def _is_same_kind(one: frozenset[str], other: frozenset[str]) -> bool:
    """The words before a noun are the same, or some more on one side."""
    return one == other or (bool(one & other) and (one <= other or other <= one))


def _may_oppose(one: Statement, other: Statement) -> bool:
    """Not two lines of one interview or one sentence; one party only at different times or by different people."""
    if one.id == other.id or (one.lead.source == other.lead.source and one.lead.span.overlaps(other.lead.span)):
        return False
    if not shared_holders(one, other):
        return True
    if one.lead.source == other.lead.source:
        return False
    days = [s.date_said.iso or s.date_said.by for s in (one, other)]
    people = [s.speaker.person for s in (one, other)]
    return (None not in days and days[0] != days[1]) or (None not in people and people[0] != people[1])
