"""Cues that are nouns: "the union's demand for …", "his refusal to …"."""

from __future__ import annotations

from briefing.steps.attribute import contents, sources
from briefing.steps.attribute.cues import Cue
from briefing.steps.attribute.page import Page, Unit
from briefing.steps.attribute.shapes import Match
from briefing.steps.attribute.sources import Range

_MODIFIERS = 3  # adjectives between the possessive and the noun
_OWNERS = frozenset("his her their its my our".split())


def possessed(page: Page, unit: Unit, at: int, cue: Cue) -> Match | None:
    """A noun of speech or stance with its owner before it and its content after it."""
    owner = _owner(page, unit, at)
    found = contents.following(page, at + 1, page.body_end(unit))
    if owner is None or found is None:
        return None
    frame, begin = found
    if frame not in cue.frames:
        return None
    last = contents.content_end(page, unit, begin, "np")
    if frame != "that":
        last = _before_verb(page, begin, last)
    if last <= begin:
        return None
    return Match(f"possessed.{frame}", cue.entry, owner, ((at, at + 1),), ((begin, last),), lemma=cue.lemma)


def _before_verb(page: Page, begin: int, end: int) -> int:
    """The end of the noun's complement: the predicate of the sentence is no part of it ("his refusal to sign | was expected")."""
    tags = page.tokens.tags
    return next((i for i in range(begin + 1, end) if tags[i] in "BHXM" and page.quoted[i] < 0), end)


def _owner(page: Page, unit: Unit, at: int) -> Range | None:
    tags, words = page.tokens.tags, page.tokens.words
    i = at - 1
    while i > unit.first and at - i <= _MODIFIERS and tags[i] in "JnAERG" and page.quoted[i] < 0:
        i -= 1
    if i < unit.first:
        return None
    if words[i] in _OWNERS:
        repeats = i > unit.first and tags[i - 1] in "EZG"  # "repeated his claim": the subject of the sentence speaks
        return (repeats and sources.subject_of_clause(page, unit.first, i)) or (i, i + 1)
    if tags[i] == "s" and i > unit.first:
        noun = sources.before(page, unit.first, i)
        return noun and (noun[0], i + 1)
    return None
