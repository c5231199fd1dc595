"""Shapes whose content stands before the cue or on both sides of it: "“…,” he said", "…, said the minister, …"."""

from __future__ import annotations

from briefing.steps.attribute import contents, source_phrases
from briefing.steps.attribute.groups import Group
from briefing.steps.attribute.match import Match, of_group
from briefing.steps.attribute.noun_phrases import start_of_phrase
from briefing.steps.attribute.prose import Prose, Unit
from briefing.steps.attribute.source_phrases import Range
from briefing.tags import FINITE, RELATIVES

_SHORT = 4  # tokens: an adverbial rather than a clause


def parenthetical(prose: Prose, unit: Unit, group: Group) -> Match | None:
    """A relative clause whose own subject is left out: "a rule which the union says is unfair"."""
    end = prose.body_end(unit)
    if "clause" not in group.cue.frames or group.last >= end or prose.tokens.tags[group.last] not in "BHMEZ":
        return None
    source = source_phrases.before(prose, unit.first, group.first)
    if source is None or source[0] == unit.first or prose.tokens.tags[source[0] - 1] not in RELATIVES:
        return None
    content = (group.last, contents.content_end(prose, unit, group.last, "clause"))
    return of_group("parenthetical", group, source, ((source[0] - 1, source[0]), content))


def object_relative(prose: Prose, unit: Unit, group: Group) -> Match | None:
    """A relative clause with its object in front: "the ruling, which Cork rejected", "a move Cork condemned as rash".

    The content is that object, with what the clause adds to it.
    """
    tags = prose.tokens.tags
    frames, end = group.cue.frames, prose.body_end(unit)
    source = source_phrases.before(prose, unit.first, group.first)
    if source is None or not {"np", "clause"} & frames or not _leaves_object_out(prose, group, end):
        return None
    first = source[0]
    if first > unit.first and tags[first - 1] in RELATIVES and not prose.is_a(first - 1, "personal_relative"):
        antecedent = first - 2 if tags[first - 2] == "," else first - 1
        named = start_of_phrase(prose, unit.first, antecedent)
        if named is not None:  # "was delayed due to | the ruling, which"
            named = max((k + 1 for k in range(named, antecedent) if tags[k] == "T"), default=named)
        content = None if named is None else (named, antecedent)
    elif first > unit.first and tags[first - 1] == "," and prose.is_a(first + 1, "summing") and first + 2 < source[1]:
        content, source = (first, first + 2), (first + 2, source[1])
    elif first - 2 > unit.first and tags[first - 3] == "," and prose.is_a(first - 1, "summing"):
        content = (first - 2, first)  # "…, a move the ministry said would fail"
    else:
        return None
    if content is None:
        return None
    rest = (group.last, contents.content_end(prose, unit, group.last, "np")) if group.last < end else None
    parts = (content, rest) if rest and rest[1] > rest[0] else (content,)
    return of_group("object_relative", group, source, parts, shape="object_relative")


def _leaves_object_out(prose: Prose, group: Group, end: int) -> bool:
    """Behind the verb nothing, a comma, "as …", or the verb of the clause that is said: "a move it said would fail"."""
    after = group.last
    if after >= end or prose.tokens.tags[after] in ",;-C" or prose.is_a(after, "equative"):
        return True
    return "clause" in group.cue.frames and prose.tokens.tags[after] in "BHMZ"


def comment(prose: Prose, unit: Unit, group: Group) -> Match | None:
    """A clause that comments on its content: "As the union noted, talks failed", "Talks failed, as the union noted"."""
    end = prose.body_end(unit)
    if "after" not in group.cue.frames:
        return None
    source = source_phrases.before(prose, unit.first, group.first)
    if source is None or source[0] == unit.first or not prose.is_a(source[0] - 1, "equative"):
        return None
    opening = source[0] - 1
    after = contents.after_adverbials(prose, group.last, end)
    left = _left(prose, unit.first, opening)
    if (after < end and prose.tokens.tags[after] != ",") or (left is None and opening > unit.first):
        return None
    right = (after + 1, contents.content_end(prose, unit, after + 1, "clause")) if after + 1 < end else None
    parts = tuple(part for part in (left, right) if part and part[1] > part[0])
    return of_group("comment", group, source, parts, shape="comment") if parts else None


def postposed(prose: Prose, unit: Unit, group: Group) -> Match | None:
    """Content, source, cue: "The talks failed, the minister said"."""
    if "after" not in group.cue.frames:
        return None
    source = source_phrases.before(prose, unit.first, group.first)
    left = source and _left(prose, unit.first, source[0])
    if source is None or left is None or _has_own_content(prose, unit, group, left):
        return None
    end = prose.body_end(unit)
    after_cue = contents.after_addressee(prose, group.last, end, group.cue.frames)
    while after_cue + 1 < end and prose.tokens.tags[after_cue] == "R" and prose.tokens.tags[after_cue + 1] in "R,":
        after_cue += 1  # "Mr Menk, she said tartly, speaks for one firm"
    return _around("postposed", prose, unit, group, source, left, after_cue)


def inverted(prose: Prose, unit: Unit, group: Group) -> Match | None:
    """Content, cue, source: "The talks failed, said the minister"."""
    frames = group.cue.frames
    if "after" not in frames or "addressee" in frames or group.first != group.verb:
        return None
    end = prose.body_end(unit)
    source = source_phrases.after(prose, group.last, end)
    left = source and _left(prose, unit.first, group.first)
    if source is None or left is None or not _can_be_inverted(prose, source, end):
        return None
    if _is_quoted(prose, left):
        ended = prose.tokens.tags[left[1] - 2] in ",.?!-~"
        if not ended and source[1] < end and prose.tokens.tags[source[1]] in FINITE:
            return None  # "The group “Save the Weir” said the plan would fail"
    elif not _tells(prose, left, group.first, source, end):
        return None
    return _around("inverted", prose, unit, group, source, left, source[1])


def _can_be_inverted(prose: Prose, source: Range, end: int) -> bool:
    """No object pronoun ("told him"), no subject with a verb of its own ("said it rained")."""
    tags = prose.tokens.tags
    governs = tags[source[0]] == "P" and source[1] < end and tags[source[1]] in FINITE
    complained = source[1] < end and tags[source[1]] == "t"  # "rebutted the complaint that a wall was immoral"
    return tags[source[0]] != "O" and not governs and not complained


def _is_quoted(prose: Prose, left: Range) -> bool:
    return prose.quoted[left[1] - 1] >= 0


def _has_own_content(prose: Prose, unit: Unit, group: Group, left: Range) -> bool:
    """What follows the cue is its content, so what stands before it is not: "In Rome, the minister said that …"."""
    end = prose.body_end(unit)
    start = contents.after_addressee(prose, group.last, end, group.cue.frames)
    found = contents.following(prose, start, end)
    if found is None:
        return False
    frame, begin = found
    if frame == "quote":
        return not _is_quoted(prose, left) and not contents.carries_on(prose, begin)
    governed = frame in group.cue.frames  # "In that spirit, they agreed | with the changes"
    return frame in {"that", "clause"} or ((governed or frame in {"wh", "np", "to"}) and not _is_quoted(prose, left))


def _tells(prose: Prose, left: Range, cue: int, source: Range, end: int) -> bool:
    """Words without marks before an inverted cue are content, not the subject as in "Hugh Hill, a doctor, said"."""
    tags = prose.tokens.tags
    if source[1] + 1 < end and tags[source[1]] == ",":
        if tags[source[1] + 1] in FINITE + "C":
            return True  # "That, said Reyes, was the point", "A start, said Reyes, but a late one"
        if tags[left[0]] == "P" and tags[left[0] + 1] in FINITE:
            return True  # "It was typical, say critics, of a man who …"
    short = left[1] - left[0] < _SHORT and not contents.is_clause(prose, *left)  # "Talks had failed, said Reyes"
    if short or (source[1] < end and tags[source[1]] in FINITE + "RN"):
        return False
    subject = source_phrases.before(prose, left[0], cue)
    return subject is None or contents.is_clause(prose, left[0], subject[0])


def _around(rule: str, prose: Prose, unit: Unit, group: Group, source: Range, left: Range, right_from: int) -> Match:
    right = _right(prose, unit, right_from, whole=left[1] - left[0] < _SHORT)
    if right and _is_quoted(prose, left) and prose.quoted[right[0]] < 0:
        right = None  # what follows a finished quotation without marks is the writer's
    return of_group(rule, group, source, (left, right) if right else (left,), shape="around")


def _left(prose: Prose, start: int, at: int) -> Range | None:
    """The content that ends before token `at`, past a comma, a dash or a quotation's end; None without such a bound."""
    tags, quoted = prose.tokens.tags, prose.quoted
    end = at
    while end > start and tags[end - 1] in ",-" and quoted[end - 1] < 0:
        end -= 1
    if end <= start or (end == at and quoted[end - 1] < 0):
        return None
    if quoted[end - 1] >= 0:
        first = prose.quotation_tokens[quoted[end - 1]][0]
        if first > start and tags[first - 1] in "-:(":
            return (first, end)
    return (start, end)


def _right(prose: Prose, unit: Unit, at: int, *, whole: bool) -> Range | None:
    """The second part of a content that is split around source and cue: "“We,” he said on Monday, “are ready.”".

    `whole`: the first part is but an adverb, so that whatever follows is content: "Now, she said, in Rome it rains".
    """
    end = prose.body_end(unit)
    tags, quoted = prose.tokens.tags, prose.quoted
    begins = at + 1 < end and tags[at] == "," and quoted[at + 1] < 0
    conditional = begins and prose.is_a(at + 1, "conditional_subordinators")  # "…, she said, once it was over"
    if begins and (whole or conditional or tags[at + 1] not in "GCWSERIY"):
        begin, frame = at + 1, "clause"
    else:
        begin, frame = at, "quote"
        while begin < end and quoted[begin] < 0:
            if tags[begin] in FINITE or tags[begin] == "N":
                return None
            begin += 1
        if begin >= end or not (begin == at or tags[begin - 1] in ",:-.YR"):
            return None
    last = contents.content_end(prose, unit, begin, frame)
    return (begin, last) if last > begin else None
