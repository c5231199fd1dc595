"""What to build and how: the plan decides the bytes, the means do not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from briefing.corrections import NO_CORRECTIONS, Corrections
from briefing.errors import UsageError
from briefing.ingest import IngestOptions
from briefing.plan import DEFAULT_ENGINES, DEFAULT_LOOK, DEFAULT_SUMMARY, Engines, Look, SummaryPlan
from briefing.profile import Profile


@dataclass(frozen=True, slots=True)
class Plan:
    """What to build, apart from the sources. The same plan, sources and earlier issue give the same bytes."""

    profile: Profile
    formats: tuple[str, ...]
    as_of: str | None = None  # by default the day of the newest source
    since: str | None = None
    max_age: int | None = None  # days: articles older than so many before the briefing's day are left out
    only_new: bool = False
    all_articles: bool = False  # those off the topic, too
    corrections: Corrections = NO_CORRECTIONS
    summary: SummaryPlan = DEFAULT_SUMMARY
    look: Look = DEFAULT_LOOK
    options: IngestOptions = field(default_factory=IngestOptions)


@dataclass(frozen=True, slots=True)
class Means:
    """How to build it. Nothing of this shows in the bytes of an issue; a signature stands beside them."""

    state: Path | None = None  # folder of the store; without one nothing is kept for the next run
    shared: bool = False  # several runs may use the store at a time, and one that cannot be had is done without
    reread: bool = False  # open and hash every file, whatever its times say
    jobs: int = 1  # processes that read
    progress: Callable[[int], None] = lambda _: None  # called with the number of documents done
    profile_place: str | None = None  # where the profile was read from, for `briefing verify`
    corrections_place: str | None = None  # and the corrections
    sign: Callable[[bytes], bytes] | None = None  # gives the signature of a manifest
    engines: Engines = DEFAULT_ENGINES
    scheduler: str | None = None  # address of the Dask cluster that reads; without one it is of `jobs` processes here


def formats_of(text: str, known: Sequence[str]) -> tuple[str, ...]:
    """The formats of a comma list. Raises UsageError for one that does not exist."""
    wanted = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    unknown = [part for part in wanted if part not in known]
    if unknown or not wanted:
        raise UsageError(
            f"--format {text}: unknown: {', '.join(unknown) or 'nothing asked for'}; known: {', '.join(known)}"
        )
    return wanted
