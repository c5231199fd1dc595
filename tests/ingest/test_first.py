"""Bad files become problems; good ones are read in any encoding."""

import pytest

from briefing.errors import UsageError
from briefing.ingest import IngestOptions, read_sources
from briefing.lexicons import load
from briefing.steps.clean import clean

SENTENCE = "The minister said on Monday that the café would stay open for the whole of the week."


def test_a_missing_path_is_the_user_s_mistake(tmp_path):
    with pytest.raises(UsageError, match="no such file"):
        read_sources([str(tmp_path / "none.txt")])


def test_an_empty_folder_gives_nothing(tmp_path):
    assert read_sources([str(tmp_path)]).documents == ()


@pytest.mark.parametrize(
    ("name", "body", "code"),
    [
        ("empty.txt", b"", "source.empty"),
        ("blank.txt", b" \n\n", "source.empty"),
        ("image.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "source.binary"),
        ("noise.txt", bytes(range(256)) * 8, "source.binary"),
    ],
)
def test_a_bad_file_is_a_problem(tmp_path, name, body, code):
    (tmp_path / name).write_bytes(body)
    read = read_sources([str(tmp_path)])
    assert [problem.code for problem in read.problems] == [code]
    assert read.documents == ()


def test_a_file_over_the_limit_is_a_problem(tmp_path):
    (tmp_path / "long.txt").write_bytes(b"a" * 5000)
    read = read_sources([str(tmp_path)], IngestOptions(max_bytes=4999))
    assert [problem.code for problem in read.problems] == ["source.too_large"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
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


def test_rows_are_taken_as_they_are(tmp_path):
    (tmp_path / "rows.jsonl").write_text('{"id": "7", "text": "  Short.\\n", "title": "T"}\nnot json\n{"x": 1}\n')
    read = read_sources([str(tmp_path / "rows.jsonl")])
    assert [problem.where for problem in read.problems] == ["rows.jsonl:2", "rows.jsonl:3"]
    cleaned = clean(read.documents[0], lexicon=load("en"))
    assert (cleaned.article.id, cleaned.article.title, cleaned.article.text) == ("7", "T", "  Short.\n")
