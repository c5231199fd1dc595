"""Who is heard in a set of readings, and the side that the words beside each speaker name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.init.heard import Side, Voice
from briefing.init.party_labels import Labels, labels_of, with_governments
from briefing.init.personal_names import people_by_surname, with_full_name
from briefing.init.words import Words, organisations, words_of
from briefing.languages import Lexicon
from briefing.records import Position, Reading
from briefing.text import Token, fold, tokens
from briefing.world import country_of

_BESIDE = 100  # characters of title or apposition beside a name that are looked at


def voices(readings: Sequence[Reading], *, lexicon: Lexicon) -> tuple[Voice, ...]:
    """A voice for each statement with a known source, each with its side where the words of any statement tell it."""
    labels = labels_of(lexicon)
    heard = [v for reading in readings for p in reading.positions if (v := _voice(reading, p, labels)) is not None]
    words = words_of(heard, lexicon)
    people = people_by_surname(heard, words)
    sides = _Sides(words, people, labels)
    heard = [with_full_name(voice, people, words) for voice in heard]
    heard = _with_short_names([replace(voice, side=sides.of_voice(voice)) for voice in heard], words)
    heard = _with_introductions(heard, sides, readings)
    heard = with_governments(list(_with_sides_of_people(heard)), labels)
    return tuple(_with_sides_of_people(heard))


def _voice(reading: Reading, position: Position, labels: Labels) -> Voice | None:
    speaker, text = position.speaker, reading.article.text
    if speaker.name is None:
        return None
    return Voice(
        reading.article.source,
        " ".join(position.span.of(text).split()),
        speaker.name.removeprefix("unnamed "),
        speaker.surface.of(text) if speaker.surface else "",
        labels.without_label(speaker.person) if speaker.person else None,
        speaker.role,
        speaker.anonymous,
    )


@dataclass(frozen=True, slots=True)
class _Sides:
    """Reads the side that a phrase names."""

    words: Words
    people: Mapping[str, str]  # by surname
    labels: Labels

    def of_voice(self, voice: Voice) -> Side | None:
        """The side that the role names, else the phrase, else the source phrase where the person stands in it."""
        surname = fold(voice.person.split()[-1]) if voice.person else ""
        surface = voice.surface if surname in fold(voice.surface) else ""
        found = (self.of_phrase(text, voice.person) for text in (voice.role or "", voice.phrase, surface))
        return next((side for side in found if side is not None), None)

    def of_phrase(self, text: str, person: str | None) -> Side | None:
        """The party that the phrase names beside the person, else the country, else the organisation."""
        phrase = _without(tokens(text), person)
        party = self.labels.side_in(phrase)
        if party is not None:
            return party
        country = country_of(phrase, self.labels.language)
        if country is not None:
            return Side(country.id, country.name, is_country=True)
        names = organisations(text, phrase, self.words)
        name = next((n for n in names if not self._is_person(n) and not self.labels.is_chamber(n)), None)
        return Side(fold(name), name) if name is not None else None

    def _is_person(self, name: str) -> bool:
        surname, *before = (fold(part) for part in reversed(name.split()))
        if any(part in self.words.first_names for part in before):
            return True  # "Police Superintendent Karin Lind"
        return surname in self.people and name in (self.people[surname], name.rpartition(" ")[2])


def _without(words: Sequence[Token], person: str | None) -> Sequence[Token]:
    """The words without the person's name; nothing where they are a short form of it."""
    if person is None:
        return words
    name = [token.folded for token in tokens(person)]
    for at in range(len(words) - len(name) + 1):
        if [word.folded for word in words[at : at + len(name)]] == name:
            return (*words[:at], *words[at + len(name) :])
    return () if words and words[-1].folded == name[-1] else words


def _with_short_names(heard: Sequence[Voice], words: Words) -> list[Voice]:
    """The voices, "the union" and "the union's leader" with the one organisation whose name ends so."""
    ends: dict[str, set[Side]] = {}
    for side in {voice.side for voice in heard if voice.side}:
        ends.setdefault(side.key.split()[-1], set()).add(side)
    only = {word: next(iter(sides)) for word, sides in ends.items() if len(sides) == 1 and word in words.bodies}
    return [voice if voice.side else replace(voice, side=_named_body(voice, only)) for voice in heard]


def _named_body(voice: Voice, only: Mapping[str, Side]) -> Side | None:
    words = tokens(" ".join((voice.role or "", voice.phrase, voice.surface if voice.person else "")))
    return next((only[word.folded] for word in words if word.folded in only), None)


def _with_introductions(heard: Sequence[Voice], sides: _Sides, readings: Iterable[Reading]) -> list[Voice]:
    """The voices; people without a side get one from the words beside their name wherever it stands in full.

    Only a country or an organisation that is heard itself counts: "Rosa Pike, for the Alliance, left early".
    """
    heard_sides = {voice.side.key for voice in heard if voice.side}
    people = {v.person for v in heard if v.person} - {v.person for v in heard if v.side}
    places = _sentences_by_word(readings, {person.split()[i] for person in people if person for i in (0, -1)})
    found: dict[str, Side] = {}
    for person in sorted(filter(None, people)):
        sentences = (*places.get(person.split()[0], ()), *places.get(person.split()[-1], ()))
        beside = (sides.of_phrase(w, person) for sentence in sentences for w in _beside(sentence, person, sides.words))
        known = next(
            (side for side in beside if side and (side.is_country or side.country or side.key in heard_sides)), None
        )
        if known is not None:
            found[person] = known
    return [voice if voice.side else replace(voice, side=found.get(voice.person or "")) for voice in heard]


def _sentences_by_word(readings: Iterable[Reading], wanted: set[str]) -> dict[str, list[str]]:
    places: dict[str, list[str]] = {}
    for reading in readings:
        for sentence in reading.sentences:
            text = sentence.span.of(reading.article.text)
            for word in wanted.intersection(re.findall(r"\w[\w'’-]*", text)):
                places.setdefault(word, []).append(text)
    return places


def _beside(sentence: str, person: str, words: Words) -> Iterator[str]:
    """The words beside each full mention of a name: a title right before it, and the apposition after it."""
    at = sentence.find(person)
    while at >= 0:
        before = re.split(r"[,;:.“”\"(]", sentence[max(0, at - _BESIDE) : at])[-1].rstrip()
        if words.is_title(fold(before.rpartition(" ")[2])):
            yield before
        last = at + len(person)
        if words.apposition.match(sentence, last):
            yield re.split(r"[,;:.“”\")]", sentence[last + 1 : last + _BESIDE])[0]
        at = sentence.find(person, last)
    for among in words.among.finditer(sentence):
        if person.rpartition(" ")[2] in among[1].split():
            yield among[2]


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
