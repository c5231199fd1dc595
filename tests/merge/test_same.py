"""Which reports are one statement, by their words, their voice and the origin of their articles."""

import pytest

from briefing.digest.report import reports
from briefing.merge.corroborate import same_statements
from tests.factory import LEXICON, PROFILE, reading

BRIDGE = "We will close the harbour and the bridge until wages rise in autumn"
TUNNEL = "We will close the harbour and the tunnel until wages rise in spring"


def grouped(one, other, *, same_strand):
    placed = [
        (number, report)
        for number, text in enumerate((one, other))
        for report in reports(reading(text, source=f"{number}.txt"), profile=PROFILE, lexicon=LEXICON)
    ]
    return same_statements(placed, (1, 1) if same_strand else (1, 2))


@pytest.mark.parametrize(
    ("one", "other", "same_strand", "statements"),
    [
        (f"“{BRIDGE},” Jon Holm said.", f"“{TUNNEL},” Jon Holm said.", True, 1),
        (f"“{BRIDGE},” Jon Holm said.", f"“{TUNNEL},” Jon Holm said.", False, 2),  # other words, another quotation
        (f"“{BRIDGE},” Jon Holm said.", f"“{BRIDGE} or spring,” Jon Holm said.", False, 1),
        (f"“{BRIDGE},” Jon Holm said.", f"“{TUNNEL},” Ada Berg said.", True, 2),  # another voice
        # Three words are enough where they are most of a short statement, in articles of one origin.
        ("Jon Holm said the bridge was closed.", "Jon Holm said that the bridge closed on Monday.", True, 1),
        ("Jon Holm said the bridge was closed.", "Jon Holm said that the bridge closed on Monday.", False, 2),
    ],
)
def test_one_statement_or_two(one, other, same_strand, statements):
    assert len(grouped(one, other, same_strand=same_strand)) == statements
