"""Sources that pass on what another says: "…, Reuters reports", "Hill said that …, according to her office"."""

from __future__ import annotations

import functools
from dataclasses import replace

from briefing.languages import Lexicon
from briefing.phrases import Phrases, compile_phrases, find_phrases
from briefing.steps.attribute.match import Match
from briefing.steps.attribute.nesting import outer
from briefing.steps.attribute.prose import Prose
from briefing.tags import PRONOUNS, RELATIVES
from briefing.text import tokens

_SPEECH = ("that", "clause", "quote")


@functools.lru_cache(maxsize=4)
def outlets(lexicon: Lexicon) -> Phrases[str]:
    """The names and descriptions of outlets, without those who merely receive words ("reporters")."""
    entries = lexicon["outlets"].entries
    return compile_phrases((word, entry.id) for entry in entries if entry.id != "receivers" for word in entry.words)


def with_relays(prose: Prose, matches: list[Match], lexicon: Lexicon) -> list[Match]:
    """The matches of one unit, those marked whose content holds another's words.

    Of an outlet any attribution inside is another's; of "according to" only speech whose source is named.
    """
    inside = [(matches[inner], around) for inner, around in outer(matches).items() if matches[inner].source is not None]
    holds = {around for _, around in inside}
    things = frozenset(lexicon["speakers"].words("document"))
    holds_speech = {around for inner, around in inside if inner.tells(*_SPEECH) and _by_person(prose, inner, things)}
    return [
        replace(match, relays=True)
        if (number in holds and _is_outlet(prose, match, lexicon))
        or any(around == number and _is_told(prose, match, inner) for inner, around in inside)
        or (number in holds_speech and match.shape == "according")
        or any(_quotes(prose, match, other) for other in matches)
        else match
        for number, match in enumerate(matches)
    ]


def _quotes(prose: Prose, match: Match, other: Match) -> bool:
    """ "The Echo quoted Berg as saying that …", "Berg was quoted by the Echo as saying …": the Echo passes it on."""
    if (
        other is match
        or other.source is None
        or not match.cue
        or not other.cue
        or not prose.is_a(other.cue[0][0] - 1, "equative")
    ):
        return False
    held = any(first <= other.source[0] < last for first, last in match.content)
    return held and prose.is_a(match.cue[-1][1] - 1, "reported")


def _by_person(prose: Prose, match: Match, things: frozenset[str]) -> bool:
    """Somebody whom a noun names speaks: no pronoun, and no document ("the union's proposal demands that …")."""
    if match.source is None or prose.tokens.tags[match.source[0]] in PRONOUNS + RELATIVES:
        return False
    return prose.tokens.words[match.source[1] - 1] not in things


def _is_told(prose: Prose, outlet: Match, inner: Match) -> bool:
    """The source received the words that it passes on: "Berg told the Echo newspaper that …, the Echo reported"."""
    if outlet.source is None or not inner.cue or inner.cue[-1][1] > inner.content[0][0]:
        return False
    words, tags = prose.tokens.words, prose.tokens.tags
    name = {words[i] for i in range(*outlet.source) if tags[i] == "A"}
    return bool(name) and name <= set(words[inner.cue[-1][1] : inner.content[0][0]])


def _is_outlet(prose: Prose, match: Match, lexicon: Lexicon) -> bool:
    """The source is an outlet, by a capitalised name or by a description that the table has: "the wire service"."""
    if match.source is None:
        return False
    span = prose.span(*match.source)
    words = tokens(prose.text, span.start, span.end)
    return any(
        found.last == len(words) and (found.key == "unnamed" or words[found.first].is_capitalised)
        for found in find_phrases(words, outlets(lexicon))
    )
