"""The step: every attribution of one article."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.lexicons import Lexicon
from briefing.records import Article, Attribution, AttributionKind, Problem, Sentence, Spans
from briefing.steps.attribute.continuation import carry_on, join_asked
from briefing.steps.attribute.cues import Cue, compiled
from briefing.steps.attribute.groups import verb_group
from briefing.steps.attribute.introductions import according, speaker_and_colon
from briefing.steps.attribute.nesting import settle
from briefing.steps.attribute.page import Page, Unit, read
from briefing.steps.attribute.shapes import Match, match_verb
from briefing.steps.attribute.sources import Range


def attribute(
    article: Article, sentences: tuple[Sentence, ...], *, lexicon: Lexicon
) -> tuple[tuple[Attribution, ...], tuple[Problem, ...]]:
    """The attributions of `article`, by the start of their content, and what is wrong with its quotation marks.

    Spans point into `article.text`. `sentences` are those of the split step. Never raises on any text.
    """
    page = read(article, sentences, lexicon["grammar"])
    cues = compiled(lexicon["cues"])
    units = join_asked(page, cues)
    found = [settle(page, _in_unit(page, unit, cues)) for unit in units]
    matches = carry_on(page, units, found)
    attributions = sorted((_attribution(page, match, lexicon) for match in matches), key=lambda a: a.content)
    return tuple(attributions), _problems(article, page)


def _in_unit(page: Page, unit: Unit, cues: Mapping[str, tuple[Cue, ...]]) -> list[Match]:
    words, quoted = page.tokens.words, page.quoted
    opening = speaker_and_colon(page, unit)
    found: list[Match] = [opening] if opening else []
    for at in range(unit.first, unit.last):
        if quoted[at] >= 0 or words[at] not in cues or _is_name(page, unit, at):
            continue
        for cue in cues[words[at]]:
            match = _match(page, unit, at, cue, found)
            if match:
                found.append(match)
                break
    return found


def _match(page: Page, unit: Unit, at: int, cue: Cue, earlier: list[Match]) -> Match | None:
    if cue.part == "preposition":
        return according(page, unit, at, cue)
    group = verb_group(page, unit, at, cue)
    return group and match_verb(page, unit, group, earlier)


def _is_name(page: Page, unit: Unit, at: int) -> bool:
    """A capitalised word inside a sentence: "United States" is no cue. Headlines capitalise every word."""
    if at == unit.first or not page.text[page.tokens.starts[at]].isupper():
        return False
    return not page.is_headline(unit)


def _attribution(page: Page, match: Match, lexicon: Lexicon) -> Attribution:
    return Attribution(
        kind=_kind(page, match),
        source=_spans(page, (match.source,) if match.source else ()),
        cue=_spans(page, match.cue),
        content=_spans(page, match.content),
        rule=match.rule,
        cue_id=match.entry,
        negated=match.negated,
        modal=match.modal,
    )


def _kind(page: Page, match: Match) -> AttributionKind:
    inside = [page.quoted[i] >= 0 for first, last in match.content for i in range(first, last)]
    if all(inside):
        return "direct"
    return "mixed" if any(inside) else "indirect"


def _spans(page: Page, ranges: tuple[Range, ...]) -> Spans:
    return tuple(page.span(first, last) for first, last in ranges)


def _problems(article: Article, page: Page) -> tuple[Problem, ...]:
    return tuple(
        Problem(
            "quotation.unclosed", article.source, "a quotation mark is never closed: taken to end with its paragraph"
        )
        for quotation in page.quotations
        if not quotation.closed
    )
