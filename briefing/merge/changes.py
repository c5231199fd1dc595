"""What changed between two briefings, per party and issue: by label and by the words, never by guess.

"Changed" means that the label of the newest statements changed. The program never says that anybody changed their
mind: both are quoted with their days and sources, and the reader judges. An article that was published before the
earlier briefing and was only found later is no change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.merged import Briefing, Change, ChangeRow, Edition, Said, Statement
from briefing.records import Stance
from briefing.text import fingerprint

Key = tuple[str, str]
_SHOWN = 2
_NO_STAND = frozenset({"state", "decline_comment"})  # to say something, or nothing, is not to take another stand


def edition_of(briefing: Briefing) -> Edition:
    """The briefing as a later one looks back on it."""
    topic = briefing.topic
    names = {source.number: source.source for source in briefing.sources}
    return Edition(
        as_of=briefing.as_of,
        topic=topic.id,
        title=topic.title,
        parties=tuple((party.id, party.name) for party in topic.parties),
        issues=tuple((issue.id, issue.title) for issue in topic.issues),
        sources=tuple((s.source, s.publisher, s.published) for s in briefing.sources),
        statements=tuple(_said(statement, names) for statement in briefing.statements),
    )


def _said(statement: Statement, names: dict[int, str]) -> Said:
    lead = statement.lead
    own = statement.id.rpartition("-")[2].rstrip("x")
    others = (fingerprint(c.text) for c in statement.citations if c.text != lead.text)
    return Said(
        id=statement.id,
        marks=tuple(dict.fromkeys((own, *others))),
        party=statement.party,
        speaker=statement.speaker.name,
        issues=tuple((label.issue, label.stance) for label in statement.issues if label.issue is not None),
        day=statement.date_said.iso or statement.date_said.by,
        first_seen=statement.first_seen,
        last_seen=statement.last_seen,
        sources=tuple(dict.fromkeys(names[c.source] for c in statement.citations)),
        text=lead.text,
        line=lead.line,
        span=lead.span,
        mode=statement.mode,
    )


@dataclass(frozen=True, slots=True)
class _Past:
    """What of the earlier briefing the later one is held against."""

    day: str  # of the earlier briefing
    known: frozenset[tuple[str | None, str]]  # party and mark of each statement
    sources: frozenset[str]

    def knows(self, said: Said) -> bool:
        """The earlier briefing has the statement, in any of its wordings."""
        return any((said.party, mark) in self.known for mark in said.marks)

    def is_late(self, said: Said) -> bool:
        """Every source that has it is older than the earlier briefing: an old article that arrived late."""
        return said.last_seen is not None and said.last_seen < self.day

    def is_repeated(self, said: Said) -> bool:
        """A source that the earlier briefing does not have, and that is not older than it, has it again."""
        return not self.is_late(said) and any(name not in self.sources for name in said.sources)


def compare(before: Edition, after: Edition) -> tuple[ChangeRow, ...]:
    """The rows of what changed, by party and issue in the later edition's order."""
    past = _past(before)
    still = _marks(after.statements)
    old, new = _by_key(before.statements), _by_key(after.statements)
    return tuple(
        row
        for party, _ in after.parties
        for issue, _ in after.issues
        for row in _rows((party, issue), old.get((party, issue), []), new.get((party, issue), []), past, still)
    )


def mark_changes(
    statements: Sequence[Statement], after: Edition, before: Edition, rows: Iterable[ChangeRow]
) -> tuple[Statement, ...]:
    """The statements with what happened to each since the earlier edition; `after` is of the same statements."""
    past = _past(before)
    changed = {said.id for row in rows if row.change == "changed" for said in row.statements_after}
    changes = (_change(said, past, changed) for said in after.statements)
    return tuple(
        s if s.change == change else replace(s, change=change) for s, change in zip(statements, changes, strict=True)
    )


def _change(said: Said, past: _Past, changed: set[str]) -> Change:
    if said.id in changed:
        return "changed"
    if past.knows(said):
        return "repeated" if past.is_repeated(said) else "known"
    return "known" if past.is_late(said) else "new"


def _past(before: Edition) -> _Past:
    return _Past(before.as_of or "", _marks(before.statements), frozenset(name for name, _, _ in before.sources))


def _marks(statements: Iterable[Said]) -> frozenset[tuple[str | None, str]]:
    return frozenset((said.party, mark) for said in statements for mark in said.marks)


def _by_key(statements: Iterable[Said]) -> dict[Key, list[Said]]:
    found: dict[Key, list[Said]] = {}
    for said in statements:
        for issue, _ in said.issues:
            if said.party is not None:
                found.setdefault((said.party, issue), []).append(said)
    return found


def _rows(
    key: Key, before: list[Said], after: list[Said], past: _Past, still: frozenset[tuple[str | None, str]]
) -> Iterator[ChangeRow]:
    party, issue = key
    fresh = [s for s in after if not past.knows(s) and not past.is_late(s)]
    moved = _moved(before, fresh, issue)
    if moved is not None:
        yield moved
    elif fresh:
        label = _newest_label(fresh, issue)
        yield ChangeRow(party, issue, "new", None, label, (), _newest(fresh), len(fresh))
    again = [s for s in after if past.knows(s) and past.is_repeated(s)]
    if again:
        label = _newest_label(again, issue)
        yield ChangeRow(party, issue, "repeated", label, label, (), _newest(again), len(again))
    gone = [s for s in before if not any((s.party, mark) in still for mark in s.marks)]
    if gone:
        yield ChangeRow(party, issue, "gone", _newest_label(gone, issue), None, _newest(gone), (), len(gone))


def _moved(before: list[Said], fresh: list[Said], issue: str) -> ChangeRow | None:
    """The row of a changed label: the newest stands of both are of different days and share no label."""
    old, new = _newest_stands(before, issue), _newest_stands(fresh, issue)
    if not old or not new or str(old[0].day) >= str(new[0].day):
        return None
    labels_before, labels_after = _labels(old, issue), _labels(new, issue)
    if set(labels_before) & set(labels_after):
        return None
    return ChangeRow(
        str(new[0].party), issue, "changed", labels_before[0], labels_after[0], _newest(old), _newest(new), len(new)
    )


def _newest_stands(statements: Iterable[Said], issue: str) -> list[Said]:
    """The statements of the newest day that take a stand on the issue; an undated one cannot be put in order."""
    stands = [s for s in statements if s.day and _label(s, issue) not in _NO_STAND]
    newest = max((s.day for s in stands if s.day), default=None)
    return sorted((s for s in stands if s.day == newest), key=lambda s: s.id)


def _labels(statements: Iterable[Said], issue: str) -> list[Stance]:
    return [_label(said, issue) for said in statements]


def _label(said: Said, issue: str) -> Stance:
    return next(stance for name, stance in said.issues if name == issue)


def _newest_label(statements: Iterable[Said], issue: str) -> Stance:
    return _label(_newest(statements)[0], issue)


def _newest(statements: Iterable[Said]) -> tuple[Said, ...]:
    return tuple(sorted(statements, key=lambda s: (s.day or "", s.id), reverse=True)[:_SHOWN])
