"""The party of a person as a sentence tells it: "Mr. Lind is one of four Liberals who stayed"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.records import Mention, Span
from briefing.steps.mention.context import Context
from briefing.steps.mention.phrase import read_phrase
from briefing.steps.mention.sides import spoken_for
from briefing.text import Token
from briefing.words import Words

_OPENING = 4  # words in which a sentence names its subject: "Mr. Harold Lind"
_CLOSING = frozenset(",.;:")  # what ends an aside
_ASIDE = 14  # words of an aside in commas behind the subject


def with_told_parties(
    text: str, read: tuple[Words, ...], people: dict[str, Mention], context: Context
) -> dict[str, Mention]:
    """The people, with the party of those of whom a sentence tells it: "Mr. Lind is one of four Liberals who …"."""
    told: dict[str, str] = {}
    for sentence in read:
        told |= _told_in_asides(sentence.tokens, people, context)
        side, words = _spoken_for(sentence.tokens, context)
        subject = next((i for i, w in enumerate(words[:_OPENING]) if w.is_capitalised and w.folded in people), None)
        if subject is None or people[words[subject].folded].party is not None:
            continue
        rest = words[subject + 1 :]
        party = side or _aside_party(rest, context) or _predicate_party(text, rest, context)
        if party is not None:
            told[people[words[subject].folded].name] = party
    return {
        key: replace(m, party=told[m.name], rule="told", how="told") if m.name in told else m
        for key, m in people.items()
    }


def _told_in_asides(words: Sequence[Token], people: dict[str, Mention], context: Context) -> dict[str, str]:
    """The parties of people behind whose name an aside tells it: "“We wait,” said Eva Lund, who leads the Greens"."""
    named = (i for i, word in enumerate(words[:-1]) if word.is_capitalised and words[i + 1].text == ",")
    strangers = (i for i in named if words[i].folded in people and people[words[i].folded].party is None)
    asides = ((people[words[i].folded].name, _aside_party(words[i + 1 :], context)) for i in strangers)
    return {name: party for name, party in asides if party is not None}


def _spoken_for(words: Sequence[Token], context: Context) -> tuple[str | None, Sequence[Token]]:
    """The party in "For the Blue Party, Sir Ming Camber said", and the words behind it; None and all words without."""
    comma = next((i for i, word in enumerate(words[:_ASIDE]) if word.text == ","), 0)
    party = spoken_for(words[:comma], context)
    return (party, words[comma + 1 :]) if party else (None, words)


def _aside_party(rest: Sequence[Token], context: Context) -> str | None:
    """The party in "Eva Lund, speaking for the Greens, …"."""
    closing = next((i for i, word in enumerate(rest[1:_ASIDE], 1) if word.text in _CLOSING), None)
    return spoken_for(rest[1:closing], context) if closing and rest[0].text == "," else None


def _predicate_party(text: str, rest: Sequence[Token], context: Context) -> str | None:
    """The party in "is a Liberal senator", "is one of four Liberals", an aside in commas before it left out."""
    if rest and rest[0].text == ",":
        closing = next((i for i, w in enumerate(rest[1:_ASIDE], 1) if w.text == ","), None)
        rest = rest[closing + 1 :] if closing else rest
    lists = context.words
    if len(rest) < 3 or rest[0].folded not in lists.copulas:
        return None
    partitive = f"{rest[1].folded} {rest[2].folded}" in lists.partitives
    start = 3 if partitive else 2 if rest[1].folded in lists.indefinite else None
    if start is None or start >= len(rest):
        return None
    ends = (i for i in range(start, len(rest)) if not rest[i].is_word or rest[i].folded in lists.predicate_ends)
    stop = next(ends, len(rest))
    if stop == start:
        return None
    if any(word.folded in lists.not_in_office for word in rest[start:stop]):
        return None  # "a former Liberal senator" may be anything now
    predicate = read_phrase(text, Span(rest[start].span.start, rest[stop - 1].span.end), context)
    return predicate.party if predicate.how in ("alias", "premodifier") else None
