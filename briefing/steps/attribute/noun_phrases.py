"""Noun phrases read from right to left: where the one that ends at a token begins."""

from __future__ import annotations

from briefing.steps.attribute.prose import Prose
from briefing.tags import (
    DETERMINERS,
    EDGE,
    ENDS_NOUN_PHRASE,
    NOUNS,
    PRONOUNS,
    RELATIVES,
    SIMPLE_PHRASE,
    VERBAL,
)

_LONGEST_NICKNAME = 5  # tokens of a quotation inside a name, marks included
_LONGEST_BRACKET = 12
_LISTED = 2  # items before ", and" that make a list
_LONGEST_JOINER = 3  # tokens of "as well as"


def start_of_phrase(prose: Prose, start: int, end: int) -> int | None:
    """The first token of the noun phrase that ends before token `end`; None where none ends there.

    Prepositional phrases, brackets, nicknames in quotation marks and joint speakers belong to it; a pronoun or relative
    is a phrase by itself.
    """
    tags = prose.tokens.tags
    i = end - 1
    if i < start or prose.quoted[i] >= 0 or not _can_end(prose, i):
        return None
    if tags[i] == "O" and i - 2 > start and tags[i - 1] in "TI" and prose.is_a(i - 2, "beside"):
        i -= 3  # "a source close to him"
    elif tags[i] == "O" and i - 2 >= start and tags[i - 1] == "I" and tags[i - 2] in "Q#":
        i -= 2  # "one of them"
    if tags[i] == "t" and (i == start or tags[i - 1] not in ENDS_NOUN_PHRASE + '",'):
        return None  # "in that regard": no relative
    if tags[i] in PRONOUNS or tags[i] in RELATIVES:
        return i
    first: int | None = None
    joined = False
    while i >= start:
        skipped = _before_insertion(prose, start, i, first)
        if skipped is not None:
            i = skipped
            continue
        if prose.quoted[i] >= 0:
            break
        before = _before_joiner(prose, start, i, first)
        if before is not None:
            i, joined = before, True
            continue
        if not (_extends(tags, start, i, first, joined=joined) or _is_in_a_name(prose, start, i, first)):
            break
        joined = joined or tags[i] == "C"
        if tags[i] not in "ICT,":
            first = i
        i -= 1
    return first


def _can_end(prose: Prose, i: int) -> bool:
    """No determiner or possessive ends a phrase, a stop only after a name ("Corp."), of relatives who and which."""
    tag = prose.tokens.tags[i]
    if tag == ".":
        return i > 0 and prose.tokens.tags[i - 1] == "A"
    return tag not in "Ds" and (tag != "W" or prose.is_a(i, "subject_relatives_alone"))


def _before_insertion(prose: Prose, start: int, i: int, first: int | None) -> int | None:
    """The token before a bracket or a nickname that ends at token i, or None."""
    tags = prose.tokens.tags
    if prose.quoted[i] >= 0:
        opened = prose.quotation_tokens[prose.quoted[i]][0]
        return opened - 1 if first is not None and i - opened <= _LONGEST_NICKNAME else None
    if tags[i] != ")":
        return None
    lowest = max(start, i - _LONGEST_BRACKET)
    return next((k - 1 for k in range(i - 1, lowest - 1, -1) if tags[k] == "("), None)


def _before_joiner(prose: Prose, start: int, i: int, first: int | None) -> int | None:
    """The token before "as well as" or the last ", and" of a list, where that ends at token i and joins; or None."""
    tags = prose.tokens.tags
    if first != i + 1:
        return None
    if tags[i] == "C" and _ends_list(tags, start, i - 1):
        return i - 2
    at = next((at for at in range(i, max(start, i - _LONGEST_JOINER), -1) if prose.joiner_at(at) == i + 1 - at), None)
    return at - 1 if at is not None and tags[at - 1] in ENDS_NOUN_PHRASE and _is_free(tags, start, at) else None


def _ends_list(tags: list[str], start: int, comma: int) -> bool:
    """The comma at token `comma` is the last of a list without verbs: "Lee, Hill, | and Ray", not "it rained, |"."""
    items, i = 0, comma
    while items < _LISTED and i > start and tags[i] == ",":
        first = i
        while first > start and tags[first - 1] in SIMPLE_PHRASE:
            first -= 1
        if first == i or (first > start and tags[first - 1] in VERBAL + "I"):
            break
        items, i = items + 1, first - 1
    return items == _LISTED


def _extends(tags: list[str], start: int, i: int, first: int | None, *, joined: bool) -> bool:
    """True when token i belongs to the noun phrase that reaches down to token `first` so far."""
    tag = tags[i]
    previous = tags[i - 1] if i > start else EDGE
    if first == i + 1 and tags[first] == "s":
        return True  # what a possessive belongs to: "yesterday's march"
    if tag in "EG":
        return _is_modifier(tags, tag, previous, first)
    adjoins = first == i + 1 and previous in ENDS_NOUN_PHRASE + '"'  # "the “experts” at the ministry"
    if tag in "ITC,":
        return adjoins and _links(tags, start, i, joined=joined)
    if first == i + 1 and tags[i + 1] in DETERMINERS:
        return tag in DETERMINERS
    dated = tag == "Y" and first == i + 1 and tags[i + 1] == "A" and previous == "I"  # "on Wednesday | China said"
    return not dated and (tag in NOUNS + "DQs" or (tag == "." and (first is not None or previous == "A")))  # "the U.K."


def _is_in_a_name(prose: Prose, start: int, i: int, first: int | None) -> bool:
    """A capitalised word before the article of a longer name, behind "of" or "and": "Ann Brown of Save | the Weir"."""
    tags = prose.tokens.tags
    named = first == i + 1 and tags[i : i + 3] == ["A", "D", "A"]
    return named and i - 1 > start and prose.is_a(i - 1, "name_links")


def _is_modifier(tags: list[str], tag: str, previous: str, first: int | None) -> bool:
    """A participle inside the phrase: "the proposed plan", "the White House briefing", not "Hua said the minister"."""
    if first is None:
        return tag == "G" and previous in "DQsJn"
    return previous in "DQsJA" and tags[first] not in DETERMINERS


def _links(tags: list[str], start: int, i: int, *, joined: bool) -> bool:
    """The word at token i links two parts of one phrase: "mayor of Cork", "aide to the mayor", "Lee, Hill and Ray"."""
    if tags[i] == "T":
        return tags[i + 1] in "ADQ"
    if tags[i] == "C":
        return _is_free(tags, start, i)
    if tags[i] == "I":
        return True
    return joined and tags[i - 1] != "Y" and not _ends_opener(tags, start, i) and _is_free(tags, start, i)


def _ends_opener(tags: list[str], start: int, comma: int) -> bool:
    """The comma closes a phrase that opens the sentence: "In June, | Lee and Hill", "After talks, | Lee and Hill"."""
    i = comma - 1
    while i > start and tags[i] in SIMPLE_PHRASE:
        i -= 1
    return i == start and tags[i] in "IS"


def _is_free(tags: list[str], start: int, link: int) -> bool:
    """The noun phrase left of the conjunction or comma is no object: no verb stands before it.

    What another comma sets off is free, too: "The army sent ships, Norland, Cork and Hill said".
    """
    i = link - 1
    while i >= start and (tags[i] in SIMPLE_PHRASE or tags[i] in "IC"):
        i -= 1
    return i < start or tags[i] not in VERBAL
