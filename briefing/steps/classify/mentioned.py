"""The issues that a statement mentions: those it names, else those of what it goes on about.

"It would never work," he added: what came before is mentioned, and never stood on.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from briefing.issue_terms import IssueHit
from briefing.records import Position, Sentence, Speaker
from briefing.steps.classify.units import Unit

_GOES_ON = 1  # sentences after which anybody's statement still goes on with the last one's issue
_FAR = 40  # sentences of a paragraph that are looked back over
_SPEAKS_ON = 3  # sentences after which the same speaker does

Named = Sequence[tuple[str, tuple[str, ...]]]  # issues, each with the words that named it


def named_in(text: str, hits: Sequence[IssueHit]) -> Named:
    """The issues of `hits`, each with the words that name it."""
    return tuple(
        (issue, tuple(dict.fromkeys(hit.span.of(text) for hit in hits if hit.issue == issue)))
        for issue in dict.fromkeys(hit.issue for hit in hits)
    )


def issues_before(
    text: str,
    unit: Unit,
    speaker: Speaker,
    found: Sequence[Position],
    sentences: Sequence[Sentence],
    named: Sequence[Sequence[IssueHit]],
) -> Named:
    """The issues of the statement right before; else of the nearest sentence of the paragraph that names any; else of
    what the same speaker said a little before. `found` are the statements so far, `named` the issues by sentence."""
    here = unit.sentence
    before = found[-1] if found else None
    known = tuple((s.issue, s.issue_words) for s in before.stances if s.issue) if before else ()
    gap = here.index - before.sentence if before else len(sentences)
    if known and gap <= _GOES_ON:
        return known
    earlier = takewhile(
        lambda s: s.paragraph == here.paragraph, reversed(sentences[max(0, here.index - _FAR) : here.index])
    )
    near = next((named[s.index] for s in earlier if named[s.index]), ())
    if near:
        return named_in(text, near)
    goes_on = before is not None and speaker.name is not None and speaker.name == before.speaker.name
    return known if goes_on and gap <= _SPEAKS_ON else ()
