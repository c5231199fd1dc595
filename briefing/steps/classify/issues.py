"""The issues a text touches, by the terms of the topic profile."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.phrases import Phrases, compile_phrases, find_phrases
from briefing.profile import Profile
from briefing.records import Span
from briefing.text import Token


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


def find_issues(words: Sequence[Token], profile: Profile) -> tuple[IssueHit, ...]:
    """The terms of the profile's issues among `words`, in order. One place may name two issues."""
    return tuple(IssueHit(found.key, found.span) for found in find_phrases(words, _terms(profile)))
