"""Statements of the briefing: grouped reports with their citations, ids from content, in the order of the profile."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.merge.report import Report, cite, neighbours
from briefing.merged import Citation, Statement
from briefing.profile import Profile
from briefing.records import DateSaid, IssueStance, Reading


def build_statements(
    reports: Sequence[Report],
    same: Sequence[Sequence[int]],
    readings: Sequence[Reading],
    strand_of: Sequence[int],
    profile: Profile,
) -> tuple[Statement, ...]:
    """One Statement a group of `same`; source numbers are positions in `readings` counted from 1."""
    taken: dict[str, str] = {}
    made: list[tuple[Report, Statement]] = []
    ids: dict[int, str] = {}
    for group in same:
        found = _statement([reports[i] for i in group], readings, strand_of, taken, profile)
        if found is not None:
            made.append(found)
            ids.update((i, found[1].id) for i in group)
    openers = _openers(reports)
    linked = [replace(s, group=ids.get(openers.get((r.reading, r.position.group), -1))) for r, s in made]
    return tuple(sorted(linked, key=_Order(profile)))


def _openers(reports: Sequence[Report]) -> dict[tuple[int, int | None], int]:
    """The first report of each quotation that has several sentences."""
    first: dict[tuple[int, int | None], int] = {}
    for i, report in enumerate(reports):
        if report.position.group is not None:
            first.setdefault((report.reading, report.position.group), i)
    return first


def _statement(
    group: Sequence[Report],
    readings: Sequence[Reading],
    strand_of: Sequence[int],
    taken: dict[str, str],
    profile: Profile,
) -> tuple[Report, Statement] | None:
    group = sorted(group, key=lambda r: _lead_order(r, readings))
    cited = [(report, _cite(report, readings)) for report in group]
    known = [(report, citation) for report, citation in cited if citation is not None]
    if not known:
        return None
    report, lead = known[0]
    position, speaker, reading = report.position, report.position.speaker, readings[report.reading]
    antecedent = cite(lead.source, reading.article, speaker.antecedent) if speaker.antecedent else None
    days = sorted(day for r, _ in known if (day := readings[r.reading].article.published))
    return report, Statement(
        id=_unique(_prefix(speaker.party, profile), report, taken),
        party=speaker.party,
        also_parties=position.also_parties,
        speaker=speaker,
        mode=position.attribution.kind,
        stance=position.stance,
        issues=_issues(known),
        cue=tuple(span.of(reading.article.text) for span in position.attribution.cue),
        rule=position.attribution.rule,
        cue_id=position.attribution.cue_id,
        date_said=_best_date(known),
        lead=lead,
        citations=tuple(citation for _, citation in known),
        strands=len({strand_of[r.reading] for r, _ in known}),
        article=reading.article.id,
        antecedent=antecedent,
        addressee=position.addressee,
        target=position.target,
        on_behalf_of=position.on_behalf_of,
        relayed_via=position.relayed_via,
        first_seen=days[0] if days else None,
        last_seen=days[-1] if days else None,
    )


def _lead_order(report: Report, readings: Sequence[Reading]) -> tuple[str, str, int]:
    """The oldest dated article leads, so that a later article never changes the statement's id."""
    article = readings[report.reading].article
    return (article.published or "9999", article.source, report.position.span.start)


def _cite(report: Report, readings: Sequence[Reading]) -> Citation | None:
    reading = readings[report.reading]
    around = neighbours(reading, report.position.sentence)
    return cite(report.reading + 1, reading.article, report.position.span, around=around)


def _issues(known: Sequence[tuple[Report, Citation]]) -> tuple[IssueStance, ...]:
    """The lead's labels, and those of further reports on issues that the lead does not name."""
    found: dict[str | None, IssueStance] = {}
    for report, _ in known:
        for label in report.position.stances:
            if label.issue is not None or not found:
                found.setdefault(label.issue, label)
    if len(found) > 1:
        found.pop(None, None)
    return tuple(found.values())


def _best_date(known: Sequence[tuple[Report, Citation]]) -> DateSaid:
    dated = [r.position.date_said for r, _ in known if r.position.date_said.iso]
    return dated[0] if dated else known[0][0].position.date_said


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


class _Order:
    """Sort key: party and issue as the profile lists them, then the day, then the place."""

    def __init__(self, profile: Profile) -> None:
        self.parties = {p.id: i for i, p in enumerate(profile.parties)}
        self.issues = {issue.id: i for i, issue in enumerate(profile.issues)}

    def __call__(self, statement: Statement) -> tuple[int, int, str, int, int, str]:
        first = statement.issues[0].issue if statement.issues else None
        said = statement.date_said.iso or statement.date_said.by or "9999"
        return (
            self.parties.get(statement.party or "", len(self.parties)),
            self.issues.get(first or "", len(self.issues)),
            said,
            statement.lead.source,
            statement.lead.span.start,
            statement.id,
        )
