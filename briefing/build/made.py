"""The issue of a run's digests: the briefing as it is shown, the bytes of its files, and the manifest over them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from briefing import __version__, archive
from briefing.build.plan import Plan
from briefing.build.shared import KINDS, Earlier, keys_of_days
from briefing.corrections import corrected
from briefing.digest import Digest, Passages
from briefing.merge import (
    MOST,
    PAGE,
    assemble,
    compared,
    day_of,
    edition_by_day,
    edition_of,
    newest_part,
    only_new,
    usual_change,
    with_passages,
)
from briefing.merged import Briefing, Change, Edition, EditionPart, LeftOut, Source
from briefing.plan import Look
from briefing.program import code_sha256
from briefing.records import Problem
from briefing.render import render
from briefing.render.share import within_share

_READ_BY_PEOPLE = ("md", "html", "pdf", "eml")
_OF_SOURCES = ("csl", "bib", "ris")  # formats that list the sources alone


@dataclass(frozen=True, slots=True)
class Made:
    """An issue before it is written. `sources` are all articles behind it, shown or not."""

    shown: Briefing
    edition: Edition
    sources: tuple[Source, ...]
    files: Mapping[str, archive.Body]
    days: Mapping[str, bytes]  # the keys of files by day, by name
    previous_sha256: str | None  # of the edition that it is compared with

    @property
    def sources_apart(self) -> bool:
        """The sources are listed in files by day, not in the manifest."""
        return any(name.startswith("sources/") for name in self.files)


def compose(
    digests: Iterable[Digest],
    plan: Plan,
    *,
    day: str | None,
    previous: Path | None,
    unreadable: Sequence[Problem],
    off_topic: tuple[LeftOut, ...] = (),
    engine: str = "auto",
    earlier: Earlier | None = None,
) -> Made:
    """The issue of these digests: the briefing as it is shown, all that it knows, and its files.

    `previous` is the edition of the issue that it is compared with: read when the digests are no longer needed. Days
    that an `earlier` run has written are not rendered: their files are those of then. Raises OutputError for an edition
    that cannot be read.
    """
    usual = usual_change(compared=previous is not None)
    passages = (lambda source: earlier.passages([source])[source]) if earlier else None
    briefing = replace(
        _assembled(digests, plan, day, unreadable, engine, usual, passages),
        off_topic=off_topic,
    )
    whole = edition_of(briefing)
    days = keys_of_days(briefing, whole, earlier.digests, plan.corrections) if earlier and _is_plain(plan) else {}
    kept = earlier.find(days) if earlier else {}
    if earlier:
        briefing = with_passages(briefing, earlier.passages(_written(briefing, kept, plan.formats)))
    past = archive.past_of(previous, _by_hash(whole, kept)) if previous else None
    briefing = compared(briefing, whole, past.edition if past else None)
    shown = only_new(briefing, past.edition if past else None) if plan.only_new else briefing
    edition = _shared(whole, briefing, plan.look.max_share)
    formats = [name for name in plan.formats if name != "eml" or not nothing_new(shown, plan)]
    rendered = _rendered(shown, formats, plan.look, kept)
    own = {name: body for name, body in kept.items() if name.partition("/")[0] in formats}
    listed = archive.source_files(briefing.sources, len(briefing.statements))
    files = {**rendered, **own, **archive.edition_files(edition, kept), **listed}
    return Made(shown, edition, briefing.sources, files, days, past.sha256 if past else None)


def _is_plain(plan: Plan) -> bool:
    """The issue shows all statements with all their words."""
    return not plan.only_new and plan.look.max_share is None


def _written(briefing: Briefing, kept: Collection[str], formats: Collection[str]) -> set[str]:
    """The ids of the sources whose passages are written: of days whose files are not there, and of the newest part."""
    if not kept or not {*_READ_BY_PEOPLE, *_OF_SOURCES, *KINDS}.issuperset(formats):
        return {source.id for source in briefing.sources}
    shown = () if set(_READ_BY_PEOPLE).isdisjoint(formats) else newest_part(briefing, PAGE).statements
    on_page = (c.source for s in shown for c in s.citations)
    made = (s.id for s in briefing.sources if "json" in formats and f"json/{day_of(s.published)}.json" not in kept)
    return {*made, *on_page}


def _by_hash(edition: Edition, kept: Mapping[str, archive.Kept]) -> dict[str, EditionPart]:
    """The days of an edition whose files are there already, by their hashes: who has the file has the day."""
    days = {f"edition/{day}.json": part for day, part in edition_by_day(edition).items()} if kept else {}
    return {kept[name].sha256: part for name, part in days.items() if name in kept}


def _assembled(
    digests: Iterable[Digest],
    plan: Plan,
    day: str | None,
    unreadable: Sequence[Problem],
    engine: str,
    change: Change,
    passages: Callable[[str], Passages] | None,
) -> Briefing:
    """The briefing of the digests as the desk has them, its statements with what most of them will turn out to be."""
    done = corrected(digests, plan.corrections, plan.profile)
    briefing = assemble(
        done.digests,
        as_of=day,
        since=plan.since,
        engine=engine,
        change=change,
        passages=passages,
        profile=plan.profile,
    )
    problems = (*unreadable, *done.problems, *briefing.problems)
    return replace(briefing, problems=problems, desk=done.desk, hidden=done.hidden)


def nothing_new(shown: Briefing, plan: Plan) -> bool:
    """True for an issue of news only that has none: it is not sent to anyone."""
    return plan.only_new and shown.previous is not None and not shown.statements and not shown.changes


def _shared(edition: Edition, briefing: Briefing, max_share: float | None) -> Edition:
    """The edition, which lies beside the briefing, with no more of the sources' words than `max_share` lets it have."""
    if max_share is None:
        return edition
    texts = {statement.id: statement.lead.text for statement in within_share(briefing, max_share).statements}
    return replace(edition, statements=tuple(replace(said, text=texts[said.id]) for said in edition.statements))


def _rendered(briefing: Briefing, formats: Sequence[str], look: Look, known: Collection[str]) -> dict[str, bytes]:
    """The files of each format. Formats for people have the newest part of what nobody could read whole."""
    for_people = [name for name in formats if name in _READ_BY_PEOPLE]
    for_programs = [name for name in formats if name not in _READ_BY_PEOPLE]
    return {
        **shown_to_people(briefing, for_people, look),
        **render(briefing, for_programs, **_options(look), known=known),
    }


def shown_to_people(briefing: Briefing, formats: Sequence[str], look: Look) -> dict[str, bytes]:
    """The files of formats that people read, by name: the newest part of a briefing that nobody could read whole."""
    shown = newest_part(briefing, PAGE) if len(briefing.statements) > MOST else briefing
    return render(shown, formats, **_options(look))


def _options(look: Look) -> dict[str, Any]:
    return {field.name: getattr(look, field.name) for field in fields(look)}


def manifest_of(made: Made, plan: Plan, *, unreadable: Sequence[Problem], inputs: str) -> dict[str, Any]:
    """What the issue was made from and what it holds: nothing of the machine, the hour, or the way it was made."""
    return {
        "program": {"version": __version__, "code": code_sha256()},
        "topic": plan.profile.id,
        "profile": plan.profile.sha256,
        "as_of": made.shown.as_of,
        "since": plan.since,
        "max_age": plan.max_age,
        "only_new": plan.only_new,
        "all_articles": plan.all_articles,
        "corrections": {"name": plan.corrections.where, "text": plan.corrections.text},
        "off_topic": [asdict(article) for article in made.shown.off_topic],
        "nothing_new": nothing_new(made.shown, plan),
        "formats": list(plan.formats),
        "summary": asdict(plan.summary),
        "look": asdict(replace(plan.look, templates=None)),
        "own_templates": own_templates(plan.look),
        "previous": {"as_of": made.shown.previous, "sha256": made.previous_sha256} if made.previous_sha256 else None,
        "inputs": inputs,
        "figures": figures_of(made.shown),
        "sources": [] if made.sources_apart else [archive.listed(source) for source in made.sources],
        "unreadable": [asdict(problem) for problem in unreadable],
        "outputs": {name: archive.hash_of(body) for name, body in sorted(made.files.items())},
    }


def own_templates(look: Look) -> str | None:
    """A hash of the user's own templates, None when there are none."""
    if look.templates is None:
        return None
    files = sorted(path for path in look.templates.rglob("*") if path.is_file())
    parts = [path.relative_to(look.templates).as_posix().encode() + b"\0" + path.read_bytes() for path in files]
    return archive.sha256(b"\0".join(parts))


def figures_of(briefing: Briefing) -> dict[str, int]:
    """The figures that a run reports."""
    return {
        "sources": len(briefing.sources),
        "dated": sum(source.published is not None for source in briefing.sources),
        "statements": len(briefing.statements),
        "parties": len({s.party for s in briefing.statements if s.party}),
        "problems": len(briefing.problems),
        "off_topic": len(briefing.off_topic),
        "new": sum(s.change in ("new", "changed") for s in briefing.statements),
    }
