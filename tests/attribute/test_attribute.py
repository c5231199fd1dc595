"""Who said what, on sentences written for these tests."""

import pytest

from tests.attribute.helpers import found_in, run

ORDERS = [
    pytest.param(
        "The harbour master said that the ferry was late.",
        ("indirect", "The harbour master", "said", "that the ferry was late"),
        id="source, cue, content",
    ),
    pytest.param(
        "The ferry was late, the harbour master said.",
        ("indirect", "the harbour master", "said", "The ferry was late"),
        id="content, source, cue",
    ),
    pytest.param(
        "“The ferry is late,” said Ada Reyes, the harbour master.",
        ("direct", "Ada Reyes, the harbour master", "said", "“The ferry is late,”"),
        id="content, cue, source",
    ),
    pytest.param(
        "“The ferry,” Reyes said on Friday, “is late.”",
        ("direct", "Reyes", "said", "“The ferry,” … “is late.”"),
        id="content on both sides",
    ),
    pytest.param(
        "The ferry, she said, will not sail today.",
        ("indirect", "she", "said", "The ferry … will not sail today"),
        id="unquoted content on both sides",
    ),
    pytest.param(
        "“The ferry is late,” one of them said.",
        ("direct", "one of them", "said", "“The ferry is late,”"),
        id="one of them",
    ),
    pytest.param("Reyes denies having taken it.", ("indirect", "Reyes", "denies", "having taken it"), id="having"),
    pytest.param(
        "According to the port authority, the ferry was late.",
        ("indirect", "the port authority", "According to", "the ferry was late"),
        id="according to",
    ),
    pytest.param(
        "Reyes told the board: “We are late.”",
        ("direct", "Reyes", "told", "“We are late.”"),
        id="addressee and colon",
    ),
    pytest.param(
        "“We are late.” – Ada Reyes",
        ("direct", "Ada Reyes", "–", "“We are late.”"),
        id="signed",
    ),
    pytest.param(
        "Her answer to Reyes was short: “We are late.”",
        ("direct", "Her", ":", "“We are late.”"),
        id="announced by a colon",
    ),
    pytest.param(
        "Reyes's message to voters was simple: “We are late.”",
        ("direct", "Reyes's", ":", "“We are late.”"),
        id="whose message announces",
    ),
    pytest.param(
        "Her lawyer was blunt: “We are late.”",
        ("direct", "Her lawyer", ":", "“We are late.”"),
        id="whose lawyer announces",
    ),
    pytest.param(
        "The captain's answer was that the ferry was late.",
        ("indirect", "The captain's", "answer", "that the ferry was late"),
        id="noun and copula",
    ),
    pytest.param(
        "That, said Reyes, was the ferry.",
        ("indirect", "Reyes", "said", "That … was the ferry"),
        id="inverted inside a clause",
    ),
    pytest.param(
        "Reyes claimed, without a shred of evidence, that the ferry was late.",
        ("indirect", "Reyes", "claimed", "that the ferry was late"),
        id="aside with a noun in -ed",
    ),
    pytest.param(
        "Reyes blamed “a cartel of owners” for the delay.",
        ("mixed", "Reyes", "blamed", "“a cartel of owners” for the delay"),
        id="quoted object",
    ),
    pytest.param(
        "The offer was dismissed as “the usual music” by the pilots.",
        ("mixed", "the pilots", "was dismissed", "The offer … as “the usual music”"),
        id="passive with a complement",
    ),
    pytest.param(
        "Reyes threatened on Monday to close the port.",
        ("indirect", "Reyes", "threatened", "to close the port"),
        id="day before an infinitive",
    ),
    pytest.param(
        "The ferry was late, Reyes said last night.",
        ("indirect", "Reyes", "said", "The ferry was late"),
        id="day after the cue",
    ),
    pytest.param(
        "Reyes warned — again — that the ferry was late.",
        ("indirect", "Reyes", "warned", "that the ferry was late"),
        id="aside in dashes",
    ),
    pytest.param(
        "Reyes told reporters her crew would be late.",
        ("indirect", "Reyes", "told", "her crew would be late"),
        id="addressee before a clause",
    ),
    pytest.param(
        "Reyes said hard-pressed crews “have waited enough” this year.",
        ("mixed", "Reyes", "said", "hard-pressed crews “have waited enough” this year"),
        id="verb in quotation marks",
    ),
    pytest.param(
        "Officers involved in the search said the ferry was late.",
        ("indirect", "Officers involved in the search", "said", "the ferry was late"),
        id="described by a participle",
    ),
    pytest.param(
        "A report released last week found that the ferry was late.",
        ("indirect", "A report released last week", "found", "that the ferry was late"),
        id="described by a dated participle",
    ),
    pytest.param(
        "Sources in the port say the ferry was late.",
        ("indirect", "Sources in the port", "say", "the ferry was late"),
        id="plural before a preposition",
    ),
    pytest.param(
        "On Monday, two guards and a pilot said the ferry was late.",
        ("indirect", "two guards and a pilot", "said", "the ferry was late"),
        id="joint speakers behind a day",
    ),
    pytest.param(
        "“We are late,” Reyes was quoted as saying.",
        ("direct", "Reyes", "was quoted as saying", "“We are late,”"),
        id="quoted as saying",
    ),
    pytest.param(
        "“Ask the captain,” Reyes boomed at the crowd.",
        ("direct", "Reyes", "boomed", "“Ask the captain,”"),
        id="a verb that no list has",
    ),
    pytest.param(
        "Reyes will not, however, say whether the ferry was late.",
        ("indirect", "Reyes", "will not, however, say", "whether the ferry was late"),
        id="adverb in commas",
    ),
    pytest.param(
        "Reyes was told by officers that the ferry was late.",
        ("indirect", "officers", "was told", "that the ferry was late"),
        id="told by somebody",
    ),
    pytest.param(
        "Ada Reyes, of the Pilots' Guild, which runs the port, said the ferry was late.",
        ("indirect", "Ada Reyes, of the Pilots' Guild, which runs the port", "said", "the ferry was late"),
        id="name with of and which",
    ),
    pytest.param(
        "The ferry was late, a guard close to him said.",
        ("indirect", "a guard close to him", "said", "The ferry was late"),
        id="close to a pronoun",
    ),
    pytest.param(
        "The ferry was late, per the port authority.",
        ("indirect", "the port authority", "per", "The ferry was late"),
        id="per",
    ),
    pytest.param(
        "As Reyes noted, the ferry was late.",
        ("indirect", "Reyes", "noted", "the ferry was late"),
        id="comment before",
    ),
    pytest.param(
        "The ferry was late, as Reyes noted on Friday.",
        ("indirect", "Reyes", "noted", "The ferry was late"),
        id="comment after",
    ),
    pytest.param(
        "It was a ferry that Reyes said was late.",
        ("indirect", "Reyes", "said", "that … was late"),
        id="relative clause",
    ),
    pytest.param(
        "In her view, the ferry should be sold.",
        ("indirect", "her", "In … view", "the ferry should be sold"),
        id="point of view",
    ),
    pytest.param(
        "The plan was rejected by the harbour board.",
        ("action", "the harbour board", "was rejected", "The plan"),
        id="agent",
    ),
    pytest.param(
        "The plan has met with resistance from sailors.",
        ("action", "sailors", "resistance from", "The plan"),
        id="reaction",
    ),
    pytest.param(
        "The sailors' refusal to sign surprised nobody.",
        ("action", "The sailors'", "refusal", "to sign"),
        id="noun with its owner",
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), ORDERS)
def test_orders(sentence: str, expected: tuple[str, ...]):
    assert found_in(sentence) == [expected]


SOURCES = [
    ("Hugh Hill, a doctor, said it rained.", "Hugh Hill, a doctor"),
    ("Hugh Hill, who lives in Cork, said it rained.", "Hugh Hill, who lives in Cork"),
    ("Hugh Hill, speaking in Cork, said it rained.", "Hugh Hill"),
    ("Senator Ann Lee (R-Ohio) said it rained.", "Senator Ann Lee (R-Ohio)"),
    ("Additionally, sailor Ann Lee said it rained.", "sailor Ann Lee"),
    ("The U.K.'s minister said it rained.", "The U.K.'s minister"),
    ("Lee and her lawyer said it rained.", "Lee and her lawyer"),
    ("A woman familiar with the talks said it rained.", "A woman familiar with the talks"),
    ("The mayor of Cork on Friday said it rained.", "The mayor of Cork"),
    ("Some said it rained.", "Some"),
    # a day, the figures of a vote or a span of time inside the words of the cue
    ("The council voted on Friday against the levy.", "The council"),
    ("The council voted 8-3 against the levy.", "The council"),
    ("The union has for months opposed the levy.", "The union"),
    ("Ann Lee was among those calling for a vote.", "Ann Lee"),
    # measures, suits, what is sought
    ("The council passed a bill to close the pier.", "The council"),
    ("The union sued to stop the sale.", "The union"),
    ("The union has long sought a levy.", "The union"),
    ("The union took its protest against the levy to court.", "The union"),
    ("Ann Lee signed executive orders on the toll.", "Ann Lee"),
    ("The union walked out of the talks.", "The union"),
    ("The union withdrew from the deal.", "The union"),
    # a plural before an example or behind a word of degree
    ("Senators like Ann Lee of Cork think it rained.", "Senators like Ann Lee of Cork"),
    ("Ann Lee is more skeptical that it will rain.", "Ann Lee"),
    ("The union is upset as it rained.", "The union"),
    ("Ann Lee tried to persuade the union to sign.", "Ann Lee"),
    ("Ann Lee said now is the time.", "Ann Lee"),
    ("Ann Lee's spokesman, Per Dahl, said it rained.", "Ann Lee's spokesman, Per Dahl"),
    ("The union and the council all said it rained.", "The union and the council"),
    ("Talks had failed, said Ann Lee.", "Ann Lee"),
    # the comma before the last of a list
    ("Ann Lee, Hugh Hill, and Tom Ray said it rained.", "Ann Lee, Hugh Hill, and Tom Ray"),
    ("The dam broke, rain fell, and Ann Lee said it rained.", "Ann Lee"),
    # the comma behind a phrase that opens the sentence
    ("In June, Ann Lee and Hugh Hill said it rained.", "Ann Lee and Hugh Hill"),
    ("After talks, Ann Lee, Hugh Hill and Tom Ray said it rained.", "Ann Lee, Hugh Hill and Tom Ray"),
    # agents
    ("The levy is supported by the union but not by the council.", "the union"),
    ("The levy, fiercely opposed by the union, took effect.", "the union"),
    ("Police say it rained.", "Police"),
    ("The US said it rained.", "The US"),
    ("Hill, citing “a lack of time,” said it rained.", "Hill"),
    ("Remarks by Ann Lee after a meeting with Hill indicated it rained.", "Remarks by Ann Lee"),
    ("A day after Lee said it rained, the dam broke.", "Lee"),
    ("An aide to the mayor said it rained.", "An aide to the mayor"),
    ("The union, which represents 300,000 staff, said it rained.", "The union, which represents 300,000 staff"),
    ("The two write that the ferry was late.", "The two"),
    ("The mayor neither denied nor confirmed that the ferry was late.", "The mayor"),
    ("On Monday in Cork the Weir group said the ferry was late.", "the Weir group"),
]


@pytest.mark.parametrize(("sentence", "source"), SOURCES)
def test_sources(sentence: str, source: str):
    assert [found[1] for found in found_in(sentence)] == [source]


def test_two_agents_of_one_subject():
    found = found_in("The levy was opposed by the union and backed by the mayor.")
    assert [source for _, source, *_ in found] == ["the union", "the mayor"]


def test_a_verb_may_open_before_its_subject_and_a_colon():
    found = found_in("Said Hill: “It rained.”")
    assert [(source, cue) for _, source, cue, _ in found] == [("Hill", "Said")]


def test_who_is_written_to_does_not_speak():
    found = found_in("Lee sent a letter to Mayor Hugh Hill and Senator Ann Ray urging them to sell the ferry.")
    assert [source for _, source, *_ in found] == ["Lee"]


def test_a_source_ends_before_who_passes_it_on():
    found = found_in("“It rained,” said a harbour official according to the paper.")
    assert [source for _, source, *_ in found] == ["a harbour official", "the paper"]


def test_an_opening_claim_ends_before_the_main_clause():
    found = found_in("After Lee's claim that it rained, Hugh Hill said it was dry.")
    assert [(source, content) for _, source, _, content in found] == [
        ("Lee's", "that it rained"),
        ("Hugh Hill", "it was dry"),
    ]


NOTHING = [
    "The ferry left the harbour at noon.",
    "The United States sent a ship.",
    "The claims were long.",
    "The party held a vote in fourteen states, known as “Super Tuesday”.",
    "He added salt to the soup.",
    "They visited the so-called “Old Harbour” on Friday.",
    "A letter saying that the ferry was late reached the port.",
    "",
    "Harbour",
]


@pytest.mark.parametrize("sentence", NOTHING)
def test_nothing_is_said(sentence: str):
    assert found_in(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content"),
    [
        # what a content includes is part of it; where a speaker stands is no part of him
        ("Reyes rejected the plan, including its fees, and left.", "Reyes", "rejected", "the plan, including its fees"),
        (
            "Reyes said the ferry was late, including on Monday.",
            "Reyes",
            "said",
            "the ferry was late, including on Monday",
        ),
        ("“We wait,” said the mayor at the weir.", "the mayor", "said", "“We wait,”"),
        # an adverb behind a comma is no part of the cue
        ("Reyes left, flatly denying that it was late.", "Reyes", "denying", "that it was late"),
    ],
)
def test_where_its_parts_end(sentence: str, source: str, cue: str, content: str):
    assert [found[1:] for found in found_in(sentence)] == [(source, cue, content)]


def test_that_alone_is_a_content():
    assert found_in("Reyes rejected that, saying the ferry was late.") == [
        ("action", "Reyes", "rejected", "that"),
        ("indirect", "Reyes", "saying", "the ferry was late"),
    ]


def test_a_second_passive_has_the_subject_of_the_clause_before():
    assert found_in("The ferry left and was welcomed by the mayor.") == [
        ("indirect", "the mayor", "was welcomed", "The ferry")
    ]


def test_a_quotation_without_an_opening_mark_goes_on_behind_its_cue():
    assert found_in("We are late,” Reyes said. “We wait.” “Go” he") == [
        ("direct", "Reyes", "said", "We are late,” … “We wait.”")
    ]


def test_kinds():
    sentence = "The union rejected the offer, called it “an insult” and said that talks were over."
    assert [kind for kind, *_ in found_in(sentence)] == ["action", "mixed", "indirect"]


def test_coordinated_speech_shares_its_speaker():
    assert found_in("Lee said that the ferry sank and added that nobody was hurt.") == [
        ("indirect", "Lee", "said", "that the ferry sank"),
        ("indirect", "Lee", "added", "that nobody was hurt"),
    ]


def test_a_participle_takes_the_source_of_the_clause_before():
    assert found_in("The board rejected the plan, saying the cost was too high.") == [
        ("action", "The board", "rejected", "the plan"),
        ("indirect", "The board", "saying", "the cost was too high"),
    ]


def test_how_often_somebody_is_seen_is_no_view_of_him():
    assert found_in("The captain has not been seen much.") == []


def test_a_quotation_of_several_sentences_is_one_attribution():
    assert found_in("“We are late,” Reyes said. “We know it. We are sorry.”") == [
        ("direct", "Reyes", "said", "“We are late,” … “We know it. We are sorry.”")
    ]


def test_the_next_paragraph_continues_with_the_same_source():
    _, found, problems = run("“We are late,” Reyes said. “We know it.", "“We are sorry.”")
    assert [attribution.continues for attribution in found] == [None, 0]
    assert found[1].source == found[0].source
    assert found[1].rule == "continuation"
    assert problems == ()


@pytest.mark.parametrize(
    "paragraphs", [("Reyes said it was sad.", "“We are sorry.”"), ("Reyes said it was sad. “We are sorry.”",)]
)
def test_a_quotation_by_itself_right_after_words_of_one_speaker_is_his(paragraphs: tuple[str, ...]):
    _, found, _ = run(*paragraphs)
    assert found[-1].rule == "continuation"
    assert found[-1].source == found[0].source


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Reyes said it was sad, and Hill said it was late.", "“We are sorry.”"),  # whose of the two?
        ("Reyes said it was sad.", "It rained.", "“We are sorry.”"),  # not right after
        ("Reyes went home.", "“We are sorry.”"),  # said nothing
    ],
)
def test_a_quotation_by_itself_is_nobodys_otherwise(paragraphs: tuple[str, ...]):
    assert all("sorry" not in content for *_, content in found_in(*paragraphs))


def test_a_quotation_whose_own_cue_follows_is_not_carried_on():
    found = found_in("Reyes said it was sad.", "“We are sorry. We are late,” Hill said.")
    assert [source for _, source, *_ in found] == ["Reyes", "Hill"]


def test_the_cue_may_stand_in_the_paragraph_before():
    assert found_in("The captain said:", "“We are late.”") == [("direct", "The captain", "said", "“We are late.”")]


def test_a_question_is_finished_by_its_cue():
    assert found_in("“Are we late?” Reyes asked.") == [("direct", "Reyes", "asked", "“Are we late?”")]


def test_reported_words_that_are_reported_again_are_linked():
    _, found, _ = run("They added that the mediators suggested that talks should go on.")
    assert [(attribution.cue_id, attribution.nested_in) for attribution in found] == [("add", None), ("claim", 0)]


def test_what_he_said_he_wants_is_one_attribution():
    assert [cue for *_, cue, _ in found_in("Reyes said she wants a new ferry.")] == ["said"]


def test_a_content_ends_before_the_next_attribution():
    contents = [content for *_, content in found_in("Lee said the ferry sank, and Hill said that it floats.")]
    assert contents == ["the ferry sank", "that it floats"]


def test_negation_modality_and_hedges_are_recorded():
    _, (first,), _ = run("The port did not say whether the ferry sank.")
    _, (second,), _ = run("The port would support a new ferry.")
    _, (third,), _ = run("The port reportedly rejected the plan.")
    assert (first.negated, second.modal, third.hedge) == (True, "would", "reportedly")


def test_a_refusal_to_speak_has_its_own_entry():
    _, found, _ = run("The port declined to comment.")
    assert [attribution.cue_id for attribution in found] == ["decline_comment"]


def test_a_mark_that_is_never_closed_is_a_problem_in_the_source():
    _, _, problems = run("The port is shut, Reyes said. “We are late.", "It rained.")
    assert [(problem.code, problem.span) for problem in problems] == [("quotation.unclosed", (130, 131))]


def test_records_are_sorted_by_the_start_of_their_content():
    _, found, _ = run("Lee said it rained. It snowed, Hill said. Reyes urged them to stay.")
    starts = [attribution.content[0].start for attribution in found]
    assert starts == sorted(starts)
    assert len(found) == 3


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        # a condition behind the teller goes on with what was told, an occasion does not
        ("The ferry would go, Lee said, once the port was shut.", ["The ferry would go", "once the port was shut"]),
        ("The ferry would go, Lee said, after a long day.", ["The ferry would go"]),
        ("Lee promised to pay, but only if the ferry sailed.", ["to pay, but only if the ferry sailed"]),
        ("Lee promised to pay, but Hill sailed.", ["to pay"]),
        # a demonstrative with a gerund that is a noun
        ("Lee rejected that reading.", ["that reading"]),
        # a short clause or phrase before an inverted cue
        ("A start, said the port, but a late one.", ["A start", "but a late one"]),
        ("It was typical, say critics, of a port that is shut.", ["It was typical", "of a port that is shut"]),
        ("Lee allowed that the ferry was late.", ["that the ferry was late"]),
        ("Lee allowed the ferry to sail.", []),
        ("Lee hopes the ferry brings tourists.", ["the ferry brings tourists"]),
        ("Lee has clashed with the port, once calling it a farce.", []),
        ("Lee has clashed with the port, calling it a farce.", ["it a farce"]),
        ("In Lee's view the ferry was late.", ["the ferry was late"]),
        ("Lee let slip that the ferry was late.", ["that the ferry was late"]),
        ("Lee let the ferry sail.", []),
        ("Two people involved said the ferry was late.", ["the ferry was late"]),
        ("In that spirit, Lee agreed with the port.", ["the port"]),
        # a quotation in single marks ends before a full stop; the mark of a plural possessive does not end it
        ("Lee said it was ‘late on a dry day’. As the sailors’ wives knew.", ["it was ‘late on a dry day’"]),
    ],
)
def test_what_belongs_to_the_content(text: str, contents: list[str]):
    article, found, _ = run(text)
    assert [span.of(article.text) for attribution in found for span in attribution.content] == contents
