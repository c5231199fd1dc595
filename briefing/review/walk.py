"""Which statements a reviewer sees, and in which order: those of the front page, then those whose labels are unsure."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.merged import Briefing, Statement
from briefing.render.front import front


def walk(briefing: Briefing) -> tuple[str, ...]:
    """The ids of the statements to look at, each once."""
    known = {statement.id for statement in briefing.statements}
    unsure = (statement.id for statement in briefing.statements if doubts(statement))
    return tuple(dict.fromkeys(i for i in (*_on_the_front_page(briefing), *unsure) if i in known))


def doubts(statement: Statement) -> tuple[str, ...]:
    """What the rules could not tell of a statement, or only guess."""
    chosen = any(corrected.what == "speaker" for corrected in statement.corrected)
    found = {
        "the party is unknown": statement.party is None,
        "the speaker is unknown": statement.speaker.name is None,
        "several people could be meant": bool(statement.speaker.candidates),
        "the speaker is named in another place": statement.antecedent is not None and not chosen,
        "the day is unknown": statement.date_said.iso is None and statement.date_said.by is None,
    }
    return tuple(doubt for doubt, is_so in found.items() if is_so)


def _on_the_front_page(briefing: Briefing) -> Iterator[str]:
    shown = front(briefing)
    for change in shown.changed:
        yield from (said.id for said in change.statements_after)
    for quotation in shown.positions:
        yield from quotation
    for row in shown.rows:
        yield from (stand.statement for cell in row.cells for stand in cell.stands)
    for _, conflict in shown.conflicts:
        yield from (side.statement for side in conflict.sides if side.statement)
