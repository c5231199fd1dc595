"""Days that a text names, and when a thing was said."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from briefing.records.spans import UNSHOWN, Span

# A date written in full, a weekday, "today" or "tomorrow", "a day after", or any other words for a day.
DateShape = Literal["written", "weekday", "day_word", "day_after", "other"]


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """A date that the text names: "on Monday", "last week", "October 7". `iso` is None when nothing pins it."""

    span: Span
    iso: str | None
    rule: str
    anchor: str | None = None  # the trusted date it was resolved against
    shape: DateShape = "other"


@dataclass(frozen=True, slots=True)
class DateSaid:
    """When it was said. `iso` is None when the text does not tell."""

    iso: str | None
    evidence: str | None  # the words, "on Monday", and what they were resolved against
    rule: str
    by: str | None = None  # "by this day at the latest", from the publication date
    own: bool = field(default=False, metadata=UNSHOWN)  # a date in the statement itself tells it
