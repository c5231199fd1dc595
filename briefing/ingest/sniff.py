"""Tell what bytes are: by their content first, by the name's extension second."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Literal

from briefing.steps.clean.decode import is_binary, utf16_order

Kind = Literal[
    "text", "html", "markdown", "rows", "feed", "warc", "mail", "mbox", "gzip", "xz", "zip", "tar", "binary", "empty"
]

_HEAD = 4096
_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"\x1f\x8b", "gzip"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"WARC/", "warc"),
)
# Files that begin as text but are none that can be read.
_FOREIGN = (b"%PDF-", b"{\\rtf", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\x7fELF", b"BZh")
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]|^\s*\{\s*\"version\"\s*:\s*\"https://jsonfeed\.org/", re.IGNORECASE)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|div|p|meta|title|script)[\s>/]", re.IGNORECASE)
_MAIL = re.compile(rb"\A(?:[A-Za-z][A-Za-z0-9-]{0,60}:[^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n){0,200}){2,200}\r?\n")
# "From:" and "Subject:" may head a text that somebody typed; these are written by mail programs only.
_MAIL_FIELDS = re.compile(
    rb"^(?:message-id|mime-version|received|return-path|delivered-to):", re.IGNORECASE | re.MULTILINE
)
_MARKDOWN = frozenset({".md", ".markdown", ".mdown"})
_ROWS = frozenset({".jsonl", ".ndjson", ".json"})


def sniff(body: bytes, name: str) -> Kind:
    """The kind of `body`, whose file or address is called `name`."""
    if not body.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        return "empty"
    for magic, kind in _MAGIC:
        if body.startswith(magic):
            return kind
    if body[257:262] == b"ustar":
        return "tar"
    head = _as_ascii(body[:_HEAD])
    if body.startswith(_FOREIGN) or is_binary(body):
        return "binary"
    return _text_kind(head, PurePosixPath(name.partition("?")[0]).suffix.lower())


def _text_kind(head: bytes, suffix: str) -> Kind:  # noqa: PLR0911 - one line a kind
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith((b"{", b"[")) and suffix in _ROWS:
        return "feed" if _FEED.search(head[:1000]) else "rows"
    if start.startswith(b"{") and _FEED.match(start):
        return "feed"
    if start.startswith(b'{"') and suffix not in {".txt", ".md"}:
        return "rows"
    if start.startswith(b"<") and _FEED.search(head):
        return "feed"
    if start.startswith(b"<") and (_HTML.search(head) or suffix in {".html", ".htm", ".xhtml"}):
        return "html"
    if start.startswith(b"From ") and (suffix == ".mbox" or _MAIL_FIELDS.search(head)):
        return "mbox"
    if suffix == ".eml" or (_MAIL_FIELDS.search(head[:2000]) and _MAIL.match(head.replace(b"\r\n", b"\n"))):
        return "mail"
    if suffix in {".html", ".htm", ".xhtml"}:
        return "html"
    return "markdown" if suffix in _MARKDOWN else "text"


def _as_ascii(head: bytes) -> bytes:
    """UTF-16 with its zero bytes and its mark taken out, so that one set of patterns serves."""
    return head.lstrip(b"\xff\xfe").replace(b"\x00", b"") if utf16_order(head) else head
