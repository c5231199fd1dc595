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
        ("Ada Berg sagte, man lehne den Vorschlag d. Arbeiter ab.", "reject", "den Vorschlag"),
        ("Ada Berg sagte, man könne dem Vorschlag nicht zustimmen.", "reject", "dem Vorschlag"),
        ("Ada Berg sagte, der Vorschlag sei falsch für den Hafen.", "reject", "der Vorschlag"),
        ("Ada Berg sagte, den Vorschlag lehne Norland ab.", "reject", "den Vorschlag"),
        ("Norland stimme nur unter der Bedingung zu, dass der Tunnel kommt.", "condition", "der Tunnel kommt"),
        ("Ada Berg forderte ein Denkmal für alle Todesopfer.", "demand", "ein Denkmal für alle Todesopfer"),
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
        "Die Ministerin sagte, er lehne den Vorschlag ab.",
        "Ada Berg sagte, unter der Bedingung sei man dafür, der Tunnel komme.",
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # verbs of acts, with their particles, cases and prepositions
        ("Ada Berg forderte, dass der Hafen schließt.", [("demand", "der Hafen schließt")]),
        ("Ada Berg forderte die Arbeiter auf, den Streik zu beenden.", [("demand", "den Streik zu beenden")]),
        ("Ada Berg verlangte ein Ende des Streiks.", [("demand", "ein Ende des Streiks")]),
        ("Ada Berg plädierte für ein Ende des Streiks.", [("demand", "ein Ende des Streiks")]),
        ("Ada Berg lehnte den Streik ab.", [("reject", "den Streik")]),
        ("Ada Berg lehnte den Streik nicht ab.", []),
        ("Ada Berg begrüßte den Vorschlag der Arbeiter.", [("support", "den Vorschlag der Arbeiter")]),
        ("Ada Berg kritisierte den Vorschlag.", [("reject", "den Vorschlag")]),
        ("Ada Berg warnte vor einem Streik.", [("express_concern", "einem Streik")]),
        ("Ada Berg warf den Arbeitern vor, den Hafen zu schließen.", [("accuse", "den Hafen zu schließen")]),
        ("Ada Berg drohte mit einem Streik.", [("threaten", "einem Streik")]),
        ("Ada Berg drohte, den Hafen zu schließen.", [("threaten", "den Hafen zu schließen")]),
        ("Ada Berg bestritt, dass der Hafen schließt.", [("deny", "der Hafen schließt")]),
        ("Ada Berg stimmte dem Plan zu.", [("accept", "dem Plan")]),
        ("Ada Berg stimmte für den Plan.", [("support", "den Plan")]),
        ("Ada Berg stimmte gegen den Plan.", [("reject", "den Plan")]),
        ("Ada Berg sprach sich für den Plan aus.", [("support", "den Plan")]),
        ("Ada Berg sprach sich gegen den Plan aus.", [("reject", "den Plan")]),
        # modals: what we or man must, may not or will not do; what others must do is told
        ("„Wir müssen den Hafen schließen“, sagte Ada Berg.", [("demand", "Wir müssen den Hafen schließen")]),
        (
            "„Wir dürfen den Hafen nicht schließen“, sagte Ada Berg.",
            [("reject", "Wir dürfen den Hafen nicht schließen")],
        ),
        ("„Der Hafen darf nicht schließen“, sagte Ada Berg.", [("reject", "Der Hafen darf nicht schließen")]),
        ("„Es darf keinen Streik geben“, sagte Ada Berg.", [("reject", "Es darf keinen Streik geben")]),
        ("„Wir können den Hafen schließen“, sagte Ada Berg.", []),
        ("Ada Berg sagte, man müsse den Hafen schließen.", [("demand", "man müsse den Hafen schließen")]),
        # verdicts
        ("„Wir sind gegen den Streik“, sagte Ada Berg.", [("reject", "den Streik")]),
        ("„Wir sind für den Streik“, sagte Ada Berg.", [("support", "den Streik")]),
        ("„Wir sind nicht gegen den Streik“, sagte Ada Berg.", []),
        ("„Der Plan ist ein Fehler“, sagte Ada Berg.", [("reject", "Der Plan")]),
        ("„Der Plan ist nicht falsch“, sagte Ada Berg.", []),
        ("Ada Berg sagte, der Plan sei ein Fehler.", [("reject", "der Plan")]),
        ("Ada Berg nannte den Plan einen Fehler.", [("reject", "den Plan")]),
        ("Ada Berg bezeichnete den Plan als Fehler.", [("reject", "den Plan")]),
        ("Ada Berg sprach von einem Fehler.", []),
        # whose act it is
        ("„Ich lehne den Plan ab“, sagte Ada Berg.", [("reject", "den Plan")]),
        ("„Sie lehnen den Plan ab“, sagte Ada Berg.", []),
        ("Ada Berg sagte, sie lehne den Plan ab.", [("reject", "den Plan")]),
        ("Ada Berg sagte, sie habe den Plan nie abgelehnt.", []),
        ("Jon Holm sagte, Ada Berg lehne den Plan ab.", []),
    ],
)
def test_stands(text, expected):
    assert [(stance, about) for stance, about, _ in stands(text)] == expected
