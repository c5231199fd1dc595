"""What a desk knows of its sources, from a sources file."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import UsageError
from briefing.ingest import read_sources
from briefing.records import Assigned, RawDocument

TEXT = "The harbour is open again, the mayor said on Monday. Ships may enter from eight in the morning."


def read(folder: Path, rows: str) -> dict[str, RawDocument]:
    for name in ("gazette/1.txt", "gazette/2.txt", "post/3.txt"):
        path = folder / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{TEXT} {name}")
    (folder / "sources.toml").write_text(rows)
    return {raw.source: raw for raw in read_sources([str(folder / "sources.toml")]).documents}


def test_a_source_has_what_its_row_says(tmp_path: Path):
    found = read(
        tmp_path,
        '[[source]]\npath = "news/post"\nowner = "state"\ncountry = "NO"\nlean = "centre"\nlicense = "CC BY 4.0"\n'
        "published = 2024-05-01\n",
    )
    about = found["3.txt"].metadata
    assert about.assigned == Assigned(country="NO", owner="state", lean="centre", license="CC BY 4.0")
    assert (about.published, about.published_by) == ("2024-05-01", "desk")


def test_a_pattern_speaks_of_the_documents_whose_name_it_matches(tmp_path: Path):
    found = read(
        tmp_path,
        '[[source]]\npath = "news"\nowner = "private"\nlean = "left"\n'
        '[[about]]\nmatch = "gazette/*"\nowner = "state"\npublisher = "The Gazette"\n'
        '[[about]]\nmatch = "*/2.txt"\nowner = "party"\n',
    )
    owners = {name: raw.metadata.assigned.owner for name, raw in found.items()}
    assert owners == {"gazette/1.txt": "state", "gazette/2.txt": "party", "post/3.txt": "private"}
    assert {raw.metadata.assigned.lean for raw in found.values()} == {"left"}
    assert [name for name, raw in found.items() if raw.metadata.publisher] == ["gazette/1.txt", "gazette/2.txt"]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ('[[about]]\nowner = "state"', "about 1: needs a `match`"),
        ('[[about]]\nmatch = "*"\nowned = "state"', "about 1: unknown field 'owned': known are country"),
        ('[[about]]\nmatch = "*"\npublished = "May"', "published 'May' is no day: write it as 2024-04-09"),
        ('[about]\nmatch = "*"', "write [[about]], one for each pattern"),
        ('[[about]]\nmatch = "*"\nowner = 3', "about 1: its fields must be words in quotation marks"),
    ],
)
def test_a_slip_is_one_line(tmp_path: Path, row: str, told: str):
    with pytest.raises(UsageError) as error:
        read(tmp_path, f'[[source]]\npath = "news"\n{row}\n')
    assert told in str(error.value)
    assert len(str(error.value).splitlines()) == 1
