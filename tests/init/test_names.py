"""People, bodies and titles in phrases of people nobody has listed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.init.heard import Voice
from briefing.init.personal_names import people_by_surname, with_full_name
from briefing.init.words import organisations, words_of
from briefing.languages import load
from briefing.text import tokens


def voice(surface: str, *, person: str | None = None, role: str | None = None) -> Voice:
    return Voice("a.txt", f"{surface} said so.", person or surface, surface, person, role, anonymous=False)


@pytest.mark.parametrize(
    ("phrase", "names"),
    [
        ("a senior Brightways official", ["Brightways"]),
        ("Unionist leader", ["Unionist"]),
        ("the Department for Transport", ["Department for Transport"]),
        ("the Dockers' Union and the Port Authority", ["Dockers' Union", "Port Authority"]),
        ("Prime Minister", []),
        ("The United Nations Secretary-General", ["United Nations"]),
        ("a Ruritanian Special Envoy", ["Ruritanian"]),
        ("officials", []),
        ("Monday", []),
    ],
)
def test_organisations(phrase: str, names: list[str]):
    assert list(organisations(phrase, tokens(phrase), words_of([], load("en")))) == names


def test_a_common_word_at_the_start_of_a_sentence_is_no_name():
    words = words_of([voice("Business leaders"), voice("a leader of business")], load("en"))
    assert list(organisations("Business leaders", tokens("Business leaders"), words)) == []


@pytest.mark.parametrize(
    ("heard", "person"),
    [
        ([voice("Ada Holm, a nurse", person="Ada Holm")], "Ada Holm"),
        ([voice("Ada Holm", person="Ada Holm"), voice("Ms Holm", person="Ada Holm")], "Ada Holm"),
        ([voice("Ada Holm", person="Ada Holm"), voice("She", person="Ada Holm")], "Ada Holm"),
        ([voice("the premier", person="Ada Holm", role="premier")], "Ada Holm"),
        (
            [
                voice("Secretary of State Ada Holm", person="State Ada Holm"),
                voice("Mrs Holm", person="State Ada Holm"),
            ],
            "Ada Holm",
        ),
        ([voice("Halden Air", person="Halden Air")], None),
        ([voice("The Fiscal Forum, a think tank", person="Fiscal Forum")], None),
        ([voice("a Halden official"), voice("Rejecting Halden", person="Rejecting Halden", role="chief")], None),
    ],
)
def test_people(heard: list[Voice], person: str | None):
    words = words_of(heard, load("en"))
    people = people_by_surname(heard, words)
    assert with_full_name(heard[-1], people, words).person == person


@given(st.text())
def test_any_phrase_is_read(phrase: str):
    words = words_of([voice(phrase)], load("en"))
    for name in organisations(phrase, tokens(phrase), words):
        assert name in phrase
