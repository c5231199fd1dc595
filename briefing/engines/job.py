"""What is done to every document, wherever it is done."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

from briefing.collecting import put_off
from briefing.digest import digest, kept
from briefing.languages import load
from briefing.pipeline import read_document
from briefing.plan import SummaryPlan
from briefing.profile import Profile
from briefing.records import RawDocument

_CHUNK = 8  # documents handed to a process at a time
_AHEAD = 4  # chunks for each process that may wait, so that a large corpus is not in memory at once


@dataclass(frozen=True, slots=True)
class Digested:
    """What became of one document: the bytes of its digest, its day, and whether it is off the topic."""

    body: bytes
    day: str | None
    off_topic: bool


@dataclass(frozen=True, slots=True)
class Job:
    """What every document of a run is read with."""

    profile: Profile
    summary: SummaryPlan
    on_topic_only: bool

    def digest(self, raw: RawDocument) -> Digested:
        """One document, read and digested."""
        lexicon = load(self.profile.language)  # the same object each time
        with put_off():
            reading = read_document(
                raw, profile=self.profile, lexicon=lexicon, summary=self.summary, on_topic_only=self.on_topic_only
            )
            found = digest(reading, profile=self.profile, lexicon=lexicon)
            return Digested(kept(found), found.source.published, found.off_topic is not None)


class Promised(Protocol):
    """The digests of one chunk that somebody is at work on."""

    def result(self) -> Sequence[Digested]:
        """Them, waited for."""


def in_order(
    raws: Iterable[RawDocument], submit: Callable[[list[RawDocument]], Promised], processes: Callable[[], int]
) -> Iterator[Digested]:
    """The digests of all documents in their order, a few chunks ahead of the one that is waited for.

    `submit` hands a chunk to one of the processes, of which `processes` says how many there are at the moment.
    """
    left = iter(raws)
    waiting: deque[Promised] = deque()
    while chunk := list(islice(left, _CHUNK)):
        waiting.append(submit(chunk))
        if len(waiting) > _AHEAD * processes():
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()
