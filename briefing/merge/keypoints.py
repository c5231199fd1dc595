"""The statements that a hurried reader should not miss, each with the rule that chose it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.merged import Conflict, KeyPoint, Statement
from briefing.profile import Profile
from briefing.records import Stance

# A statement that takes a stand says more than one that informs.
_WEIGHT: dict[Stance, int] = {"state": 2, "decline_comment": 3, "express_concern": 1, "support": 1}
_MODE = {"direct": 0, "mixed": 0, "indirect": 1, "action": 1}
_PARTIES = 6


def find_key_points(
    statements: Sequence[Statement], conflicts: Sequence[Conflict], profile: Profile
) -> tuple[KeyPoint, ...]:
    """Per main party the latest dated statement of a named speaker, then the most corroborated and the disputed."""
    disputed = {side.statement for c in conflicts if c.kind == "stance" for side in c.sides}
    found: list[KeyPoint] = []
    for party in _main_parties(statements, profile):
        mine = [s for s in statements if s.party == party]
        found += _of_party(party, mine, disputed)
    return tuple(found)


def _main_parties(statements: Sequence[Statement], profile: Profile) -> list[str]:
    counts = {p.id: sum(s.party == p.id for s in statements) for p in profile.parties}
    order = [p.id for p in profile.parties]
    main = sorted((p for p in order if counts[p]), key=lambda p: (-counts[p], order.index(p)))
    return main[:_PARTIES]


def _of_party(party: str, mine: Sequence[Statement], disputed: set[str | None]) -> Iterator[KeyPoint]:
    taken: set[str] = set()
    dated = [s for s in mine if s.date_said.iso and not s.speaker.anonymous and s.speaker.name]
    pool = dated or [s for s in mine if s.date_said.iso] or list(mine)
    newest = max((s.date_said.iso or s.date_said.by or "" for s in pool), default="")
    latest = [s for s in pool if (s.date_said.iso or s.date_said.by or "") == newest]
    best = min(latest, key=_telling)
    taken.add(best.id)
    yield KeyPoint(party, "latest_dated" if dated else "latest", best.id)
    shared = [s for s in mine if len({c.source for c in s.citations}) > 1 and s.id not in taken]
    if shared:
        most = min(shared, key=lambda s: (-s.strands, -len(s.citations), *_telling(s)))
        taken.add(most.id)
        yield KeyPoint(party, "most_corroborated", most.id)
    in_dispute = [s for s in mine if s.id in disputed and s.id not in taken]
    if in_dispute:
        yield KeyPoint(party, "disputed", min(in_dispute, key=_telling).id)


def _telling(statement: Statement) -> tuple[int, int, int, int]:
    return (
        _WEIGHT.get(statement.stance, 0),
        _MODE.get(statement.mode, 2),
        statement.lead.source,
        statement.lead.span.start,
    )
