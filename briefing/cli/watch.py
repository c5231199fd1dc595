"""Waiting for changes of what a briefing is made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from briefing.errors import UsageError


def changes(sources: Sequence[str], own: Iterable[Path], skip: Sequence[Path]) -> Iterator[tuple[str, ...]]:
    """The paths that changed, each time some did, without end; first, as soon as it watches, none.

    Watched are the files and folders of `sources`, the folder of a pattern, and the files of the run's `own`; what lies
    in `skip`, the folders that the run writes, is no change. Raises UsageError without the package watchfiles, or when
    there is nothing to watch.
    """
    try:
        from watchfiles import watch  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise UsageError("--watch needs watchfiles: pip install 'briefing[watch]'") from error
    places = sorted({place for text in (*sources, *map(str, own)) if (place := _place(text)) is not None})
    if not any(_place(source) for source in sources):
        raise UsageError("--watch: none of the sources is a file or folder: name one, or build by a timer")
    skipped = tuple(path.resolve() for path in skip)
    begun = False
    # A round without a change ends by itself. Only after one is it sure that no change is missed during the first run.
    for changed in watch(
        *places, debounce=400, step=100, rust_timeout=300, yield_on_timeout=True, raise_interrupt=True
    ):
        paths = tuple(sorted({path for _, path in changed if not _within(Path(path), skipped)}))
        if paths or not begun:
            begun = True
            yield paths


def _place(source: str) -> Path | None:
    """What to watch for a source: itself, or the folder of a pattern; None for an address or what is not there."""
    path = Path(source)
    while source and "://" not in source and source != "-" and any(char in str(path) for char in "*?["):
        path = path.parent
    return path if source and path.exists() else None


def _within(path: Path, folders: Iterable[Path]) -> bool:
    return any(path.resolve().is_relative_to(folder) for folder in folders)
