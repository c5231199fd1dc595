"""Articles in several languages in one run: each by its own rules, and none silently empty."""

import pytest

from briefing.languages import load, of_language
from briefing.pipeline import read_document
from briefing.profile import parse
from briefing.records import RawDocument
from tests.cli.run import briefing
from tests.factory import LEXICON, PROFILE, PROFILE_TOML

GERMAN = (
    "Die Leitung der Werft hat am Dienstag ihre Pläne vorgestellt, und die Arbeiter haben lange darüber gesprochen. "
    "Ada Berg sagte, die Werft werde im Mai geschlossen. „Wir haben keine andere Wahl“, erklärte sie. "
    "Die französische Regierung teilte mit, dass sie helfen will. Die Werft gehört seit vielen Jahren der Stadt."
)
FRENCH = (
    "Fermeture du chantier naval\n\n12 juillet 2012\n\n"
    "La direction du chantier a présenté ses projets mardi, et les ouvriers en ont longtemps parlé chez eux. "
    "Le chantier appartient à la ville depuis de nombreuses années, mais il a perdu beaucoup d'argent cet hiver. "
    "Les habitants du port espèrent que les bateaux reviendront au printemps, quand la nouvelle grue sera prête."
)
SPANISH = (
    "El astillero cierra\n\n12 de octubre de 2012\n\n"
    "La dirección del astillero presentó sus planes el martes, y los obreros hablaron mucho de ellos con sus familias. "
    "El astillero es de la ciudad desde hace muchos años, pero ha perdido mucho dinero durante el último invierno."
)
ITALIAN = (
    "La direzione del cantiere ha presentato martedì i suoi progetti, e gli operai ne hanno parlato a lungo tra loro. "
    "Il cantiere appartiene alla città da molti anni, ma ha perso molti soldi durante lo scorso inverno."
)


def read(text, *, profile=PROFILE, source="a.txt"):
    raw = RawDocument(source, "text/plain", text.encode(), extracted=False)
    return read_document(raw, profile=profile, lexicon=LEXICON)


def test_german_is_read_by_german_rules_beside_english():
    reading = read(GERMAN)
    assert reading.article.language == "de"
    assert not reading.problems
    said = [(p.speaker.name, p.span.of(reading.article.text)) for p in reading.positions]
    assert said[:2] == [
        ("Ada Berg", "Ada Berg sagte, die Werft werde im Mai geschlossen."),
        ("Ada Berg", "„Wir haben keine andere Wahl“, erklärte sie."),
    ]
    assert [p.speaker.party for p in reading.positions[:2]] == ["Norland", "Norland"]


def test_a_country_of_the_profile_is_known_under_its_german_names():
    toml = (
        '[topic]\nid = "t"\ntitle = "T"\n[[party]]\nid = "F"\nname = "France"\n'
        '[[issue]]\nid = "i"\ntitle = "I"\nterms = ["x"]\n'
    )
    reading = read(GERMAN, profile=parse(toml.encode(), "t.toml"))
    assert ("französische Regierung", "F") in {(p.speaker.name, p.speaker.party) for p in reading.positions}


@pytest.mark.parametrize(("text", "language", "day"), [(SPANISH, "es", "2012-10-12"), (ITALIAN, "it", None)])
def test_a_language_without_rules_has_key_sentences_and_a_day_and_says_so(text, language, day):
    reading = read(text)
    assert (reading.article.language, reading.article.published) == (language, day)
    assert reading.positions == ()
    assert reading.summary
    assert [problem.code for problem in reading.problems] == ["source.language"]
    assert "key sentences only" in reading.problems[0].message


def test_french_has_a_day_and_who_said_what_and_no_stands():
    said = "Ada Berg a déclaré que le chantier serait fermé. « Nous n'avons pas le choix », a-t-elle ajouté."
    reading = read(FRENCH + "\n\n" + said)
    assert (reading.article.language, reading.article.published) == ("fr", "2012-07-12")
    assert not reading.problems
    assert [(p.speaker.name, p.speaker.party, p.attribution.kind, p.stands) for p in reading.positions] == [
        ("Ada Berg", "Norland", "indirect", ()),
        ("Ada Berg", "Norland", "direct", ()),
    ]


def test_a_french_title_of_one_letter_is_no_part_of_a_name():
    text = "Le port est neuf et les ouvriers sont venus hier. « Le port est fermé », a déclaré M. Zaev après la fête."
    assert [p.speaker.name for p in read(text).positions] == ["M. Zaev"]


def test_a_page_left_in_english_above_a_french_article_is_dated_in_english():
    assert read(FRENCH.replace("12 juillet 2012", "Published: 27 Sep 2016")).article.published == "2016-09-27"


def test_chinese_is_split_and_has_key_sentences():
    text = (
        "船厂将于五月关闭。工人们谈论了很久。城市多年来一直拥有船厂，但今年冬天亏损了很多钱。港口居民希望春天船只回来。"
        * 2
    )
    reading = read(text)
    assert len(reading.sentences) == 8
    assert reading.summary


def test_a_language_is_the_tables_that_it_has():
    assert "cues" in load("de")
    assert "cues" in load("fr")
    assert "stands" not in load("fr")
    assert "cues" not in of_language("es")
    assert "dates" in of_language("es")
    assert of_language("sv")["stop_words"].words("sumy")


def test_a_page_marks_words_in_another_language(tmp_path):
    (tmp_path / "a.txt").write_text(GERMAN, encoding="utf-8")
    profile = tmp_path / "p.toml"
    profile.write_text(PROFILE_TOML, encoding="utf-8")
    run = briefing("build", "a.txt", "--profile", "p.toml", "--out", "out", cwd=tmp_path)
    assert run.returncode == 0, run.stderr
    page = (tmp_path / "out" / "latest" / "briefing.html").read_text(encoding="utf-8")
    assert '<blockquote lang="de"><p>Ada Berg sagte, die Werft werde im Mai geschlossen.' in page
    assert briefing("verify", "out/latest/briefing.json", "--sources", ".", cwd=tmp_path).returncode == 0


HARBOUR = """
[topic]
id = "hafen"
title = "Der Hafen"
language = "de"

[[party]]
id = "verband"
name = "Handelsverband"

[[party.member]]
name = "Aylin Demir"
aliases = ["Demir"]
role = "Geschäftsführerin"

[[party]]
id = "stadt"
name = "Stadt Talheim"
aliases = ["die Stadt"]
roles = ["Oberbürgermeisterin"]

[[party.member]]
name = "Miriam Kolbe"
aliases = ["Kolbe"]
role = "Oberbürgermeisterin"

[[party]]
id = "freunde"
name = "Bergfreunde"

[[issue]]
id = "bau"
title = "Bau"
terms = ["Bau"]
"""


@pytest.mark.parametrize(
    ("sentence", "name", "party"),
    [
        ("Der Handelsverband begrüßte den Bau.", "Handelsverband", "verband"),  # the name is a compound itself
        ("Die Geschäftsführerin des Handelsverbands sagte, das sei gut.", "Aylin Demir", "verband"),
        ("Ein Sprecher des Handelsverbandes sagte, das sei gut.", "unnamed Sprecher des Handelsverbandes", "verband"),
        ("Die Geschäftsführerin der Bergfreunde sagte, das sei gut.", "unnamed Geschäftsführerin", "freunde"),
        ("Oberbürgermeisterin Kolbe kam spät. „Das ist gut“, sagte sie.", "Miriam Kolbe", "stadt"),
        # a participle that looks like a verb of the present, with its helper
        ("Der Handelsverband hat den Bau kritisiert.", "Handelsverband", "verband"),
        ("Der Handelsverband kritisiert den Bau.", "Handelsverband", "verband"),
        # a surname of the profile before another name is the first name of somebody else
        ("Kolbe Brand sagte, das sei gut.", "Kolbe Brand", None),
        # a man's house is that of his party
        (
            "Jan Roth, Sprecher der Bergfreunde, kam. Roth sagte nichts. Aus seinem Haus hieß es, das sei gut.",
            "Haus",
            "freunde",
        ),
    ],
)
def test_whose_a_german_statement_is(sentence, name, party):
    raw = RawDocument("a.txt", "text/plain", f"Der Rat von Talheim tagte am Montag. {sentence} Es regnete.".encode())
    speaker = (
        read_document(raw, profile=parse(HARBOUR.encode(), "hafen.toml"), lexicon=load("de")).positions[-1].speaker
    )
    assert (speaker.name, speaker.party) == (name, party)


def test_a_neuter_noun_is_nobodys_name():
    raw = RawDocument("a.txt", "text/plain", b"Das Vorgehen der Polizei hat der Handelsverband kritisiert. Es regnete.")
    found = read_document(raw, profile=parse(HARBOUR.encode(), "hafen.toml"), lexicon=load("de")).positions
    assert [position.speaker.name for position in found] in ([], ["Handelsverband"])


def test_the_day_of_a_german_statement():
    text = (
        "Werft wird geschlossen\n\n9. Juni 2021\n\n"
        "Ada Berg sagte am Montag, die Werft werde geschlossen. „Wir haben keine andere Wahl“, erklärte sie am "
        "vergangenen Dienstag. Ada Berg teilte gestern mit, der Rat werde am Freitag darüber abstimmen. "
        "Die Arbeiter kamen am Sonntag, als Ada Berg erklärte, die Werft sei alt."
    )
    days = [position.date_said.iso for position in read(text).positions]
    assert days == ["2021-06-07", "2021-06-08", "2021-06-08", None]


def test_a_german_briefing_shows_a_stand_with_its_object(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a/werft.txt").write_text(
        "Streit um die Werft\n\n12. Mai 2024\n\nAda Berg lehnte die Schließung der Werft ab. "
        "Sie forderte ein Ende des Streiks. Die Arbeiter haben lange darüber gesprochen, und der Hafen blieb leer.\n"
    )
    toml = PROFILE_TOML.replace('id = "dispute"', 'id = "dispute"\nlanguage = "de"')
    (tmp_path / "p.toml").write_text(toml + '[[issue]]\nid = "werft"\ntitle = "Werft"\nterms = ["Werft", "Streik"]\n')
    assert briefing("build", "a", "--profile", "p.toml", cwd=tmp_path).returncode == 0
    page = (tmp_path / "out/latest/briefing.md").read_text()
    assert "✕ “die Schließung der Werft”" in page
    assert "“ein Ende des Streiks”" in page
