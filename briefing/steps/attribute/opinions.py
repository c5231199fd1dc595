"""Adjectives behind "be" that say what somebody thinks: "Owners are worried that …", "She is confident of …"."""

from __future__ import annotations

from briefing.steps.attribute.cues import Cue
from briefing.steps.attribute.groups import Group, after_particles, start_of_group
from briefing.steps.attribute.match import Match
from briefing.steps.attribute.prose import Prose, Unit
from briefing.steps.attribute.shapes import preposed


def predicate(prose: Prose, unit: Unit, at: int, cue: Cue, earlier: list[Match]) -> Match | None:
    """The attribution whose cue is "be" or "remain" with the adjective at token `at`; None without one before it."""
    tags, words = prose.tokens.tags, prose.tokens.words
    last = after_particles(prose, unit, at, cue)
    compared = at > unit.first and prose.is_a(at - 1, "degrees")  # "is more skeptical that"
    remains = at > unit.first and prose.is_a(at - 1, "remaining")  # "remains opposed to"
    first = start_of_group(prose, unit, at - (compared or remains))
    if last is None or not (remains or "B" in tags[first:at]):
        return None
    negated = any(tags[i] == "N" or words[i].endswith("n't") for i in range(first, at))
    modal = next((words[i] for i in range(first, at) if tags[i] == "M"), None)
    return preposed(prose, unit, Group(first, at, last, cue, "finite", negated, modal), earlier)
