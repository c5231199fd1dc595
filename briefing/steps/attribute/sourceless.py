"""Attributions whose source the writer leaves out: "is expected to fall", "seems ready", "asked about the vote"."""

from __future__ import annotations

from briefing.steps.attribute import contents, source_phrases
from briefing.steps.attribute.groups import Group
from briefing.steps.attribute.match import Match, of_group
from briefing.steps.attribute.prose import Prose, Unit
from briefing.steps.attribute.shapes import content_after
from briefing.tags import DETERMINERS

SOURCELESS = frozenset({"raising", "raising.passive", "asked"})  # frames of cues that these shapes alone serve


def raising(prose: Prose, unit: Unit, group: Group) -> Match | None:
    """Subject and predicate are the content, the raising verb between them the cue: "Prices are expected to fall"."""
    frames = group.cue.frames
    if ("raising" if group.shape == "finite" else "raising.passive") not in frames or group.shape not in {
        "finite",
        "passive",
    }:
        return None
    end = prose.body_end(unit)
    subject = source_phrases.before(prose, unit.first, group.first)
    found = contents.following(prose, group.last, end)
    if subject is None or found is None or found[0] not in frames:
        return None
    frame, begin = found
    predicate = (begin, contents.content_end(prose, unit, begin, frame))
    amount = predicate[1] == begin + 1 and prose.tokens.tags[begin] in DETERMINERS  # "has not been seen much"
    if predicate[1] <= begin or amount:
        return None
    return of_group(f"raising.{frame}", group, None, (subject, predicate), shape="raising", frame=frame)


def asked(prose: Prose, unit: Unit, group: Group) -> Match | None:
    """A question whose asker is not named: "Asked about the vote, …", "was asked whether …"."""
    if "asked" not in group.cue.frames or group.cue.form != "past":
        return None
    opens = (
        group.first == unit.first
        or prose.tokens.tags[group.first - 1] == ","
        or prose.is_a(group.first - 1, "before_question")
    )
    if not (group.shape == "passive" or (opens and group.first == group.verb)):
        return None
    found = content_after(prose, unit, group)
    if found is None:
        return None
    frame, span = found
    span = contents.until_main_clause(prose, span)
    return of_group(f"asked.{frame}", group, None, (span,), shape="asked", frame=frame)
