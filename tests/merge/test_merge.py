"""What several articles say together."""

import random

import pytest

from briefing.digest.shingles import packed
from briefing.merge import merge
from briefing.merge.strands import strands
from briefing.pipeline import read_document
from briefing.records import Metadata, RawDocument
from tests.factory import LEXICON, PROFILE, reading

OFFER = (
    "Norland rejected the dockers' wage claim of ten per cent on Friday, after a night of talks in the harbour office."
)


def corpus(**texts):
    return [reading(text, source=f"{name}.txt") for name, text in texts.items()]


def test_order_of_the_readings_does_not_matter():
    readings = corpus(a=OFFER, b="Jon Holm said pay was too low.", c="Ada Berg said the offer was fair.", d=OFFER)
    wanted = merge(readings, profile=PROFILE)
    for seed in range(5):
        shuffled = list(readings)
        random.Random(seed).shuffle(shuffled)
        assert merge(shuffled, profile=PROFILE) == wanted


def test_the_same_words_in_two_articles_are_one_statement_with_two_citations():
    briefing = merge(corpus(a=OFFER, b=OFFER), profile=PROFILE)
    (statement,) = briefing.statements
    assert [c.source for c in statement.citations] == [s.id for s in briefing.sources]
    assert [s.source for s in briefing.sources] == ["a.txt", "b.txt"]


def test_quotations_in_other_words_are_other_statements():
    briefing = merge(
        corpus(
            a="“We will close the harbour until pay rises for all,” Jon Holm said.",
            b="“We will open the harbour when pay has risen for everybody,” Jon Holm said.",
        ),
        profile=PROFILE,
    )
    assert len(briefing.statements) == 2


def test_statement_ids_come_from_content_and_survive_new_articles():
    one = merge(corpus(b=OFFER), profile=PROFILE).statements[0].id
    more = merge(corpus(a="Jon Holm said pay was too low.", b=OFFER), profile=PROFILE)
    assert one in {s.id for s in more.statements}


def test_an_article_keeps_its_id_and_its_strand_whatever_else_is_read():
    few = merge(corpus(b=OFFER, d="Ada Berg said the offer was fair."), profile=PROFILE)
    more = merge(corpus(a=OFFER, b=OFFER, c="Nobody said so.", d="Ada Berg said the offer was fair."), profile=PROFILE)
    ids = {s.source: s.id for s in more.sources}
    assert {s.source: s.id for s in few.sources} == {name: ids[name] for name in ("b.txt", "d.txt")}
    strands = {s.source: s.strand for s in more.sources}
    assert strands == {"a.txt": ids["a.txt"], "b.txt": ids["a.txt"], "c.txt": ids["c.txt"], "d.txt": ids["d.txt"]}


def test_another_name_or_other_bytes_make_another_source():
    ids = [
        merge(corpus(**one), profile=PROFILE).sources[0].id for one in ({"a": OFFER}, {"b": OFFER}, {"a": OFFER + " "})
    ]
    assert len(set(ids)) == 3


def test_the_same_bytes_under_one_name_are_one_source():
    assert len(merge([*corpus(a=OFFER), *corpus(a=OFFER)], profile=PROFILE).sources) == 1


def test_strands_of_rewrites_count_once():
    shared = " ".join(f"word{i}" for i in range(20))
    words = (shared, f"{shared} further", "other words here")
    assert strands([packed(text) for text in words], ["a", "b", "c"]) == (1, 1, 2)


def test_citations_are_verbatim_with_their_line():
    briefing = merge(corpus(a=f"Harbour news\n\n{OFFER}"), profile=PROFILE)
    (statement,) = briefing.statements
    assert (statement.lead.line, statement.lead.text) == (3, OFFER)


def test_opposite_stances_on_one_issue_are_set_side_by_side():
    briefing = merge(
        corpus(a="Norland offered higher pay.", b="The dockers' union rejected higher pay."), profile=PROFILE
    )
    (conflict,) = [c for c in briefing.conflicts if c.kind == "stance"]
    assert {side.label for side in conflict.sides} == {"offer", "reject"}
    assert conflict.issue == "pay"


def test_two_figures_for_one_quantity_conflict():
    briefing = merge(
        corpus(a="Police said 12 dockers were injured.", b="Police said 15 dockers were injured."), profile=PROFILE
    )
    (conflict,) = [c for c in briefing.conflicts if c.kind == "figure"]
    assert [side.label for side in conflict.sides] == ["12", "15"]


def test_gaps_name_parties_and_issues_without_a_word():
    briefing = merge(corpus(a="Jon Holm said pay was too low."), profile=PROFILE)
    assert {(gap.kind, gap.subject) for gap in briefing.gaps} == {
        ("party", "Norland"),
        ("party", "Residents"),
        ("issue", "closure"),
    }


@pytest.mark.parametrize("empty", ["", "\n\n"])
def test_an_article_without_words_gives_a_source_and_no_statement(empty):
    briefing = merge(corpus(a=empty or " "), profile=PROFILE)
    assert (len(briefing.sources), briefing.statements) == (1, ())


def test_the_day_to_come_dates_a_sentence_that_names_a_day_before_it_too():
    page = "Harbour talks\n\n9 May 2024\n\nAda Berg said on Monday that the strike would end on 20 May.\n"
    raw = RawDocument("a.txt", "text/plain", page.encode())
    found = merge([read_document(raw, profile=PROFILE, lexicon=LEXICON)], as_of="2024-05-09", profile=PROFILE)
    assert [event.iso for event in found.timeline] == ["2024-05-20"]
    assert [s.date_said.iso for s in found.statements] == ["2024-05-06"]


def test_two_who_say_the_same_words_have_statements_of_their_own():
    said = "She said that pay was low."
    found = merge(corpus(a=f"Ada Berg was late. {said}", b=f"Eva Lind was late. {said}"), profile=PROFILE).statements
    assert {(s.speaker.name, s.lead.text, len(s.citations)) for s in found} == {
        ("Ada Berg", said, 1),
        ("Eva Lind", said, 1),
    }
    one, other = sorted(s.id for s in found)
    assert other == f"{one}x"


def test_a_copy_that_does_not_tell_who_speaks_goes_with_the_one_that_does():
    said = "“Pay is low,” the minister said."
    named, unnamed = f"Tom Hill, a minister, was late. {said}", said
    (statement,) = merge(corpus(a=named, b=unnamed), profile=PROFILE).statements
    assert len(statement.citations) == 2
    assert len(merge(corpus(a=named, b=named), profile=PROFILE).statements) == 1


def test_since_leaves_out_what_was_published_before_and_keeps_the_undated():
    readings = [
        reading("Ada Berg said pay was low.", source="old.txt", metadata=Metadata(published="2024-05-01")),
        reading("Jon Holm said pay was high.", source="new.txt", metadata=Metadata(published="2024-05-02")),
        reading("Eva Lind said pay was fair.", source="undated.txt"),
    ]
    found = merge(readings, profile=PROFILE, since="2024-05-02").statements
    assert {s.speaker.name for s in found} == {"Jon Holm", "Eva Lind"}


def test_an_undated_rewrite_tells_of_the_day_of_the_dated_article_or_of_the_next():
    dated = reading(OFFER, source="a.txt", metadata=Metadata(published="2024-05-02"))
    undated = reading(f"{OFFER} The harbour was calm.", source="b.txt")
    bounds = [s.inferred for s in merge([dated, undated], profile=PROFILE).sources]
    assert [bound and bound.iso for bound in bounds] == [None, "2024-05-02/2024-05-03"]
    assert (bounds[1].shared[0], len(bounds[1].shared)) == ("norland rejected dockers", 5)


def test_the_same_words_of_unnamed_people_of_two_parties_are_two_statements():
    said = "“We will wait and see what the harbour office decides,” the official said."
    texts = {name: f"A {name} official said no. {said}" for name in ("Norland", "Dockers")}
    found = [s for s in merge(corpus(**texts), profile=PROFILE).statements if s.lead.text == said]
    assert {(s.party, len(s.citations)) for s in found} == {("Norland", 1), ("Dockers", 1)}
