"""Topic profiles: who the parties are, who speaks for them, and what the issues are called.

A profile is a TOML file that a person writes; `load` checks all of it and reports every fault at once, each with its
line, its key and a suggestion. It may build on others (`use`): their parties and issues are added to its own. Facts
about the world stand here and nowhere in the code.
"""

from __future__ import annotations

import difflib
import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path
from typing import Any

from briefing.errors import ProfileError, UsageError
from briefing.profile_faults import as_day, faults
from briefing.toml_file import key_lines, parsed


@dataclass(frozen=True, slots=True)
class Member:
    """A person who speaks for a party, with the days between which the role was held (ISO, either may be None)."""

    name: str
    aliases: tuple[str, ...] = ()
    role: str | None = None
    since: str | None = None
    until: str | None = None
    wikidata: str | None = None  # "Q42"


@dataclass(frozen=True, slots=True)
class Party:
    """A party to the topic. `adjectives` make a party of an office ("Welsh officials"); `roles` are its own offices."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    members: tuple[Member, ...] = ()
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """A question on which parties take positions, known by the terms that name it."""

    id: str
    title: str
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """A checked topic profile. Compared by identity, so that steps may cache what they compile from it.

    `sha256` is of the file's bytes, with those of the profiles it builds on, and identifies it in caches and manifests.
    `checked` is the day on which somebody last held its facts against the world, the oldest of all it builds on.
    """

    id: str
    title: str
    language: str
    since: str | None
    until: str | None
    keywords: tuple[str, ...]
    parties: tuple[Party, ...]
    issues: tuple[Issue, ...]
    sha256: str
    checked: str | None = None
    borrowed: frozenset[str] = frozenset()  # ids of the parties and issues that only profiles it builds on have

    def party(self, party_id: str | None) -> Party | None:
        """The party with this id, or None."""
        return next((p for p in self.parties if p.id == party_id), None)

    def issue(self, issue_id: str | None) -> Issue | None:
        """The issue with this id, or None."""
        return next((i for i in self.issues if i.id == issue_id), None)


EMPTY = Profile("none", "No topic", "en", None, None, (), (), (), hashlib.sha256(b"").hexdigest())


def names() -> tuple[str, ...]:
    """The names of the shipped profiles, sorted."""
    folder = resources.files("briefing") / "profiles"
    return tuple(sorted(f.name[:-5] for f in folder.iterdir() if f.name.endswith(".toml")))


def languages() -> tuple[str, ...]:
    """The codes of the languages that have rules, sorted."""
    folder = resources.files("briefing") / "languages"
    return tuple(sorted(f.name for f in folder.iterdir() if (f / "grammar.toml").is_file()))


def shipped(name: str) -> bytes:
    """The file of the shipped profile `name`, one of `names()`."""
    return (resources.files("briefing") / "profiles" / f"{name}.toml").read_bytes()


def written(name_or_path: str) -> str:
    """The text of the profile of that name or at that path, which `load` accepts."""
    data = shipped(name_or_path) if name_or_path in names() else Path(name_or_path).read_bytes()
    return data.decode("utf-8-sig")


def load(name_or_path: str) -> Profile:
    """The profile of that name (shipped) or at that path. Raises ProfileError with every fault found."""
    return _load(name_or_path, ())


def _load(name_or_path: str, users: tuple[str, ...]) -> Profile:
    if name_or_path in names():
        return parse(shipped(name_or_path), name_or_path, users)
    try:
        data = Path(name_or_path).read_bytes()
    except (OSError, ValueError) as error:
        known = difflib.get_close_matches(name_or_path, names(), 1) or names()
        reason = (error.strerror if isinstance(error, OSError) else None) or "cannot be read"
        raise ProfileError(
            (f"{name_or_path}: {reason}: give a path or a shipped profile: {', '.join(known)}",), unreadable=True
        ) from error
    return parse(data, name_or_path, users)


def parse(data: bytes, where: str, users: tuple[str, ...] = ()) -> Profile:
    """The profile that `data` (TOML) describes, with those it builds on. Raises ProfileError with every fault.

    `where`, its name or path, names it in faults; the paths it uses are relative to its folder. `users` are the
    profiles that build on it, the nearest last.
    """
    try:
        rows = parsed(data, where)
    except UsageError as error:
        raise ProfileError((str(error),)) from error
    text = data.decode("utf-8-sig")
    found = faults(rows, text, where, languages())
    if found:
        raise ProfileError(found)
    own = _build(rows, hashlib.sha256(data).hexdigest())
    wanted = rows["topic"].get("use", ())
    if not wanted:
        return own
    at = f"{where}:{key_lines(text).get(('topic', 'use'), 1)}: topic.use"
    used = _used(wanted, where, at, users)
    found = tuple(f"{at}: {fault}" for fault in _two_ids(own, used))
    if found:
        raise ProfileError(found)
    return _with_used(own, used)


def _used(wanted: Iterable[str], where: str, at: str, users: tuple[str, ...]) -> list[Profile]:
    """The profiles that the one at `where` builds on. Raises ProfileError with the faults of all of them."""
    chain = (*users, _identity(where))
    used: list[Profile] = []
    found: list[str] = []
    for name in wanted:
        place = name if name in names() else str(Path(where).parent / name)
        if _identity(place) in chain:
            found.append(f"{at}: {name!r} builds on this profile itself: take it out of one of them")
            continue
        try:
            used.append(_load(place, chain))
        except ProfileError as error:
            found += [f"{at}: {fault}" if error.unreadable else fault for fault in error.faults]
    if found:
        raise ProfileError(tuple(found))
    return used


def _identity(where: str) -> str:
    return where if where in names() else os.path.realpath(where)


def _two_ids(own: Profile, used: Iterable[Profile]) -> Iterator[str]:
    """Parties of `used` whose name is another party's of `own`: one party under two ids."""
    mine = {claim: party.id for party in own.parties for claim in claims(party)}
    for profile in used:
        for party in profile.parties:
            here = mine.get(f"name {party.name}".casefold(), party.id)
            if here != party.id:
                yield f"{party.name!r} is the party {party.id!r} of {profile.id!r}, and {here!r} here: give it that id"


def _with_used(own: Profile, used: Sequence[Profile]) -> Profile:
    """`own` with the parties and issues of those it builds on: keywords, period and title are its own alone.

    A party or issue of one id is one. A name, office or person that two of them have goes to the first, `own` before
    the others: whoever builds on a profile narrows it ("prime minister" is a member state's, and here Britain's).
    """
    parties: dict[str, Party] = {}
    issues: dict[str, Issue] = {}
    taken: dict[str, str] = {}
    for profile in (own, *used):
        people = {member.name.casefold() for party in parties.values() for member in party.members}
        for party in profile.parties:
            free = _free(party, taken, people)
            parties[party.id] = _joined(parties[party.id], free) if party.id in parties else free
        taken.update((claim, party.id) for party in profile.parties for claim in claims(party) if claim not in taken)
        for issue in profile.issues:
            before = issues.get(issue.id, replace(issue, terms=()))
            issues[issue.id] = replace(before, terms=tuple(dict.fromkeys((*before.terms, *issue.terms))))
    days = [profile.checked for profile in (own, *used) if profile.checked]
    sha256 = hashlib.sha256("".join(profile.sha256 for profile in (own, *used)).encode()).hexdigest()
    return replace(
        own,
        parties=tuple(parties.values()),
        issues=tuple(issues.values()),
        sha256=sha256,
        checked=min(days, default=None),
        borrowed=frozenset((*parties, *issues)) - {p.id for p in own.parties} - {i.id for i in own.issues},
    )


def claims(party: Party) -> tuple[str, ...]:
    """The names and offices that only one party of a profile can have, in small letters."""
    names_of = ("name " + name for name in (party.name, *party.aliases, *party.adjectives))
    return tuple(claim.casefold() for claim in (*names_of, *("role " + role for role in party.roles)))


def _free(party: Party, taken: Mapping[str, str], people: set[str]) -> Party:
    """The party without what another party of a profile before this one has."""

    def left(kind: str, words: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(w for w in words if taken.get(f"{kind} {w}".casefold(), party.id) == party.id)

    return replace(
        party,
        aliases=left("name", party.aliases),
        adjectives=left("name", party.adjectives),
        roles=left("role", party.roles),
        members=tuple(member for member in party.members if member.name.casefold() not in people),
    )


def _joined(first: Party, second: Party) -> Party:
    """One party of two that have the same id: named as the first, with the names and people of both."""

    def both(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*a, *b)))

    return replace(
        first,
        aliases=both(first.aliases, (*(() if second.name == first.name else (second.name,)), *second.aliases)),
        adjectives=both(first.adjectives, second.adjectives),
        roles=both(first.roles, second.roles),
        members=(*first.members, *second.members),
        wikidata=first.wikidata or second.wikidata,
    )


def _build(rows: Mapping[str, Any], sha256: str) -> Profile:
    topic = rows["topic"]
    period = topic.get("period", {})
    return Profile(
        id=topic["id"],
        title=topic["title"],
        language=topic.get("language", "en"),
        since=as_day(period.get("from")),
        until=as_day(period.get("to")),
        keywords=tuple(topic.get("keywords", ())),
        parties=tuple(_party(row) for row in rows.get("party", ())),
        issues=tuple(Issue(r["id"], r["title"], tuple(r["terms"])) for r in rows.get("issue", ())),
        sha256=sha256,
        checked=as_day(topic.get("checked")),
    )


def _party(row: Mapping[str, Any]) -> Party:
    lists = {key: tuple(row.get(key, ())) for key in ("aliases", "adjectives", "roles")}
    members = tuple(_member(m) for m in row.get("member", ()))
    return Party(row["id"], row["name"], **lists, members=members, wikidata=row.get("wikidata"))


def _member(row: Mapping[str, Any]) -> Member:
    days = {"since": as_day(row.get("from")), "until": as_day(row.get("to"))}
    return Member(row["name"], tuple(row.get("aliases", ())), row.get("role"), **days, wikidata=row.get("wikidata"))
