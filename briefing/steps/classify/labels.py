"""The labels of a statement: one stance for each issue, each with the words that decided it."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.records import IssueStance, Position, Span, Stance
from briefing.steps.classify.issues import IssueHit
from briefing.steps.classify.stance import ORDER, StanceHit

_GOES_ON = 1  # sentences after which a statement without a term of its own still goes on with the last one's issue


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
    words = tuple(dict.fromkeys(hit.span.of(text) for hit in hits))
    return IssueStance(issue, why.stance if near and why else main, words, *_reason(text, why))


def _reason(text: str, why: StanceHit | None) -> tuple[tuple[str, ...], str]:
    return ((why.span.of(text),), why.rule) if why else ((), "stance.cue")


def inherited(
    text: str, before: Position | None, sentence: int, main: Stance, decided: StanceHit | None
) -> tuple[IssueStance, ...]:
    """Labels of a statement that names no issue: those of the statement right before it ("It would never work," he
    added), marked as inherited; or one label without an issue."""
    words, rule = _reason(text, decided)
    goes_on = before is not None and sentence - before.sentence <= _GOES_ON
    known = [s for s in before.stances if s.issue] if before is not None and goes_on else []
    if known:
        return tuple(IssueStance(s.issue, main, s.issue_words, words, f"{rule}+issue.inherited") for s in known)
    return (IssueStance(None, main, (), words, rule),)


def _same_clause(text: str, hit: IssueHit, stances: Sequence[StanceHit]) -> StanceHit | None:
    """The strongest stance words with no comma, semicolon or dash between them and the issue's term."""
    near = [s for s in stances if not any(mark in _between(text, s.span, hit.span) for mark in ",;—")]
    return min(near, key=lambda s: ORDER.index(s.stance), default=None)


def _between(text: str, one: Span, other: Span) -> str:
    return text[min(one.end, other.end) : max(one.start, other.start)]
