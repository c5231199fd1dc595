"""A digest is kept with its passages apart: each is read back without the other."""

from dataclasses import replace

import pytest

from briefing.codec import CodecError
from briefing.digest import digest, digest_of, kept, passages_of
from briefing.languages import load
from tests.factory import PROFILE, reading

TEXT = "“We reject the pay offer,” Jon Holm said.\u2028The militant union demanded pay on 3 May 2024.\n\nHe left."


@pytest.fixture
def whole():
    return digest(reading(TEXT), profile=PROFILE, lexicon=load("en"))


def test_both_lines_are_read_back(whole):
    assert digest_of(kept(whole)) == replace(whole, passages=None)
    assert passages_of(kept(whole)) == whole.passages


def test_what_is_compared_does_not_hold_the_key_sentences(whole):
    first, _, second = kept(whole).partition(b"\n")
    assert b'"' + whole.fingerprint.encode() in first
    assert whole.passages.words.encode() in second
    assert whole.passages.words.encode() not in first


def test_a_line_without_passages_is_told(whole):
    with pytest.raises(CodecError, match="no passages"):
        passages_of(kept(whole).partition(b"\n")[0])
