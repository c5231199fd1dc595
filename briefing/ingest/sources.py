"""The sources of one run, one after the other, and the names they go by."""

from __future__ import annotations

import dataclasses
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import urljoin

from briefing.errors import BriefingError
from briefing.ingest import feeds
from briefing.ingest.files import Hasher, Place, find, hashes, read
from briefing.ingest.options import DEFAULT, Ingested, IngestOptions, Item
from briefing.ingest.rows import read_rows
from briefing.ingest.sniff import sniff
from briefing.ingest.sources_file import About, Named, is_sources_file, read_sources_file, told
from briefing.ingest.unpack import unpack
from briefing.records import Metadata, Problem, RawDocument

if TYPE_CHECKING:
    from briefing.ingest.web import FetchedPage, Fetcher

_STREAMED = (".jsonl", ".ndjson")


@dataclass(frozen=True, slots=True)
class Given:
    """One thing that holds documents: a file, a web address, standard input, or a place that cannot be read.

    The same `about` and the same bytes of the file at `path` give the same items. Nothing is read before `items` is
    called.
    """

    items: Callable[[], Iterator[Item]]
    path: Path | None = None  # None for what is no file
    about: str = ""  # of a file: its name, and all that was said of it and of how to read it


def read_sources(
    sources: Sequence[str],
    options: IngestOptions = DEFAULT,
    *,
    stdin: BinaryIO | None = None,
    fetcher: Fetcher | None = None,
) -> Ingested:
    """All documents of the sources, in a stable order, and a problem for each that cannot be read.

    Sources are files, folders, globs, "-" for `stdin`, web addresses, and TOML files that name sources. Raises
    UsageError for a path that does not exist.
    """
    documents, problems = [], []
    for item in iter_sources(sources, options, stdin=stdin, fetcher=fetcher):
        if isinstance(item, Problem):
            problems.append(item)
        else:
            documents.append(item)
    return Ingested(tuple(documents), tuple(problems))


def iter_sources(
    sources: Sequence[str],
    options: IngestOptions = DEFAULT,
    *,
    stdin: BinaryIO | None = None,
    fetcher: Fetcher | None = None,
) -> Iterator[Item]:
    """As `read_sources`, one after the other. All paths are looked up before the first document is read."""
    for given in iter_given(sources, options, stdin=stdin, fetcher=fetcher):
        yield from given.items()


def iter_given(
    sources: Sequence[str],
    options: IngestOptions = DEFAULT,
    *,
    stdin: BinaryIO | None = None,
    fetcher: Fetcher | None = None,
    hasher: Hasher = hashes,
) -> Iterator[Given]:
    """What holds the documents of `read_sources`, in their order. `hasher` tells files with the same bytes."""
    named, about = _expanded(sources)
    found = _told_apart(list(_find_all(named, options.skip)))
    twins = _twins([place for place, _ in found if isinstance(place, Place)], hasher)
    of_all = repr((about, options.of_files))
    for place, metadata in found:
        if isinstance(place, Problem):
            yield Given(partial(iter, (place,)))
        elif isinstance(place, Place):
            also_at = twins.get(place, ())
            if also_at is not None:
                own = repr((place.name, metadata, also_at))
                yield Given(partial(_told_file, place, metadata, also_at, about, options), place.path, own + of_all)
        elif place == "-":
            yield Given(partial(_told_stdin, stdin, metadata, about, options))
        else:
            fetcher = fetcher or _new_fetcher(options)  # one for all: it waits between the pages of a site
            yield Given(partial(_told_web, place, metadata, about, options, fetcher))


def _new_fetcher(options: IngestOptions) -> Fetcher:
    from briefing.ingest.web import Fetcher  # noqa: PLC0415 - HTTP and TLS are slow to import

    return Fetcher(options)


def _told_file(
    place: Place, metadata: Metadata, also_at: tuple[str, ...], about: list[About], options: IngestOptions
) -> Iterator[Item]:
    yield from _told(_guarded(_also(_file(place, metadata, options), also_at), place.name), about)


def _told_stdin(
    stdin: BinaryIO | None, metadata: Metadata, about: list[About], options: IngestOptions
) -> Iterator[Item]:
    body = (stdin or sys.stdin.buffer).read(options.max_bytes + 1)
    yield from _told(_guarded(unpack(body, "stdin", metadata, options), "stdin"), about)


def _told_web(url: str, metadata: Metadata, about: list[About], options: IngestOptions, web: Fetcher) -> Iterator[Item]:
    yield from _told(_guarded(_web(url, metadata, options, web), url), about)


def _told(items: Iterator[Item], about: list[About]) -> Iterator[Item]:
    """The items with what a desk knows of each."""
    return (told(item, about) if isinstance(item, RawDocument) else item for item in items)


def _guarded(items: Iterator[Item], where: str) -> Iterator[Item]:
    """The items; an exception of a library that reads them is a problem of this source, and the run goes on."""
    try:
        yield from items
    except BriefingError:
        raise
    except Exception as fault:  # noqa: BLE001 - feedparser, warcio and their kin raise what they like on broken input
        yield Problem("source.broken", where, f"cannot be read further: {type(fault).__name__}: {str(fault)[:200]}")


Found = tuple[Place | Problem | str, Metadata]


def _find_all(sources: Iterable[Named], skip: Sequence[Path]) -> Iterator[Found]:
    """The files that the sources mean; web addresses and "-" stay as they are."""
    for source, metadata in sources:
        if source == "-" or source.startswith(("http://", "https://")):
            yield source, metadata
        else:
            yield from ((place, metadata) for place in find(source, skip))


def _expanded(sources: Iterable[str]) -> tuple[list[Named], list[About]]:
    """The sources, those of sources files in their place, and what these files say of documents by their names."""
    named: list[Named] = []
    about: list[About] = []
    for source in sources:
        if is_sources_file(source):
            file = read_sources_file(source)
            named += file.sources
            about += file.about
        else:
            named.append(Named(source, Metadata()))
    return named, about


def _told_apart(found: Sequence[Found]) -> list[Found]:
    """The files under names that no other file has: all that share one have as many folders above them as it takes."""
    places = [place for place, _ in found if isinstance(place, Place)]
    names = {place.path: place.name for place in places}
    while alike := _of_one_name(names):
        names |= {path: longer for path in alike if (longer := _longer(path, names[path])) != names[path]}
        if all(_longer(path, names[path]) == names[path] for path in alike):
            break
    return [
        (Place(place.path, names[place.path]) if isinstance(place, Place) else place, metadata)
        for place, metadata in found
    ]


def _of_one_name(names: Mapping[Path, str]) -> list[Path]:
    """The paths whose name another file has, too. One file under two paths has no other."""
    sharing: dict[str, list[Path]] = defaultdict(list)
    for path, name in names.items():
        sharing[name].append(path)
    several = (paths for paths in sharing.values() if len(paths) > 1)
    return [path for paths in several if len({path.resolve() for path in paths}) > 1 for path in paths]


def _longer(path: Path, name: str) -> str:
    """The name with the next folder above it, as long as there is one."""
    above = path.resolve().parents
    deeper = name.count("/")
    return f"{above[deeper].name}/{name}" if deeper < len(above) - 1 else name


def _twins(places: list[Place], hasher: Hasher) -> dict[Place, tuple[str, ...] | None]:
    """For files with the same bytes: the first has the names of the others, the others have None and are not read.

    Only files of one size are compared, so that most are read once.
    """
    sizes: dict[int, list[Place]] = defaultdict(list)
    for place in places:
        try:
            sizes[place.path.stat().st_size].append(place)
        except OSError:
            continue  # what is wrong with it is said where it is read
    several = [alike for alike in sizes.values() if len(alike) > 1]
    known = hasher([place.path for alike in several for place in alike])
    groups: dict[bytes, list[Place]] = defaultdict(list)
    for place in (place for alike in several for place in alike if place.path in known):
        groups[known[place.path]].append(place)
    found: dict[Place, tuple[str, ...] | None] = {}
    for first, *others in groups.values():
        found |= dict.fromkeys(others)
        found[first] = tuple(other.name for other in others if other.name != first.name)
    return found


def _also(items: Iterable[Item], names: tuple[str, ...]) -> Iterator[Item]:
    for item in items:
        yield dataclasses.replace(item, also_at=names) if names and isinstance(item, RawDocument) else item


def _file(place: Place, metadata: Metadata, options: IngestOptions) -> Iterator[Item]:
    if place.path.suffix.lower() in _STREAMED and place.path.is_file():
        yield from _rows(place, metadata, options)
        return
    body = read(place, options)
    if isinstance(body, Problem):
        yield body
    else:
        yield from unpack(body, place.name, metadata, options)


def _rows(place: Place, metadata: Metadata, options: IngestOptions) -> Iterator[Item]:
    """JSON lines are read line by line: such a file may be larger than any one document."""
    try:
        with place.path.open("rb") as stream:
            if place.path.stat().st_size == 0:
                yield Problem("source.empty", place.name, "nothing in it")
            yield from read_rows(_bounded(stream, options.max_bytes), place.name, metadata, options)
    except OSError as fault:
        yield Problem("source.unreadable", place.name, f"cannot be read: {fault.strerror or fault}")


def _bounded(stream: BinaryIO, limit: int) -> Iterable[bytes]:
    """Lines of the stream; of one longer than `limit`, only so much that its length shows."""
    while line := stream.readline(limit + 2):
        whole = line
        while len(whole) > limit and not line.endswith(b"\n") and (line := stream.readline(limit)):
            pass  # skip the rest of the long line
        yield whole


def _web(url: str, metadata: Metadata, options: IngestOptions, web: Fetcher) -> Iterator[Item]:
    """What stands at a web address; with `follow`, for a feed the pages that it links to."""
    page = web.get(url)
    if isinstance(page, Problem):
        yield page
    elif options.follow and sniff(page.body, page.url) == "feed":
        for link in feeds.links(page.body)[: options.max_documents]:
            linked = web.get(urljoin(page.url, link))
            yield from [linked] if isinstance(linked, Problem) else _page(linked, metadata, options)
    else:
        yield from _page(page, metadata, options)


def _page(page: FetchedPage, metadata: Metadata, options: IngestOptions) -> Iterator[Item]:
    yield from unpack(page.body, page.url, dataclasses.replace(metadata, url=page.url), options)
