"""What changed since the previous briefing, per party and issue: by label and by the words, never by guess.

"Changed" means that the label of the newest dated statement changed. The program never says that anybody changed
their mind: both statements are quoted with their dates, and the reader judges.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.merged import Briefing, ChangeRow, Citation, Statement
from briefing.records import Stance

Key = tuple[str, str | None]
_SHOWN = 2


def find_changes(statements: Sequence[Statement], previous: Briefing | None) -> tuple[ChangeRow, ...]:
    """One row for each party and issue in the profile's order; without a previous briefing there are none."""
    if previous is None:
        return ()
    before, after = _by_key(previous.statements), _by_key(statements)
    known = {s.id for s in previous.statements}
    since = previous.as_of or ""
    rows = [
        _row(key, before.get(key, []), after.get(key, []), known, since) for key in dict.fromkeys([*after, *before])
    ]
    return tuple(row for row in rows if row is not None)


def _by_key(statements: Iterable[Statement]) -> dict[Key, list[Statement]]:
    found: dict[Key, list[Statement]] = {}
    for statement in statements:
        for label in statement.issues:
            if statement.party is not None:
                found.setdefault((statement.party, label.issue), []).append(statement)
    return found


def _row(key: Key, before: list[Statement], after: list[Statement], known: set[str], since: str) -> ChangeRow | None:
    party, issue = key
    fresh = [s for s in after if s.id not in known and not _is_late(s, since)]
    old_label, new_label = _newest_label(before, issue), _newest_label(fresh, issue)
    if not before:
        return ChangeRow(party, issue, "new", None, new_label, (), _cited(fresh)) if fresh else None
    if not after:
        return ChangeRow(party, issue, "gone", old_label, None, _cited(before), ())
    if not fresh:
        repeated = [s for s in after if s.id in known and (s.last_seen or "") > since]
        return (
            ChangeRow(party, issue, "repeated", old_label, old_label, _cited(before), _cited(repeated))
            if repeated
            else None
        )
    return ChangeRow(
        party,
        issue,
        "changed" if old_label != new_label else "new",
        old_label,
        new_label,
        _cited(before),
        _cited(fresh),
    )


def _is_late(statement: Statement, since: str) -> bool:
    """A statement that is only reported now but was published before: an old article that arrived late is no change."""
    return statement.first_seen is not None and statement.first_seen <= since


def _day(statement: Statement) -> str:
    return statement.date_said.iso or statement.date_said.by or ""


def _newest_label(statements: Sequence[Statement], issue: str | None) -> Stance | None:
    newest = max(statements, key=lambda s: (_day(s), s.id), default=None)
    return None if newest is None else next((x.stance for x in newest.issues if x.issue == issue), None)


def _cited(statements: Sequence[Statement]) -> tuple[Citation, ...]:
    return tuple(s.lead for s in sorted(statements, key=lambda s: (_day(s), s.id), reverse=True)[:_SHOWN])
