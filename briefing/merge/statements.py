"""Statements of the briefing: grouped reports with their citations, ids from content, in the order of the profile."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.digest.report import Report
from briefing.merge.corroborate import Placed
from briefing.merged import Change, Source, Statement, Topic, stated
from briefing.profile import Profile
from briefing.records import DateSaid, IssueStance

Prefix = Callable[[str | None], str]  # of the ids of a party's statements


@dataclass(frozen=True, slots=True)
class Corpus:
    """The articles that statements are built from: sources in order, and the strand of each."""

    sources: Sequence[Source]
    strand_of: Sequence[int]

    @property
    def places(self) -> dict[str, int]:
        """The place of each source in their order, by its id."""
        return {source.id: place for place, source in enumerate(self.sources)}


def build_statements(
    reports: Sequence[Placed], same: Sequence[Sequence[int]], corpus: Corpus, profile: Profile, change: Change = "new"
) -> tuple[tuple[Statement, ...], dict[str, Report]]:
    """One Statement a group of `same`, in the profile's order, and the leading report of each by its id.

    All have the same `change`, as long as nobody has compared them.
    """
    taken: dict[str, str] = {}
    prefix = functools.cache(lambda party: _prefix(party, profile))
    made: list[tuple[Placed, Statement]] = []
    ids: dict[int, str] = {}
    for group in same:
        found = _statement([reports[i] for i in group], corpus, taken, prefix, change)
        made.append(found)
        ids.update((i, found[1].id) for i in group)
    openers = _openers(reports)
    leads = {s.id: s.lead.source for _, s in made}
    linked = [_linked(s, ids.get(openers.get((number, report.group), -1)), leads) for (number, report), s in made]
    return tuple(sorted(linked, key=Order(profile, corpus.places))), {s.id: report for (_, report), s in made}


def _openers(reports: Sequence[Placed]) -> dict[tuple[int, int | None], int]:
    """The first report of each quotation that has several sentences."""
    first: dict[tuple[int, int | None], int] = {}
    for i, (number, report) in enumerate(reports):
        if report.group is not None:
            first.setdefault((number, report.group), i)
    return first


def _linked(statement: Statement, opener: str | None, leads: Mapping[str, str]) -> Statement:
    """The statement with the one that opens its quotation, where both are quoted from one source.

    An opener that is also told elsewhere may be quoted from there: the block would mix two sources.
    """
    apart = opener is None or leads[opener] != statement.lead.source
    return statement if apart else replace(statement, group=opener)


def _statement(
    group: Sequence[Placed], corpus: Corpus, taken: dict[str, str], prefix: Prefix, change: Change
) -> tuple[Placed, Statement]:
    group = sorted(group, key=lambda placed: _lead_order(placed, corpus)) if len(group) > 1 else group
    report = group[0][1]
    citations = tuple(r.citation for _, r in group)
    days = sorted(day for n, _ in group if (day := corpus.sources[n].published))
    told = stated(report.position) | {"issues": _issues(group), "date_said": _best_date(group)}
    return group[0], Statement(
        id=_unique(prefix(report.position.speaker.party), report, taken),
        **told,
        lead=citations[0],
        citations=citations,
        strands=len({corpus.strand_of[n] for n, _ in group}),
        antecedent=report.antecedent,
        change=change,
        first_seen=days[0] if days else None,
        last_seen=days[-1] if days else None,
    )


def _lead_order(placed: Placed, corpus: Corpus) -> tuple[str, str, int]:
    """The oldest dated article leads, so that a later article never changes the statement's id."""
    number, report = placed
    source = corpus.sources[number]
    return (source.published or "9999", source.source, report.start)


def _issues(group: Sequence[Placed]) -> tuple[IssueStance, ...]:
    """The lead's labels, and those of further reports on issues that the lead does not name."""
    found: dict[str | None, IssueStance] = {}
    for _, report in group:
        for label in report.position.issues:
            if label.issue is not None or not found:
                found.setdefault(label.issue, label)
    if len(found) > 1:
        found.pop(None, None)
    return tuple(found.values())


def _best_date(group: Sequence[Placed]) -> DateSaid:
    said_on = [report.position.date_said for _, report in group]
    return next((said for said in said_on if said.iso), said_on[0])


def _prefix(party: str | None, profile: Profile) -> str:
    """Three letters of one word, the initials of several: ISR, HAM, US, PA. For the reader; the digits make the id."""
    found = profile.party(party)
    if found is None:
        return "unk"
    words = re.findall(r"[^\W\d_]+", found.id)
    return (words[0][:3] if len(words) == 1 else "".join(w[0] for w in words)).lower() if words else "p"


def _unique(prefix: str, report: Report, taken: dict[str, str]) -> str:
    """Prefix and fingerprint; a further voice with the same words gets its speaker's initial letters appended."""
    name = f"{prefix}-{report.fingerprint}"
    mark = f"{report.voice}"
    while taken.setdefault(name, mark) != mark:
        name += "x"
    return name


class Order:
    """Sort key: party and issue as the topic lists them, then the day, then the place. `places` orders the sources."""

    def __init__(self, topic: Profile | Topic, places: Mapping[str, int]) -> None:
        self.places = places
        self.parties = {p.id: i for i, p in enumerate(topic.parties)}
        self.issues = {issue.id: i for i, issue in enumerate(topic.issues)}

    def __call__(self, statement: Statement) -> tuple[int, int, str, int, int, str]:
        """The key of a statement."""
        first = statement.issues[0].issue if statement.issues else None
        said = statement.date_said.iso or statement.date_said.by or "9999"
        return (
            self.parties.get(statement.party or "", len(self.parties)),
            self.issues.get(first or "", len(self.issues)),
            said,
            self.places[statement.lead.source],
            statement.lead.span.start,
            statement.id,
        )
