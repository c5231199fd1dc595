"""The table of stands compiled: from a word to the acts that begin with it, and the closed classes of words."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal

from briefing import inflection, inflection_german
from briefing.languages import Classes, Entry, Lexicon, classes
from briefing.records import Stance
from briefing.stances import checked

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
    "lack",
    "denial",
    "remedy",
    "slogan",
    "reaction",
]


@dataclass(frozen=True, slots=True)
class Act:
    """One reading of a word form as an act; `languages/en/stands.toml` and `de` tell what the fields mean."""

    id: str
    part: Part
    form: str  # of a verb: "base", "s", "past", "participle", "ing", in German "finite", "participle"; else ""
    rest: tuple[str, ...]  # the words that follow the first, in German anywhere in the clause
    frames: frozenset[str]
    stance: Stance
    negated: Stance | None = None
    others: Stance | None = None
    things: Stance | None = None  # the stand where a thing is the subject: "the plan would cost jobs"
    of_things: Stance | None = None  # where the object names no party: "condemned the plan" rejects it
    of_new: Stance | None = None  # where the object is indefinite: "denied a permit" refuses it
    of_party: Stance | None = None  # where the object opens with another party: "hopes the union will"
    of_denied: Stance | None = None  # of a verdict on a clause that is denied: "it is a shame that she has not come"
    of_need: Stance | None = None  # where the object is a clause that tells what must be: "proposed that it should go"
    of_failing: Stance | None = None  # where the object is a clause that foresees a failure: "hopes it fails"
    of_force: Stance | None = None  # where the object is an act of force: "vowed to strike"
    things_negated: Stance | None = None  # the stand where a thing does not do so: "the plan will not work"
    bound: Stance | None = None  # where it hangs on a condition: "will pay only if the strike ends"
    own: Stance | None = None  # where the object is the speaker's own act: "warned that it would strike"
    without: Stance | None = None  # where the object leaves a thing out: "no truce without a withdrawal"
    passes: bool = False  # gives way to a stand in its object: "vowed to oppose"
    possible: bool = False  # also with "can"
    own_future: bool = False  # only with "will", or as a purpose
    expletive: bool = False  # only after "it is"
    subjunctive: bool = False  # the clause must have a bare verb: "insists that it stay"
    owned: bool = False  # only the speaker's own: "our goal is to"
    weak: bool = False  # a condition only beside an act of the speaker's own
    verbs: frozenset[str] = frozenset()  # the verbs of a verdict or of a modal; any where there are none
    prefix: str = ""  # of a German verb: what stands at the end of its clause, "lehnt … ab"

    def rank(self) -> tuple[int, int, bool]:
        """Readings of one word in the order in which they are tried: longer words first, orders and adjectives before
        verbs, and a person with an infinitive before a plain object."""
        order = {"adjective": 0, "imperative": 1}.get(self.part, 2)
        return (-len(self.rest) - bool(self.prefix), order, not any(frame.startswith("np.") for frame in self.frames))


@dataclass(frozen=True, slots=True, eq=False)
class Stands:
    """The acts by their first word, in the order in which they are tried, and the closed classes of words."""

    acts: Mapping[str, tuple[Act, ...]]
    closed: Mapping[str, frozenset[str]]


_SETS = ("frames", "verbs")
_STANCES = frozenset(field.name for field in fields(Act) if "Stance" in str(field.type))


Forms = Iterator[tuple[str, str, str]]  # each a word form with its name and its separable prefix


def _english(verb: str, settings: Mapping[str, Any]) -> Forms:
    yield from (
        (word, form, "") for word, form in inflection.inflect(verb, settings["doubling"], settings["irregular"])
    )


def _german(verb: str, settings: Mapping[str, Any]) -> Forms:
    yield from ((made.word, made.form, made.prefix) for made in inflection_german.inflect(verb, settings))


_VERBS: Mapping[str, Callable[[str, Mapping[str, Any]], Forms]] = {"en": _english, "de": _german}


@functools.lru_cache(maxsize=8)
def compiled(lexicon: Lexicon) -> Stands:
    """The table of a language. Raises UsageError where an entry names a stance that is no row."""
    cues, table = lexicon["cues"].settings, lexicon["stands"]
    settings = {**cues, "irregular": {**cues["irregular"], **table.settings["irregular"]}}
    found: dict[str, list[Act]] = {}
    for entry in table.entries:
        for first, act in _acts(entry, settings, lexicon.language):
            found.setdefault(first, []).append(act)
    own = {name: frozenset(words) for name, words in table.settings["closed"].items()}
    closed = Classes({**classes(lexicon, "grammar"), **own})
    return Stands({first: tuple(sorted(acts, key=Act.rank)) for first, acts in found.items()}, closed)


def _acts(entry: Entry, settings: Mapping[str, Any], language: str) -> Iterator[tuple[str, Act]]:
    for key in _STANCES.intersection(entry.extra):
        checked(entry.extra[key], f"{language}/stands.toml: entry {entry.id!r}: {key}")
    fields: dict[str, Any] = {key: frozenset(value) if key in _SETS else value for key, value in entry.extra.items()}
    fields.setdefault("frames", frozenset())
    for word in entry.words:
        head, *rest = word.split()
        forms = _VERBS[language](head, settings) if fields["part"] == "verb" else ((head, "", ""),)
        for first, form, prefix in forms:
            yield first, Act(id=entry.id, form=form, rest=tuple(rest), prefix=prefix, **fields)
