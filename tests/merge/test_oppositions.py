"""The closest opposition is found without comparing all pairs: the same as by comparing all."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.merge.opposed import holders, opposed, oppositions, same_thing
from briefing.merged import CitedStand
from briefing.records import DateSaid, Span, Speaker
from tests.render.factory import HOLM, statement

NOUNS = ("treaty", "harbour", "quota", "ferry", "lake")
SAID = st.tuples(
    st.sampled_from(("North", "South", None)),  # party
    st.sampled_from((1, -1)),
    st.lists(
        st.tuples(st.sampled_from(NOUNS), st.sampled_from(("", " old", " new"))), max_size=4, unique_by=lambda n: n[0]
    ),
    st.sampled_from(("direct", "indirect")),
    st.integers(0, 3),  # source
    st.sampled_from(("2024-05-01", "2024-05-02", None)),
    st.sampled_from((("fishing",), ("harbour",), ("fishing", "harbour"))),
)


def made(n, party, direction, about, mode, source, day, issues):
    words = tuple(noun + before for noun, before in about)
    stand = CitedStand(
        "accept" if direction > 0 else "reject", "will", "it", None, issues, "stand.act", direction, words
    )
    lead = replace(HOLM, source=f"src-{source}", span=Span(10 * n, 10 * n + 5))
    speaker = Speaker(party, None, None, None, party)
    date = DateSaid(day, None, "said")
    return statement(f"x-{n}", lead, party=party, mode=mode, speaker=speaker, date_said=date, stands=(stand,))


def by_comparing_all(statements, places, issue):
    """The chosen pair of each two holders, by the definition."""
    here = [(s, t) for s in statements if holders(s) for t in s.stands if issue in t.issues and t.direction]
    found = {}
    for (i, (a, s)), (j, (b, t)) in combinations(enumerate(here), 2):
        same = holders(a) == holders(b)
        days = (a.date_said.iso, b.date_said.iso)
        at_different_times = a.lead.source != b.lead.source and None not in days and days[0] != days[1]
        shared = opposed(s, t)
        if shared and (not same or at_different_times):
            indirect = (a.mode != "direct") + (b.mode != "direct")
            rank = (-len(shared), indirect, sorted((places[a.lead.source], places[b.lead.source])), i, j)
            key = frozenset((holders(a), holders(b)))
            found[key] = min(found.get(key, (rank,)), (rank,))
    return [(here[i][0].id, here[j][0].id) for i, j in sorted(rank[-2:] for (rank,) in found.values())]


@settings(max_examples=300, deadline=None)
@given(rows=st.lists(SAID, max_size=14), order=st.permutations(range(4)))
def test_the_closest_are_those_that_comparing_all_finds(rows, order):
    statements = [made(n, *row) for n, row in enumerate(rows)]
    places = {f"src-{n}": place for n, place in enumerate(order)}
    found = {"fishing": [], "harbour": []}
    for row in oppositions(statements, places):
        assert row.shared == opposed(row.one[1], row.other[1])
        found[row.issue].append((row.one[0].id, row.other[0].id))
    assert found == {issue: by_comparing_all(statements, places, issue) for issue in found}


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        # the words before a noun, which follow it here: the same ones, or some more on one side
        (("treaty",), ("treaty",), {"treaty"}),
        (("treaty old",), ("treaty old",), {"treaty"}),
        (("treaty old",), ("treaty old good",), {"treaty"}),
        (("treaty old good",), ("treaty old",), {"treaty"}),
        (("treaty old",), ("treaty new",), set()),
        (("treaty old",), ("treaty",), set()),
        (("treaty old good",), ("treaty old bad",), set()),
        # the main noun, which is the first, or most of them
        (("treaty", "lake"), ("treaty", "quota", "ferry"), {"treaty"}),
        (("lake", "treaty"), ("treaty", "quota", "ferry"), set()),
    ],
)
def test_what_two_stands_are_both_about(one, other, shared):
    stands = [CitedStand("accept", "will", "it", None, ("fishing",), "stand.act", 1, about) for about in (one, other)]
    assert same_thing(*stands) == shared
