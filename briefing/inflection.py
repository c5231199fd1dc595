"""The forms of an English verb, from its base form."""

from __future__ import annotations

from collections.abc import Mapping

_VOWELS = frozenset("aeiou")


def inflect(verb: str, doubling: frozenset[str], irregular: Mapping[str, list[str]]) -> tuple[tuple[str, str], ...]:
    """The forms of a verb with their names; `irregular` lists past and participle, `doubling` verbs like "admit"."""
    past, participle = irregular.get(verb, (_regular_past(verb, doubling),) * 2)
    forms = [(verb, "base"), (_third_person(verb), "s"), (past, "past"), (_ing(verb, doubling), "ing")]
    if participle != past:
        forms.append((participle, "participle"))
    if verb.endswith(("bel", "sel", "nal")):
        forms += [(verb + "led", "past"), (verb + "ling", "ing")]  # the British forms
    return tuple(forms)


def _ing(verb: str, doubling: frozenset[str]) -> str:
    if verb.endswith(("ee", "ye", "oe")):
        return verb + "ing"
    return (verb + verb[-1] if verb in doubling else verb.removesuffix("e")) + "ing"


def _third_person(verb: str) -> str:
    if verb == "have":
        return "has"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _regular_past(verb: str, doubling: frozenset[str]) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ied"
    return (verb + verb[-1] if verb in doubling else verb) + "ed"
