"""The names of a topic profile, compiled once, and found in a text by the longest match.

A name's capitals are its claim to be a name: "US" never matches "us", "Resistance" never matches "resistance", while
"health ministry" matches "Health Ministry".
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from briefing.profile import Member, Party, Profile
from briefing.records import Span
from briefing.text import Token, fold, tokens
from briefing.world import (
    adjective_endings,
    before_months,
    body_words,
    case_endings,
    form_at,
    generations,
    implied_names,
    months,
    short_offices,
)

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


_LONGEST_ORIGIN = 4  # tokens of "the United States '"


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """The names of a profile as texts in one language write them."""

    language: str
    by_first: Mapping[
        str, tuple[tuple[tuple[str, ...], Name], ...]
    ]  # folded; each name with its words folded, the longest first


@functools.lru_cache(maxsize=8)
def compile_names(profile: Profile, language: str) -> Index:
    """All names of the profile, as an article in `language` may write them."""
    names: dict[tuple[bool, tuple[str, ...]], Name] = {}
    for party in profile.parties:
        for name in _names(party):
            key = (name.kind in ("person", "surname"), name.words)
            names[key] = _merged(names[key], name) if key in names else name
    for party in profile.parties:  # what a country's name implies, where no party claims it
        for name in _implied(party, language):
            names.setdefault((False, name.words), name)
    for name in [n for n in names.values() if n.kind == "adjective" and n.words[-1].islower()]:
        for ending in adjective_endings(language):  # "norländisch", "norländische"
            names.setdefault(
                (False, inflected := (*name.words[:-1], name.words[-1] + ending)), replace(name, words=inflected)
            )
    for ending in case_endings(language):
        for (person, words), name in list(names.items()):
            inflected = (*words[:-1], words[-1] + ending)
            names.setdefault((person, inflected), replace(name, words=inflected))
    index: dict[str, list[Name]] = {}
    for name in names.values():
        index.setdefault(fold(name.words[0]), []).append(name)
    return Index(
        language,
        {first: tuple((_folded(n), n) for n in sorted(group, key=_rank)) for first, group in index.items()},
    )


def _implied(party: Party, language: str) -> Iterator[Name]:
    """A party that is a country needs neither its capital nor its nationality written out."""
    aliases, adjectives = implied_names(party.name, language)
    yield from (Name((one,), "adjective", party) for alias in party.aliases if (one := _singular(alias)))
    yield from (Name((*(words := _words(role))[:-1], _plural(words[-1])), "role", party) for role in party.roles)
    yield from (Name(short, "role", party) for role in party.roles if (short := _shortened(_words(role), language)))
    yield from (Name(_words(alias), "party", party) for alias in aliases)
    yield from (Name(_words(adjective), "adjective", party) for adjective in adjectives)


def _singular(alias: str) -> str | None:
    """One of the party's people, as a title has it: of "Democrats" "Democrat Ann Hill", of "Tories" "Tory peers"."""
    if not (alias.isalpha() and alias[0].isupper() and alias[1:].islower() and alias.endswith("s")):
        return None
    return alias[:-3] + "y" if alias.endswith("ies") else alias[:-1]


def _shortened(role: tuple[str, ...], language: str) -> tuple[str, ...] | None:
    """The role as it stands before a name: "Republican Sen" for "Republican senator"; None where nothing is short."""
    short = short_offices(language).get(role[-1].casefold())
    return (*role[:-1], short) if short else None


def _plural(word: str) -> str:
    """Several who hold an office: "senators", "secretaries", "spokesmen"."""
    if word.endswith("man"):
        return word[:-2] + "en"
    return word[:-1] + "ies" if word.endswith("y") else word + "s"


def _folded(name: Name) -> tuple[str, ...]:
    return tuple(fold(word) for word in name.words)


def _rank(name: Name) -> tuple[int, bool, str, tuple[str, ...]]:
    """The longest first; of the same words a person before the adjective that they also are ("Berg's")."""
    return (-len(name.words), name.kind == "adjective", name.kind, name.words)


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
        whole = _words(member.name)
        plain = _without_generation(whole)
        if plain != whole:
            yield Name(plain, "person", party, (member,))
        for length in range(1, len(plain)):  # "Yvo de Boer" is "De Boer" and "Boer"
            if length == 1 or plain[-length][0].islower():
                yield Name(plain[-length:], "surname", party, (member,))


def _without_generation(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name without what tells father from son: "Wesley Clark Jr."."""
    last = len(words)
    while last > 1 and (words[last - 1] in generations() or not words[last - 1][0].isalnum()):
        last -= 1
    return words[:last]


def _words(name: str) -> tuple[str, ...]:
    words = [token.text for token in tokens(name)]
    while len(words) > 1 and words[-1] in ("'s", "’s", "'", "’"):  # "Israel's" as an adjective: any possessive will do
        words.pop()
    return tuple(words) or (name,)


def find_names(words: Sequence[Token], index: Index) -> tuple[Hit, ...]:
    """The profile's names in a sequence of tokens, longest first and never overlapping, in order."""
    hits: list[Hit] = []
    folded = tuple(word.folded for word in words)
    at = 0
    while at < len(words):
        group = index.by_first.get(folded[at])
        name = _longest(words, folded, at, group, index.language) if group else None
        if name is None:
            at += 1
            continue
        last = at + len(name.words)
        hits.append(Hit(Span(words[at].span.start, words[last - 1].span.end), name, at, last))
        at = last
    return tuple(hits)


def _longest(
    words: Sequence[Token],
    folded: tuple[str, ...],
    at: int,
    group: tuple[tuple[tuple[str, ...], Name], ...],
    language: str,
) -> Name | None:
    """The longest name of the group at token `at` that means one of its parties there."""
    same = (name for form, name in group if folded[at : at + len(form)] == form)
    name = next((name for name in same if _has_capitals(words, at, name.words)), None)
    if name is None or _is_month(words, at, name, language) or _is_of_another(words, at, name, language):
        return None
    return name


def _is_of_another(words: Sequence[Token], at: int, name: Name, language: str) -> bool:
    """The body of another country or a higher one: "Iran's National | Security Council" is none of the UN.

    For names of common words alone; a movement with a name of its own stays what it is in "the Yemeni | Houthi group".
    """
    common = body_words(language)
    if name.kind != "party" or not at or not all(fold(word) in common.all for word in name.words):
        return False
    if words[at - 1].is_capitalised and words[at - 1].folded in common.above:
        return True
    before = [word for word in words[max(0, at - _LONGEST_ORIGIN) : at] if word.folded not in ("'s", "'")]
    found = ((i, form_at(before, i, language)) for i in range(len(before)))
    form = next((f for i, f in found if f and i + len(f.words) == len(before)), None)
    implied = implied_names(name.party.name, language)
    own = {*implied.adjectives, *implied.aliases, *name.party.aliases, *name.party.adjectives}
    return form is not None and " ".join(form.words) not in own


def _is_month(words: Sequence[Token], at: int, name: Name, language: str) -> bool:
    """The month, not somebody called so: "in May", "5 May 2024"."""
    if len(name.words) > 1 or words[at].folded not in months(language):
        return False
    beside = [*words[max(0, at - 1) : at], *words[at + 1 : at + 2]]
    return any(word.text.isdigit() for word in beside) or (at > 0 and words[at - 1].folded in before_months(language))


def _has_capitals(words: Sequence[Token], at: int, name: tuple[str, ...]) -> bool:
    return all(_capitals(token.text, word) for token, word in zip(words[at : at + len(name)], name, strict=True))


def _capitals(text: str, word: str) -> bool:
    """Whether the text has the capitals that the name claims."""
    if word.isupper() and len(word) > 1:
        return text.isupper()
    return not word[:1].isupper() or text[:1].isupper()
