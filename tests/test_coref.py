"""What pronouns and descriptions as sources go back to, through the steps that lead up to it."""

import pytest

from tests.factory import reading


def speakers(text):
    return [(p.speaker.name, p.speaker.party) for p in reading(text).positions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Prime Minister Ada Berg said the harbour would stay open.\n\nShe added that talks would go on.",
            [("Ada Berg", "Norland"), ("Ada Berg", "Norland")],
        ),
        (
            "A senior Norlandic official said the offer was fair.\n\nThe official added that time was short.",
            [("unnamed senior Norlandic official", "Norland"), ("unnamed senior Norlandic official", "Norland")],
        ),
        (
            "Dockers left the hall. The militant union said that pay was too low.",
            [("Dockers", "Dockers")],
        ),
        (
            "Ada Berg said talks had failed. Jon Holm said that pay was too low. He added that the strike would go on.",
            [("Ada Berg", "Norland"), ("Jon Holm", "Dockers"), ("Jon Holm", "Dockers")],
        ),
        (  # whom she interrupts is another
            "Ada Berg said talks had failed. Mr Holm, she said tartly, speaks for one firm.",
            [("Ada Berg", "Norland"), ("Ada Berg", "Norland")],
        ),
        (  # two years before the topic somebody else may have held the office
            "In 2021 the prime minister said that pay was low.",
            [("unnamed prime minister", None)],
        ),
        ("In 2022 the prime minister said that pay was low.", [("Ada Berg", "Norland")]),
        # whoever is named behind a question, with two words of a title and no more
        ("Asked about the vote, prime minister Ada Berg hesitated.", [("Ada Berg", "Norland")]),
        ("Asked about the vote, Norlandic prime minister Ada Berg hesitated.", []),
        (  # the words in the next paragraph are his to whom the question went
            "Asked about “the strike”, Jon Holm hesitated.\n\n“We will wait.”",
            [("Jon Holm", "Dockers"), ("Jon Holm", "Dockers")],
        ),
        (  # one of several, not the holder whom the profile knows
            "Another Norlandic prime minister said pay was low.",
            [("unnamed Norlandic prime minister", "Norland")],
        ),
        (  # a relative clause that is over before the source
            "Talks, which began in May, will end soon, the dockers' union's head, Bridget Tolland, said.",
            [("Bridget Tolland", "Dockers")],
        ),
        (  # "they" are the subject, not whom they dispute with; two that were named since are both meant, or neither
            "The Dockers met. They dispute Norland's claim that pay is low. “No,” it says.",
            [("Dockers", "Dockers"), ("Dockers", "Dockers")],
        ),
        (
            "The Dockers said no. At noon on Monday came a paper by the Trade Council. They say pay is low.",
            [("Dockers", "Dockers"), (None, None)],
        ),
        (  # the body whose name ends so
            "Tom Hill praised the Trade Council. Jon Holm said no. The council rejected the pay offer.",
            [("Tom Hill", None), ("Jon Holm", "Dockers"), ("Trade Council", "Norland")],
        ),
        (
            "The Trade Council met on Monday. Jon Holm said no. A council spokesman rejected the pay offer.",
            [("Jon Holm", "Dockers"), ("unnamed council spokesman", "Norland")],
        ),
        (  # none is meant that the article has not named
            "Jon Holm said no. The council rejected the pay offer.",
            [("Jon Holm", "Dockers"), ("council", None)],
        ),
        (  # the apposition tells who holds the office of "its"
            "The Dockers said no. “Pay is low,” its general secretary, Jon Holm, said.",
            [("Dockers", "Dockers"), ("Jon Holm", "Dockers")],
        ),
        ("It was Ada Berg, not Jon Holm, who rejected the pay offer.", [(None, None)]),
        (  # an office of the profile before the name is no second person
            "Norlandic leader Ada Berg nodded. She said pay was low.",
            [("Ada Berg", "Norland")],
        ),
        (  # a noun that ends like an adjective
            "The harbour will close in June, its chief executive said on Tuesday.",
            [("unnamed chief executive", None)],
        ),
        (  # "his" is the last speaker's, and "its" that of the body named last, also where the profile lacks it
            "Norland was late. Tom Hill, a consultant, said it was dear. His report says that it leaks.",
            [("Tom Hill", None), ("report", None)],
        ),
        (
            "Norland was accused by the opposition Tidewater group. Its leader, Ruth Lee, said it was late.",
            [("opposition Tidewater group", None), ("Ruth Lee", None)],
        ),
        (  # "the group" is the one that the article called a group
            "Jon Hill of the union group Dockers said it was late. A ship sank. The group said that pay was low.",
            [("Jon Hill", None), ("Dockers", "Dockers")],
        ),
        (  # who is named behind a question was asked it, and is who "he" is
            "Asked whether it was late, Ada Berg hesitated. “No,” she said.",
            [("Ada Berg", "Norland"), ("Ada Berg", "Norland")],
        ),
        (
            "Asked whether it was late, Ada Berg's lawyer left.",
            [],
        ),
        (
            "Asked whether it was late, Tom Hill, a docker, said no.",
            [("Tom Hill", None)],
        ),
        (  # an office by its place is the last speaker's, where no other office of his is known
            "June Hall said it was late. “No,” the Marsden senator said.",
            [("June Hall", None), ("June Hall", None)],
        ),
        (
            "June Hall, a docker, said it was late. “No,” the Marsden senator said.",
            [("June Hall", None), ("unnamed Marsden senator", None)],
        ),
        (
            "Tom Hill, a union official, said that pay was low.\n\n“We will strike,” Hill said.",
            [("Tom Hill", "Dockers"), ("Tom Hill", "Dockers")],
        ),
        (
            "Tom Hill (Dockers, Port North) said it was late. Hill said that pay was low.",
            [("Tom Hill", "Dockers"), ("Tom Hill", "Dockers")],
        ),
        (  # that she is a woman is told by a pronoun alone
            "Ilse Marant, a docker, said no. She said it was late. It was long past the hour, he said.",
            [("Ilse Marant", None), ("Ilse Marant", None), (None, None)],
        ),
        (
            "Tom Hill (above) said it was late.",
            [("Tom Hill", None)],
        ),
        (  # he has the word until the end of his quotation
            "Jon Holm said: “One. Two. Three. Four. Five. Six.”\n\nIt was late, he added.",
            [("Jon Holm", "Dockers")] * 7,
        ),
        (
            "Tom Hill came home. Mr. Hill had come by bus. He said it was wrong.",
            [("Tom Hill", None)],
        ),
        (
            "Mr. Hill, a docker, is one of four Dockers who stayed. Tom Hill said it was late.",
            [("Tom Hill", "Dockers")],
        ),
        (
            "Mr. Hill, a docker, is a former Dockers official. Tom Hill said it was late.",
            [("Tom Hill", None)],
        ),
        (
            "The plan was old, though Ada Berg laughed on Friday when she said it was new.",
            [("Ada Berg", "Norland")],
        ),
        (
            "The dockers' union met. Its general secretary said that pay was low.",
            [("Jon Holm", "Dockers")],
        ),
        (
            "The dockers' union met. Its prime minister, Tom Hill, said that pay was low.",
            [("Tom Hill", "Dockers")],
        ),
        (
            "The Pilots' Guild said it was late. Its prime minister, Tom Hill, said that pay was low.",
            [("Pilots' Guild", None), ("Tom Hill", None)],
        ),
        (
            "Norland denied it. A spokeswoman, Lena Vik, said there was no such plan.",
            [("Norland", "Norland"), ("Lena Vik", "Norland")],
        ),
        ("“Pay is low,” James A. Hill said.", [("James A. Hill", None)]),
        (
            "An adviser of President Berg, who asked that his name be left out, told the board that talks were near.",
            [("unnamed adviser of President Berg", "Norland")],
        ),
        (
            "Norland denied it. Tests found nothing, according to spokesperson Lena Vik.\n\n“We are late,” Vik said.",
            [("Norland", "Norland"), ("Lena Vik", "Norland"), ("Lena Vik", "Norland")],
        ),
        (
            "Norland denied it. “We will look at it,” said Tom Hill, its head of harbours.",
            [("Norland", "Norland"), ("Tom Hill", "Norland")],
        ),
        (
            "One union official said talks were near. Another said they were far.",
            [("unnamed union official", "Dockers"), ("unnamed union official", "Dockers")],
        ),
    ],
)
def test_antecedents(text, expected):
    assert speakers(text) == expected


@pytest.mark.parametrize("firm", ["Ltd", "Corp.", "Co. Ltd."])
def test_a_name_of_the_profile_with_the_legal_form_of_a_firm(firm):
    assert speakers(f"Norland Port Authority {firm} said pay was low.") == [("Norland Port Authority", "Norland")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Islanders have marched since June, when their prime minister said no.", ("unnamed prime minister", None)),
        ("Ada Berg and islanders have marched since June, when their prime minister said no.", ("Ada Berg", "Norland")),
    ],
)
def test_whose_prime_minister_it_is(text, expected):
    assert speakers(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eva Lind was praised when Ada Berg said pay was low. She said it was late.", ["Ada Berg", "Ada Berg"]),
        ("Ada Berg said pay was low. Eva Lind got up. She said it was late.", ["Ada Berg", "Eva Lind"]),
    ],
)
def test_who_has_the_word_stays_the_speaker_until_another_gets_up(text, expected):
    assert [p.speaker.name for p in reading(text).positions] == expected


def test_an_example_of_a_party_is_of_the_party():
    assert speakers("Dockers, such as Tom Hill, were late. Hill said pay was low.") == [("Tom Hill", "Dockers")]


def test_a_man_is_not_she():
    names = speakers(
        "Ada Berg said that talks had failed. Mr Jon Holm said that pay was low. She added that it would rise."
    )
    assert names[-1] != ("Jon Holm", "Dockers")


def test_a_first_name_tells_who_she_is():
    names = speakers(
        "Ada Berg said that talks had failed. Jon Holm said that pay was low. She added that it would rise."
    )
    assert names[-1] == ("Ada Berg", "Norland")


def test_somebody_named_since_the_last_speaker_makes_a_pronoun_ambiguous():
    text = (
        "Jon Holm said that pay was low.\n\nThe hall fell silent, and in the front row Carl Holm wept.\n\n"
        "It was late. “I will stay,” he said."
    )
    speaker = reading(text).positions[-1].speaker
    assert (speaker.name, speaker.candidates) == (None, ("Carl Holm", "Jon Holm"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In May 1998 the prime minister said that it was wrong.", ("unnamed prime minister", None)),
        ("In 2023 the prime minister said that it was wrong.", ("Ada Berg", "Norland")),
        ("Of 1,998 boats, the prime minister said, none was late.", ("Ada Berg", "Norland")),
    ],
)
def test_who_held_an_office_years_before_the_topic_is_not_known(text, expected):
    assert speakers(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # who is said to have said something has not got the word
            "Ada Berg said that Eva Lind claimed that talks had failed. She added that pay was low.",
            ["Ada Berg", "Ada Berg"],
        ),
        (
            "Jon Holm said that Carl Holm said that it was late.\n\n“Pay is low,” he added.",
            ["Jon Holm", "Jon Holm"],
        ),
        ("Ada Berg said she told Eva Lind that pay was low. She added that it was late.", ["Ada Berg", "Ada Berg"]),
        ("Ada Berg said that Mr Holm said he claimed it was late. She added that pay was low.", ["Ada Berg"] * 2),
    ],
)
def test_words_inside_the_words_of_another_pass_no_turn(text, expected):
    assert [p.speaker.name for p in reading(text).positions] == expected


def test_nobody_is_chosen_without_an_antecedent():
    (position,) = reading("He said that talks had failed.").positions
    assert (position.speaker.name, position.speaker.party) == (None, None)


def test_a_resolved_pronoun_shows_where_the_name_stands():
    found = reading("Prime Minister Ada Berg said the port was open.\n\nShe added that talks would go on.")
    antecedent = found.positions[1].speaker.antecedent
    assert antecedent is not None
    assert "Ada Berg" in antecedent.of(found.article.text)


@pytest.mark.parametrize(("source", "party"), [("The authority", "Norland"), ("Two authorities", None)])
def test_a_number_of_bodies_is_not_the_one_that_was_named(source, party):
    positions = reading(f"The Norland Port Authority met. {source} said that pay was low.").positions
    assert positions[-1].speaker.party == party


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“Pay is low,” said Jon Holm. “No,” he told Holm.", None),
        ("“Pay is low,” said Jon Holm. “No,” he told the woman beside Holm.", "Jon Holm"),
    ],
)
def test_nobody_speaks_to_himself(text, name):
    assert reading(text).positions[-1].speaker.name == name


def test_its_in_the_second_half_of_a_sentence_is_of_the_body_that_opens_it():
    (position,) = reading("Norland will tax ships of the Dockers, its government said.").positions
    assert position.speaker.party == "Norland"


LOW = "said pay was low."
NOBODY = (None, None)
ADA, JON, CARL = ("Ada Berg", "Norland"), ("Jon Holm", "Dockers"), ("Carl Holm", "Norland")


@pytest.mark.parametrize(
    ("text", "last"),
    [
        # descriptions: of whoever spoke or was named last under such words, and near enough
        (f"Tom Hill, a judge, said no. Ada Berg left. The judge {LOW}", ("Tom Hill", None)),
        (f"A union official said no. The official {LOW}", ("unnamed union official", "Dockers")),
        (f"Two union officials said no. The official {LOW}", ("unnamed official", None)),
        (f"The campaign group Dockers met. The group {LOW}", ("Dockers", "Dockers")),
        (f"The Norland Port Authority met. The authority {LOW}", ("Norland Port Authority", "Norland")),
        (f"Ada Berg left. The Norlandic leader {LOW}", ADA),
        ("June Lind said yes. “No,” the Marsden senator said.", ("June Lind", None)),
        ("June Lind voted yes. “No,” the Marsden senator said.", ("unnamed Marsden senator", None)),
        ("June Lind said yes. It rained. “No,” the Marsden senator said.", ("unnamed Marsden senator", None)),
        ("June Lind, a mayor, said yes. “No,” the Marsden senator said.", ("unnamed Marsden senator", None)),
        # what was issued is of the last body or named person that spoke
        (f"The Dockers said no. The statement {LOW}", ("Dockers", "Dockers")),
        (f"Officials said no. The statement {LOW}", ("statement", None)),
        # "its", "her" and a role of a body
        (f"The Dockers said no. Its treasurer {LOW}", ("unnamed treasurer", "Dockers")),
        (f"The Dockers met. Its treasurer {LOW}", ("unnamed treasurer", "Dockers")),
        (
            f"The Dockers met. It rained. It froze. It rained. It froze. Its treasurer {LOW}",
            ("unnamed treasurer", None),
        ),
        (f"Ada Berg said no. Her lawyer {LOW}", ("unnamed lawyer", "Norland")),
        # a relative behind somebody and the body he is of
        ("Ada Berg met Jon Holm of the Dockers, who is against the levy.", JON),
        ("Ada Berg met Jon Holm of the Steel Guild, who is against the levy.", JON),
        ("Ada Berg met Jon Holm and the woman who is against the levy.", (None, None)),
        # a name before "his" is a person's, whoever bears it
        (f"Ada Berg's aide said no. Teo Andrade shut his door. He {LOW}", ("Teo Andrade", None)),
        (f"Ada Berg met the Dockers. Her lawyer {LOW}", ("unnamed lawyer", "Norland")),  # no body is a she
        (f"Norland lost. Ada Berg left. Her government {LOW}", ("Norland", "Norland")),  # the party that she leads
        (f"Ada Berg left. Her government {LOW}", ("government", "Norland")),
        (f"Dockers said no. Its general secretary {LOW}", JON),
        (f"Norland said no. Its prime minister {LOW}", ADA),
        (f"Norland said no. Its general secretary {LOW}", ("unnamed general secretary", "Norland")),
        (f"The government said no. Its prime minister {LOW}", ("unnamed prime minister", None)),
        (f"Norland met. Accused by the Tidewater group, it left. Its leader {LOW}", ("unnamed leader", None)),
        (f"The Dockers met. A party official {LOW}", ("unnamed party official", "Dockers")),
        (f"A party official {LOW}", ("unnamed party official", None)),
        (f"Ada Berg left. A party official {LOW}", ("unnamed party official", None)),  # of a body, and not of a person
        (f"The Dockers met. Ada Berg left. A party official {LOW}", ("unnamed party official", "Dockers")),
        # a spokesman speaks for the last speaker, another is one like him
        (f"The Dockers said no. A spokesman {LOW}", ("unnamed spokesman", "Dockers")),
        (f"The Dockers said no. It rained. It rained. It rained. A spokesman {LOW}", ("unnamed spokesman", None)),
        (f"A docker said no. Another {LOW}", ("unnamed docker", None)),
        (f"A docker said no. It rained. It rained. It rained. Another {LOW}", ("unnamed another", None)),
        (f"Ada Berg said no. Another {LOW}", ("unnamed another", None)),
        # a shared surname
        (f"Carl Holm left. Holm {LOW}", CARL),
        (f"Carl Holm left. Jon Holm left. Holm {LOW}", NOBODY),
        (f"Holm {LOW}", NOBODY),
        # pronouns: gender, subjects, and who was named since
        (f"Ada Berg met Jon Holm. She {LOW}", ADA),
        (f"Ada Berg met Jon Holm. He {LOW}", JON),
        (f"Jon Holm met Carl Holm. He {LOW}", JON),
        (f"Jon Holm said no. Carl Holm left. He {LOW}", CARL),
        (f"Ada Berg nodded. The 43-year-old {LOW}", ADA),
        (f"Asked about it on Monday by the crews of a ship, Ada Berg nodded. She {LOW}", ADA),
        (f"After a long and very bad day at the port Ada Berg nodded. She {LOW}", NOBODY),
        (f"They left. Ada Berg nodded. They {LOW}", NOBODY),
        # whom the verb governs is another
        ("Jon Holm said no. He told Carl Holm that pay was low.", JON),
        ("Ada Berg said no. He told Jon Holm that pay was low.", NOBODY),
        ("Jon Holm left. He told Mr Holm that pay was low.", NOBODY),
        # inside one sentence
        ("Norland has shut the port, it said.", ("Norland", "Norland")),
        ("Norland has shut the port, though it says pay is low.", ("Norland", "Norland")),
        ("Norland met the Dockers, though it says pay is low.", NOBODY),
        ("Mr Holm, he said, speaks for one firm.", NOBODY),
        # relatives
        ("Jon Holm, who said pay was low, left.", JON),
        ("An adviser of Ada Berg, who said pay was low, left.", NOBODY),
        ("Ada Berg and the woman who said pay was low left.", NOBODY),
    ],
)
def test_the_last_speaker(text, last):
    assert speakers(text)[-1] == last
