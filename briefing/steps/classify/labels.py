"""The labels of a statement: one stance for each issue, each with the words that decided it."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.records import IssueStance, Span, Stance
from briefing.steps.classify.issues import IssueHit
from briefing.steps.classify.stance import ORDER, StanceHit


def labels(
    text: str, issues: Sequence[IssueHit], stances: Sequence[StanceHit], main: Stance, decided: StanceHit | None
) -> tuple[IssueStance, ...]:
    """One label for each issue: the stance words in the issue's own clause, or the main stance of the statement."""
    places: dict[str, list[IssueHit]] = {}
    for hit in issues:
        places.setdefault(hit.issue, []).append(hit)
    return tuple(_label(text, issue, hits, stances, main, decided) for issue, hits in places.items())


def _label(
    text: str,
    issue: str,
    hits: Sequence[IssueHit],
    stances: Sequence[StanceHit],
    main: Stance,
    decided: StanceHit | None,
) -> IssueStance:
    near = [stance for hit in hits if (stance := _same_clause(text, hit, stances)) is not None]
    why = min(near, key=lambda s: ORDER.index(s.stance), default=decided)
    words = words_of(text, hits, issue)
    return IssueStance(issue, why.stance if near and why else main, words, *reason(text, why))


def reason(text: str, why: StanceHit | None) -> tuple[tuple[str, ...], str]:
    """The words that decided a stance and the id of their rule; none and that of the cue where the cue did."""
    return ((why.span.of(text),), why.rule) if why else ((), "stance.cue")


def words_of(text: str, hits: Sequence[IssueHit], issue: str) -> tuple[str, ...]:
    """The words that name the issue, each once, in order."""
    return tuple(dict.fromkeys(hit.span.of(text) for hit in hits if hit.issue == issue))


def _same_clause(text: str, hit: IssueHit, stances: Sequence[StanceHit]) -> StanceHit | None:
    """The strongest stance words with no comma, semicolon or dash between them and the issue's term."""
    near = [s for s in stances if not any(mark in _between(text, s.span, hit.span) for mark in ",;—")]
    return min(near, key=lambda s: ORDER.index(s.stance), default=None)


def _between(text: str, one: Span, other: Span) -> str:
    return text[min(one.end, other.end) : max(one.start, other.start)]
