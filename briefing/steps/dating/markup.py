"""The publication date that a page's markup declares: JSON-LD, meta elements, time elements."""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.records import Span

_JSON_LD = re.compile(r"\"datePublished\"\s{0,9}:\s{0,9}(?:\"([^\"]{8,60})\"|(\d{10}(?:\d{3})?)(?![\w.]))")
_SECONDS = re.compile(r"(\d{10})(?:\d{3})?")  # since 1970, or milliseconds
_TAG = re.compile(r"<(meta|time|abbr|span|div|p)\s([^<>]{1,1500})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"([a-z:-]{2,30})\s{0,3}=\s{0,3}(?:\"([^\"]{0,400})\"|'([^']{0,400})'|([^\s\"'>]{1,200}))", re.IGNORECASE
)
# Names of meta elements for the day of publication, best first.
_META = (
    "article:published_time",
    "datepublished",
    "og:published_time",
    "og:article:published_time",
    "article:published",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "dc.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "publication-date",
    "publicationdate",
    "published-date",
    "article_date_original",
    "originalpublicationdate",
    "citation_publication_date",
    "citation_date",
    "rnews:datepublished",
    "article.published",
    "published_time",
    "ptime",
    "displaydate",
    "pdate",
    "date",
    "bt:pubdate",
    "shareaholic:article_published_time",
    "created",
)
_RANK = {name: rank for rank, name in enumerate(_META)}
_TIME_CLASSES = re.compile(
    r"publi|entry-date|post-date|pubdate|byline|article-date|article__date|dateline|created|posted", re.IGNORECASE
)
_NOT_PUBLISHED = re.compile(r"modif|updat", re.IGNORECASE)


class Declared(NamedTuple):
    """A date as the markup writes it, or the ISO time of its number of seconds, and its place in the source."""

    value: str
    span: Span
    in_utc: bool


def declared_dates(decoded: str) -> Iterator[Declared]:
    """The declared dates of publication, best evidence first."""
    for match in _JSON_LD.finditer(decoded):
        group = 1 if match.group(1) else 2
        yield _declared(match.group(group), match.span(group))
    metas: list[tuple[int, Declared]] = []
    times: list[Declared] = []
    for tag in _TAG.finditer(decoded):
        found = {name.lower(): (a or b or c) for name, a, b, c in _ATTRIBUTE.findall(tag.group(2))}
        if tag.group(1).lower() == "meta":
            metas += _from_meta(found, tag)
        else:
            times += _from_element(tag.group(1).lower(), found, tag)
    metas.sort(key=lambda pair: pair[0])
    yield from (declared for _, declared in metas)
    yield from times


def _from_meta(found: dict[str, str], tag: re.Match[str]) -> Iterator[tuple[int, Declared]]:
    value = found.get("content")
    if not value:
        return
    for key in ("property", "name", "itemprop", "pubdate", "http-equiv"):
        for name in found.get(key, "").lower().split():
            if name in _RANK:
                yield _RANK[name], _declared(value, tag.span(2))


def _from_element(name: str, found: dict[str, str], tag: re.Match[str]) -> Iterator[Declared]:
    value = found.get("datetime") or found.get("content") or (found.get("title", "") if name == "abbr" else "")
    about = f"{found.get('class', '')} {found.get('itemprop', '')} {found.get('id', '')}"
    published = (
        "datepublished" in about.lower() or "pubdate" in found or (name == "time" and _TIME_CLASSES.search(about))
    )
    if value and published and not _NOT_PUBLISHED.search(about):
        yield _declared(value, tag.span(2))


def _declared(value: str, span: tuple[int, int]) -> Declared:
    text = html.unescape(value).strip()
    number = _SECONDS.fullmatch(text)
    if number:
        text = dt.datetime.fromtimestamp(int(number[1]), tz=dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Declared(text, Span(*span), text.endswith(("Z", "+00:00", "+0000")))
