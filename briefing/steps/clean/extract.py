"""The text that trafilatura extracts from a page, behind a guard against pages that would hang it."""

from __future__ import annotations

import logging
import re

from briefing.steps.clean.shown import MAX_TAG, Shown

# Beyond these a tree builder is superlinear or drops what is deep inside.
_MOST_TAGS = 40_000
_DEEPEST = 250
_LARGEST = 6_000_000  # characters
_UNCLOSED = 4_000  # open paragraphs
_START = re.compile(r"<[a-zA-Z]")


def extract(page: str, shown: Shown) -> tuple[str, str | None]:
    """The extracted text, and why there is none where the page was not handed on.

    `shown` is the same page as `shown_lines` reads it. Favours precision, leaves comments out.
    """
    refused = _refusal(page, shown)
    if refused:
        return "", refused
    if shown.longest_tag > MAX_TAG:
        page = _without_long_tags(page)
    import trafilatura  # noqa: PLC0415 - slow to import

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it reports what we report ourselves
    try:
        return trafilatura.extract(page, favor_precision=True, include_comments=False) or "", None
    except Exception as fault:  # noqa: BLE001 - whatever a page makes it raise, the lines are still there
        return "", f"trafilatura failed on it ({type(fault).__name__})"


def _refusal(page: str, shown: Shown) -> str | None:
    if len(page) > _LARGEST:
        return f"{len(page)} characters"
    if shown.tags > _MOST_TAGS:
        return f"{shown.tags} tags"
    if shown.depth > _DEEPEST:
        return f"elements nested {shown.depth} deep"
    lower = page.lower()
    opened = lower.count("<p>") + lower.count("<p ") - lower.count("</p")
    return f"{opened} paragraphs left open" if opened > _UNCLOSED else None


def _without_long_tags(page: str) -> str:
    """The page without tags over MAX_TAG characters: their attributes hang a tree builder, and no text is in them."""
    kept, at = [], 0
    for match in _START.finditer(page):
        if match.start() < at:
            continue
        end = page.find(">", match.start())
        if end < 0:
            break
        if end - match.start() > MAX_TAG:
            kept.append(page[at : match.start()])
            at = end + 1
    kept.append(page[at:])
    return "".join(kept)
