"""Shapes whose content follows the cue, and passives: from a verb group to source, cue and content."""

from __future__ import annotations

from briefing.steps.attribute import contents, source_phrases
from briefing.steps.attribute.around import comment, inverted, object_relative, parenthetical, postposed
from briefing.steps.attribute.cues import Cue
from briefing.steps.attribute.groups import Group
from briefing.steps.attribute.match import Match, of_group
from briefing.steps.attribute.prose import Prose, Unit
from briefing.steps.attribute.source_phrases import Range
from briefing.tags import EDGE, VERBS

_LONGEST_COMPLEMENT = 10  # tokens of "as “the usual music”"
_LONGEST_ADDRESSEE = 15
_LONGEST_OWNER = 6  # tokens of "the Daily Sentinel 's"


def match_verb(prose: Prose, unit: Unit, group: Group, earlier: list[Match]) -> Match | None:
    """The attribution of a verb group; `earlier` are the matches to the left in the same unit."""
    by_agent = passive(prose, unit, group)
    if by_agent or group.shape == "passive":
        return by_agent
    if group.shape in {"participle", "infinitive"}:
        return dependent(prose, unit, group, earlier)
    return (
        parenthetical(prose, unit, group)
        or object_relative(prose, unit, group)
        or comment(prose, unit, group)
        or postposed(prose, unit, group)
        or inverted(prose, unit, group)
        or preposed(prose, unit, group, earlier)
    )


def preposed(prose: Prose, unit: Unit, group: Group, earlier: list[Match]) -> Match | None:
    """Source, cue, content: "The minister said that the talks failed"."""
    content = content_after(prose, unit, group)
    if content is None:
        return None
    frame, span = content
    source = _subject(prose, unit, group, earlier, says=frame in contents.CLAUSES)
    if source is None:
        return None
    if source[0] > unit.first and prose.tokens.tags[source[0] - 1] == "S" and source[0] - unit.first <= 2:
        span = contents.until_main_clause(prose, span)
    return of_group(f"preposed.{frame}", group, source, (span,), shape="preposed", frame=frame)


def _subject(prose: Prose, unit: Unit, group: Group, earlier: list[Match], *, says: bool) -> Range | None:
    """The source of a finite cue; behind "and" a verb of speech carries on the speech before: "said … and added"."""
    before = prose.tokens.tags[group.first - 1] if group.first > unit.first else EDGE
    if before == "C":
        speaker = _speaker_over(group.first, earlier) if says else None
        return speaker or _shared_subject(prose, unit, group.first - 1, earlier)
    subject = source_phrases.before_speech if says else source_phrases.before
    source = subject(prose, unit.first, group.first)
    if source is None and before == ",":  # "rejected the plan, called it dangerous and left"
        return _source_up_to(group.first, earlier)
    return source


def dependent(prose: Prose, unit: Unit, group: Group, earlier: list[Match]) -> Match | None:
    """A participle or infinitive, whose source is the subject of the clause before: "…, adding that talks failed"."""
    content = content_after(prose, unit, group)
    if content is None:
        return None
    frame, span = content
    if prose.tokens.tags[unit.first] in "IGS":  # "In remarks explaining his reasons, Mr. Reyes said …"
        span = contents.until_main_clause(prose, span)
        if frame == "clause" and not contents.is_clause(prose, *span):
            return None
    attempted = frame == "np.to" and prose.is_a(group.first - 2, "attempting")  # "tried to persuade them to sign"
    if group.shape == "infinitive" and not attempted and (frame not in contents.CLAUSES or frame == "wh"):
        return None
    if prose.is_a(group.first - 1, "bygone"):
        return None  # "has clashed with them before, once calling it a farce": told of another time
    source = _noun_before(prose, unit, group) or _shared_subject(prose, unit, group.first, earlier)
    return source and of_group(f"{group.shape}.{frame}", group, source, (span,), frame=frame)


def _noun_before(prose: Prose, unit: Unit, group: Group) -> Range | None:
    """The noun phrase that a participle follows without a comma, where it can speak: "polls showing …".

    Not "released a statement saying" nor "spent the evening mocking": there the subject speaks.
    """
    tags = prose.tokens.tags
    if group.shape != "participle" or group.first == unit.first:
        return None
    if (quoted := _quoted_as(prose, unit, group)) is not None:
        return quoted
    if tags[group.first - 1] not in "AnJPOQ":
        return None
    source = source_phrases.before(prose, unit.first, group.first)
    if source is None or prose.is_a(group.first - 1, "documents"):
        return None
    is_object = source[0] > unit.first and tags[source[0] - 1] in VERBS and tags[source[1] - 1] == "n"
    return None if is_object or _is_addressed(prose, unit, source) else source


def _quoted_as(prose: Prose, unit: Unit, group: Group) -> Range | None:
    """ "The Echo quoted Berg as | saying that …": Berg says it."""
    if not prose.is_a(group.first - 1, "equative"):
        return None
    at = group.first - 1
    back = range(at - 1, max(unit.first, at - _LONGEST_ADDRESSEE), -1)
    verb = next((i for i in back if prose.tokens.tags[i] in VERBS), at)
    named = verb + 1 < at and prose.is_a(verb, "reported") and prose.tokens.tags[verb + 1] not in "IC,"
    return (verb + 1, at) if named else None


def _is_addressed(prose: Prose, unit: Unit, source: Range) -> bool:
    """Who is written to: in "sent a letter to Lee and Hill | urging them" the sender urges."""
    tags = prose.tokens.tags
    for i in range(source[1] - 1, max(unit.first, source[0] - _LONGEST_ADDRESSEE), -1):
        if prose.is_a(i, "infinitive") and prose.is_a(i - 1, "documents"):
            return True
        if tags[i] in VERBS + ",;:":
            return False
    return False


def _shared_subject(prose: Prose, unit: Unit, at: int, earlier: list[Match]) -> Range | None:
    """The source of the attribution whose content ends before token `at`, else the subject of the clause before."""
    return _source_up_to(at, earlier) or source_phrases.subject_of_clause(prose, unit.first, at)


def _speaker_over(at: int, earlier: list[Match]) -> Range | None:
    """The source of the speech whose content holds token `at`."""
    for match in earlier:
        is_speech = match.frame in ("that", "clause")
        if match.source and is_speech and match.content[-1][0] < at < match.content[-1][1]:
            return match.source
    return None


def _source_up_to(at: int, earlier: list[Match]) -> Range | None:
    for match in earlier:
        if match.source and match.source[1] <= at and at - 1 <= match.content[-1][1] <= at:
            return match.source
    return None


def passive(prose: Prose, unit: Unit, group: Group) -> Match | None:
    """Content, cue, agent: "The plan was rejected by the minister", "welcomed by doctors but opposed by unions"."""
    end = prose.body_end(unit)
    by = _agent(prose, group.last, end) if group.cue.form in {"past", "participle"} else None
    if by is None:
        return None
    source = source_phrases.after(prose, by + 1, end)
    told = _told_by(prose, unit, group, source)
    if told is not None or "agent" not in group.cue.frames:
        return told
    start = group.first
    while start > unit.first and prose.tokens.tags[start - 1] == "R":
        start -= 1
    before = prose.tokens.tags[start - 1] if start > unit.first else EDGE
    content = source_phrases.subject_of_clause(prose, unit.first, start) if before in "C," else None
    if before != "C":  # "The plan, | long opposed by doctors, passed"
        content = content or source_phrases.before(prose, unit.first, start - (before == ","))
    if source is None or content is None:
        return None
    complement = ((group.last, by),) if by > group.last else ()
    return of_group("passive", group, source, (content, *complement))


def _agent(prose: Prose, start: int, end: int) -> int | None:
    """The "by" right after a passive, or after what something is called: "dismissed as “a joke” by the union"."""
    if start >= end or not (prose.is_a(start, "agentive") or prose.is_a(start, "equative")):
        return None
    for i in range(start, min(end, start + _LONGEST_COMPLEMENT)):
        if prose.quoted[i] < 0 and prose.is_a(i, "agentive"):
            return i
        if prose.quoted[i] < 0 and prose.tokens.tags[i] in ",:;C" + VERBS:
            return None
    return None


def _told_by(prose: Prose, unit: Unit, group: Group, source: Range | None) -> Match | None:
    """A passive with its content behind the agent: "was told by officials that the plan had failed"."""
    if (
        source is None
        or not {"that", "addressee"} <= group.cue.frames
        or prose.tokens.tags[source[1] : source[1] + 1] != ["t"]
    ):
        return None
    content = (source[1], contents.content_end(prose, unit, source[1], "that"))
    return of_group("passive.that", group, source, (content,), frame="that")


def content_after(prose: Prose, unit: Unit, group: Group) -> tuple[str, Range] | None:
    """The frame and the range of the content that follows a cue; None where no frame of the cue fits."""
    frames = group.cue.frames
    end = prose.body_end(unit)
    start = contents.after_addressee(prose, group.last, end, frames)
    found = contents.following(prose, start, end)
    if found is None:
        return None
    frame, begin = found
    if frame == "colon":
        frame, begin = "quote", begin + 1
    elif (frame == "clause" and "clause" not in frames) or (
        frame == "quote" and "quote" not in frames and contents.carries_on(prose, begin)
    ):
        frame = "np"  # "praised the nurses who had stayed", "blamed “a cartel”"
    if frame == "np" and "np.to" in frames and _has_infinitive(prose, begin, end):
        frame = "np.to"  # "pressed the firm to pay"
    if frame not in frames or begin >= end or not _opens(prose, group.cue, begin):
        return None
    last = contents.content_end(prose, unit, begin, frame)
    if group.cue.publishes and not prose.classes["published"].intersection(prose.tokens.words[begin:last]):
        return None  # "released the captives"
    return (frame, (begin, last)) if last > begin else None


def _has_infinitive(prose: Prose, begin: int, end: int) -> bool:
    """A "to" follows within the same stretch: "pressed the firm to pay", not "told the paper, responding to"."""
    stretch = prose.tokens.tags[begin + 1 : min(begin + 9, end)]
    comma = stretch.index(",") if "," in stretch else len(stretch)
    return "T" in stretch[:comma]


def _opens(prose: Prose, cue: Cue, begin: int) -> bool:
    """The content begins with one of the phrases that the cue asks for, if it asks for any: "declined | to comment".

    A possessor may stand before it: "did not return | the paper's requests".
    """
    words, tags = prose.tokens.words, prose.tokens.tags
    owner = next((i for i in range(begin, min(begin + _LONGEST_OWNER, len(tags))) if tags[i] == "s"), None)
    places = (begin,) if owner is None else (begin, owner + 1)
    return not cue.opens or any(tuple(words[i : i + len(phrase)]) == phrase for phrase in cue.opens for i in places)
