"""What a page's markup says of itself: headline, author, publisher, address, language."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

_SCRIPT = re.compile(r"<script\s[^<>]{0,300}ld\+json[^<>]{0,200}>", re.IGNORECASE)
_META = re.compile(r"<(meta|link|html)\s([^<>]{1,2000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([a-z:-]{2,20})\s{0,3}=\s{0,3}(?:\"([^\"]{0,1000})\"|'([^']{0,1000})')", re.IGNORECASE)
_TITLE = re.compile(r"<title[^<>]{0,200}>([^<]{1,500})", re.IGNORECASE)
_HEAD = 400_000  # characters in which a page's metadata stands
_ARTICLES = ("article", "blogposting", "report", "posting")  # ends of the schema.org types of articles
_SITE = re.compile(r"\s+[|–—-]\s+[^|–—]{2,60}$")
_OTHER_LETTERS = re.compile(r"[^a-z]+")


class PageData(NamedTuple):
    """The page's own words for these, None where it does not say."""

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    body: str | None = None  # the whole article, which JSON-LD may hold beside the page


def page_data(page: str) -> PageData:
    """The metadata of `page` (HTML): JSON-LD first, then OpenGraph and meta elements, then its title."""
    head = page[:_HEAD]
    linked = _from_json_ld(head)
    meta = _from_meta(head)
    site = linked.publisher or meta.get("og:site_name") or meta.get("application-name")
    title = _TITLE.search(head)
    return PageData(
        title=_headline(
            linked.title or meta.get("og:title") or meta.get("twitter:title") or (_clean(title[1]) if title else None),
            site,
        ),
        author=linked.author or _name(meta.get("author") or meta.get("article:author") or meta.get("parsely-author")),
        publisher=site,
        url=linked.url or meta.get("canonical") or meta.get("og:url"),
        language=(linked.language or meta.get("lang") or "").partition("-")[0].partition("_")[0].lower() or None,
        body=linked.body,
    )


def _headline(title: str | None, site: str | None) -> str | None:
    """The title without the site's name behind a bar or a dash."""
    if not title:
        return None
    tail = _SITE.search(title)
    if tail is None:
        return title
    name, known = _letters(tail.group()), _letters(site or "")
    if "|" in tail.group() or (known and (name in known or known in name)):
        return title[: tail.start()]
    return title


def _letters(text: str) -> str:
    return _OTHER_LETTERS.sub("", text.lower())


def _clean(value: Any) -> str | None:
    return " ".join(html.unescape(value).split()) or None if isinstance(value, str) else None


def _name(value: str | None) -> str | None:
    """An author that is a name, not an address of a profile."""
    return (
        None
        if value is None or "://" in value or value.startswith("@")
        else value.removeprefix("By ").removeprefix("by ")
    )


def _from_meta(head: str) -> dict[str, str]:
    """Meta elements by name, with `canonical` and `lang`; the first of a name counts."""
    found: dict[str, str] = {}
    for tag in _META.finditer(head):
        attributes = {name.lower(): a or b for name, a, b in _ATTRIBUTE.findall(tag.group(2))}
        kind = tag.group(1).lower()
        if kind == "meta":
            name, value = attributes.get("property") or attributes.get("name"), attributes.get("content")
        elif kind == "html":
            name, value = "lang", attributes.get("lang")
        else:
            name, value = attributes.get("rel"), attributes.get("href")
        cleaned = _clean(value)
        if name and cleaned:
            found.setdefault(name.lower(), cleaned)
    return found


def _from_json_ld(head: str) -> PageData:
    for script in _SCRIPT.finditer(head):
        end = head.find("</", script.end())
        try:
            data = json.loads(head[script.end() : end])
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data, 0):
            if _is_article(node):
                return PageData(
                    title=_clean(node.get("headline") or node.get("name")),
                    author=_people(node.get("author")),
                    publisher=_people(node.get("publisher")),
                    url=_clean(node.get("url")),
                    language=_clean(node.get("inLanguage")),
                    body=_clean(node.get("articleBody")),
                )
    return PageData()


def _nodes(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD document, lists and graphs opened, not deeper than its nodes of articles go."""
    if depth > 4:
        return
    if isinstance(data, list):
        for item in data[:100]:
            yield from _nodes(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        yield from _nodes(data.get("@graph"), depth + 1)


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and name.lower().endswith(_ARTICLES) for name in names)


def _people(value: Any) -> str | None:
    """The names of one or several persons or organisations."""
    several = value if isinstance(value, list) else [value]
    names = [_clean(one.get("name") if isinstance(one, dict) else one) for one in several[:10]]
    return ", ".join(dict.fromkeys(name for name in names if name and "://" not in name)) or None
