"""Who answers in a printed interview."""

from __future__ import annotations

from briefing.records import Link, Mention
from briefing.steps.coref.discourse import NOTHING, Discourse


def interviewee(label: Mention, discourse: Discourse) -> Link:
    """The one person named before the first answer, whom the article is about; none where it names several.

    `label` is the "A" of any answer: the later ones go back to the speaker of the first.
    """
    first = next((m for place, m, _ in discourse.sources if place.of(discourse.text) == label.name), None)
    if first is not None:
        return Link(first, "label+same")
    people = {m.name: m for m in discourse.names if m.kind == "person" and m.span.start < label.span.start}
    return Link(next(iter(people.values())), "label") if len(people) == 1 else NOTHING
