"""What a German statement is for or against: whose act it is, where its object stands, and when it is no stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.profile import parse
from tests.factory import PROFILE_TOML, reading

ISSUES = """
[[issue]]
id = "harbour"
title = "Hafen"
terms = ["Hafenbau", "Tunnel", "wechselnde Mehrheit"]
"""
PROFILE = parse(
    (PROFILE_TOML.replace('id = "dispute"', 'id = "dispute"\nlanguage = "de"') + ISSUES).encode(), "hafen.toml"
)


def stands(text):
    found = reading(text, language="de", profile=PROFILE)
    return [
        (s.stance, s.object and s.object.of(text), s.issues) for position in found.positions for s in position.stands
    ]


@pytest.mark.parametrize(
    ("text", "stance", "about"),
    [
        ("Norland weist den Vorschlag der Arbeiter entschieden zurück.", "reject", "den Vorschlag der Arbeiter"),
        ("Ada Berg sagte, dass man den Vorschlag der Arbeiter ablehne.", "reject", "den Vorschlag der Arbeiter"),
        ("Ada Berg sagte, man habe den Vorschlag immer abgelehnt.", "reject", "den Vorschlag"),
        ("Den Vorschlag lehne man ab, sagte Ada Berg.", "reject", "Den Vorschlag"),
        ("Dass man den Hafen schließen werde, bestritt sie.", "deny", "man den Hafen schließen werde"),
        ("Norland wies den Vorwurf zurück.", "deny", "den Vorwurf"),
        ("„Mit uns wird es keinen Vertrag geben“, sagte Ada Berg.", "reject", "Vertrag"),
        ("Ada Berg forderte ein Verbot von Kränen am Montag im Landtag.", "demand", "ein Verbot von Kränen"),
        ("Ada Berg nannte den Vorschlag „unverantwortlich“.", "reject", "den Vorschlag"),
    ],
)
def test_the_object_is_where_german_has_it(text, stance, about):
    assert [(found, words) for found, words, _ in stands(text)] == [(stance, about)]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Berg sagte, die Arbeiter lehnten den Vorschlag ab.",  # another's act
        "Ada Berg sagte, Norland lehne den Vorschlag nicht ab.",  # what is not refused is not wanted either
        "Ada Berg fragte, ob Norland den Vorschlag ablehne.",
        "„Lehnen wir den Vorschlag ab?“, fragte Ada Berg.",
        "Ada Berg sagte, wenn man den Vorschlag ablehne, werde gestreikt.",
        "Ada Berg sagte, man hätte den Vorschlag abgelehnt.",
        "Ada Berg sagte, der Vorschlag werde abgelehnt.",
        "Ada Berg sagte, der Streik werde scheitern.",
        "„Viele Arbeiter müssen lange warten“, sagte Ada Berg.",
        "Laut Polizei muss der Hafen geschlossen werden.",
        "Das Unglück forderte nach Angaben von Norland 100 Todesopfer.",
        "Ada Berg sagte, die Werft, die den Vorschlag ablehnte, sei alt.",
    ],
)
def test_what_cannot_be_decided_is_no_stand(text):
    assert stands(text) == []


def test_a_condition_stands_beside_what_hangs_on_it():
    text = "Dem Vorschlag werde man nur zustimmen, wenn die Löhne steigen, sagte Ada Berg."
    assert [(s, words) for s, words, _ in stands(text)] == [
        ("accept", "Dem Vorschlag"),
        ("condition", "die Löhne steigen"),
    ]


@pytest.mark.parametrize(
    ("about", "issues"),
    [
        ("den Hafenbau", ("harbour",)),
        ("die Hafenbaupläne", ("harbour",)),
        ("einen Straßentunnel", ("harbour",)),
        ("die Länge des Tunnels", ("harbour",)),
        ("den Vorschlag mit wechselnden Mehrheiten", ("harbour",)),
        ("den Hafen", ()),
    ],
)
def test_an_issue_is_known_in_other_forms_and_in_compounds(about, issues):
    assert stands(f"Norland lehnte {about} ab.")[0][2] == issues


WORDS = st.sampled_from(
    (  # noqa: SIM905
        "man werde wir nicht keinen den Tunnel lehnt lehne ab zurück müsse geschlossen werden , dass wenn nur erst zu "
        "bauen die Ada Berg sagte fordert „ “ ist für gegen ein Fehler ( ) : ? sei es und"
    ).split()
)


@given(st.lists(WORDS, max_size=30))
def test_objects_lie_inside_their_statement(words):
    text = "Ada Berg sagte, man " + " ".join(words) + "."
    for position in reading(text, language="de", profile=PROFILE).positions:
        for stand in position.stands:
            assert position.span.covers(stand.act)
            assert stand.object is None or (position.span.covers(stand.object) and stand.object.of(text).strip())
