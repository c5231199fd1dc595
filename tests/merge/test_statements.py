"""What a statement of several articles keeps of them: its id, its lead, its days and its place among the others."""

import pytest

from briefing.merge import merge
from briefing.profile import parse
from briefing.records import Metadata
from tests.factory import PROFILE, PROFILE_TOML, reading

LOW = "Jon Holm said that pay was too low for crews at the harbour."


def merged(*texts, profile=PROFILE):
    """The briefing of articles a, b, c …, each given as (text, day of publication)."""
    readings = [
        reading(text, source=f"{'abcdef'[n]}.txt", metadata=Metadata(published=day), profile=profile)
        for n, (text, day) in enumerate(texts)
    ]
    return merge(readings, profile=profile)


def statements(*texts, profile=PROFILE):
    return merged(*texts, profile=profile).statements


@pytest.mark.parametrize(
    ("party", "prefix"),
    [("Norland", "nor"), ("Port and Lake", "pal"), ("Lake-2 Front", "lf"), ("X", "x"), ("1848", "p")],
)
def test_an_id_begins_with_the_party(party, prefix):
    profile = parse(PROFILE_TOML.replace('id = "Norland"', f'id = "{party}"').encode(), "x.toml")
    (statement,) = statements(("Ada Berg said that pay was low.", None), profile=profile)
    assert statement.id.partition("-")[0] == prefix


def test_an_id_of_nobodys_party_says_so():
    (statement,) = statements(("Tom Hill said that pay was low.", None))
    assert statement.id.startswith("unk-")


def test_the_oldest_dated_article_leads_and_the_undated_come_last():
    briefing = merged((LOW, None), (LOW, "2024-05-03"), (LOW, "2024-05-01"))
    published = {source.id: source.published for source in briefing.sources}
    (statement,) = briefing.statements
    assert published[statement.lead.source] == "2024-05-01"
    assert [published[c.source] for c in statement.citations] == ["2024-05-01", "2024-05-03", None]
    assert (statement.first_seen, statement.last_seen) == ("2024-05-01", "2024-05-03")


def test_without_a_day_nobody_knows_when_it_was_seen():
    (statement,) = statements((LOW, None))
    assert (statement.first_seen, statement.last_seen) == (None, None)


def test_the_day_is_that_of_the_report_that_tells_it():
    told = "Jon Holm said on Monday that pay was too low for crews at the harbour."
    (statement,) = statements((LOW, None), (told, "2024-05-08"))
    assert statement.date_said.iso == "2024-05-06"


def test_statements_stand_in_the_order_of_parties_issues_days_and_places():
    found = statements(
        (
            "Tom Hill said that pay was low. Jon Holm said that pay was bad. Ada Berg said that the closure was near.",
            None,
        ),
        ("Ada Berg said on Monday that pay was high.", "2024-05-08"),
        ("Ada Berg said on Friday that pay was fair. Eva Lind said on Friday that pay was good.", "2024-05-05"),
    )
    assert [(s.speaker.name, s.date_said.iso) for s in found] == [
        ("Ada Berg", "2024-05-03"),
        ("Eva Lind", "2024-05-03"),
        ("Ada Berg", "2024-05-06"),
        ("Ada Berg", None),
        ("Jon Holm", None),
        ("Tom Hill", None),
    ]
    assert [s.issues[0].issue for s in found[:4]] == ["pay", "pay", "pay", "closure"]


QUOTED = "“We will wait for higher pay,” Jon Holm said. “We will not leave the harbour before.”"


def test_the_second_sentence_of_a_quotation_goes_with_its_first():
    first, second = statements((QUOTED, None))
    assert (first.group, second.group) == (first.id, first.id)


def test_a_sentence_whose_opening_is_quoted_from_another_article_stands_by_itself():
    older = "“We will wait for higher pay,” Jon Holm said. It rained."
    found = {s.lead.text: s for s in statements((QUOTED, "2024-05-02"), (older, "2024-05-01"))}
    assert len(found) == 2
    assert found["“We will not leave the harbour before.”"].group is None
