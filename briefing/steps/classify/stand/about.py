"""The issues that an object is about: the terms of its core, or a phrase that goes back to a term named before.

"The deal" after "the nuclear deal" is the same deal: a phrase whose head is the head of a term that the article has
named goes back to it (same-head coreference; Vieira and Poesio 2000).
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence

from briefing.issue_terms import IssueHit
from briefing.profile import Profile
from briefing.steps.classify.stand.extent import Range
from briefing.steps.classify.stand.view import View
from briefing.text import stem, tokens

_WITHOUT = 3  # words between "without" and the term: "without a single costly detour"
_MODIFIERS = 5  # words between a preposition and the name of a place
_GAP = 3  # words that may stand between two words of a term: "fund most of the government"


@functools.lru_cache(maxsize=8)
def heads(profile: Profile, small: frozenset[str], articles: frozenset[str]) -> Mapping[str, frozenset[str]]:
    """The last words of the terms of several words, each with the issues that have such a term."""
    found: dict[str, set[str]] = {}
    for issue in profile.issues:
        for term in issue.terms:
            words = term.casefold().split()
            if len(words) > 1 and words[-1].isalpha() and (words[-2] not in small or words[0] in articles):
                found.setdefault(_singular(words[-1]), set()).add(issue.id)
    return {head: frozenset(issues) for head, issues in found.items()}


@functools.lru_cache(maxsize=8)
def plain(profile: Profile, articles: frozenset[str]) -> Mapping[str, str]:
    """The nouns that a profile lists with "the" ("the deal"): any phrase with that head names the issue."""
    rows = ((term.casefold().split(), issue.id) for issue in profile.issues for term in issue.terms)
    return {_singular(words[1]): issue for words, issue in rows if len(words) == 2 and words[0] in articles}


def _singular(word: str) -> str:
    return word.removesuffix("s") if len(word) > 3 and not word.endswith("ss") else word


@functools.lru_cache(maxsize=8)
def loose(profile: Profile, small: frozenset[str]) -> tuple[tuple[tuple[str, ...], str], ...]:
    """The terms of two and more content words as stems, with their issue."""
    rows = []
    for issue in profile.issues:
        for term in issue.terms:
            words = tuple(stem(w) for w in term.casefold().replace("-", " ").split() if w not in small)
            if len(words) > 1:
                rows.append((words, issue.id))
    return tuple(rows)


def issues_of(
    view: View, about: Range, hits: Sequence[IssueHit], before: Sequence[IssueHit], profile: Profile
) -> tuple[str, ...]:
    """The issues that the object `about` is about, each once, in order.

    `hits` are the terms of the statement, `before` those of the article up to it.
    """
    span = view.span(*about)
    inside = [hit for hit in hits if span.covers(hit.span) and not _is_left_out(view, about, hit)]
    inside = [hit for hit in inside if not any(o.span != hit.span and o.span.covers(hit.span) for o in inside)]
    if inside:
        return tuple(dict.fromkeys(hit.issue for hit in inside))
    named = _scattered(span.of(view.text), profile, view.table.closed["small"]) or _gone_back(
        view, about, before, profile
    )
    return tuple(dict.fromkeys(named))


def _is_left_out(view: View, about: Range, hit: IssueHit) -> bool:
    """ "Completing the line without a detour" is about the line, "a pact with a party in Cork" not about Cork."""
    at = next((i for i in range(*about) if view.span(i, i + 1).end > hit.span.start), about[0])
    return view.any_is(range(max(about[0], at - _WITHOUT), at), "leaving_out") or _says_where(view, about[0], at, hit)


def _says_where(view: View, first: int, at: int, hit: IssueHit) -> bool:
    """The term at token `at` is a name behind a preposition of place, and something stands before that."""
    k = at - 1
    while k > first and at - k < _MODIFIERS and view.tag(k) in "DQJA":
        k -= 1
    return k > first and view.is_a(k, "placing") and hit.span.of(view.text)[:1].isupper()


def _scattered(text: str, profile: Profile, small: frozenset[str]) -> list[str]:
    """Issues with a term whose words stand in the object in order, a few others between them."""
    stems = [stem(word.folded) for word in tokens(text)]
    return [issue for term, issue in loose(profile, small) if _in_order(stems, term)]


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
    articles = view.table.closed["definite_article"]
    known, bare = heads(profile, view.table.closed["small"], articles), plain(profile, articles)
    for i in range(*about):
        head = _singular(view.word(i))
        if head not in known or view.tag(i) not in "nA" or view.tag(i + 1) in "nA":
            continue
        pointing = next((k for k in range(i - 1, max(about[0], i - 4) - 1, -1) if view.is_a(k, "pointing")), None)
        if pointing is None or any(view.tag(k) == "J" for k in range(pointing + 1, i)):
            continue  # "the peaceful option" is not "the military option" named before
        if head in bare:
            return [bare[head]]
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
