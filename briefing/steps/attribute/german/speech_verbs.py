"""German verbs of speech by their forms: finite, as participle, with a separable prefix at the end of the clause."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from briefing.inflection_german import Form, inflect
from briefing.languages import Table


@dataclass(frozen=True, slots=True)
class Cue:
    """One reading of a word form; `prefix` is what must stand at the end of the clause ("teilte … mit")."""

    entry: str
    lemma: str
    form: Form
    prefix: str
    frames: frozenset[str]


@functools.cache
def compiled(cues: Table) -> Mapping[str, tuple[Cue, ...]]:
    """The cues by their word form, in small letters."""
    found: dict[str, list[Cue]] = {}
    for entry in cues.entries:
        frames = frozenset(entry.extra["frames"])
        for lemma in entry.words:
            for made in inflect(lemma, cues.settings):
                cue = Cue(entry.id, lemma, made.form, made.prefix, frames)
                found.setdefault(made.word, []).append(cue)
    return {word: tuple(sorted(group, key=lambda cue: not cue.prefix)) for word, group in found.items()}
