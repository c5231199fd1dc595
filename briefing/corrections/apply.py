"""The corrections applied: to what each article reports, before the articles are put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from briefing.corrections.entries import Correction, Corrections
from briefing.digest import Digest, Report, directed
from briefing.languages import load
from briefing.merged import Citation, CitedPosition, CitedStand, Corrected, DeskEntry, Statement
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
    if not corrections.entries:
        return Applied(list(digests), (), (), ())
    counts: Counter[int] = Counter()
    hidden: set[str] = set()
    problems: list[Problem] = []
    made = []
    for digest in digests:
        reports = []
        for report in digest.reports:
            entries = [entry for entry in corrections.entries if _is_meant(entry, report.fingerprint, report.position)]
            counts.update(entry.line for entry in entries)
            problems += [p for entry in entries if (p := _without_object(entry, report, corrections)) is not None]
            if any(entry.hide for entry in entries):
                hidden.add(report.fingerprint)
            else:
                reports.append(replace(report, position=_corrected(report.position, report.citation, entries, profile)))
        made.append(replace(digest, reports=tuple(reports)))
    told = tuple(DeskEntry(e.about, e.line, counts[e.line], hides=e.hide, note=e.note) for e in corrections.entries)
    gone = (_gone(entry, corrections) for entry in corrections.entries if not counts[entry.line])
    return Applied(made, told, (*dict.fromkeys(problems), *gone), tuple(sorted(hidden)))


def corrected_statement(statement: Statement, corrections: Corrections, profile: Profile) -> Statement | None:
    """A statement of an issue as the next build will label it; None where an entry hides it."""
    own = Correction(0, statement=statement.id).fingerprint or ""
    entries = [entry for entry in corrections.entries if _is_meant(entry, own, statement.position)]
    if any(entry.hide for entry in entries):
        return None
    return statement.with_position(_corrected(statement.position, statement.lead, entries, profile))


def _gone(entry: Correction, corrections: Corrections) -> Problem:
    where = f"{corrections.where}:{entry.line}"
    return Problem("correction.unused", where, f"{entry.about}: not in these sources: the correction changed nothing")


def _is_meant(entry: Correction, fingerprint: str, position: CitedPosition) -> bool:
    if entry.statement is not None:
        return entry.fingerprint == fingerprint
    return entry.name == position.speaker.name


def _without_object(entry: Correction, report: Report, corrections: Corrections) -> Problem | None:
    if entry.object is None or entry.object in report.citation.text:
        return None
    where = f"{corrections.where}:{entry.line}"
    message = f"{entry.about}: the object “{entry.object}” does not stand in its words: the stand was left as it is"
    return Problem("correction.object", where, message)


def _corrected(
    position: CitedPosition, citation: Citation, entries: Sequence[Correction], profile: Profile
) -> CitedPosition:
    """The position with the labels of the entries, those of its speaker first, and what the rules had said."""
    for entry in sorted(entries, key=lambda entry: entry.statement is not None):
        was = position
        position = replace(position, speaker=_speaker(entry, position.speaker, profile))
        if entry.day is not None:
            position = replace(position, date_said=DateSaid(entry.day, None, RULE, position.date_said.by))
        if entry.stance is not None and (entry.object is None or entry.object in citation.text):
            position = _with_stand(position, citation, entry.stance, entry, profile)
        if entry.not_issue is not None:
            position = _without_issue(position, entry.not_issue)
        position = replace(position, corrected=(*position.corrected, *_changes(was, position, entry.note)))
    return position


def _speaker(entry: Correction, speaker: Speaker, profile: Profile) -> Speaker:
    """The speaker as the entry names him and gives his party."""
    if entry.speaker is not None:
        speaker = _spoken_by(entry.speaker, speaker, profile)
    if entry.party is not None:
        speaker = replace(speaker, party=entry.party or None, via=RULE, how="other")
    return replace(speaker, also_parties=tuple(p for p in speaker.also_parties if p != speaker.party))


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


def _with_stand(
    position: CitedPosition, citation: Citation, stance: Stance, entry: Correction, profile: Profile
) -> CitedPosition:
    issues = (entry.issue,) if entry.issue else ()
    stand = CitedStand(stance, "", entry.object, _place(entry.object, citation), issues, f"stand.{RULE}")
    words = (entry.object,) if entry.object else ()
    label = IssueStance(entry.issue, stance, words, (), f"stand.{RULE}")
    return replace(position, stance=stance, stands=(directed(stand, profile, load(profile.language)),), issues=(label,))


def _place(words: str | None, citation: Citation) -> Span | None:
    """Where the object stands in the decoded source; None where the sentence is not shown as it stands there."""
    at = citation.text.find(words) if words else -1
    if words is None or at < 0 or len(citation.text) != citation.span.end - citation.span.start:
        return None
    return Span(citation.span.start + at, citation.span.start + at + len(words))


def _without_issue(position: CitedPosition, issue: str) -> CitedPosition:
    stands = tuple(replace(s, issues=tuple(i for i in s.issues if i != issue)) for s in position.stands)
    left = tuple(label for label in position.issues if label.issue != issue)
    none = IssueStance(None, position.stance, (), (), RULE)
    return replace(position, stands=stands, issues=left or (none,))


def _changes(was: CitedPosition, now: CitedPosition, note: str | None) -> tuple[Corrected, ...]:
    """What the desk changed, with what the rules had said."""
    before, after = _labels(was), _labels(now)
    return tuple(
        Corrected(what, before[what][0], before[what][1], note) for what in after if before[what][0] != after[what][0]
    )


def _labels(position: CitedPosition) -> dict[str, tuple[str | None, str]]:
    """Each label that can be corrected, with the rule behind it."""
    issues = [label.issue for label in position.issues if label.issue]
    stands = [f"{s.stance} “{s.object}”" if s.object else s.stance for s in position.stands]
    return {
        "party": (position.speaker.party, position.speaker.via),
        "speaker": (position.speaker.name, position.speaker.via),
        "day": (position.date_said.iso, position.date_said.rule),
        "stand": ("; ".join(stands) or None, " ".join(s.rule for s in position.stands)),
        "issue": (", ".join(issues) or None, " ".join(label.rule for label in position.issues)),
    }
