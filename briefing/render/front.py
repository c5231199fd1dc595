"""The front page: what a busy reader finishes, at most 450 words however many articles stand behind it.

Each part has a share of the words and gives its last entries up before it takes more; what is left out stands behind.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from briefing.merged import Briefing, ChangeRow, CitedStand, Conflict, Event, Figure, Gap, Statement
from briefing.profile import Issue, Party
from briefing.stances import STANCES, takes_stand

Row = TypeVar("Row")

_CHANGES, _POSITIONS, _ISSUES, _PARTIES, _STANDS, _CONFLICTS, _AHEAD, _FIGURES, _GAPS = 5, 6, 6, 5, 1, 3, 4, 4, 3
_DAY = len("2024-05-06")
_OBJECT = 8  # words of an object that a cell shows
# Words that each part may take; with headings and labels they add up to less than 450.
_POSITION_WORDS, _CELL_WORDS, _CONFLICT_WORDS, _AHEAD_WORDS = 150, 130, 60, 30
_QUOTATION_WORDS = _POSITION_WORDS // 2  # of one quotation in all its sentences
_HEAD = 8  # words of the line above a quotation
_A_YEAR = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class FrontStand:
    """A stand in a cell: its statement, and the first words of its object with whether there are more."""

    statement: str
    stand: CitedStand
    words: str
    cut: bool


@dataclass(frozen=True, slots=True)
class FrontCell:
    """The newest stand of a party on an issue with the condition that its sentence sets; how many more there are."""

    stands: tuple[FrontStand, ...]
    more: int


@dataclass(frozen=True, slots=True)
class FrontRow:
    """One issue across the parties of the table."""

    issue: Issue
    cells: tuple[FrontCell, ...]


@dataclass(frozen=True, slots=True)
class Front:
    """The parts of the front page, in their order."""

    changed: tuple[ChangeRow, ...]
    fresh: int  # statements that the issue before did not have
    positions: tuple[tuple[str, ...], ...]  # statement ids, those of one quotation together
    parties: tuple[Party, ...]  # columns of the table
    rows: tuple[FrontRow, ...]
    conflicts: tuple[tuple[int, Conflict], ...]  # with their numbers, from 1
    ahead: tuple[Event, ...]
    figures: tuple[Figure, ...]
    gaps: tuple[Gap, ...]
    gaps_left: int
    checked: str | None  # when the profile's facts were last checked, where that is more than a year ago


def front(briefing: Briefing) -> Front:
    """The front page of a briefing."""
    parties, rows = _table(briefing)
    conflicts = [(n, c) for n, c in enumerate(briefing.conflicts, 1) if c.kind == "stance"]
    return Front(
        changed=tuple(c for c in briefing.changes if c.change == "changed")[:_CHANGES],
        fresh=sum(s.change == "new" for s in briefing.statements),
        positions=_positions(briefing),
        parties=parties,
        rows=rows,
        conflicts=_within(conflicts, [_conflict_words(c) for _, c in conflicts], _CONFLICT_WORDS)[:_CONFLICTS],
        ahead=_ahead(briefing),
        figures=_distinct(briefing.figures)[:_FIGURES],
        gaps=briefing.gaps[:_GAPS],
        gaps_left=max(0, len(briefing.gaps) - _GAPS),
        checked=_old(briefing.topic.checked, briefing.as_of),
    )


def _old(checked: str | None, as_of: str | None) -> str | None:
    """The day of the last check, where the briefing's day is more than a year later."""
    if checked is None or as_of is None:
        return None
    return checked if date.fromisoformat(as_of) - date.fromisoformat(checked) > _A_YEAR else None


def _distinct(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """Each figure once: the first source of the same number of the same things."""
    kept: dict[tuple[float, str], Figure] = {}
    for figure in figures:
        kept.setdefault((figure.number, figure.what), figure)
    return tuple(kept.values())


def count(text: str) -> int:
    """The words of a text, as white space parts them."""
    return len(text.split())


def shortened(words: str, limit: int = _OBJECT) -> tuple[str, bool]:
    """The first words of an object, and whether there are more."""
    found = words.split()
    return " ".join(found[:limit]), len(found) > limit


def _within(rows: Iterable[Row], words: Iterable[int], limit: int) -> tuple[Row, ...]:
    """The first rows whose words together stay within the limit; the first one always."""
    kept: list[Row] = []
    for row, n in zip(rows, words, strict=True):
        limit -= n
        if limit < 0 and kept:
            break
        kept.append(row)
    return tuple(kept)


def _conflict_words(conflict: Conflict) -> int:
    return sum(count(side.object or side.citation.text) + _HEAD // 2 for side in conflict.sides)


def _positions(briefing: Briefing) -> tuple[tuple[str, ...], ...]:
    """The key points, each with the sentences that go on with its quotation."""
    groups = [_quotation(briefing.statements, point.statement) for point in briefing.key_points[:_POSITIONS]]
    groups = list({group[0].id: group for group in groups}.values())  # one that parties made jointly is shown once
    ids = [tuple(s.id for s in group) for group in groups]
    return _fitting(ids, [_HEAD + sum(count(s.lead.text) for s in group) for group in groups], _POSITION_WORDS)


def _fitting(rows: Iterable[Row], words: Iterable[int], limit: int) -> tuple[Row, ...]:
    """The rows that find room, in their order, a long one passed over; the first one always."""
    kept: list[Row] = []
    for row, n in zip(rows, words, strict=True):
        if not kept or n <= limit:
            limit -= n
            kept.append(row)
    return tuple(kept)


def _quotation(statements: Sequence[Statement], start: str) -> list[Statement]:
    """The statement and the sentences of its quotation, in the order of the source.

    Of a quotation that would leave no room for the others the one sentence: a main party without a line says less.
    """
    first = next(s for s in statements if s.id == start)
    root = first.group or first.id
    group = [s for s in statements if root in (s.id, s.group)] if first.group or first.mode == "direct" else [first]
    if sum(count(s.lead.text) for s in group) > _QUOTATION_WORDS:
        return [first]
    return sorted(group, key=lambda s: s.lead.span.start)


def _table(briefing: Briefing) -> tuple[tuple[Party, ...], tuple[FrontRow, ...]]:
    """The parties with the most stands across the issues on which most of them stand.

    A stand is shown on the issue that its object names first ("to raise tensions in the strait"); on the others it is
    counted among those that stand behind.
    """
    cells: dict[tuple[str, str], list[tuple[Statement, CitedStand]]] = {}
    behind: dict[tuple[str, str], set[str]] = {}
    for statement in briefing.statements:
        for party in statement.parties:
            for stand in statement.stands:
                about = stand.issues if stand.object and takes_stand(stand.stance) else ()
                for issue in about[:1]:
                    cells.setdefault((issue, party), []).append((statement, stand))
                for issue in about[1:]:
                    behind.setdefault((issue, party), set()).add(statement.id)
    weight = {p.id: sum(len(v) for (_, party), v in cells.items() if party == p.id) for p in briefing.topic.parties}
    parties = sorted((p for p in briefing.topic.parties if weight[p.id]), key=lambda p: -weight[p.id])[:_PARTIES]
    shown = [p for p in briefing.topic.parties if p in parties]
    held = {i.id: [p for p in shown if (i.id, p.id) in cells] for i in briefing.topic.issues}
    issues = sorted((i for i in briefing.topic.issues if held[i.id]), key=lambda i: -len(held[i.id]))[:_ISSUES]
    places = {source.id: place for place, source in enumerate(briefing.sources)}
    rows = [
        FrontRow(i, tuple(_cell(cells.get((i.id, p.id), []), behind.get((i.id, p.id), set()), places) for p in shown))
        for i in issues
    ]
    kept = _within(rows, [_row_words(row) for row in rows], _CELL_WORDS)
    return tuple(shown), tuple(row for i in briefing.topic.issues for row in kept if row.issue == i)


def _row_words(row: FrontRow) -> int:
    return count(row.issue.title) + sum(count(s.words) + 3 for cell in row.cells for s in cell.stands)


def _cell(
    found: Sequence[tuple[Statement, CitedStand]], behind: AbstractSet[str], places: Mapping[str, int]
) -> FrontCell:
    """The newest stands first, quoted before reported; one statement once. `behind` are statements to be counted.

    What is accepted "but only if …" is not printed without its condition, whatever issue that is about.
    """
    ranked = sorted(found, key=lambda row: (*_newest_first(row[0]), places[row[0].lead.source], row[0].lead.span.start))
    once = list({statement.id: (statement, stand) for statement, stand in reversed(ranked)}.values())[::-1]
    newest = once[:_STANDS]
    stands = tuple(
        _shown(statement.id, part) for statement, stand in newest for part in _with_condition(statement, stand)
    )
    counted = {statement.id for statement, _ in once} | behind
    return FrontCell(stands, len(counted - {statement.id for statement, _ in newest}))


def _with_condition(statement: Statement, stand: CitedStand) -> Iterable[CitedStand]:
    """The stand, and the first condition of the same sentence."""
    yield stand
    if not _is_condition(stand):
        yield from [other for other in statement.stands if _is_condition(other) and other.object][:1]


def _is_condition(stand: CitedStand) -> bool:
    return STANCES[stand.stance].kind == "condition"


def _newest_first(statement: Statement) -> tuple[str, bool]:
    day = statement.date_said.iso or statement.date_said.by or ""
    later = "".join(chr(0x10FFFF - ord(c)) for c in day) or "\U0010ffff"
    return (later, statement.mode not in ("direct", "mixed"))


def _shown(statement: str, stand: CitedStand) -> FrontStand:
    return FrontStand(statement, stand, *shortened(stand.object or ""))


def _is_spoken(event: Event) -> bool:
    """The words that date it stand in quotation marks: “By April it will be a bill about faucets.”"""
    before = event.citation.text[: max(0, event.citation.text.find(event.evidence))]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _ahead(briefing: Briefing) -> tuple[Event, ...]:
    """Things to come on a day or in a month after the day of the briefing."""
    after = briefing.as_of or "9999"
    dated = [e for e in briefing.timeline if e.iso and e.iso > after and "/" not in e.iso]  # "in 2022" is no date
    coming = [e for e in dated if len(e.iso or "") == _DAY or not _is_spoken(e)]
    return _within(coming, [count(e.citation.text) for e in coming], _AHEAD_WORDS)[:_AHEAD]
