"""What is new since the issue before, and what was only found later."""

import pytest

from briefing.merge import edition_of, merge
from briefing.records import Metadata
from tests.factory import PROFILE, reading

KNOWN = "Jon Holm said that pay was too low."
FRESH = "Ada Berg said that the closure was over."


def of(text, published, source):
    return reading(text, source=source, metadata=Metadata(published=published))


@pytest.mark.parametrize(
    ("published", "change"),
    [
        ("2024-05-01", "known"),  # it was there to be read, and arrived late
        ("2024-05-02", "new"),  # of the day itself: an issue of the morning cannot have it
        ("2024-05-03", "new"),
        (None, "new"),
    ],
)
def test_only_what_was_published_since_is_new(published, change):
    before = merge([of(KNOWN, "2024-05-02", "a.txt")], as_of="2024-05-02", profile=PROFILE)
    readings = [of(KNOWN, "2024-05-02", "a.txt"), of(FRESH, published, "b.txt")]
    after = merge(readings, previous=edition_of(before), as_of="2024-05-03", profile=PROFILE)
    assert {s.lead.text: s.change for s in after.statements} == {KNOWN: "known", FRESH: change}
    rows = [(row.party, row.issue, row.change) for row in after.changes]
    assert rows == ([("Norland", "closure", "new")] if change == "new" else [])


@pytest.mark.parametrize(("published", "change"), [("2024-05-01", "known"), ("2024-05-02", "repeated")])
def test_an_older_article_repeats_nothing(published, change):
    before = merge([of(KNOWN, "2024-05-01", "a.txt")], as_of="2024-05-02", profile=PROFILE)
    readings = [of(KNOWN, "2024-05-01", "a.txt"), of(KNOWN, published, "b.txt")]
    after = merge(readings, previous=edition_of(before), as_of="2024-05-03", profile=PROFILE)
    assert [s.change for s in after.statements] == [change]
