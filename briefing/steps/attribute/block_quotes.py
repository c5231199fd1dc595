"""Block quotations with the name of their speaker below them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.records import Paragraph
from briefing.steps.attribute.match import Match
from briefing.steps.attribute.prose import Prose, Unit
from briefing.steps.attribute.source_phrases import Range


def signatures(prose: Prose, units: Sequence[Unit], paragraphs: Sequence[Paragraph]) -> Mapping[int, Range]:
    """By paragraph of a signed block quotation, and of its signature, the tokens of the name that signs it."""
    found: dict[int, Range] = {}
    for unit in units:
        if paragraphs[unit.paragraph].kind != "signature" or unit.paragraph in found:
            continue
        first = next((i for i in range(unit.first, unit.last) if prose.tokens.tags[i] not in "-,.:"), unit.first)
        name = (first, max(first + 1, prose.body_end(unit)))
        at = unit.paragraph
        found[at] = name
        while at and paragraphs[at - 1].kind == "quotation":
            at -= 1
            found[at] = name
    return found


def signed_block(prose: Prose, unit: Unit, name: Range) -> list[Match]:
    """What one unit of the block says; nothing for the signature itself."""
    content = (unit.first, prose.body_end(unit))
    if unit.first <= name[0] < unit.last or content[1] <= content[0]:
        return []
    return [Match("signed.block", None, name, (), (content,), verbatim=True)]
