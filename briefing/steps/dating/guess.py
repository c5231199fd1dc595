"""The publication date as htmldate reads it from a page, for pages that declare none in a way that we know."""

from __future__ import annotations

import logging
import re

_LONG_TAG = re.compile(r"<[^<>]{65536}")  # hangs a tree builder


def guess(page: str) -> str | None:
    """The ISO day that htmldate finds without its extensive search, which takes any date for want of a better one."""
    if _LONG_TAG.search(page):
        return None
    import htmldate  # noqa: PLC0415 - slow to import

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        found: str | None = htmldate.find_date(page, extensive_search=False, original_date=True)
    except Exception:  # noqa: BLE001 - a page that it cannot read has no date from it
        return None
    return found
