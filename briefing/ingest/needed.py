"""The documents of a run that has to have some."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.errors import NothingReadableError
from briefing.ingest.options import IngestOptions
from briefing.ingest.sources import iter_sources
from briefing.records import Problem, RawDocument


def documents(sources: Sequence[str], options: IngestOptions, unreadable: list[Problem]) -> Iterator[RawDocument]:
    """The documents of the sources, one after the other; what cannot be read is appended to `unreadable`.

    Raises UsageError for a missing path and NothingReadableError when there is no document at all.
    """
    some = False
    for item in iter_sources(sources, options):
        if isinstance(item, Problem):
            unreadable.append(item)
        else:
            some = True
            yield item
    if not some:
        raise nothing_readable(sources, unreadable)


def nothing_readable(sources: Sequence[str], unreadable: Sequence[Problem]) -> NothingReadableError:
    """What to raise where the sources hold no document at all, with the first reasons."""
    reasons = "; ".join(f"{p.where}: {p.message}" for p in unreadable[:3]) or "there is no file in it"
    return NothingReadableError(f"nothing to read in {', '.join(sources)}: {reasons}: give text, pages or feeds")
