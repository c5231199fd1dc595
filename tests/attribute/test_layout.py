"""What the layout of a page says of its speakers: labels of a transcript, signatures below quotations, open marks."""

from dataclasses import replace

import pytest

from briefing.languages import load
from briefing.steps.attribute import attribute
from briefing.steps.split import split
from tests.attribute.helpers import article_of, found_in, run, words
from tests.factory import article


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (
            ["BERG: It is late. It rains.", "HOLM: No.", "BERG: Yes."],
            [("BERG", ":", "It is late"), ("BERG", "", "It rains"), ("HOLM", ":", "No"), ("BERG", ":", "Yes")],
        ),
        (
            ["SECRETARY OF STATE JOHN KERRY: It is late.", "HOLM: No.", "HOLM: Yes."],
            [("SECRETARY OF STATE JOHN KERRY", ":", "It is late"), ("HOLM", ":", "No"), ("HOLM", ":", "Yes")],
        ),
        # a paragraph without a label is nobody's
        (
            ["BERG: It is late.", "It rains.", "HOLM: No.", "HOLM: Yes."],
            [("BERG", ":", "It is late"), ("HOLM", ":", "No"), ("HOLM", ":", "Yes")],
        ),
        # a question is nobody's statement
        (["Q: Why?", "A: It is late. It rains."], [("A", ":", "It is late"), ("A", "", "It rains")]),
        (["Q: Why?", "A: It is late.", "Q: How?"], [("A", ":", "It is late")]),
        # no transcript: two labels, one speaker, no capitals, a label without words
        (["BERG: It is late.", "HOLM: No."], []),
        (["A: It is late.", "HOLM: No."], []),
        (["Q: Is it late?", "HOLM: No."], []),
        (["WATCH: It is late.", "WATCH: No.", "WATCH: Yes."], []),
        (["Berg: It is late.", "Holm: No.", "Berg: Yes."], []),
        (["BERG:", "HOLM: No.", "BERG: Yes."], []),
    ],
)
def test_labels(paragraphs, expected):
    assert found_in(*paragraphs) == [("direct", *row) for row in expected]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        ([("quotation", "It is late."), ("signature", "Ada Reyes")], [("Ada Reyes", "It is late")]),
        (
            [
                ("body", "It rained."),
                ("quotation", "It is late. It is over."),
                ("quotation", "We go."),
                ("signature", "— Ada Reyes, mayor"),
                ("body", "It rained."),
            ],
            [
                ("Ada Reyes, mayor", "It is late"),
                ("Ada Reyes, mayor", "It is over"),
                ("Ada Reyes, mayor", "We go"),
            ],
        ),
        (
            [
                ("quotation", "It is late."),
                ("signature", "— Ada Reyes."),
                ("quotation", "We go."),
                ("signature", "- Jon Holm"),
            ],
            [("Ada Reyes", "It is late"), ("Jon Holm", "We go")],
        ),
        ([("quotation", "It is late."), ("body", "It rained.")], []),
        ([("body", "It rained."), ("signature", "— Ada Reyes")], []),
    ],
)
def test_signatures(paragraphs, expected):
    of, sentences = article_of(*(text for _, text in paragraphs))
    kinds = zip(of.paragraphs, paragraphs, strict=True)
    of = replace(of, paragraphs=tuple(replace(paragraph, kind=kind) for paragraph, (kind, _) in kinds))
    found, _ = attribute(of, sentences, lexicon=load("en"))
    assert [words(of, attribution) for attribution in found] == [
        ("direct", source, "", content) for source, content in expected
    ]


OPEN = "He said: “It is late."  # its mark is character 9, which is character 109 of the source


@pytest.mark.parametrize(
    ("paragraphs", "places"),
    [
        ([OPEN], [109]),
        ([OPEN, "It rained."], [109]),
        ([OPEN, "“It is over,” he said."], []),  # the mark is repeated where the quotation goes on
        ([OPEN, "“It is over."], [123]),
        ([OPEN, "It rained. “It is over,” he said."], [109]),
        ([OPEN, "It rained.", "“It is over,” he said."], [109]),
        (["“It is over,” he said.", OPEN], [133]),
    ],
)
def test_quotation_marks_that_nothing_closes(paragraphs, places):
    _, _, problems = run(*paragraphs)
    assert [(problem.code, problem.span) for problem in problems] == [
        ("quotation.unclosed", (place, place + 1)) for place in places
    ]


def attributed(text):
    """Source and content of each attribution, by the sentences of the program's own splitter."""
    of = article(text)
    found, _ = attribute(of, split(of, lexicon=load("en")), lexicon=load("en"))
    return [words(of, attribution)[1::2] for attribution in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a question and the cue that the splitter cut off it; a clause of its own asks something else
        ("“Why?” He left, Reyes asked.", [("Reyes", "He left")]),
        ("“Why?” Mr. Reyes asked.", [("Mr. Reyes", "“Why?”")]),
        ("“Why?” Mr. Reyes of the town of Cork on the big river asked.", []),
        ("“Why?” “No,” Reyes asked.", [("Reyes", "“No,”")]),
        ("“Why?”\nMr. Reyes asked.", []),
        ("“Why.” Mr. Reyes asked.", []),
        # a colon and a signature in another paragraph
        ("He said:\n“Go.”", [("He", "“Go.”")]),
        ("“Go.”\n— Ada Reyes", [("Ada Reyes", "“Go.”")]),
        ("“Go.”\n— a farmer", []),
        ("“Go.”\n—", []),
        # what goes on, and from where
        (
            "“Talks failed.”\n“It is late,” Reyes said. “It is a shame.”",
            [("Reyes", "“It is late,” … “It is a shame.”")],
        ),
        ("“It is late.” “No,” said Reyes. “Go.” “Yes.”", [("Reyes", "“No,” … “Go.” … “Yes.”")]),
        (
            "Reyes said talks failed. “It is late.” “It is a shame.”",
            [("Reyes", "talks failed"), ("Reyes", "“It is late.” … “It is a shame.”")],
        ),
        ("Reyes said talks failed. Lee said so, too. “It is late.”", [("Reyes", "talks failed")]),
        ("Reyes left. “It is late.”", []),
    ],
)
def test_sentences_that_belong_together(text, expected):
    assert attributed(text) == expected
