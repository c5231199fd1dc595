"""The corrections applied: to what each article reports, before the articles are put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from briefing.corrections.entries import Correction, Corrections
from briefing.languages import load
from briefing.merge import Digest, Report, directed
from briefing.merged import Citation, CitedStand, Corrected, DeskEntry, Statement
from briefing.profile import Party, Profile
from briefing.records import DateSaid, IssueStance, Problem, Span, Speaker, Stance

RULE = "desk"  # of a label that the desk gave


class Applied(NamedTuple):
    """The digests as the desk has them; what each entry did; what could not be done; fingerprints of what is hidden."""

    digests: list[Digest]
    desk: tuple[DeskEntry, ...]
    problems: tuple[Problem, ...]
    hidden: tuple[str, ...]


def corrected(digests: Iterable[Digest], corrections: Corrections, profile: Profile) -> Applied:
    """The digests with the desk's labels, and what became of each entry."""
    counts: Counter[int] = Counter()
    hidden: set[str] = set()
    problems: list[Problem] = []
    made = []
    for digest in digests:
        reports = []
        for report in digest.reports:
            entries = [entry for entry in corrections.entries if _is_meant(entry, report)]
            counts.update(entry.line for entry in entries)
            problems += [p for entry in entries if (p := _without_object(entry, report, corrections)) is not None]
            if any(entry.hide for entry in entries):
                hidden.add(report.fingerprint)
            else:
                reports.append(_corrected(report, entries, profile))
        made.append(replace(digest, reports=tuple(reports)) if corrections.entries else digest)
    told = tuple(DeskEntry(e.about, e.line, counts[e.line], hides=e.hide, note=e.note) for e in corrections.entries)
    gone = (_gone(entry, corrections) for entry in corrections.entries if not counts[entry.line])
    return Applied(made, told, (*dict.fromkeys(problems), *gone), tuple(sorted(hidden)))


def corrected_statement(statement: Statement, corrections: Corrections, profile: Profile) -> Statement | None:
    """A statement of an issue as the next build will label it; None where an entry hides it."""
    report = _as_report(statement)
    entries = [entry for entry in corrections.entries if _is_meant(entry, report)]
    if any(entry.hide for entry in entries):
        return None
    made = _corrected(report, entries, profile)
    return replace(
        statement,
        party=made.speaker.party,
        also_parties=made.also_parties,
        speaker=made.speaker,
        stance=made.stance,
        issues=made.issues,
        stands=made.stands,
        date_said=made.date_said,
        corrected=made.corrected,
    )


def _as_report(statement: Statement) -> Report:
    """The statement as the report that leads it, without the word lists that only the merge needs."""
    return Report(
        citation=statement.lead,
        antecedent=statement.antecedent,
        start=statement.lead.span.start,
        words=0,
        fingerprint=Correction(0, statement=statement.id).fingerprint or "",
        concepts="",
        stems="",
        denied="",
        asserted="",
        speaker=replace(statement.speaker, party=statement.party),
        also_parties=statement.also_parties,
        mode=statement.mode,
        stance=statement.stance,
        issues=statement.issues,
        stands=statement.stands,
        cue=statement.cue,
        rule=statement.rule,
        cue_id=statement.cue_id,
        date_said=statement.date_said,
        group=None,
        addressee=statement.addressee,
        target=statement.target,
        on_behalf_of=statement.on_behalf_of,
        relayed_via=statement.relayed_via,
        corrected=statement.corrected,
    )


def _gone(entry: Correction, corrections: Corrections) -> Problem:
    where = f"{corrections.where}:{entry.line}"
    return Problem("correction.unused", where, f"{entry.about}: not in these sources: the correction changed nothing")


def _is_meant(entry: Correction, report: Report) -> bool:
    if entry.statement is not None:
        return entry.fingerprint == report.fingerprint
    return entry.name == report.speaker.name


def _without_object(entry: Correction, report: Report, corrections: Corrections) -> Problem | None:
    if entry.object is None or entry.object in report.citation.text:
        return None
    where = f"{corrections.where}:{entry.line}"
    message = f"{entry.about}: the object “{entry.object}” does not stand in its words: the stand was left as it is"
    return Problem("correction.object", where, message)


def _corrected(report: Report, entries: Sequence[Correction], profile: Profile) -> Report:
    """The report with the labels of the entries, those of its speaker first, and what the rules had said."""
    for entry in sorted(entries, key=lambda entry: entry.statement is not None):
        was = report
        if entry.speaker is not None:
            report = replace(report, speaker=_spoken_by(entry.speaker, report.speaker, profile))
        if entry.party is not None:
            report = replace(report, speaker=replace(report.speaker, party=entry.party or None, via=RULE, how="other"))
        report = replace(report, also_parties=tuple(p for p in report.also_parties if p != report.speaker.party))
        if entry.day is not None:
            report = replace(report, date_said=DateSaid(entry.day, None, RULE, report.date_said.by))
        if entry.stance is not None and (entry.object is None or entry.object in report.citation.text):
            report = _with_stand(report, entry.stance, entry, profile)
        if entry.not_issue is not None:
            report = _without_issue(report, entry.not_issue)
        report = replace(report, corrected=(*report.corrected, *_changes(was, report, entry.note)))
    return report


def _spoken_by(name: str, speaker: Speaker, profile: Profile) -> Speaker:
    """The speaker by the desk's name: with party and role of the profile where it knows the person."""
    known = [(party, member) for party in profile.parties for member in party.members if member.name == name]
    party: Party | None = known[0][0] if len(known) == 1 else None
    return replace(
        speaker,
        name=name,
        person=name,
        role=known[0][1].role if party else speaker.role,
        party=party.id if party else speaker.party,
        anonymous=False,
        candidates=(),
        via=RULE,
        how="other",
    )


def _with_stand(report: Report, stance: Stance, entry: Correction, profile: Profile) -> Report:
    issues = (entry.issue,) if entry.issue else ()
    stand = CitedStand(stance, "", entry.object, _place(entry.object, report.citation), issues, f"stand.{RULE}")
    words = (entry.object,) if entry.object else ()
    label = IssueStance(entry.issue, stance, words, (), f"stand.{RULE}")
    return replace(report, stance=stance, stands=(directed(stand, profile, load(profile.language)),), issues=(label,))


def _place(words: str | None, citation: Citation) -> Span | None:
    """Where the object stands in the decoded source; None where the sentence is not shown as it stands there."""
    at = citation.text.find(words) if words else -1
    if words is None or at < 0 or len(citation.text) != citation.span.end - citation.span.start:
        return None
    return Span(citation.span.start + at, citation.span.start + at + len(words))


def _without_issue(report: Report, issue: str) -> Report:
    stands = tuple(replace(s, issues=tuple(i for i in s.issues if i != issue)) for s in report.stands)
    left = tuple(label for label in report.issues if label.issue != issue)
    none = IssueStance(None, report.stance, (), (), RULE)
    return replace(report, stands=stands, issues=left or (none,))


def _changes(was: Report, now: Report, note: str | None) -> tuple[Corrected, ...]:
    """What the desk changed, with what the rules had said."""
    before, after = _labels(was), _labels(now)
    return tuple(
        Corrected(what, before[what][0], before[what][1], note) for what in after if before[what][0] != after[what][0]
    )


def _labels(report: Report) -> dict[str, tuple[str | None, str]]:
    """Each label that can be corrected, with the rule behind it."""
    issues = [label.issue for label in report.issues if label.issue]
    stands = [f"{s.stance} “{s.object}”" if s.object else s.stance for s in report.stands]
    return {
        "party": (report.speaker.party, report.speaker.via),
        "speaker": (report.speaker.name, report.speaker.via),
        "day": (report.date_said.iso, report.date_said.rule),
        "stand": ("; ".join(stands) or None, " ".join(s.rule for s in report.stands)),
        "issue": (", ".join(issues) or None, " ".join(label.rule for label in report.issues)),
    }
