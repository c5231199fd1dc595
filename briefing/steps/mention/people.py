"""People whom the article introduces and the profile does not know: name, party and role, by the words beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.records import Article, Mention, Sentence, Span
from briefing.steps.mention.phrase import Context, read_phrase
from briefing.text import Token, tokens

_LOOKBACK = 6  # words of title before a name: "the Israeli government's chief hostage negotiator"
_LOOKAHEAD = 14  # words of an apposition after it


def introduced_people(article: Article, sentences: tuple[Sentence, ...], context: Context) -> dict[str, Mention]:
    """By folded full name and surname: the people introduced with a title or apposition, in the order of the text.

    A surname that two introduced people share is left out: nobody could tell whom it means.
    """
    people: dict[str, Mention] = {}
    owners: dict[str, set[str]] = {}
    for sentence in sentences:
        words = tokens(article.text, *sentence.span)
        for first, last in _name_runs(words, context):
            mention = _introduction(article.text, words, first, last, context)
            if mention is None:
                continue
            people.setdefault(mention.name.casefold(), mention)
            surname = words[last - 1].text.casefold()
            owners.setdefault(surname, set()).add(mention.name)
            people.setdefault(surname, mention)
    return {key: m for key, m in people.items() if len(owners.get(key, ())) < 2}


def _name_runs(words: Sequence[Token], context: Context) -> list[tuple[int, int]]:
    """Runs of two to four capitalised words that could be a personal name."""
    runs: list[tuple[int, int]] = []
    at = 0
    while at < len(words):
        last = at
        while last < len(words) and _nameable(words[last], context):
            last += 1
        if 2 <= last - at <= 5 and words[at].is_capitalised:
            runs.append((at, last))
        at = max(last, at + 1)
    return runs


def _nameable(word: Token, context: Context) -> bool:
    lists = context.words
    if word.folded in ("bin", "al", "el", "abu", "ibn", "de", "van", "von"):
        return True
    if not (word.is_word and word.is_capitalised) or word.text.isupper() or word.text[0].isdigit():
        return False
    known = lists.role | lists.institution | lists.title | lists.document | lists.determiner | lists.affected
    return word.folded not in known and word.folded not in context.names


def _introduction(text: str, words: Sequence[Token], first: int, last: int, context: Context) -> Mention | None:
    """The mention with title or apposition, when either gives a role; a bare name introduces nobody's party."""
    start = max(0, first - _LOOKBACK)
    before = next((i for i in range(first - 1, start - 1, -1) if not words[i].is_word), start - 1) + 1
    name = Span(words[first].span.start, words[last - 1].span.end)
    end = words[last - 1].span.end
    if last < len(words) and words[last].text == ",":
        stop = next((i for i in range(last + 1, min(len(words), last + _LOOKAHEAD)) if words[i].text in ",.;:"), None)
        end = words[stop - 1].span.end if stop else end
    lead = next((i for i in range(before, first) if words[i].folded in context.words.role | context.words.title), None)
    if lead is not None:
        mention = read_phrase(text, Span(words[before].span.start, end), context)
        if mention.kind == "person" and mention.person and mention.person.endswith(words[last - 1].text):
            return replace(mention, span=name)
    mention = read_phrase(text, Span(name.start, end), context)
    return replace(mention, span=name) if mention.kind == "person" and mention.person else None
