"""Joint speakers: the phrases that "and", "as well as" and commas join, each of which could speak on its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.gazetteer import find_names
from briefing.steps.mention.context import BREAKS, Context
from briefing.text import Token


def joint_parts(words: Sequence[Token], context: Context) -> list[Sequence[Token]]:
    """The phrases that "and" joins, when each part can speak on its own; otherwise the whole phrase as one part.

    Of a group with examples the group alone.
    """
    hits = find_names(words, context.names)
    inside = {i for hit in hits for i in range(hit.first + 1, hit.last)}
    cuts = [(a, b) for a, b in _joints(words, context) if a not in inside and a > 0 and b < len(words)]
    if not cuts:
        return [words]
    examples = _start_of_examples(words[: cuts[-1][0]], context)
    if examples is not None:
        return [words[:examples]]
    joined = {i for a, b in cuts for i in range(a, b)}
    commas = [(i, i + 1) for i, w in enumerate(words[: cuts[-1][0]]) if w.text == "," and i not in joined]
    for chosen in (sorted({*cuts, *commas}), cuts):  # "the United States, Egypt and Qatar"; then without the commas
        starts, ends = [0, *(b for _, b in chosen)], [*(a for a, _ in chosen), len(words)]
        parts = [words[a:b] for a, b in zip(starts, ends, strict=True)]
        alone = all(_can_speak(part, context) for part in parts) and not any(
            _lacks_article(p, context) for p in parts[1:]
        )
        if alone and not (chosen != cuts and _has_apposition(parts, context)):
            return parts
    return [words]


def _joints(words: Sequence[Token], context: Context) -> Iterator[tuple[int, int]]:
    """The half-open ranges of what joins two phrases, the comma before "along with" or the last "and" among them."""
    folded = [word.folded for word in words]
    for i, word in enumerate(folded):
        first = i - 1 if i and words[i - 1].text == "," else i
        if word in context.words.joining:
            yield first, i + 1
        length = next((len(p) for p in context.words.joiners if tuple(folded[i : i + len(p)]) == p), 0)
        if length:
            yield first, i + length


def _start_of_examples(words: Sequence[Token], context: Context) -> int | None:
    """Where the examples of one unnamed group begin: "small parties| , such as the Greens and the Front"."""
    examples = {phrase[0] for phrase in context.words.exemplifying}
    found = (i for i, (a, b) in enumerate(pairwise(words)) if i and a.text == "," and b.folded in examples)
    return next(found, None)


def _has_apposition(parts: Sequence[Sequence[Token]], context: Context) -> bool:
    """A part that opens with "a" or "the" after a comma is an apposition, unless it is the name of another party."""
    hits = find_names(parts[0], context.names)
    person = any(hit.name.kind in ("person", "surname") for hit in hits)
    first = {hit.name.party.id for hit in hits}
    return any(
        part
        and part[0].folded in context.words.apposition_openers
        and (person or not _names_another(part[1:], first, context))
        for part in parts[1:]
    )


def _names_another(words: Sequence[Token], first: set[str], context: Context) -> bool:
    hits = find_names(words, context.names)
    return bool(hits) and len(hits[0].name.words) == len(words) and not {hits[0].name.party.id} & first


def _lacks_article(part: Sequence[Token], context: Context) -> bool:
    """One office without an article is part of a longer one: "a budget and human resources commissioner"."""
    lists = context.words
    ends = lists.binding | lists.loose | BREAKS
    group = part[: next((i for i, word in enumerate(part) if word.folded in ends), len(part))]
    if not group or any(w.is_capitalised for w in group) or group[0].folded in lists.determiner | lists.possessive:
        return False
    return group[-1].folded in lists.role and not group[-1].folded.endswith("s")


def _can_speak(part: Sequence[Token], context: Context) -> bool:
    hits = find_names(part, context.names)
    if any(hit.name.kind != "adjective" for hit in hits):
        return True
    lists = context.words
    return any(w.folded in lists.role or w.folded in lists.institution or w.folded in lists.document for w in part)
