"""Hostile texts are read without an error, and what is quoted of them stands in them."""

import pytest

from briefing.pipeline import read_document
from briefing.records import RawDocument
from tests.factory import LEXICON, PROFILE
from tests.hostile.inputs import FORMS, PIECES, hostile, whole

INPUTS = dict(hostile(3000)) | {f"{name}, whole": text for name, text in whole(3000)}


def test_there_are_enough():
    assert len(INPUTS) == 2 * len(PIECES) * len(FORMS) >= 240


@pytest.mark.parametrize("name", INPUTS)
def test_reading_never_fails_and_every_statement_is_verbatim(name):
    reading = read_document(RawDocument("a.txt", "text/plain", INPUTS[name].encode()), profile=PROFILE, lexicon=LEXICON)
    text = reading.article.text
    assert all(position.span.of(text) for position in reading.positions)
    assert all(0 <= position.span.start < position.span.end <= len(text) for position in reading.positions)
