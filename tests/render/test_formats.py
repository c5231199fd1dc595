"""What other programs make of the files: parsers that are not ours read each of them."""

from __future__ import annotations

import email
import email.policy
import io
import json
import re
import zlib
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import feedparser
import html5lib
import jsonschema
import markdown as python_markdown
import pytest
from citeproc.source.json import CiteProcJSON
from markdown_it import MarkdownIt

from briefing.render import FILES, render, schema
from tests.render import hostile
from tests.render.factory import briefing, source

PUBLISHED = Path(__file__).parents[2] / "docs" / "schema" / "briefing.schema.json"
HOSTILE = pytest.mark.parametrize("text", hostile.TEXTS)


def one(name, record=None, **options):
    return render(record or briefing(), [name], **options)[FILES[name]].decode()


class Tags(HTMLParser):
    """Start tags with their attributes, as a browser meets them."""

    def __init__(self, text):
        super().__init__()
        self.tags = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))


def assert_nothing_live(html, scripts):
    tags = Tags(html).tags
    assert sum(t == "script" for t, _ in tags) == scripts
    assert not any(t in {"img", "iframe", "object", "embed", "link", "base"} for t, _ in tags)
    for tag, attributes in tags:
        assert not any(name.startswith("on") for name in attributes), tag
        assert re.fullmatch(r"(text-align: ?\w+;?)?", attributes.get("style") or "")  # engines align table cells so
        assert not re.match(r"\s*(javascript|data|vbscript):", attributes.get("href") or "", re.IGNORECASE)


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
@pytest.mark.parametrize("length", ["full", "brief"])
def test_html_validates(language, length):
    html5lib.HTMLParser(strict=True).parse(one("html", language=language, length=length))


@HOSTILE
def test_nothing_hostile_is_live_in_html(text):
    page = one("html", hostile.briefing(text))
    html5lib.HTMLParser(strict=True).parse(page)
    assert_nothing_live(page, scripts=2)  # our script and the linked data
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069]", page)
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)[1]
    assert json.loads(block)["@type"] == "Report"


@HOSTILE
@pytest.mark.parametrize("engine", ["python-markdown", "markdown-it"])
def test_nothing_hostile_is_live_in_markdown(text, engine):
    body = one("md", hostile.briefing(text)).split("\n---\n", 1)[1]
    commonmark = MarkdownIt("commonmark", {"linkify": False}).enable("table")
    html = (
        python_markdown.markdown(body, extensions=["tables"])
        if engine == "python-markdown"
        else commonmark.render(body)
    )
    assert_nothing_live(html, scripts=0)
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069]", body)


def structure(html):
    """Headings with their text, and how many block quotes, tables, rows and list items there are."""
    headings = [
        unescape(re.sub(r"<[^>]+>", "", h)).strip() for h in re.findall(r"<h\d[^>]*>(.*?)</h\d>", html, re.DOTALL)
    ]
    counts = {
        tag: len(re.findall(f"<{tag}[ >]", html)) for tag in ("blockquote", "table", "tr", "td", "li", "p", "em", "a")
    }
    return headings, counts


@pytest.mark.parametrize("record", [briefing(), *(hostile.briefing(t) for t in hostile.TEXTS)])
def test_markdown_has_one_structure_in_two_engines(record):
    body = one("md", record).split("\n---\n", 1)[1]
    first = structure(python_markdown.markdown(body, extensions=["tables"]))
    assert first == structure(MarkdownIt("commonmark").enable("table").render(body))
    assert first[1]["blockquote"] >= 5


def test_front_matter_is_json_in_yaml():
    head = one("md").split("\n---\n")[0].removeprefix("---\n")
    rows = dict(line.split(": ", 1) for line in head.split("\n"))
    assert json.loads(rows["date"]) == "2024-05-07"
    assert json.loads(rows["source_files"]) == {"1": "page_1.txt", "2": "page_2.txt", "3": "page_3.txt"}


@pytest.mark.parametrize(
    "record", [briefing(), briefing(as_of=None, statements=(), key_points=()), hostile.briefing("x")]
)
def test_json_follows_the_published_schema(record):
    published = json.loads(PUBLISHED.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(published)
    jsonschema.Draft202012Validator(published).validate(json.loads(one("json", record)))


def test_the_published_schema_is_the_records_schema():
    told = "python -m briefing.render.schema > docs/schema/briefing.schema.json"
    assert schema.to_text() == PUBLISHED.read_text(encoding="utf-8"), told


@HOSTILE
def test_atom_is_read_by_feedparser(text):
    feed = feedparser.parse(one("atom", hostile.briefing(text)))
    assert not feed.bozo
    assert feed.entries[0].updated == "2024-05-07T00:00:00Z"
    assert_nothing_live(feed.entries[0].content[0].value, scripts=0)


def test_json_feed_has_what_the_format_asks_for():
    feed = json.loads(one("jsonfeed"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert {"id", "content_html", "date_published"} <= set(feed["items"][0])
    assert feed["items"][0]["content_html"].count("<blockquote>") == 2


def test_csl_is_read_by_citeproc():
    bibliography = CiteProcJSON(json.loads(one("csl")))
    entry = bibliography["src-1"]
    assert (entry.type, str(entry["container_title"]), entry["issued"].year) == (
        "article-newspaper",
        "The Lake Post",
        2024,
    )


@HOSTILE
def test_bibtex_braces_balance(text):
    entries = one("bib", hostile.briefing(text))
    plain = re.sub(r"\\.", "", entries)
    assert plain.count("{") == plain.count("}")
    assert entries.count("@misc{") == 3


def test_ris_records_begin_and_end():
    record = one("ris", briefing(sources=(source(1, title="A\nER  - B"), source(2), source(3))))
    assert record.count("\r\nER  - \r\n") == record.count("TY  - NEWS") == 3


@HOSTILE
def test_mail_has_two_parts_and_no_extra_header(text):
    body = render(hostile.briefing(text + "\r\nBcc: x@example.org"), ["eml"])["briefing.eml"]
    message = email.message_from_bytes(body, policy=email.policy.SMTP)
    assert message["Bcc"] is None
    assert [p.get_content_type() for p in message.iter_parts()] == ["text/plain", "text/html"]
    assert_nothing_live(message.get_body(("html",)).get_content(), scripts=0)


def test_parquet_has_the_rows():
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    table = parquet.read_table(io.BytesIO(render(briefing(), ["parquet"])["briefing.parquet"]))
    assert table.column("id").to_pylist() == ["N-1", "N-2", "S-1", "S-1", "S-2", "X-1"]


def test_parquet_by_day_is_one_table(tmp_path, monkeypatch):
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    whole = parquet.read_table(io.BytesIO(render(briefing(), ["parquet"])["briefing.parquet"]))
    monkeypatch.setattr("briefing.render.MOST", 3)
    for name, body in render(briefing(), ["parquet"]).items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(body)
    divided = parquet.read_table(tmp_path / "parquet")
    news = parquet.read_table(tmp_path / "changes.parquet")
    assert news.to_pylist() == []  # of a first issue
    assert sorted(map(str, divided.to_pylist())) == sorted(map(str, whole.drop(["change"]).to_pylist()))


def test_pdf_is_tagged_and_the_same_twice():
    pytest.importorskip("weasyprint", reason="WeasyPrint is not installed", exc_type=(ImportError, OSError))
    first = render(briefing(), ["pdf"])["briefing.pdf"]
    assert first == render(briefing(), ["pdf"])["briefing.pdf"]
    streams = re.findall(rb"/FlateDecode.*?stream\r?\n(.*?)endstream", first, re.DOTALL)
    assert any(b"/MarkInfo" in zlib.decompressobj().decompress(stream) for stream in streams)
