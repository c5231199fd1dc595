"""What the merge needs of one article: made from its Reading alone, so that it can be kept and used again.

A digest holds no more of the text than a briefing may quote, is made where the article is read (in a worker process,
too), and is what the store keeps: a run that has all digests already reads no article.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.digest.citations import cite, neighbours
from briefing.digest.content import content_words
from briefing.digest.events import find_events
from briefing.digest.figures import find_figures
from briefing.digest.misspellings import misspellings
from briefing.digest.passages import Passages
from briefing.digest.report import Report, reports
from briefing.digest.shingles import packed
from briefing.digest.source import source_of
from briefing.digest.wordings import find_wordings
from briefing.gazetteer import compile_names, find_names
from briefing.languages import Lexicon, of_language
from briefing.merged import Citation, Figure, KeySentences, Source
from briefing.profile import Profile
from briefing.records import Problem, Reading, Relevance, Span
from briefing.text import Token, tokens


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A word a letter or two away from a name that the same article uses."""

    known: str
    seen: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Digest:
    """One article as the merge sees it."""

    source: Source
    shingles: str  # of its content words, as `packed` gives them
    fingerprint: str
    reports: tuple[Report, ...]
    figures: tuple[Figure, ...]
    misspellings: tuple[Misspelling, ...]
    problems: tuple[Problem, ...]
    off_topic: Relevance | None = None  # of an article that was left out for it
    passages: Passages | None = None  # None: left in the store


def digest(reading: Reading, *, profile: Profile, lexicon: Lexicon) -> Digest:
    """The digest of one reading. Citations point into the decoded source, as in a briefing."""
    own = reading.article.language
    lexicon = lexicon if own == lexicon.language else of_language(own)
    words = content_words(_read(reading), lexicon)
    index = compile_names(profile, profile.language)
    named = [find_names(tokens(reading.article.text, *sentence.span), index) for sentence in reading.sentences]
    return Digest(
        source=source_of(reading),
        shingles=packed(words),
        fingerprint=reading.fingerprint,
        reports=reports(reading, profile=profile, lexicon=lexicon),
        figures=find_figures(reading, lexicon) if "figures" in lexicon else (),
        misspellings=tuple(Misspelling(*found) for found in misspellings(reading, named)),
        problems=reading.problems,
        off_topic=reading.off_topic,
        passages=Passages(words, find_wordings(reading, named, profile), find_events(reading), _summary(reading)),
    )


def _read(reading: Reading) -> Iterator[Token]:
    """The words of the article, as the steps have read them; all at once where it was left unread."""
    text = reading.article.text
    spans = [sentence.span for sentence in reading.sentences] or [Span(0, len(text))]
    return (token for span in spans for token in tokens(text, *span))


def _summary(reading: Reading) -> KeySentences:
    """The key sentences, each with the name that its opening pronoun goes back to, if it has one."""
    found = [
        (i, cite(reading.article, reading.sentences[i].span, around=neighbours(reading, i))) for i in reading.summary
    ]
    cited = [(citation, _opening(reading, reading.sentences[i].span)) for i, citation in found if citation is not None]
    return KeySentences(source_of(reading).id, tuple(c for c, _ in cited), tuple(name for _, name in cited))


def _opening(reading: Reading, sentence: Span) -> str | None:
    for position in reading.positions:
        surface = position.speaker.surface
        if surface is not None and surface.start == sentence.start and position.speaker.how == "pronoun":
            return position.speaker.name
    return None
