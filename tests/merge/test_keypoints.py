"""The statements that a hurried reader should not miss."""

from briefing.merge import merge
from tests.factory import PROFILE, reading


def picked(*texts):
    readings = [reading(text, source=f"{n}.txt", profile=PROFILE) for n, text in enumerate(texts)]
    found = merge(readings, profile=PROFILE)
    words = {s.id: s.lead.text for s in found.statements}
    return [(point.party, words[point.statement]) for point in found.key_points]


def test_residents_are_no_side():
    assert picked("Norland rejects the pay offer. Residents oppose the strike.") == [
        ("Norland", "Norland rejects the pay offer.")
    ]


def test_a_sentence_goes_before_a_longer_one_with_the_same_weight():
    long = "Ada Berg rejects the pay offer" + " of the council on the northern side of the old harbour" * 5 + "."
    assert picked(long + " Ada Berg opposes the pay offer.") == [("Norland", "Ada Berg opposes the pay offer.")]


def test_an_aim_goes_before_a_charge_that_is_on_no_issue_either():
    assert picked("Ada Berg urged the council to go further. Ada Berg accused Jon Holm of caving.") == [
        ("Norland", "Ada Berg urged the council to go further.")
    ]


def test_silence_goes_behind_every_statement():
    assert picked("Ada Berg declined to comment on the pay offer. Ada Berg said the harbour was old.") == [
        ("Norland", "Ada Berg said the harbour was old.")
    ]


def test_a_mere_deed_and_a_part_of_a_sentence_are_no_position():
    assert picked("Norland introduced a timetable. Ada Berg said the harbour was old.") == [
        ("Norland", "Ada Berg said the harbour was old.")
    ]
    assert picked("Norland introduced a timetable.") == []
    assert picked("While Ada Berg was able to say the harbour was old, Jon Holm said pay was low.") == [
        ("Dockers", "Jon Holm said pay was low.")
    ]
