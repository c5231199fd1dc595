"""Read whatever an analyst has: files, folders, web pages, feeds and archives become RawDocuments."""

from __future__ import annotations

from briefing.ingest.needed import documents
from briefing.ingest.options import Ingested, IngestOptions
from briefing.ingest.sources import iter_sources, read_sources

__all__ = ["IngestOptions", "Ingested", "documents", "iter_sources", "read_sources"]
