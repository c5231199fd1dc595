"""What the templates are given: groups, tables, short ids, marks of the charts."""

from __future__ import annotations

from dataclasses import replace

import html5lib
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.records import DateSaid, IssueStance
from briefing.render import charts, render
from briefing.render.escape import visible
from briefing.render.views import view
from tests.render import hostile
from tests.render.factory import HARBOUR, HOLM, briefing, statement, statements

XHTML = "{http://www.w3.org/1999/xhtml}"


def with_ids(*ids):
    return view(briefing(statements=tuple(statement(i, HOLM) for i in ids), key_points=(), agreements=(), conflicts=()))


def test_every_statement_stands_in_one_group_of_its_party():
    shown = view(briefing())
    placed = [(p.id, g.id, i.id) for p in shown.parties for g in p.groups for i in g.items]
    assert placed == [
        ("North", "fishing", "N-1"),
        ("North", "fishing", "N-2"),
        ("South", "harbour", "S-1"),
        ("South", None, "S-2"),
        (None, None, "X-1"),
    ]


def test_the_front_page_shows_each_stand_with_its_object():
    shown = view(briefing())
    cells = {
        (row.issue.id, party.id): [(x.stand.stance, x.words, x.statement) for x in cell.stands]
        for row in shown.front.rows
        for party, cell in zip(shown.front.parties, row.cells, strict=True)
    }
    assert cells == {
        ("fishing", "North"): [("reject", "share the lake", "N-1")],
        ("fishing", "South"): [],
        ("harbour", "North"): [],
        ("harbour", "South"): [("demand", "an open harbour", "S-1")],
        ("fishing", "Lake Union"): [],
        ("harbour", "Lake Union"): [("demand", "an open harbour", "S-1")],  # spoke jointly
    }


def test_labels_are_the_letters_of_a_party_and_a_number():
    assert [i.label for i in with_ids("isr-12345678", "isr-99999999", "ham-1").items.values()] == [
        "ISR-1",
        "ISR-2",
        "HAM-1",
    ]


def test_ids_alike_but_for_their_marks_have_anchors_of_their_own():
    assert len({i.anchor for i in with_ids("a-1", "a.1", "a 1").items.values()}) == 3


def test_bars_fill_the_width_of_the_longest():
    bars = charts.party_bars(view(briefing()))
    assert [(b.name, b.total) for b in bars] == [
        ("North", 2),
        ("South", 2),
        ("Lake Union", 1),
        (None, 1),
    ]
    assert sum(s.width for s in bars[0].segments) == 100
    assert [(s.code, s.x, s.width) for s in bars[1].segments] == [("indirect", 0, 50), ("action", 50, 50)]


def test_the_strip_needs_two_days_and_leaves_months_out():
    assert charts.strip(view(briefing())) is None
    later = DateSaid("2024-05-16", "May 16", "date.day")
    month = DateSaid("2024-06", "in June", "date.month")
    first, second, third, *rest = statements()
    dated = (first, replace(second, date_said=later), replace(third, date_said=month), *rest)
    strip = charts.strip(view(briefing(statements=dated)))
    assert (strip.first, strip.last) == ("2024-05-06", "2024-05-16")
    assert [(lane.name, [(d.iso, d.x, d.count) for d in lane.dots]) for lane in strip.lanes] == [
        ("North", [("2024-05-06", 2, 1), ("2024-05-16", 98, 1)]),
        ("South", [("2024-05-06", 2, 1)]),
    ]


@settings(max_examples=25, deadline=None)
@given(text=st.text(min_size=1, max_size=40).filter(lambda t: visible(t).strip()))
def test_any_text_is_shown_on_the_page_as_it_is(text):
    page = render(hostile.briefing(text), ["html"])["briefing.html"].decode()
    tree = html5lib.HTMLParser(strict=True).parse(page)
    quotes = {" ".join("".join(q.itertext()).split()) for q in tree.iter(f"{XHTML}blockquote")}
    own = {HOLM.text, HARBOUR.text}  # of the contradiction, which the hostile briefing leaves alone
    assert quotes - own == {" ".join(visible(text).split())} - own


def test_parties_alike_but_for_their_marks_have_anchors_of_their_own():
    first, second, *rest = statements()
    shown = view(briefing(statements=(replace(first, party="A B"), replace(second, party="A-B"), *rest)))
    assert len({p.anchor for p in shown.parties}) == len(shown.parties) == 5


def test_what_is_merely_mentioned_is_no_stand_on_the_page():
    mention = IssueStance("talks", "state", ("round",), (), "issue.mention")
    made = statement("N-1", HOLM, issues=(mention,))
    markdown = render(
        briefing(statements=(made,), key_points=(), agreements=(), conflicts=()), ["md"], sections=("positions",)
    )["briefing.md"].decode()
    assert "round" not in markdown
    assert "○" not in markdown
