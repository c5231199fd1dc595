"""What lies ahead as a calendar file (RFC 5545): the dated things to come, each with its words and their place."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta

from briefing.merged import Briefing, Event
from briefing.render.escape import visible
from briefing.render.views import View

_LINE = 75  # octets of a line, RFC 5545 3.1
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def to_ics(view: View) -> bytes:
    """A calendar of the days after the briefing's own; without any it is empty. Lines end in CR LF."""
    b = view.briefing
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//briefing {b.version}//{b.topic.id}//EN"]
    for event in coming(b):
        lines += _event(b, event, view.sources[event.citation.source].source)
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"]).encode()


def coming(briefing: Briefing) -> list[Event]:
    """The events after the day of the briefing, by day."""
    after = briefing.as_of
    return [e for e in briefing.timeline if e.iso and after and len(e.iso) == len(after) and e.iso > after]


def _event(briefing: Briefing, event: Event, source: str) -> list[str]:
    first = date.fromisoformat(event.iso or "")
    place = f"{briefing.topic.title}: {source}, line {event.citation.line}"
    seed = f"{briefing.topic.id} {event.iso} {source} {event.citation.span}"
    return [
        "BEGIN:VEVENT",
        f"UID:{hashlib.sha256(seed.encode()).hexdigest()[:32]}@briefing.invalid",
        f"DTSTAMP:{(briefing.as_of or '').replace('-', '')}T000000Z",
        f"DTSTART;VALUE=DATE:{first:%Y%m%d}",
        f"DTEND;VALUE=DATE:{first + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_text(event.citation.text)}",
        f"DESCRIPTION:{_text(place)}",
        "END:VEVENT",
    ]


def _text(words: str) -> str:
    return visible(words).translate(_ESCAPED)


def _folded(line: str) -> str:
    """The line in pieces of at most 75 octets, no character cut in two."""
    pieces: list[str] = []
    piece = ""
    for char in line:
        if len((piece + char).encode()) > _LINE - bool(pieces):
            pieces.append(piece)
            piece = ""
        piece += char
    return "\r\n ".join([*pieces, piece])
