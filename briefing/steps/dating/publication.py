"""The day an article was published, with the evidence for it, or a date that the page shows and nobody should trust."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefing.languages import Lexicon
from briefing.records import Article, Cleaned, DateEvidence, RawDocument
from briefing.steps.dating.guess import guess
from briefing.steps.dating.markup import Declared, declared_dates
from briefing.steps.dating.page_text import Candidate, best, candidates, evidence, is_visit, shown
from briefing.steps.dating.written import find_days, make_day

_HOUR = re.compile(r"[T ](\d\d):?\d\d")
_STILL_YESTERDAY, _TOMORROW_ALREADY = 11, 14  # hours of UTC: Hawaii is ten behind, eastern Australia ten ahead
_ISO = re.compile(r"\s*((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?:[T ]|\b)")
_IN_URL = re.compile(
    r"[/-]((?:19|20)\d\d)[/-]?(\d\d|\d(?=[/-]))[/-]?(\d\d|\d(?=[/-]))(?!\d)|/((?:19|20)\d\d)/([a-z]{3})/(\d\d?)/"
)


class Dated(NamedTuple):
    """A day and why it is believed."""

    iso: str
    evidence: DateEvidence


def date_article(cleaned: Cleaned, raw: RawDocument, *, lexicon: Lexicon, latest: str | None = None) -> Article:
    """The article with `published` and its evidence, or with the date that its page shows and that is not trusted.

    What came with the document goes first, then what the page's markup declares, labels and places on the page, and
    the address. A day after `latest` (ISO) is never believed.
    """
    day_first = _writes_day_first(cleaned, raw, lexicon)
    listed = not cleaned.article.text  # a list of articles shows the days of others
    found = [] if raw.extracted or listed else candidates(cleaned.decoded, cleaned.labels, lexicon, day_first=day_first)
    found = [candidate for candidate in found if latest is None or candidate.day.iso <= latest]
    for dated in _believed(cleaned, raw, found, lexicon):
        if latest is None or dated.iso <= latest:
            return dataclasses.replace(cleaned.article, published=dated.iso, dated_by=dated.evidence)
    lone = shown(found)
    if lone is None:
        return cleaned.article
    return dataclasses.replace(cleaned.article, page_shows=evidence(lone, cleaned.decoded), page_date=lone.day.iso)


def _believed(cleaned: Cleaned, raw: RawDocument, found: list[Candidate], lexicon: Lexicon) -> Iterator[Dated]:
    """The days to believe, best evidence first."""
    given = parse_stamp(raw.metadata.published, lexicon)
    if given:
        yield Dated(given, DateEvidence(raw.metadata.published_by, raw.metadata.published))
    on_page = best(found)
    if raw.media_type == "text/html":
        for declared in declared_dates(cleaned.decoded):
            yield from _as_shown(declared, found, lexicon)
    if on_page:
        yield Dated(on_page.day.iso, evidence(on_page, cleaned.decoded))
    address = cleaned.article.url or raw.source
    in_url = day_in_url(address, lexicon) if "/" in address else None
    if in_url:
        yield Dated(in_url, DateEvidence("url", address))
    known = {problem.code for problem in cleaned.problems}
    if raw.media_type == "text/html" and known.isdisjoint({"source.odd_page", "source.no_article"}):
        guessed = guess(cleaned.decoded)
        if guessed and guessed not in {candidate.day.iso for candidate in found if is_visit(candidate)}:
            yield Dated(guessed, DateEvidence("metadata", "as htmldate reads the page's markup"))


def _as_shown(declared: Declared, found: list[Candidate], lexicon: Lexicon) -> Iterator[Dated]:
    """A declared day; where it is a stamp in UTC and the page prints the day that this was elsewhere, that day.

    Early in the UTC day it is still the day before in the Americas, late in it the day after in the east.
    """
    iso = parse_stamp(declared.value, lexicon)
    if iso is None:
        return
    hour = _HOUR.search(declared.value)
    if declared.in_utc and hour:
        away = -1 if int(hour[1]) < _STILL_YESTERDAY else 1 if int(hour[1]) >= _TOMORROW_ALREADY else 0
        other = (dt.date.fromisoformat(iso) + dt.timedelta(days=away)).isoformat()
        printed = {candidate.day.iso for candidate in found if candidate.points > 0}
        iso = other if other in printed and iso not in printed else iso
    yield Dated(iso, DateEvidence("metadata", declared.value, declared.span))


def parse_stamp(value: str | None, lexicon: Lexicon) -> str | None:
    """The ISO day of a date as metadata writes it (ISO 8601, RFC 822, words). None when it names no day that exists."""
    if not value:
        return None
    iso = _ISO.match(value)
    if iso:
        day = make_day(int(iso[1]), int(iso[2]), int(iso[3]))
        return day.isoformat() if day else None
    written = next(find_days(value[:200], lexicon), None)
    return written.iso if written else None


def day_in_url(url: str, lexicon: Lexicon) -> str | None:
    """The day in the path of an address: /2024/04/09/, /2024-04-09-title, /2024/apr/09/. None when there is none."""
    path = re.sub(r"^[a-z]+://[^/]*|[?#].*$", "", url.lower())
    for match in _IN_URL.finditer(path[:500]):
        if match[4]:
            months = {
                word: e.extra["number"]
                for e in lexicon["dates"].entries
                if e.extra["kind"] == "month"
                for word in e.words
            }
            day = make_day(int(match[4]), months.get(match[5], 0), int(match[6]))
        else:
            day = make_day(int(match[1]), int(match[2]), int(match[3]))
        if day:
            return day.isoformat()
    return None


def _writes_day_first(cleaned: Cleaned, raw: RawDocument, lexicon: Lexicon) -> bool | None:
    """How the publisher writes 04/05/2024, by its other dates or the country in its address. None when unknown."""
    if not _SLASHES.search(cleaned.decoded):
        return None  # nothing to decide
    orders = set(_numeric_orders(cleaned.decoded))
    if len(orders) == 1:
        return orders.pop()
    url = cleaned.article.url or raw.metadata.url or (raw.source if "://" in raw.source else "")
    host = url.partition("://")[2].partition("/")[0].partition(":")[0]
    return True if host.rpartition(".")[2] in lexicon["dates"].settings["day_first_domains"] else None


_SLASHES = re.compile(r"/\d\d?/\d\d")
_NUMERIC = re.compile(r"(?<![\d/])(\d\d?)/(\d\d?)/(?:(?:19|20)\d\d|\d\d)(?![\d/])")


def _numeric_orders(text: str) -> Iterable[bool]:
    for match in _NUMERIC.finditer(text):
        a, b = int(match[1]), int(match[2])
        if a > 12 >= b > 0:
            yield True
        elif b > 12 >= a > 0:
            yield False
