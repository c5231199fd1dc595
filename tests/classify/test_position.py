"""Stance, issues, date and clauses of a statement."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.records import Metadata
from tests.factory import reading


def first(text):
    return reading(text).positions[0]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The dockers' union rejected the pay offer.", "reject"),
        ("The dockers' union said that it would not accept the pay offer.", "reject"),
        ("The dockers' union demanded higher pay.", "demand"),
        ("Ada Berg said the union must call off the strike.", "demand"),
        ("Norland offered higher pay.", "offer"),
        ("Ada Berg said talks would start only if the strike ended.", "condition"),
        ("Jon Holm accused Norland of lying about pay.", "accuse"),
        ("Jon Holm threatened to close the harbour.", "threaten"),
        ("Ada Berg denied that pay had been cut.", "deny"),
        ("Ada Berg expressed concern about the closure.", "express_concern"),
        ("Norland declined to comment on the closure.", "decline_comment"),
        ("Ada Berg said that the ships had left on time.", "state"),
        ("Ada Berg said that the plan was a wish rather than a condition.", "state"),
        ("Ada Berg would not rule out a strike.", "state"),
        ("Ada Berg would not say whether pay would rise.", "decline_comment"),
        ("Ada Berg will not, however, say whether pay would rise.", "decline_comment"),
        ("Ada Berg did not know whether pay would rise.", "state"),
        ("Ada Berg said that the ships will sail.", "state"),
        ("Ada Berg said that the answer lies in the budget.", "state"),
        ("Ada Berg said that the dockers' union “cannot accept facts”.", "accuse"),
        ("Ada Berg did not return the paper's request for comment.", "decline_comment"),
        ("Ada Berg said nobody in the government opposed higher pay.", "state"),
        ("Ada Berg said that nobody listened until there were cameras.", "state"),
        ("Ada Berg said the ships would not sail until pay rose.", "condition"),
        ("Ada Berg said Norland was ready to raise pay.", "offer"),
        ("Ada Berg said that she would not be selling the port.", "reject"),
        ("“Absolutely not,” Ada Berg said.", "state"),
        ("Ada Berg vowed never to sign the closure.", "reject"),
        ("Ada Berg's office called the report “a fabrication”.", "deny"),
        ("“I can't confirm that,” Ada Berg said.", "decline_comment"),
        ("Ada Berg neither confirmed nor denied the report.", "decline_comment"),
        ("Ada Berg said the dockers' union could not accept the facts.", "accuse"),
        ("“There is no such paper,” Ada Berg said.", "deny"),
        ("“I put the flag back up,” Ada Berg said.", "state"),
        ("“It is wrong,” said Ada Berg, whose party has promised to back higher pay.", "reject"),
    ],
)
def test_stance(text, stance):
    assert first(text).stance == stance


def test_what_the_other_side_refuses_is_an_accusation():
    assert first("Jon Holm said the dispute goes on because of Norland's refusal to raise pay.").stance == "accuse"


def test_issues_by_stem_and_several_words():
    position = first("Jon Holm said the shut-down would end once wages rose.")
    assert {s.issue for s in position.stances} == {"pay", "closure"}
    assert {s.issue: s.issue_words for s in position.stances}["pay"] == ("wages",)


def test_a_statement_without_an_issue_says_so():
    assert [s.issue for s in first("Jon Holm said the sun was shining.").stances] == [None]


def test_a_statement_goes_on_about_the_issue_of_its_paragraph():
    found = reading(
        "The wage claim is old. The hall was full. Jon Holm said it was fair.\n\nAda Berg said she was tired."
    )
    assert [p.mentions for p in found.positions] == [("pay",), ("pay",)]
    assert not any(stand.issues for p in found.positions for stand in p.stands)


@pytest.mark.parametrize(
    ("last", "mentions"),
    [
        ("A ship sank.\n\nJon Holm said he was tired.", ("pay",)),
        ("A ship sank. It rained. It snowed. It froze.\n\nJon Holm said he was tired.", ()),
        ("A ship sank.\n\nAda Berg said she was tired.", ()),
    ],
)
def test_the_same_speaker_goes_on_a_little_while(last, mentions):
    assert reading(f"Jon Holm said the wage claim was fair.\n\n{last}").positions[-1].mentions == mentions


@pytest.mark.parametrize(
    "text", ["Ada Berg did not say that pay was low.", "Ada Berg has not announced that pay will rise."]
)
def test_what_was_not_said_is_no_statement(text):
    assert reading(text).positions == ()


def test_the_object_of_what_we_want():
    text = "“What we want is higher pay,” Jon Holm said."
    assert [(stand.stance, stand.object.of(text)) for stand in first(text).stands] == [("demand", "higher pay")]


def test_two_parties_in_one_sentence_give_two_clauses():
    text = "Norland rejected the wage claim, but the dockers' union threatened to close the harbour."
    found = [(p.span.of(text), p.speaker.party, p.stance) for p in reading(text).positions]
    assert [(party, stance) for _, party, stance in found] == [("Norland", "reject"), ("Dockers", "threaten")]
    assert found[0][0].startswith("Norland rejected")
    assert found[1][0].endswith("close the harbour.")


def test_a_question_put_to_the_speaker_is_part_of_the_answer():
    text = "Asked whether pay would rise, Jon Holm said the offer was too low."
    (position,) = reading(text).positions
    assert (position.span.of(text), position.speaker.name) == (text, "Jon Holm")


def test_a_quotation_of_several_sentences_gives_one_statement_each_linked_by_group():
    found = reading("“We want higher pay. We will not give in,” Jon Holm said.").positions
    assert [p.group for p in found] == [0, 0]
    assert {p.speaker.name for p in found} == {"Jon Holm"}


def test_relayed_words_name_the_outlet_and_not_a_speaker():
    position = first("Jon Holm told Reuters that pay was too low.")
    assert (position.speaker.name, position.relayed_via) == ("Jon Holm", "Reuters")


@pytest.mark.parametrize(
    ("text", "addressee", "outlet"),
    [
        ("Jon Holm told Norland that pay was too low.", "Norland", None),
        ("Jon Holm told Reuters in Port City that pay was too low.", None, "Reuters"),
        ("Jon Holm told the union that pay was too low.", None, None),  # his own
    ],
)
def test_who_is_told(text, addressee, outlet):
    position = first(text)
    assert (position.addressee, position.relayed_via) == (addressee, outlet)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Jon Holm accused Norland of lying about pay.", "Norland"),
        ("Jon Holm accused the dockers' union of lying about pay.", None),  # nobody is his own target
        ("Ada Berg accused the Port City and the dockers' union of lying about pay.", "Dockers"),
        ("Jon Holm said that Norland was late.", None),
    ],
)
def test_against_whom(text, target):
    assert first(text).target == target


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("Ada Berg said the union, “pay” \n\n. 'He’s\"—()[]"), max_size=400))
def test_arbitrary_text_never_raises_and_spans_lie_inside(text):
    found = reading(text)
    length = len(found.article.text)
    for position in found.positions:
        assert 0 <= position.span.start < position.span.end <= length
        for span in (*position.attribution.source, *position.attribution.cue, *position.attribution.content):
            assert 0 <= span.start < span.end <= length


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_unicode_never_raises(text):
    reading(text)


MONDAY = "2024-04-08"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        # "she" and a quotation by name are the same occasion
        ("On Monday Ada Berg said pay was low. She said the union was late.", [MONDAY, MONDAY]),
        ("On Monday Ada Berg said pay was low. “The union is late,” Ada Berg said.", [MONDAY, MONDAY]),
        ("“Pay is low,” Ada Berg said on Monday. “The union is late.”", [MONDAY, MONDAY]),
        ("“Pay is low,” Ada Berg said on Monday.\n\n“The union is late.”", [MONDAY, MONDAY]),
        # another sentence with the name, a deed, another speaker, a sentence between, a month: they may be others
        ("On Monday Ada Berg said pay was low. Ada Berg said the union was late.", [MONDAY, None]),
        ("On Monday Ada Berg rejected the pay offer. She said the union was late.", [MONDAY, None]),
        ("On Monday Ada Berg said pay was low. Jon Holm said the union was late.", [MONDAY, None]),
        ("On Monday Ada Berg said pay was low. It rained. She said the union was late.", [MONDAY, None]),
        ("In March Ada Berg said pay was low. She said the union was late.", ["2024-03", None]),
        ("On Monday Ada Berg said pay was low. She did not say whether the union was late.", [MONDAY, None]),
    ],
)
def test_the_day_of_one_statement_is_that_of_the_next_on_the_same_occasion(text, days):
    found = reading(text, metadata=Metadata(published="2024-04-09")).positions
    assert [position.date_said.iso for position in found] == days
    assert [position.date_said.own for position in found] == [True, False]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Sources said that Norland would raise pay.", "Norland"),
        ("Sources said Norland would raise pay.", "Norland"),
        ("Officials said that the dockers' union would strike.", "Dockers"),
        ("Sources said that in the end Norland would raise pay.", None),
        ("Sources said that Norlandic ships would sail.", None),
        ("A union official said that Norland would raise pay.", None),  # who speaks for a party describes no other
        ("Ada Berg said that the dockers' union would strike.", None),
    ],
)
def test_whose_position_unnamed_sources_describe(text, party):
    assert first(text).on_behalf_of == party


@pytest.mark.parametrize(
    ("text", "stance", "addressee", "target"),
    [
        ("Ada Berg criticised the dockers' union over pay.", "accuse", None, "Dockers"),
        ("Ada Berg called on the dockers' union to end the strike.", "demand", None, "Dockers"),
        ("Ada Berg urged Norland to raise pay.", "demand", None, None),
        ("Ada Berg warned the dockers' union against a strike.", "reject", "Dockers", None),
        ("Norland's plan was rejected by the dockers' union.", "reject", None, "Norland"),
        ("Ada Berg said the union had rejected the pay offer.", "accuse", None, "Dockers"),
        ("Jon Holm told the crews of the ships in Norland that pay was low.", "state", None, None),
        ("Ada Berg refused to say why pay was low.", "decline_comment", None, None),
    ],
)
def test_to_whom_and_against_whom(text, stance, addressee, target):
    position = first(text)
    assert (position.stance, position.addressee, position.target) == (stance, addressee, target)


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("“Pay is low,” Ada Berg said.", [None]),
        ("“Pay is low,” Ada Berg said. “The union is late.”", [0, 0]),
        ("“Pay is low,” Ada Berg said.\n\n“The union is late.”", [0, 0]),
        ("“Pay is low,” Ada Berg said. “The union is late,” Jon Holm said.", [None, None]),
    ],
)
def test_statements_of_one_quotation(text, groups):
    assert [position.group for position in reading(text).positions] == groups
