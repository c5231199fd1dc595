"""All mentions of one article: the profile's names wherever they stand, and the source phrase of each attribution."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import replace

from briefing.gazetteer import Hit, compile_names, find_names
from briefing.languages import Lexicon
from briefing.profile import Member, Profile
from briefing.records import Article, Attribution, Mention, Span, Spans
from briefing.speaker_words import speaker_words
from briefing.steps.mention.context import Context
from briefing.steps.mention.people import introduced_people
from briefing.steps.mention.phrase import read_phrase
from briefing.text import fold, tokens
from briefing.words import Words
from briefing.world import short_offices

_NAME = 60  # characters before a phrase in which the name that it ends may begin


def context_of(article: Article, words: tuple[Words, ...], *, profile: Profile, lexicon: Lexicon) -> Context:
    """What the phrases of this article are read against."""
    names, lists = compile_names(profile, lexicon.language), speaker_words(lexicon)
    text, seen = article.text.casefold(), {token.folded for sentence in words for token in sentence.tokens}
    near = (name for name, words in _everybody(profile) if not seen.isdisjoint(words))  # few of a parliament
    full_names = frozenset(name for name in near if name.casefold() in text)
    period = (profile.since, profile.until)
    bare = Context(names, lists, {}, article.published, period, full_names, *_members(profile))
    return replace(bare, people=introduced_people(article, words, bare))


@functools.lru_cache(maxsize=8)
def _everybody(profile: Profile) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The names of the profile's people, each with its words folded."""
    everybody = dict.fromkeys(member.name for party in profile.parties for member in party.members)
    return tuple((name, tuple(map(fold, name.split()))) for name in everybody)


@functools.lru_cache(maxsize=8)
def _members(profile: Profile) -> tuple[tuple[tuple[str, Member], ...], Mapping[Member, str], Mapping[str, str]]:
    """All people of the profile with the id of the party; the first that lists each, by member and by name."""
    members = tuple((party.id, member) for party in profile.parties for member in party.members)
    parties = {member: party for party, member in reversed(members)}
    return members, parties, {member.name: party for party, member in reversed(members)}


def mentions(article: Article, words: tuple[Words, ...], context: Context) -> tuple[Mention, ...]:
    """The people and parties of the profile, and people the article introduces, wherever they stand, in text order."""
    found: list[Mention] = []
    for sentence in words:
        hits = (hit for hit in sentence.names if _is_mention(hit, context.names.language))
        found += [read_phrase(article.text, hit.span, context) for hit in hits]
    found += [m for m in _strangers(article, words, context) if not any(m.span.overlaps(f.span) for f in found)]
    found.sort(key=lambda m: m.span)
    return tuple(m for m, following in zip(found, [*found[1:], None], strict=False) if not _is_title(m, following))


def _is_title(mention: Mention, following: Mention | None) -> bool:
    """ "Council leader Gwen Abbott" is one person, and not an unnamed leader before her."""
    beside = following is not None and following.kind == "person" and following.span.start - mention.span.end == 1
    return beside and mention.kind == "role" and not mention.plural


def _is_mention(hit: Hit, language: str) -> bool:
    """No adjective, and no short title that only stands before a name ("Sen")."""
    return hit.name.kind != "adjective" and hit.name.words[-1] not in short_offices(language).values()


def _strangers(article: Article, read: tuple[Words, ...], context: Context) -> Iterator[Mention]:
    """The people whom the article introduces, by full name or surname, wherever they stand."""
    introduced = {key: m for key, m in context.people.items() if m.how != "bare"}
    for words in (sentence.tokens for sentence in read):
        for i, word in enumerate(words):
            person = introduced.get(word.folded) if word.is_capitalised else None
            if person is not None:
                first = i - (len(tokens(person.name)) - 1)
                whole = first >= 0 and Span(words[first].span.start, word.span.end).of(article.text) == person.name
                yield replace(person, span=Span(words[first if whole else i].span.start, word.span.end))


def source_mentions(
    article: Article, attributions: tuple[Attribution, ...], context: Context
) -> tuple[Mention | None, ...]:
    """For each attribution the reading of its source phrase; None where the source is empty.

    "The union appears ready to talk" has no source, but a holder: the subject, which opens the content.
    """
    return tuple(
        _source_mention(article.text, attribution, Span(spans[0].start, spans[-1].end), context)
        if (spans := _source(attribution))
        else None
        for attribution in attributions
    )


def _source_mention(text: str, attribution: Attribution, span: Span, context: Context) -> Mention:
    """The label "A" of an answer names nobody by itself, and stands for whoever is interviewed."""
    if attribution.shape == "answer":
        label = span.of(text)
        return Mention(span, "pronoun", label, label.casefold(), "label", definite=True, how="label")
    return read_phrase(text, _with_name(text, span, context), context)


def _with_name(text: str, span: Span, context: Context) -> Span:
    """The phrase with the words before it that belong to a party's name: "Save | the Weir"."""
    start = max(0, span.start - _NAME)
    ends = (hit for hit in find_names(tokens(text, start, span.end), context.names) if hit.span.end == span.end)
    name = next((hit for hit in ends if hit.name.kind == "party" and hit.span.start < span.start), None)
    return Span(name.span.start, span.end) if name else span


def _source(attribution: Attribution) -> Spans:
    return attribution.source or (attribution.content[:1] if attribution.shape == "raising" else ())
