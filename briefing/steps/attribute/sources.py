"""Noun phrases around a cue: the subject before its verb group, the inverted subject after it, the agent after "by".

All ranges are half-open token ranges.
"""

from __future__ import annotations

from briefing.steps.attribute.page import Page, Unit

Range = tuple[int, int]

_NOMINAL = frozenset(
    "AnJ#OG$%&Y.E"
)  # may stand inside a noun phrase; E and G only where a determiner or noun surrounds them
_ENDS_NOUN = frozenset("AnJ#OGYPQs.)$%")
_FINITE = frozenset("BHXMEZ")
_LONGEST_ASIDE = 40
_TIMES = frozenset({"after", "before", "during", "following"})


def before(page: Page, start: int, end: int) -> Range | None:
    """The noun phrase that ends right before token `end`, with its appositions and relative clauses."""
    tags = page.tokens.tags
    last = _without_adverbials(page, start, end)
    if last <= start:
        return None
    if tags[last - 1] == "," or (tags[last - 1] == "-" and last - 1 > start):
        return _with_aside(page, start, last)
    first = _core_start(page, start, last)
    if first is None:
        first = _before_relative(page, start, last)
        return None if first is None else (first, last)
    if first > start and _is_object(page, start, first):
        first = _before_relative(page, start, first) or first
    elif first - 1 > start and page.tokens.words[first - 1] in _TIMES:
        earlier = before(page, start, first - 1)
        return earlier or (first, last)
    return (first, last)


def _is_object(page: Page, start: int, first: int) -> bool:
    """The noun phrase that begins at `first` belongs to a verb before it: "a man who knows the plan", "who spoke on condition"."""
    tags = page.tokens.tags
    if tags[first - 1] in "EGZT":
        return True
    return tags[first - 1] == "I" and first - 2 > start and tags[first - 2] in "EGZR"


def _before_relative(page: Page, start: int, end: int) -> int | None:
    """The start of the noun phrase whose relative clause ends in the object at `end`: "a man who knows the plan said"."""
    tags = page.tokens.tags
    for i in range(end - 1, max(start, end - _LONGEST_ASIDE), -1):
        if tags[i] in ",:;":
            return None
        if tags[i] == "W" or page.tokens.words[i] == "whose" or (tags[i] == "t" and tags[i + 1] in "EZBHMX"):
            return _core_start(page, start, i)
    return None


def _without_adverbials(page: Page, start: int, end: int) -> int:
    """`end` moved left over adverbs and days: "the minister on Monday also said"."""
    tags = page.tokens.tags
    while end > start:
        if tags[end - 1] == "R":
            end -= 1
        elif tags[end - 1] == "Y":
            end -= 1
            while end > start and (
                tags[end - 1] == "Y" or page.tokens.words[end - 1] in {"on", "last", "this", "late"}
            ):
                end -= 1
        else:
            break
    return end


def _with_aside(page: Page, start: int, last: int) -> Range | None:
    """The noun phrase before an aside between commas or dashes, the aside included: "Hugh Hill, a doctor,"."""
    tags = page.tokens.tags
    mark = tags[last - 1]
    opening = last - 2
    while opening > start and tags[opening] != mark and last - opening < _LONGEST_ASIDE:
        opening -= 1
    if opening <= start or tags[opening] != mark:
        return None
    first = _core_start(page, start, opening)
    while (
        first is not None
        and first - 1 > start
        and tags[first - 1] == ","
        and (tags[first] in "DQn#" or opening - first <= 2)
    ):
        earlier = _core_start(page, start, first - 1)
        if earlier is None or tags[earlier] != "A" or (earlier > start and tags[earlier - 1] == "I"):
            break
        first = earlier
    if first is None:
        return None
    return (first, opening) if tags[opening + 1] in "RIGST" else (first, last - 1)


def _core_start(page: Page, start: int, last: int) -> int | None:
    """The first token of the noun phrase whose last token is `last - 1`; None where no noun phrase ends there."""
    tags, words = page.tokens.tags, page.tokens.words
    i = last - 1
    if i < start or page.quoted[i] >= 0:
        return None
    if tags[i] in "PO" or (tags[i] in "Wt" and words[i] in {"who", "which", "that"}):
        return i
    if tags[i] in "Ds" or (tags[i] == "." and tags[i - 1] != "A"):
        return None
    first: int | None = None
    joined = False
    while i >= start:
        tag = tags[i]
        if page.quoted[i] >= 0:
            opened = page.quotation_tokens[page.quoted[i]][0]
            if first is None or i - opened > 5:
                break
            i = opened - 1
            continue
        if tag == ")" and (opening := _bracket(tags, start, i)) is not None:
            i = opening - 1
            continue
        if not _extends(tags, start, i, first, joined):
            break
        joined = joined or tag == "C"
        if tag not in "IC,":
            first = i
        i -= 1
    return first


def _bracket(tags: list[str], start: int, closing: int) -> int | None:
    for i in range(closing - 1, max(start, closing - 12) - 1, -1):
        if tags[i] == "(":
            return i
    return None


def _extends(tags: list[str], start: int, i: int, first: int | None, joined: bool) -> bool:  # noqa: FBT001
    """True when token i belongs to the noun phrase that reaches down to token `first` so far."""
    tag = tags[i]
    previous = tags[i - 1] if i > start else "^"
    if tag in "EG":
        return (first is not None and previous in "DQsJA") or (first is None and tag == "G" and previous in "DQsJn")
    joint = first == i + 1 and previous in _ENDS_NOUN
    if tag == "I":
        return joint
    if tag == "C":
        return joint and _conjunct_is_free(tags, start, i)
    if tag == ",":
        return joint and joined
    if first == i + 1 and tags[i + 1] in "DQ":
        return tag in "DQ"
    return tag in "AnJ#Y$%&DQs" or (tag == "." and first is not None)


def _conjunct_is_free(tags: list[str], start: int, conjunction: int) -> bool:
    """The noun phrase left of the conjunction is no object: no verb stands right before it."""
    i = conjunction - 1
    while i >= start and tags[i] in "AnJ#DQsY.I,C":
        i -= 1
    return i < start or tags[i] not in "EZBHXMTG"


def after(page: Page, start: int, end: int) -> Range | None:
    """The noun phrase that begins at token `start`, with its appositions: the inverted subject or the agent after "by"."""
    tags = page.tokens.tags
    if start >= end or page.quoted[start] >= 0 or tags[start] not in "ADQnP#JO":
        return None
    if tags[start] in "PO":
        return (start, start + 1)
    i = start
    while i < end and page.quoted[i] < 0 and not _closes(page, start, i, end):
        i += 1
    while i > start and tags[i - 1] in ",IC":
        i -= 1
    return (start, i) if i > start else None


def _closes(page: Page, start: int, i: int, end: int) -> bool:
    """True when the phrase that began at `start` is over before token i."""
    tags, words = page.tokens.tags, page.tokens.words
    tag, following = tags[i], tags[i + 1] if i + 1 < end else "^"
    if tag in 'SWtT:;-"PM~RXBH':
        return True
    if tag == ",":
        return following in 'GC"SPRBHXME^I'
    if tag == "I":
        return (
            following == "Y"
            or words[i] not in {"of", "for", "from", "at", "in", "with", "on", "by"}
            or following in "GWtD"
            and words[i] in {"in", "on", "at"}
            and i > start + 1
        )
    return tag in "EZ" and i > start and tags[i - 1] in "AnY"


def subject_of_clause(page: Page, start: int, end: int) -> Range | None:
    """The subject of the nearest finite verb before token `end`, for participles and infinitives."""
    tags = page.tokens.tags
    i = end - 1
    while i > start:
        if tags[i] in _FINITE and page.quoted[i] < 0:
            first = i
            while first > start and tags[first - 1] in "RNMHBX":
                first -= 1
            found = before(page, start, first)
            if found is not None:
                return found
            i = first
        i -= 1
    return None
