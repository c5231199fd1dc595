"""Speaker phrases, read on their own."""

import pytest

from briefing.gazetteer import compile_names
from briefing.profile import parse
from briefing.records import Span
from briefing.speaker_words import speaker_words
from briefing.steps.mention import read_phrase
from briefing.steps.mention.context import Context
from tests.factory import LEXICON, PROFILE, PROFILE_TOML

MEMBERS = tuple((party.id, member) for party in PROFILE.parties for member in party.members)


def read(phrase, *, published=None, full_names=frozenset()):
    names, words = compile_names(PROFILE, "en"), speaker_words(LEXICON)
    context = Context(names, words, {}, published, full_names=full_names, members=MEMBERS)
    return read_phrase(phrase, Span(0, len(phrase)), context)


@pytest.mark.parametrize(
    ("phrase", "kind", "name", "party"),
    [
        ("Norlandic Prime Minister Ada Berg", "person", "Ada Berg", "Norland"),
        ("Ms Berg", "person", "Ada Berg", "Norland"),
        ("a senior Norlandic official", "role", "senior Norlandic official", "Norland"),
        ("an official from Norland", "role", "official from Norland", "Norland"),
        ("a source close to Norland", "role", "source close to Norland", "Norland"),
        ("a source familiar with Norland", "role", "source", None),
        ("a source close to the talks", "role", "source close to the talks", None),
        ("A couple of Norlandic officials", "role", "Norlandic officials", "Norland"),
        ("the majority of Norlandic officials", "role", "Norlandic officials", "Norland"),
        ("Berg's office", "institution", "Berg's office", "Norland"),
        ("Berg's statement", "person", "Ada Berg", "Norland"),
        ("Norland's biggest union, the Dockers", "party", "Dockers", "Dockers"),
        ("another resident", "role", "resident", "Residents"),
        ("one resident, Tom Hill", "person", "Tom Hill", "Residents"),
        ("a former chairman of the Trade Council", "role", "former chairman of the Trade Council", None),
        ("Tom Hill, a former chairman of the Trade Council", "person", "Tom Hill", None),
        ("Ada Berg, an adviser and spokeswoman for the group Open Water", "person", "Ada Berg", None),
        ("Ada Berg, a spokeswoman for Norland", "person", "Ada Berg", "Norland"),
        ("Ada Berg, a spokeswoman for the talks", "person", "Ada Berg", "Norland"),
        ("a former Norlandic official", "role", "former Norlandic official", None),
        ("Norlandic families", "role", "Norlandic families", None),
        ("the militant union", "party", "Dockers", "Dockers"),
        ("resident Tom Hill", "person", "Tom Hill", "Residents"),
        ("Tom Hill, a union official", "person", "Tom Hill", "Dockers"),
        ("a union official, Tom Hill", "person", "Tom Hill", "Dockers"),
        ("British Foreign Secretary Tom Hill", "person", "Tom Hill", None),
        ("the Norlandic prime minister", "person", "Ada Berg", "Norland"),
        # the whole name of a body speaks; another country's body, or a higher one, is not the party's
        ("Norlandic Commission on Public Pay", "institution", "Norlandic Commission on Public Pay", "Norland"),
        (
            "the Center for Fair Play in the Public Interest",
            "institution",
            "Center for Fair Play in the Public Interest",
            None,
        ),
        ("Norland University", "institution", "Norland University", None),
        ("Tom Hill of Norland University", "person", "Tom Hill", None),
        ("the Trade Council", "institution", "Trade Council", "Norland"),
        ("the French Trade Council", "institution", "French Trade Council", None),
        ("France's National Trade Council", "institution", "France's National Trade Council", None),
        ("the Norlandic Consul", "role", "Norlandic Consul", "Norland"),
        ("a statement by the Norlandic army", "institution", "Norlandic army", "Norland"),
        ("a letter from Ada Berg", "person", "Ada Berg", "Norland"),
        ("an adviser of President Berg", "role", "adviser of President Berg", "Norland"),
        ("a critic of Norland", "role", "critic of Norland", None),
        ("Norlandic critics", "role", "Norlandic critics", "Norland"),
        ("the Norlandic terror-listed group", "institution", "Norlandic terror-listed group", None),
        ("Shadow Foreign Minister Tom Hill", "person", "Tom Hill", None),
        ("the “militant” union", "party", "Dockers", "Dockers"),
        ("Mr. Hill", "person", "Hill", None),
        ("they", "pronoun", "they", None),
        ("Norlandic statistics", "document", "Norlandic statistics", "Norland"),
        ("US", "person", "US", None),
        ("KSVB", "other", "KSVB", None),
        ("BERG", "person", "Ada Berg", "Norland"),
        ("MORE", "person", "MORE", None),  # a surname in a headline of capitals has a vowel
    ],
)
def test_phrase(phrase, kind, name, party):
    mention = read(phrase)
    assert (mention.kind, mention.name, mention.party) == (kind, name, party)


def test_joint_speakers_keep_all_parties():
    mention = read("Norland and the dockers' union")
    assert (mention.party, mention.also_parties, mention.plural) == ("Norland", ("Dockers",), True)


def test_an_office_is_held_by_who_held_it_on_the_day():
    assert read("the Norlandic foreign minister", published="2023-06-01").person == "Carl Holm"
    assert read("the Norlandic foreign minister", published="2024-06-01").person == "Eva Lind"
    assert read("the Norlandic foreign minister").person is None  # two held it: nobody is chosen


def test_a_shared_surname_is_nobody_until_a_full_name_stands_in_the_article():
    assert read("Holm").person is None
    assert read("Holm").candidates == ("Carl Holm", "Jon Holm")
    assert read("Holm", full_names=frozenset({"Jon Holm"})).person == "Jon Holm"


def test_another_bearer_of_a_known_surname_is_not_the_known_person():
    mention = read("Sarah Berg")
    assert (mention.person, mention.party) == ("Sarah Berg", None)


def test_a_slip_in_a_full_name_is_the_person_and_the_rule_says_so():
    mention = read("Prime Minister Ada Bergh")
    assert (mention.person, mention.party) == ("Ada Bergh", None)  # four letters have too many neighbours
    mention = read("Norlandic official Karl Holm", full_names=frozenset({"Carl Holm"}))
    assert mention.person == "Karl Holm"  # another first name may be another person


def test_an_alias_with_the_article_is_that_one_alone():
    profile = parse(PROFILE_TOML.replace('"militant union"]', '"militant union", "the club"]').encode(), "p")
    context = Context(compile_names(profile, "en"), speaker_words(LEXICON), {})
    phrases = ("the club", "The club", "a club", "its club")
    assert [read_phrase(p, Span(0, len(p)), context).party for p in phrases] == ["Dockers", "Dockers", None, None]


def test_an_adjective_that_is_the_head_is_that_of_the_party_by_itself_alone():
    profile = parse(PROFILE_TOML.replace('["Norlandic"]', '["Norlandic", "government"]').encode(), "p")
    context = Context(compile_names(profile, "en"), speaker_words(LEXICON), {})
    phrases = ("the government", "the regional government", "government officials")
    assert [read_phrase(p, Span(0, len(p)), context).party for p in phrases] == ["Norland", None, "Norland"]


@pytest.mark.parametrize(
    ("phrase", "name", "party", "role", "whose", "gender"),
    [
        # whose party is to be found in what was named before
        ("its treasurer", "treasurer", None, None, "possessive", None),
        ("her spokeswoman", "spokeswoman", None, None, "possessive", "female"),
        ("one of its members", "members", None, None, "possessive", None),
        ("our members", "our members", None, None, None, None),
        ("their union", "union", "Dockers", None, None, None),
        ("a party official", "party official", None, None, "generic", None),
        ("a union official", "union official", "Dockers", None, None, None),
        ("a senator accused of lying", "senator accused of lying", None, None, None, None),
        # who speaks for a body that the words name, and for one that they do not
        ("a spokesman", "spokesman", None, None, "spokes", "male"),
        ("a company spokesman", "company spokesman", None, None, "spokes", "male"),
        ("the group's spokesman", "group's spokesman", None, None, "spokes", "male"),
        ("a spokeswoman for the group", "spokeswoman for the group", None, None, "spokes", "female"),
        ("a spokeswoman for the group MoveOn", "spokeswoman for the group MoveOn", None, None, None, "female"),
        ("a spokesman for Norland", "spokesman for Norland", "Norland", None, None, "male"),
        ("spokesman Tom Hill", "Tom Hill", None, "spokesman", "spokes", "male"),
        ("Tom Hill, a company spokesman", "Tom Hill", None, "company spokesman", "spokes", "male"),
        ("Tom Hill, its spokesman", "Tom Hill", None, "spokesman", "possessive", "male"),
        ("Tom Hill, a union spokesman", "Tom Hill", "Dockers", "union spokesman", None, "male"),
        ("Marsden Gas spokesman Jon Hill", "Jon Hill", None, "Marsden Gas spokesman", None, "male"),
        # an office with its holder behind it
        ("its leader, Ann Hill", "Ann Hill", None, "leader", "possessive", "female"),
        ("its president, Ruth Lind", "Ruth Lind", None, "president", "possessive", "female"),
        ("its prime minister, Ada Berg", "Ada Berg", "Norland", "prime minister", None, "female"),
        ("the general secretary, Jon Holm", "Jon Holm", "Dockers", "general secretary", None, "male"),
        ("the general secretary, Tom Hill", "Tom Hill", None, "general secretary", None, "male"),
        ("the Dockers' leader, Tom Hill", "Tom Hill", "Dockers", "Dockers' leader", None, "male"),
        ("the head of the office, Jon Holm", "Jon Holm", "Dockers", "head of the office", None, "male"),
        ("the prime minister of Finland", "prime minister", None, "prime minister", None, None),
        ("the prime minister of Norland", "Ada Berg", "Norland", "prime minister", None, "female"),
        ("another prime minister", "prime minister", "Norland", "prime minister", None, None),
        ("a general secretary", "general secretary", "Dockers", "general secretary", None, None),
        ("Prime Minister Berg", "Ada Berg", "Norland", "prime minister", None, "female"),
        ("Foreign Minister Holm", "Carl Holm", "Norland", "foreign minister", None, "male"),
        # titles and first names
        ("Ms Hill", "Hill", None, "Ms", None, "female"),
        ("Mr Hill", "Hill", None, "Mr", None, "male"),
        ("Ann Hill", "Ann Hill", None, None, None, "female"),
        ("Mr Berg", "Ada Berg", "Norland", "prime minister", None, "male"),
        ("A. Berg", "Ada Berg", "Norland", "prime minister", None, "female"),
        ("Ada A. Berg", "Ada Berg", "Norland", "prime minister", None, "female"),
        ("Adda Berg", "Adda Berg", None, None, None, None),
        ("M. Zaev", "M. Zaev", None, None, None, None),
        ("James A. Hill", "James A. Hill", None, None, None, "male"),
        ("Ada “Buddy” Berg", "Ada Berg", "Norland", "prime minister", None, "female"),
        ("the fisherman Tom Hill", "Tom Hill", None, "fisherman", None, "male"),
        ("Norlandic hostage Tom Hill", "Tom Hill", None, "Norlandic hostage", None, "male"),
        # the side that stands behind the name
        ("Tom Hill, speaking for the Dockers", "Tom Hill", "Dockers", None, None, "male"),
        ("Tom Hill, who heads the Dockers", "Tom Hill", "Dockers", None, None, "male"),
        ("Tom Hill, who rejected the Dockers", "Tom Hill", None, None, None, "male"),
        ("Tom Hill (Dockers)", "Tom Hill", "Dockers", None, None, "male"),
        ("Tom Hill (union)", "Tom Hill", "Dockers", None, None, "male"),
        ("Tom Hill (Dockers correspondent)", "Tom Hill", None, None, None, "male"),
        ("Tom Hill of the Dockers", "Tom Hill", "Dockers", None, None, "male"),
        ("Norland official Tom Hill of the Dockers", "Tom Hill", "Dockers", "Norland official", None, "male"),
        ("Holm, the general secretary", "Jon Holm", "Dockers", "general secretary", None, "male"),
        ("Norland's main opposition party, the Dockers", "Dockers", "Dockers", None, None, None),
        ("a group, the Trade Council", "group", "Norland", None, None, None),
        # what ends a noun and a name
        ("a study published last month", "study", None, None, None, None),
        ("a paper by the Dockers", "Dockers", "Dockers", None, None, None),
        ("a friend of Ada Berg", "friend of Ada Berg", None, None, None, None),
        ("adviser of President Berg", "adviser of President Berg", "Norland", None, None, None),
        ("Norland Corp", "Norland", "Norland", None, None, None),
        ("the Norland Times", "Norland Times", None, None, None, None),
        ("Norland Today", "Norland Today", None, None, None, None),
        ("the union's", "union", "Dockers", None, None, None),
        ("the union's leaders", "union's leaders", "Dockers", None, None, None),
        ("KSVB", "KSVB", None, None, None, None),
    ],
)
def test_role_owner_and_gender(phrase, name, party, role, whose, gender):
    mention = read(phrase)
    found = (mention.name, mention.party, mention.role, mention.whose, mention.gender)
    assert found == (name, party, role, whose, gender)


@pytest.mark.parametrize(
    ("phrase", "plural", "definite", "anonymous"),
    [
        ("Critics of Ada Berg", True, False, True),
        ("the two leaders", True, True, True),
        ("Union leaders", True, False, True),
        ("the union's leaders", True, True, True),
        ("both sides", True, False, False),
        ("us", True, True, False),
        ("she", False, True, False),
        ("a senator accused of lying", False, False, True),
        ("the government", False, True, False),
        ("the French government", False, False, False),  # France is no party here, and goes back to nobody
        ("the general secretary", False, True, False),
        ("Ada Berg and Jon Holm", True, False, False),
    ],
)
def test_number_and_article(phrase, plural, definite, anonymous):
    mention = read(phrase)
    assert (mention.plural, mention.definite, mention.anonymous) == (plural, definite, anonymous)


def test_the_span_of_a_mention_is_the_phrase_without_its_marks():
    for phrase in ("the militant union", "a union official, Tom Hill", "Ada Berg and Jon Holm", "she", "a Docker"):
        assert read(phrase).span == Span(0, len(phrase))


@pytest.mark.parametrize(
    ("phrase", "name", "party", "also", "head"),
    [
        (
            "Norland, the dockers' union and residents",
            "Norland; Dockers; residents",
            "Norland",
            ("Dockers", "Residents"),
            "norland",
        ),
        (
            "Norland, the dockers' union as well as residents",
            "Norland; Dockers; residents",
            "Norland",
            ("Dockers", "Residents"),
            "norland",
        ),
        ("Norland, along with the dockers' union", "Norland; Dockers", "Norland", ("Dockers",), "norland"),
        ("Norland along with the dockers' union", "Norland; Dockers", "Norland", ("Dockers",), "norland"),
        ("Norland, along with Ada Berg's office", "Norland; Ada Berg's office", "Norland", (), "norland"),
        ("Ada Berg, the prime minister, and Jon Holm", "Ada Berg; Jon Holm", "Norland", ("Dockers",), "berg"),
        ("Ada Berg, Jon Holm and Eva Lind", "Ada Berg; Jon Holm; Eva Lind", "Norland", ("Dockers",), "berg"),
        ("Ada Berg, Jon Holm, and Eva Lind", "Ada Berg; Jon Holm; Eva Lind", "Norland", ("Dockers",), "berg"),
        ("unions, such as the Dockers and the Front", "unions", None, (), "unions"),
        ("Jon Holm and Ada Berg, the prime minister", "Jon Holm; Ada Berg", "Dockers", ("Norland",), "holm"),
        ("officials and residents", "officials; residents", "Residents", (), "officials"),
        ("Norlandic officials and the union", "Norlandic officials; union", "Norland", ("Dockers",), "officials"),
        (
            "the Trade Council and the Norland Port Authority",
            "Trade Council; Norland Port Authority",
            "Norland",
            (),
            "council",
        ),
        ("Norland and its allies", "Norland; allies", "Norland", (), "norland"),
        ("the prime minister and the general secretary", "Ada Berg; Jon Holm", "Norland", ("Dockers",), "minister"),
        # what "and" joins inside one phrase
        ("the dockers and Norlandic officials", "dockers and Norlandic officials", "Norland", (), "officials"),
        ("Norlandic and union officials", "Norlandic and union officials", "Dockers", (), "officials"),
        ("the Commission on Public Pay and Rest", "Commission on Public Pay and Rest", None, (), "commission"),
        ("and residents", "residents", "Residents", (), "residents"),
    ],
)
def test_joint_speakers(phrase, name, party, also, head):
    mention = read(phrase)
    assert (mention.name, mention.party, mention.also_parties, mention.head) == (name, party, also, head)


@pytest.mark.parametrize(
    ("phrase", "name", "party", "head"),
    [
        # whose party the words before the noun tell, and whose they do not
        ("The Dockside Residents’ Association", "Dockside Residents’ Association", "Residents", "association"),
        ("unnamed union official", "unnamed union official", "Dockers", "official"),
        ("a Norlandic company", "Norlandic company", None, "company"),
        ("the union expert", "union expert", None, "expert"),
        ("a Norlandic Sea expert", "Norlandic Sea expert", None, "expert"),
        ("the Norlandic-backed group", "Norlandic-backed group", None, "group"),
        ("the Norlandic Observatory for Human Rights", "Norlandic Observatory for Human Rights", None, "observatory"),
        ("Berg's lawyers", "Berg's lawyers", "Norland", "lawyers"),
        ("Berg's letter", "Ada Berg", "Norland", "letter"),
        ("hostages", "hostages", None, "hostages"),
        ("One", "one", None, "one"),
        ("Many", "many", None, "many"),
        # and those behind it
        ("a union judge appointed by Norland", "union judge", "Dockers", "judge"),
        ("a man accused of links to the Dockers", "man", None, "man"),
        ("a letter to the Dockers", "letter to the Dockers", None, "letter"),
        ("an aide to the Dockers", "aide to the Dockers", "Dockers", "aide"),
        ("an official from the Norlandic port", "official from the Norlandic port", "Norland", "official"),
        ("a former official from Norland", "former official from Norland", None, "official"),
        ("a spokesman from the Dockers who left Norland", "spokesman from the Dockers", "Dockers", "spokesman"),
        ("leaders of Norland", "leaders of Norland", "Norland", "leaders"),
        ("a hostage from Norland", "hostage", None, "hostage"),
        # offices: who holds them, who held them, and those of the other side
        ("the former prime minister", "former prime minister", None, "minister"),
        ("the vice prime minister", "vice prime minister", None, "minister"),
        ("the shadow foreign minister", "shadow foreign minister", None, "minister"),
        ("the union's shadow prime minister", "union's shadow prime minister", "Dockers", "minister"),
        ("the Dockers' general secretary", "Jon Holm", "Dockers", "secretary"),
        ("Norland's general secretary", "Norland's general secretary", "Norland", "secretary"),
        # capitals of names and of sentences
        ("Leaders of Norland", "leaders of Norland", "Norland", "leaders"),
        ("State Department review", "State Department review", None, "review"),
        ("The Country Party", "Country Party", None, "party"),
        ("BERG", "Ada Berg", "Norland", "berg"),
        ("MORE", "MORE", None, "more"),
    ],
)
def test_described_speakers(phrase, name, party, head):
    mention = read(phrase)
    assert (mention.name, mention.party, mention.head) == (name, party, head)
