"""Who reads: one process, a pool of them, or a Dask cluster. All give equal digests in equal order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.engines.job import Digested, Job
from briefing.plan import DEFAULT_SUMMARY, SummaryPlan
from briefing.profile import Profile
from briefing.records import RawDocument

__all__ = ["Digested", "digest_all"]


def digest_all(
    raws: Iterable[RawDocument],
    *,
    profile: Profile,
    summary: SummaryPlan = DEFAULT_SUMMARY,
    on_topic_only: bool = False,
    engine: str = "local",
    jobs: int = 1,
    scheduler: str | None = None,
) -> Iterator[Digested]:
    """The digest of each document, in the order given.

    They are made by `jobs` processes of this machine, which Dask runs where the engine is "dask"; or by the workers of
    the Dask cluster at the address `scheduler`. Raises UsageError where that cannot be had.
    """
    job = Job(profile, summary, on_topic_only)
    if engine == "dask":
        from briefing.engines.on_dask import on_dask  # noqa: PLC0415 - an extra

        return on_dask(raws, job, jobs=jobs, scheduler=scheduler)
    if jobs > 1:
        from briefing.engines.pool import pooled  # noqa: PLC0415 - one process needs none of it

        return pooled(raws, job, jobs)
    return map(job.digest, raws)
