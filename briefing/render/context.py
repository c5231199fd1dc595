"""What the templates need, computed from a `Briefing` once for all formats: groups, tables, counts, places to jump to.

Standard library only. Templates hold the wording; this module holds no words that a reader sees.
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from briefing.errors import UsageError
from briefing.merged import Briefing, Citation, Conflict, ConflictSide, Source, Statement
from briefing.records import Stance
from briefing.render.escape import anchor

Length = Literal["brief", "full"]

SECTIONS = (
    "key",
    "glance",
    "changes",
    "positions",
    "agreement",
    "conflicts",
    "figures",
    "words",
    "timeline",
    "gaps",
    "summaries",
    "sources",
    "method",
)
BRIEF_SECTIONS = ("key", "glance", "changes", "positions", "conflicts", "sources", "method")
_SHORT = 4  # characters of an id that a table shows at least
MODES = ("direct", "mixed", "indirect", "action")


@dataclass(frozen=True, slots=True)
class IssueLine:
    """The issues on which a statement takes one stance by the same words. Titles with the words that named each.

    Of `inherited` issues those words stand in the sentences before, not in the statement.
    """

    stance: Stance
    words: tuple[str, ...]
    inherited: bool
    issues: tuple[tuple[str | None, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A statement as the templates show it: with its anchor, its party's name and its issues' titles."""

    record: Statement
    anchor: str
    short: str  # enough of the id to tell it from the others, for tables
    party: str | None  # name, None when no party is known
    also_parties: tuple[str, ...]
    issues: tuple[IssueLine, ...]
    shown: bool  # in this briefing's positions: a link to it leads somewhere

    @property
    def id(self) -> str:
        """The statement's id."""
        return self.record.id


@dataclass(frozen=True, slots=True)
class IssueGroup:
    """The statements of a party whose first issue is this one. `id` and `title` are None for "no issue named"."""

    id: str | None
    title: str | None
    items: tuple[Item, ...]
    left_out: int = 0  # statements that a brief briefing leaves out


@dataclass(frozen=True, slots=True)
class PartyGroup:
    """The statements of one party; `name` is None for statements whose party no source states."""

    id: str | None
    name: str | None
    anchor: str
    groups: tuple[IssueGroup, ...]
    total: int
    sources: int
    modes: tuple[tuple[str, int], ...]  # in the order of MODES


@dataclass(frozen=True, slots=True)
class Cell:
    """What one party says on one issue: statements by stance."""

    stances: tuple[tuple[Stance, tuple[Item, ...]], ...]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One issue across the parties of the matrix."""

    id: str
    title: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class View:
    """A briefing ready to be put in words. Everything in it is data; the templates name it."""

    briefing: Briefing
    templates: Path | None  # a folder whose templates stand before the shipped ones
    language: str
    length: Length
    sections: tuple[str, ...]
    parties: tuple[PartyGroup, ...]
    columns: tuple[PartyGroup, ...]  # of the matrix: parties known by name
    rows: tuple[MatrixRow, ...]
    items: dict[str, Item]
    sources: dict[int, Source]
    party_names: dict[str, str]
    issue_titles: dict[str, str]
    places: dict[tuple[int, int, int], Item]  # source, start, end of a lead -> its statement
    conflict_of: dict[str, tuple[int, ...]]  # statement id -> numbers of the conflicts it stands in, from 1

    def item(self, statement_id: str) -> Item:
        """The statement with this id."""
        return self.items[statement_id]

    def at(self, citation: Citation) -> Item | None:
        """The statement whose lead stands at the citation's place."""
        return self.places.get((citation.source, *citation.span))

    def sides(self, conflict: Conflict) -> tuple[tuple[ConflictSide, ...], ...]:
        """The sides of a conflict, those of one label together, in the order of the record."""
        labels: dict[str, list[ConflictSide]] = {}
        for side in conflict.sides:
            labels.setdefault(side.label, []).append(side)
        return tuple(tuple(sides) for sides in labels.values())

    @property
    def undated(self) -> tuple[Source, ...]:
        """The sources without a usable date of their own."""
        return tuple(s for s in self.briefing.sources if s.published is None)

    @property
    def dated(self) -> tuple[str, ...]:
        """The dates of the dated sources, ascending."""
        return tuple(sorted(s.published for s in self.briefing.sources if s.published))

    @property
    def unnamed_only(self) -> tuple[PartyGroup, ...]:
        """Groups that have no column in the matrix, because no source states their party."""
        return tuple(p for p in self.parties if p.id is None)


def chosen_sections(sections: Sequence[str] | None, length: Length) -> tuple[str, ...]:
    """The sections to show, in the fixed order. Raises UsageError for a name that is none."""
    if sections is None:
        return BRIEF_SECTIONS if length == "brief" else SECTIONS
    for name in sections:
        if name not in SECTIONS:
            near = difflib.get_close_matches(name, SECTIONS, 1)
            hint = f"did you mean {near[0]}?" if near else f"choose from {', '.join(SECTIONS)}"
            raise UsageError(f"no section {name!r}: {hint}")
    return tuple(s for s in SECTIONS if s in sections)


def view(
    briefing: Briefing,
    *,
    templates: Path | None = None,
    language: str = "en",
    length: Length = "full",
    sections: Sequence[str] | None = None,
) -> View:
    """The view of `briefing`. Raises UsageError for a section that does not exist."""
    chosen = chosen_sections(sections, length)
    party_names = {p.id: p.name for p in briefing.topic.parties}
    issue_titles = {i.id: i.title for i in briefing.topic.issues}
    kept = _kept(briefing, length) if "positions" in chosen else frozenset()
    ids = tuple(s.id for s in briefing.statements)
    anchors, shorts = _anchors("s-", ids), _shorts(ids)
    items = {
        s.id: Item(
            record=s,
            anchor=anchors[s.id],
            short=shorts[s.id],
            party=party_names.get(s.party or "", s.party),
            also_parties=tuple(party_names.get(p, p) for p in s.also_parties),
            issues=_issues(s, issue_titles),
            shown=s.id in kept,
        )
        for s in briefing.statements
    }
    parties = _parties(briefing, items, party_names, issue_titles)
    columns = tuple(p for p in parties if p.id is not None)
    return View(
        briefing=briefing,
        templates=templates,
        language=language,
        length=length,
        sections=chosen,
        parties=parties,
        columns=columns,
        rows=_rows(briefing, columns, items),
        items=items,
        sources={s.number: s for s in briefing.sources},
        party_names=party_names,
        issue_titles=issue_titles,
        places={(i.record.lead.source, *i.record.lead.span): i for i in reversed(items.values())},
        conflict_of=_conflict_of(briefing.conflicts),
    )


def _anchors(prefix: str, ids: Iterable[str]) -> dict[str, str]:
    """An anchor for each id, made from it; ids that would share one are kept apart by a number."""
    taken: Counter[str] = Counter()
    anchors: dict[str, str] = {}
    for key in ids:
        name = prefix + anchor(key)
        taken[name] += 1
        anchors[key] = name if taken[name] == 1 else f"{name}--{taken[name]}"
    return anchors


def _kept(briefing: Briefing, length: Length) -> frozenset[str]:
    """Ids of the statements that are printed in full: all, or for a brief one the best supported of each question."""
    if length == "full":
        return frozenset(s.id for s in briefing.statements)
    best: dict[tuple[str | None, str | None], Statement] = {}
    for statement in briefing.statements:
        key = (statement.party, first_issue(statement))
        if key not in best or _weight(statement) > _weight(best[key]):
            best[key] = statement
    named = {k.statement for k in briefing.key_points}
    return frozenset({s.id for s in best.values()} | named)


def _weight(statement: Statement) -> tuple[int, str, bool]:
    """For choosing one statement of many: strands, then the later date, then a named speaker."""
    return (statement.strands, statement.date_said.iso or "", not statement.speaker.anonymous)


def first_issue(statement: Statement) -> str | None:
    """The issue under which the statement is printed, or None."""
    return statement.issues[0].issue if statement.issues else None


def _shorts(ids: Sequence[str]) -> dict[str, str]:
    """The last part of each id, cut as short as keeps them all apart; whole ids where the last parts are not enough."""
    tails = {i: i.rpartition("-")[2] for i in ids}
    for length in range(_SHORT, max(map(len, tails.values()), default=_SHORT) + 1):
        cut = {i: tail[:length] for i, tail in tails.items()}
        if len(set(cut.values())) == len(cut):
            return cut
    return {i: i for i in ids}


def _issues(statement: Statement, titles: dict[str, str]) -> tuple[IssueLine, ...]:
    """The statement's issues, those of one stance and the same words together, in the order of the record."""
    lines: dict[tuple[Stance, tuple[str, ...], bool], list[tuple[str | None, tuple[str, ...]]]] = {}
    for i in statement.issues:
        named = (titles.get(i.issue or "", i.issue), i.issue_words)
        lines.setdefault((i.stance, i.stance_words, i.rule.endswith("issue.inherited")), []).append(named)
    return tuple(IssueLine(*key, tuple(issues)) for key, issues in lines.items())


def _parties(
    briefing: Briefing, items: dict[str, Item], party_names: dict[str, str], issue_titles: dict[str, str]
) -> tuple[PartyGroup, ...]:
    """The parties that have statements, in the profile's order; unknown ids and "no party" come last."""
    by_party: dict[str | None, list[Statement]] = {p: [] for p in party_names}
    for statement in briefing.statements:
        by_party.setdefault(statement.party, []).append(statement)
    order = sorted((p for p in by_party if by_party[p]), key=lambda p: p is None)
    anchors = _anchors("party-", (p or "not-stated" for p in order))
    named = ((p, party_names.get(p or "", p), anchors[p or "not-stated"]) for p in order)
    return tuple(_party(named_party, by_party[named_party[0]], items, issue_titles) for named_party in named)


def _party(
    named: tuple[str | None, str | None, str],
    own: list[Statement],
    items: dict[str, Item],
    issue_titles: dict[str, str],
) -> PartyGroup:
    """The group of a party (its id, name and anchor) with its statements by their first issue."""
    party, name, place = named
    modes = Counter(s.mode for s in own)
    by_issue: dict[str | None, list[Statement]] = {i: [] for i in issue_titles}
    for statement in own:
        by_issue.setdefault(first_issue(statement), []).append(statement)
    order = sorted(by_issue, key=lambda i: i is None)
    return PartyGroup(
        id=party,
        name=name,
        anchor=place,
        groups=tuple(_group(i, issue_titles, by_issue[i], items) for i in order if by_issue[i]),
        total=len(own),
        sources=len({c.source for s in own for c in s.citations}),
        modes=tuple((m, modes[m]) for m in sorted(modes, key=_mode_order)),
    )


def _mode_order(mode: str) -> tuple[int, str]:
    return (MODES.index(mode) if mode in MODES else len(MODES), mode)


def _group(issue: str | None, titles: dict[str, str], own: list[Statement], items: dict[str, Item]) -> IssueGroup:
    shown = tuple(items[s.id] for s in own if items[s.id].shown)
    return IssueGroup(issue, titles.get(issue or "", issue), shown, len(own) - len(shown))


def _rows(briefing: Briefing, columns: Iterable[PartyGroup], items: dict[str, Item]) -> tuple[MatrixRow, ...]:
    """The issues on which anybody takes a stand, in the profile's order, with one cell for each party."""
    cells: dict[tuple[str, str], dict[Stance, list[Item]]] = {}
    for statement in briefing.statements:
        for party in (statement.party, *statement.also_parties):
            for stance in statement.issues:
                if party is not None and stance.issue is not None:
                    cell = cells.setdefault((stance.issue, party), {})
                    cell.setdefault(stance.stance, []).append(items[statement.id])
    used = {issue for issue, _ in cells}
    return tuple(
        MatrixRow(i.id, i.title, tuple(_cell(cells.get((i.id, c.id or ""), {})) for c in columns))
        for i in briefing.topic.issues
        if i.id in used
    )


def _cell(stances: dict[Stance, list[Item]]) -> Cell:
    return Cell(tuple((stance, tuple(items)) for stance, items in stances.items()))


def _conflict_of(conflicts: tuple[Conflict, ...]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for number, conflict in enumerate(conflicts, 1):
        for side in conflict.sides:
            if side.statement is not None and number not in found.setdefault(side.statement, []):
                found[side.statement].append(number)
    return {statement: tuple(numbers) for statement, numbers in found.items()}
