"""One position of one article, made ready to be compared with those of other articles."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.lexicons import Lexicon
from briefing.merge.opposed import directed
from briefing.merge.polarity import asserted_stems, denied_stems
from briefing.merge.words import concepts, content_stems, word_count
from briefing.merged import Citation, CitedStand, Corrected
from briefing.offsets import line_of, to_source
from briefing.profile import Profile
from briefing.records import Article, DateSaid, IssueStance, Position, Reading, Span, Speaker, Stance, Stand
from briefing.text import fingerprint, tokens


@dataclass(frozen=True, slots=True)
class Report:
    """A position with all that pairing and quoting it needs, and nothing of its article.

    Sets of words are kept as one sorted string each: tens of thousands of reports are in memory at a time. The
    citations name the article by its id.
    """

    citation: Citation
    antecedent: Citation | None
    start: int  # of the position, into the article's text
    words: int
    fingerprint: str
    concepts: str
    stems: str
    denied: str  # stems of what it says there is not
    asserted: str  # stems of what it says there is
    speaker: Speaker
    also_parties: tuple[str, ...]
    mode: str
    stance: Stance
    issues: tuple[IssueStance, ...]
    stands: tuple[CitedStand, ...]
    cue: tuple[str, ...]
    rule: str
    cue_id: str | None
    date_said: DateSaid
    group: int | None
    addressee: str | None
    target: str | None
    on_behalf_of: str | None
    relayed_via: str | None
    corrected: tuple[Corrected, ...] = ()  # by the desk

    @property
    def voice(self) -> tuple[str | None, str | None]:
        """Party and person: different voices never make one statement. Unnamed speakers are their party."""
        return (self.speaker.party, self.speaker.person)


def reports(reading: Reading, *, profile: Profile, lexicon: Lexicon) -> tuple[Report, ...]:
    """The reports of one reading, in text order; positions whose words do not stand in the source are left out."""
    found = (_report(reading, position, profile, lexicon) for position in reading.positions)
    return tuple(report for report in found if report is not None)


def _report(reading: Reading, position: Position, profile: Profile, lexicon: Lexicon) -> Report | None:
    article, speaker = reading.article, position.speaker
    citation = cite(article, position.span, around=neighbours(reading, position.sentence))
    if citation is None:
        return None
    words = tokens(citation.text)
    stems = content_stems(words, lexicon)
    issues = [s.issue for s in position.stances if s.issue]
    stands = tuple(directed(_cited(article, stand), profile, lexicon) for stand in position.stands)
    return Report(
        citation=citation,
        antecedent=cite(article, speaker.antecedent) if speaker.antecedent else None,
        start=position.span.start,
        words=word_count(citation.text),
        fingerprint=fingerprint(citation.text),
        concepts=_joined(concepts(citation.text, issues, profile, lexicon)),
        stems=_joined(stems),
        denied=_joined(denied_stems(words, lexicon) & stems),
        asserted=_joined(asserted_stems(words, lexicon)),
        speaker=speaker,
        also_parties=position.also_parties,
        mode=position.attribution.kind,
        stance=position.stance,
        issues=position.stances,
        stands=stands,
        cue=tuple(span.of(article.text) for span in position.attribution.cue),
        rule=position.attribution.rule,
        cue_id=position.attribution.cue_id,
        date_said=position.date_said,
        group=position.group,
        addressee=position.addressee,
        target=position.target,
        on_behalf_of=position.on_behalf_of,
        relayed_via=position.relayed_via,
    )


def _cited(article: Article, stand: Stand) -> CitedStand:
    place = to_source(article, stand.object) if stand.object else None
    return CitedStand(
        stance=stand.stance,
        words=stand.act.of(article.text),
        object=stand.object.of(article.text) if stand.object and place else None,
        object_span=place,
        issues=stand.issues,
        rule=stand.rule,
    )


def _joined(words: frozenset[str]) -> str:
    """A set of words as one string; a party's id may hold a space, so lines part them."""
    return "\n".join(sorted(words))


def cite(article: Article, span: Span, *, around: tuple[Span | None, Span | None] = (None, None)) -> Citation | None:
    """The citation of `span` (into the article's text); None if it does not stand in the source."""
    place = to_source(article, span)
    if place is None:
        return None
    before, after = (s.of(article.text) if s else "" for s in around)
    return Citation(article.source_id, place, line_of(article, place.start), span.of(article.text), before, after)


def neighbours(reading: Reading, sentence: int) -> tuple[Span | None, Span | None]:
    """The sentences before and after, for context."""
    spans = reading.sentences
    before = spans[sentence - 1].span if sentence > 0 else None
    return before, (spans[sentence + 1].span if sentence + 1 < len(spans) else None)
