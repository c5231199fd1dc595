"""What speaker phrases are read against, and who held which office when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.gazetteer import Index
from briefing.profile import Member
from briefing.records import Mention
from briefing.steps.mention.words import SpeakerWords
from briefing.text import Token

BREAKS = frozenset({",", "(", ")", "[", "]", "—", "–", "-", ";", ":", '"', "“", "”"})
BARE = "name.bare"  # rule of a name without title or apposition: perhaps no person at all
FIRST_NAME = "name.first_name"  # rule of such a name whose first word is a first name: a person


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


def is_affected(words: Sequence[Token], lists: SpeakerWords) -> bool:
    """True when the last word names people whom an adjective of origin makes no spokesmen: "Israeli families"."""
    return bool(words) and words[-1].folded in lists.affected


def is_office_word(word: Token) -> bool:
    """Words of an office that are written with a capital before a name: "Foreign", "State", "Prime"."""
    return word.folded in {
        "foreign",
        "state",
        "prime",
        "home",
        "defence",
        "defense",
        "shadow",
        "interior",
        "finance",
        "affairs",
        "security",
    }


def in_office(members: tuple[Member, ...], context: Context) -> tuple[Member, ...]:
    """Those of the members who served on the article's day, or all when none did or the article is undated."""
    day = context.published
    if day is None or len(members) == 1:
        return members
    serving = tuple(m for m in members if (m.since or "") <= day <= (m.until or "9999"))
    return serving or members


def holders(members: tuple[Member, ...], role: str, context: Context) -> tuple[Member, ...]:
    """The people of the party who held this very office: on the article's day, or at any time of the topic's period."""
    wanted = spelling(role)
    same = tuple(m for m in members if m.role and spelling(m.role) and wanted.endswith(spelling(m.role)))
    day = context.published
    since, until = (day, day) if day else context.period
    return tuple(m for m in same if (m.since or "") <= (until or "9999") and (since or "") <= (m.until or "9999"))


def spelling(role: str) -> str:
    """A role in the one spelling that roles are compared in."""
    return role.casefold().replace("defense", "defence").replace("-", " ")
