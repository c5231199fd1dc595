"""Candidate issues: noun phrases that recur in the statements, gathered round the noun that they share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from briefing.init.heard import Voice
from briefing.languages import Lexicon, word_set
from briefing.text import Token, stem, tokens

_MOST_ISSUES = 10
_MOST_TERMS = 6
_SPEAKERS = ("role", "leader", "institution", "document")  # who speaks is no issue; who is affected may be


@dataclass(frozen=True, slots=True)
class ProposedIssue:
    """A noun that statements of several articles share, with the phrases it stands in."""

    title: str
    terms: tuple[str, ...]
    count: int
    articles: int
    example: Voice


@dataclass(slots=True)
class _Seen:
    """Where a term was met; `words` as first met."""

    words: str
    first: Voice
    count: int = 0
    sources: set[str] = field(default_factory=set)

    def rank(self) -> tuple[int, int, str]:
        return (-len(self.sources), -self.count, self.words)


def propose_issues(heard: Sequence[Voice], *, lexicon: Lexicon) -> tuple[ProposedIssue, ...]:
    """At most ten issues, those in most articles first. A phrase of two words goes with the commoner of the two."""
    words = _Words(lexicon)
    nouns: dict[str, _Seen] = {}
    pairs: dict[tuple[str, str], _Seen] = {}
    for voice in heard:
        for phrase in words.noun_phrases(tokens(voice.words)):
            _count(nouns.setdefault(stem(phrase[-1]), _Seen(phrase[-1], voice)), voice)
            if len(phrase) > 1:
                pair = (stem(phrase[-2]), stem(phrase[-1]))
                _count(pairs.setdefault(pair, _Seen(" ".join(phrase[-2:]), voice)), voice)
    order = {key: place for place, key in enumerate(sorted(nouns, key=lambda key: nouns[key].rank()))}
    phrases: dict[str, list[_Seen]] = {}
    for pair in sorted(pairs, key=lambda pair: pairs[pair].rank()):
        owner = min(pair, key=lambda word: order.get(word, len(order)))
        phrases.setdefault(owner, []).append(pairs[pair])
    recurring = [
        key for key in order if nouns[key].count > 1 and words.names_issue(nouns[key].words, phrases.get(key, ()))
    ]
    return tuple(_issue(nouns[key], phrases.get(key, ()), words) for key in recurring[:_MOST_ISSUES])


def _count(seen: _Seen, voice: Voice) -> None:
    seen.count += 1
    seen.sources.add(voice.source)


def _issue(noun: _Seen, phrases: Sequence[_Seen], words: _Words) -> ProposedIssue:
    """The phrases that recur before the noun, which stands alone only where it is not vague."""
    again = [seen.words for seen in phrases if seen.count > 1]
    alone = [] if words.is_vague(noun.words) else [noun.words]
    once = [seen.words for seen in phrases if seen.count == 1]
    terms = (*again, *alone, *once)[:_MOST_TERMS]
    return ProposedIssue(terms[0].capitalize(), terms, noun.count, len(noun.sources), noun.first)


class _Words:
    """Tells noun phrases by the closed classes of the lexicon: no tagger is needed for a proposal."""

    def __init__(self, lexicon: Lexicon) -> None:
        stops, grammar = lexicon["stop_words"], lexicon["grammar"]
        owners = word_set(grammar, "owners") | {"'s"}
        self._openers = {*owners, *stops.words("determiners"), *stops.words("prepositions")}
        self._empty = {word for table in (stops, grammar, lexicon["dates"]) for e in table.entries for word in e.words}
        self._empty |= {word for entry in lexicon["cues"].entries for word in entry.words}
        self._empty_stems = {stem(word) for word in self._empty}
        self._vague = {stem(word) for word in lexicon["draft"].settings["vague"]} if "draft" in lexicon else set()
        self._speakers = {word for entry in _SPEAKERS for word in lexicon["speakers"].words(entry)}

    def is_vague(self, noun: str) -> bool:
        """The noun says nothing alone: "way", "money"."""
        return stem(noun) in self._vague

    def names_issue(self, noun: str, phrases: Sequence[_Seen]) -> bool:
        """The noun names an issue by itself, or in a phrase that recurs."""
        return not self.is_vague(noun) or any(seen.count > 1 for seen in phrases)

    def noun_phrases(self, words: Sequence[Token]) -> Iterator[tuple[str, ...]]:
        """Runs of content words after a determiner, a preposition or a name ("Israeli hostages"), folded."""
        at = 0
        while at < len(words):
            last = at
            while last < len(words) and self._is_content(words[last]):
                last += 1
            opened = at > 0 and (words[at - 1].folded in self._openers or words[at - 1].is_capitalised)
            closed = last == len(words) or not self._goes_on(words[last])
            if last > at and opened and closed and self._may_be_noun(words[last - 1].folded):
                yield tuple(word.folded for word in words[at:last])
            at = max(last, at + 1)

    def _goes_on(self, word: Token) -> bool:
        """ "senior Hamas official", "prime minister": the run before such a word is an adjective."""
        return word.is_capitalised or word.folded in self._speakers

    def _is_content(self, word: Token) -> bool:
        plain = word.text.isalpha() and word.text.islower() and len(word.text) > 2
        return plain and word.folded not in self._empty and word.folded not in self._speakers

    def _may_be_noun(self, word: str) -> bool:
        return stem(word) not in self._empty_stems and not word.endswith(("ed", "ly"))
