"""From attributions to positions: one statement a sentence, or a clause where a sentence holds two parties' words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.issue_terms import IssueHit
from briefing.languages import Entry, Lexicon
from briefing.profile import Profile
from briefing.records import (
    Article,
    Attribution,
    DatePhrase,
    DateSaid,
    Position,
    Sentence,
    Span,
    Speaker,
    Stance,
)
from briefing.stances import SILENCE, WORDS
from briefing.steps.classify.labels import main_stance, summary
from briefing.steps.classify.mentioned import issues_before, named_in
from briefing.steps.classify.others import find_others
from briefing.steps.classify.said import date_said
from briefing.steps.classify.stand import stands_of
from briefing.steps.classify.units import Unit, same_voice, touched, units_of
from briefing.words import Words

_REMEMBERED = 150  # sentences that "the deal" may go back over
_DAY = len("2024-05-06")  # no month, no weekend


def positions(
    article: Article,
    sentences: tuple[Sentence, ...],
    words: tuple[Words, ...],
    attributions: tuple[Attribution, ...],
    speakers: tuple[Speaker, ...],
    phrases: tuple[DatePhrase, ...],
    *,
    profile: Profile,
    lexicon: Lexicon,
) -> tuple[Position, ...]:
    """The statements of the article in text order; spans into `article.text`."""
    cues = {entry.id: entry for entry in lexicon["cues"].entries}
    found: list[Position] = []
    continued = frozenset(attribution.continues for attribution in attributions)
    relays = [attribution for attribution in attributions if attribution.relays]
    named = [sentence.issues for sentence in words]
    unsaid = tuple(part for a in attributions if a.indeterminate for part in a.content)
    for unit in units_of(article, sentences, attributions, speakers, lexicon=lexicon):
        members = [attributions[i] for i in unit.members]
        lead, speaker = members[0], speakers[unit.members[0]]
        own = words[unit.sentence.index]
        here = own if unit.span == unit.sentence.span else own.within(unit.span)
        before = _named_before(named, unit)
        stands = (
            ()
            if "stands" not in lexicon
            else stands_of(article.text, unit.span, members, speaker, here, before, profile=profile, lexicon=lexicon)
        )
        # "stopped short of saying | that the dam must go", "Norland's plan | was rejected | by Cork"
        not_own = (*unsaid, *_cues_of_others(unit, attributions, speakers))
        stands = tuple(stand for stand in stands if not any(part.overlaps(stand.act) for part in not_own))
        mentioned = named_in(article.text, here.issues)
        mentioned = mentioned or issues_before(article.text, unit, speaker, found, sentences, named)
        stances = summary(article.text, stands, mentioned)
        main = main_stance(stands, _silence(members, cues))
        others = find_others(article.text, here, lead, speaker, main, lexicon=lexicon)
        found.append(
            Position(
                span=unit.span,
                attribution=lead,
                speaker=speaker,
                stance=main,
                stances=stances,
                date_said=date_said(
                    article, unit.span, members, phrases, _previous_date(found, unit, speaker, lead), lexicon=lexicon
                ),
                sentence=unit.sentence.index,
                stands=stands,
                mentions=tuple(row.issue for row in stances if row.issue and not row.stance_words),
                group=_group(unit.members[0], attributions, sentences, continued),
                addressee=others.addressee,
                target=others.target,
                on_behalf_of=others.on_behalf_of,
                relayed_via=others.relayed_via or _relay(article.text, lead, relays),
            )
        )
    return tuple(found)


def _cues_of_others(unit: Unit, attributions: Sequence[Attribution], speakers: Sequence[Speaker]) -> list[Span]:
    """The cues in the statement that are not those of its speaker."""
    lead = speakers[unit.members[0]]
    others = (i for i in unit.members if not same_voice(lead, speakers[i]))
    return [part for i in others for part in attributions[i].cue]


def _silence(members: Sequence[Attribution], cues: Mapping[str, Entry]) -> Stance:
    """Silence for a cue of it ("would not say whether"), else mere words."""
    lead = members[0]
    entry = cues.get(lead.cue_id or "")
    if entry is None:
        return WORDS
    if lead.negated and entry.extra.get("tells") and lead.frame == "wh":
        return SILENCE
    return SILENCE if entry.extra.get("silent") else WORDS


def _previous_date(
    found: Sequence[Position], unit: Unit, speaker: Speaker, attribution: Attribution
) -> DateSaid | None:
    """The date of the statement right before, when the same person goes on speaking on the same occasion.

    "He said" and a quotation that runs on are the same occasion; a new sentence with the name is, where it quotes and
    the one before has a day of its own.
    """
    if not found or attribution.negated:
        return None
    last = found[-1]
    if last.attribution == attribution:
        return last.date_said
    near = unit.sentence.index - last.sentence <= 1
    same = last.speaker.name is not None and last.speaker.name == speaker.name
    a_day = last.date_said.iso is not None and len(last.date_said.iso) == _DAY
    if not (near and same and a_day):
        return None
    runs_on = speaker.how in ("continuation", "pronoun") and last.attribution.kind != "action"
    quotes_on = attribution.kind == "direct" and last.date_said.own
    return last.date_said if runs_on or (quotes_on and speaker.person is not None) else None


def _named_before(named: Sequence[Sequence[IssueHit]], unit: Unit) -> list[IssueHit]:
    """The terms that the article has named up to the statement's end, as far back as anybody remembers."""
    here = unit.sentence.index
    rows = named[max(0, here - _REMEMBERED) : here + 1]
    return [hit for row in rows for hit in row if hit.span.end <= unit.span.end]


def _relay(text: str, lead: Attribution, relays: Sequence[Attribution]) -> str | None:
    """The words of the outlet that passes the statement on: "…, Reuters reports"."""
    for outer in relays:
        if lead.cue and any(span.covers(lead.cue[0]) for span in outer.content):
            return outer.source[0].of(text)
    return None


def _group(
    lead: int, attributions: tuple[Attribution, ...], sentences: tuple[Sentence, ...], continued: frozenset[int | None]
) -> int | None:
    """The attribution that opened the quotation, when the quotation has more than one sentence.

    `continued` are the attributions whose quotation another one carries on.
    """
    opener = attributions[lead].continues
    first = lead if opener is None else opener
    several = len(touched(attributions[first], sentences)) > 1
    return first if several or first in continued else None
