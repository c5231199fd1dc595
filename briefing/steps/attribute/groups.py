"""The verb group around a cue: where it starts, whether it is negated, passive, dependent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefing.steps.attribute.cues import Cue
from briefing.steps.attribute.prose import Prose, Unit
from briefing.tags import EDGE, GROUP, SIMPLE_PHRASE

Shape = Literal["finite", "passive", "participle", "infinitive"]

_BEFORE_NOUNS = "DsJI#"  # after these a word like "claims" is a noun


@dataclass(frozen=True, slots=True)
class Group:
    """Tokens `first` to `last` (half-open) hold helpers, cue and particles; the cue's own word is token `verb`."""

    first: int
    verb: int
    last: int
    cue: Cue
    shape: Shape
    negated: bool
    modal: str | None


def verb_group(prose: Prose, unit: Unit, at: int, cue: Cue) -> Group | None:
    """The group whose verb is token `at`; None where the word is no verb there, or not as the cue wants it."""
    tags, words = prose.tokens.tags, prose.tokens.words
    last = after_particles(prose, unit, at, cue)
    if last is None or tags[at] == "I":  # "regarding"
        return None
    first = start_of_group(prose, unit, at)
    told = _start_of_report(prose, unit, at) if cue.form == "ing" else None
    if told is not None:
        return Group(told, at, last, cue, "finite", negated=False, modal=None)
    before = tags[first - 1] if first > unit.first else EDGE
    the_two = first - unit.first > 1 and tags[first - 2] == "D" and words[first - 1].isalpha()  # "the two write"
    if before == "#" and (the_two or cue.lemma in prose.classes["verbs_only"]):
        before = "n"  # "three in five said"
    shape = _shape(before, cue.form, tags[first:at])
    if shape is None or (shape == "finite" and first == at and not _agrees(prose, unit.first, at, cue)):
        return None
    negated = any(tags[i] == "N" or words[i].endswith("n't") for i in range(first, at))
    if cue.negated and not negated:
        return None
    modal = next((words[i] for i in range(first, at) if tags[i] == "M"), None)
    return Group(first, at, last, cue, shape, negated, modal)


def start_of_group(prose: Prose, unit: Unit, at: int) -> int:
    """The first of the helpers, adverbs and negations that stand before the verb at token `at`."""
    tags = prose.tokens.tags
    first = at
    while first > unit.first and prose.quoted[first - 1] < 0:
        since = prose.is_a(first - 1, "since") and tags[first - 2] == "H"  # "has since said"
        if _is_aside(prose, unit, first) or _is_span_of_time(prose, unit, first):
            first -= 3 if tags[first - 1] == "," else 2
            continue
        if tags[first - 1] not in GROUP and not since and not prose.is_a(first - 1, "negative_correlative"):
            break
        first -= 1
    while unit.first < first < at and tags[first] == "R" and tags[first - 1] in ',"':
        first += 1  # an adverb that opens the clause is no part of the group
    return first


def _is_aside(prose: Prose, unit: Unit, end: int) -> bool:
    """An adverb in commas inside the group ends at token `end`: "will not, however, say"."""
    tags = prose.tokens.tags
    inside = end - 4 > unit.first and tags[end - 1] == "," and tags[end - 2] == "R" and tags[end - 3] == ","
    return inside and tags[end - 4] in "NMHB"


def _is_span_of_time(prose: Prose, unit: Unit, end: int) -> bool:
    """ "For months" inside the group ends at token `end`: "has | for years | opposed"."""
    inside = end - 3 > unit.first and prose.is_a(end - 1, "periods") and prose.is_a(end - 2, "lasting")
    return inside and prose.tokens.tags[end - 3] in "HB"


def _start_of_report(prose: Prose, unit: Unit, at: int) -> int | None:
    """Where what reports before a participle begins: "she was quoted as saying", "is among those saying"."""
    tags = prose.tokens.tags
    if prose.is_a(at - 1, "those") and prose.is_a(at - 2, "among"):  # "she is among those calling for it"
        first = start_of_group(prose, unit, at - 2)
        return first if "B" in tags[first : at - 2] else None
    verb = at - 2 if prose.is_a(at - 1, "equative") else at - 1
    if verb <= unit.first or not prose.is_a(verb, "reported"):
        return None
    first = start_of_group(prose, unit, verb)
    return first if "B" in tags[first:verb] else None


def after_particles(prose: Prose, unit: Unit, at: int, cue: Cue) -> int | None:
    """The token after the cue's particles; adverbs and a time may stand before them.

    "Called again for", "voted on Wednesday in favour of".
    """
    tags, words = prose.tokens.tags, prose.tokens.words
    i = _after_day(prose, at + 1) if cue.particles else at + 1
    for particle in cue.particles:
        while i < unit.last and tags[i] == "R" and words[i] != particle:
            i += 1
        if i >= unit.last or words[i] != particle:
            return None
        i += 1
    return i


def _after_day(prose: Prose, at: int) -> int:
    """The token after "Wednesday", "on Wednesday", "52-47" or both at token `at`; `at` where neither stands."""
    tags, words = prose.tokens.tags, prose.tokens.words
    figures = tags[at : at + 1] == ["#"] and "-" in words[at]
    at += figures
    day = at + (tags[at : at + 1] == ["I"])
    return day + 1 if tags[day : day + 1] == ["Y"] else at


def _shape(before: str, form: str, helpers: list[str]) -> Shape | None:
    """The shape of a group from the tag before it, the form of its verb, and the tags of its helpers."""
    passive = "B" in helpers
    if form == "ing":
        return "finite" if passive else None if before in "Ds" else "participle"
    if passive:
        return "passive" if form in {"past", "participle"} else None
    if form == "participle":
        return "finite" if "H" in helpers else None
    if form == "base" and before == "T":
        return "infinitive"
    verbal = any(helper in ("MX" if form == "base" else "HMX") for helper in helpers)
    return None if before in _BEFORE_NOUNS and not verbal else "finite"


def _agrees(prose: Prose, start: int, verb: int, cue: Cue) -> bool:
    """The word before a bare present form may be its subject: "polls show" but "a poll shows".

    Of "sources in the ministry say" it is the word before the preposition.
    """
    if cue.form not in {"base", "s"} or verb == start:
        return True
    tags = prose.tokens.tags
    if tags[verb - 1] not in "nAJP":
        return True
    head = _head(tags, start, verb - 1)
    if cue.form == "base":
        outer = _head(tags, start, head)  # "senators like Lee of Cork think"
        return _is_plural(prose, verb - 1) or (
            "clause" in cue.frames and any(_is_plural(prose, i) for i in (head, outer))
        )
    collective = prose.is_a(verb - 1, "collectives")  # "the family says"
    return collective or not _is_plural(prose, verb - 1) or head != verb - 1 or tags[verb - 1] == "A"  # "Lords says"


def _head(tags: list[str], start: int, last: int) -> int:
    """The noun before the preposition of the phrase that ends with token `last`; `last` itself where there is none."""
    i = last
    while i > start and tags[i] in SIMPLE_PHRASE:
        i -= 1
    if i - 2 >= start and tags[i] == "I" and tags[i - 1] == "E":  # "people briefed on the talks"
        return i - 2
    return i - 1 if i > start and tags[i] in "IS" and tags[i - 1] in "An" else last  # "of", "like"


def _is_plural(prose: Prose, i: int) -> bool:
    word = prose.tokens.words[i]
    regular = prose.tokens.tags[i] != "P" and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return regular or word in prose.classes["plurals"]
