"""The dated sentences of many articles in the order of their days."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.merged import Event


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """By day (an interval by its first); those of one day stay in their order."""
    return tuple(sorted(events, key=lambda e: e.iso or "9999"))
