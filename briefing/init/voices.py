"""Who is heard in a set of readings, and the side that the words beside each speaker name."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.lexicons import Lexicon
from briefing.records import Position, Reading
from briefing.text import Token, fold, tokens
from briefing.world import country_of

_INSIDE_A_NAME = frozenset({"of", "for", "&", "-", "'", "'s"})  # "Department for Transport", "Dockers' Union"
_BESIDE = 100  # characters of title or apposition beside a name that are looked at
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
    phrase: str  # what an unnamed speaker or a body is called
    surface: str  # the source phrase as it stands, "" when there is none
    person: str | None  # full name
    role: str | None
    anonymous: bool
    side: Side | None = None


def voices(readings: Sequence[Reading], *, lexicon: Lexicon) -> tuple[Voice, ...]:
    """A voice for each statement with a known source, each with its side where the words of any statement tell it."""
    heard = [v for reading in readings for p in reading.positions if (v := _voice(reading, p)) is not None]
    known = _Known(lexicon, heard)
    heard = [known.corrected(voice) for voice in heard]
    heard = known.with_short_names([replace(voice, side=known.side(voice)) for voice in heard])
    heard = known.with_introductions(heard, tuple(_sentences(readings)))
    return tuple(_with_sides_of_people(heard))


def _sentences(readings: Iterable[Reading]) -> Iterator[str]:
    for reading in readings:
        yield from (sentence.span.of(reading.article.text) for sentence in reading.sentences)


def _voice(reading: Reading, position: Position) -> Voice | None:
    speaker, text = position.speaker, reading.article.text
    if speaker.name is None:
        return None
    return Voice(
        reading.article.source,
        " ".join(position.span.of(text).split()),
        speaker.name.removeprefix("unnamed "),
        speaker.surface.of(text) if speaker.surface else "",
        speaker.person,
        speaker.role,
        speaker.anonymous,
    )


class _Known:
    """What tells people, organisations and titles apart: the lexicon's word lists, and all that is heard."""

    def __init__(self, lexicon: Lexicon, heard: Sequence[Voice]) -> None:
        speakers = lexicon["speakers"]
        self._roles = frozenset(speakers.words("role"))
        self._bodies = frozenset(speakers.words("institution"))
        self._persons = frozenset(speakers.words("singular_pronoun"))
        self._titles = {word for entry in _TITLES for word in speakers.words(entry)}
        self._dates = {fold(word) for word in lexicon["grammar"].words("weekdays")}
        self._small = Counter(w.folded for v in heard for w in tokens(v.words) if not w.is_capitalised)
        self._large = Counter(w.folded for v in heard for w in tokens(v.words) if w.is_capitalised)
        groups = self._groups(heard)
        people = {v.person for v in heard if v.person and self._is_person(v.person, heard, groups)}
        self._people = frozenset(map(fold, people))
        self._surnames = {key: names for key, names in _by_surname(people).items() if len(names) == 1}

    def _groups(self, heard: Sequence[Voice]) -> frozenset[str]:
        """Single names that stand before a role in small letters ("a senior Hamas official"): they are no surnames."""
        pairs = [pair for voice in heard for pair in itertools.pairwise(tokens(voice.surface))]
        return frozenset(name.folded for name, role in pairs if name.is_capitalised and self._is_small_role(role))

    def _is_small_role(self, word: Token) -> bool:
        return word.folded in self._roles and not word.is_capitalised

    def _is_person(self, name: str, heard: Sequence[Voice], groups: frozenset[str]) -> bool:
        """Whether a name of several words is a person's: it has a role, an apposition, or a short form."""
        words = [fold(word) for word in name.split()]
        if len(words) < 2 or words[-1] in self._bodies or words[-1] in groups:
            return False
        if self._is_title(words[0]):
            return True
        own = [voice for voice in heard if voice.person == name]
        roles = [tokens(voice.role or "") for voice in own]
        if any(word.folded in self._roles for role in roles for word in role):
            return True
        return any(self._tells_a_person(fold(voice.surface), words) for voice in own)

    def _tells_a_person(self, surface: str, name: Sequence[str]) -> bool:
        """ "Mr Harlow", "she", or "Carla Dunne, a nurse", but not "the Fiscal Forum, a think tank"."""
        short = name[-1] in surface and name[0] not in surface
        described = surface.startswith((f"{' '.join(name)}, a ", f"{' '.join(name)}, an "))
        return short or described or surface in self._persons

    def corrected(self, voice: Voice) -> Voice:
        """The voice with its person in full ("Mr Harlow" is Edward Harlow), and without one where it is a body's."""
        if voice.person is None:
            return voice
        name = fold(voice.person.rpartition(" ")[2])
        if name in self._surnames:
            (person,) = self._surnames[name]
            return replace(voice, person=self._untitled(person))
        pronoun = fold(voice.surface) in self._titles
        return replace(voice, person=None, phrase=voice.phrase if pronoun else voice.surface or voice.phrase)

    def _untitled(self, person: str) -> str:
        words = person.split()
        while len(words) > 2 and self._is_title(fold(words[0])):
            words = words[1:]
        return " ".join(words)

    def with_short_names(self, heard: Sequence[Voice]) -> list[Voice]:
        """The voices, "the union" and "the union's leader" with the one organisation whose name ends so."""
        ends: dict[str, set[Side]] = {}
        for side in {voice.side for voice in heard if voice.side}:
            ends.setdefault(side.key.split()[-1], set()).add(side)
        only = {word: next(iter(sides)) for word, sides in ends.items() if len(sides) == 1 and word in self._bodies}
        return [voice if voice.side else replace(voice, side=self._named_body(voice, only)) for voice in heard]

    def with_introductions(self, heard: Sequence[Voice], sentences: Sequence[str]) -> list[Voice]:
        """The voices; people without a side get one from the words beside their name wherever it stands in full.

        Only a country or an organisation that is heard itself counts: "Rosa Pike, for the Alliance, left early".
        """
        sides = {voice.side.key: voice.side for voice in heard if voice.side}
        settled = {voice.person for voice in heard if voice.side}
        found: dict[str, Side] = {}
        for person in sorted({v.person for v in heard if v.person} - settled):
            beside = (self._side_of(words, person) for sentence in sentences for words in _beside(sentence, person))
            known = next((side for side in beside if side and (side.is_country or side.key in sides)), None)
            if known is not None:
                found[person] = known
        return [voice if voice.side else replace(voice, side=found.get(voice.person or "")) for voice in heard]

    def _named_body(self, voice: Voice, only: Mapping[str, Side]) -> Side | None:
        words = tokens(" ".join((voice.role or "", voice.phrase, voice.surface if voice.person else "")))
        return next((only[word.folded] for word in words if word.folded in only), None)

    def side(self, voice: Voice) -> Side | None:
        """The side that the role names, else the phrase, else the surface: a country first, then an organisation."""
        surname = fold(voice.person.split()[-1]) if voice.person else ""
        surface = voice.surface if surname in fold(voice.surface) else ""
        found = (self._side_of(text, voice.person) for text in (voice.role or "", voice.phrase, surface))
        return next((side for side in found if side is not None), None)

    def _side_of(self, text: str, person: str | None) -> Side | None:
        words = _without(tokens(text), person)
        country = country_of(words)
        if country is not None:
            return Side(country.id, country.name, is_country=True)
        name = next(self._organisations(text, words), None)
        return Side(fold(name), name) if name is not None else None

    def _organisations(self, text: str, words: Sequence[Token]) -> Iterator[str]:
        """Runs of capitalised words that are neither a title, a date, a surname nor a common word with a capital."""
        at = 0
        while at < len(words):
            last = at
            while last < len(words) and self._goes_on(words, at, last):
                last += 1
            run = words[at:last]
            if not (last < len(words) and self._is_small_role(words[last])):
                run = self._trimmed(run)
            name = text[run[0].span.start : run[-1].span.end] if run else ""
            if run and fold(name) not in self._people and not (len(run) == 1 and self._is_common(run[0])):
                yield name
            at = max(last, at + 1)

    def _is_common(self, word: Token) -> bool:
        return word.folded in self._surnames or self._small[word.folded] >= self._large[word.folded] > 0

    def _goes_on(self, words: Sequence[Token], at: int, here: int) -> bool:
        if self._is_name_word(words[here]):
            return True
        after = words[here + 1] if here + 1 < len(words) else None
        return here > at and words[here].folded in _INSIDE_A_NAME and after is not None and self._is_name_word(after)

    def _is_name_word(self, word: Token) -> bool:
        return word.is_word and word.is_capitalised and word.folded not in self._dates

    def _trimmed(self, run: Sequence[Token]) -> Sequence[Token]:
        """The run without titles at its ends, and without the word before a title at the end: "Prime Minister"."""
        while run and (self._is_title(run[0].folded) or run[0].folded in _INSIDE_A_NAME):
            run = run[1:]
        if run and self._is_title(run[-1].folded):
            title = 1 if "-" in run[-1].folded else 2  # "Secretary-General", "Special Envoy"
            return run[:-title] if len(run) > title else ()
        return run

    def _is_title(self, word: str) -> bool:
        return word in self._titles or word.rpartition("-")[2] in self._titles


def _by_surname(people: Iterable[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for person in people:
        found.setdefault(fold(person.split()[-1]), set()).add(person)
    return found


def _without(words: Sequence[Token], person: str | None) -> Sequence[Token]:
    """The words without the person's name; nothing where they are a short form of it."""
    if person is None:
        return words
    name = [token.folded for token in tokens(person)]
    for at in range(len(words) - len(name) + 1):
        if [word.folded for word in words[at : at + len(name)]] == name:
            return (*words[:at], *words[at + len(name) :])
    return () if words and words[-1].folded == name[-1] else words


def _beside(sentence: str, person: str) -> Iterator[str]:
    """The words beside each full mention of a name: the title before it, and the apposition after it."""
    at = sentence.find(person)
    while at >= 0:
        yield re.split(r"[,;:.“”\"(]", sentence[:at])[-1][-_BESIDE:]
        after = sentence[at + len(person) :]
        if after.startswith(","):
            yield re.split(r"[,;:.“”\")]", after[1 : _BESIDE + 1])[0]
        at = sentence.find(person, at + len(person))


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
