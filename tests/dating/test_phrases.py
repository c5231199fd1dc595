"""Dates that a text names: resolved from a trusted date only."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.languages import load
from briefing.records import Article, Paragraph, Sentence, Span
from briefing.steps.dating import date_phrases

LEXICON = load("en")


def phrases(*paragraphs, published="2024-04-09"):
    """(words, iso, anchor) of each phrase; every paragraph is one sentence. 9 April 2024 was a Tuesday."""
    text = "\n\n".join(paragraphs)
    spans, at = [], 0
    for paragraph in paragraphs:
        spans.append(Span(at, at + len(paragraph)))
        at += len(paragraph) + 2
    article = Article("a", "a.txt", text, tuple(map(Paragraph, spans)), (), "", "en", published=published)
    sentences = tuple(Sentence(i, span, i) for i, span in enumerate(spans))
    return [(p.span.of(text), p.iso, p.anchor) for p in date_phrases(article, sentences, lexicon=LEXICON)]


@pytest.mark.parametrize(
    ("sentence", "words", "iso"),
    [
        ("She said so on Monday.", "on Monday", "2024-04-08"),
        ("She said so on Tuesday.", "on Tuesday", "2024-04-09"),
        ("She said so on Wednesday.", "on Wednesday", "2024-04-03"),
        ("They will meet on Thursday.", "on Thursday", "2024-04-11"),
        ("They met last Monday.", "last Monday", "2024-04-08"),
        ("They meet this Monday.", "this Monday", "2024-04-08"),
        ("They meet this Sunday.", "this Sunday", "2024-04-14"),
        ("They met last Tuesday.", "last Tuesday", "2024-04-02"),
        ("They meet next Tuesday.", "next Tuesday", "2024-04-16"),
        ("Earlier on Monday, they met.", "Earlier on Monday", "2024-04-08"),
        ("They met yesterday.", "yesterday", "2024-04-08"),
        ("They meet tomorrow.", "tomorrow", "2024-04-10"),
        ("Over the weekend, they met.", "Over the weekend", "2024-04-06/2024-04-07"),
        ("They met last weekend.", "last weekend", "2024-04-06/2024-04-07"),
        ("They met last week.", "last week", "2024-04-01/2024-04-07"),
        ("They met earlier this week.", "earlier this week", "2024-04-08/2024-04-09"),
        ("Earlier in the week they met.", "Earlier in the week", "2024-04-08/2024-04-09"),
        ("They meet this week.", "this week", "2024-04-08/2024-04-14"),
        ("They meet next week.", "next week", "2024-04-15/2024-04-21"),
        ("They meet this weekend.", "this weekend", "2024-04-13/2024-04-14"),
        ("They meet next weekend.", "next weekend", "2024-04-20/2024-04-21"),
        ("They meet next month.", "next month", "2024-05"),
        ("They meet next year.", "next year", "2025-01-01/2025-12-31"),
        ("They met a day ago.", "a day ago", "2024-04-08"),
        ("They met two months ago.", "two months ago", "2024-02"),
        ("They met 3 years ago.", "3 years ago", "2021-01-01/2021-12-31"),
        ("They meet next April.", "next April", "2025-04"),
        ("They meet next May.", "next May", "2024-05"),
        ("They met last month.", "last month", "2024-03"),
        ("They met last April.", "last April", "2023-04"),
        ("They met last May.", "last May", "2023-05"),  # eleven months ago, and not next month
        ("They meet next March.", "next March", "2025-03"),
        ("They met last year.", "last year", "2023-01-01/2023-12-31"),
        ("They met two days ago.", "two days ago", "2024-04-07"),
        ("They met three weeks ago.", "three weeks ago", "2024-03-18/2024-03-24"),
        ("They met in November.", "in November", "2023-11"),
        ("They met in April.", "in April", "2024-04"),
        ("They met at the end of March.", "at the end of March", "2024-03"),
        ("They will meet in June.", "in June", "2024-06"),
        ("They met on October 7.", "on October 7", "2023-10-07"),
        ("They met on 7 October.", "on 7 October", "2023-10-07"),
        ("They will meet, they said in a letter on Monday.", "on Monday", "2024-04-08"),  # not to come
        ("They said they will meet on Monday.", "on Monday", "2024-04-15"),
        ("They met on Oct. 7.", "on Oct. 7", "2023-10-07"),  # as American papers print it
        ("They met on Sept. 30 in Oslo.", "on Sept. 30", "2023-09-30"),
        ("They met on 7 Oct in Oslo.", "on 7 Oct", "2023-10-07"),
        ("They met this morning.", "this morning", "2024-04-09"),
        ("They met last night.", "last night", "2024-04-08"),
        ("The vote is due on May 3.", "on May 3", "2024-05-03"),
        ("They will try the men seized on March 23.", "on March 23", "2024-03-23"),
        ("They will try the men seized in March.", "in March", "2024-03"),
        ("The vote falls on 5 June.", "on 5 June", "2024-06-05"),
        ("It began on February 29.", "on February 29", "2024-02-29"),
    ],
)
def test_relative_dates(sentence, words, iso):
    assert phrases(sentence) == [(words, iso, "2024-04-09")]
    assert phrases(sentence, published=None) == [(words, None, None)]


@pytest.mark.parametrize(
    ("sentence", "words", "iso"),
    [
        ("It began on October 7, 2023.", "October 7, 2023", "2023-10-07"),
        ("It began in November 2023.", "in November 2023", "2023-11"),
        ("It began in 2019.", "in 2019", "2019-01-01/2019-12-31"),
    ],
)
def test_absolute_dates_need_no_anchor(sentence, words, iso):
    assert phrases(sentence) == phrases(sentence, published=None) == [(words, iso, None)]


@pytest.mark.parametrize(
    "sentence",
    [
        "He may march in the sun.",
        "Shops open early on Black Friday.",
        "The Sunday Times had it first.",
        "Mondays are slow.",
        "It is a four-month-old war.",
        "The day after is another matter.",
        "He was 40 years old.",
        "June said no.",
    ],
)
def test_what_is_no_date(sentence):
    assert phrases(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "published", "iso"),
    [
        ("They meet next month.", "2024-12-30", "2025-01"),
        ("They meet next week.", "2024-12-30", "2025-01-06/2025-01-12"),
        ("They will meet in January.", "2024-12-30", "2025-01"),
        ("They met last month.", "2024-01-02", "2023-12"),
        ("They met in December.", "2024-01-02", "2023-12"),
        ("They met two months ago.", "2024-01-02", "2023-11"),
    ],
)
def test_across_the_turn_of_the_year(sentence, published, iso):
    assert [found for _, found, _ in phrases(sentence, published=published)] == [iso]


def test_the_year_that_the_text_writes_elsewhere():
    found = phrases("It began on October 7, 2021.", "On October 7, the harbour closed.", published=None)
    assert found[1] == ("On October 7", "2021-10-07", None)


def test_a_month_of_publication_does_not_count_as_trusted_day():
    assert phrases("She said so on Monday.", published="2024-04") == [("on Monday", None, None)]


def test_a_speaker_s_today_is_the_day_on_which_he_spoke():
    found = phrases("The mayor said on Monday that talks had failed.", "“We met today,” she told reporters.")
    assert found == [("on Monday", "2024-04-08", "2024-04-09"), ("today", "2024-04-08", "2024-04-08")]


def test_a_speaker_s_today_without_a_day_of_speech_is_unknown():
    assert phrases("“We met today,” she told reporters.") == [("today", None, None)]


def test_a_day_after_an_event_counts_from_the_day_named_before():
    found = phrases("On Monday, a day after the boats left, the harbour closed.")
    assert found[1] == ("a day after", "2024-04-07", "2024-04-08")


@settings(deadline=None)
@given(st.text(max_size=300), st.dates().map(str))
def test_spans_lie_inside_the_text_in_order(text, published):
    text = text.replace("\n", " ").strip() or "x"
    found = phrases(text, published=published)
    assert all(words and words in text for words, _, _ in found)


@pytest.mark.parametrize("text", ["on " * 40_000, "earlier " * 20_000, "the " * 40_000, "1 " * 60_000, "“" * 50_000])
def test_hostile_text_takes_bounded_time(text):
    start = time.perf_counter()
    phrases(text)
    assert time.perf_counter() - start < 10
