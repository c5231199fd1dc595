"""The issues a text touches, by the terms of the topic profile."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat

from briefing.languages import of_language
from briefing.phrases import Phrases, compile_phrases, find_phrases
from briefing.profile import Profile
from briefing.records import Span
from briefing.text import Token, fold, stem


@dataclass(frozen=True, slots=True)
class IssueHit:
    """A term of an issue at a place in the text."""

    issue: str
    span: Span


@functools.lru_cache(maxsize=8)
def _terms(profile: Profile) -> Phrases[str]:
    rows = [(spelling, issue.id) for issue in profile.issues for term in issue.terms for spelling in _spellings(term)]
    return compile_phrases(rows)


def _spellings(term: str) -> set[str]:
    """A term with and without its hyphens: "cease-fire", "ceasefire", "cease fire"."""
    return {term, term.replace("-", ""), term.replace("-", " ")}


_LONG_ENOUGH = 5  # letters of a stem from which other forms of the word are the same word
_REST = 3  # letters of the other part of a compound


def find_issues(words: Sequence[Token], profile: Profile) -> tuple[IssueHit, ...]:
    """The terms of the profile's issues among `words`, in order. One place may name two issues.

    A short word is found in its singular and plural alone: an "aide" is no aid. Where the profile's language writes
    compounds as one word, a long term is found in them, too: "Tunnel" in "Tunnelbau" and "Straßentunnels".
    """
    hits = [
        IssueHit(found.key, found.span)
        for found in find_phrases(words, _terms(profile))
        if found.last - found.first > 1 or _is_same_word(words[found.first].folded, found.key, profile)
    ]
    inside = [hit for hit in _within_words(words, profile) if hit not in hits]
    return tuple(sorted(hits + inside, key=lambda hit: hit.span)) if inside else tuple(hits)


def _within_words(words: Sequence[Token], profile: Profile) -> list[IssueHit]:
    """The long terms that a word is a form or a compound of; none where the language has no such endings."""
    endings = _endings(profile.language)
    if not endings:
        return []
    found = (
        IssueHit(issue, Span(words[at].span.start, words[at + len(term) - 1].span.end))
        for at in range(len(words))
        for term, issue in _long_terms(profile)
        if at + len(term) <= len(words) and all(map(_holds, words[at : at + len(term)], term, repeat(endings)))
    )
    return list(dict.fromkeys(found))


def _holds(word: Token, term: str, endings: tuple[str, ...]) -> bool:
    """The word is the term with an ending; a noun may have more before or behind it, where the term is long."""
    if not word.is_capitalised or len(term) < _LONG_ENOUGH:
        return word.folded.startswith(term) and word.folded.removeprefix(term) in endings
    behind = word.folded.endswith(tuple(term + ending for ending in endings))
    return word.folded.startswith(term) or (behind and len(word.folded) >= len(term) + _REST)


def _endings(language: str) -> tuple[str, ...]:
    lexicon = of_language(language)
    return tuple(lexicon["nouns"].settings.get("endings", ())) if "nouns" in lexicon else ()


@functools.lru_cache(maxsize=8)
def _long_terms(profile: Profile) -> tuple[tuple[tuple[str, ...], str], ...]:
    """The terms whose first word is long enough to be known with another ending, each with its issue: as folded words,
    of several those without their endings."""
    endings = sorted(filter(None, _endings(profile.language)), key=len, reverse=True)
    rows = ((tuple(fold(word) for word in term.split()), issue.id) for issue in profile.issues for term in issue.terms)
    known = ((words, issue) for words, issue in rows if words and len(words[0]) >= _LONG_ENOUGH)
    return tuple(
        (words if len(words) == 1 else tuple(_bare(word, endings) for word in words), issue) for words, issue in known
    )


def _bare(word: str, endings: Sequence[str]) -> str:
    """A word of a longer term without the ending that its place in the sentence gives it."""
    ending = next((e for e in endings if word.endswith(e) and len(word) - len(e) >= _LONG_ENOUGH), "")
    return word.removesuffix(ending)


def _is_same_word(word: str, issue: str, profile: Profile) -> bool:
    """The word is a term of the issue, its plural or singular, or long enough to be known by its stem."""
    return len(stem(word)) >= _LONG_ENOUGH or bool(_numbers(word) & _singles(profile)[issue])


def _numbers(word: str) -> set[str]:
    return {word, word + "s", word + "es", word.removesuffix("s"), word.removesuffix("es")}


@functools.lru_cache(maxsize=8)
def _singles(profile: Profile) -> Mapping[str, frozenset[str]]:
    """The single-word terms of each issue, folded."""
    return {issue.id: frozenset(fold(term) for term in issue.terms if " " not in term) for issue in profile.issues}
