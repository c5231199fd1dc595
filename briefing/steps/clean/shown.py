"""The lines of text that an HTML page shows, each with its place in the page's source and the elements around it.

A scanner of our own, linear in the length of the page whatever is in it: it builds no tree, resolves no external
entity and expands none but those of HTML. Offsets come with it for free.
"""

from __future__ import annotations

import html
import re
from typing import NamedTuple

from briefing.records import Run

MAX_TAG = 64 * 1024  # characters: longer tags hang tree builders, and no article needs one
_UNREAD = frozenset(
    {"script", "style", "noscript", "template", "svg", "math", "iframe", "object", "textarea", "select", "title"}
)
_BLOCK_NAMES = """
    address article aside audio blockquote body br button caption dd details dialog div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hr html label legend li main menu nav ol option p pre section summary table
    tbody td tfoot th thead tr ul video
"""
_BLOCK = frozenset(_BLOCK_NAMES.split())
_VOID = frozenset(
    {"br", "hr", "img", "input", "meta", "link", "source", "area", "base", "col", "embed", "track", "wbr", "param"}
)
# A new one of these ends an open one: their end tags may be left out.
_CLOSES = {
    "p": {"p"},
    "li": {"li", "p"},
    "tr": {"tr", "td", "th", "p"},
    "td": {"td", "th", "p"},
    "th": {"td", "th", "p"},
    "dd": {"dd", "dt", "p"},
    "dt": {"dd", "dt", "p"},
    "option": {"option"},
}
_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9-]{0,40})")
_CLASS = re.compile(
    r"(?:class|id|role|data-component|aria-label)\s{0,3}=\s{0,3}(?:\"([^\"]{0,300})\"|'([^']{0,300})'|([^\s\"'>]{1,100}))",
    re.IGNORECASE,
)
_PIECE = re.compile(r"[^\s&]+(?: [^\s&]+)*|\s+|&#?\w{1,32};?|&")  # words a space apart are one piece
_VALUE_OR_END = re.compile(r"=\s{0,3}(?:\"[^\"]*\"|'[^']*')|>")
_MARKUP_LINE = re.compile(r"\n(?=<)")
_HIDDEN = re.compile(
    r"style\s{0,3}=\s{0,3}[\"'][^\"']{0,300}display\s{0,3}:\s{0,3}none|aria-hidden=.true", re.IGNORECASE
)
_DEEPEST = 5000  # open elements that are remembered


class Element(NamedTuple):
    """An open element: its name, and the words of its class, id and role."""

    name: str
    about: str
    hidden: bool


class ShownLine(NamedTuple):
    """One line as a reader sees it. `runs` lead from its text to the source; `linked` counts characters of links."""

    text: str
    runs: tuple[Run, ...]
    around: tuple[Element, ...]  # from the outermost element in, the last few
    linked: int


class Shown(NamedTuple):
    """All lines of a page, with the figures that tell a hostile page."""

    lines: list[ShownLine]
    tags: int
    depth: int
    longest_tag: int


class _Line:
    """A line under construction. `space` is the white space that stands before the next word, as the source has it."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.runs: list[Run] = []
        self.length = 0
        self.linked = 0
        self.space = ""

    def add(self, piece: str, source: int | None, *, linked: bool) -> None:
        before = " " if self.space and self.length else ""
        if source is not None:
            self._run(len(piece), source, before)
        self.text += (before, piece)
        self.length += len(before) + len(piece)
        self.linked += len(piece) - piece.count(" ") if linked else 0
        self.space = ""

    def _run(self, length: int, source: int, before: str) -> None:
        last = self.runs[-1] if self.runs else None
        start = self.length + len(before)
        # Where the space between two words is one space in the source too, or none, one run goes on.
        if last and self.space == before and source - last.source == start - last.text == last.length + len(before):
            self.runs[-1] = Run(last.text, last.source, last.length + len(before) + length)
        else:
            self.runs.append(Run(start, source, length))


class _Scanner:
    """One pass over a page."""

    def __init__(self, page: str) -> None:
        self.page = page
        self.lines: list[ShownLine] = []
        self.line = _Line()
        self.open: list[Element] = []
        self.read: dict[str, tuple[str, bool]] = {}  # what `_attributes` says of tags: most stand many times
        self.endless: set[str] = set()  # elements that are not read and have no end tag in the rest of the page
        self.links = 0
        self.tags = 0
        self.depth = 0
        self.longest_tag = 0

    def scan(self) -> Shown:
        at, page = 0, self.page
        while True:
            start = page.find("<", at)
            self._text(at, len(page) if start < 0 else start)
            if start < 0:
                break
            at = self._markup(start)
            if at < 0:
                break
        self._flush()
        return Shown(self.lines, self.tags, self.depth, self.longest_tag)

    def _markup(self, start: int) -> int:
        """Read what begins with "<" at `start`; returns where to go on, or -1 at the end of the page."""
        page = self.page
        if page.startswith("<!--", start):
            end = page.find("-->", start + 4)
            return end + 3 if end >= 0 else -1
        name = _NAME.match(page, start)
        if name is None:
            if page.startswith(("<!", "<?"), start):
                end = page.find(">", start)
                return end + 1 if end >= 0 else -1
            self._text(start, start + 1)
            return start + 1
        end = _tag_end(page, start)
        if end < 0:
            return -1
        self.tags += 1
        self.longest_tag = max(self.longest_tag, end - start)
        return self._tag(name.group(1).lower(), start, end)

    def _tag(self, name: str, start: int, end: int) -> int:
        closing = self.page[start + 1] == "/"
        if name in _BLOCK:
            self._flush()
        if closing:
            self._close(name)
            return end
        if name in _UNREAD:
            return self._past(name, end)
        if name not in _VOID:
            self._open(name, self.page[start : min(end, start + 2000)])
        elif name == "img":
            self.line.space = "\n"
        return end

    def _past(self, name: str, start: int) -> int:
        """Where an unread element ends; one without an end tag, on a damaged page, at the next line of markup."""
        found = None if name in self.endless else re.compile(f"</{name}", re.IGNORECASE).search(self.page, start)
        if found is not None:
            return _tag_end(self.page, found.start())
        self.endless.add(name)
        line = _MARKUP_LINE.search(self.page, start)
        return line.end() if line else -1

    def _open(self, name: str, tag: str) -> None:
        if name in _CLOSES and self.open and self.open[-1].name in _CLOSES[name]:
            self._pop()
        if len(self.open) >= _DEEPEST:
            return
        found = self.read.get(tag)
        if found is None:
            found = self.read[tag] = _attributes(tag)
        self.open.append(Element(name, *found))
        self.links += name == "a"
        self.depth = max(self.depth, len(self.open))

    def _close(self, name: str) -> None:
        # A stray end tag must not cost a walk through thousands of open elements.
        for back in range(1, min(len(self.open), 40) + 1):
            if self.open[-back].name == name:
                for _ in range(back):
                    self._pop()
                return

    def _pop(self) -> None:
        gone = self.open.pop()
        self.links -= gone.name == "a"

    def _text(self, start: int, end: int) -> None:
        if start >= end:
            return
        if self.page[start:end].isspace():
            self.line.space += self.page[start:end]
            return
        linked = self.links > 0
        for match in _PIECE.finditer(self.page, start, end):
            piece = match.group()
            if piece.isspace():
                self.line.space += piece
            elif piece[0] == "&" and len(piece) > 1:
                shown = html.unescape(piece)
                if shown.isspace():
                    self.line.space = "\n"
                else:
                    self.line.add(shown, match.start() if shown == piece else None, linked=linked)
            else:
                self.line.add(piece, match.start(), linked=linked)

    def _flush(self) -> None:
        line = self.line
        if line.length:
            self.lines.append(ShownLine("".join(line.text), tuple(line.runs), tuple(self.open[-12:]), line.linked))
        self.line = _Line()


def _attributes(tag: str) -> tuple[str, bool]:
    """The words of a tag's class, id and role, and whether it hides what is inside."""
    if "=" not in tag:
        return "", False
    return " ".join(a or b or c for a, b, c in _CLASS.findall(tag)), bool(_HIDDEN.search(tag))


def _tag_end(page: str, start: int) -> int:
    """Where the tag that begins at `start` ends; a ">" inside a quoted value does not end it. -1 at the page's end."""
    end = page.find(">", start)
    if page.count('"', start, end) % 2 or page.find("='", start, end) >= 0:
        end = next((match.start() for match in _VALUE_OR_END.finditer(page, start) if match.group() == ">"), -1)
    return end + 1 if end >= 0 else -1


def shown_lines(page: str) -> Shown:
    """The lines that `page` (HTML) shows, in order."""
    return _Scanner(page).scan()
