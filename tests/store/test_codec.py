"""What is encoded comes back equal, and nothing else comes back at all."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.codec import CodecError, dumps, from_named, loads, named
from briefing.merged import Citation, Edition, Figure, Said
from briefing.records import Problem, Span, Speaker

words = st.text(st.characters(), max_size=20)
spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 10**6), st.integers(1, 99))
citations = st.builds(Citation, words, spans, st.integers(1, 99), words, words, words)
figures = st.builds(
    Figure, words, words, st.floats(allow_nan=False), words, st.none() | words, st.none() | words, citations
)
saids = st.builds(
    Said,
    id=words,
    marks=st.lists(words, max_size=3).map(tuple),
    party=st.none() | words,
    speaker=st.none() | words,
    issues=st.lists(st.tuples(words, st.sampled_from(["reject", "accept"])), max_size=3).map(tuple),
    day=st.none() | words,
    first_seen=st.none(),
    last_seen=st.none(),
    sources=st.lists(words, max_size=2).map(tuple),
    text=words,
    line=st.integers(1, 9),
    span=spans,
)
problems = st.builds(Problem, words, words, words, st.none() | spans)
editions = st.builds(
    Edition,
    as_of=st.none() | words,
    topic=words,
    title=words,
    parties=st.lists(st.tuples(words, words), max_size=2).map(tuple),
    issues=st.just(()),
    sources=st.lists(st.tuples(words, st.none() | words, st.none() | words), max_size=2).map(tuple),
    statements=st.lists(saids, max_size=3).map(tuple),
)


@given(st.one_of(citations, figures, problems, editions))
def test_there_and_back(record):
    assert loads(type(record), dumps(record)) == record


@given(citations)
def test_types_come_back_too(citation):
    assert type(loads(Citation, dumps(citation)).span) is Span


def test_what_steps_decide_by_is_kept_and_not_shown():
    speaker = Speaker("Ada Holm", Span(0, 3), via="pronoun.subject", how="pronoun")
    assert loads(Speaker, dumps(speaker)) == speaker
    assert "how" not in named(speaker)
    assert from_named(Speaker, named(speaker)).how == "other"


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b"[1,2]", b"null", b"\xff", b"[" * 9999, b'"text"'])
def test_other_bytes_are_refused(body):
    with pytest.raises(CodecError, match="no Citation"):
        loads(Citation, body)


@given(st.one_of(citations, figures, problems, editions))
def test_there_and_back_by_name(record):
    assert from_named(type(record), json.loads(json.dumps(named(record)))) == record


def test_objects_of_other_versions_are_read():
    problem = {"code": "a", "where": "b", "message": "c", "of a later version": 1}
    assert from_named(Problem, problem) == Problem("a", "b", "c")


@pytest.mark.parametrize("value", [{}, [], None, 1, "text", {"code": "a"}])
def test_other_values_are_refused(value):
    with pytest.raises(CodecError, match="no Problem"):
        from_named(Problem, value)
