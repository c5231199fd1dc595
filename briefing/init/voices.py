"""Who is heard in a set of readings, and the side that the words beside each speaker name."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.lexicons import Lexicon
from briefing.records import Position, Reading
from briefing.text import Token, fold, tokens
from briefing.world import country_of

_INSIDE_A_NAME = frozenset({"of", "for", "and", "&", "-"})  # "Department for Transport"
_TITLES = ("role", "leader", "title", "determiner", "singular_pronoun", "plural_pronoun", "thing_pronoun")


@dataclass(frozen=True, slots=True)
class Side:
    """A country (by its code) or an organisation (by its name) that speakers are said to belong to."""

    key: str
    name: str
    is_country: bool = False


@dataclass(frozen=True, slots=True)
class Voice:
    """One statement's speaker as the article words it."""

    source: str  # the article
    words: str  # the statement
    phrase: str  # the source phrase, or what the speaker is called where it is a pronoun
    person: str | None  # full name
    role: str | None
    anonymous: bool
    side: Side | None = None


def voices(readings: Iterable[Reading], *, lexicon: Lexicon) -> tuple[Voice, ...]:
    """A voice for each statement with a known source, each with its side where the words of any statement tell it."""
    heard = [v for reading in readings for p in reading.positions if (v := _voice(reading, p)) is not None]
    groups = _named_groups(heard, frozenset(lexicon["speakers"].words("role")))
    heard = [_unless_group(voice, groups) for voice in heard]
    known = _Known(lexicon, heard)
    return tuple(_with_sides_of_people([replace(voice, side=known.side(voice)) for voice in heard]))


def _named_groups(heard: Sequence[Voice], roles: frozenset[str]) -> frozenset[str]:
    """Single names that stand before a role in small letters ("a senior Hamas official"): they are no surnames."""
    found = set()
    for voice in heard:
        words = tokens(voice.phrase)
        for name, role in itertools.pairwise(words):
            if name.is_capitalised and role.folded in roles and not role.is_capitalised:
                found.add(name.folded)
    return frozenset(found)


def _unless_group(voice: Voice, groups: frozenset[str]) -> Voice:
    """A "person" whose surname is a group's name is the group, with a capitalised word before it."""
    surname = voice.person.split()[-1] if voice.person else ""
    return replace(voice, person=None, role=None, phrase=surname) if fold(surname) in groups else voice


def _voice(reading: Reading, position: Position) -> Voice | None:
    speaker, text = position.speaker, reading.article.text
    if speaker.name is None:
        return None
    surface = speaker.surface.of(text) if speaker.surface else ""
    described = speaker.person is None or len(speaker.person.split()) < 2
    phrase = speaker.name.removeprefix("unnamed ") if described else surface
    return Voice(
        reading.article.source,
        " ".join(position.span.of(text).split()),
        phrase,
        None if described else speaker.person,
        speaker.role,
        speaker.anonymous,
    )


class _Known:
    """What tells a name from a title: the lexicon's word lists, and the people who are heard."""

    def __init__(self, lexicon: Lexicon, heard: Sequence[Voice]) -> None:
        speakers = lexicon["speakers"]
        self._titles = {word for entry in _TITLES for word in speakers.words(entry)}
        self._dates = {fold(word) for word in lexicon["grammar"].words("weekdays")}
        self._surnames = {fold(voice.person.split()[-1]) for voice in heard if voice.person}

    def side(self, voice: Voice) -> Side | None:
        """The side that the role names, else the source phrase: a country first, then an organisation."""
        for text in (voice.role, voice.phrase):
            words = _without(tokens(text or ""), voice.person)
            country = country_of(words)
            if country is not None:
                return Side(country.id, country.name, is_country=True)
            name = next(self._organisations(words), None)
            if name is not None:
                return Side(fold(name), name)
        return None

    def _organisations(self, words: Sequence[Token]) -> Iterator[str]:
        """Runs of capitalised words that are neither a title, a date nor a person's surname."""
        at = 0
        while at < len(words):
            last = at
            while last < len(words) and self._goes_on(words, at, last):
                last += 1
            run = self._trimmed(words[at:last])
            if run and not (len(run) == 1 and run[0].folded in self._surnames):
                yield " ".join(word.text for word in run)
            at = max(last, at + 1)

    def _goes_on(self, words: Sequence[Token], at: int, here: int) -> bool:
        if self._is_name_word(words[here]):
            return True
        after = words[here + 1] if here + 1 < len(words) else None
        return here > at and words[here].folded in _INSIDE_A_NAME and after is not None and self._is_name_word(after)

    def _is_name_word(self, word: Token) -> bool:
        return word.is_word and word.is_capitalised and word.folded not in self._dates

    def _trimmed(self, run: Sequence[Token]) -> Sequence[Token]:
        """The run without titles at its ends, and without the word before a title at the end: "Prime Minister"."""
        while run and self._is_title(run[0]):
            run = run[1:]
            while run and run[0].folded in _INSIDE_A_NAME:
                run = run[1:]
        if run and self._is_title(run[-1]):
            return run[:-2] if len(run) > 2 else ()  # "United Nations Special Envoy"
        return run

    def _is_title(self, word: Token) -> bool:
        return any(part in self._titles for part in (word.folded, *word.folded.split("-")[-1:]))


def _without(words: Sequence[Token], person: str | None) -> Sequence[Token]:
    """The words before the person's name, or all of them when the name does not stand there."""
    if person is None:
        return words
    name = [token.folded for token in tokens(person)]
    for at in range(len(words) - len(name) + 1):
        if [word.folded for word in words[at : at + len(name)]] == name:
            return (*words[:at], *words[at + len(name) :])
    return () if words and words[-1].folded == name[-1] else words


def _with_sides_of_people(heard: Sequence[Voice]) -> Iterator[Voice]:
    """Each person's side, where any statement tells it, holds for all of the person's statements."""
    votes: dict[str, Counter[Side]] = {}
    for voice in heard:
        if voice.person and voice.side:
            votes.setdefault(voice.person, Counter())[voice.side] += 1
    for voice in heard:
        if voice.person in votes:
            counted = votes[voice.person]
            yield replace(voice, side=min(counted, key=lambda side: (-counted[side], side.key)))
        else:
            yield voice
