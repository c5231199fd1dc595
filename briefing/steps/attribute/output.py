"""From token ranges to the records that leave the step."""

from __future__ import annotations

import functools
from bisect import bisect_right
from collections.abc import Mapping

from briefing.languages import Lexicon, Table, word_set
from briefing.records import Article, Attribution, AttributionKind, Problem, Span, Spans
from briefing.steps.attribute.determinacy import cancelling, indeterminate
from briefing.steps.attribute.match import Match
from briefing.steps.attribute.nesting import outer
from briefing.steps.attribute.prose import Prose
from briefing.steps.attribute.source_phrases import Range


def attributions(prose: Prose, matches: list[Match], lexicon: Lexicon) -> tuple[Attribution, ...]:
    """The records of all matches, by the start of their content; links between them are indexes into the result."""
    order = sorted(range(len(matches)), key=lambda number: (matches[number].content, matches[number].cue))
    place = {number: position for position, number in enumerate(order)}
    encloses = {inner: around for inner, around in outer(matches).items() if not matches[around].relays}
    actions = _actions(lexicon["cues"])
    hedges = word_set(lexicon["hedges"], "adverbs")
    cancels = cancelling(lexicon)
    return tuple(
        Attribution(
            kind=_kind(prose, matches[number], actions),
            source=_spans(prose, (matches[number].source,)),
            cue=_spans(prose, matches[number].cue),
            content=_spans(prose, matches[number].content),
            rule=matches[number].rule,
            shape=matches[number].shape,
            frame=matches[number].frame,
            cue_id=matches[number].entry,
            nested_in=_placed(encloses.get(number), place),
            continues=_placed(matches[number].continues, place),
            negated=matches[number].negated,
            modal=matches[number].modal,
            relays=matches[number].relays,
            hedge=_hedge(prose, matches[number], hedges),
            indeterminate=indeterminate(prose, matches[number], cancels),
        )
        for number in order
    )


@functools.cache
def _actions(cues: Table) -> frozenset[str]:
    return frozenset(entry.id for entry in cues.entries if entry.extra.get("action"))


def _placed(number: int | None, place: Mapping[int, int]) -> int | None:
    return None if number is None else place[number]


def _kind(prose: Prose, match: Match, actions: frozenset[str]) -> AttributionKind:
    inside = [prose.quoted[i] >= 0 for first, last in match.content for i in range(first, last)]
    if all(inside) or match.verbatim:
        return "direct"
    if any(inside):
        return "mixed"
    return "action" if match.entry in actions else "indirect"


def _spans(prose: Prose, ranges: tuple[Range | None, ...]) -> Spans:
    return tuple(prose.span(*part) for part in ranges if part is not None)


def _hedge(prose: Prose, match: Match, hedges: frozenset[str]) -> str | None:
    """The word in the cue by which the writer keeps a distance: "reportedly"."""
    words = (prose.tokens.words[i] for first, last in match.cue for i in range(first, last))
    return next((word for word in words if word in hedges), None)


def unclosed(article: Article, prose: Prose) -> tuple[Problem, ...]:
    """A problem for every quotation mark that nothing closes, unless the next paragraph repeats it to carry on."""
    message = "a quotation mark is never closed: the quotation was taken to end with its paragraph"
    return tuple(
        Problem("quotation.unclosed", article.source, message, _in_source(article, quotation.span.start))
        for number, quotation in enumerate(prose.quotations)
        if not quotation.closed and not _repeated(article, prose, number)
    )


def _repeated(article: Article, prose: Prose, number: int) -> bool:
    """The paragraph after that of quotation `number` begins with a quotation."""
    after = prose.quotation_paragraphs[number] + 1
    heads = {paragraph.span.start for paragraph in article.paragraphs[after : after + 1]}
    return any(quotation.span.start in heads for quotation in prose.quotations[number + 1 : number + 2])


def _in_source(article: Article, at: int) -> Span | None:
    """The character at `at` of the text as a span into the decoded source; None where the map does not hold it."""
    run = bisect_right(article.offsets, at, key=lambda offset: offset.text) - 1
    if run < 0 or at >= article.offsets[run].text + article.offsets[run].length:
        return None
    start = article.offsets[run].source + at - article.offsets[run].text
    return Span(start, start + 1)
