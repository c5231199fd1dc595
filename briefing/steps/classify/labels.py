"""The summary of a statement by issue: the stand on each, and the issues that are merely mentioned."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.records import IssueStance, Stance, Stand
from briefing.stances import RANKED, STANCES, WORDS
from briefing.steps.classify.mentioned import Named


def main_stance(stands: Sequence[Stand], cue: Stance) -> Stance:
    """The stance of the lowest rank, among those of the stands and that of the cue's own.

    "Would accept … only if …" is a condition.
    """
    held = {*(stand.stance for stand in stands), cue}
    return min((stance for stance in held if STANCES[stance].yields_to not in held), key=RANKED.index)


def summary(text: str, stands: Sequence[Stand], mentioned: Named) -> tuple[IssueStance, ...]:
    """One row for each issue: the first stand of those on it by preference, or mere words for a mention."""
    rows: dict[str | None, IssueStance] = {}
    for stand in sorted(stands, key=lambda stand: RANKED.index(stand.stance)):
        for issue in stand.issues:
            words = (stand.object.of(text),) if stand.object else ()
            rows.setdefault(issue, IssueStance(issue, stand.stance, words, (stand.act.of(text),), stand.rule))
    for issue, named in mentioned:
        rows.setdefault(issue, IssueStance(issue, WORDS, named, (), "issue.mention"))
    return tuple(rows.values()) or (IssueStance(None, main_stance(stands, WORDS), (), (), "issue.none"),)
