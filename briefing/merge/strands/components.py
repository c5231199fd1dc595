"""What belongs together when some pairs do: the connected components of a graph."""

from __future__ import annotations

from collections.abc import Iterable


class Components:
    """Things 0…size-1, of which more and more are joined."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def join(self, a: int, b: int) -> None:
        """Make one of the component of `a` and that of `b`."""
        one, other = sorted((self._root(a), self._root(b)))
        self._parent[other] = one

    def numbers(self) -> tuple[int, ...]:
        """For each thing the number of its component, counted from 1 in the order of the things."""
        numbers: dict[int, int] = {}
        return tuple(numbers.setdefault(self._root(i), len(numbers) + 1) for i in range(len(self._parent)))

    def _root(self, i: int) -> int:
        parent = self._parent
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i


def groups(size: int, pairs: Iterable[tuple[int, int]]) -> tuple[tuple[int, ...], ...]:
    """The connected components of `pairs` over 0…size-1, each ascending, in order of their first."""
    joined = Components(size)
    for a, b in pairs:
        joined.join(a, b)
    found: dict[int, list[int]] = {}
    for i, number in enumerate(joined.numbers()):
        found.setdefault(number, []).append(i)
    return tuple(tuple(members) for members in found.values())
