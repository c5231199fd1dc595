"""Words and punctuation with one-letter tags: a closed-class lexicon, then the look of the word.

Tags: the letters of `languages/en/grammar.toml`, and `A` capitalised word, `n` other noun-like word, `J` adjective, `R`
adverb, `E` past form and `G` -ing form by suffix, `#` number, `s` possessive 's, `"` quotation mark, `-` any dash, `(`
and `)` any bracket, `~` dots of omission, and for other punctuation the mark itself.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from briefing.languages import Table, word_set

# Inner dots, hyphens and apostrophes belong to the word; two straight apostrophes are one quotation mark. The mark in
# "the U.K.'s minister" is no quotation mark either.
# A bracketed first letter is an editor's: "[W]e".
_TOKEN = re.compile(
    r"\[[A-Za-z]\](?=[a-z])\w+|(?:[A-Za-z]\.){2,}[’']s\b|\d+(?:,\d{3})+|\w+(?:[-.’'&/]\w+)*|''|``|--+|\.(?:\s?\.){1,3}|\S"
)
_CLITIC = re.compile(r"(?<=[\w.])[’'](?:s|re|ve|ll|d|m)$", re.IGNORECASE)
_PUNCTUATION = {"—": "-", "–": "-", "―": "-", "--": "-", "-": "-", "…": "~", "[": "(", "]": ")", "{": "(", "}": ")"}
_MARKS = frozenset("“”\"«»„‟‹›‘’'`") | {"''", "``"}
_OPENERS = frozenset('.?!:;"-(~')
_LONG = 7  # letters from which such an ending makes an adverb
_ADJECTIVE = ("ous", "ful", "ive", "able", "ible", "ical", "less", "ish")


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """Parallel lists, one item a token: offsets into the text, word in lower case with straight apostrophes, tag."""

    starts: list[int]
    ends: list[int]
    words: list[str]
    tags: list[str]


@functools.cache
def closed_classes(grammar: Table) -> Mapping[str, str]:
    """Word to tag for the words of the grammar table; where a word stands in two classes the first one holds."""
    tags: dict[str, str] = {}
    for entry in grammar.entries:
        if "tag" in entry.extra:
            for word in entry.words:
                tags.setdefault(word, entry.extra["tag"])
    return tags


def tokenize(text: str, grammar: Table) -> Tokens:
    """The tokens of `text` in order. A possessive 's is a token of its own."""
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    tags: list[str] = []
    for match in _TOKEN.finditer(text):
        start = match.start()
        for length, word, tag in _unjoined(match.group(), grammar):
            starts.append(start)
            ends.append(start + length)
            words.append(word)
            tags.append(tag)
            start += length
    _mark_initials(text, starts, words, tags, word_set(grammar, "like_initials"))
    _mark_modal_names(text, starts, words, tags, word_set(grammar, "same_as_base"))
    _mark_first_names(text, starts, words, tags, word_set(grammar, "prepositional_names"))
    _mark_opening_participles(words, tags, word_set(grammar, "opening_participles"))
    _mark_opening_adverbs(words, tags, tuple(grammar.settings.get("sentence_adverbs", ())))
    _mark_no_longer(words, tags, grammar)
    return Tokens(starts, ends, words, tags)


def _mark_initials(text: str, starts: list[int], words: list[str], tags: list[str], alike: frozenset[str]) -> None:
    """The "A." of "James A. Baker" is no article."""
    for i in range(1, len(words) - 1):
        if words[i] in alike and tags[i - 1] == "A" and words[i + 1] == "." and text[starts[i]].isupper():
            tags[i] = "A"


def _mark_modal_names(
    text: str, starts: list[int], words: list[str], tags: list[str], also_base: frozenset[str]
) -> None:
    """Capitalised modals that are names: the month of "in May", and whoever is meant by "May told parliament".

    A modal governs a base form, so a name stands before any other; inside a sentence no modal has a capital, but in a
    title all may have one ("Talks May Resume").
    """
    for i, tag in enumerate(tags):
        if tag != "M" or not text[starts[i]].isupper() or text[starts[i] + 1 : starts[i] + 2].isupper():
            continue
        after = next((k for k in range(i + 1, len(tags)) if tags[k] != "R"), None)
        inside = i > 0 and tags[i - 1] not in _OPENERS
        titled = after is not None and text[starts[after]].isupper()
        governs = after is not None and (tags[after] in "s," or _is_finite_form(words[after], tags[after], also_base))
        if (inside and not titled) or governs:
            tags[i] = "A"


def _mark_first_names(text: str, starts: list[int], words: list[str], tags: list[str], alike: frozenset[str]) -> None:
    """The capital of "a spokesman, Per Dahl," is a name's, and "per" no preposition there."""
    for i in range(1, len(words) - 1):
        capitals = text[starts[i]].isupper() and tags[i + 1] == "A"
        if words[i] in alike and capitals and tags[i - 1] not in _OPENERS:
            tags[i] = "A"


def _mark_opening_participles(words: list[str], tags: list[str], opening: frozenset[str]) -> None:
    """The capital of "Asked about the vote, …" is that of a sentence, not that of a name."""
    for i in range(len(words) - 1):
        opens = tags[i] == "A" and (i == 0 or tags[i - 1] in _OPENERS)
        if opens and words[i] in opening and tags[i + 1] in "ITSWtDPR":
            tags[i] = "G"


def _mark_opening_adverbs(words: list[str], tags: list[str], endings: tuple[str, ...]) -> None:
    """ "Additionally, the mayor said": an adverb of the sentence by its ending, where Sally and Emily are names."""
    for i in range(len(words) - 1):
        opens = tags[i] == "A" and (i == 0 or tags[i - 1] in _OPENERS)
        if opens and tags[i + 1] == "," and len(words[i]) >= _LONG and words[i].endswith(endings):
            tags[i] = "R"


def _mark_no_longer(words: list[str], tags: list[str], grammar: Table) -> None:
    """ "The front no longer demands autonomy" negates the verb; "no longer than a week" measures."""
    no, longer = word_set(grammar, "negative_determiner"), word_set(grammar, "cessative")
    than = word_set(grammar, "comparative_particle")
    for i in range(len(words) - 2):
        if words[i] in no and words[i + 1] in longer and words[i + 2] not in than:
            tags[i : i + 2] = ["N", "R"]


def _is_finite_form(word: str, tag: str, also_base: frozenset[str]) -> bool:
    """A past or third-person form that is no base form too, as "set" and "put" are."""
    if tag in "BH":
        return word not in also_base
    return tag in "EZ" and word not in also_base


@functools.cache
def _joined(grammar: Table) -> re.Pattern[str] | None:
    """What a language writes together: words that lose their vowel before the next ("l'eau", "qu'il") and pronouns
    behind a verb ("dit-il", "a-t-il"), as the settings `elided`, `enclitic` and `links` list them. None where it has
    none of them."""
    elided, enclitic, links = ("|".join(grammar.settings.get(name, ())) for name in ("elided", "enclitic", "links"))
    if not elided and not enclitic:
        return None
    return re.compile(rf"(?:({elided})['’])?(.+?)(?:(?:{links})({enclitic}))?", re.IGNORECASE)


@functools.lru_cache(maxsize=65536)  # few words make most of all texts
def _unjoined(surface: str, grammar: Table) -> tuple[tuple[int, str, str], ...]:
    """The tokens of a word, those that are written together apart: the mark stays with the one before it."""
    closed, joined = closed_classes(grammar), _joined(grammar)
    match = joined.fullmatch(surface) if joined is not None else None
    if match is None or (match[1] is None and match[3] is None):
        return _parts(surface, closed)
    found = list(_parts(match[2], closed))
    if match[1] is not None:
        elided = _plain(surface[: match.start(2)])
        found.insert(0, (len(elided), elided, closed.get(elided, "n")))
    if match[3] is not None:
        pronoun = _plain(match[3])
        _, word, tag = found[-1]
        found[-1] = (match.start(3) - match.start(2), word, tag)  # the link stays with the verb
        found.append((len(pronoun), pronoun, closed.get(pronoun, "n")))
    return tuple(found)


def _parts(surface: str, closed: Mapping[str, str]) -> tuple[tuple[int, str, str], ...]:
    """Length, word and tag of the one or two tokens of a word: "Qatar's" and "they've" are two each."""
    split = _CLITIC.search(surface)
    if surface[0] == "[" and len(surface) > 1:
        bare = surface[1] + surface[3:]
        return ((len(surface), _plain(bare), tag_of(bare, closed)),)
    if split is None:
        return ((len(surface), _plain(surface), tag_of(surface, closed)),)
    base, clitic = surface[: split.start()], _plain(split.group())
    tag = tag_of(base, closed)
    clitic_tag = closed.get(clitic, "n")
    if clitic == "'s":
        clitic_tag = "B" if tag in "PtW" else "s"
    return ((len(base), _plain(base), tag), (len(clitic), clitic, clitic_tag))


def _plain(surface: str) -> str:
    return surface.lower().replace("’", "'")


def tag_of(surface: str, closed: Mapping[str, str]) -> str:
    """The tag of a word seen by itself."""
    if surface in _MARKS:
        return '"'
    first = surface[0]
    if not first.isalnum():
        return _PUNCTUATION.get(surface, "~" if surface.startswith(".") and len(surface) > 1 else first)
    word = _plain(surface)
    tag = closed.get(word) if len(surface) == 1 or not surface.isupper() else None  # "US", "WHO"
    if tag is not None and not (tag in "EZ" and first.isupper()):  # "Mr. Read", "Ms. Wrote"
        return tag
    if first.isdigit():
        return "#"
    if first.isupper():
        return "A"
    return _tag_by_suffix(word)


def _tag_by_suffix(word: str) -> str:
    if word.endswith("ly"):
        return "R"
    if word.endswith("ed") and len(word) > 4:
        return "J" if "-" in word else "E"  # "hard-pressed"
    if word.endswith("ing") and len(word) > 4:
        return "G"
    if word.endswith(_ADJECTIVE):
        return "J"
    return "n"
