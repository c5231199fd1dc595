"""What tells names, titles and common words apart: the lexicon's word lists, and how all statements write a word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from briefing.init.heard import Voice
from briefing.languages import Lexicon, classes
from briefing.text import Token, fold, tokens

_MARKS = ("&", "-", "'")  # inside a name: "Dockers' Union"
_TITLES = ("role", "leader", "title", "determiner", "singular_pronoun", "plural_pronoun", "thing_pronoun")


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """Sets of folded words. `common` are those that the statements write in small letters as often as not."""

    roles: frozenset[str]
    bodies: frozenset[str]
    persons: frozenset[str]  # pronouns for one person
    titles: frozenset[str]
    determiners: frozenset[str]
    dates: frozenset[str]
    first_names: frozenset[str]
    nicknames: Mapping[str, str]  # to the names that they are short for
    common: frozenset[str]
    inside: frozenset[str]  # of a body's name: "Department | for Transport", "Dockers | ' Union"
    describing: tuple[str, ...]  # what stands between a name and what tells that it is a person's: ", a nurse"
    genitive: frozenset[str]
    apposition: re.Pattern[str]  # opens behind a name
    among: re.Pattern[str]  # people, and the side they are named among: "Lee, Hill and other Greens"

    def is_title(self, word: str) -> bool:
        """True for "president", "mr", "the", and "secretary-general"."""
        return word in self.titles or word.rpartition("-")[2] in self.titles

    def formal(self, first_name: str) -> str:
        """The name that a nickname is short for: "robert" of "bob"."""
        return self.nicknames.get(first_name, first_name)

    def is_small_role(self, word: Token) -> bool:
        """True for a role in small letters: what stands before it is a name, not a title ("Unionist leader")."""
        return word.folded in self.roles and not word.is_capitalised


def _draft(lexicon: Lexicon) -> Mapping[str, Any]:
    return lexicon["draft"].settings if "draft" in lexicon else {}


def _any_of(words: Sequence[str]) -> str:
    """A pattern of these words; of none, one that never matches."""
    return f"(?:{'|'.join(map(re.escape, words))})" if words else "(?!)"


def words_of(heard: Iterable[Voice], lexicon: Lexicon) -> Words:
    """The words by which the names in these voices are told."""
    written = [word for voice in heard for word in tokens(voice.words)]
    small = Counter(word.folded for word in written if not word.is_capitalised)
    large = Counter(word.folded for word in written if word.is_capitalised)
    speakers, known, draft = lexicon["speakers"], classes(lexicon, "grammar"), _draft(lexicon)
    return Words(
        roles=frozenset(speakers.words("role")),
        bodies=frozenset(speakers.words("institution")),
        persons=frozenset(speakers.words("singular_pronoun")),
        titles=frozenset(word for entry in _TITLES for word in speakers.words(entry)),
        determiners=frozenset(speakers.words("determiner")),
        first_names=frozenset((*lexicon["first_names"].words("female"), *lexicon["first_names"].words("male"))),
        nicknames=lexicon["first_names"].settings.get("nicknames", {}),
        dates=frozenset(map(fold, lexicon["grammar"].words("weekdays"))),
        inside=frozenset((*draft.get("inside_names", ()), *_MARKS)),
        describing=tuple(draft.get("describing", ())),
        genitive=known["genitive"],
        apposition=re.compile(rf", {_any_of(draft.get('appositions', ()))} "),
        among=re.compile(
            rf"((?:[A-Z][\w.'’-]+,? (?:{_any_of(draft.get('joining', ()))} )?){{1,8}})"
            rf"{_any_of(draft.get('among', ()))} ([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"
        ),
        common=frozenset(word for word, count in large.items() if small[word] >= count),
    )


def organisations(text: str, phrase: Sequence[Token], words: Words) -> Iterator[str]:
    """Runs of capitalised words of a phrase of `text` that are neither titles, dates nor one common word."""
    at = 0
    while at < len(phrase):
        last = at
        while last < len(phrase) and _goes_on(phrase, at, last, words):
            last += 1
        before_role = last < len(phrase) and words.is_small_role(phrase[last])
        run = _trimmed(phrase[at:last], (words.determiners if before_role else words.titles) | words.inside)
        run = run if before_role else _without_office(run, words)
        if run and not (len(run) == 1 and run[0].folded in words.common):
            yield text[run[0].span.start : run[-1].span.end]
        at = max(last, at + 1)


def _goes_on(phrase: Sequence[Token], at: int, here: int, words: Words) -> bool:
    if _is_name_word(phrase[here], words):
        return True
    after = phrase[here + 1] if here + 1 < len(phrase) else None
    return here > at and phrase[here].folded in words.inside and after is not None and _is_name_word(after, words)


def _is_name_word(word: Token, words: Words) -> bool:
    return word.is_word and word.is_capitalised and word.folded not in words.dates


def _trimmed(run: Sequence[Token], titles: frozenset[str]) -> Sequence[Token]:
    """The run without titles and links at its beginning."""
    while run and (run[0].folded in titles):
        run = run[1:]
    return run


def _without_office(run: Sequence[Token], words: Words) -> Sequence[Token]:
    """The run without a title at its end and the word that goes with it: "Prime Minister", "Secretary-General"."""
    if not run or not words.is_title(run[-1].folded):
        return run
    title = 1 if "-" in run[-1].folded else 2  # "Special Envoy" has two
    return run[:-title] if len(run) > title else ()
