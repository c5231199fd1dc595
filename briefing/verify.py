"""Prove a published issue: is it what was written, are its sources what they were, do its words stand there?

An issue is checked in four steps, each of which stands alone: the files against the manifest, the sources against their
hashes, every quotation of the JSON against its place in the source, and the whole against an issue built anew from the
sources. The last needs the same program; the others any.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, zip_longest
from pathlib import Path
from typing import Any

from briefing import __version__, archive, corrections
from briefing import profile as profiles
from briefing.build import Plan, compose
from briefing.digest import digest
from briefing.errors import BriefingError, UsageError
from briefing.ingest import IngestOptions, documents
from briefing.languages import load
from briefing.merged import LeftOut
from briefing.offsets import shown_text, stands_at
from briefing.pipeline import read_article, read_document
from briefing.places import read_places
from briefing.plan import Look, SummaryPlan
from briefing.profile import Profile
from briefing.program import code_sha256
from briefing.records import Article, Problem, RawDocument, Span
from briefing.render.publish import unverbatim, unverbatim_page
from briefing.signature import holds

_SHOWN = 5  # differences listed of one file
_NO_DESK = {"name": "", "text": ""}  # of issues that older programs made


@dataclass(frozen=True, slots=True)
class Verdict:
    """What does not hold (`faults`), and what could not be checked though nothing is wrong (`notes`)."""

    faults: tuple[str, ...]
    notes: tuple[str, ...]


def verify(file: Path, *, sources: Sequence[str] = (), profile: str | None = None, key: Path | None = None) -> Verdict:
    """Check one file of an issue. See `verify_all`."""
    ((_, verdict),) = verify_all([file], sources=sources, profile=profile, key=key)
    return verdict


def verify_all(
    files: Iterable[Path], *, sources: Sequence[str] = (), profile: str | None = None, key: Path | None = None
) -> Iterator[tuple[Path, Verdict]]:
    """Check files of issues, one after the other. `sources` and `profile` by default are those of the builds.

    What the files of one issue have in common is done once. With the public `key` each issue must be signed by it.
    Raises UsageError when there is no such file or key.
    """
    checks: dict[Path, _Check | None] = {}
    for file in files:
        if not file.is_file():
            raise UsageError(f"{file}: no such file: give a file of an issue, such as out/latest/briefing.md")
        folder = archive.issue_of(file)
        if folder not in checks:
            checks[folder] = _check(folder, sources, profile, key)
        check = checks[folder]
        if check is None:
            told = f"{folder / archive.MANIFEST}: missing or no manifest: there is nothing to check by"
            yield file, Verdict((told,), ())
        else:
            yield file, check.verdict(file.relative_to(folder).as_posix())


def _check(folder: Path, sources: Sequence[str], profile: str | None, key: Path | None) -> _Check | None:
    """The check of the issue in a folder; None without a manifest."""
    manifest = archive.read_manifest(folder)
    if manifest is None:
        return None
    places = read_places(folder.parent / archive.WORK)
    given = tuple(sources) or (places.sources if places else ())
    named = profile or (places.profile if places else str(manifest["topic"]))
    raws = _raws(given, (folder.parent, Path(named)))
    now = Path(places.corrections) if places and places.corrections else corrections.beside(named)
    return _Check(folder, manifest, raws, named, now, tuple(_signature(folder, key)) if key else ())


def _signature(folder: Path, key: Path) -> Iterator[str]:
    """What does not hold of the manifest's signature."""
    path = folder / archive.SIGNATURE
    if not path.is_file():
        yield f"{path}: missing: the issue is not signed"
    elif not holds((folder / archive.MANIFEST).read_bytes(), path.read_bytes(), key):
        yield f"{path}: not by {key}, or the manifest was edited after it was signed"


def _raws(sources: Sequence[str], skip: tuple[Path, ...]) -> dict[str, RawDocument]:
    """The documents of the sources by name, but for the issues and the profile; none when there are none to be had."""
    try:
        return {raw.source: raw for raw in documents(sources, IngestOptions(skip=skip), [])}
    except BriefingError:
        return {}


@dataclass(frozen=True)
class _Check:
    """An issue, its manifest, the sources that are there now, the name of the profile, and what its signature lacks."""

    folder: Path
    manifest: Mapping[str, Any]
    raws: Mapping[str, RawDocument]
    profile: str
    corrections: Path  # where they lie now
    unsigned: tuple[str, ...]

    def verdict(self, name: str) -> Verdict:
        """What does not hold of one file, by its name in the folder, and of the issue."""
        missing = sum(source["name"] not in self.raws for source in self._listed())
        faults = [*self.unsigned, *self._own(name), *self.issue_faults, *self.source_faults]
        if missing:
            return Verdict(tuple(faults), (f"quotations and labels not checked: {missing} sources were not found",))
        faults += self._quotations(name)
        if self.source_faults:
            return Verdict(tuple(faults), ("labels not checked: the sources are not those of the issue",))
        try:
            differences = tuple(self._differences(name))
        except BriefingError as error:
            return Verdict((*faults, f"labels not checked: {error}"), ())
        if differences and self.manifest["program"]["code"] != code_sha256():
            made = self.manifest["program"]["version"]
            return Verdict(tuple(faults), (f"labels not checked: made by briefing {made}, this is {__version__}",))
        return Verdict((*faults, *differences), ())

    def _own(self, name: str) -> Iterator[str]:
        if name not in self.manifest["outputs"]:
            yield f"{self.folder / name}: not among the outputs of {archive.MANIFEST}"

    @cached_property
    def issue_faults(self) -> tuple[str, ...]:
        """The files against the manifest, the manifest against its seal, and the desk's corrections."""
        return (*self._manifest(), *self._desk())

    @cached_property
    def listed(self) -> Sequence[Mapping[str, str]]:
        """Id, name and hash of every article behind the issue."""
        return archive.sources_of(self.folder, self.manifest)

    @cached_property
    def source_faults(self) -> tuple[str, ...]:
        """The sources against their hashes."""
        return tuple(self._sources())

    @cached_property
    def anew(self) -> Mapping[str, bytes]:
        """The files of an issue built anew from the sources."""
        return self._built_anew()

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """The words of each source as a page shows them."""
        return {name: shown_text(*_read(raw)) for name, raw in self.raws.items()}

    def _manifest(self) -> Iterator[str]:
        if self.manifest.get("seal") != archive.seal(self.manifest):
            yield f"{archive.MANIFEST}: edited after it was written"
        for name, expected in self.manifest["outputs"].items():
            path = self.folder / name
            if not path.is_file():
                yield f"{path}: missing"
            elif archive.sha256(path.read_bytes()) != expected:
                yield f"{path}: edited after it was written"

    def _desk(self) -> Iterator[str]:
        """The desk's corrections in the issue against those in the file now, which may have more."""
        kept = self.manifest.get("corrections", _NO_DESK)
        if not kept["text"]:
            return
        try:
            profile = profiles.load(self.profile)
            then = corrections.parse(kept["text"].encode(), kept["name"], profile)
            now = corrections.load(self.corrections, profile)
        except BriefingError as error:
            yield f"corrections not checked: {error}"
            return
        for entry in then.entries:
            if not any(entry.same_as(other) for other in now.entries):
                yield f"{self.corrections}: the correction of {entry.about} is gone or was edited since the issue"

    def _sources(self) -> Iterator[str]:
        for source in self._listed():
            raw = self.raws.get(source["name"])
            if raw is None:
                yield f"source {source['name']}: not found: say where it is with --sources"
            elif archive.sha256(raw.body) != source["sha256"]:
                yield f"source {source['name']}: changed since the issue was made"

    def _listed(self) -> list[Mapping[str, str]]:
        """Name and hash of every document that the issue was made from, with those that were left out."""
        left_out = [{"name": row["source"], "sha256": row["sha256"]} for row in self.manifest.get("off_topic", ())]
        return [*self.listed, *left_out]

    def _quotations(self, name: str) -> Iterator[str]:
        """The quotations of the file against the sources, whatever program made it."""
        path = self.folder / name
        body = path.read_bytes()
        if path.suffix == ".json":
            yield from (f"{path}: {fault}" for fault in self._cited(body))
        elif path.suffix == ".md":
            yield from (f"{path}: {fault}" for fault in unverbatim(body.decode("utf-8", "replace"), self.texts))
        elif path.suffix == ".html":
            yield from (f"{path}: {fault}" for fault in unverbatim_page(body.decode("utf-8", "replace"), self.texts))
        elif path.suffix == ".csv":
            yield from (f"{path}: {fault}" for fault in _cells(body, self.texts))

    def _cited(self, body: bytes) -> Iterator[str]:
        """Every citation of a JSON briefing against its place in the source, every object against its sentence."""
        try:
            value = json.loads(body)
        except ValueError:
            yield "no JSON"
            return
        if not isinstance(value, dict) or not isinstance(value.get("sources"), list):
            return
        # Issues of older programs cite their sources by number; a part cites those of other parts, too.
        names: dict[Any, Any] = {s["id"]: s["name"] for s in self.listed if "id" in s}
        names |= {s.get("number", s.get("id")): s.get("source") for s in value["sources"] if isinstance(s, dict)}
        read: dict[str, tuple[Article, str]] = {}
        for path, citation in _citations(value, ""):
            name = str(names.get(citation["source"]))
            if name not in self.raws:
                yield f"{path}: names no source of the issue"
                continue
            if name not in read:
                read[name] = _read(self.raws[name])
            if not _stands(citation, *read[name]):
                yield f"{path}: these words do not stand at their place in {name}"
        yield from _objects(value.get("statements"))

    def _differences(self, name: str) -> Iterator[str]:
        """The file and the edition against those of an issue built anew from the sources."""
        files = self.anew
        if self.manifest["own_templates"] is not None:  # the page is the user's own: the edition has its words
            files = {archive.EDITION: files[archive.EDITION]}
        elif name not in files:
            yield f"{self.folder / name}: the sources give no such file"
        for one in (name, archive.EDITION):
            path = self.folder / one
            if one in files and path.is_file() and path.read_bytes() != files[one]:
                yield from islice(_told(path, files[one]), _SHOWN)

    def _built_anew(self) -> Mapping[str, bytes]:
        found = self.manifest
        profile = self._found_profile()
        kept = found.get("corrections", _NO_DESK)
        desk = corrections.parse(kept["text"].encode(), kept["name"], profile)
        plan = Plan(
            profile,
            tuple(found["formats"]),
            since=found["since"],
            only_new=found["only_new"],
            corrections=desk,
            summary=SummaryPlan(**found["summary"]),
            look=Look(**{**found["look"], "sections": _tuple(found["look"]["sections"])}),
        )
        lexicon = load(profile.language)
        readings = (
            read_document(
                self.raws[s["name"]],
                profile=profile,
                lexicon=lexicon,
                summary=plan.summary,
                on_topic_only=not found["all_articles"],
            )
            for s in self.listed
        )
        digests = (digest(reading, profile=profile, lexicon=lexicon) for reading in readings)
        unreadable = tuple(Problem(p["code"], p["where"], p["message"]) for p in found["unreadable"])
        off_topic = tuple(LeftOut(**{**row, "keywords": tuple(row["keywords"])}) for row in found.get("off_topic", ()))
        past = self._past()
        made = compose(digests, plan, day=found["as_of"], previous=past, unreadable=unreadable, off_topic=off_topic)
        return archive.written(made.files)  # all: nothing is shared without a store

    def _found_profile(self) -> Profile:
        profile = profiles.load(self.profile)
        if profile.sha256 != self.manifest["profile"]:
            raise UsageError(f"the profile {self.profile} is not the one of the issue: give that one with --profile")
        return profile

    def _past(self) -> Path | None:
        """The earlier issue that this one was compared with."""
        previous = self.manifest["previous"]
        if previous is None:
            return None
        path = self.folder.parent / str(previous["as_of"]) / archive.EDITION
        if archive.past_of(path).sha256 != previous["sha256"]:
            raise archive.OutputError(f"{path}: not the edition that the issue was compared with")
        return path


def _tuple(names: list[str] | None) -> tuple[str, ...] | None:
    return None if names is None else tuple(names)


def _read(raw: RawDocument) -> tuple[Article, str]:
    """The article of a document and its decoded source."""
    article, cleaned = read_article(raw, lexicon=load("en"))
    return article, cleaned.decoded


def _objects(statements: Any) -> Iterator[str]:
    """Objects of stands that are not in their sentence."""
    for number, statement in enumerate(statements if isinstance(statements, list) else ()):
        text = str(statement.get("lead", {}).get("text", ""))
        for stand in statement.get("stands", ()):
            words = stand.get("object")
            if words and text and words not in text:
                yield f"statements[{number}]: the object “{words[:60]}” does not stand in its sentence"


def _cells(body: bytes, texts: Mapping[str, str]) -> Iterator[str]:
    """Rows of the table whose text is in no source."""
    rows = csv.DictReader(io.StringIO(body.decode("utf-8", "replace"), newline=""))
    known = {name: " ".join(text.split()) for name, text in texts.items()}
    for number, row in enumerate(rows, 2):
        words = " ".join((row.get("text") or "").removeprefix("'").split())
        own = known.get(row.get("source_name") or "", "")
        if words and words not in own and not any(words in text for text in known.values()):
            yield f"row {number}: not verbatim in any of the sources: “{words[:60]}”"
        about = " ".join((row.get("object") or "").removeprefix("'").split())
        if about and words and about not in words:
            yield f"row {number}: the object “{about[:60]}” does not stand in its sentence"


def _citations(value: Any, path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every citation in a JSON value, with the way to it."""
    if isinstance(value, dict):
        if {"source", "span", "line", "text"} <= value.keys():
            yield path, value
        for key, inner in value.items():
            yield from _citations(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _citations(inner, f"{path}[{number}]")


def _stands(citation: Mapping[str, Any], article: Article, text: str) -> bool:
    """The words stand at their place, on their line. Words that are withheld are empty and stand anywhere."""
    span = citation["span"]
    try:
        start, end, line = int(span["start"]), int(span["end"]), int(citation["line"])
    except (KeyError, TypeError, ValueError):
        return False
    at_line = 0 <= start < end <= len(text) and text.count("\n", 0, start) + 1 == line
    words = citation["text"]
    return at_line and (words == "" or stands_at(article, text, Span(start, end), str(words)))


def _told(path: Path, expected: bytes) -> Iterator[str]:
    """Where a file differs from what its sources give: by value for JSON, by line otherwise."""
    body = path.read_bytes()
    if path.name != archive.EDITION and path.suffix == ".json":
        try:
            yield from (f"{path}: {line}" for line in _values(json.loads(body), json.loads(expected), ""))
        except ValueError:
            yield f"{path}: no JSON"
        return
    for number, (is_line, should) in enumerate(zip_longest(_lines(body), _lines(expected)), 1):
        if is_line != should:
            yield f"{path}:{number}: {_short(is_line)}: the sources give {_short(should)}"


def _lines(body: bytes) -> list[str]:
    return body.decode("utf-8", "replace").split("\n")


def _values(one: Any, other: Any, path: str) -> Iterator[str]:
    if isinstance(one, dict) and isinstance(other, dict) and one.keys() == other.keys():
        for key in one:
            yield from _values(one[key], other[key], f"{path}.{key}" if path else key)
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for number, pair in enumerate(zip(one, other, strict=True)):
            yield from _values(*pair, f"{path}[{number}]")
    elif one != other:
        yield f"{path}: {_short(one)}: the sources give {_short(other)}"


def _short(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 80 else f"{text[:77]}…"


def report(file: Path, verdict: Verdict) -> Iterable[str]:
    """The lines to print for a file."""
    yield from verdict.faults
    yield from (f"note: {note}" for note in verdict.notes)
    held = "holds, as far as it could be checked" if verdict.notes else "holds"
    yield f"{file}: {'does not hold' if verdict.faults else held}"
