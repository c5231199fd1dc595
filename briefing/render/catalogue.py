"""The words of the templates in another language: gettext catalogues, read as `.po` files.

The `.po` text is turned into the binary form in memory and given to the standard library's `gettext`, which knows the
plural rules; so a catalogue is a text file that a translator edits, and no tool has to run when a wheel is built.
"""

from __future__ import annotations

import ast
import functools
import gettext
import io
import re
import struct
from importlib import resources

from briefing.errors import UsageError

_ENTRY = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)?\s*("(?:[^"\\]|\\.)*")\s*$')


def languages() -> tuple[str, ...]:
    """The languages that the templates speak: English, and one for each shipped catalogue."""
    folder = resources.files("briefing") / "locale"
    return tuple(sorted({"en", *(f.name[:-3] for f in folder.iterdir() if f.name.endswith(".po"))}))


@functools.lru_cache(maxsize=8)
def translations(language: str) -> gettext.NullTranslations:
    """The catalogue of `language`. Raises UsageError for a language that has none."""
    if language not in languages():
        raise UsageError(f"no translation into {language!r}: choose one of {', '.join(languages())}")
    if language == "en":
        return gettext.NullTranslations()
    text = (resources.files("briefing") / "locale" / f"{language}.po").read_text(encoding="utf-8")
    return gettext.GNUTranslations(io.BytesIO(compiled(entries(text))))


def entries(po: str) -> dict[str, str]:
    """The translated messages of a `.po` file: plural forms joined by NUL, as the binary form has them."""
    found: dict[str, str] = {}
    for block in re.split(r"\n\s*\n", po):
        parts: dict[str, str] = {}
        key = ""
        for line in block.splitlines():
            if line.startswith("#") or not (match := _ENTRY.match(line)):
                continue
            key = match[1] or key
            parts[key] = parts.get(key, "") + ast.literal_eval(match[2])
        if parts.get("msgstr") or parts.get("msgstr[0]"):
            name = parts["msgid"] + ("\0" + parts["msgid_plural"] if "msgid_plural" in parts else "")
            found[name] = "\0".join(parts[k] for k in sorted(parts) if k.startswith("msgstr"))
    return found


def compiled(messages: dict[str, str]) -> bytes:
    """The messages in the binary form of GNU gettext (`.mo`), little-endian, without a hash table."""
    rows = sorted((k.encode(), v.encode()) for k, v in messages.items())
    start = 28 + 16 * len(rows)
    ids: list[tuple[int, int]] = []
    texts: list[tuple[int, int]] = []
    body = b""
    for column, table in ((0, ids), (1, texts)):
        for row in rows:
            table.append((len(row[column]), start + len(body)))
            body += row[column] + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(rows), 28, 28 + 8 * len(rows), 0, 0)
    return head + b"".join(struct.pack("<2I", *row) for row in ids + texts) + body
