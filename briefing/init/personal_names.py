"""Which names are people's: without a profile, "Halden Air" and "Carla Dunne" look alike."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from briefing.init.heard import Voice
from briefing.init.words import Words
from briefing.text import fold, tokens


def people_by_surname(heard: Sequence[Voice], words: Words) -> Mapping[str, str]:
    """The people who are heard, in full, by folded surname. A surname of two people is left out.

    "Bob Hill" and "Robert J. Hill" are one, under the name that is heard more often.
    """
    groups = _groups(heard, words)
    by_name: dict[str, list[Voice]] = {}
    for voice in heard:
        if voice.person:
            by_name.setdefault(voice.person, []).append(voice)
    written = "\n".join(f"{voice.surface}\n{voice.words}" for voice in heard)
    found: dict[str, Counter[str]] = {}
    for name, own in by_name.items():
        if _is_person(name, own, groups, words):
            found.setdefault(_surname(name), Counter())[_untitled(name, written, words)] += len(own)
    return {
        surname: min(names, key=lambda name: (-names[name], name))
        for surname, names in found.items()
        if len({words.formal(fold(name.partition(" ")[0])) for name in names}) == 1
    }


def with_full_name(voice: Voice, people: Mapping[str, str], words: Words) -> Voice:
    """The voice with its person in full ("Mr Harlow" is Edward Harlow), and without one where it is a body's."""
    if voice.person is None:
        person = people.get(_surname(voice.phrase)) or _by_first_word(voice.phrase, people)
        if person and person.startswith(f"{voice.phrase} "):
            return replace(voice, person=person)
        return replace(voice, person=person) if person and voice.phrase.endswith(f" {person}") else voice
    person = people.get(_surname(voice.person))
    if person is not None:
        return replace(voice, person=person)
    pronoun = fold(voice.surface) in words.titles
    return replace(voice, person=None, phrase=voice.phrase if pronoun else voice.surface or voice.phrase)


def _by_first_word(phrase: str, people: Mapping[str, str]) -> str | None:
    """The one person whose name begins with the single word: "Hua" is Hua Chunying."""
    found = {person for person in people.values() if person.startswith(f"{phrase} ")} if " " not in phrase else set()
    return found.pop() if len(found) == 1 else None


def _surname(name: str) -> str:
    return fold(name.rpartition(" ")[2])


def _groups(heard: Iterable[Voice], words: Words) -> frozenset[str]:
    """Single names that stand before a role in small letters ("a senior Hamas official"): they are no surnames."""
    pairs = (pair for voice in heard for pair in itertools.pairwise(tokens(voice.surface)))
    return frozenset(name.folded for name, role in pairs if name.is_capitalised and words.is_small_role(role))


def _is_person(name: str, own: Sequence[Voice], groups: frozenset[str], words: Words) -> bool:
    """Whether a name of several words is a person's: it has a title, a role, an apposition, or a short form.

    "Mr Harlow" is no full name.
    """
    parts = [fold(part) for part in name.split()]
    if (
        len(parts) < 2
        or parts[-1] in words.bodies
        or parts[-1] in groups
        or (len(parts) == 2 and parts[0] in words.titles)
    ):
        return False
    roles = (word.folded for voice in own for word in tokens(voice.role or ""))
    if words.is_title(parts[0]) or any(word in words.roles for word in roles):
        return True
    return any(_tells_a_person(fold(voice.surface), parts, words) for voice in own)


def _tells_a_person(surface: str, name: Sequence[str], words: Words) -> bool:
    """ "Mr Harlow", "she", "Carla Dunne, a nurse" or "…, who", but not "the Fiscal Forum, a think tank"."""
    short = name[-1] in surface and name[0] not in surface
    described = surface.startswith(tuple(f"{' '.join(name)}{after} " for after in words.describing))
    return short or described or surface in words.persons


def _untitled(person: str, written: str, words: Words) -> str:
    """The name without a title before it, or the end of one: "Secretary of State Ada Holm"."""
    parts = person.split()
    if len(parts) > 2 and any(f" {of} {person}" in written for of in words.genitive):
        parts = parts[1:]
    while len(parts) > 2 and words.is_title(fold(parts[0])):
        parts = parts[1:]
    return " ".join(parts)
