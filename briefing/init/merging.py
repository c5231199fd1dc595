"""Which names are one side: "Unionist" and the Unionists, "Tarvian" and Tarvia, "UN" and the United Nations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefing.init.heard import Side
from briefing.text import fold

# What an adjective adds to the name of a place: Tarvia-n, Iran-ian, Japan-ese, Kuwait-i, Finn-ish.
_ENDINGS = ("n", "an", "ian", "ese", "i", "ish", "ic")


def merged_sides(sides: Iterable[Side]) -> Mapping[str, Side]:
    """For the key of each side the side it counts as: itself, or the one that its name is another form of."""
    known = {side.key: side for side in sides}
    wholes = {key: _whole(side, known) for key, side in known.items()}
    return {key: _last(side, wholes) for key, side in wholes.items()}


def _last(side: Side, wholes: Mapping[str, Side]) -> Side:
    """Where the way from form to whole ends: "Front office" by way of "Front" at the Upper Valley Front."""
    seen: set[str] = set()
    while side.key not in seen:
        seen.add(side.key)
        side = wholes[side.key]
    return side


def _whole(side: Side, known: Mapping[str, Side]) -> Side:
    if side.is_country or side.country:
        return side
    same = next((other for other in known.values() if other is not side and fold(other.name) == fold(side.name)), None)
    if same is not None and same.is_country:
        return same
    for is_form in (_is_longer_form, is_adjective, _is_last_word, is_initials):
        wholes = [whole for key, whole in sorted(known.items()) if key != side.key and is_form(side.name, whole.name)]
        if len(wholes) == 1 or (wholes and is_form is _is_longer_form):
            return min(wholes, key=lambda whole: (len(whole.key), whole.key))
    return side


def is_adjective(name: str, whole: str) -> bool:
    """True for "Unionist" of the Unionists, and for "Tarvian" of Tarvia."""
    form, full = name.casefold(), whole.casefold()
    return f"{form}s" == full or any(f"{full}{ending}" == form for ending in _ENDINGS)


def is_initials(name: str, whole: str) -> bool:
    """True for "UN" of the United Nations."""
    return len(name) > 1 and name.isupper() and name == "".join(word[0] for word in whole.split() if word[0].isupper())


def _is_last_word(name: str, whole: str) -> bool:
    return whole.casefold().endswith(f" {name.casefold()}")


def _is_longer_form(name: str, whole: str) -> bool:
    return name.casefold().startswith(f"{whole.casefold()} ")
