"""The imperative shell: read what is new, merge, render, and put the issue in place."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from briefing import archive, collecting
from briefing.build.choose import Chosen, choose, left_out
from briefing.build.files import Files
from briefing.build.gather import Gathered, gather, today
from briefing.build.made import Made, compose, manifest_of
from briefing.build.plan import Means, Plan, formats_of
from briefing.build.shared import Earlier, named_hashes, noting, present, statements_of_days, stored_passages
from briefing.digest import digest_of
from briefing.lock import locked
from briefing.merged import Edition
from briefing.places import Places, write_places
from briefing.records import Problem
from briefing.store import Run, Store, UnusableError

__all__ = ["Built", "Means", "Plan", "Rehearsed", "build", "compose", "formats_of", "rehearse"]


@dataclass(frozen=True, slots=True)
class Built:
    """A finished run: where the issue lies, its figures, and what could not be read."""

    folder: Path
    as_of: str | None
    figures: Mapping[str, int]  # sources, dated, statements, parties, problems, off_topic
    unreadable: tuple[Problem, ...]
    read: int
    unchanged: bool  # the issue was there already, byte for byte
    nothing_new: bool  # asked for news only, the issue has none; no mail lies in it then


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """A run that wrote nothing: what would have been built, and the files."""

    built: Built
    files: Mapping[str, bytes]


def build(sources: Sequence[str], plan: Plan, *, out: Path, means: Means | None = None) -> Built:
    """Build the issue of `sources` in `out`, and its copy in `out`/latest. Raises BriefingError."""
    means = means or Means()
    with ExitStack() as held:
        held.enter_context(locked(out / archive.WORK, "--out"))
        store = _store(means, held)
        found = gather(sources, plan, store, means)
        with archive.telling(out):  # before the issue: one that is in place can be verified, whenever the run is killed
            places = Places(tuple(sources), means.profile_place or plan.profile.id, means.corrections_place)
            write_places(out / archive.WORK, places)
        with collecting.put_off():
            return _issue(found, plan, out, store, means)


def rehearse(sources: Sequence[str], plan: Plan, *, out: Path, means: Means | None = None) -> Rehearsed:
    """What `build` would write, with nothing written, also not in the store. Raises BriefingError."""
    means = replace(means or Means(), state=None)
    with ExitStack() as held:
        store = _store(means, held)
        found = gather(sources, plan, store, means)
        with collecting.put_off():
            made, manifest = _made(choose(found, plan, out, store), plan, out, store, means)
        day = manifest["as_of"]
        unchanged = archive.is_in_place(out, day, manifest, _hasher(store, means))
    files = archive.written(_files(made, manifest, means))
    return Rehearsed(_built(out / archive.folder_name(day), manifest, found, unchanged=unchanged), files)


def _store(means: Means, held: ExitStack) -> Store:
    """The store of the run. One that is shared by all runs of a user is not locked: SQLite parts their writing."""
    try:
        if means.state is not None:
            if not means.shared:
                held.enter_context(locked(means.state, "--state"))
            return held.enter_context(Store(means.state))
    except UnusableError:
        if not means.shared:
            raise
    return held.enter_context(Store(Path(held.enter_context(tempfile.TemporaryDirectory(prefix="briefing-")))))


def _made(chosen: Chosen, plan: Plan, out: Path, store: Store, means: Means) -> tuple[Made, dict[str, Any]]:
    """The issue of what was chosen, with its manifest."""
    keys: dict[str, tuple[bytes, ...]] = {}
    digests = ((key, digest_of(body)) for key, body in store.bodies(chosen.keys))
    folders = archive.folders_to_share(out, chosen.day)
    earlier = Earlier(
        keys,
        find=lambda days: present(days, store.outputs(list(days.values())), folders),
        passages=lambda sources: stored_passages(store, keys, sources),
    )
    off_topic = left_out(store, chosen.others)
    unreadable = chosen.found.unreadable
    made = compose(
        noting(digests, keys),
        plan,
        day=chosen.day,
        previous=chosen.past,
        unreadable=unreadable,
        off_topic=off_topic,
        engine=means.engines.strands,
        earlier=earlier,
    )
    return made, manifest_of(made, plan, unreadable=unreadable, inputs=chosen.inputs)


def _files(made: Made, manifest: Mapping[str, Any], means: Means) -> dict[str, archive.Body]:
    """The files of an issue: its outputs, the manifest over them, and the signature of that."""
    body = archive.sealed(manifest)
    signature = {archive.SIGNATURE: means.sign(body)} if means.sign else {}
    return {**made.files, archive.MANIFEST: body, **signature}


def _issue(found: Gathered, plan: Plan, out: Path, store: Store, means: Means) -> Built:
    """The issue in its place: as it is when nothing that it depends on has changed, else made anew."""
    chosen = choose(found, plan, out, store)
    folder = out / archive.folder_name(chosen.day)
    manifest = archive.read_manifest(folder)
    same = manifest is not None and manifest.get("inputs") == chosen.inputs
    signed = means.sign is None or not same or archive.is_signed(out, chosen.day, means.sign)
    if (
        manifest is not None
        and same
        and signed
        and archive.is_in_place(out, chosen.day, manifest, _hasher(store, means))
    ):
        return _built(folder, manifest, chosen.found, unchanged=True)
    made, manifest = _made(chosen, plan, out, store, means)
    archive.publish(out, chosen.day, _files(made, manifest, means))
    store.note_outputs(named_hashes(made.days, manifest["outputs"]), today())
    store.remember(made.edition, statements_of_days(made.edition, made.days))
    store.finish(_run(made.edition, chosen.found, chosen.inputs))
    return _built(folder, manifest, chosen.found, unchanged=False)


def _hasher(store: Store, means: Means) -> archive.Hasher:
    """Tells the hashes of files, of those that nobody has written to by their stamps."""
    return Files(store, b"", today=today(), clock=time.time_ns, reread=means.reread).sha256


def _built(folder: Path, manifest: Mapping[str, Any], found: Gathered, *, unchanged: bool) -> Built:
    return Built(
        folder,
        manifest["as_of"],
        manifest["figures"],
        found.unreadable,
        found.read,
        unchanged=unchanged,
        nothing_new=manifest["nothing_new"],
    )


def _run(edition: Edition, found: Gathered, inputs: str) -> Run:
    now = datetime.now(tz=UTC).isoformat(timespec="seconds")
    count = len(edition.statements)
    given = len(found.days) + len(found.off_topic)
    return Run(now, edition.topic, edition.as_of, given, found.read, count, inputs)
