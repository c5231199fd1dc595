"""The dated sentences of many articles in the order of their days."""

from __future__ import annotations

from briefing.merged import Event


def in_order(events: list[Event]) -> tuple[Event, ...]:
    """By day (an interval by its first), then by source and place."""
    return tuple(sorted(events, key=lambda e: (e.iso or "9999", e.citation.source, e.citation.span.start)))
