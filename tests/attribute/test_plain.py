"""Who said what in a language that is tables alone: French, and one that is made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import UsageError
from briefing.languages import Lexicon, load, of_language, parse
from briefing.steps.attribute import attribute
from briefing.steps.split import split
from tests.factory import article

FRENCH = load("fr")
# A language of twelve words: "La" is its article, "dirit" its "said", "ke" its "that".
GRAMMAR = """
[[entry]]
id = "complementiser"
tag = "t"
words = ["ke"]
[[entry]]
id = "determiners"
tag = "D"
words = ["la"]
[[entry]]
id = "be"
tag = "B"
words = ["estas"]
[[entry]]
id = "source_prepositions"
words = ["laut"]
"""
CUES = 'reader = "plain"\n[[entry]]\nid = "diri"\nwords = ["diris"]\n'


def made_up(cues: str = CUES) -> Lexicon:
    own = {"grammar": parse("grammar", GRAMMAR), "cues": parse("cues", cues)}
    empty = {name: parse(name, "") for name in ("hedges", "nouns", "speakers")}
    return Lexicon("xx", {**of_language("es").tables, **empty, **own})


def found_in(text: str, lexicon: Lexicon) -> list[tuple[str, str, str, str]]:
    of = article(text)
    found, _ = attribute(of, split(of, lexicon=lexicon), lexicon=lexicon)
    parts = ((a.source, a.cue, a.content) for a in found)
    spans = [tuple(" … ".join(span.of(text) for span in part) for part in row) for row in parts]
    return [(a.kind, *row) for a, row in zip(found, spans, strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ada Berg a déclaré que le port serait fermé.",
            ("indirect", "Ada Berg", "a déclaré", "que le port serait fermé"),
        ),
        ("Le maire a ensuite affirmé qu’il partait.", ("indirect", "Le maire", "a ensuite affirmé", "qu’il partait")),
        (
            "Le maire de Bergen, Jon Holm, a précisé que le port était fermé.",
            ("indirect", "Le maire de Bergen", "a précisé", "que le port était fermé"),
        ),
        ("« Le port est fermé », a-t-elle déclaré.", ("direct", "elle", "a-t-elle déclaré", "« Le port est fermé »")),
        ("« Le port est fermé » explique Ada Berg.", ("direct", "Ada Berg", "explique", "« Le port est fermé »")),
        ("« Le port est fermé », a déclaré M. Holm.", ("direct", "M. Holm", "a déclaré", "« Le port est fermé »")),
        ("Jon Holm a répondu : « C’est faux. »", ("direct", "Jon Holm", "a répondu", "« C’est faux. »")),
        ("Le port est fermé, a indiqué la police.", ("indirect", "la police", "a indiqué", "Le port est fermé")),
        ("Selon la police, le port est fermé.", ("indirect", "la police", "Selon", "le port est fermé")),
    ],
)
def test_french(text, expected):
    assert found_in(text, FRENCH) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Berg a déclaré ses biens.",
        "Le port est fermé et personne ne parle.",
        "Lundi, Ada Berg est venue au port.",
        "Le mot est dit.",
    ],
)
def test_no_speech_is_found_where_there_is_none(text):
    assert found_in(text, FRENCH) == []


def test_a_quotation_with_blanks_inside_ends_where_it_closes():
    text = "Ada Berg a déclaré : « Le port est fermé ». Le maire est parti."
    assert [content for *_, content in found_in(text, FRENCH)] == ["« Le port est fermé »"]


def test_a_quotation_that_follows_by_itself_goes_on():
    text = "« Le port est fermé », a déclaré Ada Berg. « Il rouvrira lundi. »"
    assert [(source, content) for _, source, _, content in found_in(text, FRENCH)] == [
        ("Ada Berg", "« Le port est fermé »"),
        ("Ada Berg", "« Il rouvrira lundi. »"),
    ]


def test_a_language_is_its_tables():
    lexicon = made_up()
    assert found_in("La Ada diris ke la haveno estas nova.", lexicon) == [
        ("indirect", "La Ada", "diris", "ke la haveno estas nova")
    ]
    assert found_in("“La haveno estas nova”, diris Ada Berg.", lexicon) == [
        ("direct", "Ada Berg", "diris", "“La haveno estas nova”")
    ]
    assert found_in("Laut Ada Berg la haveno estas nova.", lexicon)[0][1:3] == ("Ada Berg", "Laut")


def test_a_table_that_asks_for_no_reader_is_told_so():
    with pytest.raises(UsageError, match="reader 'romance' is unknown: write one of english, german, plain"):
        found_in("La Ada diris.", made_up(CUES.replace("plain", "romance")))


WORDS = st.sampled_from("Ada Berg a déclaré dit que qu’il l’eau a-t-elle « » , : . le maire selon M. est".split())  # noqa: SIM905


@given(st.lists(WORDS, max_size=25))
def test_spans_lie_inside_the_text(words):
    text = " ".join(words)
    of = article(text)
    found, _ = attribute(of, split(of, lexicon=FRENCH), lexicon=FRENCH)
    for attribution in found:
        for span in (*attribution.source, *attribution.cue, *attribution.content):
            assert 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le port est fermé, selon la police.", ("la police", "selon", "Le port est fermé")),
        ("Le port, selon la police, est fermé.", ("la police", "selon", "Le port … est fermé")),
        ("Selon Ada Berg le port est fermé.", ("Ada Berg", "Selon", "le port est fermé")),
        ("Selon M. Zaev, le port est fermé.", ("M. Zaev", "Selon", "le port est fermé")),
        ("« Le port est fermé », a-t-il ensuite déclaré.", ("il", "a-t-il ensuite déclaré", "« Le port est fermé »")),
        ("Elle a déclaré que le port était fermé.", ("Elle", "a déclaré", "que le port était fermé")),
        ("Lundi, elle a déclaré que le port était fermé.", ("elle", "a déclaré", "que le port était fermé")),
        ("Lundi, elle a déclaré : « Le port est fermé. »", ("elle", "a déclaré", "« Le port est fermé. »")),
        ("Hier le maire a déclaré que le port était fermé.", ("le maire", "a déclaré", "que le port était fermé")),
        ("La police a dit « Le port est fermé ».", ("La police", "a dit", "« Le port est fermé »")),
        ("Le port est fermé, a déclaré Ada Berg lundi.", ("Ada Berg", "a déclaré", "Le port est fermé")),
        (
            "Le port est fermé, a déclaré Ada Berg et Jon Holm.",
            ("Ada Berg et Jon Holm", "a déclaré", "Le port est fermé"),
        ),
        (
            "Le port est fermé, a déclaré la maire de Bergen.",
            ("la maire de Bergen", "a déclaré", "Le port est fermé"),
        ),
        # an apposition is left out
        ("Ada Berg, maire de Bergen, a déclaré que l’eau monte.", ("Ada Berg", "a déclaré", "que l’eau monte")),
        ("Ada Berg, qui était là, a déclaré que l’eau monte.", ("Ada Berg", "a déclaré", "que l’eau monte")),
    ],
)
def test_the_whole_of_a_french_attribution(text, expected):
    assert [row[1:] for row in found_in(text, FRENCH)] == [expected]


@pytest.mark.parametrize(
    "text", ["Lundi, a déclaré Ada Berg.", "« Selon la police, le port est fermé. »", "La police a dit le port."]
)
def test_a_cue_without_a_content_tells_of_no_speech(text):
    assert found_in(text, FRENCH) == []


def test_quotations_go_on_in_their_paragraph_only_where_they_are_the_whole_sentence():
    said = "« Le port est fermé », a déclaré Ada Berg."
    assert [row[3] for row in found_in(f"{said} « Il rouvrira. » « Tout ira bien. »", FRENCH)][1:] == [
        "« Il rouvrira. »",
        "« Tout ira bien. »",
    ]
    assert len(found_in(f"{said} « Il rouvrira » lundi matin au port de Bergen.", FRENCH)) == 1
    assert len(found_in(f"{said}\n« Il rouvrira lundi. »", FRENCH)) == 1
