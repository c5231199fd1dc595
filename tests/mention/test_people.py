"""People whom the profile does not know: what the words beside their name tell, and when their surname is theirs."""

import pytest

from tests.factory import reading

LOW = "said that pay was low."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # an apposition behind the name
        (f"Dan Marks, a union official, left. Marks {LOW}", ("Dan Marks", "Dockers", "union official")),
        (f"Dan Marks, the Norlandic envoy, left. Marks {LOW}", ("Dan Marks", "Norland", "Norlandic envoy")),
        (f"Dan Marks, Norlandic envoy, left. Marks {LOW}", ("Dan Marks", "Norland", "Norlandic envoy")),
        (f"Dan Marks, a fisherman, left. Marks {LOW}", ("Dan Marks", None, "fisherman")),
        (f"Dan Marks, 43, left the hall. Marks {LOW}", ("Dan Marks", None, "43")),
        (f"Dan Marks, who was late, left. Marks {LOW}", ("Dan Marks", None, None)),
        (f"Dan Marks, in the hall for a union meeting, left. Marks {LOW}", ("Dan Marks", None, None)),
        (f"James A. Hill, a union official, left. Hill {LOW}", ("James A. Hill", "Dockers", "union official")),
        # a title before it
        (f"Norlandic official Dan Marks left. Marks {LOW}", ("Dan Marks", "Norland", "Norlandic official")),
        (f"Norlandic official Col. Dan Marks left. Marks {LOW}", ("Dan Marks", "Norland", "Norlandic official Col.")),
        (
            f"The union's chief negotiator Dan Marks left. Marks {LOW}",
            ("Dan Marks", "Dockers", "union's chief negotiator"),
        ),
        # of whom they are an example
        (f"Residents like Ann Hill left. Hill {LOW}", ("Ann Hill", "Residents", None)),
        (f"Residents, such as Ann Hill, left. Hill {LOW}", ("Ann Hill", "Residents", None)),
        # two with the surname: nobody could tell whom it means
        (f"Norlandic official Dan Marks left. Union official Ann Marks left. Marks {LOW}", ("Marks", None, None)),
        # only called by title and surname, somewhere in the article
        (f"They left. Lord Penhale rose. Penhale {LOW}", ("Lord Penhale", None, None)),
        (f"They met Mr. Minter. Minter {LOW}", ("Mr. Minter", None, None)),
        (f"They met Dan Minter. Mr. Minter {LOW}", ("Dan Minter", None, None)),
        # a first name makes it a person
        (f"Dan Minter disagreed. He {LOW}", ("Dan Minter", None, None)),
        (f"Foo Minter disagreed. He {LOW}", (None, None, None)),
        # another bearer of a surname of the profile, and names too long to be one
        (f"Julian Berg disagreed. Berg {LOW}", ("Julian Berg", None, None)),
        (
            f"Dan Mark Oliver Hill, a union official, left. Hill {LOW}",
            (
                "Dan Mark Oliver Hill",
                "Dockers",
                "union official",
            ),
        ),
        (f"Dan Mark Oliver Peter Paul Hill, a union official, left. Hill {LOW}", ("Hill", None, None)),
        # what a sentence tells of them
        (f"Dan Marks is a Norlandic official. Marks {LOW}", ("Dan Marks", "Norland", None)),
        (f"Dan Marks is one of the Dockers. Marks {LOW}", ("Dan Marks", "Dockers", None)),
        (f"Dan Marks, of Port City, is a union official. Marks {LOW}", ("Dan Marks", "Dockers", None)),
        (f"Dan Marks is not a union official. Marks {LOW}", ("Dan Marks", None, None)),
        (f"Dan Marks was a judge. Marks {LOW}", ("Dan Marks", None, None)),
        # who answers in an interview: the one person named before, or who spoke last
        ("Ada Berg met the paper.\n\nQ: Why?\n\nA: Pay is low.", ("Ada Berg", "Norland", "prime minister")),
        ("Ada Berg and Jon Holm met.\n\nQ: Why?\n\nA: Pay is low.", (None, None, None)),
        ("Q: Why?\n\nA: Pay is low.\n\nAda Berg left.", (None, None, None)),
    ],
)
def test_introduced(text, expected):
    (position,) = reading(text).positions
    assert (position.speaker.name, position.speaker.party, position.speaker.role) == expected
