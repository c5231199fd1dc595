"""Dates that sentences and captions lead up to say nothing of the day of publication."""

import pytest

from briefing.pipeline import read_article
from briefing.records import RawDocument
from tests.factory import LEXICON

BODY = (
    "The union rejected the offer on Monday, after a night of talks in the harbour office of the company.\n\n"
    "Its leaders said that they would meet again before the end of the week to vote on a strike in the docks.\n"
)


def published(text):
    article, _ = read_article(RawDocument("a.txt", "text/plain", text.encode()), lexicon=LEXICON)
    return article.published, article.dated_by.rule


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            "Union rejects offer\n\nDockers stand at the gate of the northern harbour in the rain, May 2, 2024.\n\n",
            (None, "none"),
        ),
        ("Union rejects offer\n\nPublished on: May 2, 2024\n\n", ("2024-05-02", "label")),
        ("May 2, 2024: ", ("2024-05-02", "dateline")),
        ("Date: 2024-05-02 ", ("2024-05-02", "label")),
    ],
)
def test_what_dates_a_page(head, expected):
    assert published(head + BODY) == expected
