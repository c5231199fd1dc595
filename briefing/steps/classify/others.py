"""The others in a statement: to whom it was said, against whom, through whom it came, and for whom it speaks."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.gazetteer import Hit, compile_names, find_names
from briefing.languages import Lexicon
from briefing.phrases import Phrases, compile_phrases, find_phrases
from briefing.profile import Profile
from briefing.records import Attribution, Span, Speaker, Stance
from briefing.stances import STANCES
from briefing.text import Token, tokens

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
    words: Sequence[Token],
    attribution: Attribution,
    speaker: Speaker,
    stance: Stance,
    *,
    profile: Profile,
    lexicon: Lexicon,
) -> Others:
    """The others in the statement whose words are `words`."""
    hits = find_names(words, compile_names(profile, lexicon.language))
    after = _after_cue(text, attribution, words)
    outlet = next((f for f in find_phrases(after, _outlets(lexicon)) if f.key != "receivers"), None)
    received = find_names(after, compile_names(profile, lexicon.language))
    own = speaker.parties
    addressee = None if outlet or not received else received[0].name.party.id
    return Others(
        addressee=addressee if addressee not in own else None,
        target=_other_party(hits, attribution, own) if STANCES[stance].towards else None,
        on_behalf_of=_described(hits, attribution) if not own and speaker.anonymous else None,
        relayed_via=outlet.span.of(text) if outlet else None,
    )


def _after_cue(text: str, attribution: Attribution, words: Sequence[Token]) -> Sequence[Token]:
    """The words between the cue and the content, where a receiver stands."""
    if not attribution.cue or not attribution.content or attribution.content[0].start < attribution.cue[-1].end:
        return ()
    gap = Span(attribution.cue[-1].end, attribution.content[0].start)
    inside = gap.start < gap.end and words and words[0].span.start <= gap.start
    return tokens(text, gap.start, gap.end)[:_RECEIVER_REACH] if inside else ()


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
        opens = any(0 <= hit.span.start - span.start <= len("that the ") for span in attribution.content)
        if opens and hit.name.kind == "party":
            return hit.name.party.id
    return None
