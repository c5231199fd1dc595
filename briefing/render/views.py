"""What the templates need, computed from a `Briefing` once for all formats: groups, tables, counts, places to jump to.

Standard library only. Templates hold the wording; this module holds no words that a reader sees.
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Literal

from briefing.errors import UsageError
from briefing.merged import POLARITY, Briefing, Citation, CitedStand, Conflict, ConflictSide, Figure, Source, Statement
from briefing.records import Stance
from briefing.render.assigned import Split, splits
from briefing.render.escape import anchor
from briefing.render.front import Front, front, shortened

Length = Literal["brief", "full"]

SECTIONS = (
    "front",
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
BRIEF_SECTIONS = ("front", "sources", "method")
MODES = ("direct", "mixed", "indirect", "action")
_BESIDE = 5  # words of an object that stand above its own sentence


@dataclass(frozen=True, slots=True)
class StandLine:
    """A stand as the templates show it: the act's words, its object verbatim, the titles of its issues."""

    stance: Stance
    words: str
    object: str | None
    titles: tuple[str, ...]
    short: str  # the first words of the object
    cut: bool  # the object has more


@dataclass(frozen=True, slots=True)
class Item:
    """A statement as the templates show it: with its anchor, its party's name and its issues' titles."""

    record: Statement
    anchor: str
    label: str  # for people: the party's letters and a number, "ISR-12"
    party: str | None  # name, None when no party is known
    also_parties: tuple[str, ...]
    stands: tuple[StandLine, ...]
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

    @property
    def blocks(self) -> tuple[tuple[Item, ...], ...]:
        """The items, the sentences of one quotation together in the order of the source."""
        return tuple(tuple(run) for _, run in groupby(self.items, key=lambda item: _root(item.record)))


@dataclass(frozen=True, slots=True)
class PartyGroup:
    """The statements of one party; `name` is None for statements whose party no source states."""

    id: str | None
    name: str | None
    anchor: str
    groups: tuple[IssueGroup, ...]
    joint: tuple[Item, ...]  # statements that stand in the group of another party, with which this one made them
    total: int
    sources: int
    modes: tuple[tuple[str, int], ...]  # in the order of MODES


@dataclass(frozen=True, slots=True)
class IssueRow:
    """An issue that statements are on."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class View:
    """A briefing ready to be put in words. Everything in it is data; the templates name it."""

    briefing: Briefing
    templates: Path | None  # a folder whose templates stand before the shipped ones
    language: str
    length: Length
    sections: tuple[str, ...]
    parties: tuple[PartyGroup, ...]
    columns: tuple[PartyGroup, ...]  # parties known by name
    rows: tuple[IssueRow, ...]
    items: dict[str, Item]
    sources: dict[str, Source]
    numbers: dict[str, int]  # source id -> its number on a page, the `[n]` of the citations
    strands: dict[str, int]  # id of a strand -> its number on a page
    party_names: dict[str, str]
    issue_titles: dict[str, str]
    places: dict[tuple[str, int, int], Item]  # source, start, end of a lead -> its statement
    leads: dict[str, Item]  # the words of a shown statement -> the statement
    conflict_of: dict[str, tuple[int, ...]]  # statement id -> numbers of the conflicts it stands in, from 1
    front: Front
    splits: tuple[Split, ...]  # counts by what the desk says of the outlets
    on_front: frozenset[str]  # ids of the statements that the front page quotes
    said_above: frozenset[str]  # sections that have nothing more than the front page says

    def item(self, statement_id: str) -> Item:
        """The statement with this id."""
        return self.items[statement_id]

    def at(self, citation: Citation) -> Item | None:
        """The statement whose lead stands at the citation's place."""
        return self.places.get((citation.source, *citation.span))

    def shown_at(self, citation: Citation) -> bool:
        """True for the place of a statement that is printed."""
        item = self.at(citation)
        return item is not None and item.shown

    @property
    def further_figures(self) -> tuple[Figure, ...]:
        """The figures that the front page, where there is one, does not have."""
        return _further(self.briefing.figures, self.front, self.sections)

    def sides(self, conflict: Conflict) -> tuple[tuple[ConflictSide, ...], ...]:
        """The sides of a conflict: those that deny a thing together and those that assert it, every other by itself."""
        if any(side.label not in POLARITY for side in conflict.sides):
            return tuple((side,) for side in conflict.sides)
        labels: dict[str, list[ConflictSide]] = {}
        for side in conflict.sides:
            labels.setdefault(side.label, []).append(side)
        return tuple(tuple(sides) for sides in labels.values())

    def first_stand(self, group: Sequence[str]) -> StandLine | None:
        """The first stand with an object among the sentences of a quotation."""
        return next((stand for i in group for stand in self.items[i].stands if stand.object), None)

    def cited_on_front(self, source: str) -> bool:
        """True for a source that a position of the front page is quoted from."""
        return any(self.items[i].record.lead.source == source for group in self.front.positions for i in group)

    def wikidata_of_party(self, party: str | None) -> str | None:
        """The item of Wikidata that the profile gives a party."""
        return next((p.wikidata for p in self.briefing.topic.parties if p.id == party), None)

    def wikidata_of_person(self, person: str | None) -> str | None:
        """The item of Wikidata that the profile gives a person, of several offices the first that has one."""
        people = (m for p in self.briefing.topic.parties for m in p.members)
        return next((m.wikidata for m in people if m.wikidata and m.name == person), None)

    @property
    def undated(self) -> tuple[Source, ...]:
        """The sources without a usable date of their own."""
        return tuple(s for s in self.briefing.sources if s.published is None)

    @property
    def dated(self) -> tuple[str, ...]:
        """The dates of the dated sources, ascending."""
        return tuple(sorted(s.published for s in self.briefing.sources if s.published))


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
    page = front(briefing)
    party_names = {p.id: p.name for p in briefing.topic.parties}
    issue_titles = {i.id: i.title for i in briefing.topic.issues}
    kept = _kept(briefing, length) if "positions" in chosen else frozenset()
    ids = tuple(s.id for s in briefing.statements)
    anchors, labels = _anchors("s-", ids), labels_of(ids)
    items = {
        s.id: Item(
            record=s,
            anchor=anchors[s.id],
            label=labels[s.id],
            party=party_names.get(s.party or "", s.party),
            also_parties=tuple(party_names.get(p, p) for p in s.also_parties),
            stands=tuple(_stand(x, issue_titles) for x in s.stands),
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
        rows=_rows(briefing),
        items=items,
        sources={s.id: s for s in briefing.sources},
        numbers={s.id: n for n, s in enumerate(briefing.sources, 1)},
        strands={strand: n for n, strand in enumerate(dict.fromkeys(s.strand for s in briefing.sources), 1)},
        party_names=party_names,
        issue_titles=issue_titles,
        places={(i.record.lead.source, *i.record.lead.span): i for i in reversed(items.values())},
        leads={i.record.lead.text: i for i in reversed(items.values()) if i.shown},
        conflict_of=_conflict_of(briefing.conflicts),
        front=page,
        splits=splits(briefing),
        on_front=frozenset(i for group in page.positions for i in group) if "front" in chosen else frozenset(),
        said_above=frozenset(_said_above(briefing, page, chosen, own_templates=templates is not None)),
    )


def _further(figures: Sequence[Figure], page: Front, chosen: Sequence[str]) -> tuple[Figure, ...]:
    """The figures that the front page, where it is shown, does not have."""
    return tuple(f for f in figures if "front" not in chosen or f not in page.figures)


def _said_above(briefing: Briefing, page: Front, chosen: Sequence[str], *, own_templates: bool) -> Iterable[str]:
    """The sections that would only say again what the front page, where it is shown, has said.

    None where templates of the user's own may say more.
    """
    if "front" not in chosen or own_templates:
        return
    if briefing.previous is None and not briefing.changes:
        yield "changes"
    if briefing.figures and not _further(briefing.figures, page, chosen):
        yield "figures"
    if briefing.gaps and not page.gaps_left:
        yield "gaps"


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
        for party in statement.parties or (None,):
            key = (party, first_issue(statement))
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


def labels_of(ids: Sequence[str]) -> dict[str, str]:
    """The letters of each id with a running number of their own, in the order of the briefing."""
    counts: Counter[str] = Counter()
    labels: dict[str, str] = {}
    for key in ids:
        letters = key.rpartition("-")[0].upper() or "S"
        counts[letters] += 1
        labels[key] = f"{letters}-{counts[letters]}"
    return labels


def _stand(stand: CitedStand, titles: dict[str, str]) -> StandLine:
    short, cut = shortened(stand.object or "", _BESIDE)
    return StandLine(stand.stance, stand.words, stand.object, tuple(titles.get(i, i) for i in stand.issues), short, cut)


def _parties(
    briefing: Briefing, items: dict[str, Item], party_names: dict[str, str], issue_titles: dict[str, str]
) -> tuple[PartyGroup, ...]:
    """The parties that have statements, in the profile's order; unknown ids and "no party" come last."""
    by_party: dict[str | None, list[Statement]] = {p: [] for p in party_names}
    for statement in briefing.statements:
        for party in statement.parties or (None,):
            by_party.setdefault(party, []).append(statement)
    order = sorted((p for p in by_party if by_party[p]), key=lambda p: p is None)
    anchors = _anchors("party-", (p or "not-stated" for p in order))
    named = ((p, party_names.get(p or "", p), anchors[p or "not-stated"]) for p in order)
    return tuple(_party(named_party, by_party[named_party[0]], items, issue_titles) for named_party in named)


def _party(
    named: tuple[str | None, str | None, str],
    made: list[Statement],
    items: dict[str, Item],
    issue_titles: dict[str, str],
) -> PartyGroup:
    """The group of a party (its id, name and anchor) with its statements by their first issue."""
    party, name, place = named
    modes = Counter(s.mode for s in made)
    own = [s for s in made if s.party == party]
    by_issue: dict[str | None, list[Statement]] = {i: [] for i in issue_titles}
    for quotation in _quotations(own):
        by_issue.setdefault(first_issue(quotation[0]), []).extend(quotation)
    order = sorted(by_issue, key=lambda i: i is None)
    return PartyGroup(
        id=party,
        name=name,
        anchor=place,
        groups=tuple(_group(i, issue_titles, by_issue[i], items) for i in order if by_issue[i]),
        joint=tuple(items[s.id] for s in made if s.party != party),
        total=len(made),
        sources=len({c.source for s in made for c in s.citations}),
        modes=tuple((m, modes[m]) for m in sorted(modes, key=_mode_order)),
    )


def _root(statement: Statement) -> str:
    """What the sentences of one quotation share."""
    return statement.group or statement.id


def _quotations(own: Iterable[Statement]) -> Iterable[list[Statement]]:
    """The statements, those of one quotation together in the order of the source, at the place of the first."""
    runs: dict[str, list[Statement]] = {}
    for statement in own:
        runs.setdefault(_root(statement), []).append(statement)
    return (sorted(run, key=lambda s: s.lead.span) for run in runs.values())


def _mode_order(mode: str) -> tuple[int, str]:
    return (MODES.index(mode) if mode in MODES else len(MODES), mode)


def _group(issue: str | None, titles: dict[str, str], own: list[Statement], items: dict[str, Item]) -> IssueGroup:
    shown = tuple(items[s.id] for s in own if items[s.id].shown)
    return IssueGroup(issue, titles.get(issue or "", issue), shown, len(own) - len(shown))


def _rows(briefing: Briefing) -> tuple[IssueRow, ...]:
    """The issues that any statement is on, in the profile's order."""
    used = {label.issue for statement in briefing.statements for label in statement.issues}
    return tuple(IssueRow(i.id, i.title) for i in briefing.topic.issues if i.id in used)


def _conflict_of(conflicts: tuple[Conflict, ...]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for number, conflict in enumerate(conflicts, 1):
        for side in conflict.sides:
            if side.statement is not None and number not in found.setdefault(side.statement, []):
                found[side.statement].append(number)
    return {statement: tuple(numbers) for statement, numbers in found.items()}
