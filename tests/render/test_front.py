"""The table of the front page: each stand on the issue that its object names first, counted on the others."""

from __future__ import annotations

from dataclasses import replace

from briefing.merge import merge
from briefing.merged import Event
from briefing.render import render
from briefing.render.front import front
from tests.factory import PROFILE, reading
from tests.render.factory import HOLM, SHARE, briefing, statements

BOTH = replace(SHARE, issues=("fishing", "harbour"))


def test_a_stand_is_shown_on_the_issue_that_its_object_names_first_and_counted_on_the_other():
    first, *others = statements()
    record = briefing(statements=(replace(first, stands=(BOTH,)), *others))
    page = front(record)
    cells = {
        (row.issue.id, party.id): (tuple(s.words for s in cell.stands), cell.more)
        for row in page.rows
        for party, cell in zip(page.parties, row.cells, strict=True)
    }
    assert cells["fishing", "North"] == (("share the lake",), 0)
    assert cells["harbour", "North"] == ((), 1)
    assert cells["harbour", "South"] == (("an open harbour",), 0)


def test_a_cell_with_nothing_but_counted_stands_is_not_shown_as_empty():
    first, *others = statements()
    files = render(briefing(statements=(replace(first, stands=(BOTH,)), *others)), ["md", "html"])
    assert "|  +1 |" in files["briefing.md"].decode()
    assert '<td data-party="North"><p class=sub>+1</p></td>' in files["briefing.html"].decode()


def ahead(*events):
    return [e.evidence for e in front(briefing(as_of="2024-05-07", timeline=events)).ahead]


def test_a_month_in_somebodys_words_is_nothing_to_come():
    said = replace(HOLM, text="“By June it will be a bill about taps,” Holm said.")
    told = replace(HOLM, text="The hearings begin in June.")
    assert ahead(Event("2024-06", "By June", "month", said)) == []
    assert ahead(Event("2024-06", "in June", "month", told)) == ["in June"]
    assert ahead(Event("2024-06-03", "By June", "month and day", said)) == ["By June"]


def test_a_newest_position_is_labelled_by_all_sentences_of_its_quotation():
    found = reading("“The harbour is old,” Ada Berg said. “We reject the pay offer.”")
    page = render(merge([found], profile=PROFILE), ["html"])["briefing.html"].decode()
    key = page.split("<li class=key>")[1].split("</li>")[0]
    assert "rejects" in key
    assert "the pay offer" in key
    assert "states" not in key


def test_a_quotation_without_end_gives_its_one_sentence():
    def shown(sentences):
        more = " ".join(f"It is old and cold and far from the towns and ships of pier {n}." for n in range(sentences))
        found = merge([reading(f"“We reject the pay offer,” Ada Berg said. “{more}”")], profile=PROFILE)
        (group,) = front(found).positions
        return len(group)

    assert shown(2) == 3
    assert shown(8) == 1
