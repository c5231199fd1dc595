"""All issues of a folder seen together: every statement once, with the issues that have it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.merge import compare
from briefing.merged import ChangeRow, Edition, Said


@dataclass(frozen=True, slots=True)
class Kept:
    """One issue: its folder, its edition, the page to link to, and what changed since the one before."""

    folder: str
    edition: Edition
    page: str  # relative to the folder of issues
    changes: tuple[ChangeRow, ...]

    @property
    def has_anchors(self) -> bool:
        """The page has a place for each statement."""
        return self.page.endswith((".html", ".md"))


@dataclass(frozen=True, slots=True)
class Told:
    """A statement as the last issue that has it tells it, with a link into the oldest that tells it so.

    A link into the newest issue would change every page of the site every morning.
    """

    said: Said
    first: str  # folder of the first issue that has it
    since: str  # and of the one that is linked to
    last: str | None  # and of the last; None: the newest issue of its topic has it
    link: str


@dataclass(frozen=True, slots=True)
class History:
    """The issues, oldest first, and their statements, the newest said first."""

    title: str
    issues: tuple[Kept, ...]
    parties: tuple[tuple[str, str], ...]
    topics: tuple[tuple[str, str], ...]
    told: tuple[Told, ...]


def keep(found: Sequence[tuple[str, Edition, str]]) -> tuple[Kept, ...]:
    """The issues with what changed between each and the one before it on its topic. `found` is oldest first."""
    before: dict[str, Edition] = {}
    kept = []
    for folder, edition, page in found:
        earlier = before.get(edition.topic)
        kept.append(Kept(folder, edition, page, compare(earlier, edition) if earlier else ()))
        before[edition.topic] = edition
    return tuple(kept)


def history(issues: Sequence[Kept]) -> History:
    """All statements of the issues, each once by its id."""
    first: dict[str, Kept] = {}
    since: dict[str, Kept] = {}
    last: dict[str, tuple[Kept, Said]] = {}
    for kept in issues:
        for said in kept.edition.statements:
            first.setdefault(said.id, kept)
            if said.id not in last or _labels(last[said.id][1]) != _labels(said):
                since[said.id] = kept
            last[said.id] = (kept, said)
    newest = {kept.edition.topic: kept.folder for kept in issues}
    told = (
        Told(
            said,
            first[name].folder,
            since[name].folder,
            None if kept.folder == newest[kept.edition.topic] else kept.folder,
            link(since[name], said),
        )
        for name, (kept, said) in last.items()
    )
    return History(
        title=issues[-1].edition.title,
        issues=tuple(issues),
        parties=_names(kept.edition.parties for kept in issues),
        topics=_names(kept.edition.issues for kept in issues),
        told=tuple(sorted(told, key=lambda t: (t.said.day or "", t.said.id), reverse=True)),
    )


def _labels(said: Said) -> tuple[object, ...]:
    """What the site shows of a statement, and where its words stand."""
    return (said.party, said.also_parties, said.speaker, said.issues, said.day, said.text, said.sources[0], said.span)


def link(kept: Kept, said: Said) -> str:
    """The way from the folder of issues to a statement in the page of an issue."""
    return f"{kept.page}#s-{said.id}" if kept.has_anchors else kept.page


def _names(rows: Iterable[tuple[tuple[str, str], ...]]) -> tuple[tuple[str, str], ...]:
    """Ids with their newest names, in the order in which they first came up."""
    found: dict[str, str] = {}
    for row in rows:
        found.update(row)
    return tuple(found.items())


def labels_through_time(told: Iterable[Told], party: str, issue: str) -> tuple[tuple[str, str], ...]:
    """Day and stance of a party on an issue wherever the label of its statements changes, the oldest first."""
    stands = sorted(
        (t.said.day, t.said.id, stance)
        for t in told
        for name, stance in t.said.issues
        if party in t.said.parties and name == issue and t.said.day
    )
    days = [(day, stance) for day, _, stance in stands if day]
    return tuple(days[:1]) + tuple(after for before, after in pairwise(days) if before[1] != after[1])
