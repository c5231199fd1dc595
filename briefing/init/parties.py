"""Proposed parties: the sides that are heard, with their people, bodies and unnamed voices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.init.voices import Side, Voice
from briefing.lexicons import Lexicon
from briefing.text import fold, tokens
from briefing.world import countries, form_at

_MOST_PARTIES = 20
_OFTEN = 3  # statements that name a country which is not heard


@dataclass(frozen=True, slots=True)
class ProposedMember:
    """A person of a party, with the role most often given."""

    name: str
    role: str | None
    count: int


@dataclass(frozen=True, slots=True)
class ProposedParty:
    """A side with everything heard from it. `phrases` are its unnamed voices and bodies with their counts.

    `count` and `articles` are of statements heard; both are 0 for a country that is only named, in `named` statements.
    """

    side: Side
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    members: tuple[ProposedMember, ...]
    phrases: tuple[tuple[str, int], ...]
    count: int
    articles: int
    example: Voice
    named: int = 0


def propose_parties(heard: Sequence[Voice], *, lexicon: Lexicon) -> tuple[ProposedParty, ...]:
    """The sides by the number of articles and statements they are heard in, then countries often named."""
    groups: dict[Side, list[Voice]] = {}
    merged = _merged_sides(heard)
    for voice in heard:
        if voice.side is not None:
            groups.setdefault(merged[voice.side.key], []).append(voice)
    bodies = frozenset(lexicon["speakers"].words("institution"))
    claimed: set[str] = {fold(side.name) for side in groups}
    ranked = sorted(groups.items(), key=lambda row: (-len(_articles(row[1])), -len(row[1]), row[0].key))
    speaking = tuple(_party(side, group, bodies, claimed) for side, group in ranked[:_MOST_PARTIES])
    return speaking + tuple(_only_named(heard, {party.side.name for party in speaking}))


def without_side(heard: Iterable[Voice]) -> tuple[tuple[str, int], ...]:
    """Who is heard without a side, most often first."""
    silent = [voice for voice in heard if voice.side is None]
    roles = {voice.person: voice.role for voice in reversed(silent) if voice.role}
    named = (f"{v.person}, {roles[v.person]}" if v.person in roles else v.person or v.phrase for v in silent)
    return _counted(named)


def _only_named(heard: Sequence[Voice], speaking: set[str]) -> Iterator[ProposedParty]:
    """Countries that several statements name and that are not heard themselves."""
    places: dict[str, list[Voice]] = {}
    for voice in heard:
        for name in _countries_in(voice.words):
            places.setdefault(name, []).append(voice)
    for country in countries():
        naming = places.get(country.name, [])
        if len(naming) >= _OFTEN and country.name not in speaking:
            side = Side(country.id, country.name, is_country=True)
            yield ProposedParty(side, (), country.adjectives, (), (), 0, 0, naming[0], named=len(naming))


def _countries_in(words: str) -> frozenset[str]:
    place = tokens(words)
    found = (form_at(place, at) for at in range(len(place)))
    return frozenset(form.country.name for form in found if form is not None and form.kind != "capital")


def _merged_sides(heard: Sequence[Voice]) -> Mapping[str, Side]:
    """For each key its side; "Hamas movement" counts as Hamas, "Unionist" as the Unionists."""
    counts = Counter(voice.side for voice in heard if voice.side)
    sides = sorted(counts, key=lambda side: (len(side.key.split()), -counts[side], side.key, side.name))
    merged: dict[str, Side] = {}
    for side in sides:
        shorter = (merged[k] for k in list(merged) if not side.is_country and _contains(side.key, k))
        merged.setdefault(side.key, next(shorter, side))
    plurals = {side.key: side for side in sides}
    return {key: plurals.get(f"{key}s", side) for key, side in merged.items()}


def _contains(longer: str, shorter: str) -> bool:
    return f" {longer} ".startswith(f" {shorter} ") and longer != shorter


def _party(side: Side, group: Sequence[Voice], bodies: frozenset[str], claimed: set[str]) -> ProposedParty:
    country = next((c for c in countries() if side.is_country and c.id == side.key), None)
    written = [voice.phrase for voice in group if voice.person is None and not voice.anonymous]
    aliases = [name for name, _ in _counted(written) if _is_body(name, side, bodies)]
    if country is not None:
        aliases = [*country.others, *aliases]
    singular = {v.side.name for v in group if v.side and f"{v.side.key}s" == side.key}
    adjectives = country.adjectives if country else tuple(sorted(singular))
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


def _is_body(name: str, side: Side, bodies: frozenset[str]) -> bool:
    """A name that stands for the party by itself: a body ("Israeli army"), or a longer form of the party's name."""
    words = [token.folded for token in tokens(name)]
    return 1 < len(words) <= 5 and (words[-1] in bodies or (not side.is_country and _contains(fold(name), side.key)))


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
        role = " ".join(word for word in f" {role} ".replace(f" {name} ", " ").split())
    words = role.split()
    return (role.lower() if all(word[:1].isupper() for word in words) else role) or None


def _articles(group: Iterable[Voice]) -> set[str]:
    return {voice.source for voice in group}


def _counted(items: Iterable[str | None]) -> tuple[tuple[str, int], ...]:
    counts = Counter(item for item in items if item)
    return tuple(sorted(counts.items(), key=lambda row: (-row[1], row[0])))
