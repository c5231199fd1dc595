"""Quotation marks are paired as a reader pairs them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.records import Span
from briefing.steps.attribute.quotations import quotations

PAIRED = [
    ("straight", 'He said "no way" twice.', ['"no way"']),
    ("curly", "He said “no way” twice.", ["“no way”"]),
    ("doubled single", "He said ''no way'' twice.", ["''no way''"]),
    ("guillemets", "He said «no way» twice.", ["«no way»"]),
    ("guillemets inwards", "Sie nannte es »nicht gut«. Er widersprach.", ["»nicht gut«"]),
    ("single", "He said ‘no way,’ twice.", ["‘no way,’"]),
    ("single straight", "He said 'no way,' and left.", ["'no way,'"]),
    ("opened curly, closed straight", 'He said “no way" twice.', ['“no way"']),
    ("opened straight, closed curly", 'He said "no way” twice.', ['"no way”']),
    ("opened double, closed single", "He said \"no way,' and left.", ["\"no way,'"]),
    ("a blank after the mark", 'The man said: " We have it."', ['" We have it."']),
    ("single inside double", "“They cried ‘fire’ twice,” he said.", ["“They cried ‘fire’ twice,”"]),
    ("double inside double", "“He called me “mad” and left,” she said.", ["“He called me “mad” and left,”"]),
    ("apostrophes", "It’s the workers’ right, isn't it?", []),
    ("years", "In the ’90s and '80s it rained.", []),
    ("an opening mark repeated", "“One. “Two,” he said.", ["“One. “Two,”"]),
    ("two quotations", "“Yes,” he said. “No.”", ["“Yes,”", "“No.”"]),
    ("a clipped word", "Bring 'em all, he said: 'tis late.", []),
    ("left out words", "“We […] go … now,” he said.", ["“We […] go … now,”"]),
    ("possessive inside single marks", "‘The workers’ rights are ours,’ he said.", ["‘The workers’ rights are ours,’"]),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in PAIRED], ids=[row[0] for row in PAIRED])
def test_pairs(text: str, expected: list[str]):
    found = quotations(text, Span(0, len(text)))
    assert [quotation.span.of(text) for quotation in found] == expected
    assert all(quotation.closed for quotation in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “no way.", ["“no way."]),
        ("He said: 'We have it. We keep it.", ["'We have it. We keep it."]),
        ("'We have it, and we’ll keep it.", ["'We have it, and we’ll keep it."]),
        ('He said "one. "Two," he said.', ['"one. ', '"Two,"']),
    ],
)
def test_an_unclosed_quotation_ends_with_its_paragraph_or_the_next_mark(text: str, expected: list[str]):
    found = quotations(text, Span(0, len(text)))
    assert [quotation.span.of(text) for quotation in found] == expected
    assert not all(quotation.closed for quotation in found)


@given(st.text(alphabet="ab .,?“”\"'‘’«»-(", max_size=60))
def test_quotations_lie_in_order_and_never_overlap(text: str):
    found = quotations(text, Span(0, len(text)))
    ends = 0
    for quotation in found:
        assert ends <= quotation.span.start < quotation.span.end <= len(text)
        ends = quotation.span.end
