"""The issues that an object is about: the terms of its core, or a phrase that goes back to a term named before.

"The deal" after "the nuclear deal" is the same deal: a phrase whose head is the head of a term that the article has
named goes back to it (same-head coreference; Vieira and Poesio 2000).
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence

from briefing.profile import Profile
from briefing.steps.classify.issues import IssueHit
from briefing.steps.classify.stand.complement import Range
from briefing.steps.classify.stand.view import View
from briefing.text import stem, tokens

_GAP = 3  # words that may stand between two words of a term: "fund most of the government"
_SMALL = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "to",
        "for",
        "in",
        "on",
        "by",
        "with",
        "from",
        "at",
        "and",
        "or",
        "its",
        "his",
        "her",
        "their",
        "our",
    ]
)
_POINTING = frozenset(
    [
        "the",
        "this",
        "that",
        "these",
        "those",
        "his",
        "her",
        "its",
        "their",
        "our",
        "any",
        "such",
        "a",
        "an",
        "your",
        "no",
    ]
)


@functools.lru_cache(maxsize=8)
def heads(profile: Profile) -> Mapping[str, frozenset[str]]:
    """The last words of the terms of several words, each with the issues that have such a term."""
    found: dict[str, set[str]] = {}
    for issue in profile.issues:
        for term in issue.terms:
            words = term.casefold().split()
            if len(words) > 1 and words[-1].isalpha() and words[-2] not in _SMALL:
                found.setdefault(_singular(words[-1]), set()).add(issue.id)
    return {head: frozenset(issues) for head, issues in found.items()}


def _singular(word: str) -> str:
    return word.removesuffix("s") if len(word) > 3 and not word.endswith("ss") else word


@functools.lru_cache(maxsize=8)
def loose(profile: Profile) -> tuple[tuple[tuple[str, ...], str], ...]:
    """The terms of two and more content words as stems, with their issue."""
    rows = []
    for issue in profile.issues:
        for term in issue.terms:
            words = tuple(stem(w) for w in term.casefold().replace("-", " ").split() if w not in _SMALL)
            if len(words) > 1:
                rows.append((words, issue.id))
    return tuple(rows)


def issues_of(
    view: View, about: Range, hits: Sequence[IssueHit], before: Sequence[IssueHit], profile: Profile
) -> tuple[str, ...]:
    """The issues that the object `about` is about, each once, in order.

    `hits` are the terms of the statement, `before` those of the article up to it. The terms nearest to the head of the
    object decide: "an easement for the pipeline to cross the lake" is about the easement.
    """
    span = view.span(*about)
    inside = [hit for hit in hits if span.covers(hit.span)]
    inside = [hit for hit in inside if not any(o.span != hit.span and o.span.covers(hit.span) for o in inside)]
    for first, last in _parts(view, about):
        part = view.span(first, last)
        named = [hit.issue for hit in inside if part.covers(hit.span) or hit.span.start in range(part.start, part.end)]
        if named:
            return tuple(dict.fromkeys(named))
    named = _scattered(view.text[span.start : span.end], profile) or _gone_back(view, about, before, profile)
    return tuple(dict.fromkeys(named))


def _parts(view: View, about: Range) -> Iterator[Range]:
    """The object in parts, the one with its head first: cut at prepositions, infinitives and participles."""
    first, last = about
    start = first
    for i in range(first + 1, last):
        tag = view.tag(i)
        cut = (tag == "I" and view.word(i) != "of") or (tag == "T" and i > first + 1) or tag == "t"
        if cut and i > start + 1:
            yield start, i
            start = i
    yield start, last


def _scattered(text: str, profile: Profile) -> list[str]:
    """Issues with a term whose words stand in the object in order, a few others between them."""
    stems = [stem(word.folded) for word in tokens(text)]
    return [issue for term, issue in loose(profile) if _in_order(stems, term)]


def _in_order(stems: Sequence[str], term: tuple[str, ...]) -> bool:
    starts = [i for i, word in enumerate(stems) if word == term[0]]
    return any(_follows(stems, at, term) for at in starts)


def _follows(stems: Sequence[str], at: int, term: tuple[str, ...]) -> bool:
    for wanted in term[1:]:
        window = stems[at + 1 : at + 2 + _GAP]
        if wanted not in window:
            return False
        at += 1 + window.index(wanted)
    return True


def _gone_back(view: View, about: Range, before: Sequence[IssueHit], profile: Profile) -> list[str]:
    """The issue of the last term named before with the same head as a pointing phrase of the object."""
    known = heads(profile)
    for i in range(*about):
        head = _singular(view.word(i))
        if head not in known or view.tag(i) not in "nA" or view.tag(i + 1) in "nA":
            continue
        if not any(view.word(k) in _POINTING for k in range(max(about[0], i - 4), i)):
            continue
        named = [
            hit.issue
            for hit in before
            if hit.issue in known[head] and _singular(hit.span.of(view.text).split()[-1].casefold()) == head
        ]
        if named:
            return named[-1:]
        if len(known[head]) == 1 and any(hit.issue in known[head] for hit in before):
            return list(known[head])
    return []
