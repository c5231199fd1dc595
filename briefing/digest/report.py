"""One position of one article, made ready to be compared with those of other articles."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.digest.citations import cite, neighbours
from briefing.digest.content import concepts, content_stems
from briefing.digest.direction import directed
from briefing.digest.polarity import asserted_stems, denied_stems
from briefing.languages import Lexicon
from briefing.merged import Citation, CitedPosition, CitedStand
from briefing.offsets import to_source
from briefing.profile import Profile
from briefing.records import Article, Position, Reading, Stand
from briefing.text import fingerprint, tokens, word_count

Voice = tuple[tuple[str, ...], str | None]  # parties and person


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
    denied: str  # stems of what it says there is not
    asserted: str  # stems of what it says there is
    group: int | None
    position: CitedPosition

    @property
    def voice(self) -> Voice:
        """Parties and person: different voices never make one statement. Unnamed speakers are their party.

        Two parties that speak jointly are another voice than each of them alone, in whatever order they are named.
        """
        return (tuple(sorted(self.position.speaker.parties)), self.position.speaker.person)


def reports(reading: Reading, *, profile: Profile, lexicon: Lexicon) -> tuple[Report, ...]:
    """The reports of one reading, in text order; positions whose words do not stand in the source are left out."""
    found = (_report(reading, position, profile, lexicon) for position in reading.positions)
    return tuple(report for report in found if report is not None)


def _report(reading: Reading, position: Position, profile: Profile, lexicon: Lexicon) -> Report | None:
    article, antecedent = reading.article, position.speaker.antecedent
    citation = cite(article, position.span, around=neighbours(reading, position.sentence))
    if citation is None:
        return None
    words = tokens(article.text, *position.span)  # as the steps have read them
    stems = content_stems(words, lexicon)
    issues = [s.issue for s in position.stances if s.issue]
    return Report(
        citation=citation,
        antecedent=cite(article, antecedent) if antecedent else None,
        start=position.span.start,
        words=word_count(citation.text),
        fingerprint=fingerprint(citation.text),
        concepts=_joined(concepts(words, issues, profile, lexicon)),
        denied=_joined(denied_stems(words, lexicon) & stems),
        asserted=_joined(asserted_stems(words, lexicon)),
        group=position.group,
        position=_in_words(position, article, profile, lexicon),
    )


def _in_words(position: Position, article: Article, profile: Profile, lexicon: Lexicon) -> CitedPosition:
    """The position with the words that its spans cover."""
    attribution = position.attribution
    return CitedPosition(
        speaker=position.speaker,
        mode=attribution.kind,
        stance=position.stance,
        issues=position.stances,
        stands=tuple(directed(_cited(article, stand), profile, lexicon) for stand in position.stands),
        cue=tuple(span.of(article.text) for span in attribution.cue),
        rule=attribution.rule,
        cue_id=attribution.cue_id,
        date_said=position.date_said,
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
