"""What one statement is: a sentence, or a clause where a sentence holds two parties' words."""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.languages import Lexicon, Table, word_set
from briefing.records import Article, Attribution, AttributionKind, Sentence, Span, Speaker

_OPENING = ("coordinators", "subordinators", "relatives", "complementiser")  # entries of words that open a clause
_KIND_ORDER: tuple[AttributionKind, ...] = ("direct", "mixed", "indirect", "action")


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of one sentence and the attributions in it; the first leads."""

    sentence: Sentence
    span: Span
    members: tuple[int, ...]


@functools.cache
def _parting(grammar: Table) -> re.Pattern[str]:
    """What stands between two clauses; nothing does in "did not accede to | the protesters' demands"."""
    words = [word for entry in _OPENING if grammar.has(entry) for word in grammar.words(entry)]
    return re.compile(rf"[^\w\s]|\b(?:{'|'.join(map(re.escape, words))})\b")


@functools.cache
def _relatives(grammar: Table) -> tuple[str, ...]:
    """What a clause about the noun before it opens with."""
    return tuple(f"{word} " for word in sorted(word_set(grammar, "subject_relatives")))


def units_of(
    article: Article,
    sentences: tuple[Sentence, ...],
    attributions: tuple[Attribution, ...],
    speakers: tuple[Speaker, ...],
    *,
    lexicon: Lexicon,
) -> list[Unit]:
    """The statements of the article in text order, each with the attributions that make it, the leading one first."""
    units: list[Unit] = []
    relatives = _relatives(lexicon["grammar"])
    touching: dict[int, list[int]] = {}
    for i, attribution in enumerate(attributions):
        if _is_top(attribution, speakers[i]):
            for place in touched(attribution, sentences):
                touching.setdefault(place, []).append(i)
    for place in sorted(touching):
        sentence, here = sentences[place], touching[place]
        if article.paragraphs[sentence.paragraph].kind in ("subhead", "signature"):
            continue
        others = [attributions[k] for k in here]
        here = [i for i in here if not _describes_a_source(article.text, attributions[i], others, relatives)]
        here = _answers(here, attributions, speakers)
        if here:
            units += _split(article.text, sentence, here, attributions, speakers, _parting(lexicon["grammar"]))
    return units


def _is_top(attribution: Attribution, speaker: Speaker) -> bool:
    """Not inside another attribution, none that passes words on, no thing that "says", and something that was said.

    "The stalemate underscores …" is narration; "nobody said" and "she might say" are no statements of anybody.
    """
    if attribution.relays or attribution.indeterminate:
        return False
    return attribution.nested_in is None and (speaker.how != "thing" or attribution.kind in ("direct", "mixed"))


def _answers(here: list[int], attributions: Sequence[Attribution], speakers: Sequence[Speaker]) -> list[int]:
    """Without the questions that were put to a speaker: "Asked whether he would go, Holm said …".

    "Asked whether he would go, Holm hesitated" is an answer, too; where nobody is known to have answered, nobody made a
    statement. Who "was asked to go" had a demand put to him by somebody.
    """
    answers = [i for i in here if attributions[i].shape != "asked"]
    return answers or [i for i in here if speakers[i].name is not None or attributions[i].frame == "to"]


def _describes_a_source(
    text: str, attribution: Attribution, others: Sequence[Attribution], relatives: tuple[str, ...]
) -> bool:
    """ "Strand, who has been accused of delay, said …": what is told of the speaker in passing is no statement here.

    Nor in "…, said Strand, whose party promised …".
    """
    sources = [span for other in others if other is not attribution for span in other.source]
    if not attribution.cue:
        return False
    start = attribution.source[0].start if attribution.source else attribution.cue[0].start
    told = text.startswith(relatives, start) and any(
        span.start < start and text[span.end : start].strip() in (",", "") for span in sources
    )
    return told or any(span.covers(attribution.cue[0]) for span in sources)


def touched(attribution: Attribution, sentences: Sequence[Sentence]) -> list[int]:
    """The places in `sentences` where some of the content (of the cue, where there is no content) stands, in order."""
    found: set[int] = set()
    for part in attribution.content or attribution.cue:
        place = max(0, bisect_right(sentences, part.start, key=lambda sentence: sentence.span.start) - 1)
        while place < len(sentences) and sentences[place].span.start < part.end:
            if part.overlaps(sentences[place].span):
                found.add(place)
            place += 1
    return sorted(found)


def _split(
    text: str,
    sentence: Sentence,
    here: list[int],
    attributions: tuple[Attribution, ...],
    speakers: tuple[Speaker, ...],
    parting: re.Pattern[str],
) -> list[Unit]:
    """Whole sentence for one speaker; clauses where two parties' attributions stand side by side."""
    here = sorted(here, key=lambda i: _extent(attributions[i], sentence))
    groups: list[list[int]] = []
    reach: list[Span] = []  # of each group
    for i in here:
        own = _extent(attributions[i], sentence)
        if groups and (
            same_voice(speakers[groups[-1][0]], speakers[i])
            or reach[-1].overlaps(own)
            or not parting.search(text[reach[-1].end - 1 : own.start])
        ):
            groups[-1].append(i)
            reach[-1] = Span(min(reach[-1].start, own.start), max(reach[-1].end, own.end))
        else:
            groups.append([i])
            reach.append(own)
    bounds = [_boundary(text, left.end, right.start, parting) for left, right in pairwise(reach)]
    edges = [sentence.span.start, *bounds, sentence.span.end]
    spans = [_trim(text, Span(a, b)) for a, b in pairwise(edges)]
    return [
        Unit(sentence, span, tuple(_lead_first(group, attributions, speakers)))
        for span, group in zip(spans, groups, strict=True)
    ]


def _lead_first(
    group: Sequence[int], attributions: tuple[Attribution, ...], speakers: tuple[Speaker, ...]
) -> list[int]:
    """The leading attribution first: quoted before reported, a speaker named here before a pronoun."""

    def rank(i: int) -> tuple[int, bool, int]:
        by_pronoun = speakers[i].name is None or speakers[i].how == "pronoun"
        return (_KIND_ORDER.index(attributions[i].kind), by_pronoun, i)

    return sorted(group, key=rank)


def same_voice(one: Speaker, other: Speaker) -> bool:
    """Both speak for one party, or are one person of none."""
    return one.party == other.party and (one.name == other.name or one.party is not None)


def _extent(attribution: Attribution, sentence: Sentence) -> Span:
    parts = [p for p in (*attribution.source, *attribution.cue, *attribution.content) if p.overlaps(sentence.span)]
    return Span(
        max(sentence.span.start, min(p.start for p in parts)), min(sentence.span.end, max(p.end for p in parts))
    )


def _boundary(text: str, end: int, start: int, parting: re.Pattern[str]) -> int:
    """Where the second clause begins: after the last comma or semicolon between the two, else at a conjunction.

    Else where its words begin: no clause is cut in "… | but did not accede to the protesters' demands". The first
    clause ends at `end`, the words of the second begin at `start`.
    """
    between = text[end:start]
    cut = max(between.rfind(mark) for mark in (",", ";", "—", "–"))
    if cut >= 0:
        return end + cut + 1
    joined = next((match.start() for match in parting.finditer(between) if match.group().isalpha()), None)
    return start if joined is None else end + joined


def _trim(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;"):
        end -= 1
    return Span(start, end)
