"""What speaker phrases are read against, and who held which office when."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from briefing.gazetteer import Index
from briefing.profile import Member
from briefing.records import Mention
from briefing.speaker_words import SpeakerWords
from briefing.text import Token

BREAKS = frozenset({",", "(", ")", "[", "]", "—", "–", "-", ";", ":", '"', "“", "”"})


@dataclass(frozen=True, slots=True)
class Context:
    """What a phrase is read against: the profile's names, the lexicon's words, the article's people and date."""

    names: Index
    words: SpeakerWords
    people: Mapping[str, Mention]  # by folded surname and full name, as the article introduced them
    published: str | None = None
    period: tuple[str | None, str | None] = (None, None)
    full_names: frozenset[str] = frozenset()  # of the profile's people, as they stand in the article
    members: tuple[tuple[str, Member], ...] = ()  # (party id, member) of the whole profile
    parties: Mapping[Member, str] = field(default_factory=dict)  # the first party that lists the member
    party_by_name: Mapping[str, str] = field(default_factory=dict)


def is_affected(words: Sequence[Token], lists: SpeakerWords) -> bool:
    """True when the last word names people whom an adjective of origin makes no spokesmen: "Israeli families"."""
    return bool(words) and words[-1].folded in lists.affected


def in_office(members: tuple[Member, ...], context: Context) -> tuple[Member, ...]:
    """Those of the members who served on the article's day, or all when none did or the article is undated.

    A person is one member: of the offices held on that day in that which began last, a speaker of the house who is a
    representative, too; where nothing tells the office, in none.
    """
    day = context.published
    if len(members) == 1:
        return members
    serving = tuple(m for m in members if day is not None and (m.since or "") <= day <= (m.until or "9999"))
    people: dict[tuple[str, str | None], list[Member]] = {}
    for member in serving or members:
        people.setdefault((member.name, party_of(member, context)), []).append(member)
    return tuple(_one(held, known=bool(serving)) for held in people.values())


def party_of(member: Member, context: Context) -> str | None:
    """The id of the party that the profile lists this member under."""
    listed = context.parties.get(member)
    return listed or (context.party_by_name.get(member.name) if member.role is None else None)


def _one(held: list[Member], *, known: bool) -> Member:
    """The person in the last office begun, where it is known that all were held on the day, else in the only one."""
    last = max(held, key=lambda member: member.since or "")
    return last if known or len({member.role for member in held}) == 1 else replace(last, role=None)


def holders(members: tuple[Member, ...], role: str, context: Context) -> tuple[Member, ...]:
    """The people of the party who held this very office: on the article's day, or at any time of the topic's period."""
    wanted = spelling(role, context.words)
    known = ((m, spelling(m.role or "", context.words)) for m in members)
    same = tuple(m for m, written in known if written and wanted.endswith(written))
    day = context.published
    since, until = (day, day) if day else context.period
    return tuple(m for m in same if (m.since or "") <= (until or "9999") and (since or "") <= (m.until or "9999"))


@functools.lru_cache(maxsize=4096)  # of all people of the profile, for each phrase that names an office
def spelling(role: str, lists: SpeakerWords) -> str:
    """A role in the one spelling that roles are compared in."""
    written = role.casefold().replace("-", " ")
    for one, other in lists.spellings.items():
        written = written.replace(one, other)
    return written
