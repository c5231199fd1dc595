"""Countries: their names, seats of government and adjectives, so that a profile need not write them.

The facts stand in the lexicon table `countries`. Capitals of letters count, as in `gazetteer`: "US" is never "us".
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, NamedTuple

from briefing.languages import load, of_language, word_set
from briefing.text import Token, fold, tokens

FormKind = Literal["name", "adjective", "capital"]


@dataclass(frozen=True, slots=True)
class Country:
    """A country as newspapers write it: `others` are further names ("Britain"), `seats` houses of its government."""

    id: str  # ISO 3166-1, two letters
    name: str
    capital: str
    adjectives: tuple[str, ...]
    others: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()


class Form(NamedTuple):
    """One way to write a country, with its words as the table has them."""

    country: Country
    kind: FormKind
    words: tuple[str, ...]


class ImpliedNames(NamedTuple):
    """Names of a party that is a country, which its profile need not write."""

    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]


NOTHING_IMPLIED = ImpliedNames((), ())


@functools.cache
def countries(language: str) -> tuple[Country, ...]:
    """All countries by their code. Raises UsageError when the language has no lexicon."""
    settings = of_language(language)["countries"].settings
    rows, endings = settings["country"], settings.get("endings", ("",))
    return tuple(
        Country(
            code,
            row["name"],
            row["capital"],
            tuple(adjective + ending for adjective in row["adjectives"] for ending in endings),
            tuple(row.get("others", ())),
            tuple(row.get("seats", ())),
        )
        for code, row in sorted(rows.items())
    )


@functools.cache
def months(language: str) -> frozenset[str]:
    """The names of the months, in small letters."""
    entries = load(language)["dates"].entries
    return frozenset(word for entry in entries if entry.extra.get("kind") == "month" for word in entry.words)


@functools.cache
def before_months(language: str) -> frozenset[str]:
    """Words before the name of a month, in small letters: "in May" names nobody."""
    return frozenset(load(language)["dates"].settings["before_months"])


@functools.cache
def generations() -> frozenset[str]:
    """What tells father from son behind a name, as written: "Jr"."""
    return word_set(load("en")["name_particles"], "generations")


def short_offices(language: str) -> Mapping[str, str]:
    """Offices in small letters with the short form that stands before a name: "senator" to "Sen"."""
    found: Mapping[str, str] = load(language)["speakers"].settings.get("short_offices", {})
    return found


class BodyWords(NamedTuple):
    """Common words of which names of public bodies are made: all of them, and those that name a body above others."""

    all: frozenset[str]
    above: frozenset[str]


@functools.cache
def body_words(language: str) -> BodyWords:
    """The words of names like "Security Council", in small letters."""
    table = load(language)["speakers"]
    heads = next(entry.words for entry in table.entries if entry.id == "institution")
    settings = table.settings.get("body_words", {"kinds": (), "above": ()})
    return BodyWords(frozenset((*heads, *settings["kinds"], *settings["above"])), frozenset(settings["above"]))


@functools.cache
def forms(language: str) -> Mapping[str, tuple[Form, ...]]:
    """Every form by its first word, folded; the longest first. A form that two countries share is left out."""
    owners: dict[tuple[str, ...], set[str]] = {}
    every = [form for country in countries(language) for form in _forms(country)]
    for form in every:
        owners.setdefault(form.words, set()).add(form.country.id)
    index: dict[str, list[Form]] = {}
    for form in every:
        if len(owners[form.words]) == 1:
            index.setdefault(fold(form.words[0]), []).append(form)
    return MappingProxyType({first: tuple(sorted(group, key=_rank)) for first, group in sorted(index.items())})


def _rank(form: Form) -> tuple[int, int, tuple[str, ...]]:
    """The longest first; of one spelling the adjective first, as a country's short name often serves as one ("US")."""
    return (-len(form.words), ("adjective", "name", "capital").index(form.kind), form.words)


def _forms(country: Country) -> Iterator[Form]:
    for adjective in country.adjectives:
        yield Form(country, "adjective", _words(adjective))
    for name in (country.name, *country.others, *country.seats):
        yield Form(country, "name", _words(name))
    yield Form(country, "capital", _words(country.capital))


def _words(name: str) -> tuple[str, ...]:
    return tuple(token.text for token in tokens(name))


def form_at(words: Sequence[Token], at: int, language: str) -> Form | None:
    """The longest form of a country that begins at token `at`, or None."""
    candidates = forms(language).get(words[at].folded, ())
    return next((form for form in candidates if _stands(words, at, form.words)), None)


def _stands(words: Sequence[Token], at: int, form: tuple[str, ...]) -> bool:
    here = words[at : at + len(form)]
    return len(here) == len(form) and all(_same(token, word) for token, word in zip(here, form, strict=True))


def _same(token: Token, word: str) -> bool:
    if token.folded != fold(word):
        return False
    return token.text.isupper() if word.isupper() else token.is_capitalised or not word[0].isupper()


def country_of(words: Sequence[Token], language: str) -> Country | None:
    """The country that a phrase names as somebody's origin: "British Foreign Minister David Cameron".

    An adjective counts anywhere. A name counts as the whole phrase, in the possessive, or before a word in small
    letters, so that "Israel Katz" and "Jordan Pickford" name nobody's country. A seat of government counts as the whole
    phrase only, or in the possessive: "Paris said".
    """
    articles = word_set(load(language)["grammar"], "definite_article")
    for at in range(len(words)):
        form = form_at(words, at, language)
        if form is not None and _counts(words, at, form, articles):
            return form.country
    return None


def _counts(words: Sequence[Token], at: int, form: Form, articles: frozenset[str]) -> bool:
    after = words[at + len(form.words) : at + len(form.words) + 1]
    if form.kind == "adjective" or (after and after[0].folded in ("'s", "'")):
        return True
    if not after:
        return form.kind == "name" or all(not word.is_word or word.folded in articles for word in words[:at])
    several = len(form.words) > 1  # "United States President": no surname is "United States"
    return form.kind == "name" and (several or not after[0].is_capitalised)


@functools.cache
def implied_names(party_name: str, language: str) -> ImpliedNames:
    """What follows from a party's being a country: its other names and its seat of government, and its adjectives.

    Nothing when `party_name` is no country's name, as "the Netherlands" and "UK" are and "White House" is not. The
    name may be English, the names that follow are those of `language`.
    """
    first, _, rest = fold(party_name).partition(" ")
    wanted = (
        rest if rest and first in word_set(load("en")["grammar"], "definite_article") else fold(party_name)
    ).strip()
    named = {c.id for c in (*countries("en"), *countries(language)) if wanted in map(fold, (c.name, *c.others))}
    for country in countries(language):
        if country.id in named:
            return ImpliedNames((country.name, *country.others, *country.seats, country.capital), country.adjectives)
    return NOTHING_IMPLIED


def adjective_endings(language: str) -> tuple[str, ...]:
    """What an adjective of origin may end in beside its own last letter."""
    return tuple(of_language(language)["countries"].settings.get("endings", ()))


def case_endings(language: str) -> tuple[str, ...]:
    """What a name may end in beside its own last letter: the German genitive ("Israels")."""
    return tuple(of_language(language)["countries"].settings.get("genitive", ()))
