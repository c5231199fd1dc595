"""What a page says of how its text came about."""

import pytest

from briefing.steps.notice import notices
from tests.factory import LEXICON


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ferry sails again.\n\nSponsored content from a bank.", [("advertising", "Sponsored content")]),
        (  # the first of each kind, wherever it stands
            "AI-generated summary\n\nThe ferry sails.\n\nPaid post. Advertorial. Translated automatically.",
            [("automation_notice", "AI-generated"), ("advertising", "Paid post")],
        ),
        ("An earlier version of this story was wrong.", [("correction", "An earlier version of this")]),
        ("The bank sponsored a race. An early version was content.", []),
        ("", []),
    ],
)
def test_notices(text, found):
    told = notices(text, lexicon=LEXICON)
    assert [(notice.code, notice.words) for notice in told] == found
    assert [notice.span.of(text) for notice in told] == [notice.words for notice in told]
