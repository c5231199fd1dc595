"""Statements counted by what the desk says of their outlets."""

from __future__ import annotations

from dataclasses import replace

from briefing.merged import Briefing
from briefing.records import Assigned
from briefing.render import render
from briefing.render.assigned import splits
from tests.render.factory import briefing


def owned(*owners: str | None) -> Briefing:
    given = briefing()
    sources = (replace(s, assigned=Assigned(owner=o)) for s, o in zip(given.sources, owners, strict=True))
    return replace(given, sources=tuple(sources))


def test_each_party_is_counted_by_the_owner_of_the_source():
    given = owned("state", "private", None)
    (split,) = splits(given)
    assert split.field == "owner"
    assert split.values == ("private", "state", None)
    for party, counts in split.rows:
        for owner, count in zip(split.values, counts, strict=True):
            ids = {s.id for s in given.sources if s.assigned.owner == owner}
            mine = [s for s in given.statements if party in (s.parties or (None,))]
            assert count == sum(any(c.source in ids for c in s.citations) for s in mine)


def test_nothing_is_split_by_what_is_the_same_everywhere():
    assert splits(owned("state", "state", "state")) == ()
    assert splits(briefing()) == ()


def test_the_page_has_the_counts_and_says_that_the_desk_assigned_them():
    files = render(owned("state", "private", None), ["md", "html"])
    for body in files.values():
        text = body.decode()
        assert "Statements by what the desk says of the source: Owner" in text
        assert "Owner state (assigned by the desk)" in text
