"""A briefing cut down to what is new in it."""

from __future__ import annotations

from dataclasses import replace

from briefing.merged import Briefing, Edition, Statement


def only_new(briefing: Briefing, previous: Edition | None) -> Briefing:
    """The briefing with the statements that are new or changed a label, and what the new sources add.

    Sources keep their numbers. Without an earlier edition all is new.
    """
    if previous is None:
        return briefing
    shown = tuple(s for s in briefing.statements if s.change in ("new", "changed"))
    ids = {s.id for s in shown}
    known = {name for name, _, _ in previous.sources}
    fresh = {s.number for s in briefing.sources if s.source not in known}
    listed = fresh | {c.source for s in shown for c in s.citations}
    return replace(
        briefing,
        sources=tuple(s for s in briefing.sources if s.number in listed),
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
        changes=tuple(c for c in briefing.changes if c.change in ("new", "changed")),
        summaries=tuple(s for s in briefing.summaries if s.source in fresh),
    )


def _alone(statement: Statement, ids: set[str]) -> Statement:
    """The statement without the way to one that is not shown."""
    return statement if statement.group is None or statement.group in ids else replace(statement, group=None)
