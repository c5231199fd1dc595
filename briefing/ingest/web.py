"""Fetch pages politely and within bounds: robots.txt, a delay per host, retries, a cache, and no private addresses."""

from __future__ import annotations

import base64
import http.client
import netrc
import time
import urllib.robotparser
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from briefing.addresses import parted
from briefing.ingest.cache import Cache, Kept
from briefing.ingest.connect import RefusedError, Response, request
from briefing.ingest.options import IngestOptions
from briefing.records import Problem

AGENT = "briefing"
_REDIRECTS = 5
_MOVED = frozenset({301, 302, 303, 307, 308})
_LATER = frozenset({429, 500, 502, 503, 504})
_LONGEST_WAIT = 60.0  # seconds


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """A fetched page: its address after redirects, its bytes and what they are."""

    url: str
    body: bytes
    media_type: str


@dataclass
class Fetcher:
    """Fetches for one run: it remembers robots.txt and when each host was last asked. Sleep and clock can be given."""

    options: IngestOptions
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    _robots: dict[str, urllib.robotparser.RobotFileParser | None] = field(default_factory=dict)
    _asked: dict[str, float] = field(default_factory=dict)

    def get(self, url: str) -> FetchedPage | Problem:
        """The page at `url`, from the cache where the server says that it has not changed; or why it cannot be had."""
        url, given = parted(url)
        try:
            return self._follow(url, given or _kept_credentials(url))
        except RefusedError as fault:
            return Problem("source.not_fetched", url, str(fault))
        except (OSError, http.client.HTTPException, ValueError) as fault:
            return Problem("source.not_fetched", url, f"cannot be fetched: {fault}")

    def _follow(self, url: str, credentials: tuple[str, str] | None) -> FetchedPage:
        cache = Cache(self.options.cache) if self.options.cache else None
        address = url
        for _ in range(_REDIRECTS + 1):
            if not self._allowed(address):
                raise RefusedError("robots.txt of the site asks not to fetch it")
            kept = cache.get(address) if cache else None
            own = urlsplit(address).netloc == urlsplit(url).netloc  # no password goes to another host
            headers = {**(kept.conditions() if kept else {}), **(_basic(credentials) if own else {})}
            response = self._patiently(address, headers)
            if response.status == 304 and kept:
                return FetchedPage(address, kept.body, kept.media_type)
            if response.status in _MOVED and response.headers.get("location"):
                address = parted(urljoin(address, response.headers["location"])).url
                continue
            if response.status != 200:
                raise RefusedError(f"the server answers {response.status}")
            if cache:
                cache.put(address, Kept.of(response))
            return FetchedPage(address, response.body, response.media_type)
        raise RefusedError(f"more than {_REDIRECTS} redirects")

    def _patiently(self, url: str, headers: dict[str, str]) -> Response:
        """One request, again after a pause where the server or the network fails for the moment."""
        for attempt in range(self.options.retries + 1):
            last = attempt == self.options.retries
            try:
                self._wait_for_turn(url)
                response = request(url, headers, self.options)
            except (TimeoutError, ConnectionError, http.client.HTTPException):
                if last:
                    raise
                self.sleep(min(_LONGEST_WAIT, 2.0**attempt))
                continue
            if response.status not in _LATER or last:
                return response
            self.sleep(_pause(response.headers.get("retry-after"), attempt))
        raise RefusedError("no answer")  # not reached: the last attempt returns or raises

    def _wait_for_turn(self, url: str) -> None:
        host = urlsplit(url).netloc
        now = self.clock()
        due = self._asked.get(host, now - self.options.delay) + self.options.delay
        if due > now:
            self.sleep(due - now)
        self._asked[host] = max(now, due)

    def _allowed(self, url: str) -> bool:
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            self._robots[site] = self._read_robots(f"{site}/robots.txt")
        rules = self._robots[site]
        return rules is None or rules.can_fetch(AGENT, url)

    def _read_robots(self, url: str) -> urllib.robotparser.RobotFileParser | None:
        """The site's rules; None where it has none. A site that fails to answer refuses all (RFC 9309)."""
        response = self._patiently(url, {})
        if 400 <= response.status < 500:
            return None
        rules = urllib.robotparser.RobotFileParser(url)
        refuse_all = ["User-agent: *", "Disallow: /"]
        if response.status in _MOVED:
            return None
        rules.parse(response.body.decode("utf-8", "replace").splitlines() if response.status == 200 else refuse_all)
        return rules


def _basic(credentials: tuple[str, str] | None) -> dict[str, str]:
    """The header of basic authentication (RFC 7617)."""
    if credentials is None:
        return {}
    coded = base64.b64encode(":".join(credentials).encode()).decode()
    return {"Authorization": f"Basic {coded}"}


def _kept_credentials(url: str) -> tuple[str, str] | None:
    """What the user's netrc file has for the host, if there is one."""
    try:
        found = netrc.netrc().hosts.get(urlsplit(url).hostname or "")
    except (OSError, netrc.NetrcParseError, ValueError):
        return None
    return (found[0], found[2]) if found and found[2] else None


def _pause(retry_after: str | None, attempt: int) -> float:
    """Seconds to wait: what the server asks for, else doubling; never longer than a minute."""
    if retry_after and retry_after.isdigit():
        return min(_LONGEST_WAIT, float(retry_after))
    return min(_LONGEST_WAIT, 2.0**attempt)
