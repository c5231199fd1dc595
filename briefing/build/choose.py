"""Which of the articles go into an issue, of which day it is, and which issue it follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from briefing import archive
from briefing.build.gather import Gathered
from briefing.build.made import own_templates
from briefing.build.plan import Plan
from briefing.digest import digest_of
from briefing.merge import newest
from briefing.merged import LeftOut
from briefing.program import code_sha256
from briefing.records import Problem
from briefing.store import Store


@dataclass(frozen=True, slots=True)
class Chosen:
    """What goes into an issue: the keys of the articles on the topic and off it, the day, and the issue before it."""

    found: Gathered
    keys: Sequence[bytes]
    others: Sequence[bytes]
    day: str | None  # None: no article has one of its own
    past: Path | None  # its edition
    inputs: str


def choose(found: Gathered, plan: Plan, out: Path, store: Store) -> Chosen:
    """What of the articles found goes into the issue in `out`."""
    day = plan.as_of or newest(found.days.values()) or newest(found.off_topic.values())
    first, last = _first_day(day, plan.max_age), _last_day(plan.as_of)
    keys, others = found.within(first, last), found.left_out(first, last)
    found = replace(found, unreadable=(*found.unreadable, *_too_late(store, found.after(last))))
    past = archive.previous_issue(out, day, plan.profile.id)
    return Chosen(found, keys, others, day, past, _inputs([*keys, *others], found, plan, day, past))


def _last_day(as_of: str | None) -> str | None:
    """The last day an article of a briefing as of that day can be of: the day after, by the clocks further east."""
    return _moved(as_of, 1) if as_of else None


def _first_day(day: str | None, max_age: int | None) -> str | None:
    return _moved(day, -max_age) if day and max_age is not None else None


def _moved(day: str, days: int) -> str:
    """The day so many days later; the first or last day of the calendar where it ends before."""
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
    except OverflowError:
        return (date.max if days > 0 else date.min).isoformat()


def _too_late(store: Store, keys: Sequence[bytes]) -> Iterator[Problem]:
    """A problem for each article that says it is of a later day than the briefing: it is left out, not believed."""
    sources = sorted((digest_of(body).source for _, body in store.bodies(keys)), key=lambda s: s.source)
    for source in sources:
        told = f"dated {source.published}, after the day of the briefing: left out"
        yield Problem("source.after_as_of", source.source, told)


def left_out(store: Store, keys: Sequence[bytes]) -> tuple[LeftOut, ...]:
    """The articles off the topic, by name."""
    found = (digest_of(body) for _, body in store.bodies(keys))
    rows = (
        LeftOut(d.source.source, d.source.title, d.source.published, d.off_topic.keywords, d.source.sha256)
        for d in found
        if d.off_topic is not None
    )
    return tuple(sorted(rows, key=lambda row: (row.source, row.sha256)))


def _inputs(keys: Sequence[bytes], found: Gathered, plan: Plan, day: str | None, past: Path | None) -> str:
    """A hash of all that an issue's bytes depend on."""
    parts = [
        code_sha256(),
        repr((day, plan.since, plan.max_age, plan.only_new, plan.all_articles, sorted(plan.formats), found.unreadable)),
        repr((replace(plan.look, templates=None), own_templates(plan.look))),
        archive.sha256(past.read_bytes()) if past else "",
        plan.corrections.text,
        *(key.hex() for key in keys),
    ]
    return archive.sha256("\0".join(parts).encode("utf-8", "surrogatepass"))
