"""Things that do not go together, side by side: stands, polarity of one noun, figures, names, wordings.

A rule prints the words of both sides and what they share; whether it is a contradiction, a shift or two questions is
the reader's to judge.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from briefing.digest.report import Report
from briefing.merge.opposed import oppositions, shared_holders
from briefing.merged import POLARITY, Citation, Conflict, ConflictSide, Figure, Statement
from briefing.text import stem, tokens

_SIDES = 4  # statements shown on each side
_DAY = len("2024-05-06")
_CLOSE = timedelta(days=3)  # between two figures of one event


def find_conflicts(
    statements: Sequence[Statement],
    lead: Mapping[str, Report],
    figures: Sequence[Figure],
    names: Sequence[Conflict],
    places: Mapping[str, int],
) -> tuple[Conflict, ...]:
    """All conflicts, numbered C1, C2, …: what cannot both hold first, and parties that merely differ last.

    The order is: one noun denied and asserted; a party against itself; wordings; figures; names; party against party.
    Two statements stand against each other once, on the first issue. `lead` has the leading report of each statement,
    by the statement's id, `places` the order of the sources by theirs.
    """
    stands = list(_stands(statements, places))
    found = [
        *_polarity(statements, lead),
        *(conflict for conflict, itself in stands if itself),
        *_wordings(statements),
        *_figures(figures, places),
        *names,
        *(conflict for conflict, itself in stands if not itself),
    ]
    return tuple(replace(c, id=f"C{i}") for i, c in enumerate(found, 1))


def _stands(statements: Sequence[Statement], places: Mapping[str, int]) -> Iterator[tuple[Conflict, bool]]:
    """Stands on one thing from opposite sides, and whether a party stands against itself there.

    Two statements once, though they meet on several issues.
    """
    shown: set[frozenset[str]] = set()
    for found in oppositions(statements, places):
        pair = frozenset({found.one[0].id, found.other[0].id})
        if pair in shown:
            continue
        shown.add(pair)
        sides = tuple(
            ConflictSide(statement.lead, statement.id, stand.stance, stand.object)
            for statement, stand in (found.one, found.other)
        )
        words = tuple(_word(found.one[0], noun) for noun in sorted(found.shared))
        same = bool(shared_holders(found.one[0], found.other[0]))
        rule = f"conflict.{'one_party' if same else 'two_parties'}"
        yield Conflict("", "stance", found.issue, words, sides, rule), same


def _polarity(statements: Sequence[Statement], lead: Mapping[str, Report]) -> Iterator[Conflict]:
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
            sides = tuple(
                ConflictSide(s.lead, s.id, label)
                for label, voices in zip(POLARITY, (no, yes), strict=True)
                for s in voices
            )
            yield Conflict("", "stance", shared, (_word(no[0], noun),), sides, "conflict.polarity")


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
        if statement.mode not in ("direct", "mixed") or len(statement.citations) == 1:
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


def _figures(figures: Sequence[Figure], places: Mapping[str, int]) -> Iterator[Conflict]:
    """Two values for one quantity: the same counted noun and action, different numbers."""

    def placed(figure: Figure) -> tuple[int, int]:
        return (places[figure.citation.source], figure.citation.span.start)

    groups: dict[str, list[Figure]] = {}
    for figure in figures:
        if figure.quantity:
            groups.setdefault(figure.quantity, []).append(figure)
    for quantity, group in groups.items():
        first = {f.number: f for f in reversed(group)}
        sources = {f.citation.source for f in first.values()}
        apart = len(sources) == len(first)  # "of 253, 133 are held" is no contradiction
        if 1 < len(first) <= 2 * _SIDES and apart and _of_one_time(first.values()):
            sides = tuple(ConflictSide(f.citation, None, f.value) for f in sorted(first.values(), key=placed))
            yield Conflict("", "figure", None, tuple(quantity.split()), sides, "conflict.figure")


def _of_one_time(figures: Iterable[Figure]) -> bool:
    """All within a few days: a toll that has risen since is no other toll. Days that nobody knows are not compared."""
    days = [figure.as_of for figure in figures]
    known = [date.fromisoformat(day) for day in days if day and len(day) == _DAY]
    return not any(days) or (len(known) == len(days) and max(known) - min(known) <= _CLOSE)


def name_conflicts(surnames: Iterable[tuple[str, str, Citation]]) -> tuple[Conflict, ...]:
    """Spellings of one name: two of a corpus whose letters differ by one or two, one of them a name of the profile."""
    return tuple(
        Conflict("", "name", None, (known, seen), (ConflictSide(citation, None, seen),), "conflict.name")
        for known, seen, citation in surnames
    )
