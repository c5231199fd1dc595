"""Proposed parties: the sides that are heard, with their people, bodies and unnamed voices."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.init.heard import Side, Voice
from briefing.init.merging import is_adjective, merged_sides
from briefing.init.party_labels import labels_of
from briefing.languages import Lexicon
from briefing.text import fold, tokens
from briefing.world import countries

_MOST_PARTIES = 10
_HEARD = 2  # statements by which a body without a noun for bodies in its name is a side
_LONGEST_ALIAS = 5  # words


@dataclass(frozen=True, slots=True)
class ProposedMember:
    """A person of a party, with the role most often given."""

    name: str
    role: str | None
    count: int


@dataclass(frozen=True, slots=True)
class ProposedParty:
    """A side with everything heard from it, in `count` statements of so many `articles`.

    `phrases` are its unnamed voices and bodies with their counts.
    """

    side: Side
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    members: tuple[ProposedMember, ...]
    phrases: tuple[tuple[str, int], ...]
    count: int
    articles: int
    example: Voice


def propose_parties(heard: Sequence[Voice], *, lexicon: Lexicon) -> tuple[ProposedParty, ...]:
    """The sides by the number of articles and statements they are heard in; one that is only named is none."""
    groups: dict[Side, list[Voice]] = {}
    counts = Counter(voice.side for voice in heard if voice.side)
    merged = merged_sides(sorted(counts, key=lambda side: (counts[side], side.name)))
    for voice in heard:
        if voice.side is not None:
            groups.setdefault(merged[voice.side.key], []).append(voice)
    bodies = frozenset(lexicon["speakers"].words("institution"))
    outlets = frozenset(fold(word) for entry in lexicon["outlets"].entries for word in entry.words)
    groups = {side: group for side, group in groups.items() if _is_heard(side, group, bodies, outlets)}
    claimed: set[str] = {fold(side.name) for side in groups}
    ranked = sorted(groups.items(), key=lambda row: (-len(_articles(row[1])), -len(row[1]), row[0].key))
    return tuple(_party(side, group, bodies, claimed, lexicon) for side, group in ranked[:_MOST_PARTIES])


def _is_heard(side: Side, group: Sequence[Voice], bodies: frozenset[str], outlets: frozenset[str]) -> bool:
    """A country, a known party or a body ("Electoral Board") is a side when it is heard at all, another name when it is
    heard again. An outlet reports."""
    if fold(side.name) in outlets:
        return False
    known = side.is_country or side.country is not None or fold(side.name.split()[-1]) in bodies
    return known or len(group) >= _HEARD


def without_side(heard: Iterable[Voice]) -> tuple[tuple[str, int], ...]:
    """Who is heard without a side, most often first."""
    silent = [voice for voice in heard if voice.side is None]
    roles = {voice.person: voice.role for voice in reversed(silent) if voice.role}
    named = (f"{v.person}, {roles[v.person]}" if v.person in roles else v.person or v.phrase for v in silent)
    return _counted(named)


def _party(
    side: Side, group: Sequence[Voice], bodies: frozenset[str], claimed: set[str], lexicon: Lexicon
) -> ProposedParty:
    country = next((c for c in countries(lexicon.language) if side.is_country and c.id == side.key), None)
    label = labels_of(lexicon).entries.get(side.key)
    forms = sorted({voice.side.name for voice in group if voice.side and voice.side.key != side.key})
    joining = frozenset(lexicon["draft"].settings["joining"]) if "draft" in lexicon else frozenset()
    written = [voice.phrase for voice in group if voice.person is None and not voice.anonymous]
    aliases = [name for name, _ in _counted(written) if _is_body(name, bodies, joining)]
    aliases = [
        *(country.others if country else ()),
        *(label.words if label else ()),
        *(f for f in forms if not is_adjective(f, side.name)),
        *aliases,
    ]
    known = (*(country.adjectives if country else ()), *(label.extra["adjectives"] if label else ()))
    adjectives = (*known, *(form for form in forms if is_adjective(form, side.name)))
    own = []
    for alias in aliases:
        if fold(alias) not in claimed:
            claimed.add(fold(alias))
            own.append(alias)
    return ProposedParty(
        side=side,
        aliases=tuple(own),
        adjectives=adjectives,
        members=_members(side, group, adjectives),
        phrases=_counted(voice.phrase for voice in group if voice.person is None),
        count=len(group),
        articles=len(_articles(group)),
        example=group[0],
    )


def _is_body(name: str, bodies: frozenset[str], joining: frozenset[str]) -> bool:
    """A name that stands for the party by itself: "Israeli army"."""
    words = tokens(name)
    joint = any(word.text == "," or word.folded in joining for word in words)
    return not joint and 1 < len(words) <= _LONGEST_ALIAS and words[-1].folded in bodies


def _members(side: Side, group: Sequence[Voice], adjectives: Sequence[str]) -> tuple[ProposedMember, ...]:
    people = _counted(voice.person for voice in group if voice.person)
    found = []
    for name, count in people:
        roles = _counted(voice.role for voice in group if voice.person == name and voice.role)
        role = _plain_role(roles[0][0], (side.name, *adjectives)) if roles else None
        found.append(ProposedMember(name, role, count))
    return tuple(found)


def _plain_role(role: str, names: Sequence[str]) -> str | None:
    """The role without the party's name, in small letters where it is a plain title: "Israeli Prime Minister"."""
    for name in names:
        role = re.sub(rf"^{re.escape(name)}(?:['’]s?)? |\b{re.escape(name)} ", "", role, flags=re.IGNORECASE)
    words = role.split()
    return (role.lower() if all(word[:1].isupper() for word in words) else role) or None


def _articles(group: Iterable[Voice]) -> set[str]:
    return {voice.source for voice in group}


def _counted(items: Iterable[str | None]) -> tuple[tuple[str, int], ...]:
    counts = Counter(item for item in items if item)
    return tuple(sorted(counts.items(), key=lambda row: (-row[1], row[0])))
