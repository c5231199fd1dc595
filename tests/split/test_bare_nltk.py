"""Punkt comes without the rest of NLTK, and leaves the rest of NLTK to others."""

import subprocess
import sys

from briefing.steps.split.bare_nltk import import_punkt

CODE = """
import sys
from briefing.languages import load
from briefing.steps.split import sentence_spans
text = "Mr. Webb left the U.S. in May. He came back."
before = sentence_spans(text, load("en"))
assert before == [(0, 30), (31, 44)], before
assert not {"numpy", "nltk"} & set(sys.modules)
import nltk
assert nltk.FreqDist and nltk.tokenize.word_tokenize
from nltk.tokenize.punkt import PunktSentenceTokenizer
assert PunktSentenceTokenizer().tokenize("One. Two.")
assert sentence_spans(text, load("en")) == before
"""
WHOLE_FIRST = """
import nltk, sys
from briefing.languages import load
from briefing.steps.split import sentence_spans
assert len(sentence_spans("Mr. Webb left. He came back.", load("en"))) == 2
assert sys.modules["nltk"] is nltk and nltk.__spec__
assert nltk.tokenize.word_tokenize and nltk.redos.DEFAULT_TIMEOUT
"""


def test_no_clock_stops_a_match():
    assert import_punkt().redos.DEFAULT_TIMEOUT is None


def test_punkt_alone_then_the_whole():
    subprocess.run([sys.executable, "-c", CODE], check=True)


def test_the_whole_first():
    subprocess.run([sys.executable, "-c", WHOLE_FIRST], check=True)
