"""German verbs of speech by their forms: finite, as participle, with a separable prefix at the end of the clause."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from briefing.languages import Entry, Table

Form = Literal["finite", "participle", "infinitive"]

_DENTAL = ("t", "d", "chn", "ckn", "fn", "gn", "ffn")  # "öffnet", "rechnete": an e before the ending


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
        for word, cue in _forms_of(entry, cues.settings):
            found.setdefault(word, []).append(cue)
    return {word: tuple(sorted(group, key=lambda cue: not cue.prefix)) for word, group in found.items()}


def _forms_of(entry: Entry, settings: Mapping[str, Any]) -> Iterator[tuple[str, Cue]]:
    frames, irregular, particle = frozenset(entry.extra["frames"]), settings["irregular"], settings["infinitive"]
    unparted = tuple(settings["inseparable"])
    for lemma in entry.words:
        prefix, _, base = lemma.rpartition("|")
        present, past, participle = irregular[base] if base in irregular else _weak(base, unparted)
        stem = _stem(base)
        finite = {present, past, _plural(past), base, f"{stem}e"}
        for word in sorted(finite):
            yield word, Cue(entry.id, lemma, "finite", prefix, frames)
            if prefix:  # "wie die Polizei mitteilte"
                yield prefix + word, Cue(entry.id, lemma, "finite", "", frames)
        yield prefix + participle, Cue(entry.id, lemma, "participle", "", frames)
        yield (f"{prefix}{particle}{base}" if prefix else base), Cue(entry.id, lemma, "infinitive", "", frames)


def _stem(base: str) -> str:
    return base[:-2] if base.endswith("en") else base[:-1]


def _weak(base: str, unparted: tuple[str, ...]) -> tuple[str, str, str]:
    """Present, past and participle of a regular verb."""
    stem = _stem(base)
    ending = "et" if stem.endswith(_DENTAL) else "t"
    marked = not base.startswith(unparted) and not base.endswith("ieren")
    return stem + ending, f"{stem}{ending}e", f"{'ge' if marked else ''}{stem}{ending}"


def _plural(past: str) -> str:
    return past + ("n" if past.endswith("e") else "en")
