"""Source text made harmless for each place it is shown in. Nothing here changes a letter that can be seen.

News text is untrusted: a headline may hold a script, a quotation a formula or a right-to-left override. Each function
returns text that its format shows as it is and never acts on.
"""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import quote, urlsplit

REPLACEMENT = "\ufffd"

# Characters that steer a terminal, a parser or the direction of reading: shown as one replacement mark each.
_LIVE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)
# Marks of direction have no shape of their own; ordinary in Arabic and Hebrew pages, and left out in a shown text.
_MARKS = re.compile("[\u200e\u200f\u061c\u200b\u2060]")
_WHITE = re.compile(r"\s+")

_STEERING = re.compile(r"(?![\n\t])" + _LIVE.pattern)

_MARKDOWN = re.compile(r"[\\`*_{}\[\]|<>&~]|://|\bwww\.|@")
_MARKDOWN_START = re.compile(r"( ?\d{0,9})([#+\-.)])")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])|&(?:lt|gt|amp|#\d{1,4});")
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "~": "&#126;", "://": "&#58;//", "@": "&#64;"}

_FORMULA = re.compile("[=+\\-@＝＋－＠]")
_JSON_LIVE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")


def visible(text: str) -> str:
    """`text` on one line: white space run together, and characters that act instead of showing replaced."""
    if text.isprintable() and "  " not in text:  # nearly all texts: no character to replace, single blanks
        return text
    return _LIVE.sub(REPLACEMENT, _MARKS.sub("", _WHITE.sub(" ", text)))


def inert(text: str) -> str:
    """`text` with its lines and white space kept, and characters that act instead of showing replaced."""
    return _STEERING.sub(REPLACEMENT, _MARKS.sub("", text))


def markdown(text: str) -> str:
    """`text` as Markdown that shows exactly `visible(text)`, in CommonMark and Python-Markdown, anywhere in a line."""
    shown = visible(text)
    start = _MARKDOWN_START.match(shown)  # "#", "-", "1.": a heading, a bullet or a number of a list
    if start is None:
        return _MARKDOWN.sub(_escaped, shown)
    return f"{start[1]}\\{start[2]}" + _MARKDOWN.sub(_escaped, shown[start.end() :])


def _escaped(match: re.Match[str]) -> str:
    found = match[0]
    if found == "www.":  # GitHub makes a link of it
        return "www&#46;"
    return _ENTITIES.get(found, "\\" + found)


def unmarkdown(text: str) -> str:
    """The words that `markdown` escaped: its inverse on `visible` text."""
    return _ESCAPE.sub(lambda m: m[1] or unescape(m[0]), text)


def csv_cell(text: str) -> str:
    """`text` for a cell: a leading apostrophe keeps a spreadsheet from reading it as a formula."""
    shown = visible(text).strip()
    return "'" + shown if _FORMULA.match(shown) else shown


def json_text(dumped: str) -> str:
    """JSON text with invisible and steering characters as escapes: the same value, and nothing live in a terminal."""
    return _JSON_LIVE.sub(lambda m: f"\\u{ord(m[0]):04x}", dumped)


def web_url(url: str | None) -> str | None:
    """`url` if it leads to the web and can stand in a page, else None: no `javascript:`, no `data:`."""
    if url is None or _LIVE.search(url) or _WHITE.search(url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.hostname else None


def fragment_link(url: str | None, text: str) -> str | None:
    """A link to `text` on the live page (a text fragment), or None when there is no web address.

    Long quotations are named by their first and last words, as the specification of URL text fragments suggests.
    """
    safe = web_url(url)
    words = visible(text).split()
    if safe is None or not words:
        return None
    ends = [words] if len(words) <= 10 else [words[:5], words[-5:]]
    coded = ",".join(quote(" ".join(end), safe="").replace("-", "%2D") for end in ends)
    return f"{safe.split('#', 1)[0]}#:~:text={coded}"


def anchor(text: str) -> str:
    """`text` as an id: lower case letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", visible(text).lower()).strip("-") or "none"
