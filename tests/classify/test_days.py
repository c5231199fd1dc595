"""On which day a statement was made: beside the cue, behind the object, carried on; and where no day is told."""

import pytest

from briefing.pipeline import read_document
from briefing.records import RawDocument
from tests.factory import LEXICON, PROFILE


def days(text):
    page = f"Harbour talks\n\nThursday, 9 May 2024\n\n{text}\n"
    raw = RawDocument("a.txt", "text/plain", page.encode())
    return [p.date_said.iso for p in read_document(raw, profile=PROFILE, lexicon=LEXICON).positions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dockers' union rejected the pay offer of the council on Tuesday.", ["2024-05-07"]),
        ("Norland urged the crews on Tuesday to take the pay offer.", ["2024-05-07"]),
        ("Ada Berg demanded on 2 May that the strike end.", ["2024-05-02"]),
        ("Ada Berg said in a speech on Tuesday the pay offer was dead.", ["2024-05-07"]),
        # on the same occasion
        ("Ada Berg said on Tuesday that pay was low. “It is a shame,” she said.", ["2024-05-07"] * 2),
        ("“Pay is low,” Ada Berg said on Tuesday. “We are late,” Berg said.", ["2024-05-07"] * 2),
        # on another, as far as anybody can tell
        ("Ada Berg said on Tuesday that pay was low. Berg plans to close the harbour.", ["2024-05-07", None]),
        # a dateline tells when it was filed
        ("OSLO, 9 May 2024 — On Monday, Ada Berg said that pay was low.", ["2024-05-06"]),
        ("OSLO, 9 May 2024 (Agency) - Ada Berg said on Tuesday that pay was low.", ["2024-05-07"]),
        ("OSLO, May 9 — Ada Berg said last week that pay was low.", [None]),
        ("9 May 2024: Ada Berg said that pay was low.", [None]),
        ("9 May 2024: Norland rejected the pay offer on Tuesday, saying that it was low.", ["2024-05-07"]),
        # no day
        ("Ada Berg told the Council May 6 committee that pay was low.", [None]),
        ("Ada Berg has said since May 6 that pay was low.", [None]),
        ("Ada Berg said last week that pay was low.", [None]),
        ("Ada Berg, who met the crews on Tuesday, said that pay was low.", [None]),
        ("Ada Berg said that pay was low on Tuesday.", [None]),
        ("Ada Berg wants an end of the strike in July 2024.", [None]),
        ("Ada Berg said the crews, who left on Tuesday, want pay.", [None]),
    ],
)
def test_day_of_a_statement(text, expected):
    assert days(text) == expected
