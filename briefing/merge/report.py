"""One position of one article, made ready to be compared with those of other articles."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.lexicons import Lexicon
from briefing.merge.words import concepts, fingerprint
from briefing.merged import Citation
from briefing.offsets import line_of, to_source
from briefing.profile import Profile
from briefing.records import Article, Position, Reading, Span


@dataclass(frozen=True, slots=True)
class Report:
    """A position with its article's number, its words' fingerprint and its concepts."""

    reading: int  # position of the reading in the sorted corpus
    position: Position
    text: str
    fingerprint: str
    concepts: frozenset[str]

    @property
    def voice(self) -> tuple[str | None, str | None]:
        """Party and person: different voices never make one statement. Unnamed speakers are their party."""
        return (self.position.speaker.party, self.position.speaker.person)


def reports(number: int, reading: Reading, *, profile: Profile, lexicon: Lexicon) -> list[Report]:
    """The reports of one reading, in text order; positions whose words do not stand in the source are left out."""
    found = []
    for position in reading.positions:
        text = position.span.of(reading.article.text)
        issues = [s.issue for s in position.stances if s.issue]
        found.append(Report(number, position, text, fingerprint(text), concepts(text, issues, profile, lexicon)))
    return found


def cite(
    number: int, article: Article, span: Span, *, around: tuple[Span | None, Span | None] = (None, None)
) -> Citation | None:
    """The citation of `span` (into the article's text) as source `number`; None if it does not stand in the source."""
    place = to_source(article, span)
    if place is None:
        return None
    before, after = (s.of(article.text) if s else "" for s in around)
    return Citation(number, place, line_of(article, place.start), span.of(article.text), before, after)


def neighbours(reading: Reading, sentence: int) -> tuple[Span | None, Span | None]:
    """The sentences before and after, for context."""
    spans = reading.sentences
    before = spans[sentence - 1].span if sentence > 0 else None
    return before, (spans[sentence + 1].span if sentence + 1 < len(spans) else None)
