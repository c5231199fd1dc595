"""What holds for every text."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.languages import load
from briefing.records import Article, Paragraph, Sentence, Span
from briefing.steps.split import sentence_spans, split

LEXICON = load("en")
WORDS = ["Mr. ", "U.S. ", "p.m. ", "Gen. ", "He said", "the army left", "No. 5", "3.5", "Ruiz", "I", "é", "’s "]
MARKS = [". ", "? ", "! ", "… ", "... ", "“", "” ", '"', "(", ") ", "[", "] ", "—", ",", ";", "1. ", "a) ", "• "]
PIECES = st.sampled_from([*WORDS, *MARKS, " ", "\t", "\n", "\\n"])
TEXTS = st.lists(PIECES, max_size=30).map("".join)


def article(*paragraphs: str) -> Article:
    spans, start = [], 0
    for paragraph in paragraphs:
        spans.append(Paragraph(Span(start, start + len(paragraph))))
        start += len(paragraph) + 2
    text = "\n\n".join(paragraphs)
    return Article("a", "a.txt", text, tuple(spans), (), "", "en")


def test_sentences_carry_their_place():
    given_article = article("The dam broke. Nobody was hurt.", " Rain goes on. ")
    assert split(given_article, lexicon=LEXICON) == (
        Sentence(0, Span(0, 14), 0),
        Sentence(1, Span(15, 31), 0),
        Sentence(2, Span(34, 47), 1),
    )


def test_a_paragraph_of_white_space_has_no_sentence():
    assert split(article(" \n\t "), lexicon=LEXICON) == ()


def test_no_sentence_crosses_a_paragraph():
    found = split(article("The dam held until", "the water rose."), lexicon=LEXICON)
    assert [sentence.paragraph for sentence in found] == [0, 1]


@given(TEXTS | st.text(max_size=80))
def test_spans_are_trimmed_ordered_and_lose_no_word(text: str):
    spans = sentence_spans(text, LEXICON)
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    kept = "".join(text[start:end] for start, end in spans)
    assert _letters(kept) == _letters(text)


def _letters(text: str) -> str:
    """`text` without white space and without the escaped line breaks that part sentences."""
    return "".join(text.replace("\\n", "").replace("\\r", "").split())


HOSTILE = [
    ".",
    ". ",
    "A. ",
    "(a. ",
    "A.B. ",
    "Mr. ",
    "5 p.m. A ",
    "?” A asked. ",
    "1. a ",
    "• a ",
    ". . . ",
    "… ",
    '."',
]
HOSTILE += ['" ', "a.\n", "\\n", "ab.Cd ", "! ... ", "(", "“", " ", "é.", "No. 1 ", "[1] "]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_costs_linear_time(piece: str):
    """Eight times the text may cost a little more than eight times as long; a square would be 64 times."""
    short, long = piece * 1_000, piece * 8_000
    assert _seconds(long) < 24 * _seconds(short) + 0.5


def _seconds(text: str) -> float:
    before = time.process_time()
    sentence_spans(text, LEXICON)
    return time.process_time() - before
