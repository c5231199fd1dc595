"""Party labels that newspapers print beside a politician: "Labour MP", "R-Tenn.", "a Democrat"."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.init.heard import Side, Voice
from briefing.languages import Entry, Lexicon
from briefing.text import Token, fold, tokens
from briefing.world import countries

_BALLOT = re.compile(r"([A-Z])-[A-Z][\w.]*")


@dataclass(frozen=True, slots=True, eq=False)
class Labels:
    """The labels by their words and ballot letters, and the words that name no side or the government."""

    language: str
    by_words: Mapping[tuple[str, ...], Side]
    by_ballot: Mapping[str, Side]
    entries: Mapping[str, Entry]  # by the key of the side
    chambers: frozenset[str]
    government: Mapping[str, tuple[tuple[str, ...], ...]]  # by country

    def side_in(self, words: Sequence[Token]) -> Side | None:
        """The party that the words name; of several the longest name that comes first. Small letters name none."""
        for at, word in enumerate(words):
            ballot = _BALLOT.fullmatch(word.text)
            if ballot and ballot[1] in self.by_ballot:
                return self.by_ballot[ballot[1]]
            if word.is_capitalised:
                for length in (4, 3, 2, 1):
                    side = self.by_words.get(tuple(w.folded for w in words[at : at + length]))
                    if side is not None:
                        return side
        return None

    def is_chamber(self, name: str) -> bool:
        """The body has members of several sides."""
        return any(fold(word) in self.chambers for word in name.split())

    def governs(self, voice: Voice, country: str) -> bool:
        """The words beside the voice name an office of the country's government."""
        said = f"{voice.role or ''} {voice.phrase} {voice.surface}"
        words = [token.folded for token in tokens(said)]
        offices = self.government.get(country) or self.government.get("other", ())
        return any(tuple(words[i : i + len(office)]) == office for office in offices for i in range(len(words)))

    def without_label(self, name: str) -> str:
        """A person's name without a label before it: "Democrat Ada Berg"."""
        first, _, rest = name.partition(" ")
        return rest if " " in rest and (fold(first),) in self.by_words else name


@functools.lru_cache(maxsize=2)
def labels_of(lexicon: Lexicon) -> Labels:
    """The labels of the lexicon's language; none where it has no table of them."""
    if "draft" not in lexicon:
        return Labels(lexicon.language, {}, {}, {}, frozenset(), {})
    table = lexicon["draft"]
    sides = {entry.id: Side(entry.id, entry.extra["name"], country=entry.extra["country"]) for entry in table.entries}
    return Labels(
        lexicon.language,
        {tuple(t.folded for t in tokens(word)): sides[e.id] for e in table.entries for word in e.words},
        {letter: sides[e.id] for e in table.entries for letter in e.extra.get("ballot", ())},
        {entry.id: entry for entry in table.entries},
        frozenset(table.settings["chambers"]),
        {land: tuple(tuple(o.split()) for o in found) for land, found in table.settings["government"].items()},
    )


def with_governments(heard: Sequence[Voice], labels: Labels) -> list[Voice]:
    """The voices; of those without a side, "the president" speaks for the country at home.

    Among countries that speak to one another a party's people speak for their country, too: a senator on a treaty.
    """
    home = _home(heard, labels.language)
    if home is None:
        return list(heard)
    parties = [v.side for v in heard if v.side and v.side.country]
    foreign = sum(1 for v in heard if v.side and v.side.is_country and v.side != home)
    abroad = len(parties) < foreign
    return [replace(v, side=_of_country(v, home, labels, abroad=abroad)) for v in heard]


def _home(heard: Sequence[Voice], language: str) -> Side | None:
    """The country that most voices with a side are of, by their party or by themselves."""
    votes = Counter((v.side.country or v.side.key) for v in heard if v.side and (v.side.country or v.side.is_country))
    if not votes:
        return None
    best = min(votes, key=lambda key: (-votes[key], key))
    return next((Side(c.id, c.name, is_country=True) for c in countries(language) if c.id == best), None)


def _of_country(voice: Voice, home: Side, labels: Labels, *, abroad: bool) -> Side | None:
    if voice.side is None:
        return home if labels.governs(voice, home.key) else None
    if abroad and voice.side.country:
        country = next((c for c in countries(labels.language) if c.id == voice.side.country), None)
        return Side(country.id, country.name, is_country=True) if country else voice.side
    return voice.side
