"""What a run keeps for the next one, in one SQLite file: digests by content, statements by mark, and the runs."""

from briefing.store.layout import StoreError, UnusableError
from briefing.store.store import NAME, Known, Row, Run, Store

__all__ = ["NAME", "Known", "Row", "Run", "Store", "StoreError", "UnusableError"]
