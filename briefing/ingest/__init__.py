"""Read whatever an analyst has: files, folders, web pages, feeds and archives become RawDocuments."""

from __future__ import annotations

from briefing.ingest.files import hashes
from briefing.ingest.needed import documents, nothing_readable
from briefing.ingest.options import Ingested, IngestOptions
from briefing.ingest.sources import Given, iter_given, iter_sources, read_sources

__all__ = [
    "Given",
    "IngestOptions",
    "Ingested",
    "documents",
    "hashes",
    "iter_given",
    "iter_sources",
    "nothing_readable",
    "read_sources",
]
