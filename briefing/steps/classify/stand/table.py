"""The table of stands compiled: from a word to the acts of taking a stand that begin with it."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from briefing.inflection import inflect
from briefing.lexicons import Entry, Lexicon
from briefing.records import Stance

Part = Literal[
    "verb",
    "noun",
    "adjective",
    "verdict",
    "modal",
    "condition",
    "future",
    "imperative",
    "existential",
    "dependence",
    "cause",
]


@dataclass(frozen=True, slots=True)
class Act:
    """One reading of a word form as an act; see `lexicons/en/stands.toml` for the fields."""

    id: str
    part: Part
    form: str  # of a verb: "base", "s", "past", "participle", "ing"; else ""
    rest: tuple[str, ...]  # the words that follow the first
    frames: frozenset[str]
    stance: Stance
    negated: Stance | None = None
    others: Stance | None = None
    own: Stance | None = None
    things: Stance | None = None  # the stand where a thing is the subject: "the plan would cost jobs"
    of_things: Stance | None = None  # where the object names no party: "condemned the plan" rejects it
    of_new: Stance | None = None  # where the object is indefinite: "denied a permit" refuses it
    of_party: Stance | None = None  # where the object opens with another party: "hopes the union will"
    possible: bool = False  # also with "can" and "could"
    weak: bool = False  # a condition only beside an act of the speaker's own
    passes: bool = False
    expletive: bool = False  # only after "it is"
    governed: bool = False  # a noun that is a stand only where a possessor or a verb gives it one
    verbs: frozenset[str] = frozenset()  # verbs of a verdict, instead of the copula


Acts = Mapping[str, tuple[Act, ...]]


@functools.lru_cache(maxsize=8)
def compiled(lexicon: Lexicon) -> Acts:
    """First word, in lower case, to its acts; those of more words come first."""
    cues = lexicon["cues"].settings
    doubling, irregular = frozenset(cues["doubling"]), cues["irregular"]
    found: dict[str, list[Act]] = {}
    for entry in lexicon["stands"].entries:
        for word in entry.words:
            for first, act in _acts(entry, word, doubling, irregular):
                found.setdefault(first, []).append(act)
    return {first: tuple(sorted(acts, key=lambda act: -len(act.rest))) for first, acts in found.items()}


def _acts(
    entry: Entry, word: str, doubling: frozenset[str], irregular: Mapping[str, list[str]]
) -> Iterator[tuple[str, Act]]:
    head, *rest = word.split()
    extra = entry.extra
    part: Part = extra["part"]
    forms = inflect(head, doubling, irregular) if part == "verb" else ((head, ""),)
    for first, form in forms:
        yield (
            first,
            Act(
                entry.id,
                part,
                form,
                tuple(rest),
                frozenset(extra.get("frames", ())),
                extra["stance"],
                extra.get("negated"),
                extra.get("others"),
                extra.get("own"),
                extra.get("things"),
                extra.get("of_things"),
                extra.get("of_new"),
                extra.get("of_party"),
                extra.get("possible", False),
                extra.get("weak", False),
                extra.get("passes", False),
                extra.get("expletive", False),
                extra.get("governed", False),
                frozenset(extra.get("verbs", ())),
            ),
        )
