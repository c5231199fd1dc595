"""Bytes to text: byte-order mark, strict UTF-8, declared charset, cp1252, in this order."""

from __future__ import annotations

import codecs
import re

# A document that opens with one of these marks says what it is. UTF-32 first: its mark begins like that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_HEAD = 4096  # where a page declares its charset, in bytes
# Charset names that browsers read as another one (WHATWG Encoding Standard).
_ALIASES = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}
# Only character encodings: Python also knows codecs such as "zip" or "rot13" by name.
_ALLOWED = re.compile(r"(?:utf|iso8859|cp\d|koi8|mac|gb|big5|euc|shift_jis|iso2022|windows)", re.IGNORECASE)


def decode(body: bytes) -> tuple[str, str | None]:
    """The text of `body`, and a note where it did not decode cleanly (None when it did).

    A UTF-8 byte-order mark stays in the text as U+FEFF, so that offsets equal those of the file opened as UTF-8.
    Bytes that no encoding takes become U+FFFD. Never raises.
    """
    wide = utf16_order(body)
    if wide:
        return _lossy(body, wide)
    try:
        return body.decode("utf-8"), None
    except UnicodeDecodeError:
        pass
    declared = _declared(body[:_HEAD])
    if declared:
        return _lossy(body, declared)
    text = body.decode("cp1252", errors="replace")
    return text, "not UTF-8: read as Windows-1252"


def _lossy(body: bytes, encoding: str) -> tuple[str, str | None]:
    text = body.decode(encoding, errors="replace")
    broken = text.count("�")
    return text, f"{broken} broken characters in {encoding} text" if broken else None


def utf16_order(body: bytes) -> str | None:
    """The encoding of UTF-16 or UTF-32 text, by its mark or because every other byte of Latin text is zero."""
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return encoding
    head = body[:2000]
    if len(head) < 4:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if min(even, odd) * _FEW > len(head):
        return None  # zeros everywhere: a program's own file
    if odd * 3 > len(head):
        return "utf-16-le"
    return "utf-16-be" if even * 3 > len(head) else None


def _declared(head: bytes) -> str | None:
    found = _DECLARED.search(head)
    if not found:
        return None
    name = found.group(1).decode("ascii").lower()
    try:
        canonical = codecs.lookup(_ALIASES.get(name, name)).name
    except LookupError:
        return None
    return canonical if _ALLOWED.match(canonical) and canonical != "utf-8" else None


_FEW = 50  # bytes for each zero on the side that has the letters
_NULS = 100  # bytes of text for each NUL
_CONTROLS = bytes((*range(9), *range(14, 27), *range(28, 32)))


def is_binary(body: bytes) -> bool:
    """True for bytes that are no text at all: NULs without a pattern of UTF-16, or many control characters.

    A single NUL in a long text is a slip of the program that wrote it.
    """
    head = body[:4096]
    if not head or utf16_order(body):
        return False
    control = len(head) - len(head.translate(None, _CONTROLS))
    return head.count(b"\x00") * _NULS > len(head) or control * 20 > len(head)
