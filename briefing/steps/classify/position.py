"""From attributions to positions: one statement a sentence, or a clause where a sentence holds two parties' words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.lexicons import Lexicon
from briefing.profile import Profile
from briefing.records import (
    Article,
    Attribution,
    AttributionKind,
    DatePhrase,
    DateSaid,
    IssueStance,
    Position,
    Sentence,
    Span,
    Speaker,
    Stance,
)
from briefing.steps.classify.issues import IssueHit, find_issues
from briefing.steps.classify.others import find_others
from briefing.steps.classify.said import date_said
from briefing.steps.classify.stance import ORDER, StanceHit, find_stances, main_stance
from briefing.text import tokens

_KIND_ORDER: tuple[AttributionKind, ...] = ("direct", "mixed", "indirect", "action")


@dataclass(frozen=True, slots=True)
class _Unit:
    """A stretch of one sentence and the attributions in it; the first leads."""

    sentence: Sentence
    span: Span
    members: tuple[int, ...]


def positions(
    article: Article,
    sentences: tuple[Sentence, ...],
    attributions: tuple[Attribution, ...],
    speakers: tuple[Speaker, ...],
    phrases: tuple[DatePhrase, ...],
    *,
    profile: Profile,
    lexicon: Lexicon,
) -> tuple[Position, ...]:
    """The statements of the article in text order; spans into `article.text`."""
    cues = {entry.id: entry.extra.get("stance") for entry in lexicon["cues"].entries}
    found: list[Position] = []
    for unit in _units(article, sentences, attributions, speakers):
        members = [attributions[i] for i in unit.members]
        lead, speaker = members[0], speakers[unit.members[0]]
        words = tokens(article.text, *unit.span)
        issues = find_issues(words, profile)
        stances = find_stances(words, speaker.party, profile=profile, lexicon=lexicon)
        main, decided, stances = _main(members, stances, cues)
        before = _previous_date(found, unit, speaker, lead)
        others = find_others(article.text, words, lead, speaker, main, profile=profile, lexicon=lexicon)
        found.append(
            Position(
                span=unit.span,
                attribution=lead,
                speaker=speaker,
                stance=main,
                stances=_per_issue(article, issues, stances, main, decided),
                date_said=date_said(article, unit.span, lead, phrases, before),
                sentence=unit.sentence.index,
                group=_group(unit.members[0], attributions, sentences),
                addressee=others.addressee,
                target=others.target,
                on_behalf_of=others.on_behalf_of,
                relayed_via=others.relayed_via,
            )
        )
    return tuple(found)


def _main(
    members: Sequence[Attribution], stances: tuple[StanceHit, ...], cues: dict[str, Stance | None]
) -> tuple[Stance, StanceHit | None, tuple[StanceHit, ...]]:
    """The main stance, the words that decided it (None: the cue did), and the stances that count for the issues."""
    default = _cue_stance(members, cues)
    if {a.kind for a in members} & {"direct", "mixed"}:  # who is quoted has commented, whatever else is said
        stances = tuple(s for s in stances if s.stance != "decline_comment")
    decided = main_stance(stances, default) if default == "state" else None
    return (decided.stance if decided else default), decided, stances


def _units(
    article: Article,
    sentences: tuple[Sentence, ...],
    attributions: tuple[Attribution, ...],
    speakers: tuple[Speaker, ...],
) -> list[_Unit]:
    units: list[_Unit] = []
    for sentence in sentences:
        if article.paragraphs[sentence.paragraph].kind == "subhead":
            continue
        here = [i for i, a in enumerate(attributions) if _is_top(a, speakers[i]) and _touches(a, sentence)]
        if here:
            units += _split(article.text, sentence, here, attributions, speakers)
    return units


def _is_top(attribution: Attribution, speaker: Speaker) -> bool:
    """Not inside another attribution, and not a thing that "says": "the stalemate underscores …" is narration."""
    return attribution.nested_in is None and (speaker.via != "other" or attribution.kind in ("direct", "mixed"))


def _touches(attribution: Attribution, sentence: Sentence) -> bool:
    parts = attribution.content or attribution.cue
    return any(part.overlaps(sentence.span) for part in parts)


def _split(
    text: str, sentence: Sentence, here: list[int], attributions: tuple[Attribution, ...], speakers: tuple[Speaker, ...]
) -> list[_Unit]:
    """Whole sentence for one speaker; clauses where two parties' attributions stand side by side."""
    here = sorted(here, key=lambda i: _extent(attributions[i], sentence))
    groups: list[list[int]] = []
    for i in here:
        if (groups and _same_voice(speakers[groups[-1][0]], speakers[i])) or (
            groups and _extent_of(groups[-1], attributions, sentence).overlaps(_extent(attributions[i], sentence))
        ):
            groups[-1].append(i)
        else:
            groups.append([i])
    bounds = [_boundary(text, groups[k], groups[k + 1], attributions, sentence) for k in range(len(groups) - 1)]
    edges = [sentence.span.start, *bounds, sentence.span.end]
    spans = [_trim(text, Span(a, b)) for a, b in pairwise(edges)]
    return [
        _Unit(sentence, span, tuple(_lead_first(group, attributions)))
        for span, group in zip(spans, groups, strict=True)
    ]


def _lead_first(group: Sequence[int], attributions: tuple[Attribution, ...]) -> list[int]:
    return sorted(group, key=lambda i: (_KIND_ORDER.index(attributions[i].kind), i))


def _same_voice(one: Speaker, other: Speaker) -> bool:
    return one.party == other.party and (one.name == other.name or one.party is not None)


def _extent(attribution: Attribution, sentence: Sentence) -> Span:
    parts = [p for p in (*attribution.source, *attribution.cue, *attribution.content) if p.overlaps(sentence.span)]
    return Span(
        max(sentence.span.start, min(p.start for p in parts)), min(sentence.span.end, max(p.end for p in parts))
    )


def _extent_of(group: Sequence[int], attributions: tuple[Attribution, ...], sentence: Sentence) -> Span:
    extents = [_extent(attributions[i], sentence) for i in group]
    return Span(min(e.start for e in extents), max(e.end for e in extents))


def _boundary(
    text: str, left: Sequence[int], right: Sequence[int], attributions: tuple[Attribution, ...], sentence: Sentence
) -> int:
    """Where the second clause begins: after the last comma or semicolon between the two, else where its words begin."""
    end = _extent_of(left, attributions, sentence).end
    start = _extent_of(right, attributions, sentence).start
    between = text[end:start]
    cut = max(between.rfind(mark) for mark in (",", ";", "—", "–"))
    return end + cut + 1 if cut >= 0 else start


def _trim(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;"):
        end -= 1
    return Span(start, end)


def _cue_stance(members: Sequence[Attribution], cues: dict[str, Stance | None]) -> Stance:
    """The strongest stance that the cues themselves name; a negated cue names none."""
    named = [cues.get(a.cue_id or "") for a in members if not a.negated]
    return min((s for s in named if s), key=ORDER.index, default="state")


def _per_issue(
    article: Article, issues: Sequence[IssueHit], stances: Sequence[StanceHit], main: Stance, decided: StanceHit | None
) -> tuple[IssueStance, ...]:
    """One label for each issue: the stance words in the issue's own clause, or the main stance of the statement."""
    text = article.text
    found: dict[str, IssueStance] = {}
    for hit in issues:
        words = tuple(dict.fromkeys([*(found[hit.issue].issue_words if hit.issue in found else ()), hit.span.of(text)]))
        near = _same_clause(text, hit, stances)
        stance: Stance = near.stance if near else main
        why = near or decided
        decided_by = (why.span.of(text),) if why else ()
        if hit.issue not in found or ORDER.index(stance) < ORDER.index(found[hit.issue].stance):
            found[hit.issue] = IssueStance(hit.issue, stance, words, decided_by, why.rule if why else "stance.cue")
    if not found:
        return (
            IssueStance(
                None, main, (), (decided.span.of(text),) if decided else (), decided.rule if decided else "stance.cue"
            ),
        )
    return tuple(found.values())


def _same_clause(text: str, hit: IssueHit, stances: Sequence[StanceHit]) -> StanceHit | None:
    """The strongest stance words with no comma, semicolon or dash between them and the issue's term."""
    near = [s for s in stances if not any(mark in _between(text, s.span, hit.span) for mark in ",;—")]
    return min(near, key=lambda s: ORDER.index(s.stance), default=None)


def _between(text: str, one: Span, other: Span) -> str:
    return text[min(one.end, other.end) : max(one.start, other.start)]


def _previous_date(
    found: Sequence[Position], unit: _Unit, speaker: Speaker, attribution: Attribution
) -> DateSaid | None:
    """The date of the statement right before, when the same person goes on speaking."""
    if not found or attribution.negated:
        return None
    last = found[-1]
    near = unit.sentence.index - last.sentence <= 3
    same = last.speaker.name is not None and last.speaker.name == speaker.name
    goes_on = speaker.person is not None or speaker.via.startswith(("pronoun", "continuation"))
    joined = last.attribution == attribution
    return last.date_said if (near and same and goes_on) or joined else None


def _group(lead: int, attributions: tuple[Attribution, ...], sentences: tuple[Sentence, ...]) -> int | None:
    """The attribution that opened the quotation, when the quotation has more than one sentence."""
    opener = attributions[lead].continues
    first = lead if opener is None else opener
    several = sum(_touches(attributions[first], s) for s in sentences) > 1
    continued = any(a.continues == first for a in attributions)
    return first if several or continued else None
