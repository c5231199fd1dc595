"""Things that do not go together, side by side: stances, polarity of one noun, figures, names, wordings.

A rule prints the words of both sides and what they share; whether it is a contradiction, a shift or two questions is
the reader's to judge.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from briefing.merge.report import Report
from briefing.merged import Citation, Conflict, ConflictSide, Figure, Statement
from briefing.text import stem, tokens

_AGAINST = frozenset({"reject", "condition", "deny"})
_IN_FAVOUR = frozenset({"accept", "offer", "support"})
_SIDES = 4  # statements shown on each side


def find_conflicts(
    statements: Sequence[Statement],
    lead: Mapping[str, Report],
    figures: Sequence[Figure],
    names: Sequence[Conflict],
) -> tuple[Conflict, ...]:
    """All conflicts, numbered C1, C2, … in the order stance, wording, figure, name.

    `lead` has the leading report of each statement, by the statement's id.
    """
    found = [
        *_stances(statements, lead),
        *_polarity(statements, lead),
        *_wordings(statements),
        *_figures(figures),
        *names,
    ]
    return tuple(Conflict(f"C{i}", c.kind, c.issue, c.topic, c.sides, c.rule) for i, c in enumerate(found, 1))


def _side(statement: Statement, label: str) -> ConflictSide:
    return ConflictSide(statement.lead, statement.id, label)


class _Row(NamedTuple):
    """A statement on one issue: its label there, and the words that name the issue."""

    statement: Statement
    label: str
    words: tuple[str, ...]


def _stances(statements: Sequence[Statement], lead: Mapping[str, Report]) -> Iterator[Conflict]:
    """Opposite stances of one party on one issue; then of two parties on it."""
    by_issue: dict[str, list[_Row]] = {}
    for statement in statements:
        if _holder(statement) is not None:
            denies = statement.stance == "state" and _denies_an_issue(statement, lead[statement.id])
            for label in statement.issues:
                row = _Row(statement, "deny" if denies else label.stance, label.issue_words)
                by_issue.setdefault(label.issue or "", []).append(row)
    by_issue.pop("", None)
    for issue, rows in by_issue.items():
        against = sorted((r for r in rows if r.label in _AGAINST), key=lambda r: r.label != "deny")  # rare: shown first
        favour = [row for row in rows if row.label in _IN_FAVOUR]
        for party in dict.fromkeys(_holder(row.statement) for row in rows):
            mine = [[r for r in side if _holder(r.statement) == party] for side in (against, favour)]
            if all(mine):
                yield _opposed(issue, mine[0], mine[1], "conflict.one_party")
        others = [r for r in favour if against and _holder(r.statement) != _holder(against[0].statement)]
        if others:
            yield _opposed(issue, against, others, "conflict.two_parties")


def _denies_an_issue(statement: Statement, report: Report) -> bool:
    """ "There are no negotiations": the statement denies the very thing that names its issue."""
    named = {stem(token.folded) for s in statement.issues for words in s.issue_words for token in tokens(words)}
    return bool(named & set(report.denied.split("\n")))


def _holder(statement: Statement) -> str | None:
    """Whose position it is: the speaker's party, or the party whose position an unnamed source describes."""
    return statement.party or statement.on_behalf_of


def _opposed(issue: str, against: Sequence[_Row], favour: Sequence[_Row], rule: str) -> Conflict:
    rows = [*_spread(against), *_spread(favour)]
    words = tuple(dict.fromkeys(word.casefold() for row in rows for word in row.words))
    return Conflict("", "stance", issue, words, tuple(_side(row.statement, row.label) for row in rows), rule)


def _spread(rows: Sequence[_Row]) -> list[_Row]:
    """The first rows to show, of as many sources and voices as there are."""
    turns: Counter[object] = Counter()
    ranked = []
    for place, row in enumerate(rows):
        voice = (row.statement.lead.source, row.statement.party)
        ranked.append((turns[voice], place, row))
        turns[voice] += 1
    return [row for _, _, row in sorted(ranked, key=lambda r: r[:2])[:_SIDES]]


def _polarity(statements: Sequence[Statement], lead: Mapping[str, Report]) -> Iterator[Conflict]:
    """ "no progress" against "some progress": one noun, denied by one voice and not by another, on one issue."""
    denied: dict[tuple[str, str], list[Statement]] = {}
    for statement in statements:
        for key in _keys(statement, lead[statement.id].denied):
            denied.setdefault(key, []).append(statement)
    asserted: dict[tuple[str, str], list[Statement]] = {}
    for statement in statements:
        nouns = lead[statement.id].denied.split("\n")
        for key in _keys(statement, lead[statement.id].stems):
            if key in denied and key[1] not in nouns:
                asserted.setdefault(key, []).append(statement)
    for key in sorted(denied):
        others = [s for s in asserted.get(key, ()) if s.speaker.name != denied[key][0].speaker.name]
        if others and 1 <= len(denied[key]) <= _SIDES and len(others) <= 2 * _SIDES:
            sides = [_side(s, "denied") for s in denied[key]] + [_side(s, "asserted") for s in others[:_SIDES]]
            yield Conflict("", "stance", key[0], (key[1],), tuple(sides), "conflict.polarity")


def _keys(statement: Statement, stems: str) -> Iterator[tuple[str, str]]:
    """Each issue of the statement with each of the stems."""
    words = stems.split("\n") if stems else []
    yield from ((label.issue, word) for label in statement.issues if label.issue for word in words)


def _wordings(statements: Sequence[Statement]) -> Iterator[Conflict]:
    """One quotation in two wordings: several citations of one direct statement whose words differ."""
    for statement in statements:
        if statement.mode not in ("direct", "mixed"):
            continue
        texts = list({_quoted(c.text): c for c in statement.citations if _quoted(c.text)}.values())
        if len(texts) > 1 and len({_words(_quoted(c.text)) for c in texts}) > 1:
            sides = tuple(ConflictSide(c, statement.id, "wording") for c in texts[: 2 * _SIDES])
            yield Conflict("", "wording", _first_issue(statement), (), sides, "conflict.wording")


def _quoted(text: str) -> str:
    start = min((i for mark in '“"' if (i := text.find(mark)) >= 0), default=-1)
    end = max(text.rfind(mark) for mark in '”"')
    return text[start + 1 : end] if 0 <= start < end else ""


def _words(text: str) -> tuple[str, ...]:
    return tuple(w.folded for w in tokens(text) if w.is_word)


def _first_issue(statement: Statement) -> str | None:
    return next((label.issue for label in statement.issues), None)


def _figures(figures: Sequence[Figure]) -> Iterator[Conflict]:
    """Two values for one quantity: the same counted noun and action, different numbers."""
    groups: dict[str, list[Figure]] = {}
    for figure in figures:
        groups.setdefault(figure.quantity, []).append(figure)
    for quantity, group in groups.items():
        values = {f.number for f in group}
        if 1 < len(values) <= 2 * _SIDES:
            first = {f.number: f for f in reversed(group)}
            sides = tuple(ConflictSide(f.citation, None, f.value) for f in sorted(first.values(), key=_place))
            yield Conflict("", "figure", None, tuple(quantity.split()), sides, "conflict.figure")


def _place(figure: Figure) -> tuple[int, int]:
    return (figure.citation.source, figure.citation.span.start)


def name_conflicts(surnames: Iterable[tuple[str, str, Citation]]) -> tuple[Conflict, ...]:
    """Spellings of one name: two of a corpus whose letters differ by one or two, one of them a name of the profile."""
    return tuple(
        Conflict("", "name", None, (known, seen), (ConflictSide(citation, None, seen),), "conflict.name")
        for known, seen, citation in surnames
    )
