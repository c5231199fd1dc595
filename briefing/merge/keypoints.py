"""The statements that a hurried reader should not miss, each with the rule that chose it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from briefing.languages import of_language
from briefing.merged import CitedStand, KeyPoint, Statement
from briefing.profile import Party, Profile
from briefing.stances import SILENCE, STANCES, takes_stand

_PARTIES = 6
_STOPS = frozenset(".?!…")
_CLOSING = "\"'”’»“)]"  # may stand behind a stop
_LONG = 50  # words that leave no room for the other parties


def find_key_points(
    statements: Sequence[Statement], profile: Profile, as_of: str | None, places: Mapping[str, int]
) -> tuple[KeyPoint, ...]:
    """The newest position of each main party: at most six. `places` has the order of the sources by their ids."""
    found = []
    for party in _main_parties(statements, profile):
        mine = [s for s in statements if party in s.parties and _day(s) <= (as_of or "9999") and _is_position(s)]
        if mine:
            mine = _first_by(_form, _first_by(_weight, mine))
            newest = min(set(map(_day, mine)), key=_newest_first)
            best = min(
                (s for s in mine if _day(s) == newest),
                key=lambda s: (*_rank(s), places[s.lead.source], s.lead.span.start),
            )
            found.append(KeyPoint(party, "latest_dated" if best.date_said.iso else "latest", best.id))
    return tuple(found)


def _first_by(key: Callable[[Statement], Any], statements: Sequence[Statement]) -> list[Statement]:
    """Those whose key is the least."""
    keys = list(map(key, statements))
    least = min(keys)
    return [statement for statement, own in zip(statements, keys, strict=True) if own == least]


def _form(statement: Statement) -> tuple[bool, bool, bool]:
    """Of one weight, a sentence comes first, a named speaker, and words or a dated deed.

    "Early in his term he signed an order" is told as background by the newest article.
    """
    part = statement.lead.text[:1].islower()  # "who has said …" is the part of a sentence
    background = statement.mode == "action" and statement.date_said.iso is None
    return part, statement.speaker.anonymous or statement.speaker.name is None, background


def _newest_first(day: str) -> str:
    """A key that sorts later days first."""
    return "".join(chr(0x10FFFF - ord(c)) for c in day) if day else "\U0010ffff"


def _rank(statement: Statement) -> tuple[bool, bool]:
    """Of one day, brevity comes first, and words of the speaker's own."""
    return len(statement.lead.text.split()) > _LONG, statement.mode not in ("direct", "mixed")


def _is_position(statement: Statement) -> bool:
    """A stand, or words: no mere deed ("introduced an act"), no part of a sentence ("While he could say that …")."""
    if any(takes_stand(stand.stance) for stand in statement.stands):
        return True
    return statement.mode != "action" and (statement.lead.text or ".").rstrip(_CLOSING)[-1:] in _STOPS


def _weight(statement: Statement) -> int:
    """0: a stand on an issue, 1: a charge or a fear on one; 2 and 3: the same on none; 4: words, 5: silence."""
    stands = [stand for stand in statement.stands if takes_stand(stand.stance)]
    taken = [stand for stand in stands if stand.object and stand.issues]
    if taken:
        return 0 if any(_is_own(stand) for stand in taken) else 1
    if not stands:
        return 5 if any(stand.stance == SILENCE for stand in statement.stands) else 4
    return 2 if any(stand.object and _is_own(stand) for stand in stands) else 3


def _is_own(stand: CitedStand) -> bool:
    return STANCES[stand.stance].kind != "charge"


def _day(statement: Statement) -> str:
    return statement.date_said.iso or statement.date_said.by or ""


def _main_parties(statements: Sequence[Statement], profile: Profile) -> list[str]:
    counts = Counter(party for s in statements for party in set(s.parties))
    order = [p.id for p in profile.parties if not _is_of_people(p, profile.language)]
    main = sorted((p for p in order if counts[p]), key=lambda p: (-counts[p], order.index(p)))
    return main[:_PARTIES]


def _is_of_people(party: Party, language: str) -> bool:
    """ "Residents" and "Media" are no side whose position is looked for."""
    speakers = of_language(language)["speakers"]
    return party.name.split()[-1].casefold() in speakers.words("affected")
