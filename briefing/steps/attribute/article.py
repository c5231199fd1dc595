"""The step: every attribution of one article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from briefing.languages import Lexicon
from briefing.records import Article, Attribution, Problem, Sentence
from briefing.steps.attribute.announced import announced
from briefing.steps.attribute.block_quotes import signatures, signed_block
from briefing.steps.attribute.continuation import carry_on, join_units
from briefing.steps.attribute.cues import Cue, compiled
from briefing.steps.attribute.groups import verb_group
from briefing.steps.attribute.introductions import according, signed, speaker_and_colon
from briefing.steps.attribute.match import Match
from briefing.steps.attribute.nesting import cut_back, settle
from briefing.steps.attribute.nominal import noun
from briefing.steps.attribute.opinions import predicate
from briefing.steps.attribute.output import attributions, unclosed
from briefing.steps.attribute.prose import Prose, Unit, read
from briefing.steps.attribute.relays import with_relays
from briefing.steps.attribute.shapes import match_verb
from briefing.steps.attribute.sourceless import SOURCELESS, asked, raising
from briefing.steps.attribute.turns import labels, turn
from briefing.steps.attribute.unlisted import unlisted


def attribute(
    article: Article, sentences: tuple[Sentence, ...], *, lexicon: Lexicon
) -> tuple[tuple[Attribution, ...], tuple[Problem, ...]]:
    """The attributions of `article`, by the start of their content, and what is wrong with its quotation marks.

    Spans point into `article.text`, those of the problems into the decoded source. `sentences` are those of the split
    step. Never raises, on any text.
    """
    prose = read(article, sentences, lexicon)
    cues = compiled(lexicon["cues"])
    units = join_units(prose, cues)
    labelled, signed_by = labels(prose, units), signatures(prose, units, article.paragraphs)
    found = []
    for unit in units:
        if unit.paragraph in labelled:
            found.append(turn(prose, unit, labelled[unit.paragraph]))
        elif unit.paragraph in signed_by:
            found.append(signed_block(prose, unit, signed_by[unit.paragraph]))
        else:
            cut = cut_back(prose, unit, _in_unit(prose, unit, cues))
            found.append(settle(prose, with_relays(prose, cut, lexicon)))
    return attributions(prose, carry_on(prose, units, found), lexicon), unclosed(article, prose)


def _in_unit(prose: Prose, unit: Unit, cues: Mapping[str, tuple[Cue, ...]]) -> list[Match]:
    words, tags, quoted = prose.tokens.words, prose.tokens.tags, prose.quoted
    found = [match for shape in (speaker_and_colon, signed) if (match := shape(prose, unit))]
    for at in range(unit.first, unit.last):
        known = cues.get(words[at], ())
        if not (known or tags[at] == "E") or quoted[at] >= 0 or _is_name(prose, unit, at):
            continue
        matches = (_match(prose, unit, at, cue, found) for cue in known)
        match = next((match for match in matches if match), None) or unlisted(prose, unit, at)
        if match:
            found.append(match)
    found = [_spoken(prose, unit, match) for match in found]
    return found + announced(prose, unit, found)


def _spoken(prose: Prose, unit: Unit, match: Match) -> Match:
    """ "— The plan is bad, said Berg": a dash at the head of a paragraph opens speech, and is no part of it."""
    first, last = match.content[0]
    opens = prose.text[prose.tokens.starts[unit.first]] in "—–" and first == unit.first
    if not opens or not match.starts_with_content or last <= first + 1:
        return match
    return replace(match, content=((first + 1, last), *match.content[1:]), verbatim=True)


def _match(prose: Prose, unit: Unit, at: int, cue: Cue, earlier: list[Match]) -> Match | None:
    if cue.part == "preposition":
        return according(prose, unit, at, cue)
    if cue.part == "noun":
        return noun(prose, unit, at, cue)
    if cue.part == "adjective":
        return predicate(prose, unit, at, cue, earlier)
    group = verb_group(prose, unit, at, cue)
    if group is None:
        return None
    if SOURCELESS & cue.frames:
        return raising(prose, unit, group) or asked(prose, unit, group)
    return match_verb(prose, unit, group, earlier)


def _is_name(prose: Prose, unit: Unit, at: int) -> bool:
    """A capitalised word inside a sentence: "United States" is no cue. Headlines capitalise every word."""
    if at == unit.first or not prose.text[prose.tokens.starts[at]].isupper():
        return False
    return not prose.is_headline(unit)
