"""A briefing cut down to its newest statements, with what belongs to them."""

import pytest

from briefing.merge import merge
from briefing.merge.parts import newest_part
from briefing.records import Metadata
from tests.factory import PROFILE, reading

OFFER, NO, OLD = (
    "Norland offered higher pay and shorter hours.",
    "The dockers' union rejected higher pay and shorter hours.",
    "Tom Hill said the closure was near.",
)
WHOLE = merge(
    [
        reading(OFFER, source="a.txt", metadata=Metadata(published="2024-05-03")),
        reading(NO, source="b.txt", metadata=Metadata(published="2024-05-02")),
        reading(OLD, source="c.txt", metadata=Metadata(published="2024-05-01")),
    ],
    profile=PROFILE,
)


@pytest.mark.parametrize(
    ("most", "shown", "conflicts"), [(3, {OFFER, NO, OLD}, 1), (2, {OFFER, NO}, 1), (1, {OFFER}, 0), (0, set(), 0)]
)
def test_the_newest_statements_keep_the_conflicts_among_them(most, shown, conflicts):
    part = newest_part(WHOLE, most)
    assert {s.lead.text for s in part.statements} == shown
    assert len(part.conflicts) == conflicts
    assert {s.source for s in part.sources} == {
        f"{name}.txt" for name, text in (("a", OFFER), ("b", NO), ("c", OLD)) if text in shown
    }
    assert [p.code for p in part.problems] == (["briefing.cut"] if most < 3 else [])
