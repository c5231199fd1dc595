"""The forms of a German verb, from its infinitive, whose separable prefix is parted by a stroke ("ab|lehnen")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

Form = Literal["finite", "participle", "infinitive"]

_DENTAL = ("t", "d", "chn", "ckn", "fn", "gn", "ffn")  # "öffnet", "rechnete": an e before the ending


@dataclass(frozen=True, slots=True)
class VerbForm:
    """A word form; `prefix` is what must stand at the end of its clause, too ("teilte … mit"), or ""."""

    word: str
    form: Form
    prefix: str = ""


def inflect(lemma: str, settings: Mapping[str, Any]) -> Iterator[VerbForm]:
    """The forms of a verb in the third person, the participle and the infinitive with its particle inside.

    `settings` holds `irregular` (present, past and participle by infinitive), `infinitive` (the particle) and
    `inseparable` (prefixes of verbs whose participle has none of its own).
    """
    prefix, _, base = lemma.rpartition("|")
    irregular: Mapping[str, Sequence[str]] = settings["irregular"]
    present, past, participle = irregular[base] if base in irregular else _weak(base, tuple(settings["inseparable"]))
    for word in sorted({present, past, _plural(past), base, f"{_stem(base)}e"}):
        yield VerbForm(word, "finite", prefix)
        if prefix:  # "wie die Polizei mitteilte"
            yield VerbForm(prefix + word, "finite")
    yield VerbForm(prefix + participle, "participle")
    yield VerbForm(f"{prefix}{settings['infinitive']}{base}" if prefix else base, "infinitive")


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
