"""What a run may read and how far it may go."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from briefing.records import Problem, RawDocument

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class IngestOptions:
    """Choices of one run. Nothing is fetched unless a URL is given."""

    clean: bool = False  # clean the `text` of JSON lines too; otherwise it is taken as the article it is
    follow: bool = False  # fetch the pages that feed entries link to
    allow_private: bool = False  # fetch from addresses of private networks
    cache: Path | None = None  # folder of fetched pages, for conditional requests
    max_bytes: int = 20 * MEGABYTE  # of one document, unpacked
    max_archive: int = 500 * MEGABYTE  # of all that one archive holds, unpacked
    max_documents: int = 100_000  # of one archive, feed or row file
    timeout: float = 20.0  # seconds for one request
    delay: float = 1.0  # seconds between two requests to one host
    retries: int = 2
    skip: tuple[Path, ...] = ()  # files and folders of the run itself, which are no sources where a folder holds them

    @property
    def of_files(self) -> tuple[bool, int, int, int]:
        """The choices that decide what documents the bytes of a file give."""
        return (self.clean, self.max_bytes, self.max_archive, self.max_documents)


DEFAULT = IngestOptions()


@dataclass(frozen=True, slots=True)
class Ingested:
    """All that was read, in a stable order, and what could not be."""

    documents: tuple[RawDocument, ...]
    problems: tuple[Problem, ...]


Item = RawDocument | Problem
