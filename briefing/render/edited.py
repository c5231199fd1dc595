"""What an editor did to a Markdown briefing: labels that were changed by hand, and words of one's own."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from briefing.render.escape import visible

_LABELLED = re.compile(r'<a id="(?:s|party)-|\(#(?:s|source|party)-')  # an anchor of a statement, or a link to one
_NUMBER = re.compile(r"\*\*([A-Z]+-\d+)\*\*")
_CLOSE = 0.6  # as difflib measures it: so much of a line is left when only its label was changed
_BLOCKS = frozenset({"p", "li", "h1", "h2", "h3", "h4", "h5", "h6"})
_NOTE = '<span class="by">Editor’s note: </span>'


def changed_labels(edited: str, original: str, first_line: int) -> Iterator[str]:
    """A line for each label of `original` that `edited` has otherwise. Lines may go, move, and be added.

    A line with the number of a statement or a link to a source is a label's. One that is new, and close to one that is
    gone, is that one changed. Both texts are without front matter; `first_line` is the number of the first line.
    """
    kept = set(edited.split("\n"))
    written = set(original.split("\n"))
    gone = [line for line in original.split("\n") if _LABELLED.search(line) and line not in kept]
    for number, line in enumerate(edited.split("\n"), first_line):
        if line in written or not _LABELLED.search(line):
            continue
        was = difflib.get_close_matches(line, gone, 1, _CLOSE)
        if was:
            named = _NUMBER.search(was[0])
            told = f"briefing correct {named[1]} …" if named else "`briefing correct`"
            yield f"line {number}: a label was changed by hand: restore it, or write a correction with {told}"


def with_notes(html: str, original: str) -> str:
    """The page's HTML with every paragraph, point and heading that the original's HTML has not marked as the editor's.

    Both are as Markdown makes them, without attributes. Block quotes are left as they are.
    """
    known = {block.text for block in _blocks(original)}
    out, at = [], 0
    for block in _blocks(html):
        if block.text and block.text not in known:
            opening = f"<{block.tag}>"
            out += [html[at : block.start], f'<{block.tag} class="editor">', "" if block.tag[0] == "h" else _NOTE]
            at = block.start + len(opening)
    return "".join([*out, html[at:]])


@dataclass(slots=True)
class _Block:
    tag: str
    start: int  # of its tag
    text: str = ""


def _blocks(html: str) -> list[_Block]:
    """The blocks of text outside block quotes that have no attributes, with their own words."""
    reader = _Reader(html)
    reader.feed(html)
    reader.close()
    return [_Block(block.tag, block.start, visible(block.text).strip()) for block in reader.found]


class _Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[_Block] = []
        self._open: list[_Block] = []
        self._quotes = 0
        starts = [0]
        for line in html.split("\n"):
            starts.append(starts[-1] + len(line) + 1)
        self._starts = starts

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block."""
        self._quotes += tag == "blockquote"
        if tag in _BLOCKS and not self._quotes:
            line, column = self.getpos()
            block = _Block(tag, self._starts[line - 1] + column)
            self._open.append(block)
            if not attrs:
                self.found.append(block)

    def handle_endtag(self, tag: str) -> None:
        """End the innermost block of the tag."""
        self._quotes -= tag == "blockquote" and self._quotes > 0
        if self._open and self._open[-1].tag == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        """Words belong to the innermost block."""
        if self._open and not self._quotes:
            self._open[-1].text += data
