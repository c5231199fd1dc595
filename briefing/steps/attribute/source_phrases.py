"""Speakers around a cue: the subject before its verb group, the inverted subject after it, the agent after "by".

All ranges are half-open token ranges.
"""

from __future__ import annotations

from briefing.steps.attribute.noun_phrases import start_of_phrase
from briefing.steps.attribute.prose import Prose
from briefing.tags import (
    DETERMINERS,
    EDGE,
    FINITE,
    GROUP,
    PRONOUNS,
    RELATIVES,
    SIMPLE_PHRASE,
    STARTS_NOUN_PHRASE,
    VERBS,
)

Range = tuple[int, int]

_LONGEST_ASIDE = 40
_LONGEST_NAME = 8  # tokens of a name in quotation marks, with them
_LONGEST_COMPLEMENT = 8  # tokens of "of lying by"


def before(prose: Prose, start: int, end: int) -> Range | None:
    """The noun phrase that ends right before token `end`, with its appositions and relative clauses."""
    tags = prose.tokens.tags
    last = _without_adverbials(prose, start, end)
    if last <= start:
        return None
    if tags[last - 1] in ",-" and last - 1 > start:
        return _with_aside(prose, start, last, tags[last - 1])
    if prose.quoted[last - 1] >= 0 and tags[last - 2] == ",":  # "Reyes, citing “a lack of time,” said"
        return _with_aside(prose, start, last, ",")
    first = _start_of_subject(prose, start, last)
    if first is not None:
        return _widened(prose, start, first, last)
    first = _quoted_name(prose, start, last)
    if first is None:
        first = _head_of_relative(prose, start, last)
    return None if first is None else (first, last)


def _widened(prose: Prose, start: int, first: int, last: int) -> Range:
    """The source that ends with the noun phrase from `first` to `last`."""
    first = _before_example(prose, start, _before_open_apposition(prose, start, first))
    described = _described(prose, start, first)
    if described is not None:
        return (described, last)
    if first > start and _is_object(prose, start, first):
        head = _head_of_relative(prose, start, first)
        return (first if head is None else head, last)
    if first - 1 > start and prose.is_a(first - 1, "temporal_subordinators"):
        return _before_time(prose, start, first - 1) or (first, last)
    return (first, last)


def _before_open_apposition(prose: Prose, start: int, first: int) -> int:
    """The start of "Ann Lee, an aide to the mayor | said", whose apposition no comma closes: a name at the head."""
    tags = prose.tokens.tags
    if first - 2 <= start or tags[first - 1] != "," or not prose.is_a(first, "indefinite_article"):
        return first
    name = start_of_phrase(prose, start, first - 1)
    return start if name == start and set(tags[start : first - 1]) == {"A"} else first


def _before_example(prose: Prose, start: int, first: int) -> int:
    """The start of "senators like Ann Hill", "firms such as Acme", where the example begins at token `first`."""
    words, tags = prose.tokens.words, prose.tokens.tags
    opener = next((len(p) for p in prose.examples if tuple(words[first - len(p) : first]) == p), 0)
    if not opener or first - 1 <= start:
        return first
    at = first - opener
    if tags[at - 1] == ",":
        at -= 1
    group = start_of_phrase(prose, start, at) if at > start and tags[at - 1] in "An" else None
    return first if group is None else group


def _described(prose: Prose, start: int, first: int) -> int | None:
    """The start of what an -ing form describes, the phrase that begins at `first` being its object.

    "Relief, a group representing owners, | said", "officials representing owners | said".
    """
    tags = prose.tokens.tags
    if first - 1 > start and tags[first - 1] == "C":  # "representing providers and | companies"
        first -= 1
        while first - 1 > start and tags[first - 1] in SIMPLE_PHRASE:
            first -= 1
    if first - 2 <= start or tags[first - 1] != "G" or tags[first - 2] not in "An":
        return None
    head = start_of_phrase(prose, start, first - 1)
    if head is None:
        return None
    apposed = head - 1 > start and tags[head - 1] == "," and tags[head] in DETERMINERS
    return (start_of_phrase(prose, start, head - 1) if apposed else None) or head


def _quoted_name(prose: Prose, start: int, last: int) -> int | None:
    """The start of a subject that ends in a quoted name: "the group “Save the Weir” said"."""
    if last - 1 <= start or prose.quoted[last - 1] < 0:
        return None
    first, end = prose.quotation_tokens[prose.quoted[last - 1]]
    tags = prose.tokens.tags
    if end != last or last - first > _LONGEST_NAME or tags[last - 2] in ",.?!":
        return None
    if first <= start:
        return first if first == start and _is_name(prose, first + 1, last - 1) else None
    if tags[first - 1] == "t" and set(tags[first + 1 : last - 1]) == {"A"}:
        return first  # "that “Norland” offered a truce", as papers write a name that they do not recognise
    if tags[first - 1] == "I":
        head = start_of_phrase(prose, start, first - 1)
    elif tags[first - 1] in DETERMINERS:
        head = first - 1
    else:
        head = start_of_phrase(prose, start, first) if tags[first - 1] in "nA" else None
    return head


def _is_name(prose: Prose, first: int, last: int) -> bool:
    """Several words, the first and the last capitalised, none a verb or pronoun: "Save the Weir"."""
    tags = prose.tokens.tags[first:last]
    capitals = [prose.text[prose.tokens.starts[i]].isupper() for i in (first, last - 1)]
    return len(tags) > 1 and all(capitals) and set(tags) <= set("AnDI")


def before_speech(prose: Prose, start: int, end: int) -> Range | None:
    """As `before`, with the noun that a participle describes: "a poll released last week", "officials involved in it".

    For a verb of speech alone: what it governs is a clause, so that a participle before it cannot be the verb.
    """
    tags = prose.tokens.tags
    found = before(prose, start, end)
    if found is None:
        participle = _without_adverbials(prose, start, end) - 1
        described = participle + 1 < end or prose.is_a(participle, "lone_participles")
    else:
        participle = _participle_before(prose, start, found[0])
        described = found[0] > start and tags[found[0] - 1] in "IT"
    if not described or participle - 1 < start or tags[participle] != "E" or tags[participle - 1] not in "An":
        return found
    first = _start_of_subject(prose, start, participle) if prose.tokens.words[participle].endswith("ed") else None
    return found if first is None else (first, found[1] if found else end)


def _participle_before(prose: Prose, start: int, first: int) -> int:
    """The token where a participle governs the phrase at `first`: "accused by | Lee", "accused of lying by | Lee"."""
    tags = prose.tokens.tags
    at = first - 2
    while prose.is_a(first - 1, "agentive") and max(start, first - _LONGEST_COMPLEMENT) < at and tags[at] in "IGDnJ":
        at -= 1
    return at


def _before_time(prose: Prose, start: int, end: int) -> Range | None:
    """The subject before "after a meeting"; not what "a day" is in "a day after Reyes said"."""
    if prose.is_a(end - 1, "periods"):
        return None
    source = before(prose, start, end)
    bounded = source and (source[0] == start or prose.tokens.tags[source[0] - 1] in "I,")
    return source if bounded else None


def _start_of_subject(prose: Prose, start: int, end: int) -> int | None:
    """The start of the noun phrase before token `end`: in "a group that runs Cork", with a verb unknown, "a group"."""
    tags = prose.tokens.tags
    first = start_of_phrase(prose, start, end)
    if first is None or first - 1 <= start or tags[first - 1] not in RELATIVES or tags[first] != "n":
        return first
    governs = first + 1 < end and tags[first + 1] in "DQAPO"
    return start_of_phrase(prose, start, first - 1) if governs else first


def _without_adverbials(prose: Prose, start: int, end: int) -> int:
    """`end` moved left over adverbs and days: "the minister on Monday also said"."""
    tags = prose.tokens.tags
    floats = prose.is_a(end - 1, "correlatives") or prose.is_a(end - 1, "floating_quantifiers")
    if end - 1 > start and floats and tags[end - 2] in "An-,":
        end -= 1
    while end > start and tags[end - 1] in "RY":
        dated = tags[end - 1] == "Y"
        end -= 1
        while dated and end > start and (tags[end - 1] == "Y" or prose.is_a(end - 1, "before_days")):
            end -= 1
    return end


def _is_object(prose: Prose, start: int, first: int) -> bool:
    """The phrase that begins at `first` belongs to a verb before it: "who knows the plan", "who spoke on condition"."""
    tags = prose.tokens.tags
    if tags[first - 1] in "EGZT":
        return True
    return tags[first - 1] == "I" and first - 2 > start and tags[first - 2] in "EGZR"


def _head_of_relative(prose: Prose, start: int, end: int) -> int | None:
    """The start of the noun phrase that a relative clause up to token `end` belongs to: "a man who knows the plan"."""
    tags = prose.tokens.tags
    for i in range(end - 1, max(start, end - _LONGEST_ASIDE), -1):
        if tags[i] in ",:;":
            return None
        if tags[i] == "W" or prose.is_a(i, "possessive_relative") or (tags[i] == "t" and tags[i + 1] in FINITE):
            return start_of_phrase(prose, start, i)
    return None


def _with_aside(prose: Prose, start: int, last: int, mark: str) -> Range | None:
    """The noun phrase before an aside between commas or dashes; an apposition or relative clause belongs to it.

    "Hugh Hill, a doctor," is all source, of "Hugh Hill, speaking in Rome," the name alone.
    """
    tags = prose.tokens.tags
    opening = last - 2
    while opening > start and (tags[opening] != mark or prose.quoted[opening] >= 0) and last - opening < _LONGEST_ASIDE:
        opening -= 1
    opening = _before_list(prose, start, opening)
    if opening <= start or tags[opening] != mark or prose.quoted[opening + 1] >= 0:
        return None
    first = before_appositions(prose, start, opening)
    if first is None:
        return None
    if first - 2 > start and tags[first - 1] == "I" and tags[first - 2] == ",":  # "Hugh Hill, of the Guild, which …,"
        named = start_of_phrase(prose, start, first - 2)
        if named is not None and named - 1 > start and tags[named] == "#" and tags[named - 1] == ",":
            named = start_of_phrase(prose, start, named - 1)  # "Hugh Hill, 22, of Cork, Ireland,"
        first = first if named is None else named
    belongs = prose.is_a(opening + 1, "genitive") or prose.joiner_at(opening + 1)  # "Hill, of the Guild, | said"
    apart = tags[opening + 1] in "RIGST" and not belongs
    return (first, opening) if apart else (first, last - 1)


def _before_list(prose: Prose, start: int, comma: int) -> int:
    """The comma before the relative clause that a list stands in: "the Guild, whose members are Lee, Hill and Ray,"."""
    tags = prose.tokens.tags
    for i in range(comma - 1, max(start, comma - _LONGEST_ASIDE), -1):
        if tags[i] in ":;" or prose.quoted[i] >= 0 or prose.is_a(i, "main_coordinators"):
            return comma
        if tags[i] == "," and tags[i + 1] in FINITE:
            return comma  # "Talks, which began in May, | will end soon, the union's head, Ann Lee, said"
        if tags[i] == "," and (tags[i + 1] == "W" or prose.is_a(i + 1, "possessive_relative")):
            return i
    return comma


def before_appositions(prose: Prose, start: int, end: int) -> int | None:
    """The start of the name before "…, a senator, R-Tex.," where the phrase that ends at `end` is an apposition."""
    tags = prose.tokens.tags
    first = _start_of_subject(prose, start, end)
    while first is not None and first - 1 > start and tags[first - 1] == ",":
        apposed = tags[first] in DETERMINERS or tags[first] in "n#" or end - first <= 2
        name = _start_of_subject(prose, start, first - 1) if apposed else None
        if name is None or tags[name] != "A" or (name > start and tags[name - 1] == "I"):
            break
        first = name
    return first


def after(prose: Prose, start: int, end: int) -> Range | None:
    """The noun phrase that begins at token `start`, with its appositions: inverted subject, or agent after "by"."""
    tags = prose.tokens.tags
    if start >= end or prose.quoted[start] >= 0 or tags[start] not in STARTS_NOUN_PHRASE:
        return None
    if tags[start] in PRONOUNS:
        return (start, start + 1)
    i = start
    while i < end and prose.quoted[i] < 0 and not _closes(prose, start, i, end):
        i += 1
    while i > start and tags[i - 1] in ",IC":
        i -= 1
    return (start, i) if i > start else None


def _closes(prose: Prose, start: int, i: int, end: int) -> bool:
    """True when the phrase that began at `start` is over before token i."""
    tags = prose.tokens.tags
    tag, following = tags[i], tags[i + 1] if i + 1 < end else EDGE
    if tag in 'SWtT:;-"PM~RXBH' or prose.is_a(i, "source_prepositions"):
        return True
    if tag == ",":
        return following in 'GC"SPRI^' or following in FINITE
    if tag == "I":
        return _leaves_phrase(prose, start, i, following)
    if tag == "C" and (following == "N" or (following == "E" and i + 2 < end and prose.is_a(i + 2, "agentive"))):
        return True  # "was opposed by the union | and backed by Norland", "by the union | but not by Norland"
    return tag in VERBS and i > start and tags[i - 1] in "AnY"


def _leaves_phrase(prose: Prose, start: int, i: int, following: str) -> bool:
    """The preposition at token i begins an adverbial: "said Reyes | on Monday", "| in a statement", "| during …"."""
    if following == "Y" or not prose.is_a(i, "phrase_prepositions"):
        return True
    return prose.is_a(i, "locative") and following in "GWtD" and i > start + 1


def subject_of_clause(prose: Prose, start: int, end: int) -> Range | None:
    """The subject of the nearest finite verb before token `end`, for participles and infinitives."""
    tags = prose.tokens.tags
    i = end - 1
    while i > start:
        if tags[i] in FINITE and prose.quoted[i] < 0:
            first = i
            while first > start and tags[first - 1] in GROUP:
                first -= 1
            found = before(prose, start, first)
            if found is not None and not prose.is_a(found[0], "existential"):
                return found
            i = first
        i -= 1
    return None
