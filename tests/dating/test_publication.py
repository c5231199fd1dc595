"""Publication dates: what is believed, on what evidence, and what is only shown."""

import time

import pytest

from briefing.languages import load
from briefing.records import Metadata, RawDocument
from briefing.steps.clean import clean
from briefing.steps.dating import date_article
from briefing.steps.dating.publication import day_in_url, parse_stamp
from briefing.steps.dating.written import find_days

LEXICON = load("en")
BODY = (
    "The harbour master said on Monday that the ferry would sail again before the end of the month.\n"
    "Fishermen had waited for three weeks while engineers repaired the lock at the mouth of the river.\n"
    "She told reporters that two more boats would follow as soon as the water had fallen far enough.\n"
)


def dated(text, *, media_type="text/plain", latest=None, **metadata):
    raw = RawDocument("a.txt", media_type, text.encode(), Metadata(**metadata))
    return date_article(clean(raw, lexicon=LEXICON), raw, lexicon=LEXICON, latest=latest)


def page(head="", body=""):
    paragraphs = "".join(f"<p>{line}</p>" for line in BODY.splitlines())
    title = "Ferry sails again"
    return f"<html><head><title>{title}</title>{head}</head><body><h1>{title}</h1>{body}{paragraphs}</body></html>"


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Friday, November 22, 2024", "2024-11-22"),
        ("22nd of Nov. 2024", "2024-11-22"),
        ("Published22 NOV 2024", "2024-11-22"),
        ("2024-11-22T10:00", "2024-11-22"),
        ("2024.11.22", "2024-11-22"),
        ("11/22/2024", "2024-11-22"),
        ("22/11/24", "2024-11-22"),
        ("Sept 4, 2023", "2023-09-04"),
        ("04.05.2024", "2024-05-04"),
    ],
)
def test_written_days(text, iso):
    assert [day.iso for day in find_days(text, LEXICON)] == [iso]


@pytest.mark.parametrize(
    "text",
    ["31 June 2024", "2024-13-45", "Thursday, November 22, 2024", "04/05/2024", "version 1.2.2024.5", "May 2024"],
)
def test_no_written_day(text):
    assert list(find_days(text, LEXICON)) == []


def test_an_ambiguous_day_follows_the_publisher_s_order():
    assert [day.iso for day in find_days("13/04 and 04/05/2024", LEXICON, day_first=True)] == ["2024-05-04"]
    assert [day.iso for day in find_days("04/05/2024", LEXICON, day_first=False)] == ["2024-04-05"]


@pytest.mark.parametrize(
    ("url", "published"),
    [
        ("https://harbour.co.uk/ferry", "2024-05-04"),
        ("https://harbour.in:8080/ferry", "2024-05-04"),
        ("https://harbour.example/ferry.uk", None),
        (None, None),
    ],
)
def test_the_country_in_the_address_tells_how_days_are_written(url, published):
    text = f"Ferry sails again after repairs to the lock\n{BODY}Published on:\n04/05/2024\n"
    assert dated(text, url=url).published == published


def test_another_day_of_the_page_tells_it_before_the_country_does():
    text = f"Ferry sails again after repairs to the lock\n{BODY}Published on:\n04/05/2024\nUpdated: 04/13/2024\n"
    assert dated(text, url="https://harbour.co.uk/ferry").published == "2024-04-05"


@pytest.mark.parametrize(
    ("other", "published"),
    [("04/13/2024", "2024-04-05"), ("13/04/2024", "2024-05-04"), ("05/12/2024", None), ("12/05/2024", None)],
)
def test_only_a_day_after_the_twelfth_tells_how_the_page_writes_days(other, published):
    text = f"Ferry sails again after repairs to the lock\n{BODY}Published on:\n04/05/2024\nUpdated: {other}\n"
    assert dated(text).published == published


def test_spans_point_at_the_words():
    text = "Posted Friday, November 22, 2024 at noon"
    (day,) = find_days(text, LEXICON)
    assert day.span.of(text) == "Friday, November 22, 2024"


def test_a_label_is_believed_and_its_words_are_kept():
    text = f"Ferry sails again after repairs to the lock\n{BODY}Published on:\nApril 9, 2024\n"
    article = dated(text)
    assert (article.published, article.dated_by.rule) == ("2024-04-09", "label")
    assert article.dated_by.span.of(text) == "April 9, 2024"


def test_a_dateline_is_believed():
    article = dated(f"April 09, 2024: {BODY}")
    assert (article.published, article.dated_by.rule) == ("2024-04-09", "dateline")


def test_a_dateline_with_the_wrong_weekday_is_not():
    assert dated(f"Monday, April 09, 2024: {BODY}").published is None


def test_a_byline_s_date_is_believed():
    assert (
        dated(f"Ferry sails again after repairs to the lock\nBy Ada Example\n9 April 2024, 10:15\n{BODY}").published
        == "2024-04-09"
    )


def test_a_day_right_above_the_headline_is_the_post_s():
    box = "<h2 class='date-header'><span>Friday, November 22, 2024</span></h2>"
    text = f"<html><body>{box}<h1>Ferry sails again</h1>{page()[page().index('<p>') :]}"
    assert dated(text, media_type="text/html").published == "2024-11-22"


def test_the_day_of_the_visit_in_the_page_s_header_is_only_shown():
    article = dated(f"Tuesday, April 9, 2024\nFerry sails again after repairs to the lock\n{BODY}")
    assert (article.published, article.dated_by.rule, article.page_date) == (None, "none", "2024-04-09")
    assert article.page_shows.text == "Tuesday, April 9, 2024"


def test_a_day_in_a_sentence_is_no_publication_date():
    assert (
        dated(f"{BODY}The lock was built on April 9, 1994, and opened by the mayor of the old town.\n").published
        is None
    )


def test_published_goes_before_updated():
    line = "Published 9 April 2024, 10:15 | Updated 11 April 2024, 09:00"
    assert dated(f"Ferry sails again after repairs to the lock\n{line}\n{BODY}").published == "2024-04-09"


def test_nothing_is_believed_after_the_latest_day():
    article = dated(f"April 09, 2024: {BODY}", latest="2024-04-08")
    assert article.published is None


def test_metadata_goes_first():
    article = dated(f"April 09, 2024: {BODY}", published="Mon, 08 Apr 2024 10:00:00 GMT")
    assert (article.published, article.dated_by.rule) == ("2024-04-08", "metadata")


@pytest.mark.parametrize("value", ["2024-13-45", "yesterday", "", None, "0000-00-00", "9999"])
def test_a_stamp_that_names_no_day(value):
    assert parse_stamp(value, LEXICON) is None


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2024-04-09T10:00:00+02:00">',
        "<meta content='2024-04-09' name='pubdate' />",
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-04-09T10:00"}</script>',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": 1712656800}</script>',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": 1712656800000}</script>',
        '<meta name="DC.date.issued" content="20240409">',
    ],
)
def test_declared_dates(head):
    article = dated(page(head), media_type="text/html")
    assert (article.published, article.dated_by.rule) == ("2024-04-09", "metadata")


def test_a_time_element():
    article = dated(
        page(body='<time class="entry-date published" datetime="2024-04-09">today</time>'), media_type="text/html"
    )
    assert article.published == "2024-04-09"


def test_a_stamp_in_utc_gives_way_to_the_day_that_the_page_prints():
    head = '<meta property="article:published_time" content="2024-04-10T02:00:00Z">'
    article = dated(page(head, "<p>Published on April 9, 2024, 10 pm</p>"), media_type="text/html")
    assert article.published == "2024-04-09"


def test_the_header_of_a_page_is_only_shown():
    article = dated(f"<div>Tuesday, April 9, 2024</div>{page()}", media_type="text/html")
    assert article.published is None


@pytest.mark.parametrize(
    ("url", "iso"),
    [
        ("https://harbour.example/2024/04/09/ferry", "2024-04-09"),
        ("https://harbour.example/news/2024-04-09-ferry", "2024-04-09"),
        ("https://harbour.example/20240409/ferry", "2024-04-09"),
        ("https://harbour.example/2024/apr/09/ferry", "2024-04-09"),
        ("https://harbour.example/2024/13/45/ferry", None),
        ("https://harbour.example/story-20240409123", None),
        ("https://harbour.example/?d=2024/04/09", None),
    ],
)
def test_days_in_addresses(url, iso):
    assert day_in_url(url, LEXICON) == iso


def test_an_address_is_evidence():
    article = dated(BODY, url="https://harbour.example/2024/04/09/ferry")
    assert (article.published, article.dated_by.rule) == ("2024-04-09", "url")


@pytest.mark.parametrize(
    "text", ["1/" * 50_000, "May " * 50_000, "Published " * 30_000, "12 " * 50_000, "<meta " * 50_000]
)
def test_hostile_text_takes_bounded_time(text):
    start = time.perf_counter()
    dated(text)
    dated(page(text), media_type="text/html")
    assert time.perf_counter() - start < 20
