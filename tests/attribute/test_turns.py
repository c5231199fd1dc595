"""Transcripts: whose words stand behind a label, and what is no transcript."""

import pytest

from briefing.pipeline import read_document
from briefing.profile import parse
from briefing.records import RawDocument
from tests.factory import LEXICON, reading

TOML = """
[topic]
id = "weir"
title = "The weir"

[[party]]
id = "Blue"
name = "Blue Party"

[[party.member]]
name = "Paul Berg"

[[party]]
id = "Green"
name = "Green Party"

[[party.member]]
name = "Anna Kent"

[[issue]]
id = "weir"
title = "The weir"
terms = ["weir"]
"""


def said(text: str) -> list[tuple[str | None, str | None, str]]:
    """Speaker, party and mode of each statement."""
    found = reading(text, profile=parse(TOML.encode(), "weir.toml")).positions
    return [(p.speaker.name, p.speaker.party, p.attribution.kind) for p in found]


def test_labels_in_capitals_say_who_speaks():
    text = "BERG: The weir must go. It is old.\n\nKENT: It must stay.\n\nBERG: It will fall by itself."
    assert said(text) == [
        ("Paul Berg", "Blue", "direct"),
        ("Paul Berg", "Blue", "direct"),
        ("Anna Kent", "Green", "direct"),
        ("Paul Berg", "Blue", "direct"),
    ]


def test_an_answer_is_the_one_whom_the_introduction_names_and_a_question_is_nobodys():
    text = (
        "Paul Berg spoke to us at the mill.\n\nQ: Will the weir go?\n\nA: It must go.\n\n"
        "Q: What of Anna Kent?\n\nA: She likes the weir."
    )
    assert said(text) == [("Paul Berg", "Blue", "direct"), ("Paul Berg", "Blue", "direct")]


def test_an_answer_stays_unknown_where_the_introduction_names_two():
    text = "Paul Berg and Anna Kent met at the mill.\n\nQ: Will the weir go?\n\nA: The weir must go."
    assert [party for _, party, _ in said(text)] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "WATCH: the weir falls.\n\nThe mill is old, and the weir was mended.",
        "Note: the weir is shut.\n\nNote: the mill is shut.\n\nOpen: the lock.",
    ],
)
def test_a_link_or_a_note_is_no_transcript(text):
    assert said(text) == []


def test_a_signed_block_quotation_is_its_signers_own_words():
    text = "# Voices\n\nThe council met.\n\n> The weir must go. It is old.\n>\n> — Paul Berg, farmer\n\nIt rained."
    raw = RawDocument("a.md", "text/markdown", text.encode())
    found = read_document(raw, profile=parse(TOML.encode(), "weir.toml"), lexicon=LEXICON)
    said = [(p.speaker.name, p.span.of(found.article.text), p.attribution.kind) for p in found.positions]
    assert said == [("Paul Berg", "The weir must go.", "direct"), ("Paul Berg", "It is old.", "direct")]


def test_a_label_may_have_an_office_before_the_name():
    text = "PAUL BERG: The weir is old.\n\nMINISTER OF TRADE ANNA KENT: It is safe.\n\nPAUL BERG: We will see."
    assert [party for _, party, _ in said(text)] == ["Blue", "Green", "Blue"]


def test_what_a_speaker_of_a_transcript_tells_of_another_is_no_stand_of_his():
    text = "BERG: The weir is old.\n\nKENT: The mayor says he is going to reject the weir.\n\nBERG: We will see."
    found = reading(text, profile=parse(TOML.encode(), "weir.toml")).positions
    assert "reject" not in {stand.stance for p in found if p.speaker.party == "Green" for stand in p.stands}
