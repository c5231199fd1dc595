"""How far a source reaches, and which quotations are whose: whole attributions of short sentences."""

import pytest

from tests.attribute.helpers import found_in, run


@pytest.mark.parametrize(
    "source",
    [
        "Ann Lee, an aide to the mayor",
        "Senators like Ann Hill",
        "Firms such as Acme",
        "Officials representing owners",
        "The group “Save the Weir”",
        "“Save the Weir”",
        "The “experts”",
        "The leader of “Save the Weir”",
        "A poll released last week",
        "Officials involved in it",
        "A man who spoke on condition of anonymity",
        "A group that runs Cork",
        "A man whose house had burned",
        "A source close to the talks",
        "Both Reyes and Lee",
        "Two of the men",
        "All three",
        "Reyes of Cork and Lee of Norland",
        "Reyes' lawyer",
        "The mayor of Cork's lawyer",
        "Norland as well as the guild",
        "Councillor Nerys Hill (Independent)",
        "A union official who asked not to be named",
    ],
)
def test_a_whole_phrase_is_the_source(source):
    assert found_in(f"{source} said talks had failed.") == [("indirect", source, "said", "talks had failed")]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        # what stands between commas or dashes: an apposition belongs to the name, an action does not
        ("Hugh Hill, a doctor, said talks had failed.", "Hugh Hill, a doctor", "talks had failed"),
        ("Hugh Hill, speaking in Rome, said talks had failed.", "Hugh Hill", "talks had failed"),
        ("Hugh Hill, of the Guild, said talks had failed.", "Hugh Hill, of the Guild", "talks had failed"),
        (
            "Hugh Hill, of the Guild, which owns it, said talks had failed.",
            "Hugh Hill, of the Guild, which owns it",
            "talks had failed",
        ),
        (
            "Hugh Hill, 22, of Cork, Ireland, said talks had failed.",
            "Hugh Hill, 22, of Cork, Ireland",
            "talks had failed",
        ),
        (
            "The Guild, whose members are Lee, Hill and Ray, said talks had failed.",
            "The Guild, whose members are Lee, Hill and Ray",
            "talks had failed",
        ),
        ("Ann Lee, a senator, R-Tex., said talks had failed.", "Ann Lee, a senator, R-Tex.", "talks had failed"),
        ("Firms, such as Acme, said talks had failed.", "Firms, such as Acme", "talks had failed"),
        ("Reyes - a doctor - said talks had failed.", "Reyes - a doctor", "talks had failed"),
        ("Reyes, after meeting Lee, said talks had failed.", "Reyes", "talks had failed"),
        ("Reyes, too, said talks had failed.", "Reyes", "talks had failed"),
        ("Reyes, when asked, said that talks had failed.", "Reyes", "that talks had failed"),
        # times and adverbs before the verb, and places before the name
        ("Reyes after a meeting said talks had failed.", "Reyes", "talks had failed"),
        ("The minister on Monday also said talks had failed.", "The minister", "talks had failed"),
        ("In Cork, Ireland, Reyes said talks had failed.", "Reyes", "talks had failed"),
        ("In May, Reyes said talks had failed.", "Reyes", "talks had failed"),
        ("When asked, Reyes said talks had failed.", "Reyes", "talks had failed"),
        # the subject of a participle or infinitive is that of its clause
        ("Reyes went to Cork, saying talks had failed.", "Reyes", "talks had failed"),
        ("Reyes went to Cork to say that talks had failed.", "Reyes", "that talks had failed"),
        # around the content
        ("Talks, Reyes said, had failed.", "Reyes", "Talks … had failed"),
        ("Mr Menk, she said tartly, speaks for one firm.", "she", "Mr Menk … speaks for one firm"),
        (
            "Talks, which began in May, will end soon, the union's head, Ann Lee, said.",
            "the union's head, Ann Lee",
            "Talks, which began in May, will end soon",
        ),
        (
            "Talks had failed, Reyes, who owns the port, said on Monday.",
            "Reyes, who owns the port",
            "Talks had failed",
        ),
        # behind the cue
        ("According to Reyes, a doctor, talks had failed.", "Reyes, a doctor", "talks had failed"),
        ("Talks had failed, according to Reyes, a doctor.", "Reyes, a doctor", "Talks had failed"),
        ("The offer was rejected by Reyes, a doctor, on Monday.", "Reyes, a doctor", "The offer"),
        ("“Talks have failed,” said Reyes on Monday.", "Reyes", "“Talks have failed,”"),
        (
            "“Talks have failed,” said the head of the Guild in Cork.",
            "the head of the Guild in Cork",
            "“Talks have failed,”",
        ),
        ("“Talks have failed,” said Reyes, a doctor, on Monday.", "Reyes, a doctor", "“Talks have failed,”"),
        ("“Talks have failed,” said Reyes and Lee.", "Reyes and Lee", "“Talks have failed,”"),
        ("“Talks have failed,” said Reyes, who owns it.", "Reyes", "“Talks have failed,”"),
        ("“Talks have failed,” said Reyes, speaking in Rome.", "Reyes", "“Talks have failed,”"),
        ("“Talks have failed,” said Reyes, and left.", "Reyes", "“Talks have failed,”"),
        ("“Talks have failed,” said Reyes as he left.", "Reyes", "“Talks have failed,”"),
        ("“Talks have failed,” said she.", "she", "“Talks have failed,”"),
        ("“Talks have failed,” he told the Echo.", "he", "“Talks have failed,”"),
        # behind a colon without a cue
        ("Paul Berg, farmer: “No.”", "Paul Berg, farmer", "“No.”"),
        ("Paul Berg, a farmer from Cork: “No.”", "Paul Berg, a farmer from Cork", "“No.”"),
        ("The mayor's reply was brief: “No.”", "The mayor's", "“No.”"),
        ("Her message to voters was simple: “Go.”", "Her", "“Go.”"),
        ("The mayor warned us when it rained: “Go.”", "The mayor", "“Go.”"),
        # two sentences that are one attribution
        ("“Why?” he asked. “Talks have failed.”", "he", "“Why?” … “Talks have failed.”"),
        ("“Talks have failed.” – Ada Reyes", "Ada Reyes", "“Talks have failed.”"),
        ("“Talks have failed,” Reyes said. “It is a shame.”", "Reyes", "“Talks have failed,” … “It is a shame.”"),
        ("“Go.” “No,” Reyes said.", "Reyes", "“No,”"),
        ("“Go.” He left. “No,” Reyes said.", "Reyes", "“No,”"),
        ("‘We do not read the premier’s post,’ he said.", "he", "‘We do not read the premier’s post,’"),
    ],
)
def test_source_and_content(text, source, content):
    ((_, found, _, said),) = found_in(text)
    assert (found, said) == (source, content)


IT_IS = ("direct", "Reyes", "", "“It is a shame.”")  # a quotation without a cue of its own
FAILED = "“Talks have failed,”"


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (["He said:", "“Talks have failed.”"], [("direct", "He", "said", "“Talks have failed.”")]),
        ([f"{FAILED} Reyes said.", "“It is a shame.”"], [("direct", "Reyes", "said", FAILED), IT_IS]),
        ([f"{FAILED} Reyes said.", "It rained.", "“It is a shame.”"], [("direct", "Reyes", "said", FAILED)]),
        (["Talks failed, Reyes said.", "“It is a shame.”"], [("indirect", "Reyes", "said", "Talks failed"), IT_IS]),
        (["Talks failed, Reyes said. “It is a shame.”"], [("indirect", "Reyes", "said", "Talks failed"), IT_IS]),
        (
            ["Talks failed, Reyes said. “It is a shame.” Lee left."],
            [("indirect", "Reyes", "said", "Talks failed")],
        ),
        (
            ["Talks failed, Reyes said. “It is a shame,” Lee said."],
            [("indirect", "Reyes", "said", "Talks failed"), ("direct", "Lee", "said", "“It is a shame,”")],
        ),
        (
            ["Talks failed, Reyes said.", "It rained.", "“It is a shame.”"],
            [("indirect", "Reyes", "said", "Talks failed")],
        ),
    ],
)
def test_whose_a_quotation_without_a_cue_is(paragraphs, expected):
    assert found_in(*paragraphs) == expected


def test_which_attribution_a_quotation_carries_on():
    _, found, _ = run(f"{FAILED} Reyes said.", "“It is a shame.”", "“We will be back.”")
    assert [attribution.continues for attribution in found] == [None, 0, 0]


@pytest.mark.parametrize(
    ("text", "relays", "nested"),
    [
        # an outlet that passes on the words of another; a speaker who speaks of another does not
        ("The Echo quoted Berg as saying that talks had failed.", [True, False], [None, None]),
        ("Reyes said that Berg said that talks had failed.", [False, False], [None, 0]),
        ("Reyes said that Berg had supported the plan.", [False], [None]),
    ],
)
def test_attributions_inside_others(text, relays, nested):
    _, found, _ = run(text)
    assert [attribution.relays for attribution in found] == relays
    assert [attribution.nested_in for attribution in found] == nested


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        # what may stand between a cue and its content
        ("threatened on Monday", "to leave"),
        ("has said since May 7", "that talks had failed"),
        ("said", "that, by then, talks had failed"),
        ("warned them", "that talks had failed"),
        ("warned", "they would fail"),
        # what kind of content a verb has
        ("hailed", "Tuesday's ruling"),
        ("rejected", "that"),
        ("rejected", "that call"),
        ("refused", "to say when he would go"),
        ("promised", "to pay, but only if the ward stayed open"),
        ("praised", "the nurses who had stayed"),
        ("pressed", "the firm to pay"),
        ("asked for", "time"),
        ("asked", "Cork to leave"),
        ("asked", "if talks had failed"),
        ("wants", "talks to fail"),
        ("rebutted", "the complaint that a wall was immoral"),
        ("agreed with", "the changes"),
        ("said", "families “have given enough”"),
        ("said", "he “supports the plan”"),
        ("blamed", "“a cartel” for the price"),
        ("called", "the plan “a joke”"),
        ("described", "the plan as “a joke”"),
        # helpers, adverbs and negations
        ("has since said", "talks had failed"),
        ("reportedly said", "talks had failed"),
        ("did not deny", "that talks had failed"),
        ("is sure", "that talks will fail"),
        ("was quoted as saying", "that talks had failed"),
    ],
)
def test_what_a_verb_governs(cue, content):
    ((_, source, _, said),) = found_in(f"Reyes {cue} {content}.")
    assert (source, said) == ("Reyes", content)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # nouns of speech
        ("The union's claim is that it was cheated.", [("The union's", "claim", "that it was cheated")]),
        ("After the union's claim that it was cheated, he left.", [("the union's", "claim", "that it was cheated")]),
        ("In the union's view, talks had failed.", [("the union's", "In … view", "talks had failed")]),
        # the writer leaves out whose opinion it is
        ("Talks are said to have failed.", [("", "are said", "Talks … to have failed")]),
        ("Reyes was asked whether talks had failed.", [("", "was asked", "whether talks had failed")]),
        (
            "The plan was dismissed as “a joke” by the union.",
            [("the union", "was dismissed", "The plan … as “a joke”")],
        ),
        # clauses that comment, and objects in front
        ("As Reyes said, talks had failed.", [("Reyes", "said", "talks had failed")]),
        ("Talks, as Reyes said, had failed.", [("Reyes", "said", "Talks … had failed")]),
        ("That, said Reyes, was the point.", [("Reyes", "said", "That … was the point")]),
        ("Now, she said, in Rome it rains.", [("she", "said", "Now … in Rome it rains")]),
        ("They closed the weir, a move it said would fail.", [("it", "said", "a move … would fail")]),
        (
            "The army sent ships, Norland, Cork and Hill said.",
            [("Norland, Cork and Hill", "said", "The army sent ships")],
        ),
        # a verb that no list has, right behind a quotation
        ("“Talks have failed,” he sneered.", [("he", "sneered", "“Talks have failed,”")]),
        ("“Talks have failed,” he said, and opened the door.", [("he", "said", "“Talks have failed,”")]),
        # sources inside sources
        (
            "Reyes, who asked for time, said talks had failed.",
            [("who", "asked for", "time"), ("Reyes, who asked for time", "said", "talks had failed")],
        ),
        (
            "Hill said that talks had failed, according to her office.",
            [
                ("her office", "according to", "Hill said that talks had failed"),
                ("Hill", "said", "that talks had failed"),
            ],
        ),
        # no speech
        ("Reyes released the captives.", []),
        ("“Chi-Raq,” a film directed by Lee, won.", []),
        ("BERLIN: Talks have failed.", []),
        ("It was said that talks had failed.", []),
    ],
)
def test_attributions(text, expected):
    assert [row[1:] for row in found_in(text)] == expected


def test_a_sentence_ends_at_its_paragraph_for_its_source_too():
    assert found_in("Reyes and Lee", "Both said talks had failed.") == [
        ("indirect", "Both", "said", "talks had failed")
    ]
