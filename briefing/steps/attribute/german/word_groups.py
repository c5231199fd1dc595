"""German noun phrases and clauses in the tokens of an article. All ranges are half-open token ranges."""

from __future__ import annotations

import re

from briefing.steps.attribute.prose import Prose, Unit
from briefing.steps.attribute.source_phrases import Range

_ADJECTIVE = re.compile(r"\w{2,}(?:e|en|er|es|em)$")
_LONGEST = 40
_LONGEST_INITIAL = 4  # letters before the stop of a title: "Prof."
_NICKNAME = 7  # tokens of a name in quotation marks, with them
_SKIPPED = "RON"  # between a verb and its subject
FINITE = "BHXM"
_PASSED = 3  # phrases between a verb and the subject behind it


def noun_phrase(prose: Prose, at: int, end: int, *, apposed: bool = True, located: bool = False) -> int | None:
    """One past the noun phrase that begins at `at`; None where none does.

    Genitives, brackets, joint speakers and, unless `apposed` is false, appositions in commas belong to it; with
    `located` any phrase with a preposition, too: before the verb of a main clause there is room for one phrase only.
    """
    tags = prose.tokens.tags
    if at >= end:
        return None
    if tags[at] == "P":
        return at + 1
    last = _group(prose, at, end)
    while last is not None and last < min(end, at + _LONGEST):
        longer = _extended(prose, last, end) or (_located(prose, last, end) if located else None)
        longer = longer or (_apposed(prose, last, end) if apposed else None)
        if longer is None:
            break
        last = longer
    return last


def _group(prose: Prose, at: int, end: int) -> int | None:
    """A determiner, adjectives and nouns: "der zweite Sprecher", "Ada Berg", "die „Hafenpost“"."""
    tags, words = prose.tokens.tags, prose.tokens.words
    i = at
    while i < end and (tags[i] in "DQ#Y" or (tags[i] == "n" and _ADJECTIVE.match(words[i]))) and prose.quoted[i] < 0:
        i += 1
    first = i
    while i < end and _in_name(prose, i, first):
        i += 1
    named = _quoted_name(prose, i, end)
    if named is not None:
        return named
    if i > first:
        return i
    return i if at < i and tags[i - 1] in "QY" else None  # "viele sagten"


def _in_name(prose: Prose, i: int, first: int) -> bool:
    """A noun or name; within a name also an initial's stop and "von", "al", "de"."""
    tags, words = prose.tokens.tags, prose.tokens.words
    if prose.quoted[i] >= 0 or (i > first and prose.is_a(i, "addressed")):  # "sagte Holm | Reportern"
        return False
    if tags[i] in "A#" or _is_compound(prose, i):
        return True
    if _owned(prose, i, first):
        return True
    inside = i > first and i + 1 < len(tags) and tags[i + 1] in "A#" and prose.quoted[i + 1] < 0
    return inside and (
        words[i] in "/&" or prose.is_a(i, "particles") or prose.is_a(i, "name_links") or _is_initial(prose, i)
    )


def _owned(prose: Prose, i: int, first: int) -> bool:
    """The adjective of "Norlands | führende Werft", behind a name in the genitive."""
    tags, words = prose.tokens.tags, prose.tokens.words
    behind = i == first + 1 and tags[first] == "A" and words[first].endswith("s")
    return behind and tags[i] == "n" and bool(_ADJECTIVE.match(words[i])) and tags[i + 1 : i + 2] == ["A"]


def _is_compound(prose: Prose, i: int) -> bool:
    """A name or noun that begins in small letters: "al-Ahmed", "dpa-Meldung"."""
    _, mark, rest = prose.text[prose.tokens.starts[i] : prose.tokens.ends[i]].partition("-")
    return bool(mark) and rest[:1].isupper()


def _is_initial(prose: Prose, i: int) -> bool:
    """The stop of "Dr." or of "J."."""
    return prose.tokens.tags[i] == "." and len(prose.tokens.words[i - 1]) <= _LONGEST_INITIAL


def _quoted_name(prose: Prose, i: int, end: int) -> int | None:
    if i >= end or prose.quoted[i] < 0:
        return None
    first, last = prose.quotation_tokens[prose.quoted[i]]
    plain = prose.tokens.tags[last - 2] not in ".?!,"
    return last if first == i and last <= end and last - first <= _NICKNAME and plain else None


def _extended(prose: Prose, at: int, end: int) -> int | None:
    """The end of what belongs to the phrase before `at`: a genitive, a phrase with "von", a bracket, "und" and more."""
    tags = prose.tokens.tags
    if prose.quoted[at] >= 0:
        return _quoted_name(prose, at, end)
    if tags[at] == "(":
        close = next((k for k in range(at + 1, min(end, at + 12)) if tags[k] == ")"), None)
        return None if close is None else close + 1
    if prose.is_a(at, "genitive_determiners") or (tags[at] == "I" and prose.is_a(at, "genitive_prepositions")):
        return _group(prose, at + (tags[at] == "I"), end)
    if tags[at] == "C" and prose.is_a(at, "joining_coordinators"):
        return _group(prose, at + 1, end)
    return None


def _apposed(prose: Prose, at: int, end: int) -> int | None:
    """The comma that closes an apposition: "Jon Holm, Sprecher der Werft, | sagte"."""
    tags = prose.tokens.tags
    if tags[at] != "," or at + 1 >= end or tags[at + 1] not in "ADn":
        return None
    last = _group(prose, at + 1, end)
    while last is not None and last < end:
        longer = _extended(prose, last, end) or _located(prose, last, end)
        if longer is None:
            break
        last = longer
    return last + 1 if last is not None and last < end and tags[last] == "," else None


def _located(prose: Prose, at: int, end: int) -> int | None:
    """A phrase with any preposition, inside an apposition: "Professor | an der Werftschule"."""
    return _group(prose, at + 1, end) if prose.tokens.tags[at] == "I" else None


def ends_at(prose: Prose, start: int, end: int) -> Range | None:
    """The longest noun phrase from `start` on that ends right before token `end`."""
    starts = (s for s in range(start, end) if noun_phrase(prose, s, end, located=True) == end)
    return next(((s, end) for s in starts), None)


def subject_before(prose: Prose, start: int, verb: int) -> Range | None:
    """The noun phrase in the nominative before a verb, adverbs between the two: "die Werft hingegen | sagte"."""
    tags, words = prose.tokens.tags, prose.tokens.words
    end = verb
    while end - 1 > start and tags[end - 1] == "R":
        end -= 1
    found = ends_at(prose, start, end)
    if (
        found is None
        or prose.is_a(found[0], "oblique_determiners")
        or not prose.classes["clock"].isdisjoint(words[found[0] : found[1]])
    ):
        return None
    behind = verb + 1 < len(words) and prose.is_a(verb + 1, "nominative_pronouns")  # the text may end with the verb
    return None if behind and not prose.is_a(found[0], "nominative_pronouns") else found


def subject_after(prose: Prose, verb: int, end: int) -> Range | None:
    """The noun phrase behind a verb, small words, times and objects passed over: "erklärte | am Montag | die Werft"."""
    i = verb + 1
    for _ in range(_PASSED):
        while i < end and prose.tokens.tags[i] in _SKIPPED and prose.quoted[i] < 0:
            i += 1
        oblique = i < end and (prose.tokens.tags[i] == "I" or _is_oblique(prose, i) or _is_time(prose, i, end))
        if not oblique:
            break
        passed = _group(prose, i + (prose.tokens.tags[i] == "I"), end)
        if passed is None or passed >= end:
            return None
        i = passed
    last = noun_phrase(prose, i, end)
    return None if last is None else (i, last)


def _is_oblique(prose: Prose, i: int) -> bool:
    """A phrase that begins so is no subject: "dem Sender", "Reportern"."""
    return prose.is_a(i, "oblique_determiners") or prose.is_a(i, "addressed")


def _is_time(prose: Prose, i: int, end: int) -> bool:
    """ "Anfang der Woche", "letzte Woche", "Montag": a time, and no subject."""
    last = _group(prose, i, end)
    return last is not None and (prose.tokens.tags[last - 1] == "Y" or prose.is_a(last - 1, "periods"))


def commas(prose: Prose, unit: Unit) -> list[int]:
    """The tokens that part clauses: commas, semicolons, colons and dashes outside quotations and brackets."""
    tags = prose.tokens.tags
    found, depth = [], 0
    for i in range(unit.first, unit.last):
        depth += (tags[i] == "(") - (tags[i] == ")")
        if tags[i] in ",;:-" and prose.quoted[i] < 0 and depth <= 0:
            found.append(i)
    return found
