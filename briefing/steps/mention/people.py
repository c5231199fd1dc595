"""People whom the article introduces and the profile does not know: name, party and role, by the words beside it."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from briefing.gazetteer import Hit, find_names
from briefing.records import Article, Mention, Span
from briefing.speaker_words import SpeakerWords
from briefing.steps.mention.context import Context
from briefing.steps.mention.named import ends_initial
from briefing.steps.mention.phrase import read_phrase
from briefing.steps.mention.told import with_told_parties
from briefing.text import Token
from briefing.words import Words

_LOOKBACK = 8  # words of title before a name: "the Israeli government's chief hostage negotiator"
_LOOKAHEAD = 14  # words of an apposition after it


def introduced_people(article: Article, read: tuple[Words, ...], context: Context) -> dict[str, Mention]:
    """By folded full name and surname: names with their title or apposition, where the article has one.

    A surname that two introduced people share is left out: nobody could tell whom it means.
    """
    people: dict[str, Mention] = {}
    owners: dict[str, set[str]] = {}
    for sentence in read:
        words = sentence.tokens
        for first, last in _name_runs(words, sentence.names, context):
            mention = _introduction(article.text, words, first, last, context) or _as_owner(
                _bare(article.text, words, first, last), words[last:], context
            )
            surname = words[last - 1].text.casefold()
            owners.setdefault(surname, set()).add(mention.name)
            for key in (mention.name.casefold(), surname):
                if key not in people or (people[key].how == "bare" and people[key].name == mention.name):
                    people[key] = mention
    addressed = _addressed(read, context)
    first_names = context.words.women | context.words.men
    people = {
        key: _as_addressed(m) if m.how == "bare" and m.head in addressed else _as_person(m, first_names)
        for key, m in people.items()
        if len(owners.get(key, ())) < 2
    }
    people.update((key, m) for key, m in _by_title(article, read, context) if key not in owners)
    return with_told_parties(article.text, read, people, context)


def _as_addressed(mention: Mention) -> Mention:
    """A bare name whose surname stands behind a title elsewhere."""
    return replace(mention, rule="name.addressed", how="addressed")


def _as_person(mention: Mention, first_names: frozenset[str]) -> Mention:
    """A bare name that begins with a first name is somebody's: "Dan Marks disagreed. He …" is about Dan Marks."""
    known = mention.how == "bare" and mention.name.split()[0].casefold() in first_names
    return replace(mention, rule="name.first_name", how="first_name") if known else mention


def _as_owner(mention: Mention, behind: Sequence[Token], context: Context) -> Mention:
    """A bare name before "his" or "her", with no other name between, is somebody's: "Teo Andrade shut his door"."""
    own = next((i for i, word in enumerate(behind) if word.folded in context.words.possessors), None)
    alone = own is not None and not any(word.is_capitalised for word in behind[:own])
    return replace(mention, rule="name.owner", how="first_name") if alone else mention


def _by_title(article: Article, read: tuple[Words, ...], context: Context) -> Iterator[tuple[str, Mention]]:
    """People whom the article only calls by title and surname: "Lord Penhale"."""
    # "Mr. Ban" is Ban Ki-moon, where the article names him in full
    first_words = {member.name.split()[0] for _, member in context.members if member.name in context.full_names}
    for sentence in read:
        words = sentence.tokens
        known = {i for hit in sentence.names for i in range(hit.first, hit.last)}
        known |= {i for i, word in enumerate(words) if word.text in first_words}
        for i, word in enumerate(words[:-1]):
            at = i + 2 if words[i + 1].text == "." else i + 1
            if word.folded not in context.words.title or at >= len(words) or at in known:
                continue
            alone = at + 1 >= len(words) or not _nameable(words[at + 1], context)
            if word.is_capitalised and alone and _nameable(words[at], context):
                span = Span(word.span.start, words[at].span.end)
                name = span.of(article.text)
                surname = words[at].folded
                yield surname, Mention(span, "person", name, surname, "name.addressed", person=name, how="addressed")


def _addressed(read: tuple[Words, ...], context: Context) -> frozenset[str]:
    """The words that stand after a form of address: "Mr. Minter" says that Minter is somebody's name."""
    found: set[str] = set()
    for sentence in read:
        words = [word for word in sentence.tokens if word.text != "."]
        found.update(b.folded for a, b in pairwise(words) if a.folded in context.words.title and b.is_capitalised)
    return frozenset(found)


def _bare(text: str, words: Sequence[Token], first: int, last: int) -> Mention:
    """A name that nothing introduces: it may be a person's, and gives a surname its first name if it is a source."""
    span = Span(words[first].span.start, words[last - 1].span.end)
    name = span.of(text)
    return Mention(span, "person", name, words[last - 1].folded, "name.bare", person=name, how="bare")


def _name_runs(words: Sequence[Token], hits: Sequence[Hit], context: Context) -> list[tuple[int, int]]:
    """Runs of two to four capitalised words that could be a personal name."""
    runs: list[tuple[int, int]] = []
    known = {i for hit in hits if not _is_anothers(words, hit, context) for i in range(hit.first, hit.last)}
    at = 0
    while at < len(words):
        last = at
        while last < len(words) and last not in known and _is_of_name(words, at, last, context):
            last += 1
        if 2 <= last - at <= 5 and words[at].is_capitalised:
            runs.append((at, last))
        at = max(last, at + 1)
    return runs


def _is_anothers(words: Sequence[Token], hit: Hit, context: Context) -> bool:
    """A surname of the profile behind a first name that none of its bearers has: "Julian Hill" is not Ann Hill."""
    if hit.name.kind not in ("surname", "person") or len(hit.name.words) > 1 or hit.first == 0:
        return False
    before = words[hit.first - 1]
    first_name = before.is_capitalised and before.folded in context.words.women | context.words.men
    return first_name and not any(before.folded in member.name.casefold().split() for member in hit.name.members)


def _is_of_name(words: Sequence[Token], first: int, i: int, context: Context) -> bool:
    """Token i carries on a name that begins at token `first`; inside one an initial "A" is no article."""
    initial = i > first and i + 1 < len(words) and ends_initial(words, i + 1)
    return initial or (i > first and ends_initial(words, i)) or _nameable(words[i], context)


def _nameable(word: Token, context: Context) -> bool:
    lists = context.words
    if word.folded in lists.name_particles:
        return True
    if not (word.is_word and word.is_capitalised) or word.text.isupper():
        return False
    return word.folded not in _no_names(lists)


@functools.lru_cache(maxsize=8)
def _no_names(lists: SpeakerWords) -> frozenset[str]:
    """Words that are no part of a person's name, even with a capital."""
    closed = lists.role | lists.institution | lists.title | lists.document | lists.determiner | lists.affected
    return closed | ((lists.loose | lists.binding) - lists.women - lists.men)  # "Per Dahl"


def _introduction(text: str, words: Sequence[Token], first: int, last: int, context: Context) -> Mention | None:
    """The person, when a title before the name or an apposition after it gives a role; else None."""
    name = Span(words[first].span.start, words[last - 1].span.end)
    start = _title_start(words, first, context)
    titled = any(w.folded in context.words.role | context.words.title for w in words[start:first])
    end = _apposition_end(words, last, context)
    if not titled and end is None and _as_example(words, first, context) is None:
        return None
    phrase = Span(words[start if titled else first].span.start, end or name.end)
    mention = read_phrase(text, phrase, context)
    known = mention.kind == "person" and mention.person is not None and mention.person.endswith(words[last - 1].text)
    if not known:
        return None
    party = mention.party or _as_example(words, start, context)
    return replace(mention, span=name, party=party, whose=None)


def _as_example(words: Sequence[Token], start: int, context: Context) -> str | None:
    """The party of those of whom the person at token `start` is an example: "Liberals like Ann Hill"."""
    opener = next((p for p in context.words.exemplifying if _ends_in(words[:start], p)), None)
    if opener is None or start <= len(opener):
        return None
    at = start - len(opener)
    at -= words[at - 1].text == ","
    before = words[max(0, at - 4) : at]
    ends = [hit for hit in find_names(before, context.names) if hit.last == len(before) and hit.name.kind == "party"]
    return ends[0].name.party.id if ends else None


def _ends_in(words: Sequence[Token], phrase: tuple[str, ...]) -> bool:
    return tuple(word.folded for word in words[-len(phrase) :]) == phrase


def _title_start(words: Sequence[Token], first: int, context: Context) -> int:
    """Where the title before a name begins: capitalised words, offices, and the small words inside them."""
    lists = context.words
    office = lists.role | lists.title | lists.institution | lists.affected
    start = first
    while start > 0 and first - start < _LOOKBACK:
        word = words[start - 1]
        inside = (word.folded in lists.office_links and start < first) or _abbreviates(words, start - 1, context)
        if not (word.is_capitalised or word.folded in office or word.folded in lists.office_modifiers or inside):
            break
        start -= 1
    while start < first and (words[start].folded in lists.office_links or not words[start].is_word):
        start += 1
    return start


def _abbreviates(words: Sequence[Token], stop: int, context: Context) -> bool:
    """The stop of "Col.", right behind a title."""
    return words[stop].text == "." and stop > 0 and words[stop - 1].folded in context.words.title


def _apposition_end(words: Sequence[Token], last: int, context: Context) -> int | None:
    """Where ", a senior Hamas official," ends, when the words after the name are such an apposition."""
    if last >= len(words) - 1 or words[last].text != ",":
        return None
    stop = next((i for i in range(last + 1, min(len(words), last + _LOOKAHEAD)) if words[i].text in ",.;:"), None)
    inner = words[last + 1 : stop] if stop else ()
    lists = context.words
    offices = lists.role | lists.institution
    if len(inner) == 1 and inner[0].text.isdigit():
        return inner[0].span.end  # "Dan Marks, 43,"
    trades = tuple(lists.trade_endings)
    trade = bool(inner) and inner[0].folded in lists.indefinite and lists.may_be_agent(inner[-1].folded)
    if not inner or not (trade or any(w.folded in offices or w.folded.endswith(trades) for w in inner)):
        return None
    opens = inner[0].folded in lists.introducing | lists.office_modifiers
    return inner[-1].span.end if opens or inner[0].is_capitalised else None
