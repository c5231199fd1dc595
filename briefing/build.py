"""The imperative shell: read the sources, run the pipeline, merge, render, and put the files in place."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from briefing.engines import read_all
from briefing.errors import BriefingError, UsageError
from briefing.ingest import IngestOptions, documents
from briefing.merge import merge, newest
from briefing.merged import Briefing
from briefing.pipeline import DEFAULT_SUMMARY, SummaryPlan
from briefing.profile import Profile
from briefing.records import Problem
from briefing.render import render


class OutputError(BriefingError):
    """The result cannot be written where it was asked for."""


@dataclass(frozen=True, slots=True)
class Built:
    """A finished run: the briefing, where it lies, and what could not be read."""

    briefing: Briefing
    folder: Path
    unreadable: tuple[Problem, ...]


def build(
    sources: Sequence[str],
    *,
    profile: Profile,
    out: Path,
    formats: Sequence[str],
    as_of: str | None = None,
    since: str | None = None,
    summary: SummaryPlan = DEFAULT_SUMMARY,
    options: IngestOptions | None = None,
) -> Built:
    """Build the briefing of `sources` and write it to `out`/AS_OF and `out`/latest. Raises BriefingError."""
    unreadable: list[Problem] = []
    raws = documents(sources, options or IngestOptions(), unreadable)
    readings = list(read_all(raws, profile=profile, summary=summary))
    day = as_of or newest(r.article.published for r in readings)
    briefing = merge(readings, as_of=day, since=since, profile=profile)
    briefing = replace(briefing, problems=(*unreadable, *briefing.problems))
    files = render(briefing, formats)
    folder = out / (day or "undated")
    write_files(folder, files)
    write_files(out / "latest", files)
    return Built(briefing, folder, tuple(unreadable))


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write each file to a temporary name and rename it: an interrupted run leaves the old files whole.

    A file whose bytes are already there is not touched. Raises OutputError when the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, body in files.items():
            _write(folder / name, body)
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(f"{folder}: {reason}: choose another folder with --out, or make room") from error


def _write(path: Path, body: bytes) -> None:
    if path.is_file() and path.read_bytes() == body:
        return
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(body)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def formats_of(text: str, known: Sequence[str]) -> tuple[str, ...]:
    """The formats of a comma list. Raises UsageError for one that does not exist."""
    wanted = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    unknown = [part for part in wanted if part not in known]
    if unknown or not wanted:
        raise UsageError(
            f"--format {text}: unknown: {', '.join(unknown) or 'nothing asked for'}; known: {', '.join(known)}"
        )
    return wanted
