"""Cues that are nouns: "the union's demand for …", "his refusal to …", "resistance from members", "in her view"."""

from __future__ import annotations

from briefing.steps.attribute import contents, source_phrases
from briefing.steps.attribute.cues import Cue
from briefing.steps.attribute.match import Match
from briefing.steps.attribute.prose import Prose, Unit
from briefing.steps.attribute.source_phrases import Range
from briefing.tags import FINITE, HELPERS

_MODIFIERS = 3  # adjectives between the possessive and the noun


def noun(prose: Prose, unit: Unit, at: int, cue: Cue) -> Match | None:
    """The attribution of a noun in one of its shapes."""
    return drawn(prose, unit, at, cue) or in_view(prose, unit, at, cue) or possessed(prose, unit, at, cue)


def possessed(prose: Prose, unit: Unit, at: int, cue: Cue) -> Match | None:
    """A noun of speech or stance with its owner before it and its content after it: "the union's demand for more"."""
    possessor = owner(prose, unit, at)
    copula = _after_copula(prose, at + 1, names="copula" in cue.frames)
    found = contents.following(prose, copula, prose.body_end(unit))
    if possessor is None or found is None:
        return None
    frame, begin = found
    identifies = copula > at + 1 and frame != "that"  # "the union's main demand is | a pay rise"
    if (identifies and frame not in {"np", "to"}) or (not identifies and frame not in cue.frames):
        return None
    last = contents.content_end(prose, unit, begin, "np")
    if frame != "that":
        last = _before_verb(prose, begin, last)
    if last <= begin:
        return None
    content = (begin, last)
    if _opens(prose, unit, possessor):  # "After the union's claim that it was cheated, | the mayor said …"
        content = contents.until_main_clause(prose, content)
    return Match(f"possessed.{frame}", cue.entry, possessor, ((at, at + 1),), (content,), frame=frame)


def _opens(prose: Prose, unit: Unit, possessor: Range) -> bool:
    """The noun stands in a phrase that opens the sentence: "After | the union's claim", "Despite | her promise"."""
    opening = prose.tokens.tags[unit.first : possessor[0]]
    return opening[:1] in (["I"], ["S"], ["G"]) and not any(tag in FINITE for tag in opening)


def drawn(prose: Prose, unit: Unit, at: int, cue: Cue) -> Match | None:
    """A reaction with its author behind "from": "The deal has met resistance from backbenchers"."""
    end = prose.body_end(unit)
    if "from" not in cue.frames or at + 2 >= end or not prose.is_a(at + 1, "ablative"):
        return None
    source = source_phrases.after(prose, at + 2, end)
    content = source_phrases.subject_of_clause(prose, unit.first, at)
    if source is None or content is None:
        return None
    return Match("drawn", cue.entry, source, ((at, at + 2),), (content,))


def in_view(prose: Prose, unit: Unit, at: int, cue: Cue) -> Match | None:
    """Whose view a sentence gives, at its head: "In her view, the bill goes too far"."""
    possessor = owner(prose, unit, at)
    if "view" not in cue.frames or possessor is None:
        return None
    if possessor[0] != unit.first + 1 or at + 2 >= prose.body_end(unit):
        return None
    parted = prose.tokens.tags[at + 1] == ","
    if not prose.is_a(unit.first, "view_openers") or not (parted or contents.is_clause(prose, at + 1, unit.last)):
        return None
    begin = at + 1 + parted
    content = (begin, contents.content_end(prose, unit, begin, "clause"))
    return Match("view", cue.entry, possessor, ((unit.first, unit.first + 1), (at, at + 1)), (content,))


def _after_copula(prose: Prose, at: int, *, names: bool) -> int:
    """The token after the verb that joins a noun to what it says: "his answer was that …"; `at` where none does.

    `names`: the noun may also be what a thing is, as in "their demand is a pay rise", "is to be heard".
    """
    words, tags = prose.tokens.words, prose.tokens.tags
    if at + 1 >= len(words) or not prose.is_a(at, "identifying_copulas"):
        return at
    joins = prose.is_a(at + 1, "complementiser") or (names and tags[at + 1] in "DT")
    return at + 1 if joins else at


def _before_verb(prose: Prose, begin: int, end: int) -> int:
    """The end of the noun's complement, without the sentence's predicate: "his refusal to sign | was expected"."""
    tags = prose.tokens.tags
    for i in range(begin + 1, end):
        if prose.quoted[i] < 0 and (tags[i] in HELPERS or (tags[i] == "E" and tags[i - 1] in "nA")):
            return i
    return end


def owner(prose: Prose, unit: Unit, at: int) -> Range | None:
    """Whose the noun at token `at` is: "the union's", "her"; for "repeated his claim" the subject; None without one."""
    tags = prose.tokens.tags
    i = at - 1
    while i > unit.first and at - i <= _MODIFIERS and tags[i] in "JnAERG" and prose.quoted[i] < 0:
        i -= 1
    if i < unit.first:
        return None
    if prose.is_a(i, "owners"):
        repeats = i > unit.first and tags[i - 1] in "EZG"  # "repeated his claim": the subject of the sentence speaks
        return (repeats and source_phrases.subject_of_clause(prose, unit.first, i)) or (i, i + 1)
    if tags[i] == "s" and i > unit.first:
        name = source_phrases.before(prose, unit.first, i)
        return name and (name[0], i + 1)
    return None
