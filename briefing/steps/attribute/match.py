"""What a rule finds: one attribution in token ranges, before it becomes a record."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.steps.attribute.groups import Group
from briefing.steps.attribute.sources import Range


@dataclass(frozen=True, slots=True)
class Match:
    """One attribution; `entry` is the id of the cue's lexicon entry, `continues` an index among the page's matches."""

    rule: str
    entry: str | None
    source: Range | None
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    negated: bool = False
    modal: str | None = None
    continues: int | None = None
    verbatim: bool = False  # the speaker's own words, as a transcript prints them without marks
    relays: bool = False  # an outlet passes on the words of an attribution inside


def of_group(rule: str, group: Group, source: Range | None, content: tuple[Range, ...]) -> Match:
    """The match whose cue is a verb group."""
    cue = ((group.first, group.last),)
    return Match(rule, group.cue.entry, source, cue, content, group.negated, group.modal)
