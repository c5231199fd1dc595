"""Attributions without a verb: "according to X", "X: …", "“…” – X"."""

from __future__ import annotations

from briefing.steps.attribute import contents, source_phrases
from briefing.steps.attribute.cues import Cue
from briefing.steps.attribute.match import Match
from briefing.steps.attribute.prose import Prose, Unit
from briefing.steps.attribute.source_phrases import Range
from briefing.tags import FINITE

_LONGEST_NAME = 8  # tokens before a colon


def according(prose: Prose, unit: Unit, at: int, cue: Cue) -> Match | None:
    """A preposition with its speaker, before, after or inside the content: "According to the union, talks failed"."""
    last = at + 1 + len(cue.particles)
    if prose.tokens.words[at + 1 : last] != list(cue.particles):
        return None
    if "after_comma" in cue.frames and (at == unit.first or prose.tokens.tags[at - 1] != ","):
        return None
    end = prose.body_end(unit)
    source = source_phrases.after(prose, last, end)
    if source is None:
        return None
    if at == unit.first:
        source = (source[0], _main_clause(prose, *source, end))
    elif not any(tag in FINITE for tag in prose.tokens.tags[unit.first : at]):
        source = (source[0], _before_predicate(prose, *source))
    content = _rest(prose, unit, at, source[1], end)
    if not content:
        return None
    return Match("according", cue.entry, source, ((at, last),), content, shape="according")


def _main_clause(prose: Prose, start: int, last: int, end: int) -> int:
    """The comma behind an opening "According to Reyes, the harbour master," before which its source ends."""
    commas = [i for i in range(start, end) if prose.tokens.tags[i] == "," and prose.quoted[i] < 0]
    for comma, limit in zip(commas, [*commas[1:], end], strict=False):
        if prose.tokens.tags[comma + 1 : comma + 2] != ["W"] and contents.is_clause(prose, comma + 1, limit):
            return comma
    return commas[-1] if commas and commas[-1] < last else last  # a verb unknown: "According to Reyes, the weir leaks"


def _before_predicate(prose: Prose, start: int, last: int) -> int:
    """The last comma of a source behind a bare subject: "The weir, according to Lind, the mayor, | stays open"."""
    return next((i for i in range(last - 1, start, -1) if prose.tokens.tags[i] == ","), last)


def _rest(prose: Prose, unit: Unit, at: int, after: int, end: int) -> tuple[Range, ...]:
    """What stands before the phrase that begins at `at`, and what follows the comma that ends it at `after`."""
    tags = prose.tokens.tags
    before = at
    while before > unit.first and tags[before - 1] in ",-(" and prose.quoted[before - 1] < 0:
        before -= 1
    ranges = [(unit.first, before)] if before - unit.first > 1 else []
    if after + 1 < end and tags[after] in ",-":
        ranges.append((after + 1, contents.content_end(prose, unit, after + 1, "clause")))
    elif not ranges and after < end:
        ranges.append((after, contents.content_end(prose, unit, after, "clause")))
    return tuple(ranges)


def speaker_and_colon(prose: Prose, unit: Unit) -> Match | None:
    """A headline or transcript line that begins with its speaker: "Mayor: bridge stays open"."""
    tags, text = prose.tokens.tags, prose.text
    colon = next((i for i in range(unit.first, min(unit.last, unit.first + _LONGEST_NAME)) if tags[i] == ":"), None)
    if colon is None or colon == unit.first or colon + 1 >= unit.last:
        return None
    first = unit.first + (prose.is_a(unit.first, "opening"))  # "Said Ann Lee: …"
    name = range(first, colon)
    if first == colon or any(
        tags[i] not in "s.ID" and (tags[i] != "A" or not text[prose.tokens.starts[i]].isupper()) for i in name
    ):
        return None
    quoted = prose.quoted[colon + 1] >= 0
    told = (
        prose.is_headline(unit)
        and not _is_a_figure(prose, unit, colon + 1)
        and (unit.first == 0 or contents.is_clause(prose, colon + 1, unit.last))
    )
    if not (quoted or told):
        return None
    content = (colon + 1, unit.last if quoted else prose.body_end(unit))
    cue = (unit.first, first) if first > unit.first else (colon, colon + 1)
    return Match("colon", None, (first, colon), (cue,), (content,))


def _is_a_figure(prose: Prose, unit: Unit, first: int) -> bool:
    """Figures and names alone: "Published: 5 May 2024" is no speaker's."""
    tags = prose.tokens.tags[first : prose.body_end(unit)]
    return "#" in tags and all(tag in "#A,.-" for tag in tags)


def signed(prose: Prose, unit: Unit) -> Match | None:
    """A quotation with its speaker behind a dash: "“We are ready.” – Ada Reyes"."""
    tags = prose.tokens.tags
    quotation = prose.quoted[unit.first]
    if quotation < 0:
        return None
    dash = prose.quotation_tokens[quotation][1]
    end = prose.body_end(unit)
    if dash + 1 >= end or tags[dash] != "-" or tags[dash + 1] not in "AD":
        return None
    source = source_phrases.after(prose, dash + 1, end)
    if source is None or source[1] - source[0] > _LONGEST_NAME * 2 or (tags[dash + 1] == "D" and source[1] < end):
        return None
    return Match("signed", None, source, ((dash, dash + 1),), ((unit.first, dash),))
