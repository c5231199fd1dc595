"""Block quotations: which lines are quoted, and which sign what stands above them ("— Eleanor Rosen, farmer")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.steps.clean.shown import ShownLine
from briefing.steps.clean.structure import Verdict

_SIGNATURE = re.compile(r"(?:[–—]|--?) ?[A-Z]")
_LONGEST = 12  # words of a name with its office
_SIGNING = frozenset({"cite", "footer", "figcaption"})


def signs(text: str) -> bool:
    """The line is a dash with a name."""
    return bool(_SIGNATURE.match(text)) and len(text.split()) <= _LONGEST


def mark_block_quotes(lines: Sequence[ShownLine], found: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts, those on kept lines of a block quotation "quotation", and on the name below it "signature"."""
    marked = list(found)
    for i, line in enumerate(lines):
        elements = {element.name for element in line.around}
        if "blockquote" not in elements:
            continue
        named = signs(line.text) or (elements & _SIGNING and len(line.text.split()) <= _LONGEST)
        if i and marked[i - 1].kind == "quotation" and named:
            marked[i] = Verdict("signature", f"shape: the name below a block quotation; {found[i].rule}")
        elif found[i].kind == "body":
            marked[i] = Verdict("quotation", f"inside a block quotation; {found[i].rule}")
    return marked
