"""The closed word lists of a speaker phrase, compiled once from the lexicon table `speakers`."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from briefing.languages import Lexicon


@dataclass(frozen=True, slots=True, eq=False)
class SpeakerWords:
    """Sets of folded words, one for each entry of the table `speakers`, and what its settings and `first_names` add."""

    language: str
    role: frozenset[str]
    leader: frozenset[str]
    institution: frozenset[str]
    document: frozenset[str]
    affected: frozenset[str]
    against: frozenset[str]
    expert: frozenset[str]
    company_suffix: frozenset[str]
    geographic: frozenset[str]
    letter_d: frozenset[str]
    letter_r: frozenset[str]
    alone: frozenset[str]
    not_in_office: frozenset[str]
    counter_office: frozenset[str]
    no_longer: frozenset[str]
    set_apart: frozenset[str]
    spokes: frozenset[str]
    issued: frozenset[str]
    possessive: frozenset[str]
    office: frozenset[str]
    whole: frozenset[str]
    title: frozenset[str]
    female: frozenset[str]
    male: frozenset[str]
    binding: frozenset[str]
    loose: frozenset[str]
    determiner: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    one_of_several: frozenset[str]
    singular_pronoun: frozenset[str]
    plural_pronoun: frozenset[str]
    thing_pronoun: frozenset[str]
    relative_pronoun: frozenset[str]
    women: frozenset[str]  # first names
    men: frozenset[str]
    pronouns: Mapping[str, str]  # pronouns of another language with what they may go back to, as English has it
    joining: frozenset[str]  # what joins two speakers: "and"
    joiners: tuple[tuple[str, ...], ...]  # the same in several words: "as well as"
    independent: frozenset[str]  # bodies that an adjective of origin in their name puts on no side: "Observatory"
    membership: frozenset[str]  # what joins a person to the body he or she is of: "Laura Brown of the Guild"
    behalf: frozenset[str]  # what opens a sentence with the side that its speaker speaks for: "For the Blue Party, …"
    private: frozenset[str]  # whom an origin or a possessor puts on no side: "a Norlandic company", "Berg's friend"
    siding: frozenset[str]  # participles that put a speaker on the side behind them: "backed by"
    compounds: int  # letters of the shortest last part by which a compound counts; 0 where words are no compounds

    def head(self, word: str) -> str:
        """The known noun that a compound ends in: "sprecher" of "regierungssprecher"; else the word itself."""
        if not self.compounds or word in self.nouns:
            return word
        ends = (word[i:] for i in range(1, len(word) - self.compounds + 1))
        return next((end for end in ends if end in self.nouns), word)

    @property
    def nouns(self) -> frozenset[str]:
        """All nouns that speak."""
        return self.role | self.institution | self.document

    @property
    def pronoun(self) -> frozenset[str]:
        """All pronouns that can be a source."""
        return self.singular_pronoun | self.plural_pronoun | self.thing_pronoun | self.relative_pronoun


@functools.lru_cache(maxsize=8)
def speaker_words(lexicon: Lexicon) -> SpeakerWords:
    """The word lists of this lexicon."""
    names, settings = lexicon["first_names"], lexicon["speakers"].settings
    return SpeakerWords(
        language=lexicon.language,
        **{entry.id: frozenset(entry.words) for entry in lexicon["speakers"].entries},
        women=frozenset(names.words("female")),
        men=frozenset(names.words("male")),
        pronouns=settings.get("pronouns", {}),
        joining=frozenset(settings["joining"]["words"]),
        joiners=tuple(tuple(phrase.split()) for phrase in settings["joining"].get("phrases", ())),
        independent=frozenset(settings.get("independent", {}).get("words", ())),
        membership=frozenset(settings.get("membership", {}).get("words", ())),
        behalf=frozenset(settings.get("behalf", {}).get("words", ())),
        private=frozenset(settings.get("private", {}).get("words", ())),
        siding=frozenset(settings.get("siding", {}).get("words", ())),
        compounds=settings.get("compounds", {}).get("shortest", 0),
    )
