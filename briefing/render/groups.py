"""Statements as the pages group them: by party, by issue, the sentences of one quotation together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from briefing.merged import Briefing, CitedStand, Statement
from briefing.records import Stance
from briefing.render.escape import anchor
from briefing.render.front import shortened

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


def items_of(
    briefing: Briefing, kept: frozenset[str], party_names: dict[str, str], issue_titles: dict[str, str]
) -> dict[str, Item]:
    """The statements by their ids, in the order of the briefing; `kept` are the ids of those that are printed."""
    ids = tuple(s.id for s in briefing.statements)
    anchors, labels = _anchors("s-", ids), labels_of(ids)
    return {
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


def _anchors(prefix: str, ids: Iterable[str]) -> dict[str, str]:
    """An anchor for each id, made from it; ids that would share one are kept apart by a number."""
    taken: Counter[str] = Counter()
    anchors: dict[str, str] = {}
    for key in ids:
        name = prefix + anchor(key)
        taken[name] += 1
        anchors[key] = name if taken[name] == 1 else f"{name}--{taken[name]}"
    return anchors


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


def groups_of(
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


def rows_of(briefing: Briefing) -> tuple[IssueRow, ...]:
    """The issues that any statement is on, in the profile's order."""
    used = {label.issue for statement in briefing.statements for label in statement.issues}
    return tuple(IssueRow(i.id, i.title) for i in briefing.topic.issues if i.id in used)
