"""The words that the filter offers where no script reads a typed text."""

from __future__ import annotations

from dataclasses import replace

from briefing.records import Speaker
from briefing.render.common_words import common_words
from briefing.render.views import view
from tests.render.factory import HOLM, briefing, statement


def offered(*texts):
    """The words offered for statements of these texts, with the numbers of the statements."""
    made = [replace(statement(f"N-{n}", HOLM), lead=replace(HOLM, text=text)) for n, text in enumerate(texts)]
    shown = view(briefing(statements=tuple(made), key_points=(), agreements=(), conflicts=()))
    found = common_words(shown.items.values(), "en")
    return {word.text: sorted(int(i.removeprefix("N-")) for i in word.statements) for word in found}


REST = ("A kite.", "A tree.", "A song.", "A door.")


def test_a_word_of_several_statements_is_offered():
    assert offered("The ferry left.", "Ferry, stay!", "A new ferry.", *REST) == {"ferry": [0, 1, 2]}


def test_the_shortest_of_forms_stands_for_all_of_them():
    texts = (
        "Ferries left.",
        "Ferries stayed.",
        "Ferries sank.",
        "The ferri of old.",
        "Ferri!",
        "A ferri.",
        *REST,
        "No.",
        "Ha.",
    )
    assert offered(*texts) == {"ferri": [0, 1, 2, 3, 4, 5]}


def test_words_of_most_statements_of_few_or_without_content_are_not_offered():
    assert offered(*(f"About the lake {rest}" for rest in REST), "The ferry left.", "The ferry came.") == {}


def test_the_speaker_is_looked_in_too():
    by = [statement(f"N-{n}", replace(HOLM, text=text)) for n, text in enumerate((*REST, "A boat.", "A bell."))]
    said = [replace(s, speaker=Speaker("Ida Quist", None)) if n < 3 else s for n, s in enumerate(by)]
    shown = view(briefing(statements=tuple(said), key_points=(), agreements=(), conflicts=()))
    assert "quist" in {word.text for word in common_words(shown.items.values(), "en")}
