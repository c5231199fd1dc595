"""On whose side a speaker phrase puts its speaker, and on whose it does not."""

import pytest

from briefing.profile import parse
from tests.factory import PROFILE_TOML, reading

TOML = """
[topic]
id = "senate"
title = "The senate"

[[party]]
id = "reds"
name = "Red League"
aliases = ["Republicans", "Red League"]
adjectives = ["Republican", "Lind's"]
roles = ["Republican senator", "senator", "prime minister"]

[[party.member]]
name = "Karin Lind"
aliases = ["Lind"]

[[party.member]]
name = "Wesley Clark Jr."

[[party.member]]
name = "Yvo de Boer"

[[party.member]]
name = "Moon Jae-in"

[[party]]
id = "blues"
name = "Democrats in the Senate"
aliases = ["Democrats", "environmentalists", "the Front"]
adjectives = ["Democratic"]

[[party]]
id = "palace"
name = "White House"
aliases = ["White House"]

[[party]]
id = "norway"
name = "Norway"

[[party]]
id = "savers"
name = "Save the Weir"

[[issue]]
id = "talks"
title = "Talks"
terms = ["talks"]
"""
PROFILE = parse(TOML.encode(), "senate.toml")


def speakers(text):
    return [(p.speaker.name, p.speaker.party) for p in reading(text, profile=PROFILE).positions]


@pytest.mark.parametrize(
    ("sentence", "name", "party"),
    [
        ("Sen. Ann Hill, D-N.Y., said talks had failed.", "Ann Hill", "blues"),
        ("Rep. Ann Hill (R-Ky.) said talks had failed.", "Ann Hill", "reds"),
        ("Sen. Ann Hill said talks had failed.", "Ann Hill", "reds"),
        ("Other senators said talks had failed.", "unnamed senators", "reds"),
        ("Democrat Ann Hill said talks had failed.", "Ann Hill", "blues"),
        ("Democrats like Rep. Ann Hill of Cork are here. Hill said talks had failed.", "Ann Hill", "blues"),
        ("Lind said talks had failed.", "Karin Lind", "reds"),  # also where an adjective is spelt so
        ("Mr. Hill said talks had failed.", "Mr. Hill", None),  # "Jr." is no surname
        ("De Boer said talks had failed.", "Yvo de Boer", "reds"),
        ("Moon Jae-In came late. Mr. Moon knew it. “No,” he said.", "Moon Jae-in", "reds"),
        ("Moon Jae-in came late. Mr. Moon said talks had failed.", "Moon Jae-in", "reds"),
        ("The prime minister of Finland, Alex Stubb, said talks had failed.", "Alex Stubb", None),
        ("The prime minister of the conference said talks had failed.", "unnamed prime minister", None),
        ("Norwegian analysts said talks had failed.", "unnamed Norwegian analysts", None),
        ("Ann Hill of the Center for a New Norwegian Law said talks had failed.", "Ann Hill", None),
        ("Guy Hill, director of Priorities USA, said talks had failed.", "Guy Hill", None),  # a palace is no country
        ("Critics of Karin Lind said talks had failed.", "unnamed critics of Karin Lind", None),
        ("Critics of Senator Lind said talks had failed.", "unnamed critics of Senator Lind", None),
        ("Secretary of State Karin Lind said talks had failed.", "Karin Lind", "reds"),
        (
            "A man accused of lying by Democrats said talks had failed.",
            "unnamed man",
            None,
        ),
        ("A judge appointed by Karin Lind said talks had failed.", "unnamed judge appointed by Karin Lind", None),
        ("A group backed by Democrats said talks had failed.", "group backed by Democrats", "blues"),
        ("A letter to Democrats said talks had failed.", "letter to Democrats", None),
        ("An aide to Karin Lind said talks had failed.", "unnamed aide to Karin Lind", "reds"),
        ("The protesters outside the White House said talks had failed.", "unnamed protesters", None),
        ("On behalf of the Democrats, Ann Hill said talks had failed.", "Ann Hill", "blues"),
        ("Ann Hill, speaking for the Democrats, said talks had failed.", "Ann Hill", "blues"),
        ("Ann Hill, who heads the Democrats, said talks had failed.", "Ann Hill", "blues"),
        ("Ann Hill, who left the Democrats, said talks had failed.", "Ann Hill", None),
        ("The Echo quoted Karin Lind as saying that talks had failed.", "Karin Lind", "reds"),
        ("Karin Lind was quoted by the Echo as saying that talks had failed.", "Karin Lind", "reds"),
        ("Karin Lind quoted a Democratic envoy as saying that talks had failed.", "unnamed Democratic envoy", "blues"),
        ("Ann Hill, a Democratic, said talks had failed.", "Ann Hill", "blues"),
        ("Ann Hill, a Norwegian, said talks had failed.", "Ann Hill", None),
        # they speak for themselves, wherever they come from
        ("A Norwegian company said talks had failed.", "Norwegian company", None),
        ("Norway's biggest union said talks had failed.", "Norway's biggest union", None),
        ("A friend of Karin Lind said talks had failed.", "unnamed friend of Karin Lind", None),
        ("The council met. The Norway Times said talks had failed.", "Norway Times", None),
        ("Norway's navy said talks had failed.", "Norway's navy", "norway"),
        # the whole name, not the words behind its verb
        ("Activists from Save the Weir said talks had failed.", "Save the Weir", "savers"),
        ("The council met. Save the Weir said talks had failed.", "Save the Weir", "savers"),
        ("The council met. Engineers at the weir said talks had failed.", "Engineers", None),
        ("Democrats said talks had failed.", "Democrats", "blues"),
        # for people of a party nobody speaks as the party
        (
            "An official from Norwegian families said talks had failed.",
            "unnamed official from Norwegian families",
            None,
        ),
        ("A lawyer for Norwegian victims said talks had failed.", "unnamed lawyer for Norwegian victims", None),
        # the party's own adjective opens the name of the office
        (
            "An official from Republican Customs said talks had failed.",
            "unnamed official from Republican Customs",
            "reds",
        ),
        ("Environmentalists said talks had failed.", "Environmentalists", "blues"),
        ("Oslo said talks had failed.", "Norway", "norway"),
    ],
)
def test_party_and_name(sentence, name, party):
    assert speakers(sentence)[-1] == (name, party)


def test_a_month_is_nobody():
    profile = parse(TOML.replace("Karin Lind", "Theresa May").replace('"Lind"', '"May"').encode(), "senate.toml")
    found = [
        (p.speaker.name, p.speaker.party)
        for p in reading("In May she said no. May said yes.", profile=profile).positions
    ]
    assert found == [(None, None), ("Theresa May", "reds")]


@pytest.mark.parametrize(
    ("spokesman", "party"),
    [
        ("A spokesman", "reds"),  # for whoever spoke right before
        ("Spokesman Dan Marks", "reds"),
        ("Marsden Gas spokesman Dan Marks", None),
        ("A Marsden Gas spokesman", None),
        ("White House spokesman Dan Marks", "palace"),
    ],
)
def test_whom_a_spokesman_speaks_for(spokesman, party):
    assert speakers(f"Karin Lind said talks had failed. {spokesman} said that talks would go on.")[-1][1] == party


JONAS = (
    PROFILE_TOML
    + """
[[party]]
id = "Blue"
name = "Blue"

[[party.member]]
name = "Ewen Berg"
"""
)


@pytest.mark.parametrize(
    ("text", "name", "party", "candidates"),
    [
        ("Ewen Berg spoke first. Berg said no.", "Ewen Berg", "Blue", ()),
        ("Ada Berg spoke first. Berg said no.", "Ada Berg", "Norland", ()),
        ("Ada Berg met Ewen Berg. Berg said no.", None, None, ("Ada Berg", "Ewen Berg")),
        ("Ada Berg met Ewen Berg. Mr Berg said no.", "Ewen Berg", "Blue", ()),
        ("Ada Berg spoke first. Mr Berg said no.", "Ewen Berg", "Blue", ()),
        ("Julian Berg, a docker, spoke first. Berg said no.", "Julian Berg", None, ()),
    ],
)
def test_a_surname_that_several_share(text, name, party, candidates):
    profile = parse(JONAS.encode(), "dispute.toml")
    speaker = reading(text, profile=profile).positions[-1].speaker
    assert (speaker.name, speaker.party, speaker.candidates) == (name, party, candidates)


def test_joint_parties_have_the_statement_each():
    position = reading("Norland and the dockers' union rejected the pay offer.").positions[0]
    assert (position.speaker.party, position.speaker.also_parties) == ("Norland", ("Dockers",))


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Norland, along with the dockers' union, rejected the pay offer.", ("Norland", "Dockers")),
        ("Norland along with the dockers' union rejected the pay offer.", ("Norland", "Dockers")),
        ("Norland as well as the dockers' union rejected the pay offer.", ("Norland", "Dockers")),
        ("Norland, together with the dockers' union, rejected the pay offer.", ("Norland", "Dockers")),
        (
            "Norland, the dockers' union as well as residents rejected the pay offer.",
            ("Norland", "Dockers", "Residents"),
        ),
        ("Ada Berg, along with her husband, rejected the pay offer.", ("Norland",)),
        ("Norland, along with crews of the port, rejected the pay offer.", ("Norland",)),
    ],
)
def test_several_words_join_speakers(text, parties):
    (position,) = reading(text).positions
    assert position.speaker.parties == parties
    assert [stand.object.of(text) for stand in position.stands] == ["the pay offer"]


def test_what_is_joined_to_an_object_does_not_speak_with_the_subject():
    text = "Jon Holm criticised Ada Berg as well as the residents."
    assert {position.speaker.parties for position in reading(text).positions} <= {("Dockers",)}


def test_a_new_subject_takes_the_pronoun():
    text = "Ada Berg rejected the plan. Dan Marks, a shopkeeper, disagreed. He accepts the closure."
    speaker = reading(text).positions[-1].speaker
    assert (speaker.name, speaker.party) == ("Dan Marks", None)


def test_a_relative_goes_back_to_the_noun_right_before():
    text = "Jon Holm and the woman who accused him of theft left."
    assert all(position.speaker.name != "Jon Holm" for position in reading(text).positions)


@pytest.mark.parametrize(
    "text", ["If Norland accepts the pay offer, ships sail.", "Unless Norland wants a strike, ships sail."]
)
def test_what_is_supposed_is_no_statement(text):
    assert reading(text).positions == ()


@pytest.mark.parametrize("cue", ["denied saying", "stopped short of saying"])
def test_nobody_stands_for_what_nobody_said(cue):
    stands = [stand for p in reading(f"Ada Berg {cue} that the strike must go on.").positions for stand in p.stands]
    assert all(stand.stance == "deny" for stand in stands)


def test_a_spokeswoman_with_an_employer_speaks_for_it():
    text = "Democrats said no. “Yes,” Ruth Lee, an adviser and spokeswoman for the group MoveOn, said."
    assert speakers(text)[-1][1] is None


def test_whose_leaders_goes_back_to_the_body_before():
    assert speakers("She met the Red League, whose leaders have said that talks had failed.")[-1][1] == "reds"


@pytest.mark.parametrize(
    ("text", "name", "party"),
    [
        ("Democratic shadow pensions secretary Rosa Diaz said no.", "Rosa Diaz", "blues"),
        ("Norwegian shadow pensions secretary Rosa Diaz said no.", "Rosa Diaz", None),  # not of Norway's government
        ("Rosa Diaz (Democratic-Ohio) said no.", "Rosa Diaz", "blues"),
        ("Rosa Diaz (Democratic, Harrow) said no.", "Rosa Diaz", "blues"),
        ("Rosa Diaz (Front street) said no.", "Rosa Diaz", None),
        ("For the Red League, Rosa Diaz said no.", "Rosa Diaz", "reds"),
        ("For the winter, Rosa Diaz said no.", "Rosa Diaz", None),
        ("Rosa Diaz of the Red League said no.", "Rosa Diaz", "reds"),
        ("Rosa Diaz of Norway said no.", "Rosa Diaz", None),  # a country's people are not its government
        ("Karin “Bell” Lind said no.", "Karin Lind", "reds"),
        ("The Norwegian Observatory for Peace said no.", "Norwegian Observatory for Peace", None),
        ("The Norwegian Ministry of Trade said no.", "Norwegian Ministry of Trade", "norway"),
        ("Norway's Democratic envoy said no.", "unnamed Norway's Democratic envoy", "norway"),
    ],
)
def test_what_stands_beside_a_stranger_says_whose_side_it_is(text, name, party):
    assert speakers(text) == [(name, party)]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Norway, the Red League and Democrats rejected the talks.", ("norway", "reds", "blues")),
        ("Norway, the Red League, and Democrats rejected the talks.", ("norway", "reds", "blues")),
        ("Democrats, the Front and Norway rejected the talks.", ("blues", "norway")),  # the Front is their other name
    ],
)
def test_joint_speakers_of_several_parties(text, parties):
    (position,) = reading(text, profile=PROFILE).positions
    assert (position.speaker.party, *position.speaker.also_parties) == parties


def test_a_party_behind_a_shared_surname_tells_whose_it_is():
    profile = parse(JONAS.encode(), "dispute.toml")
    speaker = reading("Berg, of Blue, said no.", profile=profile).positions[-1].speaker
    assert (speaker.name, speaker.party, speaker.candidates) == ("Ewen Berg", "Blue", ())


@pytest.mark.parametrize(
    ("text", "name", "party"),
    [
        ("Senator Berg said no.", "Ewen Berg", "Blue"),
        ("Berg, the senator, said no.", "Ewen Berg", "Blue"),
        ("Minister Berg said no.", "Ada Berg", "Norland"),
        ("Berg, the harbour master, said no.", None, None),
        ("Berg said no.", None, None),
    ],
)
def test_an_office_beside_a_shared_surname_tells_whose_it_is(text, name, party):
    given = JONAS.replace('"Ewen Berg"', '"Ewen Berg"\nrole = "senator"')
    speaker = reading(text, profile=parse(given.encode(), "dispute.toml")).positions[-1].speaker
    assert (speaker.name, speaker.party) == (name, party)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("“We wait,” said Eva Sand, who leads the Dockers.", "Dockers"),
        ("“We wait,” said Eva Sand, who leads the Dockers together with Ole Dahl.", "Dockers"),
        ("“We wait,” said Eva Sand, who leads the Dockers' choir.", None),
        ("“We wait,” said Eva Sand, who left the Dockers.", None),
    ],
)
def test_an_aside_behind_a_name_tells_whose_the_speaker_is(text, party):
    assert reading(text).positions[0].speaker.party == party


@pytest.mark.parametrize("people", ["tenant", "nurse", "sergeant", "widow", "witness"])
def test_people_without_a_name_speak(people):
    (position,) = reading(f"A {people} told the Courier the road was bad.").positions
    assert (position.speaker.anonymous, position.speaker.party) == (True, None)


@pytest.mark.parametrize("body", ["coastguard", "hospital", "jury", "borough"])
def test_bodies_without_a_name_speak(body):
    (position,) = reading(f"The {body} said the road was bad.").positions
    assert (position.speaker.name, position.speaker.anonymous) == (body, False)


def test_the_one_holder_of_an_office_that_the_profile_lists_speaks():
    profile = parse(PROFILE_TOML.replace("Norlandic leader", "prime minister").encode(), "offices.toml")
    for before, name in (("The", "Ada Berg"), ("The former", "unnamed former prime minister")):
        (position,) = reading(f"{before} prime minister said pay was low.", profile=profile).positions
        assert position.speaker.name == name


@pytest.mark.parametrize(
    ("source", "party"),
    [("Der Dockers-Sprecher", "Dockers"), ("Ein Norland-Minister", "Norland"), ("Ein Norland-freundlicher Koch", None)],
)
def test_a_german_compound_of_party_and_office_is_of_the_party(source, party):
    (position,) = reading(f"{source} sagte, die Löhne seien niedrig.", language="de").positions
    assert position.speaker.party == party


def test_an_alias_with_the_article_is_the_whole_phrase():
    profile = parse(PROFILE_TOML.replace('"resident"]', '"resident", "the lake front"]').encode(), "lake.toml")
    text = "Yesterday the lake front said pay was low."
    (position,) = reading(text, profile=profile).positions
    assert (position.speaker.party, position.speaker.surface.of(text)) == ("Residents", "the lake front")
