"""Things that do not go together, side by side: stances, polarity of one noun, figures, names, wordings.

A rule prints the words of both sides and what they share; whether it is a contradiction, a shift or two questions is
the reader's to judge.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from briefing.merge.report import Report
from briefing.merged import Citation, Conflict, ConflictSide, Figure, Statement
from briefing.text import stem, tokens

_AGAINST = frozenset({"reject", "condition", "deny"})
_IN_FAVOUR = frozenset({"accept", "offer", "support"})
_Pair = tuple[str, str]
_SIDES = 4  # statements shown on each side
_CANDIDATES = 50  # statements looked at on each side: pairs grow with the square


def find_conflicts(
    statements: Sequence[Statement],
    lead: Mapping[str, Report],
    figures: Sequence[Figure],
    names: Sequence[Conflict],
) -> tuple[Conflict, ...]:
    """All conflicts, numbered C1, C2, …: what cannot both hold first, and parties that merely differ last.

    The order is: one noun denied and asserted; a party against itself; wordings; figures; names; party against party.
    What stood against each other before makes no conflict again on a further issue. `lead` has the leading report of
    each statement, by the statement's id.
    """
    rows = _rows_by_issue(statements, lead)
    shown: set[_Pair] = set()
    found = [
        *_once(_polarity(statements, lead), shown),
        *_once(_of_one_party(rows), shown),
        *_wordings(statements),
        *_figures(figures),
        *names,
        *_once(_of_two_parties(rows), shown),
    ]
    return tuple(replace(c, id=f"C{i}") for i, c in enumerate(found, 1))


class _Row(NamedTuple):
    """A statement on one issue: its label there, and the words that name the issue."""

    statement: Statement
    label: str
    words: tuple[str, ...]


class _Opposed(NamedTuple):
    """Rows against rows on one issue."""

    issue: str
    against: Sequence[_Row]
    favour: Sequence[_Row]
    rule: str


def _once(candidates: Iterable[_Opposed], shown: set[_Pair]) -> Iterator[Conflict]:
    """The candidates as conflicts, but for those whose rows all stood against each other before; fresh rows come first.

    `shown` holds the pairs of statement ids so far, and is added to. A statement on five issues would else stand
    against another one five times.
    """
    for c in candidates:
        fresh = _pairs(c) - shown
        shown |= fresh | {(f, a) for a, f in fresh}
        against, favour = {a for a, _ in fresh}, {f for _, f in fresh}
        if fresh:
            rows = [*_first(c.against, against), *_first(c.favour, favour)]
            words = tuple(dict.fromkeys(word.casefold() for row in rows for word in row.words))
            sides = tuple(ConflictSide(r.statement.lead, r.statement.id, r.label) for r in rows)
            yield Conflict("", "stance", c.issue, words, sides, c.rule)


def _pairs(c: _Opposed) -> set[_Pair]:
    """The pairs of ids that stand against each other; between two parties, only those of two."""
    return {
        (a.statement.id, f.statement.id)
        for a, f in itertools.product(_spread(c.against), _spread(c.favour))
        if a.statement.id != f.statement.id
        and (c.rule != "conflict.two_parties" or _holder(a.statement) != _holder(f.statement))
    }


def _first(rows: Sequence[_Row], ids: set[str]) -> list[_Row]:
    return sorted(_spread(rows), key=lambda row: row.statement.id not in ids)[:_SIDES]


def _rows_by_issue(statements: Sequence[Statement], lead: Mapping[str, Report]) -> dict[str, list[_Row]]:
    """The statements that somebody holds, by issue."""
    by_issue: dict[str, list[_Row]] = {}
    for statement in statements:
        if _holder(statement) is not None:
            denies = statement.stance == "state" and _denies_an_issue(statement, lead[statement.id])
            for label in statement.issues:
                row = _Row(statement, "deny" if denies else label.stance, label.issue_words)
                by_issue.setdefault(label.issue or "", []).append(row)
    by_issue.pop("", None)
    return by_issue


def _of_one_party(by_issue: Mapping[str, Sequence[_Row]]) -> Iterator[_Opposed]:
    """Opposite stances of one party on one issue."""
    for issue, rows in by_issue.items():
        for party in dict.fromkeys(_holder(row.statement) for row in rows):
            against, favour = _camps([r for r in rows if _holder(r.statement) == party])
            yield _Opposed(issue, against, favour, "conflict.one_party")


def _of_two_parties(by_issue: Mapping[str, Sequence[_Row]]) -> Iterator[_Opposed]:
    """Opposite stances of several parties on one issue."""
    for issue, rows in by_issue.items():
        yield _Opposed(issue, *_camps(rows), "conflict.two_parties")


def _camps(rows: Sequence[_Row]) -> tuple[list[_Row], list[_Row]]:
    """The rows against, those that deny a fact first as they are rare; and the rows in favour."""
    against = sorted((r for r in rows if r.label in _AGAINST), key=lambda r: r.label != "deny")
    return against, [r for r in rows if r.label in _IN_FAVOUR]


def _denies_an_issue(statement: Statement, report: Report) -> bool:
    """ "There are no negotiations": the statement denies the very thing that names its issue."""
    named = {stem(token.folded) for s in statement.issues for words in s.issue_words for token in tokens(words)}
    return bool(named & set(report.denied.split("\n")))


def _holder(statement: Statement) -> str | None:
    """Whose position it is: the speaker's party, or the party whose position an unnamed source describes."""
    return statement.party or statement.on_behalf_of


def _spread(rows: Sequence[_Row]) -> list[_Row]:
    """The first rows to look at, of as many sources and voices as there are."""
    turns: Counter[object] = Counter()
    ranked = []
    for place, row in enumerate(rows):
        voice = (row.statement.lead.source, row.statement.party)
        ranked.append((turns[voice], place, row))
        turns[voice] += 1
    return [row for _, _, row in sorted(ranked, key=lambda r: r[:2])[:_CANDIDATES]]


def _polarity(statements: Sequence[Statement], lead: Mapping[str, Report]) -> Iterator[_Opposed]:
    """ "no progress" against "some progress": a noun denied by one voice and asserted by another, on a shared issue."""
    denied = _by_noun((s, lead[s.id].denied.split()) for s in statements if lead[s.id].denied)
    nouns = frozenset(denied)
    asserted = _by_noun((s, nouns.intersection(lead[s.id].asserted.split())) for s in statements)
    for noun in sorted(asserted):
        no = denied[noun]
        issues = [label.issue for s in no for label in s.issues if label.issue]
        yes = [s for s in asserted[noun] if s.speaker.name != no[0].speaker.name and _is_on(s, issues) and s not in no]
        if yes and len(no) <= _SIDES and len(yes) <= 2 * _SIDES:
            shared = next(issue for issue in issues if _is_on(yes[0], [issue]))
            words = (_word(no[0], noun),)
            against, favour = [_Row(s, "denied", words) for s in no], [_Row(s, "asserted", words) for s in yes]
            yield _Opposed(shared, against, favour, "conflict.polarity")


def _word(statement: Statement, noun: str) -> str:
    """The word of the statement that has this stem."""
    return next((t.folded for t in tokens(statement.lead.text) if stem(t.folded) == noun), noun)


def _by_noun(nouns_of: Iterable[tuple[Statement, Iterable[str]]]) -> dict[str, list[Statement]]:
    """The statements by each of their nouns."""
    found: dict[str, list[Statement]] = {}
    for statement, nouns in nouns_of:
        for noun in nouns:
            found.setdefault(noun, []).append(statement)
    return found


def _is_on(statement: Statement, issues: Sequence[str]) -> bool:
    return any(label.issue in issues for label in statement.issues)


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
    """What stands in quotation marks; without a closing one, as in a quotation of several sentences, the rest."""
    start = min((i for mark in '“"' if (i := text.find(mark)) >= 0), default=-1)
    end = max(text.rfind(mark) for mark in '”"')
    return text[start + 1 : end if end > start else len(text)] if start >= 0 else ""


def _words(text: str) -> tuple[str, ...]:
    return tuple(w.folded for w in tokens(text) if w.is_word)


def _first_issue(statement: Statement) -> str | None:
    return next((label.issue for label in statement.issues), None)


def _figures(figures: Sequence[Figure]) -> Iterator[Conflict]:
    """Two values for one quantity: the same counted noun and action, different numbers."""
    groups: dict[str, list[Figure]] = {}
    for figure in figures:
        if figure.quantity:
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
