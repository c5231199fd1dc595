"""What changed between two briefings, per party and issue: by label and by the words, never by guess.

"Changed" means that one voice (a named person, or the party itself) takes a stand that opposes its earlier one on the
same thing. The program never says that anybody changed their mind: both are quoted with their days and sources, and
the reader judges. An article that was published before the
earlier briefing and was only found later is no change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.merge.opposed import opposed, same_thing
from briefing.merged import Briefing, Change, ChangeRow, Edition, Said, SaidStand, Statement
from briefing.records import Stance
from briefing.text import fingerprint

Key = tuple[str, str]
_SHOWN = 2


def edition_of(briefing: Briefing) -> Edition:
    """The briefing as a later one looks back on it."""
    topic = briefing.topic
    names = {source.id: source.source for source in briefing.sources}
    return Edition(
        as_of=briefing.as_of,
        topic=topic.id,
        title=topic.title,
        parties=tuple((party.id, party.name) for party in topic.parties),
        issues=tuple((issue.id, issue.title) for issue in topic.issues),
        sources=tuple((s.source, s.publisher, s.published) for s in briefing.sources),
        statements=tuple(_said(statement, names) for statement in briefing.statements),
        hidden=briefing.hidden,
    )


def _said(statement: Statement, names: dict[str, str]) -> Said:
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
        person=statement.speaker.person,
        stands=tuple(SaidStand(s.stance, s.object, s.issues, s.direction, s.about) for s in statement.stands),
        corrected=bool(statement.corrected),
        also_parties=statement.also_parties,
    )


@dataclass(frozen=True, slots=True)
class _Past:
    """What of the earlier briefing the later one is held against."""

    day: str  # of the earlier briefing
    known: frozenset[tuple[str | None, str]]  # party and mark of each statement
    sources: frozenset[str]
    marks: frozenset[str]  # of its statements, those that the desk hid among them
    desk: frozenset[str]  # marks that the desk labelled or hid, then or now: a correction is no change

    def knows(self, said: Said) -> bool:
        """The earlier briefing has the statement, in any of its wordings, if under another label of the desk's."""
        for mark in said.marks:  # noqa: SIM110 - of each statement of two issues: a generator costs as much again
            if (said.party, mark) in self.known or (mark in self.desk and mark in self.marks):
                return True
        return False

    def relabelled(self, said: Said) -> bool:
        """The desk labelled or hid the statement, in one of the two briefings."""
        return not self.desk.isdisjoint(said.marks)

    def is_late(self, said: Said) -> bool:
        """Every source that has it is older than the earlier briefing: an old article that arrived late."""
        return said.last_seen is not None and said.last_seen < self.day

    def is_repeated(self, said: Said) -> bool:
        """A source that the earlier briefing does not have, and that is not older than it, has it again."""
        return not self.is_late(said) and not self.sources.issuperset(said.sources)


def usual_change(*, compared: bool) -> Change:
    """What happened to most statements: they are known from the issue before, and new where there is none."""
    return "known" if compared else "new"


def compared(briefing: Briefing, edition: Edition, previous: Edition | None) -> Briefing:
    """The briefing, whose `edition` it is, with what changed since the earlier edition, if there is one."""
    if previous is None:
        return briefing
    past = _past(previous, edition)
    rows = _changed(previous, edition, past)
    marked = _marked(briefing.statements, edition, past, rows)
    return replace(briefing, previous=previous.as_of, changes=rows, statements=marked)


def compare(before: Edition, after: Edition) -> tuple[ChangeRow, ...]:
    """The rows of what changed, by party and issue in the later edition's order."""
    return _changed(before, after, _past(before, after))


def _changed(before: Edition, after: Edition, past: _Past) -> tuple[ChangeRow, ...]:
    """Only what is new, told again or gone is put by party and issue: of a large edition it is little."""
    still = _marks(after.statements)
    fresh = _by_key(s for s in after.statements if not past.knows(s) and not past.is_late(s))
    again = _by_key(s for s in after.statements if past.knows(s) and past.is_repeated(s))
    labelled = [s for s in before.statements if not past.relabelled(s)]
    gone = _by_key(s for s in labelled if not any((s.party, mark) in still for mark in s.marks))
    old = _by_key(labelled) if fresh else {}
    return tuple(
        row
        for party, _ in after.parties
        for issue, _ in after.issues
        for row in _rows((party, issue), *(found.get((party, issue), []) for found in (old, fresh, again, gone)))
    )


def _marked(
    statements: Sequence[Statement], after: Edition, past: _Past, rows: Iterable[ChangeRow]
) -> tuple[Statement, ...]:
    """The statements with what happened to each since the earlier edition; `after` is of the same statements."""
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


def _past(before: Edition, after: Edition) -> _Past:
    labelled = (mark for said in (*before.statements, *after.statements) if said.corrected for mark in said.marks)
    return _Past(
        day=before.as_of or "",
        known=_marks(before.statements),
        sources=frozenset(name for name, _, _ in before.sources),
        marks=frozenset(mark for said in before.statements for mark in said.marks) | frozenset(before.hidden),
        desk=frozenset((*labelled, *before.hidden, *after.hidden)),
    )


def _marks(statements: Iterable[Said]) -> frozenset[tuple[str | None, str]]:
    return frozenset((said.party, mark) for said in statements for mark in said.marks)


def _by_key(statements: Iterable[Said]) -> dict[Key, list[Said]]:
    found: dict[Key, list[Said]] = {}
    for said in statements:
        for issue, _ in said.issues:
            for party in said.parties:
                found.setdefault((party, issue), []).append(said)
    return found


def _rows(key: Key, before: list[Said], fresh: list[Said], again: list[Said], gone: list[Said]) -> Iterator[ChangeRow]:
    party, issue = key
    moved = _moved(before, fresh, key)
    if moved is not None:
        yield moved
    elif fresh:
        label = _newest_label(fresh, issue)
        yield ChangeRow(party, issue, "new", None, label, (), _newest(fresh), len(fresh))
    if again:
        label = _newest_label(again, issue)
        yield ChangeRow(party, issue, "repeated", label, label, (), _newest(again), len(again))
    if gone:
        yield ChangeRow(party, issue, "gone", _newest_label(gone, issue), None, _newest(gone), (), len(gone))


def _moved(before: list[Said], fresh: list[Said], key: Key) -> ChangeRow | None:
    """The row of the newest stand that opposes the last one of the same voice on the same thing."""
    party, issue = key
    pairs = []
    for new in fresh:
        for stand in _on(new, issue):
            last = _last(before, new, stand, issue)
            if last is not None and opposed(stand, last[1]):
                pairs.append((str(new.day), new.id, new, stand, *last))
    if not pairs:
        return None
    _, _, new, stand, old, earlier = max(pairs, key=lambda pair: pair[:2])
    return ChangeRow(party, issue, "changed", earlier.stance, stand.stance, (old,), (new,), len(pairs))


def _last(before: list[Said], new: Said, stand: SaidStand, issue: str) -> tuple[Said, SaidStand] | None:
    """What the same voice last said on the same thing, on an earlier day."""
    earlier = [old for old in before if old.day and new.day and old.day < new.day and _same_voice(new, old)]
    for old in sorted(earlier, key=lambda old: (old.day, old.id), reverse=True):
        for other in _on(old, issue):
            if same_thing(stand, other):
                return old, other
    return None


def _same_voice(one: Said, other: Said) -> bool:
    """The same person, or the party itself both times: what one member says is no change of another's mind."""
    return one.person == other.person


def _on(said: Said, issue: str) -> tuple[SaidStand, ...]:
    return tuple(stand for stand in said.stands if issue in stand.issues)


def _label(said: Said, issue: str) -> Stance:
    return next(stance for name, stance in said.issues if name == issue)


def _newest_label(statements: Iterable[Said], issue: str) -> Stance:
    return _label(_newest(statements)[0], issue)


def _newest(statements: Iterable[Said]) -> tuple[Said, ...]:
    return tuple(sorted(statements, key=lambda s: (s.day or "", s.id), reverse=True)[:_SHOWN])
