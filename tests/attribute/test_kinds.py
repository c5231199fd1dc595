"""Kinds of sentences in which a source was missed or another one taken, each beside its look-alike."""

import pytest

from tests.attribute.helpers import found_in, run

KINDS = [
    # names that are modals and months
    ("May told the council that the ferry was late.", "May", "that the ferry was late"),
    ("Yesterday Will said the ferry was late.", "Will", "the ferry was late"),
    # words before the speaker
    ("In remarks explaining his reasons, Ada Reyes said the ferry was late.", "Ada Reyes", "the ferry was late"),
    ("In a paper published on Wednesday Norland said the ferry was late.", "Norland", "the ferry was late"),
    # times and objects between cue and content
    ("Reyes told the Echo on Monday the ferry had left.", "Reyes", "the ferry had left"),
    ("Reyes said after the vote they had “renewed hope”.", "Reyes", "they had “renewed hope”"),
    ("Reyes told “Good Morning Cork” that the ferry was late.", "Reyes", "that the ferry was late"),
    ("Reyes has warned Cork against delay.", "Reyes", "delay"),
    ("Reyes told reporters the board “supports the plan”.", "Reyes", "the board “supports the plan”"),
    # subjects
    ("The U.K. supports the plan.", "The U.K.", "the plan"),
    ("A man who shouted at Ada Reyes said the ferry was late.", "A man who shouted at Ada Reyes", "the ferry was late"),
    ("Nobody in the port office said the ferry was late.", "Nobody in the port office", "the ferry was late"),
    ("Everyone on the board says the ferry is late.", "Everyone on the board", "the ferry is late"),
    ("Residents opposed to the dam said it leaks.", "Residents opposed to the dam", "it leaks"),
    ("A senator accused of lying by Lee said it leaks.", "A senator accused of lying by Lee", "it leaks"),
    ("A plan for the dam by Lee says it leaks.", "A plan for the dam by Lee", "it leaks"),
    ("Relief, a group representing crews, said no.", "Relief, a group representing crews", "no"),
    ("The Guild, whose heads are Lee, Hill and Ray, said no.", "The Guild, whose heads are Lee, Hill and Ray", "no"),
    ("The army sent ships to the port, Norland and Cork said.", "Norland and Cork", "The army sent ships to the port"),
    ("The army sent ships, Lee, Hill and Ray said.", "Lee, Hill and Ray", "The army sent ships"),
    ("Senators like Ann Hill of Cork said talks had failed.", "Senators like Ann Hill of Cork", "talks had failed"),
    ("The family says the plan has failed.", "The family", "the plan has failed"),
    ("The group “Save the Weir” said the plan would fail.", "The group “Save the Weir”", "the plan would fail"),
    ("The “experts” at the ministry rejected the plan.", "The “experts” at the ministry", "the plan"),
    # relative clauses with their object in front
    ("They closed the weir, a move Reyes condemned as rash.", "Reyes", "a move … as rash"),
    ("They closed the weir, a move the guild said would fail.", "the guild", "a move … would fail"),
    ("It was due to the ruling, which Reyes rejected.", "Reyes", "the ruling"),
    # according to
    ("According to Karin Lind, the weir leaks.", "Karin Lind", "the weir leaks"),
    ("The weir, according to Karin Lind, the mayor, leaks.", "Karin Lind, the mayor", "The weir … leaks"),
    # before a colon
    ("Karin Lind, the mayor of Marsden: “No.”", "Karin Lind, the mayor of Marsden", "“No.”"),
    ("Paul Berg, farmer: “We were told one thing.”", "Paul Berg, farmer", "“We were told one thing.”"),
    ("The mayor warned us when her plan was lost: “It ends here.”", "The mayor", "“It ends here.”"),
    # predicates of opinion
    ("Owners are worried that rents will fall.", "Owners", "that rents will fall"),
    ("Laura Brown of Save the Weir said the plan was bad.", "Laura Brown of Save the Weir", "the plan was bad"),
    ("“Save the Weir” said the plan was bad.", "“Save the Weir”", "the plan was bad"),
    ("Ann Lee, a spokeswoman for Cork said it was late.", "Ann Lee, a spokeswoman for Cork", "it was late"),
    ("In Cork, a spokeswoman for Hill said it was late.", "a spokeswoman for Hill", "it was late"),
    ("In a sign it was expecting losses, Hill's office said it would pay.", "Hill's office", "it would pay"),
    ("Hill, of the Dockers' Guild, said it was late.", "Hill, of the Dockers' Guild", "it was late"),
    ("Hill has said since May 7 that it was late.", "Hill", "that it was late"),
    ('It will be late," Reyes said.', "Reyes", 'It will be late,"'),
    ("The guild was not opposed to the plan.", "The guild", "the plan"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "source", "content"), KINDS, ids=[sentence[:40] for sentence, _, _ in KINDS])
def test_source_and_content(sentence, source, content):
    assert [(found[1], found[3]) for found in found_in(sentence)] == [(source, content)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Talks may resume in May.",
        "The rebels released the captives.",
        "The worried owners left.",
        "In that regard the plan was late.",
        "Published: 5 May 2024",
    ],
)
def test_nobody_speaks(sentence):
    assert found_in(sentence) == []


def test_who_is_asked_answers():
    assert [(found[1], found[3]) for found in found_in("Asked about the ferry, Ada Reyes said it was late.")] == [
        ("", "the ferry"),
        ("Ada Reyes", "it was late"),
    ]


def test_an_outlet_passes_on_what_another_says():
    _, found, _ = run('Ada Reyes, the mayor, said the result was "a disgrace," Reuters reports.')
    assert [(a.source[0].start, a.relays, a.nested_in) for a in found] == [(56, True, None), (0, False, None)]


def test_an_office_passes_on_what_its_holder_says():
    _, found, _ = run("Reyes told the crew that the ferry was late, according to the White House.")
    assert [a.relays for a in found] == [True, False]


def test_a_document_is_no_speaker_that_is_passed_on():
    _, found, _ = run("According to officials, the proposal demands that the ferry stop.")
    assert not any(a.relays for a in found)


def test_speech_in_single_marks_with_double_ones_inside():
    found = found_in("‘The minister promised “a new road”. We have none,’ she told the meeting.")
    assert found == [("direct", "she", "told", "‘The minister promised “a new road”. We have none,’")]


def test_a_paper_that_was_told_passes_on_the_words():
    _, found, _ = run("Reyes told the Echo newspaper that the ferry was late, the Echo reported.")
    assert [a.relays for a in found] == [True, False]


def test_a_quoted_name_is_a_speaker_only_before_a_clause():
    assert [(found[1], found[3]) for found in found_in("“No Way” said Ann Lee.")] == [("Ann Lee", "“No Way”")]


def test_the_pronoun_of_an_opening_phrase_says_nothing_by_itself():
    assert len(found_in("In a sign it was expecting losses, Hill's office said it would pay.")) == 1


def test_a_pronoun_inside_the_words_of_another_is_no_speaker_of_its_own():
    assert [found[1] for found in found_in("Reyes said she told the crew that the ferry was late.")] == ["Reyes"]
    assert [found[1] for found in found_in("Reyes said that Lee told the crew that it was late.")] == ["Reyes", "Lee"]


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content"),
    [
        ("Reyes has since said that the ferry was late.", "Reyes", "has since said", "that the ferry was late"),
        ("While Reyes said that it was fair, Lee laughed.", "Reyes", "said", "that it was fair"),
        ("Reyes said in May that it was fair, Lee laughed.", "Reyes", "said", "that it was fair, Lee laughed"),
        ("Reyes is thought to favour the ferry.", "", "is thought", "Reyes … to favour the ferry"),
        ("Reyes rejected that call.", "Reyes", "rejected", "that call"),
        ("Hugh Hill, 22, of Cork, who owns a boat, said no.", "Hugh Hill, 22, of Cork, who owns a boat", "said", "no"),
    ],
)
def test_where_source_cue_and_content_end(sentence, source, cue, content):
    assert [found[1:] for found in found_in(sentence)] == [(source, cue, content)]


@pytest.mark.parametrize(
    ("sentence", "negated"),
    [
        ("Reyes is confident that it will sail.", False),
        ("Reyes is not confident that it will sail.", True),
        ("Owners aren't worried that it will sail.", True),
    ],
)
def test_whether_an_opinion_is_denied(sentence, negated):
    assert [attribution.negated for attribution in run(sentence)[1]] == [negated]


def test_two_quotations_side_by_side_are_of_two_people():
    assert [(found[1], found[3]) for found in found_in("“The ferry is late.” “It is not,” Reyes said.")] == [
        ("Reyes", "“It is not,”")
    ]


@pytest.mark.parametrize("sentence", ["— The ferry is late, said Reyes.", "– The ferry is late, Reyes said."])
def test_a_dash_opens_speech(sentence):
    assert [(kind, source, content) for kind, source, _, content in found_in(sentence)] == [
        ("direct", "Reyes", "The ferry is late")
    ]
