"""What of an article is shown and not compared with others: needed only where its day is written."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.merged import Event, KeySentences, Wording


@dataclass(frozen=True, slots=True)
class Passages:
    """What a briefing shows of one article beside its statements and figures."""

    words: str  # as `content_words` gives them: shown where they tell the day of an article that has none
    wordings: tuple[Wording, ...]
    events: tuple[Event, ...]
    summary: KeySentences
