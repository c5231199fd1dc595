"""Where a sentence that holds two parties' words is parted, by the conjunctions of its language."""

import pytest

from briefing.languages import load
from briefing.records import Attribution, Span, Speaker
from briefing.steps.classify.units import units_of
from tests.factory import article, sentences


def _said(text, source, content):
    place = text.index(content)
    return Attribution(
        "action",
        (Span(text.index(source), text.index(source) + len(source)),),
        (),
        (Span(place, place + len(content)),),
        "x",
    )


@pytest.mark.parametrize(
    ("language", "text", "first", "second", "parts"),
    [
        (
            "en",
            "Lam added two seats but did not accede to crews’ demands.",
            ("Lam", "two seats"),
            ("crews", "demands"),
            ["Lam added two seats", "but did not accede to crews’ demands."],
        ),
        (
            "de",
            "Lam bot zwei Sitze und folgte nicht dem Ruf der Leute nach mehr.",
            ("Lam", "zwei Sitze"),
            ("Leute", "nach mehr"),
            ["Lam bot zwei Sitze", "und folgte nicht dem Ruf der Leute nach mehr."],
        ),
        # no clause begins between the two
        (
            "en",
            "Lam heeded the crews’ demands.",
            ("Lam", "heeded"),
            ("crews", "demands"),
            ["Lam heeded the crews’ demands."],
        ),
    ],
)
def test_parts(language, text, first, second, parts):
    given = article(text)
    attributions = (_said(text, *first), _said(text, *second))
    speakers = (Speaker("Lam", None, party="A"), Speaker("crews", None, party="B"))
    found = units_of(given, sentences(given), attributions, speakers, lexicon=load(language))
    assert [unit.span.of(text) for unit in found] == parts
