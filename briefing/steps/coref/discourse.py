"""What a source of an article can go back to, and what tells two candidates apart."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from briefing.profile import Profile
from briefing.records import Link, Mention, Sentence, Span
from briefing.speaker_words import SpeakerWords

NEAR = 4  # sentences that a pronoun reaches back over
NOTHING = Link(None, "none")


@dataclass(frozen=True, slots=True)
class Discourse:
    """What a source can go back to: earlier sources with their links, and the names of the article, by place."""

    text: str
    sentences: tuple[Sentence, ...]
    sources: list[tuple[Span, Mention, int]]  # place, resolved mention, sentence; in text order, nested ones left out
    names: tuple[Mention, ...]
    genders: Mapping[str, str]  # by name, as any phrase of the article tells
    words: SpeakerWords
    groups: dict[str, frozenset[str]]  # head noun -> parties that an alias with this head names

    def sentence_of(self, span: Span) -> int:
        """The index of the sentence that covers `span`; -1 where none does."""
        place = bisect_right(self.sentences, span.start, key=lambda sentence: sentence.span.start) - 1
        return self.sentences[place].index if place >= 0 and self.sentences[place].span.covers(span) else -1


def one_person(mention: Mention) -> bool:
    """A single person, named or not."""
    return (mention.kind == "person" or (mention.kind == "role" and mention.anonymous)) and not mention.plural


GENDERS: Mapping[str, Literal["female", "male"]] = MappingProxyType({"feminine": "female", "masculine": "male"})


def gender_fits(mention: Mention, pronoun: str, discourse: Discourse) -> bool:
    """The mention can be what a "masculine" or "feminine" pronoun means, as far as a title, a noun or a first name
    tells."""
    wanted = GENDERS[pronoun]
    return (mention.gender or discourse.genders.get(mention.name) or wanted) == wanted


def group_heads(profile: Profile) -> dict[str, frozenset[str]]:
    """Head nouns of lower-case aliases with the parties they can stand for: "militant group" -> group."""
    heads: dict[str, set[str]] = {}
    for party in profile.parties:
        for alias in party.aliases:
            head = alias.split()[-1]
            if head.islower() and " " in alias:
                heads.setdefault(head, set()).add(party.id)
    return {head: frozenset(parties) for head, parties in heads.items()}
