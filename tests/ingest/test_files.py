"""Files and folders: bad ones become problems, good ones are read in any encoding and a stable order."""

import io
import os
import time

import pytest

from briefing.errors import UsageError
from briefing.ingest import IngestOptions, read_sources
from briefing.languages import load
from briefing.steps.clean import clean

SENTENCE = "The minister said on Monday that the café would stay open for the whole of the week."


def codes(read):
    return [problem.code for problem in read.problems]


def test_a_missing_path_is_the_user_s_mistake(tmp_path):
    with pytest.raises(UsageError, match="no such file"):
        read_sources([str(tmp_path / "none.txt")])


def test_a_glob_without_a_match_is_the_user_s_mistake(tmp_path):
    with pytest.raises(UsageError, match="no file matches"):
        read_sources([str(tmp_path / "*.txt")])


def test_an_empty_folder_gives_nothing(tmp_path):
    assert read_sources([str(tmp_path)]).documents == ()


@pytest.mark.parametrize(
    ("name", "body", "code"),
    [
        ("empty.txt", b"", "source.empty"),
        ("blank.txt", b" \n\n", "source.empty"),
        ("empty.html", b"", "source.empty"),
        ("empty.jsonl", b"", "source.empty"),
        ("image.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "source.binary"),
        ("noise.txt", bytes(range(256)) * 8, "source.binary"),
        ("report.pdf", b"%PDF-1.7 and so on", "source.binary"),
    ],
)
def test_a_bad_file_is_a_problem(tmp_path, name, body, code):
    (tmp_path / name).write_bytes(body)
    read = read_sources([str(tmp_path)])
    assert codes(read) == [code]
    assert read.documents == ()


def test_a_single_nul_is_a_slip_and_a_program_s_file_is_no_text(tmp_path):
    (tmp_path / "a.txt").write_bytes((SENTENCE * 3).encode() + b"\0 " + SENTENCE.encode())
    (tmp_path / "b.db").write_bytes(b"SQLite format 3\0" + b"\x10\0\x02\0\0\0" * 400)
    read = read_sources([str(tmp_path)])
    assert [document.source for document in read.documents] == ["a.txt"]
    assert [(problem.where, problem.code) for problem in read.problems] == [("b.db", "source.binary")]


def test_pipes_and_dangling_links_in_a_folder_are_listed(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link.txt").symlink_to(tmp_path / "nowhere.txt")
    assert [problem.where for problem in read_sources([str(tmp_path)]).problems] == ["link.txt", "pipe"]


def test_what_the_run_itself_owns_is_no_source(tmp_path):
    for name in ("a.txt", "out/2024-05-01/briefing.md", "p.toml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(SENTENCE)
    own = (tmp_path / "out", tmp_path / "p.toml")
    read = read_sources([str(tmp_path)], IngestOptions(skip=own))
    assert [document.source for document in read.documents] == ["a.txt"]


def test_one_bad_file_does_not_stop_the_others(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text(SENTENCE)
    read = read_sources([str(tmp_path)])
    assert [document.source for document in read.documents] == ["b.txt"]
    assert [problem.where for problem in read.problems] == ["a.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_a_problem(tmp_path):
    (tmp_path / "a.txt").write_text(SENTENCE)
    (tmp_path / "a.txt").chmod(0)
    assert codes(read_sources([str(tmp_path)])) == ["source.unreadable"]


def test_a_pipe_is_not_read(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    read = read_sources([str(tmp_path / "pipe.txt")])
    assert codes(read) == ["source.unreadable"]


def test_a_file_over_the_limit_is_a_problem(tmp_path):
    (tmp_path / "long.txt").write_bytes(b"a" * 5000)
    assert codes(read_sources([str(tmp_path)], IngestOptions(max_bytes=4999))) == ["source.too_large"]


def test_a_long_single_line_is_read_in_bounded_time(tmp_path):
    (tmp_path / "long.txt").write_bytes(b"the boats sail and " * 500_000)
    start = time.perf_counter()
    for document in read_sources([str(tmp_path)]).documents:
        clean(document, lexicon=load("en"))
    assert time.perf_counter() - start < 10


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_encodings(tmp_path, encoding):
    (tmp_path / "a.txt").write_bytes(SENTENCE.encode(encoding))
    (document,) = read_sources([str(tmp_path)]).documents
    assert clean(document, lexicon=load("en")).article.text == SENTENCE


def test_folders_are_read_in_a_stable_order_by_relative_names(tmp_path):
    for name in ("b.txt", "a/z.txt", "a/b/c.txt", ".hidden.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"{SENTENCE} {name}")
    read = read_sources([str(tmp_path)])
    assert [document.source for document in read.documents] == ["a/b/c.txt", "a/z.txt", "b.txt"]


def test_two_files_of_one_name_are_told_apart_by_their_folders(tmp_path):
    for name in ("one/a.txt", "two/a.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(f"{SENTENCE} {name}")
    read = read_sources([str(tmp_path / "one" / "a.txt"), str(tmp_path / "two" / "a.txt")])
    assert [document.source for document in read.documents] == ["one/a.txt", "two/a.txt"]


def test_the_same_bytes_are_one_document_at_two_places(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(SENTENCE)
    (tmp_path / "c.txt").write_text(SENTENCE[::-1])
    read = read_sources([str(tmp_path)])
    assert [(document.source, document.also_at) for document in read.documents] == [
        ("a.txt", ("b.txt",)),
        ("c.txt", ()),
    ]


def test_a_link_out_of_the_folder_is_refused_and_a_loop_is_not_walked(tmp_path):
    (tmp_path / "secret.txt").write_text(SENTENCE)
    folder = tmp_path / "given"
    folder.mkdir()
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "loop").symlink_to(folder)
    (folder / "up").symlink_to(tmp_path)
    read = read_sources([str(folder)])
    assert read.documents == ()
    assert [(problem.code, problem.where) for problem in read.problems] == [
        ("source.outside", "out.txt"),
        ("source.outside", "up"),
    ]


def test_standard_input(tmp_path):
    read = read_sources(["-"], stdin=io.BytesIO(SENTENCE.encode()))
    assert [(document.source, document.media_type) for document in read.documents] == [("stdin", "text/plain")]


def test_rows_are_taken_as_they_are(tmp_path):
    (tmp_path / "rows.jsonl").write_text('{"id": "7", "text": "  Short.\\n", "title": "T"}\nnot json\n{"x": 1}\n[1]\n')
    read = read_sources([str(tmp_path / "rows.jsonl")])
    assert [problem.where for problem in read.problems] == ["rows.jsonl:2", "rows.jsonl:3", "rows.jsonl:4"]
    cleaned = clean(read.documents[0], lexicon=load("en"))
    assert (cleaned.article.id, cleaned.article.title, cleaned.article.text) == ("7", "T", "  Short.\n")
    assert list(cleaned.article.offsets) == [(0, 0, 9)]


def test_a_row_of_documents_is_one_story(tmp_path):
    (tmp_path / "s.jsonl").write_text(
        '{"id": "s", "documents": [{"text": "One.", "date": "2024-04-09"}, {"text": "Two."}]}'
    )
    first, second = read_sources([str(tmp_path)]).documents
    assert (first.story, second.story) == ("s", "s")
    assert (first.metadata.id, first.metadata.published, second.metadata.id) == ("s/1", "2024-04-09", "s/2")


def test_a_row_over_the_limit_is_left_out_and_the_next_is_read(tmp_path):
    (tmp_path / "r.jsonl").write_text('{"text": "' + "x" * 500 + '"}\n{"text": "Short."}\n')
    read = read_sources([str(tmp_path)], IngestOptions(max_bytes=300))
    assert codes(read) == ["source.too_large"]
    assert [document.body for document in read.documents] == [b"Short."]


def test_deeply_nested_json_is_a_problem(tmp_path):
    (tmp_path / "r.jsonl").write_text("[" * 100_000 + "\n")
    assert codes(read_sources([str(tmp_path)])) == ["source.bad_row"]


def test_a_sources_file_names_sources_once(tmp_path):
    (tmp_path / "a.txt").write_text(SENTENCE)
    (tmp_path / "s.toml").write_text('[[source]]\npath = "a.txt"\npublisher = "Harbour Gazette"\nreliability = "B"\n')
    (document,) = read_sources([str(tmp_path / "s.toml")]).documents
    assert (document.source, document.metadata.publisher, document.metadata.reliability) == (
        "a.txt",
        "Harbour Gazette",
        "B",
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x = 1", "no \\[\\[source\\]\\]"),
        ("[[source]]\n", "either a `url` or a `path`"),
        ('[[source]]\npath = "a"\nspeed = "x"\n', "unknown field 'speed'"),
        ("[[source]]\npath = 1\n", "words in quotation marks"),
        ("[[source\n", "not TOML"),
    ],
)
def test_a_broken_sources_file_is_the_user_s_mistake(tmp_path, text, message):
    (tmp_path / "s.toml").write_text(text)
    with pytest.raises(UsageError, match=message):
        read_sources([str(tmp_path / "s.toml")])
