"""What the templates need, computed from a `Briefing` once for all formats: groups, tables, counts, places to jump to.

Standard library only. Templates hold the wording; this module holds no words that a reader sees.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from briefing.errors import UsageError
from briefing.merged import POLARITY, Briefing, Citation, Conflict, ConflictSide, Figure, Source, Statement
from briefing.render.assigned import Split, splits
from briefing.render.front import Front, front
from briefing.render.groups import IssueRow, Item, PartyGroup, StandLine, first_issue, groups_of, items_of, rows_of

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
    items = items_of(briefing, kept, party_names, issue_titles)
    parties = groups_of(briefing, items, party_names, issue_titles)
    columns = tuple(p for p in parties if p.id is not None)
    return View(
        briefing=briefing,
        templates=templates,
        language=language,
        length=length,
        sections=chosen,
        parties=parties,
        columns=columns,
        rows=rows_of(briefing),
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


def _conflict_of(conflicts: tuple[Conflict, ...]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for number, conflict in enumerate(conflicts, 1):
        for side in conflict.sides:
            if side.statement is not None and number not in found.setdefault(side.statement, []):
                found[side.statement].append(number)
    return {statement: tuple(numbers) for statement, numbers in found.items()}
