"""All mentions of one article: the profile's names wherever they stand, and the source phrase of each attribution."""

from __future__ import annotations

from dataclasses import replace

from briefing.gazetteer import compile_names, find_names
from briefing.lexicons import Lexicon
from briefing.profile import Profile
from briefing.records import Article, Attribution, Mention, Sentence, Span, Spans
from briefing.steps.mention.context import BARE, Context
from briefing.steps.mention.people import introduced_people
from briefing.steps.mention.phrase import read_phrase
from briefing.steps.mention.words import speaker_words
from briefing.text import tokens


def context_of(article: Article, sentences: tuple[Sentence, ...], *, profile: Profile, lexicon: Lexicon) -> Context:
    """What the phrases of this article are read against."""
    names, words = compile_names(profile), speaker_words(lexicon)
    everybody = {member.name for party in profile.parties for member in party.members}
    full_names = frozenset(name for name in everybody if name in article.text)
    period = (profile.since, profile.until)
    members = tuple((party.id, member) for party in profile.parties for member in party.members)
    bare = Context(names, words, {}, article.published, period, full_names, members)
    return replace(bare, people=introduced_people(article, sentences, bare))


def mentions(article: Article, sentences: tuple[Sentence, ...], context: Context) -> tuple[Mention, ...]:
    """The people and parties of the profile, and people the article introduces, wherever they stand, in text order."""
    found: list[Mention] = []
    for sentence in sentences:
        words = tokens(article.text, *sentence.span)
        hits = (hit for hit in find_names(words, context.names) if hit.name.kind != "adjective")
        found += [read_phrase(article.text, hit.span, context) for hit in hits]
    introduced = {m.span: m for m in context.people.values() if m.rule != BARE}
    taken = [m.span for m in found]
    found += [m for span, m in introduced.items() if not any(span.overlaps(t) for t in taken)]
    return tuple(sorted(found, key=lambda m: m.span))


def source_mentions(
    article: Article, attributions: tuple[Attribution, ...], context: Context
) -> tuple[Mention | None, ...]:
    """For each attribution the reading of its source phrase; None where the source is empty.

    "The union appears ready to talk" has no source, but a holder: the subject, which opens the content.
    """
    return tuple(
        read_phrase(article.text, Span(spans[0].start, spans[-1].end), context) if (spans := _source(a)) else None
        for a in attributions
    )


def _source(attribution: Attribution) -> Spans:
    return attribution.source or (attribution.content[:1] if attribution.rule.startswith("raising") else ())
