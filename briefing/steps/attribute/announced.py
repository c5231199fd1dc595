"""Quotations behind a colon that no cue of the lexicon announces."""

from __future__ import annotations

from briefing.steps.attribute import nominal, source_phrases
from briefing.steps.attribute.match import Match
from briefing.steps.attribute.prose import Prose, Unit
from briefing.steps.attribute.source_phrases import Range
from briefing.tags import FINITE, VERBS


def announced(prose: Prose, unit: Unit, claimed: list[Match]) -> list[Match]:
    """A match for a quotation behind a colon, outside the contents so far: "The mayor's reply was brief: “…”"."""
    tags, quoted = prose.tokens.tags, prose.quoted
    colon = next(
        (i for i in range(unit.first + 1, unit.last - 1) if tags[i] == ":" and quoted[i] < 0 <= quoted[i + 1]), None
    )
    if colon is None or any(first <= colon + 1 < last for match in claimed for first, last in match.content):
        return []
    first = source_phrases.before_appositions(prose, unit.first, colon) if tags[colon - 1] == "A" else None
    source = None if first is None else (first, colon)
    if source and source[0] > unit.first and tags[source[0] - 1] in VERBS:
        source = None  # the object of the clause
    if source is None and tags[unit.first] == "A" and not any(tag in FINITE for tag in tags[unit.first : colon]):
        source = (unit.first, colon)  # "Paul Berg, farmer: “…”"
    source = source or _owner(prose, unit, _subject(prose, unit, colon))
    if source is None:
        return []
    content = prose.quotation_tokens[quoted[colon + 1]]
    return [Match("announced", None, source, ((colon, colon + 1),), (content,))]


def _subject(prose: Prose, unit: Unit, colon: int) -> Range | None:
    """The subject of the clause before the colon; of the main one in "The mayor warned us when it rained: “…”"."""
    found = source_phrases.subject_of_clause(prose, unit.first, colon)
    while found and found[0] > unit.first and prose.tokens.tags[found[0] - 1] in "SW":
        found = source_phrases.subject_of_clause(prose, unit.first, found[0] - 1)
    return found


def _owner(prose: Prose, unit: Unit, subject: Range | None) -> Range | None:
    """Whose message announces the quotation: "Her message to voters was simple: “…”"; else the subject itself."""
    if subject and subject[0] - 1 > unit.first and prose.is_a(subject[0] - 1, "infinitive"):
        subject = source_phrases.before(prose, unit.first, subject[0] - 1)
    if subject is None:
        return None
    first, last = subject
    head = next((i for i in range(first, last) if prose.is_a(i + 1, "infinitive")), last - 1)
    return (prose.is_a(head, "documents") and nominal.owner(prose, unit, head)) or subject
