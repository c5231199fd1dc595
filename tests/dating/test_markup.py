"""What a page's markup declares, read without the library that guesses where nothing is declared."""

import sys
import types

import pytest

from briefing.steps.dating.guess import guess
from briefing.steps.dating.markup import declared_dates


@pytest.mark.parametrize(
    ("markup", "values"),
    [
        ('<meta property="article:published_time" content="2024-04-09T10:00:00+02:00">', ["2024-04-09T10:00:00+02:00"]),
        ("<META content='2024-04-09' name='pubdate' />", ["2024-04-09"]),
        ('<meta name="date" content=""><meta name="viewport" content="2024-04-09">', []),
        (
            '<meta name="date" content="2024-04-10"><meta name="dc.date" content="2024-04-09">',
            ["2024-04-09", "2024-04-10"],
        ),
        ('"datePublished": "2024-04-09T10:00"', ["2024-04-09T10:00"]),
        ('"datePublished": 1712656800', ["2024-04-09T10:00:00Z"]),
        ('"datePublished": 1712656800000', ["2024-04-09T10:00:00Z"]),
        ('"dateModified": "2024-04-09T10:00"', []),
        ('<time class="entry-date" datetime="2024-04-09">today</time>', ["2024-04-09"]),
        ('<time pubdate datetime="2024-04-09">today</time>', []),  # an attribute without a value is not seen
        ('<time pubdate="pubdate" datetime="2024-04-09">today</time>', ["2024-04-09"]),
        ('<time datetime="2024-04-09">the flood</time>', []),  # a day that the text speaks of
        ('<time class="updated published" datetime="2024-04-09">today</time>', []),
        ('<span class="published" content="2024-04-09">today</span>', []),
        ('<span itemprop="datePublished" content="2024-04-09">today</span>', ["2024-04-09"]),
        ('<abbr class="datepublished" title="2024-04-09">today</abbr>', ["2024-04-09"]),
        ('<p class="datepublished" title="2024-04-09">today</p>', []),
        (  # what the head declares goes before an element of the page
            '<time class="published" datetime="2024-04-10"></time><meta name="created" content="2024-04-09">',
            ["2024-04-09", "2024-04-10"],
        ),
    ],
)
def test_declared_dates(markup, values):
    assert [declared.value for declared in declared_dates(markup)] == values


@pytest.mark.parametrize(
    ("value", "in_utc"),
    [("2024-04-09T10:00Z", True), ("2024-04-09T10:00+0000", True), ("2024-04-09T10:00+02:00", False)],
)
def test_a_time_in_utc_is_told_with_its_place(value, in_utc):
    markup = f'<meta name="date" content="{value}">'
    (declared,) = declared_dates(markup)
    assert declared.in_utc is in_utc
    assert value in declared.span.of(markup)


def test_a_page_that_the_library_cannot_read_has_no_date_from_it(monkeypatch):
    def find_date(*_, **__):
        raise RuntimeError("not this page")

    monkeypatch.setitem(sys.modules, "htmldate", types.SimpleNamespace(find_date=find_date))
    assert guess("<p>9 April 2024</p>") is None
