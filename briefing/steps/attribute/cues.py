"""The cue lexicon compiled: from a word form to the entries it may be a cue of, with particles and frames.

An entry of `languages/en/cues.toml` lists lemmas with their particles ("say", "call for") and the frames they allow.
What may follow: `that` clause, bare `clause`, `quote`, `np`, `np.to` (a noun phrase and an infinitive), `to`
infinitive, `wh` clause, `ing`, any preposition by its name. Further: `after`, the content may stand first; `addressee`,
an object stands before the content; `after_comma`, a comma stands before the preposition; `agent`, the passive with
"by"; `view`, "in her view"; `raising`, `raising.passive` and `asked`, no source is named.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefing.inflection import inflect
from briefing.languages import Entry, Table


@dataclass(frozen=True, slots=True)
class Cue:
    """One reading of a word form. `particles` are the words that must follow the form."""

    entry: str
    lemma: str
    part: str  # "verb", "noun", "adjective", "preposition"
    form: str  # "base", "s", "past", "participle", "ing"; "" for other parts of speech
    particles: tuple[str, ...]
    frames: frozenset[str]
    opens: tuple[tuple[str, ...], ...] = ()  # the content must begin with one of these
    negated: bool = False  # only where the cue is negated
    publishes: bool = False  # the content must be something that is said or read: "issued a statement"


@functools.cache
def compiled(cues: Table) -> Mapping[str, tuple[Cue, ...]]:
    """First word, in lower case, to the cues that begin with it; cues with the most particles come first."""
    doubling = frozenset(cues.settings["doubling"])
    irregular = cues.settings["irregular"]
    frame_sets = cues.settings["frame_sets"]
    found: dict[str, list[Cue]] = {}
    for entry in cues.entries:
        for word in entry.words:
            for first, cue in _cues(entry, word, doubling, irregular, frame_sets):
                found.setdefault(first, []).append(cue)
    return {
        first: tuple(sorted(group, key=lambda cue: (-len(cue.particles), not cue.opens)))
        for first, group in found.items()
    }


def _cues(
    entry: Entry,
    word: str,
    doubling: frozenset[str],
    irregular: Mapping[str, list[str]],
    frame_sets: Mapping[str, list[str]],
) -> Iterator[tuple[str, Cue]]:
    """The cues of one word of an entry, each with the form that it begins with."""
    head, *particles = word.split()
    part = entry.extra.get("part", "verb")
    frames = frozenset(frame for name in entry.extra["frames"] for frame in frame_sets.get(name, (name,)))
    opens = tuple(tuple(phrase.split()) for phrase in entry.extra.get("opens", ()))
    negated = entry.extra.get("negated", False)
    forms = inflect(head, doubling, irregular) if part == "verb" else ((head, ""),)
    for first, form in forms:
        publishes = entry.extra.get("publishes", False)
        yield first, Cue(entry.id, word, part, form, tuple(particles), frames, opens, negated, publishes)
