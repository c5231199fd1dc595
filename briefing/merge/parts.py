"""A briefing cut down: to what is new in it, or to the newest of what would be too much to read."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from briefing.merged import Briefing, Edition, Statement
from briefing.records import Problem


def only_new(briefing: Briefing, previous: Edition | None) -> Briefing:
    """The briefing with the statements that are new or changed a label, and what the new sources add.

    Without an earlier edition all is new.
    """
    if previous is None:
        return briefing
    shown = tuple(s for s in briefing.statements if s.change in ("new", "changed"))
    known = {name for name, _, _ in previous.sources}
    fresh = {s.id for s in briefing.sources if s.source not in known}
    part = _part(briefing, shown, fresh)
    return replace(part, changes=tuple(c for c in part.changes if c.change in ("new", "changed")))


def newest_part(briefing: Briefing, most: int) -> Briefing:
    """The briefing with no more than `most` statements, those of the newest day, and a problem that says so.

    An undated statement counts as older than any dated one.
    """
    if len(briefing.statements) <= most:
        return briefing
    by_day = sorted(range(len(briefing.statements)), key=lambda i: _day(briefing.statements[i]), reverse=True)
    kept = sorted(by_day[:most])
    shown = tuple(briefing.statements[i] for i in kept)
    part = _part(briefing, shown, {c.source for s in shown for c in s.citations})
    message = f"the newest {most} of {len(briefing.statements)} statements are shown: the data formats have them all"
    return replace(part, problems=(Problem("briefing.cut", "briefing", message), *part.problems))


def _day(statement: Statement) -> str:
    return statement.date_said.iso or statement.date_said.by or ""


def _part(briefing: Briefing, shown: tuple[Statement, ...], fresh: Collection[str]) -> Briefing:
    """The briefing with only these statements; what is no statement is kept of the sources `fresh`."""
    ids = {s.id for s in shown}
    listed = {*fresh, *(c.source for s in shown for c in s.citations)}
    listed |= {s.inferred.from_source for s in briefing.sources if s.id in listed and s.inferred}
    return replace(
        briefing,
        sources=tuple(s for s in briefing.sources if s.id in listed),
        statements=tuple(_alone(s, ids) for s in shown),
        key_points=tuple(p for p in briefing.key_points if p.statement in ids),
        agreements=tuple(a for a in briefing.agreements if ids.issuperset(a.statements)),
        conflicts=tuple(
            c
            for c in briefing.conflicts
            if all(x.citation.source in listed and (x.statement is None or x.statement in ids) for x in c.sides)
        ),
        figures=tuple(f for f in briefing.figures if f.citation.source in fresh),
        wordings=tuple(w for w in briefing.wordings if w.source in fresh),
        timeline=tuple(e for e in briefing.timeline if e.citation.source in fresh),
        summaries=tuple(s for s in briefing.summaries if s.source in fresh),
    )


def _alone(statement: Statement, ids: set[str]) -> Statement:
    """The statement without the way to one that is not shown."""
    return statement if statement.group is None or statement.group in ids else replace(statement, group=None)
