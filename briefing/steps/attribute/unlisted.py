"""Speech by a verb that no list has: what stands right behind a quotation and its speaker can be no other."""

from __future__ import annotations

from briefing.steps.attribute import source_phrases
from briefing.steps.attribute.match import Match
from briefing.steps.attribute.prose import Prose, Unit
from briefing.tags import RELATIVES

_LONGEST = 6  # tokens of the speaker
_MAY_FOLLOW = ",-:;IRY"  # a verb with an object of its own may be an act: "he opened the door"


def unlisted(prose: Prose, unit: Unit, at: int) -> Match | None:
    """The attribution of "“Ask me anything,” he boomed": a whole quotation, a short subject and a past form."""
    tags, quoted = prose.tokens.tags, prose.quoted
    end = prose.body_end(unit)
    if tags[at] != "E" or quoted[at] >= 0 or not (at + 1 >= end or tags[at + 1] in _MAY_FOLLOW):
        return None
    source = source_phrases.before(prose, unit.first, at)
    by = at + 1 < end and prose.is_a(at + 1, "agentive")  # "“Chi-Raq,” a film directed by"
    if (
        source is None
        or by
        or tags[source[0]] in RELATIVES
        or source[1] - source[0] > _LONGEST
        or quoted[source[0] - 1] < 0
    ):
        return None
    first, last = prose.quotation_tokens[quoted[source[0] - 1]]
    if first < unit.first or last != source[0] or tags[last - 2] not in ",?!":
        return None
    return Match("unlisted", None, source, ((at, at + 1),), ((first, last),))
