"""Fetching, against a real server on the loopback interface."""

import gzip
import http.server
import threading
import zlib
from dataclasses import dataclass, field

import pytest

from briefing.ingest import IngestOptions, read_sources
from briefing.ingest.web import Fetcher

PAGE = (
    b"<html><body><p>The minister said on Monday that the ferry would sail for the whole of the week.</p></body></html>"
)


@dataclass
class Site:
    """What the server answers: for each path a list of (status, headers, body), the last one again and again."""

    answers: dict = field(default_factory=dict)
    asked: list = field(default_factory=list)
    url: str = ""


@pytest.fixture
def site():
    state = Site()

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            state.asked.append((self.path, dict(self.headers)))
            answers = state.answers.get(self.path, [(404, {}, b"")])
            status, headers, body = answers.pop(0) if len(answers) > 1 else answers[0]
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    state.url = f"http://127.0.0.1:{server.server_port}"
    yield state
    server.shutdown()
    server.server_close()
    thread.join()


class Naps(list):
    """A sleep that does not sleep, and the clock that goes with it."""

    def __call__(self, seconds):
        self.append(seconds)

    def clock(self):
        return sum(self)


def fetch(url, naps=None, **options):
    options = IngestOptions(**{"allow_private": True, "timeout": 5.0, "delay": 0.0, **options})
    naps = Naps() if naps is None else naps
    return read_sources([url], options, fetcher=Fetcher(options, sleep=naps, clock=naps.clock))


def paths(site):
    return [path for path, _ in site.asked if path != "/robots.txt"]


def test_a_page(site):
    site.answers["/a"] = [(200, {"Content-Type": "text/html"}, PAGE)]
    (document,) = fetch(f"{site.url}/a").documents
    assert (document.source, document.media_type, document.body) == (f"{site.url}/a", "text/html", PAGE)


@pytest.mark.parametrize(
    ("encoding", "pack"), [("gzip", gzip.compress), ("X-GZIP", gzip.compress), ("deflate", zlib.compress)]
)
def test_a_page_that_was_packed_unasked_is_unpacked(site, encoding, pack):
    site.answers["/a"] = [(200, {"Content-Type": "text/html", "Content-Encoding": encoding}, pack(PAGE))]
    assert [document.body for document in fetch(f"{site.url}/a").documents] == [PAGE]


@pytest.mark.parametrize(("spare", "documents"), [(0, 1), (-1, 0)])
def test_a_packed_page_is_no_larger_than_one_that_is_not(site, spare, documents):
    page = b"<p>The harbour is calm.</p>" * 40
    site.answers["/a"] = [(200, {"Content-Encoding": "gzip"}, gzip.compress(page))]
    read = fetch(f"{site.url}/a", max_bytes=len(page) + spare)
    assert len(read.documents) == documents
    assert documents or read.problems[0].message == f"larger than {len(page) - 1} bytes"


def test_broken_packing_is_a_problem(site):
    site.answers["/a"] = [(200, {"Content-Encoding": "gzip"}, b"no such thing")]
    assert "its packing is broken" in fetch(f"{site.url}/a").problems[0].message


def test_private_addresses_are_refused_unless_allowed(site):
    site.answers["/a"] = [(200, {}, PAGE)]
    read = fetch(f"{site.url}/a", allow_private=False)
    assert [problem.message for problem in read.problems] == ["it leads to an address of a private network"]
    assert site.asked == []


def test_robots_are_respected(site):
    site.answers["/robots.txt"] = [(200, {}, b"User-agent: *\nDisallow: /private/")]
    site.answers["/private/a"] = site.answers["/a"] = [(200, {}, PAGE)]
    assert [problem.code for problem in fetch(f"{site.url}/private/a").problems] == ["source.not_fetched"]
    assert paths(site) == []
    assert len(fetch(f"{site.url}/a").documents) == 1


def test_a_site_whose_robots_fail_is_left_alone(site):
    site.answers["/robots.txt"] = [(500, {}, b"")]
    site.answers["/a"] = [(200, {}, PAGE)]
    assert fetch(f"{site.url}/a").documents == ()


def test_redirects_are_followed_and_bounded(site):
    site.answers["/a"] = [(302, {"Location": "/b"}, b"")]
    site.answers["/b"] = [(200, {}, PAGE)]
    site.answers["/loop"] = [(302, {"Location": "/loop"}, b"")]
    assert [document.source for document in fetch(f"{site.url}/a").documents] == [f"{site.url}/b"]
    assert "redirects" in fetch(f"{site.url}/loop").problems[0].message


def test_a_redirect_to_another_scheme_is_refused(site):
    site.answers["/a"] = [(302, {"Location": "file:///etc/passwd"}, b"")]
    read = fetch(f"{site.url}/a")
    assert read.documents == ()
    assert [problem.code for problem in read.problems] == ["source.not_fetched"]


def test_it_tries_again_with_longer_pauses(site):
    naps = Naps()
    site.answers["/a"] = [(503, {}, b""), (503, {"Retry-After": "7"}, b""), (200, {}, PAGE)]
    assert len(fetch(f"{site.url}/a", naps).documents) == 1
    assert naps == [1.0, 7.0]


def test_it_gives_up(site):
    site.answers["/a"] = [(503, {}, b"")]
    assert [problem.message for problem in fetch(f"{site.url}/a").problems] == ["the server answers 503"]
    assert paths(site) == ["/a"] * 3


def test_a_host_is_asked_at_most_once_in_the_delay(site):
    naps = Naps()
    site.answers["/a"] = [(200, {}, PAGE)]
    fetch(f"{site.url}/a", naps, delay=2.0)
    assert naps == [2.0]  # after robots.txt


def test_too_large_a_page_is_refused(site):
    site.answers["/a"] = [(200, {}, b"x" * 5000)]
    assert "larger than 1000 bytes" in fetch(f"{site.url}/a", max_bytes=1000).problems[0].message


def test_an_unchanged_page_comes_from_the_cache(site, tmp_path):
    site.answers["/a"] = [
        (200, {"ETag": '"1"', "Last-Modified": "Tue, 09 Apr 2024 10:00:00 GMT"}, PAGE),
        (304, {}, b""),
    ]
    first = fetch(f"{site.url}/a", cache=tmp_path)
    second = fetch(f"{site.url}/a", cache=tmp_path)
    assert first == second
    conditions = [headers for path, headers in site.asked if path == "/a"][1]
    assert (conditions["If-None-Match"], conditions["If-Modified-Since"]) == ('"1"', "Tue, 09 Apr 2024 10:00:00 GMT")


def test_a_broken_cache_is_no_cache(site, tmp_path):
    site.answers["/a"] = [(200, {"ETag": '"1"'}, PAGE)]
    fetch(f"{site.url}/a", cache=tmp_path)
    for path in tmp_path.glob("*.json"):
        path.write_text("{")
    assert len(fetch(f"{site.url}/a", cache=tmp_path).documents) == 1


def test_a_server_that_is_not_there_is_a_problem():
    assert [problem.code for problem in fetch("http://127.0.0.1:9/").problems] == ["source.not_fetched"]


def test_a_feed_gives_its_entries_or_the_pages_behind_them(site):
    item = f"<item><title>T</title><link>{site.url}/a</link><description>Short words.</description></item>"
    site.answers["/f"] = [(200, {}, f"<rss version='2.0'><channel><title>G</title>{item}</channel></rss>".encode())]
    site.answers["/a"] = [(200, {}, PAGE)]
    assert [document.body for document in fetch(f"{site.url}/f").documents] == [b"Short words."]
    assert [document.body for document in fetch(f"{site.url}/f", follow=True).documents] == [PAGE]
