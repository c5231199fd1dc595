"""Whether a cue tells that something was said: not in "nobody said", "she should say", "if she says", "never said".

The Penn Discourse Treebank calls such attributions indeterminate (Prasad et al. 2007, "Attribution and its annotation
in the Penn Discourse TreeBank", Traitement Automatique des Langues 47).
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

from briefing.languages import Lexicon, Table
from briefing.steps.attribute.cues import compiled
from briefing.steps.attribute.match import Match
from briefing.steps.attribute.prose import Prose
from briefing.steps.attribute.source_phrases import Range

Phrases = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Cancelling:
    """The phrases that cancel a cue, by where they stand, and the entries of cues that they cancel or leave alone."""

    nobody: Phrases  # at the start of the source
    unlikely: Phrases  # right before the source
    expected: Phrases  # before the "to" of the cue
    unsaid: Phrases  # before a participle
    possible: frozenset[str]  # the modal of the cue
    refusing: frozenset[str]  # of these the modals that refuse where they are negated: "could not accept"
    negation: str  # what a denied verb of telling is cancelled by
    telling: frozenset[str]  # forms of verbs that are no act where they are negated
    opinion: frozenset[str]  # entries of passives that leave out whose opinion it is: "is expected to"
    silence: frozenset[str]  # entries of cues that tell of silence: nothing cancels them


def cancelling(lexicon: Lexicon) -> Cancelling | None:
    """What cancels a cue in the language of `lexicon`; None where the language has no such table."""
    return _compiled(lexicon["determinacy"], lexicon["cues"]) if "determinacy" in lexicon else None


@functools.cache
def _compiled(table: Table, cues: Table) -> Cancelling:
    def phrases(entry: str) -> Phrases:
        return frozenset(tuple(words.split()) for words in table.words(entry))

    denied = frozenset(table.words("denied"))
    return Cancelling(
        nobody=phrases("nobody"),
        unlikely=phrases("unlikely"),
        expected=phrases("expected"),
        unsaid=phrases("unsaid"),
        possible=frozenset(table.words("possible")),
        refusing=frozenset(table.settings["refusing"]),
        negation=table.settings["negation"],
        telling=frozenset(form for form, found in compiled(cues).items() if denied & {cue.lemma for cue in found}),
        opinion=frozenset(entry.id for entry in cues.entries if "raising.passive" in entry.extra["frames"]),
        silence=frozenset(entry.id for entry in cues.entries if entry.extra.get("silent")),
    )


def indeterminate(prose: Prose, match: Match, cancels: Cancelling | None) -> str | None:
    """The words by which the cue of `match` tells of nothing that was said; None where it does."""
    if cancels is None or match.entry in cancels.silence:
        return None
    if match.entry in cancels.opinion and match.shape == "raising":
        return prose.tokens.words[
            match.cue[-1][1] - 1
        ]  # the subject has said nothing: "the draft is expected to change"
    asks = match.frame == "wh"
    if match.negated and match.modal is None and not asks and cancels.telling & _words(prose, match.cue):
        return cancels.negation
    if match.modal in cancels.possible and not (match.negated and match.modal in cancels.refusing):
        return match.modal
    return _before_cue(prose, match, cancels) or (_at_source(prose, match.source, cancels, asks=asks))


def _at_source(prose: Prose, source: Range | None, cancels: Cancelling, *, asks: bool) -> str | None:
    if source is None:
        return None
    words = prose.tokens.words
    at_head = None if asks else max((p for p in cancels.nobody if _starts(words, source[0], p)), key=len, default=None)
    numbered = (
        at_head is not None
        and prose.is_a(source[0], "negative_determiner")
        and prose.tokens.tags[source[0] + 1] in "#."
    )  # "No 10 said"
    if at_head and not numbered:
        return " ".join(at_head)
    return _ends(words, source[0], cancels.unlikely)


def _before_cue(prose: Prose, match: Match, cancels: Cancelling) -> str | None:
    words, first = prose.tokens.words, match.cue[0][0] if match.cue else 0
    if first > 1 and prose.tokens.tags[first - 1] == "T":
        return _ends(words, first - 1, cancels.expected)
    return _ends(words, first, cancels.unsaid)


def _words(prose: Prose, ranges: tuple[Range, ...]) -> set[str]:
    return {prose.tokens.words[i] for first, last in ranges for i in range(first, last)}


def _starts(words: list[str], at: int, phrase: tuple[str, ...]) -> bool:
    return tuple(words[at : at + len(phrase)]) == phrase


def _ends(words: list[str], at: int, phrases: Phrases) -> str | None:
    """The longest of the phrases that ends before token `at`."""
    ending = [p for p in phrases if len(p) <= at and tuple(words[at - len(p) : at]) == p]
    return max((" ".join(p) for p in ending), key=len, default=None)
