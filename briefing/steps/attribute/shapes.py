"""The patterns: one small function each, from a cue's verb group to source, cue and content."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.steps.attribute import contents, sources
from briefing.steps.attribute.cues import Cue
from briefing.steps.attribute.groups import Group
from briefing.steps.attribute.page import Page, Unit
from briefing.steps.attribute.sources import Range

AROUND = frozenset({"postposed", "inverted", "according"})  # the rules whose content stands before the source
_FINITE = frozenset("BHXMEZRN")


@dataclass(frozen=True, slots=True)
class Match:
    """One attribution in token ranges."""

    rule: str
    entry: str | None
    source: Range | None
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    negated: bool = False
    modal: str | None = None
    lemma: str = ""
    continues: int | None = None  # index among the matches of the page


def match_verb(page: Page, unit: Unit, group: Group, earlier: list[Match]) -> Match | None:
    """The attribution of a verb group; `earlier` are the matches to the left in the same unit."""
    start = unit.first
    by_agent = passive(page, unit, group, start)
    if by_agent or group.shape == "passive":
        return by_agent
    if group.shape in {"participle", "infinitive"}:
        return dependent(page, unit, group, earlier)
    return (
        parenthetical(page, unit, group, start)
        or postposed(page, unit, group, start)
        or inverted(page, unit, group, start)
        or preposed(page, unit, group, earlier)
    )


def _left(page: Page, start: int, at: int) -> Range | None:
    """The content that ends right before token `at`, past a comma, a dash or the end of a quotation; None without such a bound."""
    tags, quoted = page.tokens.tags, page.quoted
    end = at
    while end > start and tags[end - 1] in ",-" and quoted[end - 1] < 0:
        end -= 1
    if end <= start or (end == at and quoted[end - 1] < 0):
        return None
    if quoted[end - 1] >= 0:
        first = page.quotation_tokens[quoted[end - 1]][0]
        if first > start and tags[first - 1] in "-:(":
            return (first, end)
    return (start, end)


def _right(page: Page, unit: Unit, at: int) -> Range | None:
    """The second part of a content that is split around source and cue: "“We,” he said on Monday, “are ready.”"."""
    end = page.body_end(unit)
    tags, quoted = page.tokens.tags, page.quoted
    if at + 1 < end and tags[at] == "," and quoted[at + 1] < 0 and tags[at + 1] not in "GCWSERIY":
        return (at + 1, contents.content_end(page, unit, at + 1, "clause"))
    i = at
    while i < end and quoted[i] < 0:
        if tags[i] in _FINITE and tags[i] != "R":
            return None
        i += 1
    if i >= end or not (i == at or tags[i - 1] in ",:-.YR"):
        return None
    return (i, contents.content_end(page, unit, i, "quote"))


def postposed(page: Page, unit: Unit, group: Group, start: int) -> Match | None:
    """Content, source, cue: "The talks failed, the minister said.\""""
    if "after" not in group.cue.frames:
        return None
    source = sources.before(page, start, group.first)
    left = source and _left(page, start, source[0])
    if source is None or left is None:
        return None
    after_cue = group.last
    frame = contents.following(page, after_cue, page.body_end(unit))
    quoted = page.quoted[left[1] - 1] >= 0
    if frame is not None and "addressee" not in group.cue.frames:
        takes_content = {"that", "clause"} if quoted else {"that", "clause", "wh", "np", "to"}
        if frame[0] in takes_content:
            return None
    if "addressee" in group.cue.frames:
        after_cue = contents.after_addressee(page, after_cue, page.body_end(unit))
    if frame is not None and frame[0] == "quote" and not _continues_left(page, left, frame[1]):
        return None
    return _around("postposed", page, unit, group, source, left, after_cue)


def _continues_left(page: Page, left: Range, quote: int) -> bool:
    """The quotation after the cue carries on what stands before the source, not a sentence of its own after an adverbial."""
    if page.quoted[left[1] - 1] >= 0:
        return True
    first = page.tokens.starts[quote] if page.tokens.tags[quote] != '"' else page.tokens.ends[quote]
    return page.text[first : first + 1].islower()


def parenthetical(page: Page, unit: Unit, group: Group, start: int) -> Match | None:
    """A relative clause whose own subject is left out: "a rule which the union says is unfair"."""
    end = page.body_end(unit)
    if "clause" not in group.cue.frames or group.last >= end or page.tokens.tags[group.last] not in "BHMEZ":
        return None
    source = sources.before(page, start, group.first)
    if source is None or source[0] == start or page.tokens.tags[source[0] - 1] not in "Wt":
        return None
    relative = source[0] - 1
    content = (group.last, contents.content_end(page, unit, group.last, "clause"))
    return match_of("parenthetical", group, source, ((relative, relative + 1), content))


def _around(rule: str, page: Page, unit: Unit, group: Group, source: Range, left: Range, right_from: int) -> Match:
    right = _right(page, unit, right_from)
    if right and page.quoted[left[1] - 1] >= 0 and page.quoted[right[0]] < 0:
        right = None  # what follows a finished quotation unquoted is the writer's
    content = (left, right) if right and right[1] > right[0] else (left,)
    return match_of(rule, group, source, content)


def inverted(page: Page, unit: Unit, group: Group, start: int) -> Match | None:
    """Content, cue, source: "The talks failed, said the minister.\""""
    if not {"after", "addressee"} & group.cue.frames == {"after"} or group.first != group.verb:
        return None
    end = page.body_end(unit)
    source = sources.after(page, group.last, end)
    left = source and _left(page, start, group.first)
    if source is None or left is None or page.tokens.tags[source[0]] == "O":
        return None
    if page.quoted[left[1] - 1] < 0 and not _tells(page, left, group.first, source, end):
        return None
    return _around("inverted", page, unit, group, source, left, source[1])


def _tells(page: Page, left: Range, cue: int, source: Range, end: int) -> bool:
    """Words without quotation marks before an inverted cue are its content, not its subject: "Hugh Hill, a doctor, said talks had failed"."""
    if left[1] - left[0] < 4 or (source[1] < end and page.tokens.tags[source[1]] in _FINITE):
        return False
    subject = sources.before(page, left[0], cue)
    return subject is None or contents.is_clause(page, left[0], subject[0])


def preposed(page: Page, unit: Unit, group: Group, earlier: list[Match]) -> Match | None:
    """Source, cue, content: "The minister said that the talks failed.\""""
    content = content_after(page, unit, group)
    if content is None:
        return None
    frame, span = content
    if group.first > unit.first and page.tokens.tags[group.first - 1] == "C":
        source = _shared_subject(page, unit, group.first - 1, earlier)
    else:
        source = sources.before(page, unit.first, group.first)
    if source is None:
        return None
    if source[0] > unit.first and page.tokens.tags[source[0] - 1] == "S" and source[0] - unit.first <= 2:
        span = contents.until_main_clause(page, span)
    return match_of(f"preposed.{frame}", group, source, (span,))


def dependent(page: Page, unit: Unit, group: Group, earlier: list[Match]) -> Match | None:
    """A participle or infinitive, whose source is the subject of the clause before: "…, adding that talks failed"."""
    content = content_after(page, unit, group)
    if content is None:
        return None
    frame, span = content
    if group.shape == "infinitive" and frame not in contents.CLAUSES:
        return None
    if group.shape == "participle" and _follows_noun(page, unit, group.first):
        source = sources.before(page, unit.first, group.first)
    else:
        source = _shared_subject(page, unit, group.first, earlier)
    return source and match_of(f"{group.shape}.{frame}", group, source, (span,))


def _follows_noun(page: Page, unit: Unit, at: int) -> bool:
    """A noun that can speak stands before token `at`: not "released a statement saying", whose subject speaks."""
    if at == unit.first:
        return False
    return page.tokens.tags[at - 1] in "AnJPOQ" and page.tokens.words[at - 1] not in page.documents


def _shared_subject(page: Page, unit: Unit, at: int, earlier: list[Match]) -> Range | None:
    """The source of the attribution whose content ends right before token `at`, else the subject of the clause before."""
    for match in earlier:
        if match.source and match.source[1] <= at and at - 1 <= match.content[-1][1] <= at:
            return match.source
    return sources.subject_of_clause(page, unit.first, at)


def passive(page: Page, unit: Unit, group: Group, start: int) -> Match | None:
    """Content, passive cue, agent: "The plan was rejected by the minister", "welcomed by doctors but opposed by unions"."""
    end = page.body_end(unit)
    if "agent" not in group.cue.frames or group.cue.form not in {"past", "participle"}:
        return None
    if group.last >= end or page.tokens.words[group.last] != "by":
        return None
    source = sources.after(page, group.last + 1, end)
    if group.first > start and page.tokens.tags[group.first - 1] in "C,":
        content = sources.subject_of_clause(page, start, group.first)
    else:
        content = sources.before(page, start, group.first)
    if source is None or content is None:
        return None
    return match_of("passive.by", group, source, (content,))


def content_after(page: Page, unit: Unit, group: Group) -> tuple[str, Range] | None:
    """The frame and the range of the content that follows a cue; None where no frame of the cue fits."""
    end = page.body_end(unit)
    start = group.last
    frames = group.cue.frames
    if "addressee" in frames:
        start = contents.after_addressee(page, start, end)
    found = contents.following(page, start, end)
    if found is None:
        return None
    frame, begin = found
    if frame == "colon":
        frame, begin = "quote", begin + 1
    if frame == "clause" and "clause" not in frames:
        frame = "np"  # "praised the nurses who had stayed"
    if frame == "np" and "np.to" in frames and "T" in page.tokens.tags[begin + 1 : begin + 9]:
        frame = "np.to"  # "pressed the firm to pay"
    if frame not in frames or begin >= end:
        return None
    last = contents.content_end(page, unit, begin, frame)
    if last <= begin or not _opens(page, group.cue, begin):
        return None
    return frame, (begin, last)


def _opens(page: Page, cue: Cue, begin: int) -> bool:
    """The content begins with one of the phrases that the cue asks for, if it asks for any: "declined | to comment"."""
    return not cue.opens or any(tuple(page.tokens.words[begin : begin + len(phrase)]) == phrase for phrase in cue.opens)


def match_of(rule: str, group: Group, source: Range | None, content: tuple[Range, ...]) -> Match:
    """The match of a verb group."""
    return Match(
        rule,
        group.cue.entry,
        source,
        ((group.first, group.last),),
        content,
        group.negated,
        group.modal,
        group.cue.lemma,
    )
