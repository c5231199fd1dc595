"""Archives, feeds, mail and Markdown: read within bounds, by content before name."""

import gzip
import io
import lzma
import tarfile
import zipfile

import pytest

from briefing.ingest import IngestOptions, read_sources
from briefing.languages import load
from briefing.steps.clean import clean
from briefing.steps.dating import date_article

SENTENCE = "The minister said on Monday that the ferry would sail for the whole of the week."
RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Gazette</title>
<item><title>Ferry sails &amp; returns</title><link>https://harbour.example/1</link><guid>g1</guid>
<pubDate>{date}</pubDate><description>&lt;p&gt;{text}&lt;/p&gt;</description></item></channel></rss>"""


def read_bytes(tmp_path, name, body, **options):
    (tmp_path / name).write_bytes(body)
    return read_sources([str(tmp_path / name)], IngestOptions(**options))


def zipped(members):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in members.items():
            archive.writestr(name, body)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "pack"), [("a.txt.gz", gzip.compress), ("a.txt.xz", lzma.compress), ("odd.txt", gzip.compress)]
)
def test_packed_files(tmp_path, name, pack):
    read = read_bytes(tmp_path, name, pack(SENTENCE.encode()))
    assert [document.body for document in read.documents] == [SENTENCE.encode()]


@pytest.mark.parametrize("pack", [gzip.compress, lzma.compress])
def test_a_bomb_stops_at_the_limit(tmp_path, pack):
    read = read_bytes(tmp_path, "bomb", pack(b"\0" * 5_000_000), max_archive=1_000_000)
    assert [problem.code for problem in read.problems] == ["source.too_large"]


@pytest.mark.parametrize("pack", [gzip.compress, lzma.compress])
def test_a_broken_archive_is_a_problem(tmp_path, pack):
    packed = pack(SENTENCE.encode() * 100)
    read = read_bytes(tmp_path, "cut", packed[:40])
    assert [problem.code for problem in read.problems] in (["source.broken_archive"], ["source.empty"])


def test_a_zip_is_read_by_name_and_nothing_leaves_it(tmp_path):
    body = zipped({"b.txt": SENTENCE, "../up.txt": SENTENCE, "/root.txt": SENTENCE, "a\\..\\c.txt": SENTENCE})
    read = read_bytes(tmp_path, "z.zip", body)
    assert [document.source for document in read.documents] == ["z.zip/b.txt"]
    assert [problem.code for problem in read.problems] == ["source.outside"] * 3
    assert sorted(path.name for path in tmp_path.iterdir()) == ["z.zip"]


def tarred(members, link=None):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, text in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(text.encode())
            archive.addfile(info, io.BytesIO(text.encode()))
        if link:
            info = tarfile.TarInfo(link)
            info.type, info.linkname = tarfile.SYMTYPE, "/etc/passwd"
            archive.addfile(info)
    return buffer.getvalue()


@pytest.mark.parametrize("name", ["t.tar", "t.tar.gz", "t.tgz"])
def test_a_tar_is_read_by_name_and_nothing_leaves_it(tmp_path, name):
    body = tarred({"b.txt": SENTENCE, "../up.txt": SENTENCE, ".git/c.txt": SENTENCE}, link="l.txt")
    read = read_bytes(tmp_path, name, body if name.endswith("tar") else gzip.compress(body))
    assert [document.source.rpartition("/")[2] for document in read.documents] == ["b.txt"]
    assert [problem.code for problem in read.problems] == ["source.outside", "source.outside"]
    assert sorted(path.name for path in tmp_path.iterdir()) == [name]


def test_a_broken_tar_is_a_problem(tmp_path):
    read = read_bytes(tmp_path, "t.tar", tarred({"b.txt": SENTENCE * 40})[:1000])
    assert [problem.code for problem in read.problems] == ["source.broken_archive"]


def test_a_zip_bomb_stops_at_the_limit(tmp_path):
    read = read_bytes(tmp_path, "z.zip", zipped({"a.txt": b"a" * 3_000_000}), max_bytes=1_000_000)
    assert [problem.code for problem in read.problems] == ["source.too_large"]


def test_archives_within_archives_end(tmp_path):
    body = SENTENCE.encode()
    for _ in range(6):
        body = gzip.compress(body)
    assert [problem.code for problem in read_bytes(tmp_path, "a.gz", body).problems] == ["source.nested"]


def test_a_broken_zip_is_a_problem(tmp_path):
    read = read_bytes(tmp_path, "z.zip", b"PK\x03\x04 and nothing more")
    assert [problem.code for problem in read.problems] == ["source.broken_archive"]


def test_a_web_archive(tmp_path):
    page = (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><p>" + SENTENCE.encode() + b"</p></body></html>"
    )
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:0>\r\nWARC-Date: 2024-04-09T00:00:00Z\r\n"
        "WARC-Target-URI: https://harbour.example/a\r\nContent-Type: application/http\r\n"
        f"Content-Length: {len(page)}\r\n\r\n"
    )
    for name, body in (
        ("a.warc", head.encode() + page + b"\r\n\r\n"),
        ("a.warc.gz", gzip.compress(head.encode() + page + b"\r\n\r\n")),
    ):
        (document,) = read_bytes(tmp_path, name, body).documents
        assert (document.media_type, document.metadata.url) == ("text/html", "https://harbour.example/a")
        assert SENTENCE.encode() in document.body


def test_a_broken_web_archive_is_a_problem(tmp_path):
    read = read_bytes(tmp_path, "a.warc", b"WARC/1.0\r\nnonsense")
    assert read.documents == ()
    assert len(read.problems) <= 1


def published(document):
    return date_article(clean(document, lexicon=load("en")), document, lexicon=load("en"))


def test_a_feed_entry_carries_its_title_address_and_date(tmp_path):
    body = RSS.format(date="Tue, 09 Apr 2024 10:00:00 GMT", text=SENTENCE).encode()
    (document,) = read_bytes(tmp_path, "f.xml", body).documents
    article = published(document)
    assert article.text == SENTENCE
    assert (article.title, article.publisher, article.published) == (
        "Ferry sails & returns",
        "Harbour Gazette",
        "2024-04-09",
    )
    assert article.dated_by.rule == "feed"


def test_a_day_that_does_not_exist_is_no_date(tmp_path):
    (document,) = read_bytes(tmp_path, "f.xml", RSS.format(date="2024-13-45", text=SENTENCE).encode()).documents
    assert published(document).published is None


def test_entities_in_a_feed_are_inert(tmp_path):
    bomb = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 12))
    doctype = f'<!DOCTYPE rss [<!ENTITY l0 "lol"><!ENTITY x SYSTEM "file:///etc/passwd">{bomb}]>'
    body = RSS.format(date="2024-04-09", text=SENTENCE + " &l11; &x;").replace("?>", f"?>{doctype}", 1).encode()
    for document in read_bytes(tmp_path, "f.xml", body).documents:
        assert len(document.body) < 1000
        assert b"root:" not in document.body


def test_a_json_feed(tmp_path):
    entry = '{"id": "1", "content_text": "A < b.", "date_published": "2024-04-09T00:00:00Z"}'
    head = '"version": "https://jsonfeed.org/version/1.1", "title": "G"'
    body = f'{{{head}, "items": [{entry}, {{"id": "2"}}, 3]}}'.encode()
    read = read_bytes(tmp_path, "feed.json", body)
    assert [(d.body, d.metadata.published) for d in read.documents] == [(b"A < b.", "2024-04-09T00:00:00Z")]
    assert [problem.where for problem in read.problems] == ["feed.json#2"]


MAIL = (
    "From: Harbour Gazette <news@harbour.example>\nSubject: The ferry =?utf-8?q?sails?=\n"
    "Date: Tue, 9 Apr 2024 10:00:00 +0200\n"
    f"MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{SENTENCE}\n"
)


def test_a_message(tmp_path):
    (document,) = read_bytes(tmp_path, "m.eml", MAIL.encode()).documents
    known = document.metadata
    assert (known.title, known.publisher, known.published) == ("The ferry sails", "Harbour Gazette", "2024-04-09")
    assert clean(document, lexicon=load("en")).article.text == SENTENCE


def test_a_mailbox(tmp_path):
    box = "".join(f"From news@harbour.example Tue Apr  9 10:00:0{i} 2024\n{MAIL}\n" for i in range(3))
    read = read_bytes(tmp_path, "box.mbox", box.encode())
    assert [document.source for document in read.documents] == ["box.mbox#1", "box.mbox#2", "box.mbox#3"]


def test_markdown_with_front_matter(tmp_path):
    head = "---\ntitle: 'Ferry sails'\ndate: 2024-04-09\nsource: Harbour Gazette\n---\n"
    text = f"{head}\n# Ferry sails\n\n**{SENTENCE}** [Map](x)\n"
    (document,) = read_bytes(tmp_path, "a.md", text.encode()).documents
    article = published(document)
    assert article.text == f"{SENTENCE} Map"
    assert (article.title, article.publisher, article.published) == ("Ferry sails", "Harbour Gazette", "2024-04-09")
    assert all(
        text[r.source : r.source + r.length] == article.text[r.text : r.text + r.length] for r in article.offsets
    )


def test_a_text_with_typed_fields_is_no_message(tmp_path):
    read = read_bytes(tmp_path, "a.txt", f"From: the harbour\nDate: 9 April 2024\n\n{SENTENCE}\n".encode())
    assert [document.media_type for document in read.documents] == ["text/plain"]


@pytest.mark.parametrize(
    ("name", "body", "media_type"),
    [
        ("page.txt", b"<!DOCTYPE html><html><body><p>x</p></body></html>", "text/html"),
        ("page.html", b"no markup at all", "text/html"),
        ("notes.md", b"# Title", "text/markdown"),
        ("notes.txt", b"a < b, and {braces}", "text/plain"),
        ("page", "<html><p>x</p></html>".encode("utf-16"), "text/html"),
    ],
)
def test_content_goes_before_the_name(tmp_path, name, body, media_type):
    assert [document.media_type for document in read_bytes(tmp_path, name, body).documents] == [media_type]
