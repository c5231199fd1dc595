"""ISO dates in words, in the language of the briefing. No locale of the machine takes part."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DAY = "%(weekday)s %(day)s %(month)s %(year)s"
MONTH = "%(month)s %(year)s"
INTERVAL = "%(first)s to %(last)s"
MESSAGES = (*WEEKDAYS, *MONTHS, DAY, MONTH, INTERVAL)

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


class Calendar:
    """Dates in words by a catalogue's `gettext`."""

    def __init__(self, gettext: Callable[[str], str]) -> None:
        self._gettext = gettext

    def day(self, iso: str) -> str:
        """`2024-04-08` as "Mon 8 Apr 2024"; months, years and intervals `a/b` likewise; anything else as it is."""
        first, _, last = iso.partition("/")
        if last:
            return self._gettext(INTERVAL) % {"first": self.day(first), "last": self.day(last)}
        match = _ISO.match(iso)
        if match is None or (match[2] and not 1 <= int(match[2]) <= 12):
            return iso
        year, month, day = match.groups()
        if month is None:
            return year
        name = self._gettext(MONTHS[int(month) - 1])
        if day is None:
            return self._gettext(MONTH) % {"month": name, "year": year}
        return self._whole(iso, name) or iso

    def _whole(self, iso: str, month: str) -> str | None:
        try:
            found = date.fromisoformat(iso[:10])
        except ValueError:
            return None
        weekday = self._gettext(WEEKDAYS[found.weekday()])
        return self._gettext(DAY) % {"weekday": weekday, "day": found.day, "month": month, "year": found.year}
