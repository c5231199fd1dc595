"""Words, stems, phrases and names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.gazetteer import compile_names, find_names
from briefing.phrases import compile_phrases, find_phrases
from briefing.text import stem, tokens
from tests.factory import PROFILE


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The U.S. said so.", ["The", "U.S.", "said", "so", "."]),
        ("Berg's offer", ["Berg", "'s", "offer"]),
        ("the dockers’ hall", ["the", "dockers", "’", "hall"]),
        ("Some 33,207 people, 4.5 million", ["Some", "33,207", "people", ",", "4.5", "million"]),
        ("a cease-fire deal", ["a", "cease-fire", "deal"]),
    ],
)
def test_tokens(text, words):
    assert [token.text for token in tokens(text)] == words


@given(st.text())
def test_tokens_are_verbatim_ascending_and_apart(text):
    end = 0
    for token in tokens(text):
        assert token.span.of(text) == token.text
        assert token.span.start >= end
        end = token.span.end


@pytest.mark.parametrize(
    "forms",
    [
        ("offer", "offers", "offered", "offering"),
        ("agree", "agreed", "agrees"),
        ("rule", "ruled", "ruling"),
        ("deny", "denied", "denies"),
    ],
)
def test_forms_of_a_verb_share_their_stem(forms):
    assert len({stem(form) for form in forms}) == 1


def found(text, *phrases):
    return [hit.span.of(text) for hit in find_phrases(tokens(text), compile_phrases((p, p) for p in phrases))]


def test_phrases_match_by_stem_with_gaps_and_the_longest_wins():
    assert found("They turned the whole offer down.", "turn … down") == ["turned the whole offer down"]
    assert found("a pay offer", "pay", "pay offer") == ["pay offer"]
    assert found("They will leave. He left a will.", "=will leave") == ["will leave"]


def test_of_phrases_of_equal_length_the_one_by_stem_holds_whatever_their_order():
    for rows in ([("=will", "as it stands"), ("will", "by stem")], [("will", "by stem"), ("=will", "as it stands")]):
        assert [hit.key for hit in find_phrases(tokens("They will."), compile_phrases(rows))] == ["by stem"]


def names(text):
    hits = find_names(tokens(text), compile_names(PROFILE, "en"))
    return [(hit.span.of(text), hit.name.kind, hit.name.party.id) for hit in hits]


def test_names_longest_match_and_capitals():
    assert names("The Norland Port Authority met Ada Berg.") == [
        ("Norland Port Authority", "party", "Norland"),
        ("Ada Berg", "person", "Norland"),
    ]
    assert names("norland") == []
    assert names("The Militant Union") == [("Militant Union", "party", "Dockers")]


def test_a_shared_surname_names_both():
    (hit,) = find_names(tokens("Holm"), compile_names(PROFILE, "en"))
    assert sorted(member.name for member in hit.name.members) == ["Carl Holm", "Jon Holm"]
