"""The briefing as an entry of a feed: Atom (RFC 4287) and JSON Feed 1.1, written with the standard library.

All dates are the briefing's own: a feed that changes whenever it is built would be news to a reader every time.
"""

from __future__ import annotations

import json
import uuid
import xml.etree.ElementTree as ET
from dataclasses import dataclass

from briefing.render.environment import environment
from briefing.render.escape import json_text, visible
from briefing.render.views import View

_ATOM = "http://www.w3.org/2005/Atom"
_SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://briefing.invalid/feeds")
_UNDATED = "1970-01-01"  # Atom asks for a date; a briefing without any date says so in its title


@dataclass(frozen=True, slots=True)
class _Entry:
    feed_id: str
    id: str
    topic: str
    title: str
    updated: str
    html: str


def to_atom(view: View) -> bytes:
    """An Atom feed with one entry, UTF-8."""
    entry = _entry(view)
    ET.register_namespace("", _ATOM)
    feed = ET.Element(f"{{{_ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": view.language})
    _put(feed, "id", entry.feed_id)
    _put(feed, "title", entry.topic)
    _put(feed, "updated", entry.updated)
    _put(_put(feed, "author"), "name", "briefing")
    item = _put(feed, "entry")
    _put(item, "id", entry.id)
    _put(item, "title", entry.title)
    _put(item, "updated", entry.updated)
    _put(item, "content", entry.html).set("type", "html")
    ET.indent(feed)
    text: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _put(parent: ET.Element, name: str, text: str | None = None) -> ET.Element:
    child = ET.SubElement(parent, f"{{{_ATOM}}}{name}")
    child.text = text
    return child


def to_json_feed(view: View) -> bytes:
    """A JSON Feed with one item, UTF-8."""
    entry = _entry(view)
    item = {"id": entry.id, "title": entry.title, "date_published": entry.updated, "content_html": entry.html}
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": entry.topic,
        "language": view.language,
        "items": [item],
    }
    return (json_text(json.dumps(feed, ensure_ascii=False, indent=1)) + "\n").encode()


def _entry(view: View) -> _Entry:
    b = view.briefing
    env = environment("html", view.templates, view.language, view.numbers)
    day = b.as_of or (view.dated[-1] if view.dated else _UNDATED)
    title = env.get_template("entry_title.j2").render(v=view).strip()
    return _Entry(
        feed_id=uuid.uuid5(_SPACE, b.topic.id).urn,
        id=uuid.uuid5(_SPACE, f"{b.topic.id} {b.as_of}").urn,
        topic=visible(b.topic.title),
        title=title,
        updated=f"{day[:10]}T00:00:00Z",
        html=env.get_template("entry.html.j2").render(v=view).strip(),
    )
