"""The others in a statement: to whom it was said, against whom, through whom it came, and for whom it speaks."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.gazetteer import Hit
from briefing.languages import Lexicon
from briefing.phrases import Phrases, compile_phrases, find_phrases
from briefing.records import Attribution, Span, Speaker, Stance
from briefing.stances import STANCES
from briefing.words import Words

_OPENING = 9  # characters before the party that a content opens with: "that the "
_RECEIVER_REACH = 5  # words after a cue in which its receiver stands: "told the BBC on Monday that"


@dataclass(frozen=True, slots=True)
class Others:
    """Party ids for addressee, target and on_behalf_of; the words of the outlet for relayed_via."""

    addressee: str | None = None
    target: str | None = None
    on_behalf_of: str | None = None
    relayed_via: str | None = None


@functools.lru_cache(maxsize=4)
def _outlets(lexicon: Lexicon) -> Phrases[str]:
    return compile_phrases((word, entry.id) for entry in lexicon["outlets"].entries for word in entry.words)


def find_others(
    text: str,
    words: Words,
    attribution: Attribution,
    speaker: Speaker,
    stance: Stance,
    *,
    lexicon: Lexicon,
) -> Others:
    """The others in the statement whose words are `words`."""
    after = _after_cue(attribution, words)
    outlet = next((f for f in find_phrases(after.tokens, _outlets(lexicon)) if f.key != "receivers"), None)
    received = after.names
    own = speaker.parties
    addressee = None if outlet or not received else received[0].name.party.id
    return Others(
        addressee=addressee if addressee not in own else None,
        target=_other_party(words.names, attribution, own) if STANCES[stance].towards else None,
        on_behalf_of=_described(words.names, attribution) if not own and speaker.anonymous else None,
        relayed_via=outlet.span.of(text) if outlet else None,
    )


def _after_cue(attribution: Attribution, words: Words) -> Words:
    """The words between the cue and the content, where a receiver stands."""
    if not attribution.cue or not attribution.content:
        return words.within(Span(0, 0))
    between = words.within(Span(attribution.cue[-1].end, max(attribution.cue[-1].end, attribution.content[0].start)))
    reach = between.tokens[:_RECEIVER_REACH]
    return between.within(Span(reach[0].span.start, reach[-1].span.end)) if reach else between


def _other_party(hits: Sequence[Hit], attribution: Attribution, own: tuple[str, ...]) -> str | None:
    """The first party in the content that is none of the speaker's own."""
    for hit in hits:
        inside = any(span.covers(hit.span) for span in attribution.content)
        if inside and hit.name.party.id not in own:
            return hit.name.party.id
    return None


def _described(hits: Sequence[Hit], attribution: Attribution) -> str | None:
    """The party that opens the content: "sources said that Hamas would …" describes the position of Hamas."""
    for hit in hits:
        opens = any(0 <= hit.span.start - span.start <= _OPENING for span in attribution.content)
        if opens and hit.name.kind == "party":
            return hit.name.party.id
    return None
