"""Atom (RFC 4287), JSON Feed 1.1 and sitemap of all issues. Every date is an issue's own: no clock is asked."""

from __future__ import annotations

import json
import uuid
import xml.etree.ElementTree as ET

from briefing.render.escape import json_text, visible
from briefing.site.history import History, Kept

_ATOM = "http://www.w3.org/2005/Atom"
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://briefing.invalid/feeds")  # the same ids as in the feeds of an issue
_ENTRIES = 50  # issues in a feed, the newest first


def atom(seen: History, title: str, url: str | None) -> bytes:
    """The Atom feed of the newest issues, UTF-8."""
    ET.register_namespace("", _ATOM)
    feed = ET.Element(f"{{{_ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "en"})
    _put(feed, "id", uuid.uuid5(_SPACE, seen.issues[-1].edition.topic).urn)
    _put(feed, "title", visible(title))
    _put(feed, "updated", _time(seen.issues[-1]))
    _put(_put(feed, "author"), "name", "briefing")
    _put(feed, "link").attrib.update(rel="self", href=_full("atom.xml", url))
    for kept in _newest(seen):
        entry = _put(feed, "entry")
        _put(entry, "id", _id(kept))
        _put(entry, "title", _title(kept))
        _put(entry, "updated", _time(kept))
        _put(entry, "link").attrib.update(rel="alternate", href=_full(kept.page, url))
        _put(entry, "summary", _summary(kept))
    ET.indent(feed)
    text: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def json_feed(seen: History, title: str, url: str | None) -> bytes:
    """The JSON Feed of the newest issues, UTF-8."""
    items = [
        {
            "id": _id(kept),
            "url": _full(kept.page, url),
            "title": _title(kept),
            "date_published": _time(kept),
            "content_text": _summary(kept),
        }
        for kept in _newest(seen)
    ]
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": visible(title),
        "home_page_url": _full("index.html", url),
        "language": "en",
        "items": items,
    }
    return (json_text(json.dumps(feed, ensure_ascii=False, indent=1)) + "\n").encode()


def sitemap(seen: History, pages: list[str], url: str | None) -> bytes:
    """The sitemap of the pages and issues. Search engines accept only one with full addresses, so with a `url`."""
    ET.register_namespace("", _SITEMAP)
    root = ET.Element(f"{{{_SITEMAP}}}urlset")
    newest = seen.issues[-1].folder
    for page, day in [*((page, newest) for page in pages), *((kept.page, kept.folder) for kept in seen.issues)]:
        row = ET.SubElement(root, f"{{{_SITEMAP}}}url")
        ET.SubElement(row, f"{{{_SITEMAP}}}loc").text = _full(page, url)
        ET.SubElement(row, f"{{{_SITEMAP}}}lastmod").text = day
    ET.indent(root)
    text: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _put(parent: ET.Element, name: str, text: str | None = None) -> ET.Element:
    child = ET.SubElement(parent, f"{{{_ATOM}}}{name}")
    child.text = text
    return child


def _newest(seen: History) -> list[Kept]:
    return list(reversed(seen.issues))[:_ENTRIES]


def _id(kept: Kept) -> str:
    return uuid.uuid5(_SPACE, f"{kept.edition.topic} {kept.edition.as_of}").urn


def _title(kept: Kept) -> str:
    return visible(f"{kept.edition.title}: {kept.edition.as_of}")


def _time(kept: Kept) -> str:
    return f"{kept.folder}T00:00:00Z"


def _summary(kept: Kept) -> str:
    """The figures of an issue, and what changed a label in it."""
    parties, issues = dict(kept.edition.parties), dict(kept.edition.issues)
    counts = f"{len(kept.edition.statements)} statements from {len(kept.edition.sources)} sources."
    moved = [
        f"{parties[row.party]} on {issues[row.issue]}: {row.before} → {row.after}."
        for row in kept.changes
        if row.change == "changed"
    ]
    return visible(" ".join([counts, *moved]))


def _full(path: str, url: str | None) -> str:
    return f"{url.rstrip('/')}/{path}" if url else path
