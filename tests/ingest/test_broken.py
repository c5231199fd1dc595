"""One bad item is a problem, and the rest of the folder is read."""

from briefing.ingest import read_sources

WARC = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 10\r\n\r\nHTTP/1.1 20\r\n\r\n"
FEED = b"""<?xml version="1.0"?><rss><channel><title>x</title><item><title>t &#55296; x</title><link>http://[::1</link>
<description>Jon Holm said no.</description></item></channel></rss>"""
TEXT = "Talks fail\n\nJon Holm said that the union rejects the offer and wants a new vote in the harbour.\n"


def test_what_a_library_chokes_on_is_a_problem_and_the_rest_goes_on(tmp_path):
    (tmp_path / "a.warc").write_bytes(WARC)
    (tmp_path / "b.xml").write_bytes(FEED)
    (tmp_path / "c.mbox").write_bytes(b"\nFrom a@b Mon Jan 1 00:00:00 2024\nFrom: a@b\nSubject: x\n\nHello.\n")
    (tmp_path / "d.json").write_text('{"title": "x \\ud800 y", "text": "Jon Holm said \\udfff no."}', encoding="utf-8")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "z.txt").write_text(TEXT, encoding="utf-8")
    read = read_sources([str(tmp_path)])
    assert "z.txt" in {raw.source for raw in read.documents}
    codes = {problem.where: problem.code for problem in read.problems}
    assert codes["a.warc"] == codes["b.xml"] == "source.broken"
    assert codes["loop"] == "source.outside"
    assert all("\n" not in problem.message for problem in read.problems)


def test_an_endless_address_in_a_header_is_read_as_far_as_anybody_would(tmp_path):
    (tmp_path / "a.eml").write_bytes(b"From: " + b'"a' * 200_000 + b"\nSubject: Ferry\n\nThe ferry is late.\n")
    (document,) = read_sources([str(tmp_path / "a.eml")]).documents
    assert document.metadata.title == "Ferry"


def test_a_mailbox_that_begins_with_an_empty_line(tmp_path):
    message = b"From a@b.c Mon Jan  1 00:00:00 2024\nSubject: %d\n\nThe ferry is late.\n\n"
    (tmp_path / "a.mbox").write_bytes(b"\n" + message % 1 + message % 2)
    documents = read_sources([str(tmp_path / "a.mbox")]).documents
    assert [document.metadata.title for document in documents] == ["1", "2"]
