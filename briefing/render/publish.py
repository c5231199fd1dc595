"""An edited Markdown briefing as an HTML page, after a check that every block quote is still verbatim.

People edit the Markdown: they cut, reorder and add. Block quotes are the one thing that they may not change, because a
block quote promises the words of the source that the line above it names.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

from markupsafe import Markup

from briefing.errors import BriefingError
from briefing.render.edited import changed_labels, with_notes
from briefing.render.environment import environment
from briefing.render.escape import inert, unmarkdown, visible
from briefing.render.html import asset, policy

_QUOTE = re.compile(r"[ \t]{0,12}>[ \t]?(.*)")
_CITED = re.compile(r"#source-(\d+)")
_FRONT = re.compile(r"---\n(.*?)\n---\n", re.DOTALL)
_WORD = re.compile(r"\w")
# What Markdown itself writes, and the few inline elements that a person may add. No style, script, form or image.
_BLOCKS = ("blockquote", "div", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "ul")
_TABLES = ("table", "tbody", "td", "th", "thead", "tr")
_INLINE = ("a", "b", "br", "code", "del", "em", "i", "q", "span", "strong", "sub", "sup")
_ATTRIBUTES = {"*": {"id"}, "a": {"href", "title"}, "td": {"align"}, "th": {"align"}, "ol": {"start"}}


@dataclass(frozen=True, slots=True)
class Quote:
    """A block quote of a Markdown file: its first line (from 1), its words, and the source the line above names.

    `parts` are its words line by line: each sentence has a line, and a source may have lost the space between two.
    """

    line: int
    text: str
    source: str | None
    parts: tuple[str, ...]


class NotVerbatimError(BriefingError):
    """Block quotes that are no longer in their source, or labels changed by hand. `faults` has one line for each."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


def publish(markdown_text: str, sources: Mapping[str, str], original: str | None = None) -> bytes:
    """The HTML page of an edited Markdown briefing, UTF-8.

    `sources` are the decoded texts by the names that the front matter has in `source_files`. Raises NotVerbatimError
    with every line whose block quote is not in its source, character for character but for white space. With the
    `original`, as the program wrote it, labels that were changed by hand are faults, too, and words of the editor's own
    are marked as such.
    """
    front, body, first_line = split_front(markdown_text)
    html = _html(body)
    faults = [*_faults(body, first_line, front, sources), *_unseen(html, body, sources)]
    if original is not None:
        written = split_front(original)[1]
        faults += changed_labels(body, written, first_line)
        html = with_notes(html, _html(written))
    if faults:
        raise NotVerbatimError(tuple(faults))
    return _page(front, html)


def unverbatim(markdown_text: str, sources: Mapping[str, str]) -> tuple[str, ...]:
    """A line for each block quote of a Markdown briefing that does not stand in its source; see `publish`."""
    front, body, first_line = split_front(markdown_text)
    return tuple(_faults(body, first_line, front, sources))


def unverbatim_page(html: str, sources: Mapping[str, str]) -> tuple[str, ...]:
    """A line for each block quote of a page that stands in none of the sources."""
    return tuple(_unseen(html, "", sources))


def split_front(text: str) -> tuple[dict[str, Any], str, int]:
    """The front matter as a mapping, the rest, and the line number (from 1) at which the rest begins."""
    text = text.replace("\r\n", "\n").removeprefix("\ufeff")
    match = _FRONT.match(text)
    if match is None:
        return {}, text, 1
    rows = (line.partition(":") for line in match[1].split("\n"))
    return {key.strip(): _value(raw.strip()) for key, _, raw in rows}, text[match.end() :], match[0].count("\n") + 1


def _value(raw: str) -> Any:
    """A value of the front matter: JSON as it was written, or the plain words that a person put there."""
    try:
        return json.loads(raw)
    except ValueError:
        return raw


def quotes(body: str, first_line: int, files: Mapping[str, str]) -> Iterator[Quote]:
    """The block quotes of a Markdown text. `files` maps a source's number to its name."""
    above, start = "", 0
    words: list[str] = []
    for number, line in enumerate([*body.split("\n"), ""], first_line):
        match = _QUOTE.fullmatch(line)
        if (match and match[1].strip()) or (words and not match and line.strip()):
            start = start or number
            words.append(match[1] if match else line)  # a line without ">" right below one carries the quote on
            continue
        if words:
            cited = _CITED.findall(above)
            source = files.get(cited[0] if cited else "")
            yield Quote(start, unmarkdown(" ".join(words)), source, tuple(map(unmarkdown, words)))
            words, start = [], 0
        if not match and line.strip():
            above = line


def _faults(body: str, first_line: int, front: Mapping[str, Any], sources: Mapping[str, str]) -> Iterator[str]:
    names = front.get("source_files")
    files = names if isinstance(names, dict) else {}
    shown = {name: f" {_plain(text)} " for name, text in sources.items()}
    for quote in quotes(body, first_line, files):
        if quote.source is not None and quote.source not in shown:
            yield f"line {quote.line}: its source {quote.source} is not among the texts given: add it"
            continue
        among = [shown[quote.source]] if quote.source is not None else list(shown.values())
        if not any(_stands(text, quote) for text in among):
            where = quote.source or "any of the sources"
            yield f"line {quote.line}: not verbatim in {where}: “{quote.text[:60]}”: restore the words of the source"


def _stands(text: str, quote: Quote) -> bool:
    """The quote stands in a text as a whole, or sentence by sentence."""
    return _holds(text, _plain(quote.text)) or all(_holds(text, _plain(part)) for part in quote.parts)


def _unseen(html: str, body: str, sources: Mapping[str, str]) -> Iterator[str]:
    """Faults for quotes that the page shows and the lines with ">" do not account for: typed as HTML, for one."""
    seen = {_plain(q.text) for q in quotes(body, 1, {})}
    texts = [f" {_plain(text)} " for text in sources.values()]
    collector = _Blockquotes()
    collector.feed(html)
    for shown in collector.found:
        words = _plain(shown)
        if words and words not in seen and not any(_holds(text, words) for text in texts):
            yield f"a block quote is not verbatim in any of the sources: “{words[:60]}”: take it out or write it with >"


class _Blockquotes(HTMLParser):
    """The text of the paragraphs inside block quotes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's
        """Begin a new text at a block quote, and at each paragraph inside one."""
        self._depth += tag == "blockquote"
        if self._depth and tag in {"blockquote", "p", "li"}:
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        """Leave a block quote; what follows a paragraph inside one is a text of its own."""
        if self._depth and tag == "p":
            self.found.append("")
        self._depth -= tag == "blockquote" and self._depth > 0

    def handle_data(self, data: str) -> None:
        """Add to the current text."""
        if self._depth:
            self.found[-1] += data


def _plain(text: str) -> str:
    return visible(text).strip()


def _holds(text: str, words: str) -> bool:
    """True when `words` stand in `text` and are not cut within a word."""
    at = text.find(words) if words else -1
    while at >= 0:
        end = at + len(words)
        if not (_WORD.match(text[at - 1]) and _WORD.match(words[0])) and not (
            _WORD.match(text[end]) and _WORD.match(words[-1])
        ):
            return True
        at = text.find(words, at + 1)
    return False


def _html(body: str) -> str:
    """The Markdown as HTML in which nothing is live."""
    import markdown  # noqa: PLC0415 - only for those who publish
    import nh3  # noqa: PLC0415

    html = markdown.markdown(inert(body), extensions=["tables", "sane_lists"])
    tags = {*_BLOCKS, *_TABLES, *_INLINE}
    clean = nh3.clean(html, tags=tags, attributes=_ATTRIBUTES, url_schemes={"http", "https", "mailto"})
    return _with_scrolling_tables(clean)


def _with_scrolling_tables(html: str) -> str:
    """Each table in a region of its own that scrolls sideways and that the keyboard reaches."""
    count = itertools.count(1)
    opening = '<div class="scroll" role="region" tabindex="0" aria-label="Table {}"><table>'
    return re.sub("<table>", lambda _: opening.format(next(count)), html).replace("</table>", "</table></div>")


def _page(front: Mapping[str, Any], html: str) -> bytes:
    env = environment("html", None, "en")
    style = asset(env, "page.css") + asset(env, "published.css")
    page = env.get_template("published.html.j2").render(
        title=str(front.get("title") or "Briefing"),
        lang=str(front.get("lang") or "en"),
        style=style,
        policy=policy(styles=(style,)),
        body=Markup(html),  # noqa: S704 - cleaned by nh3
    )
    return page.encode()
