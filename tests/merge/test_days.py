"""A briefing taken apart by the days of its sources and put together again is the same."""

import json
from dataclasses import replace

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.codec import from_named
from briefing.merge import by_day, edition_by_day, edition_joined, edition_of, joined, merge, news_of, without_days
from briefing.merged import Part
from briefing.records import Metadata
from briefing.render import schema
from briefing.render.data import index_json, part_json
from tests.factory import PROFILE, reading

SAID = (
    "Ada Berg said on Monday that Norland offered higher pay to 40 dockers.",
    "“We reject the pay offer,” Jon Holm said.",
    "The dockers' union rejected higher pay. The Trade Council said pay was fair on 3 May 2024.",
    "Residents said the wage was low. The militant union demanded pay.",
    "“We will never accept the pay offer of the Port City,” Jon Holm said.",
)
DAYS = (None, "2024-05-01", "2024-05-02", "2024-05-03T08:00:00", "2024-06")
ARTICLES = st.lists(
    st.tuples(st.lists(st.sampled_from(SAID), min_size=1, max_size=3, unique=True), st.sampled_from(DAYS)), max_size=6
)


def briefing_of(articles, previous=None):
    readings = [
        reading("\n\n".join(texts), source=f"{n % 3}/{n}.txt", metadata=Metadata(published=day))
        for n, (texts, day) in enumerate(articles)
    ]
    return merge(readings, previous=previous, profile=PROFILE)


@settings(max_examples=25, deadline=None)
@given(articles=ARTICLES, earlier=ARTICLES, dice=st.randoms(use_true_random=False))
def test_what_was_taken_apart_is_put_together_again(articles, earlier, dice):
    whole = briefing_of(articles, edition_of(briefing_of(earlier)) if earlier else None)
    parts = list(by_day(whole).values())
    dice.shuffle(parts)
    assert joined(without_days(whole), parts, None) == whole  # by an older program
    bare = [replace(part, statements=tuple(replace(s, change="new") for s in part.statements)) for part in parts]
    assert joined(without_days(whole), bare, news_of(whole)) == whole
    edition = edition_of(whole)
    pieces = list(edition_by_day(edition).values())
    dice.shuffle(pieces)
    assert edition_joined(edition, pieces) == edition


def test_each_part_has_what_is_of_its_day():
    whole = briefing_of([([SAID[1]], "2024-05-02"), ([SAID[1], SAID[3]], "2024-05-01"), ([SAID[0]], None)])
    parts = by_day(whole)
    assert list(parts) == ["2024-05-01", "2024-05-02", "undated"]
    assert [s.source for s in parts["2024-05-01"].sources] == ["1/1.txt"]
    assert [s.source for s in parts["undated"].sources] == ["2/2.txt"]
    told = [s for part in parts.values() for s in part.statements]
    assert sorted(told, key=lambda s: s.id) == sorted(whole.statements, key=lambda s: s.id)
    assert parts["2024-05-02"].statements == ()  # its one statement was told a day before


def test_an_article_more_changes_no_other_day():
    articles = [([SAID[n]], day) for n, day in enumerate(DAYS)]
    before, after = (
        by_day(briefing_of(articles)),
        by_day(briefing_of([*articles, (["Jon Holm said so."], "2024-05-02")])),
    )
    assert {day for day in after if before[day] != after[day]} == {"2024-05-02"}


def test_what_happened_since_the_issue_before_is_in_no_part():
    articles = [([SAID[1]], "2024-05-01"), ([SAID[3]], "2024-05-02")]
    first = briefing_of(articles)
    second = briefing_of([*articles, ([SAID[0]], "2024-05-03")], edition_of(first))
    assert {s.change for s in first.statements} == {"new"}
    assert news_of(first) == {}
    assert {s.change for s in second.statements} == {"known", "new"}
    (fresh,) = by_day(second)["2024-05-03"].statements
    assert news_of(second) == {fresh.id: "new"}
    before, after = by_day(first), by_day(second)
    assert [part_json(after[day]) for day in before] == [part_json(part) for part in before.values()]


def test_index_and_parts_follow_the_schema():
    whole = briefing_of([([SAID[1]], "2024-05-02"), ([SAID[0], SAID[3]], None)])
    published = schema.schema()
    index = json.loads(index_json(without_days(whole), ("json/undated.json",), {whole.statements[0].id: "changed"}))
    jsonschema.Draft202012Validator(published).validate(index)
    for part in by_day(whole).values():
        row = json.loads(part_json(part))
        jsonschema.Draft202012Validator({**published["$defs"]["Part"], "$defs": published["$defs"]}).validate(row)
        assert from_named(Part, row) == part


@pytest.mark.parametrize("day", ["../../etc", "yesterday", ""])
def test_a_day_that_is_none_names_no_file(day):
    assert list(by_day(briefing_of([([SAID[1]], day)]))) == ["undated"]
