"""The closed word lists of a speaker phrase, compiled once from the lexicon table `speakers`."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

from briefing.languages import Lexicon, word_set


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
    pronouns: Mapping[str, str]  # pronouns with what they may go back to: "he" is "masculine", German "er" a body, too
    open_possessives: bool  # "seine Partei" may be a man's or a body's
    possessors: Mapping[str, str]  # possessives with whom they may go back to
    spellings: Mapping[str, str]  # words of offices that are spelt in two ways
    joining: frozenset[str]  # what joins two speakers: "and"
    joiners: tuple[tuple[str, ...], ...]  # the same in several words: "as well as"
    name_particles: frozenset[str]  # small words inside a name: "von", "bin"
    name_articles: frozenset[str]  # the same that are articles elsewhere: "von | der | Leyen"
    independent: frozenset[str]  # bodies that an adjective of origin in their name puts on no side: "Observatory"
    membership: frozenset[str]  # what joins a person to the body he or she is of: "Laura Brown of the Guild"
    behalf: frozenset[str]  # what opens a sentence with the side that its speaker speaks for: "For the Blue Party, …"
    private: frozenset[str]  # whom an origin or a possessor puts on no side: "a Norlandic company", "Berg's friend"
    siding: frozenset[str]  # participles that put a speaker on the side behind them: "backed by"
    single: frozenset[str]  # of the words that stand alone those for one: "somebody"
    inside_body_name: frozenset[
        str
    ]  # small words in the name of a body: "Center | for Science | in the Public Interest"
    agent_endings: frozenset[str]  # of nouns for who does something; other nouns end so, too, but seldom speak
    trade_endings: frozenset[str]  # of what only a person is: "a radar technician"
    age_endings: frozenset[str]  # of a person by the age: "the 43-year-old"
    event_nouns: frozenset[str]  # no side: "close to the talks"
    addressing: frozenset[str]  # behind a document they name who gets it: "a letter to the union"
    issuing: frozenset[str]  # behind a document they name who speaks in it: "a statement by the ministry"
    office_words: frozenset[str]  # of an office, with a capital before a name: "Foreign", "Prime"
    office_modifiers: frozenset[str]  # before an office: "a senior official"
    office_links: frozenset[str]  # inside an office: "Secretary | of | State"
    of_office: frozenset[str]  # behind an office they name whose it is: "the prime minister | of | Finland"
    employing: frozenset[str]  # behind a spokesman they name for whom: "a spokesman | for the Guild"
    close: frozenset[str]  # behind a head, with "to": "a source close to the talks"
    published_when: frozenset[str]  # behind a participle they tell when: "a study published last month"
    floating: frozenset[str]  # behind a pronoun they are part of it: "they all", "we both"
    no_pronoun: frozenset[str]  # as written, a country: "US"
    apposition_openers: frozenset[str]  # "Berg, | the mayor"
    introducing: frozenset[str]  # the same behind a name that they introduce: "Ann Hill, one of the …"
    copulas: frozenset[str]  # before what somebody is: "Mr. Lind | is | a Liberal"
    quantities: frozenset[str]  # before those who are counted: "a | couple of | Liberals said"
    partitives: frozenset[str]  # "is | one of | four Liberals"
    predicate_ends: frozenset[str]  # where what somebody is ends: "is a Liberal | who stayed"
    foremost: frozenset[str]  # heads that stand for whoever of the party was named: "the Front leader"
    apart: frozenset[str]  # before a name they keep a relative from it: "an aide of Berg, who …"
    nominative: frozenset[str]  # pronouns that are subjects
    plural_possessors: frozenset[str]  # possessives of several
    private_bodies: frozenset[str]  # bodies that a person has: German "aus seinem Haus", his ministry
    thing_articles: frozenset[str]  # behind them a noun with a capital is no name: German "das Vorgehen"
    dating: frozenset[str]  # before a year: "since 1998"
    exemplifying: tuple[tuple[str, ...], ...]  # before an example of those just named: "such as"
    compounds: int  # letters of the shortest last part by which a compound counts; 0 where words are no compounds

    def head(self, word: str) -> str:
        """The known noun that a compound ends in: "sprecher" of "regierungssprecher"; else the word itself."""
        if not self.compounds or word in self.nouns:
            return word
        ends = (word[i:] for i in range(1, len(word) - self.compounds + 1))
        return next((end for end in ends if end in self.nouns), word)

    def may_be_agent(self, head: str) -> bool:
        """The noun ends as those for who does something."""
        return head.endswith(tuple(self.agent_endings))

    @property
    def nouns(self) -> frozenset[str]:
        """All nouns that speak."""
        return self.role | self.institution | self.document

    @property
    def pronoun(self) -> frozenset[str]:
        """All pronouns that can be a source."""
        return self.singular_pronoun | self.plural_pronoun | self.thing_pronoun | self.relative_pronoun


# The sets that are entries of the table; a language need not have them all.
_ENTRIES = tuple(itertools.takewhile(lambda name: name != "women", (f.name for f in fields(SpeakerWords))))[1:]
# The sets that are classes under `[closed]` in its table, in the order of the fields.
_CLOSED = (
    "joining",
    "independent",
    "membership",
    "behalf",
    "private",
    "siding",
    "single",
    "inside_body_name",
    "agent_endings",
    "trade_endings",
    "age_endings",
    "event_nouns",
    "addressing",
    "issuing",
    "office_words",
    "office_modifiers",
    "office_links",
    "of_office",
    "employing",
    "close",
    "published_when",
    "floating",
    "no_pronoun",
    "apposition_openers",
    "introducing",
    "copulas",
    "quantities",
    "partitives",
    "predicate_ends",
    "foremost",
    "apart",
    "nominative",
    "plural_possessors",
    "private_bodies",
    "thing_articles",
    "dating",
)


def _phrases(written: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in written)


@functools.lru_cache(maxsize=8)
def speaker_words(lexicon: Lexicon) -> SpeakerWords:
    """The word lists of this lexicon."""
    names, settings = lexicon["first_names"], lexicon["speakers"].settings
    closed = settings.get("closed", {})
    return SpeakerWords(
        language=lexicon.language,
        **{name: word_set(lexicon["speakers"], name) for name in _ENTRIES},
        women=frozenset(names.words("female")),
        men=frozenset(names.words("male")),
        name_particles=frozenset(lexicon["name_particles"].words("particles")),
        name_articles=frozenset(lexicon["name_particles"].words("articles")),
        pronouns=settings.get("pronouns", {}),
        open_possessives=settings.get("open_possessives", False),
        possessors=settings.get("possessors", {}),
        spellings=settings.get("spellings", {}),
        **{name: frozenset(closed.get(name, ())) for name in _CLOSED},
        joiners=_phrases(closed.get("joiners", ())),
        exemplifying=_phrases(closed.get("exemplifying", ())),
        compounds=settings.get("compounds", {}).get("shortest", 0),
    )
