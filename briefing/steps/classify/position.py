"""From attributions to positions: one statement a sentence, or a clause where a sentence holds two parties' words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.lexicons import Entry, Lexicon
from briefing.profile import Profile
from briefing.records import (
    Article,
    Attribution,
    DatePhrase,
    DateSaid,
    Position,
    Sentence,
    Span,
    Spans,
    Speaker,
    Stance,
)
from briefing.steps.classify.inherited import inherited, issues_before
from briefing.steps.classify.issues import find_issues
from briefing.steps.classify.labels import labels
from briefing.steps.classify.others import find_others
from briefing.steps.classify.said import date_said
from briefing.steps.classify.stance import ORDER, StanceHit, find_stances, main_stance
from briefing.steps.classify.units import Unit, touched, units_of
from briefing.text import tokens

_BINDING = frozenset({"offer", "threaten"})
_FIRST_PERSON = frozenset({"we", "our", "us", "i", "my"})


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
    cues = {entry.id: entry for entry in lexicon["cues"].entries}
    found: list[Position] = []
    named = [find_issues(tokens(article.text, *sentence.span), profile) for sentence in sentences]
    for unit in units_of(article, sentences, attributions, speakers):
        members = [attributions[i] for i in unit.members]
        lead, speaker = members[0], speakers[unit.members[0]]
        words = tokens(article.text, *unit.span)
        issues = find_issues(words, profile)
        stances = find_stances(words, speaker.party, profile=profile, lexicon=lexicon)
        default = min((_cue_stance(a, cues, article.text) for a in members), key=ORDER.index)
        main, decided, stances = _main(members, _said(stances, members), default)
        before = _previous_date(found, unit, speaker, lead)
        others = find_others(article.text, words, lead, speaker, main, profile=profile, lexicon=lexicon)
        found.append(
            Position(
                span=unit.span,
                attribution=lead,
                speaker=speaker,
                stance=main,
                stances=labels(article.text, issues, stances, main, decided)
                or inherited(
                    article.text,
                    issues_before(article.text, unit, speaker, found, sentences, named),
                    main,
                    decided,
                ),
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


def _said(stances: tuple[StanceHit, ...], members: Sequence[Attribution]) -> tuple[StanceHit, ...]:
    """The stances in what is said and in the cue: in "said after a meeting that lasted until dawn", "until" sets no
    condition. An action is all said by the outlet, and counts whole."""
    if any(a.kind == "action" or not a.content for a in members):
        return stances
    parts = [span for a in members for span in (*a.content, *a.cue, *_between(a))]
    return tuple(s for s in stances if any(part.overlaps(s.span) for part in parts))


def _between(attribution: Attribution) -> Spans:
    """What stands between source and content: "the mayor | neither confirmed nor denied | the report"."""
    source, content = attribution.source[-1:], attribution.content[:1]
    return (Span(source[0].end, content[0].start),) if source and content and source[0].end < content[0].start else ()


def _main(
    members: Sequence[Attribution], stances: tuple[StanceHit, ...], default: Stance
) -> tuple[Stance, StanceHit | None, tuple[StanceHit, ...]]:
    """The main stance, the words that decided it (None: the cue did), and the stances that count for the issues."""
    if {a.kind for a in members} & {"direct", "mixed"}:  # who is quoted has commented, but for "I can't confirm it"
        quoted = [span for a in members if a.kind == "direct" for span in a.content]
        stances = tuple(
            s for s in stances if s.stance != "decline_comment" or any(span.covers(s.span) for span in quoted)
        )
    silence = next((s for s in stances if s.stance == "decline_comment"), None)
    if silence is not None:  # "refused to say" rejects nothing
        return "decline_comment", silence, stances
    decided = main_stance(stances, default) if default == "state" else None
    return (decided.stance if decided else default), decided, stances


def _cue_stance(attribution: Attribution, cues: Mapping[str, Entry], text: str) -> Stance:
    """The stance that the cue itself names, `state` when it names none or is negated against its use.

    Some cues depend on whose act is told: "warned that it would strike" threatens, "warned of high waves" fears.
    """
    entry = cues.get(attribution.cue_id or "")
    if entry is None:
        return "state"
    if attribution.negated and not entry.extra.get("negated"):  # "would not, however, say whether"
        withheld = entry.extra.get("tells") and attribution.rule.endswith(".wh")
        return "decline_comment" if withheld else "state"
    of_others: Stance | None = entry.extra.get("of_others")
    if of_others is not None and not _is_own_act(attribution, text):
        return of_others
    stance: Stance = entry.extra.get("stance", "state")
    return "reject" if stance in _BINDING and _is_not_to(attribution, text) else stance


def _is_not_to(attribution: Attribution, text: str) -> bool:
    """What somebody binds himself to is not to do something: "vowed never to sign", "promised that he won't"."""
    words = [token.folded for span in attribution.content[:1] for token in tokens(text, *span) if token.is_word]
    own = words[1:] if words[:1] == ["that"] else words
    modal = own[1:2] in (["will"], ["would"]) and own[2:3] in (["not"], ["never"])
    return own[:1] in (["not"], ["never"]) or own[1:2] in (["won't"], ["wouldn't"]) or modal


def _is_own_act(attribution: Attribution, text: str) -> bool:
    """The content has the speaker for its subject: in the first person, or by a pronoun that opens it."""
    words = [token.folded for span in attribution.content[:1] for token in tokens(text, *span) if token.is_word]
    opening = words[1:] if words[:1] == ["that"] else words
    return bool(_FIRST_PERSON & set(words)) or opening[:1] in (["it"], ["they"], ["he"], ["she"])


def _previous_date(
    found: Sequence[Position], unit: Unit, speaker: Speaker, attribution: Attribution
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
    several = len(touched(attributions[first], sentences)) > 1
    continued = any(a.continues == first for a in attributions)
    return first if several or continued else None
