"""The splitter on single texts."""

import pytest

from briefing.languages import load
from briefing.steps.split import sentence_spans
from tests.split.cases import GLUED, GOLDEN, KNOWN_FAILURES, NEWS

LEXICON = load("en")


def split_text(text: str) -> tuple[str, ...]:
    return tuple(text[start:end] for start, end in sentence_spans(text, LEXICON))


def joined(name: str, sentences: tuple[str, ...]) -> str:
    """The sentences as one text."""
    if name == "escaped line break":
        return "\\n\\n".join(sentences)
    return ("" if name in GLUED else " ").join(sentence.strip() for sentence in sentences)


@pytest.mark.parametrize("name", GOLDEN)
def test_golden_rules(name: str):
    expected = tuple(sentence.strip() for sentence in GOLDEN[name])
    assert split_text(joined(name, GOLDEN[name])) == expected


@pytest.mark.parametrize("name", NEWS)
def test_news(name: str):
    expected = tuple(sentence.strip() for sentence in NEWS[name])
    assert split_text(joined(name, NEWS[name])) == expected


@pytest.mark.xfail(strict=True, reason="no rule tells it yet")
@pytest.mark.parametrize("name", KNOWN_FAILURES)
def test_known_failures(name: str):
    assert split_text(joined(name, KNOWN_FAILURES[name])) == KNOWN_FAILURES[name]


def test_all_golden_rules_are_here():
    assert len(GOLDEN) >= 48
