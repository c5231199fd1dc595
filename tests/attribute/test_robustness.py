"""No text raises, spans stay inside it, and time grows with length only."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.languages import load
from briefing.records import Article, Paragraph, Sentence, Span
from briefing.steps.attribute import attribute

SAYING = ["said", "He said", "who", "that", "according to", "According to", "Ada Reyes", "was asked", "his claim"]
PIECES = [*SAYING, "“", "”", '"', "'", ", ", ". ", ": ", " – ", "(", ")"]


def attributions_of(text: str):
    whole = Span(0, len(text))
    paragraphs = (Paragraph(whole),) if text else ()
    sentences = (Sentence(0, whole, 0),) if text else ()
    return attribute(Article("x", "x", text, paragraphs, (), "", "en"), sentences, lexicon=load("en"))


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=30).map(" ".join))
def test_any_text_gives_spans_inside_it(text: str):
    found, _ = attributions_of(text)
    for attribution in found:
        assert attribution.content
        for span in (*attribution.source, *attribution.cue, *attribution.content):
            assert 0 <= span.start < span.end <= len(text)
        for link in (attribution.nested_in, attribution.continues):
            assert link is None or 0 <= link < len(found)


@given(st.lists(st.sampled_from(PIECES), max_size=20).map(" ".join))
def test_the_same_text_gives_the_same_records(text: str):
    assert attributions_of(text) == attributions_of(text)


SHORT = ['"', "“", "’", "x", "(", "said "]
LONG = ["he said ", "he said that ", "“a” he said ", ", who ", "according to ", "he said: "]


@pytest.mark.parametrize("piece", [*SHORT, *LONG])
def test_time_grows_with_length_only(piece: str):
    """100,000 repeats take seconds where a square would take hours."""
    begun = time.process_time()
    attributions_of(piece * (100_000 if len(piece) < 6 else 20_000))
    assert time.process_time() - begun < 20


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_text_may_break_off_after_any_word_and_begin_with_any(language: str):
    lexicon = load(language)
    examples = {example for name in ("cues", "hedges") for entry in lexicon[name].entries for example in entry.match}
    for example in sorted(examples):
        words = example.split()
        cuts = [*(words[: n + 1] for n in range(len(words))), *(words[n:] for n in range(1, len(words)))]
        for text in map(" ".join, cuts):
            for ended in (text, text.rstrip('.!?”“"')):
                whole = Span(0, len(ended))
                page = Article("x", "x", ended, (Paragraph(whole),), (), "", language)
                found, _ = attribute(page, (Sentence(0, whole, 0),) if ended else (), lexicon=lexicon)
                assert all(span.end <= len(ended) for a in found for span in (*a.source, *a.cue, *a.content))
