"""What a rule finds: one attribution in token ranges, before it becomes a record."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.records import AttributionShape
from briefing.steps.attribute.groups import Group
from briefing.steps.attribute.source_phrases import Range


@dataclass(frozen=True, slots=True)
class Match:
    """One attribution; `entry` is the id of the cue's lexicon entry, `continues` an index among the article's matches.

    `rule` tells the reader what found it; what is decided hangs on `shape` and `frame`.
    """

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
    shape: AttributionShape = "other"
    frame: str | None = None  # of the cue, that the content fills

    @property
    def starts_with_content(self) -> bool:
        """The content may begin before the source: "Talks failed, he said", "As he said, talks failed"."""
        return self.shape in ("around", "comment", "according")

    def tells(self, *frames: str) -> bool:
        """Somebody says it, before or behind the content; a content behind fills one of the `frames`."""
        return self.shape == "around" or (self.shape == "preposed" and self.frame in frames)


def of_group(
    rule: str,
    group: Group,
    source: Range | None,
    content: tuple[Range, ...],
    *,
    shape: AttributionShape = "other",
    frame: str | None = None,
) -> Match:
    """The match whose cue is a verb group."""
    cue = ((group.first, group.last),)
    return Match(rule, group.cue.entry, source, cue, content, group.negated, group.modal, shape=shape, frame=frame)
