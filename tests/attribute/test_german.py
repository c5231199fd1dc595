"""Who said what in German: invented sentences, one for each shape."""

import pytest

from briefing.languages import load
from briefing.steps.attribute import attribute
from briefing.steps.split import split
from tests.factory import article

LEXICON = load("de")


def found_in(text):
    of = article(text)
    found, _ = attribute(of, split(of, lexicon=LEXICON), lexicon=LEXICON)
    return [
        (
            " … ".join(span.of(text) for span in a.source),
            " … ".join(span.of(text) for span in a.cue),
            " … ".join(span.of(text) for span in a.content),
        )
        for a in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Berg sagte, dass die Werft schließt.", ("Ada Berg", "sagte", "dass die Werft schließt")),
        ("Ada Berg sagte, die Werft schließe.", ("Ada Berg", "sagte", "die Werft schließe")),
        ("„Die Werft schließt“, sagte Ada Berg.", ("Ada Berg", "sagte", "„Die Werft schließt“")),
        (
            "Ada Berg war da und sagte Reportern, die Werft schließe.",
            ("Ada Berg", "sagte", "die Werft schließe"),
        ),
        ("Gestern sagte Ada Berg Reportern, die Werft schließe.", ("Ada Berg", "sagte", "die Werft schließe")),
        ("Ada Berg sagte: „Die Werft schließt.“", ("Ada Berg", "sagte", "„Die Werft schließt.“")),
        ("„Die Werft schließt“, so Ada Berg.", ("Ada Berg", "so", "„Die Werft schließt“")),
        ("Die Werft schließe, teilte die Leitung mit.", ("die Leitung", "teilte … mit", "Die Werft schließe")),
        ("Laut Ada Berg und Jon Holm schließt die Werft.", ("Ada Berg und Jon Holm", "Laut", "schließt die Werft")),
        ("Laut der Leitung der Werft schließt sie.", ("der Leitung der Werft", "Laut", "schließt sie")),
        ("Laut Ada Berg schließt die Werft.", ("Ada Berg", "Laut", "schließt die Werft")),
        ("Die Werft schließt laut Ada Berg.", ("Ada Berg", "laut", "Die Werft schließt")),
        (
            "Nach Angaben der Leitung schließt die Werft.",
            ("Angaben der Leitung", "Nach", "schließt die Werft"),
        ),
        ("Der Leitung zufolge schließt die Werft.", ("Der Leitung", "zufolge", "schließt die Werft")),
        (
            "Wie die Leitung mitteilte, schließt die Werft.",
            ("die Leitung", "mitteilte", "schließt die Werft"),
        ),
        (
            "Ada Berg forderte die Leitung auf, die Werft zu öffnen.",
            ("Ada Berg", "forderte … auf", "die Werft zu öffnen"),
        ),
        (
            "Am Montag hat die Leitung angekündigt, die Werft zu schließen.",
            ("die Leitung", "hat … angekündigt", "die Werft zu schließen"),
        ),
        (
            "Jon Holm, Sprecher der Werft, erklärte, dass sie schließt.",
            ("Jon Holm, Sprecher der Werft,", "erklärte", "dass sie schließt"),
        ),
        (
            "Ada Berg forderte am Montag den Rücktritt der Leitung.",
            ("Ada Berg", "forderte", "Ada Berg forderte am Montag den Rücktritt der Leitung"),
        ),
        ("In dem Bericht heißt es: „Die Werft schließt.“", ("dem Bericht", "heißt es", "„Die Werft schließt.“")),
        ("Jon Holm, Werftchef: „Wir schließen.“", ("Jon Holm, Werftchef", ":", "„Wir schließen.“")),
        (
            "Holm widersprach: Es sei zu spät.",
            ("Holm", ":", "Es sei zu spät"),
        ),
        (
            "Sollten die Richter den Bau beanstanden, werde man nachbessern, sagte sie.",
            ("sie", "sagte", "Sollten die Richter den Bau beanstanden, werde man nachbessern"),
        ),
        (
            "Er wolle mit einem Beschluss nach Hause gehen, sagte Holm.",
            ("Holm", "sagte", "Er wolle mit einem Beschluss nach Hause gehen"),
        ),
    ],
)
def test_shapes(text, expected):
    assert found_in(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Die Werft schließt am 5. Mai.",
        "Nach dem Essen ging Ada Berg in die Werft.",
        "Nachdem die Werft schloss, ging Ada Berg.",
        "Die „Hafenpost“ erscheint am Montag.",
    ],
)
def test_nothing_is_said(text):
    assert found_in(text) == []


def test_the_subjunctive_goes_on_without_a_cue():
    found = found_in("Ada Berg sagte, die Werft schließe. Die Leitung habe versagt. Am Montag regnete es.")
    assert [(source, content) for source, _, content in found] == [
        ("Ada Berg", "die Werft schließe"),
        ("Ada Berg", "Die Leitung habe versagt"),
    ]


def test_a_quotation_by_itself_right_behind_the_words_of_one_is_his():
    said = "Es regnete. Ada Berg sagte, die Werft schließe."
    assert [source for source, _, _ in found_in(f"{said}\n\n„Das ist schlimm.“")] == ["Ada Berg", "Ada Berg"]
    assert [source for source, _, _ in found_in(f"{said}\n\nEs war kalt.\n\n„Das ist schlimm.“")] == ["Ada Berg"]


def test_an_ordinal_ends_no_sentence():
    text = "Am 5. Mai schloss die Werft. Die Leute gingen."
    assert [s.span.of(text) for s in split(article(text), lexicon=LEXICON)] == [
        "Am 5. Mai schloss die Werft.",
        "Die Leute gingen.",
    ]


def test_a_question_in_the_subjunctive_is_put_to_the_speaker():
    assert found_in("Holm sagte, es sei spät. Er werde bald gehen.")[1:] == [("Holm", "", "Er werde bald gehen")]
    assert found_in("Holm sagte, es sei spät. Ob er bald gehen werde?")[1:] == []


def test_afterwards_is_no_source_and_a_report_by_its_mood_is():
    assert found_in("Danach konnte die Werft wieder öffnen.") == []
    assert [content for _, _, content in found_in("Danach könne die Werft wieder öffnen.")] == [
        "könne die Werft wieder öffnen"
    ]


def test_what_a_report_tells_is_not_what_its_critic_says():
    text = "Ein Sprecher der Werft wies den Bericht zurück, wonach sie schließt."
    assert ("Ein Sprecher der Werft", "wies … zurück") in [found[:2] for found in found_in(text)]
    assert ("wonach", "wonach", "sie schließt") in found_in(text)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ada Berg lehnte den Plan der Werft ab.", "Ada Berg"),
        ("Ein Ende des Streits schloss er aus.", "er"),
        ("Die Werft sprach sich am Montag gegen den Plan aus.", "Die Werft"),
        ("Ada Berg selbst hatte gestern erklärt, sie werde gehen.", "Ada Berg"),
    ],
)
def test_an_attitude_has_its_holder(text, source):
    assert found_in(text)[0][0] == source


def test_no_attitude_is_told_by_a_clause_with_dass_or_of_what_threatens():
    assert found_in("Dass die Werft den Plan ablehnt, ist bekannt.") == []
    assert found_in("Der Werft droht ein Streik im Sommer.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # as somebody said
        ("Wie die Polizei mitteilte, ist die Werft zu.", ("die Polizei", "mitteilte", "ist die Werft zu")),
        ("Die Werft ist zu, wie die Polizei mitteilte.", ("die Polizei", "mitteilte", "Die Werft ist zu")),
        ("Die Werft ist, wie die Polizei mitteilte, zu.", ("die Polizei", "mitteilte", "Die Werft ist … zu")),
        # the speaker behind the verb
        ("Die Werft sei zu, sagte sie.", ("sie", "sagte", "Die Werft sei zu")),
        ("Die Werft ist zu, sagte Ada Berg am Montag.", ("Ada Berg", "sagte", "Die Werft ist zu")),
        (
            "„Die Werft ist zu“, sagte sie, „und sie bleibt zu.“",
            ("sie", "sagte", "„Die Werft ist zu“ … „und sie bleibt zu.“"),
        ),
        ("„Die Werft ist zu“, sagte sie und ging.", ("sie", "sagte", "„Die Werft ist zu“")),
        ("Nachdem die Werft zu war, sagte sie, es sei gut.", ("sie", "sagte", "es sei gut")),
        ("Dass die Werft schließt, bestritt Ada Berg.", ("Ada Berg", "bestritt", "Dass die Werft schließt")),
        # the content behind it
        ("Sie forderte ihn auf, die Werft zu schließen.", ("Sie", "forderte … auf", "die Werft zu schließen")),
        ("Ada Berg ging hinaus, sagte aber, die Werft sei zu.", ("Ada Berg", "sagte", "die Werft sei zu")),
        ("Ada Berg kündigte an, die Werft zu schließen.", ("Ada Berg", "kündigte … an", "die Werft zu schließen")),
        ("Die Polizei hat mitgeteilt, die Werft sei zu.", ("Die Polizei", "hat … mitgeteilt", "die Werft sei zu")),
        ("Ada Berg fragte, ob die Werft schließe.", ("Ada Berg", "fragte", "ob die Werft schließe")),
        ("Der Minister, der die Werft schloss, sagte, sie sei alt.", ("Der Minister", "sagte", "sie sei alt")),
        (
            "Die Ministerin Ada Berg (Grüne) sagte, die Werft sei alt.",
            ("Die Ministerin Ada Berg (Grüne)", "sagte", "die Werft sei alt"),
        ),
        # words in marks as the object
        ("Sie bezeichnete den Plan als „Fehler“.", ("Sie", "bezeichnete", "„Fehler“")),
        ("Ada Berg nannte den Plan „einen Fehler“.", ("Ada Berg", "nannte", "„einen Fehler“")),
        # the clause tells what was said
        ("Sie forderte den Rücktritt.", ("Sie", "forderte", "Sie forderte den Rücktritt")),
        ("Ada Berg sprach von einem Fehler.", ("Ada Berg", "sprach", "Ada Berg sprach von einem Fehler")),
        ("Ada Berg lehnt den Plan ab.", ("Ada Berg", "lehnt … ab", "Ada Berg lehnt den Plan ab")),
        (
            "Der Plan wurde von Ada Berg abgelehnt.",
            ("Ada Berg", "wurde … abgelehnt", "Der Plan wurde von Ada Berg abgelehnt"),
        ),
        # "so", papers and colons
        ("Die Werft ist zu, so die Ministerin.", ("die Ministerin", "so", "Die Werft ist zu")),
        ("Die Werft ist zu, so urteilte Holm.", ("Holm", "so urteilte", "Die Werft ist zu")),
        ("Die Werft, so Holm, ist zu.", ("Holm", "so", "Die Werft … ist zu")),
        ("In dem Bericht heißt es, die Werft sei zu.", ("dem Bericht", "heißt es", "die Werft sei zu")),
        ("Die Werft sei zu, heißt es in dem Bericht.", ("dem Bericht", "heißt es", "Die Werft sei zu")),
        ("Die Werft sei zu, hieß es.", ("", "hieß es", "Die Werft sei zu")),
        ("Jon Holm, Werftchef: „Die Werft ist zu.“", ("Jon Holm, Werftchef", ":", "„Die Werft ist zu.“")),
        ("Holm widersprach: Es sei zu spät.", ("Holm", ":", "Es sei zu spät")),
        # prepositions
        ("Ada Berg zufolge ist die Werft zu.", ("Ada Berg", "zufolge", "ist die Werft zu")),
        ("Nach Angaben der Polizei ist die Werft zu.", ("Angaben der Polizei", "Nach", "ist die Werft zu")),
    ],
)
def test_the_whole_of_an_attribution(text, expected):
    assert found_in(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Nachdem die Werft zu war, sagte sie nichts.",
        "Ada Berg, die den Rücktritt forderte, ging.",
        "Die Werft ist zu, so dass alle gehen.",
        "Holm widersprach: Es ist zu spät.",
        "Die Polizei will mitteilen, dass die Werft zu ist.",
        "Ob die Werft schließe, sagte Ada Berg nicht.",
        "Holm widersprach:",
    ],
)
def test_where_nothing_is_said(text):
    assert found_in(text) == []


def test_words_in_marks_inside_what_is_reported_are_the_speakers():
    assert found_in("Ada Berg sagte, sie sei „tief besorgt“ über die Werft.") == [
        ("Ada Berg", "sagte", "sie sei „tief besorgt“ über die Werft"),
        ("Ada Berg", "sagte", "„tief besorgt“"),
    ]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("Die Werft sei „sehr alt“, sagte Ada Berg.", ["Die Werft sei „sehr alt“", "„sehr alt“"]),
        # words in marks end what is said, and their comma ends no clause
        ("Der Streik „zu Ende“, sagte Ada Berg.", ["Der Streik „zu Ende“", "„zu Ende“"]),
        (
            "Ada Berg forderte, die „kleine, alte“ Werft zu schließen.",
            ["die „kleine, alte“ Werft zu schließen", "„kleine, alte“"],
        ),
    ],
)
def test_words_in_marks_at_the_end_and_inside(text, contents):
    assert [(source, content) for source, _, content in found_in(text)] == [("Ada Berg", told) for told in contents]


@pytest.mark.parametrize(
    "source",
    [
        "Ada Berg",
        "Der zweite Sprecher",
        "Die „Hafenpost“",
        "Die Sprecherin der Werft",
        "Die Ministerin Ada Berg (Grüne)",
        "Ada Berg von der Werft",
        "Ada Berg und ihr Kollege Jon Holm",
        "Dr. Ada Berg",
        "Ada J. Berg",
        "Norlands führende Werft",
        "Ein Sprecher des Ministeriums für Häfen",
        "Abu al-Ahmed",
        "Sie",
    ],
)
def test_a_whole_phrase_is_the_source(source):
    assert found_in(f"{source} sagte, die Werft sei alt.") == [(source, "sagte", "die Werft sei alt")]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Auch Ada Berg sagte, die Werft sei alt.", "Ada Berg"),
        ("Ada Berg hingegen sagte, die Werft sei alt.", "Ada Berg"),
        ("Die Werft sei alt, sagte Ada Berg, die Ministerin.", "Ada Berg"),
        ("Gestern sagte Jon Holm Reportern, die Werft sei alt.", "Jon Holm"),
        ("Dem „Echo“ sagte Ada Berg, die Werft sei alt.", "Ada Berg"),
        ("Ada Berg erklärte gegenüber dem „Echo“, die Werft sei alt.", "Ada Berg"),
        ("Laut einem Bericht des „Echo“ schließt die Werft.", "einem Bericht des „Echo“"),
        ("Ada Berg warf der Werft vor, Geld zu verschwenden.", "Ada Berg"),
        ("Wie Berg mitteilte, schließt die Werft.", "Berg"),
        ("Ada Berg ging, weil Holm sagte, die Werft schließe.", "Holm"),
        ("Die Leitung schwieg, aber man kündigte an, die Werft zu schließen.", "man"),
    ],
)
def test_who_is_the_source(text, source):
    assert [found for found, _, _ in found_in(text)] == [source]
