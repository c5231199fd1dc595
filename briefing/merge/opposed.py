"""Stands that oppose each other: on the same thing, from opposite sides.

What direction a stand has towards which thing, the digest of its article tells.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
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


Held = tuple[Statement, CitedStand]
_Rank = tuple[int, int, list[int], int, int]  # of two stands that oppose each other: the closest are the least


def oppositions(statements: Sequence[Statement], places: Mapping[str, int]) -> Iterator[Opposition]:
    """The closest opposition of each two holders, and of one holder with itself, on each issue.

    They stand in the order of their statements. Of several as close, that of the first sources counts, and then that of
    the first statements. `places` has the order of the sources by their ids.
    """
    for issue, here in _by_issue(statements).items():
        for i, j, shared in sorted(_closest(here, places), key=lambda found: found[:2]):
            yield Opposition(issue, here[i], here[j], shared)


class _Against:
    """The stands of one direction in the order of their sources: as bits those of each holder, and of each stem."""

    def __init__(
        self, here: Sequence[Held], named: Sequence[Collection[str]], place: Sequence[int], direction: int
    ) -> None:
        found = (i for i, (_, stand) in enumerate(here) if stand.direction == direction)
        self.members = sorted(found, key=place.__getitem__)
        self._places = [place[i] for i in self.members]
        own: dict[tuple[str, ...], list[int]] = {}
        naming: dict[str, list[int]] = {}
        for number, i in enumerate(self.members):
            own.setdefault(holders(here[i][0]), []).append(number)
            for noun in named[i]:
                naming.setdefault(noun, []).append(number)
        self.of = {holder: self._bits(numbers) for holder, numbers in own.items()}
        self._naming = {noun: self._bits(numbers) for noun, numbers in naming.items()}
        self._all = (1 << len(self.members)) - 1

    def _bits(self, numbers: Iterable[int]) -> int:
        field = bytearray(len(self.members) // 8 + 1)
        for number in numbers:
            field[number >> 3] |= 1 << (number & 7)
        return int.from_bytes(field[::-1])  # the lowest byte is written last

    def sharing(self, nouns: Iterable[str]) -> list[int]:
        """At n, as bits, the stands that name at least n of the stems."""
        having = [self._all, 0]
        for noun in nouns:
            bits = self._naming.get(noun, 0)
            for n in range(len(having) - 1, 0, -1):
                having[n] |= having[n - 1] & bits
            having.append(0)
        return having

    def as_close(self, having: Sequence[int], closest: _Rank, place: int, indirect: int) -> int:
        """As bits, the stands that may oppose one in this place at least as closely; `having` is of its stems."""
        least, so_indirect, (first, _) = -closest[0], closest[1], closest[2]
        same, more = (having[n] if n < len(having) else 0 for n in (least, least + 1))
        if indirect < so_indirect or place <= first:
            return same
        return more | same & ((1 << bisect_right(self._places, first)) - 1)  # with as many stems, in an earlier source


def _closest(here: Sequence[Held], places: Mapping[str, int]) -> Iterator[tuple[int, int, frozenset[str]]]:
    """The positions in `here` of the closest two stands of each two holders, and the stems that they share.

    Once two holders have an opposition, only stands are compared whose objects share as many stems, and those that
    could be no closer with all the stems that they have in common are passed over.
    """
    best: dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[_Rank, tuple[int, int, frozenset[str]]]] = {}
    named = [_nouns(stand) for _, stand in here]
    place = [places[statement.lead.source] for statement, _ in here]
    indirect = [_indirect(statement) for statement, _ in here]
    against = _Against(here, named, place, -1)
    for one, (statement, stand) in enumerate(here):
        if stand.direction < 0:
            continue
        mine, having = holders(statement), against.sharing(named[one])
        for other, bits in against.of.items():
            key = (mine, other) if mine <= other else (other, mine)
            closest = best[key][0] if key in best else None
            left = bits & (against.as_close(having, closest, place[one], indirect[one]) if closest else having[1])
            while left:
                last = left & -left
                left ^= last
                two = against.members[last.bit_length() - 1]
                i, j = (one, two) if one < two else (two, one)
                between = [place[i], place[j]] if place[i] <= place[j] else [place[j], place[i]]
                later = (indirect[i] + indirect[j], between, i, j)
                if closest and (-len(named[i].keys() & named[j].keys()), *later) >= closest:
                    continue
                (a, s), (b, t) = here[i], here[j]
                shared = _shared(_thing(s), _thing(t)) if _may_oppose(a, b) else frozenset()
                rank = (-len(shared), *later)
                if shared and (closest is None or rank < closest):
                    best[key], closest = (rank, (i, j, shared)), rank
                    left &= having[len(shared)]
    yield from (found for _, found in best.values())


def _by_issue(statements: Iterable[Statement]) -> dict[str, list[Held]]:
    found: dict[str, list[Held]] = {}
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


def _nouns(stand: CitedStand) -> dict[str, None]:
    """The nouns of `_thing` alone, which most stands are passed over by."""
    return dict.fromkeys(line.partition(" ")[0] for line in stand.about)


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
