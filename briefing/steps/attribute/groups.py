"""The verb group around a cue: where it starts, whether it is negated, passive, progressive or infinitive."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.steps.attribute.cues import Cue
from briefing.steps.attribute.page import Page, Unit

_INSIDE = frozenset("RNMHBX")
_NOUN_BEFORE = frozenset("DsJI#")
_HAVE = "H"


@dataclass(frozen=True, slots=True)
class Group:
    """Tokens `first` to `last` (half-open) hold auxiliaries, cue and particles; the cue's own word is token `verb`."""

    first: int
    verb: int
    last: int
    cue: Cue
    shape: str  # "finite", "passive", "participle" (after a comma or a noun), "infinitive"
    negated: bool
    modal: str | None


def verb_group(page: Page, unit: Unit, at: int, cue: Cue) -> Group | None:
    """The group whose verb is token `at`, or None where the word is no verb there."""
    last = _after_particles(page, unit, at, cue)
    if last is None or page.tokens.tags[at] == "I":  # "regarding"
        return None
    tags, words = page.tokens.tags, page.tokens.words
    first = at
    while (
        first > unit.first
        and page.quoted[first - 1] < 0
        and (tags[first - 1] in _INSIDE or _has_since(page, first - 1))
    ):
        first -= 1
    while first < at and tags[first] == "R" and first > unit.first and tags[first - 1] in ',"':
        first += 1  # an adverb that opens the clause is no part of the group
    helpers = tags[first:at]
    shape = _shape(tags, first, at, cue.form, helpers, unit.first)
    if shape is None or (shape == "finite" and not helpers and not _agrees(page, unit.first, first, cue.form)):
        return None
    negated = "N" in helpers or any(words[i].endswith("n't") for i in range(first, at))
    modal = next((words[i] for i in range(first, at) if tags[i] == "M"), None)
    if cue.negated and not negated:
        return None
    return Group(first, at, last, cue, shape, negated, modal)


def _has_since(page: Page, at: int) -> bool:
    return page.tokens.words[at] == "since" and page.tokens.tags[at - 1] == "H"


def _after_particles(page: Page, unit: Unit, at: int, cue: Cue) -> int | None:
    """The token after the cue's particles; adverbs may stand before them ("called again for")."""
    i = at + 1
    tags, words = page.tokens.tags, page.tokens.words
    for particle in cue.particles:
        while i < unit.last and tags[i] == "R" and words[i] != particle:
            i += 1
        if i >= unit.last or words[i] != particle:
            return None
        i += 1
    return i


def _shape(tags: list[str], first: int, at: int, form: str, helpers: list[str], start: int) -> str | None:
    before = tags[first - 1] if first > start else "^"
    if form == "ing":
        return _shape_of_ing(before, helpers)
    if "B" in helpers:
        return "passive" if form in {"past", "participle"} else None
    if form == "participle":
        return "finite" if _HAVE in helpers else None
    if before == "T" and form == "base":
        return "infinitive"
    if form == "base" and not set(helpers) & set("MX") and before in _NOUN_BEFORE:
        return None
    if form in {"s", "past"} and before in _NOUN_BEFORE and not set(helpers) & set("HMX"):
        return None
    return "finite"


def _shape_of_ing(before: str, helpers: list[str]) -> str | None:
    if "B" in helpers:
        return "finite"
    if before in "Ds":
        return None
    return "participle"


def _agrees(page: Page, start: int, first: int, form: str) -> bool:
    """The word before a bare present form may be its subject: "polls show" but "a poll shows"."""
    if form not in {"base", "s"} or first == start:
        return True
    word, tag = page.tokens.words[first - 1], page.tokens.tags[first - 1]
    if tag not in "nAJP":
        return True
    plural = word in page.plurals or (tag != "P" and word.endswith("s") and not word.endswith(("ss", "us", "is")))
    if form == "base":
        return plural
    return not plural or (tag == "A" and form == "s")
