"""The names of a topic profile, compiled once, and found in a text by the longest match.

A name's capitals are its claim to be a name: "US" never matches "us", "Resistance" never matches "resistance", while
"health ministry" matches "Health Ministry".
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from briefing.profile import Member, Party, Profile
from briefing.records import Span
from briefing.text import Token, tokens

NameKind = Literal["person", "surname", "party", "adjective", "role"]


@dataclass(frozen=True, slots=True)
class Name:
    """One way in which the profile names a party, one of its people or one of its offices."""

    words: tuple[str, ...]  # as the profile writes them
    kind: NameKind
    party: Party
    members: tuple[Member, ...] = ()  # several when a surname is shared


@dataclass(frozen=True, slots=True)
class Hit:
    """A name of the profile at a place in the text."""

    span: Span
    name: Name
    first: int  # index of the first token
    last: int  # one past the last token


Index = dict[str, tuple[Name, ...]]


@functools.lru_cache(maxsize=8)
def compile_names(profile: Profile) -> Index:
    """All names of the profile by their first word, folded; the longest first."""
    names: dict[tuple[str, tuple[str, ...]], Name] = {}
    for party in profile.parties:
        for name in _names(party):
            key = ("person" if name.kind in ("person", "surname") else "party", name.words)
            known = names.get(key)
            names[key] = name if known is None else _merged(known, name)
    index: dict[str, list[Name]] = {}
    for name in names.values():
        index.setdefault(name.words[0].casefold(), []).append(name)
    return {first: tuple(sorted(group, key=_rank)) for first, group in index.items()}


def _rank(name: Name) -> tuple[int, str, tuple[str, ...]]:
    return (-len(name.words), name.kind, name.words)


def _merged(known: Name, new: Name) -> Name:
    if known.party is new.party and known.kind == new.kind == "party":
        return known
    members = known.members + tuple(m for m in new.members if m not in known.members)
    kind: NameKind = "person" if "person" in (known.kind, new.kind) else known.kind
    return Name(known.words, kind, known.party, members) if members else known


def _names(party: Party) -> Iterator[Name]:
    for alias in (party.name, *party.aliases):
        yield Name(_words(alias), "party", party)
    for role in party.roles:
        yield Name(_words(role), "role", party)
    for adjective in party.adjectives:
        yield Name(_words(adjective), "adjective", party)
    for member in party.members:
        for written in (member.name, *member.aliases):
            words = _words(written)
            yield Name(words, "person" if len(words) > 1 or written in member.aliases else "surname", party, (member,))
        surname = _words(member.name)[-1:]
        if surname != _words(member.name):
            yield Name(surname, "surname", party, (member,))


def _words(name: str) -> tuple[str, ...]:
    words = [token.text for token in tokens(name)]
    while len(words) > 1 and words[-1] in ("'s", "’s", "'", "’"):  # "Israel's" as an adjective: any possessive will do
        words.pop()
    return tuple(words) or (name,)


def find_names(words: Sequence[Token], index: Index) -> tuple[Hit, ...]:
    """The profile's names in a sequence of tokens, longest first and never overlapping, in order."""
    hits: list[Hit] = []
    at = 0
    while at < len(words):
        name = next((n for n in index.get(words[at].folded, ()) if _matches(words, at, n.words)), None)
        if name is None:
            at += 1
            continue
        last = at + len(name.words)
        hits.append(Hit(Span(words[at].span.start, words[last - 1].span.end), name, at, last))
        at = last
    return tuple(hits)


def _matches(words: Sequence[Token], at: int, name: tuple[str, ...]) -> bool:
    if at + len(name) > len(words):
        return False
    return all(_same(words[at + i].text, words[at + i].folded, word) for i, word in enumerate(name))


def _same(text: str, folded: str, word: str) -> bool:
    if folded != word.casefold().replace("’", "'"):
        return False
    if word.isupper() and len(word) > 1:
        return text.isupper()
    return not word[:1].isupper() or text[:1].isupper()
