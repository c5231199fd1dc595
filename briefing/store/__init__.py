"""What a run keeps for the next one, in one SQLite file: digests by content, files by path, the files of issues by what
they are made of, statements by mark, and the runs."""

from briefing.store.layout import StoreError, UnusableError
from briefing.store.store import NAME, File, Known, Row, Run, Store

__all__ = ["NAME", "File", "Known", "Row", "Run", "Store", "StoreError", "UnusableError"]
