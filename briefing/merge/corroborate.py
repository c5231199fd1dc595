"""Which reports are one statement: the same words, or the same voice saying the same thing in two articles.

Copies are found by fingerprint. Paraphrases are looked for only among reports of one voice, and within a strand more
readily than across, since rewrites of one agency text share their facts and change their words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from briefing.digest.report import Report, Voice
from briefing.merge.strands.components import groups
from briefing.records import Stance
from briefing.stances import STANCES, WORDS

Placed = tuple[int, Report]  # the article's position in the corpus, and one of its reports

_ACROSS = (
    0.6  # share of the smaller set of concepts, for articles of different origin, and for a quotation and a report
)
_QUOTED = 0.8  # the same for two quotations: other words are another quotation
_WITHIN = 0.3  # for articles of one strand
_LEAST = 4  # shared concepts; three are enough where they are most of a short statement
_SHORT = 0.7
_SAME_STANCE = 1.2  # times as close
_ACROSS_LEAST = 6  # shared concepts, for articles of different origin
_RARE = 2  # of them in no more than _BUCKET reports of the voice
_BUCKET = 40  # reports that share a rare concept; a concept in more is a common word


def same_statements(reports: Sequence[Placed], strand_of: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """Groups of positions in `reports` that are one statement, each ascending."""
    voices = [report.voice for _, report in reports]
    return groups(len(reports), chain(_copies(reports, voices), _paraphrases(reports, voices, strand_of)))


def _copies(reports: Sequence[Placed], voices: Sequence[Voice]) -> Iterator[tuple[int, int]]:
    """Reports in the same words of the same parties, unless they are known to be of several people.

    A copy that leaves out who "she" is goes with the one that tells it; where two copies tell two, it stays apart.
    """
    alike: dict[tuple[str, tuple[str, ...]], list[int]] = {}
    for i, ((_, report), (parties, _)) in enumerate(zip(reports, voices, strict=True)):
        alike.setdefault((report.fingerprint, parties), []).append(i)
    for members in alike.values():
        if len(members) == 1:
            continue
        people = [_told(voices[i][1]) for i in members]
        several = len({person for person in people if person}) > 1
        first: dict[str | None, int] = {}
        for i, person in zip(members, people, strict=True):
            known = first.setdefault(person if several else None, i)
            if known != i:
                yield known, i


def _told(person: str | None) -> str | None:
    """The person, where a name of several words tells who it is; a surname alone may be cut from any of them."""
    return person if person and " " in person else None


def _paraphrases(
    reports: Sequence[Placed], voices: Sequence[Voice], strand_of: Sequence[int]
) -> Iterator[tuple[int, int]]:
    of_voice: dict[Voice, list[int]] = {}
    for i, voice in enumerate(voices):
        of_voice.setdefault(voice, []).append(i)
    for members in of_voice.values():
        if len(members) > 1:
            yield from _of_voice(members, reports, strand_of)


def _of_voice(members: Sequence[int], reports: Sequence[Placed], strand_of: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pairs of one voice's reports, the closest first, each report paired at most once with any other article.

    Only the sets of one voice are in memory at a time.
    """
    sets = {i: frozenset(reports[i][1].concepts.split("\n")) for i in members}
    alike = []
    for i, j in _candidates(sets):
        same_strand = strand_of[reports[i][0]] == strand_of[reports[j][0]]
        likeness = _likeness(sets[i], sets[j], _LEAST if same_strand else _ACROSS_LEAST)
        if likeness >= _threshold(reports[i], reports[j], strand_of):
            alike.append((_closeness(len(sets[i] & sets[j]), likeness, reports[i][1], reports[j][1]), i, j))
    paired: set[tuple[int, int]] = set()
    for _, i, j in sorted(alike, reverse=True):
        one, other = (i, reports[j][0]), (j, reports[i][0])
        if one not in paired and other not in paired:
            paired |= {one, other}
            yield i, j


def _candidates(sets: dict[int, frozenset[str]]) -> Iterator[tuple[int, int]]:
    """Pairs that share some rare concepts, each once."""
    counts = Counter(chain.from_iterable(sets.values()))
    rare = {concept for concept, count in counts.items() if 1 < count <= _BUCKET}
    index: dict[str, list[int]] = {}
    some = {i: own for i, concepts in sets.items() if len(own := concepts & rare) >= _RARE}
    for i, own in some.items():
        for concept in own:
            index.setdefault(concept, []).append(i)
    for i, own in some.items():
        shared = Counter(chain.from_iterable(index[concept] for concept in own))
        yield from ((i, j) for j, count in shared.items() if j > i and count >= _RARE)


def _likeness(one: frozenset[str], other: frozenset[str], least: int) -> float:
    """Share of the smaller set that both have; 0 where that is too few concepts to tell."""
    shared = len(one & other)
    share = shared / max(1, min(len(one), len(other)))
    return share if shared >= least or (shared == _LEAST - 1 == least - 1 and share >= _SHORT) else 0.0


def _closeness(shared: int, likeness: float, one: Report, other: Report) -> float:
    """For choosing the closest of several: how much is shared, of how much, and whether the stance is the same."""
    same = one.position.stance == other.position.stance != WORDS
    return shared * likeness * (_SAME_STANCE if same else 1.0)


def _are_family(stances: Iterable[Stance]) -> bool:
    """Two wordings of one statement may show them: a rewrite says "vows to crush" for "rejects"."""
    families = {STANCES[stance].family for stance in stances}
    return len(families) == 1 and None not in families


def _threshold(one: Placed, other: Placed, strand_of: Sequence[int]) -> float:
    """The likeness that makes these two one statement; more than 1 for those that never are."""
    (article, report), (other_article, other_report) = one, other
    stances = {report.position.stance, other_report.position.stance}
    same_strand = strand_of[article] == strand_of[other_article]
    compatible = len(stances) == 1 or WORDS in stances or (same_strand and _are_family(stances))
    if article == other_article or not compatible:
        return 2.0
    modes = {report.position.mode, other_report.position.mode}
    if modes == {"direct"}:
        return _ACROSS if same_strand else _QUOTED
    if same_strand and not ("direct" in modes and modes & {"indirect", "action"}):
        return _WITHIN
    return _QUOTED if modes <= {"direct", "mixed"} else _ACROSS
