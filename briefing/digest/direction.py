"""Which way a stand points: for the thing that its object names or against it, by its stance and its words.

Each word of reversal that opens the object turns it: "reject the repeal of the rules" is for the rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefing.digest.content import stop_words
from briefing.languages import Lexicon
from briefing.merged import CitedStand
from briefing.profile import Profile
from briefing.stances import STANCES
from briefing.text import stem, tokens

_OPENING = 3  # words of an object among which its reversals stand
_SHORTEST = 2


def directed(stand: CitedStand, profile: Profile, lexicon: Lexicon) -> CitedStand:
    """The stand with its direction and the thing that it is about; as it is where the stance has no direction."""
    direction = STANCES[stand.stance].direction
    if not direction or stand.object is None:
        return stand
    known = {stem(word) for word in lexicon["stands"].settings["closed"]["reversals"]}
    stops = stop_words(lexicon)
    content = [stem(t.folded) for t in tokens(stand.object) if t.is_word and t.folded not in stops]
    turns = sum(word in known for word in content[:_OPENING])
    names = (name for party in profile.parties for name in (party.name, *party.aliases))
    named = {stem(t.folded) for name in names for t in tokens(name)}
    phrases = (p for p in _phrases(stand.object, stops) if p[0] not in known | named and len(p[0]) > _SHORTEST)
    about = tuple(dict.fromkeys(" ".join(phrase) for phrase in phrases))
    return replace(stand, direction=direction * (-1) ** turns, about=about)


def _phrases(text: str, stops: frozenset[str]) -> Iterator[list[str]]:
    """The last word of each run of content words of the text, as a stem, then the folded words of the run before it."""
    run: list[str] = []
    for token in (*tokens(text), None):
        if token is not None and token.folded in ("'s", "'", "-"):
            continue
        if token is not None and token.is_word and token.folded not in stops:
            run.append(token.folded)
        elif run:
            yield [stem(run[-1].replace("-", "")), *run[:-1]]
            run = []
