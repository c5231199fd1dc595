"""What a predicate, a modal or a noun takes a stand on, each beside the sentence that takes none."""

import pytest

from tests.classify.helpers import stands


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # an adjective of the speaker's own, or behind "it is"
        ("We are opposed to the pay offer", [("reject", "the pay offer")]),
        ("We are firmly opposed to the pay offer", [("reject", "the pay offer")]),
        ("We are not opposed to the pay offer", []),
        ("They are opposed to the pay offer", []),
        ("We may be opposed to the pay offer", []),
        ("We are for the pay offer", [("support", "the pay offer")]),
        ("We are against the pay offer", [("reject", "the pay offer")]),
        ("We felt for them", []),
        ("It is for the cabinet to decide", []),
        ("It is necessary to raise pay", [("demand", "to raise pay")]),
        ("It is not necessary to raise pay", [("reject", "to raise pay")]),
        ("We are prepared to sign the pay offer", [("accept", "the pay offer")]),
        ("We are not prepared to sign the pay offer", [("reject", "to sign the pay offer")]),
        ("We are no longer prepared to sign it", [("reject", "to sign it")]),
        # what depends on what
        ("A deal is contingent upon higher pay", [("condition", "A deal is contingent upon higher pay")]),
        ("A deal is not contingent upon higher pay", []),
        ("Higher pay is a precondition for a deal", [("condition", "Higher pay is a precondition for a deal")]),
        # a verdict on a thing, or on the clause behind it
        ("The plan is a mistake", [("reject", "The plan")]),
        ("The plan is a very bad idea", [("reject", "The plan")]),
        ("The plan is not a mistake", []),
        ("The plan may be a mistake", []),
        ("The plan was a mistake once", []),
        ("They are wrong", []),
        ("The plan, while it sounds good, is not the answer", [("reject", "The plan")]),
        ("The pay offer is acceptable", [("support", "The pay offer")]),
        ("The pay offer is not acceptable", [("reject", "The pay offer")]),
        ("The pay offer is important", [("support", "The pay offer")]),
        ("This is an important issue", []),
        ("No amnesty is acceptable", [("reject", "amnesty")]),
        ("Nothing is acceptable", []),
        ("The claim that pay is low is wrong", [("deny", "The claim that pay is low")]),
        ("It is a breach of our promises", [("accuse", "a breach of our promises")]),
        ("It is wrong to close the harbour", [("reject", "to close the harbour")]),
        ("It would be wrong not to sign", []),
        ("It is good that pay rises", [("support", "pay rises")]),
        ("It would be an outrage if the harbour closed", [("reject", "the harbour closed")]),
        ("It was fair once", []),
        # what is called the best way
        ("The best way to finish it is to ask the crews", [("demand", "to ask the crews")]),
        # modals: of one's own deed, of another's, of a thing
        ("We must not close the harbour", [("reject", "close the harbour")]),
        ("We will not close the harbour", [("reject", "close the harbour")]),
        ("We should close the harbour", [("demand", "close the harbour")]),
        ("We could close the harbour", []),
        ("The union should end the strike", [("demand", "The union should end the strike")]),
        ("The union should not strike", [("reject", "The union should not strike")]),
        ("The union must never strike again", [("reject", "The union must never strike again")]),
        ("You need to end the strike", [("demand", "end the strike")]),
        ("Pay must rise", [("demand", "Pay must rise")]),
        ("There must be no closure", [("reject", "closure")]),
        # wishes
        ("We hope to sign the deal", [("support", "to sign the deal")]),
        ("I hope that the strike ends", [("support", "the strike ends")]),
        ("We want no strike", [("reject", "strike")]),
        ("We do not want a strike", [("reject", "a strike")]),
        ("I would welcome a deal", [("support", "a deal")]),
        ("We do not support the pay offer", [("reject", "the pay offer")]),
        ("We never supported the pay offer", [("reject", "the pay offer")]),
        # nouns of acts
        ("Our support for the pay offer is firm", [("support", "the pay offer")]),
        ("Our opposition to the pay offer is firm", [("reject", "the pay offer")]),
    ],
)
def test_quoted(words, expected):
    assert stands(f"“{words},” Ada Berg said.") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Berg said her fear was that pay would fall.", [("express_concern", "pay would fall")]),
        ("Ada Berg called the plan a mistake.", [("reject", "the plan")]),
        ("Ada Berg described it as unfair.", [("reject", "it")]),
        ("Ada Berg did not call the plan unfair.", []),
        ("Jon Holm said Ada Berg called the plan unfair.", []),
        ("Ada Berg drove the dangerous road.", []),
        ("Ada Berg said the plan was “dangerous”.", [("reject", "the plan")]),
        ("Ada Berg said she was ready to sign.", [("offer", "to sign")]),
        ("Ada Berg said she was not ready to sign.", [("reject", "to sign")]),
        ("Ada Berg is ready to sign the pay offer.", [("accept", "the pay offer")]),
        (
            "Ada Berg was opposed to the closure of the harbour on Monday.",
            [("reject", "the closure of the harbour")],
        ),
        ("Norland's rejection of the pay offer was firm.", [("reject", "the pay offer")]),
        ("Norland's call for talks was late.", [("demand", "talks")]),
        ("Ada Berg voiced support for the pay offer.", [("support", "the pay offer")]),
        ("Ada Berg expressed opposition to the pay offer.", [("reject", "the pay offer")]),
        ("Ada Berg withdrew her support for the pay offer.", []),
    ],
)
def test_told(text, expected):
    assert stands(text) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # how far an object reaches
        ("Get the plan done", [("demand", "Get the plan done")]),
        ("The cuts should come later", [("demand", "The cuts should come later")]),
        ("Delaying the plan would be wrong", [("reject", "Delaying the plan")]),
        ("The plan to close the weir was wrong", [("reject", "The plan to close the weir")]),
        ("The opponents of the plan are wrong", [("reject", "The opponents of the plan")]),
        ("What we want is peace", [("demand", "peace")]),
        ("We want no part in the talks", [("reject", "part in the talks")]),
        # what must be, and what is foreseen or unreal
        ("The company must pay", [("demand", "The company must pay")]),
        ("The talks must not fail", [("demand", "The talks must not fail")]),
        ("The dam is illegal and must go", [("reject", "The dam"), ("demand", "go")]),
        ("Should the talks fail", []),
        ("I should like to thank them", []),
        ("Nobody should mistake patience for weakness", []),
        ("We cannot let it fail", []),
        ("Had we signed it, we would have lost", []),
        ("We would have signed it", []),
        ("I do not believe we should sign", []),
        ("It is not that we oppose it", []),
        ("Why should we sign it?", []),
        ("We want it, don't we?", [("demand", "it")]),
        ("I never proposed that", [("deny", "proposed")]),
        # conditions
        ("We won't stop until every prisoner is free", [("condition", "until every prisoner is free")]),
        ("We will pay only if the strike ends", [("offer", "pay"), ("condition", "only if the strike ends")]),
        ("Only when it ends can the talks start", [("condition", "Only when it ends")]),
        ("The talks can only start if the army leaves", [("condition", "if the army leaves")]),
        ("They must leave before we talk", [("demand", "leave"), ("condition", "before we talk")]),
        ("The levy stays until the mine closes", [("condition", "until the mine closes")]),
        ("If it is extended, we shall respond", [("condition", "If it is extended")]),
        ("If I win I will leave", []),
        ("If anything had happened, we would know", []),
        ("The levy stays until May 30", []),
        # orders and refusals
        ("Please listen and make way", [("demand", "listen"), ("demand", "make way")]),
        ("No more dams", [("reject", "dams")]),
        ("Yes to the treaty", [("support", "the treaty")]),
        ("It is due to the union's refusal to vote", [("accuse", "the union's refusal to vote")]),
        ("The mood at the talks is good", []),
        ("The plan will not work", [("express_concern", "The plan will not work")]),
        ("The plan would cost jobs", [("express_concern", "The plan would cost jobs")]),
        ("The others cannot agree", []),
        ("The blasts killed ten people", []),
        ("We don't let companies cheat", []),
        ("We had decided to go, but they left", []),
    ],
)
def test_quoted_sentences(words, expected):
    assert stands(f"“{words},” Ada Berg said.") == expected


@pytest.mark.parametrize(
    ("deed", "expected"),
    [
        ("called on her to “make way” for a new government", [("demand", "“make way” for a new government")]),
        ("urged them not to sign", [("demand", "not to sign")]),
        ("denied this", [("deny", "this")]),
        ("vowed not to sign", [("reject", "to sign")]),
        ("vowed never to sign", [("reject", "to sign")]),
        ("vowed to push ahead with an attack", [("threaten", "to push ahead with an attack")]),
        ("vowed to strike", [("threaten", "to strike")]),
        ("warned she would not sign", [("reject", "sign")]),
        ("dismissed claims that the dam leaks", [("deny", "claims that the dam leaks")]),
        ("hailed the news that it closes", [("support", "the news that it closes")]),
        ("condemned the plan", [("reject", "the plan")]),
        ("rejected the plan last year", [("reject", "the plan")]),
        ("rejected the plan of last year", [("reject", "the plan of last year")]),
        ("rejected this week's plan", [("reject", "this week's plan")]),
        ("rejected a law called the Pact", [("reject", "a law called the Pact")]),
        ("rejected reforms based only on enforcement", [("reject", "reforms based only on enforcement")]),
        ("rejected a U.S.-Mexican border", [("reject", "a U.S.-Mexican border")]),
        ("rejected the budget, then rejected the levy", [("reject", "the budget"), ("reject", "the levy")]),
        ("rejected the plan in order to win", [("reject", "the plan")]),
        ("rejected the plan for fear of losing", [("reject", "the plan")]),
        ("refused to pay the men saying that it was late", [("reject", "to pay the men")]),
        ("is against the dam and for a vote", [("reject", "the dam")]),
        ("hopes it fails", [("reject", "it fails")]),
        ("opted not to comment", [("decline_comment", None)]),
        ("turned down the offer", [("reject", "the offer")]),
        ("nearly rejected it", []),
        ("had previously opposed it", []),
        ("refused to rule it out", []),
        ("dropped her opposition to it", []),
        ("would drop their case", []),
    ],
)
def test_deeds(deed, expected):
    assert stands(f"Ada Berg {deed}.") == expected
