"""How each source, in its own voice, names the parties: outside quotations and reported words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain

from briefing.gazetteer import Hit, Name
from briefing.merged import Wording
from briefing.profile import Profile
from briefing.records import Reading, Span
from briefing.text import fold

_SHOWN = 6


def find_wordings(reading: Reading, named: Sequence[tuple[Hit, ...]], profile: Profile) -> tuple[Wording, ...]:
    """What the source itself calls each party beside its name, the most frequent first: "the Islamist movement".

    `named` are the names of the profile in each sentence of the reading.
    """
    quoted = [span for a in reading.attributions if a.kind in ("direct", "mixed") for span in a.content]
    counts: dict[str, Counter[str]] = {}
    for hit in chain.from_iterable(named):
        if hit.name.kind == "party" and not _is_plain(hit.name) and not _in_any(hit.span, quoted):
            counts.setdefault(hit.name.party.id, Counter())[hit.span.of(reading.article.text)] += 1
    order = [party.id for party in profile.parties if party.id in counts]
    return tuple(Wording(reading.article.source_id, party, _ranked(counts[party])) for party in order)


def _is_plain(name: Name) -> bool:
    """The name of the party, or its adjective, is in it: such words are nobody's choice."""
    own = {word for text in (name.party.name, *name.party.adjectives) for word in fold(text).split()}
    return any(fold(word) in own for word in name.words) or len(name.words) == 1


def _ranked(counter: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counter.items(), key=lambda item: (-item[1], item[0]))[:_SHOWN])


def _in_any(span: Span, others: list[Span]) -> bool:
    return any(other.overlaps(span) for other in others)
