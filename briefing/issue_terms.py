"""The issues a text touches, by the terms of the topic profile."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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


def find_issues(words: Sequence[Token], profile: Profile) -> tuple[IssueHit, ...]:
    """The terms of the profile's issues among `words`, in order. One place may name two issues.

    A short word is found in its singular and plural alone: an "aide" is no aid.
    """
    hits = find_phrases(words, _terms(profile))
    return tuple(
        IssueHit(found.key, found.span)
        for found in hits
        if found.last - found.first > 1 or _is_same_word(words[found.first].folded, found.key, profile)
    )


def _is_same_word(word: str, issue: str, profile: Profile) -> bool:
    """The word is a term of the issue, its plural or singular, or long enough to be known by its stem."""
    return len(stem(word)) >= _LONG_ENOUGH or bool(_numbers(word) & _singles(profile)[issue])


def _numbers(word: str) -> set[str]:
    return {word, word + "s", word + "es", word.removesuffix("s"), word.removesuffix("es")}


@functools.lru_cache(maxsize=8)
def _singles(profile: Profile) -> Mapping[str, frozenset[str]]:
    """The single-word terms of each issue, folded."""
    return {issue.id: frozenset(fold(term) for term in issue.terms if " " not in term) for issue in profile.issues}
