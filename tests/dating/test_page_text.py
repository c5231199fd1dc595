"""Which date of a page is the article's, by where it stands among its lines and what stands beside it."""

import pytest

from briefing.languages import load
from briefing.records import LineLabel, Span
from briefing.steps.dating.page_text import best, candidates, is_visit, shown

LEXICON = load("en")
KINDS = {"t": "title", "b": "body", "-": "boilerplate", "s": "standfirst", "y": "byline", "d": "date"}
TITLE = "t Ferry sails again"
BODY = ("b The ferry sails again on the lake this week.", "b It was repaired.")
NEITHER = (None, None)
IT = ("2024-04-09", "2024-04-09")
SHOWN = (None, "2024-04-09")


def found(*lines: str) -> list:
    """The dates of a page; each line stands behind the letter of its kind."""
    labels, text = [], ""
    for line in lines:
        kind, words = line.split(" ", 1)
        labels.append(LineLabel(Span(len(text), len(text) + len(words)), KINDS[kind], "rule"))
        text += f"{words}\n"
    return candidates(text, labels, LEXICON, day_first=None)


@pytest.mark.parametrize(
    ("lines", "trusted_and_shown"),
    [
        # around the headline
        ((TITLE, "d 9 April 2024", *BODY), IT),
        ((TITLE, "d Tuesday, April 9, 2024", *BODY), IT),
        (("- 9 April 2024", TITLE, *BODY), IT),
        (("- Tuesday, April 9, 2024", TITLE, *BODY), SHOWN),  # the day of the visit
        (("- Tuesday, April 9, 2024 10:15", TITLE, *BODY), SHOWN),
        (("- Published Tuesday, April 9, 2024", TITLE, *BODY), IT),
        (("- Updated: April 9, 2024", TITLE, *BODY), IT),
        # far from it only with a time, a name or a label
        (("- 9 April 2024", *["- x"] * 16, TITLE, *BODY), SHOWN),
        (("- 9 April 2024 10:15", *["- x"] * 16, TITLE, *BODY), IT),
        (("- 9 April 2024 10:15", *["- x"] * 40, TITLE, *BODY), SHOWN),
        (("- 9 April 2024", *["- x"] * 15, *BODY), IT),
        (("- 9 April 2024", *["- x"] * 16, *BODY), SHOWN),
        # below the article
        ((TITLE, *BODY, "- April 9, 2024"), IT),
        ((TITLE, *BODY, "- Published:", "- April 9, 2024"), IT),
        ((TITLE, *BODY, *["- x"] * 7, "- 9 April 2024"), SHOWN),
        # the only date of the page, with a time of day in a line of its own
        ((TITLE, *BODY, *["- x"] * 7, "d April 9, 2024 08:05am PDT"), IT),
        ((TITLE, *BODY, *["- x"] * 7, "d April 9, 2024"), SHOWN),
        ((TITLE, *BODY, *["- x"] * 7, "d Posted by Reyes on April 9, 2024 08:05am PDT"), SHOWN),
        ((TITLE, *BODY, *["- x"] * 7, "d April 9, 2024 08:05am PDT", "d April 3, 2024 09:05am PDT"), SHOWN),
        # beside a few words, not in a paragraph; nor among the dates of a list that reaches up to it
        ((TITLE, "d 9 April 2024 " + "x " * 20, *BODY), IT),
        ((TITLE, "d 9 April 2024 " + "x " * 22, *BODY), SHOWN),
        ((TITLE, "d 9 April 2024", *["- x"] * 4, "- 1 May 2024 or 2 May 2024 or 3 May 2024", *BODY), IT),
        (
            (TITLE, "d 9 April 2024", *["- x"] * 3, "- 1 May 2024 or 2 May 2024 or 3 May 2024", *BODY),
            (None, "2024-05-01"),
        ),
        # two dates: published goes before updated, also where nothing says so
        (("- Published April 9, 2024 Updated April 10, 2024", TITLE, *BODY), IT),
        ((TITLE, "d April 9, 2024 Updated April 10, 2024", *BODY), IT),
        # in the first line of the article: a dateline, and a date in a sentence
        ((TITLE, "b 9 April 2024: The ferry sailed.", *BODY), IT),
        (("b April 9, 2024 - The ferry sailed.", *BODY), IT),
        (("b Published 9 April 2024 The ferry sailed.", *BODY), IT),
        ((TITLE, "b On 9 April 2024 the ferry sailed.", *BODY), NEITHER),
        ((TITLE, *BODY, "b On 9 April 2024 the ferry sailed.", *BODY), NEITHER),
        # beside a byline, at the end of a caption, of a post, of something else
        ((TITLE, "y By Ada Reyes", "- 9 April 2024", *BODY), IT),
        ((TITLE, "- Crews at the gate, 9 April 2024", *BODY), IT),
        ((TITLE, "- Crews stand in the rain at the old gate of the port, 9 April 2024", *BODY), SHOWN),
        ((TITLE, "- Ada Reyes (@reyes) 9 April 2024", *BODY), SHOWN),
        ((TITLE, "- Valid until 9 April 2024", *BODY), SHOWN),
        ((TITLE, "- Born 9 April 2024", *BODY), SHOWN),
        # in a list of other articles
        ((TITLE, *BODY, "- 9 April 2024", "- Rain", "- April 7, 2024", "- Snow", "- April 6, 2024"), SHOWN),
        ((TITLE, *BODY, "- 9 April 2024", *["- x"] * 4, "- April 7, 2024", "- April 6, 2024"), IT),
    ],
)
def test_the_date_of_a_page(lines, trusted_and_shown):
    dates = found(*lines)
    trusted, seen = best(dates), shown(dates)
    assert (trusted and trusted.day.iso, seen and seen.day.iso) == trusted_and_shown


def test_a_date_with_its_weekday_that_is_not_trusted_is_the_day_of_the_visit():
    pages = [
        ("- Tuesday, April 9, 2024", TITLE, *BODY),
        ("- Published Tuesday, April 9, 2024", TITLE, *BODY),
        (TITLE, "- Valid until 9 April 2024", *BODY),
    ]
    assert [is_visit(date) for page in pages for date in found(*page)] == [True, False, False]
