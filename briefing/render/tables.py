"""The briefing as tables: an SQLite database, and a Parquet file with the rows of the CSV."""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing

from briefing.errors import BriefingError
from briefing.merged import Briefing
from briefing.render.data import COLUMNS, Row, names_of, rows

_NUMBERS = frozenset({"anonymous", "line", "start", "end", "strands", "object_start", "object_end"})
_TABLES = """
CREATE TABLE briefing (topic TEXT NOT NULL, title TEXT NOT NULL, as_of TEXT, since TEXT, previous TEXT,
  corpus_sha256 TEXT NOT NULL, version TEXT NOT NULL);
CREATE TABLE source (id TEXT PRIMARY KEY, article TEXT NOT NULL, name TEXT NOT NULL, title TEXT, publisher TEXT,
  author TEXT, url TEXT, language TEXT NOT NULL, published TEXT, dated_by TEXT NOT NULL, date_text TEXT,
  reliability TEXT, country TEXT, owner TEXT, lean TEXT, license TEXT,
  sha256 TEXT NOT NULL, words INTEGER NOT NULL, words_quoted INTEGER NOT NULL, strand TEXT NOT NULL);
CREATE TABLE statement (id TEXT PRIMARY KEY, party TEXT, also_parties TEXT, speaker TEXT, role TEXT,
  anonymous INTEGER NOT NULL, mode TEXT NOT NULL, stance TEXT NOT NULL, text TEXT NOT NULL,
  date_said TEXT, date_by TEXT, date_evidence TEXT, strands INTEGER NOT NULL, change TEXT NOT NULL, rule TEXT NOT NULL);
CREATE TABLE stance (statement TEXT NOT NULL REFERENCES statement, issue TEXT, stance TEXT NOT NULL, words TEXT,
  rule TEXT NOT NULL);
CREATE TABLE stand (statement TEXT NOT NULL REFERENCES statement, stance TEXT NOT NULL, words TEXT NOT NULL,
  object TEXT, start INTEGER, "end" INTEGER, issues TEXT, rule TEXT NOT NULL);
CREATE TABLE citation (statement TEXT NOT NULL REFERENCES statement, source TEXT NOT NULL REFERENCES source,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, line INTEGER NOT NULL, text TEXT NOT NULL);
CREATE INDEX statement_party ON statement (party, date_said);
CREATE INDEX stand_statement ON stand (statement);
CREATE INDEX citation_statement ON citation (statement);
CREATE VIRTUAL TABLE words USING fts5 (id UNINDEXED, party, speaker, text);
"""


class MissingExtraError(BriefingError):
    """A format that needs a package of an extra which is not installed."""


def to_sqlite(briefing: Briefing) -> bytes:
    """The briefing as an SQLite database, ready to be written to a file."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(_TABLES)
        for table, values in _rows(briefing):
            marks = ", ".join("?" * len(values))
            database.execute(f"INSERT INTO {table} VALUES ({marks})", values)  # noqa: S608 - names of this module
        database.commit()
        return database.serialize()


def _rows(briefing: Briefing) -> Iterator[tuple[str, tuple[str | int | None, ...]]]:
    b = briefing
    yield "briefing", (b.topic.id, b.topic.title, b.as_of, b.since, b.previous, b.corpus_sha256, b.version)
    for s in b.sources:
        named = (s.id, s.article, s.source, s.title, s.publisher, s.author, s.url, s.language)
        dated = (s.published, s.dated_by.rule, s.dated_by.text, s.reliability)
        desk = (s.assigned.country, s.assigned.owner, s.assigned.lean, s.assigned.license)
        yield "source", (*named, *dated, *desk, s.sha256, s.words, s.words_quoted, s.strand)
    for x in b.statements:
        who = (x.id, x.party, "; ".join(x.also_parties) or None, x.speaker.name, x.speaker.role)
        said = (int(x.speaker.anonymous), x.mode, x.stance, x.lead.text)
        days = (x.date_said.iso, x.date_said.by, x.date_said.evidence)
        yield "statement", (*who, *said, *days, x.strands, x.change, x.rule)
        yield "words", (x.id, "; ".join(x.parties) or None, x.speaker.name, x.lead.text)
        for i in x.issues:
            yield "stance", (x.id, i.issue, i.stance, "; ".join(i.stance_words) or None, i.rule)
        for t in x.stands:
            at = t.object_span
            place = (at.start if at else None, at.end if at else None)
            yield "stand", (x.id, t.stance, t.words, t.object, *place, "; ".join(t.issues) or None, t.rule)
        for c in x.citations:
            yield "citation", (x.id, c.source, c.span.start, c.span.end, c.line, c.text)


def to_parquet(briefing: Briefing) -> bytes:
    """The rows of the CSV as a Parquet file, text exact. Raises MissingExtraError without pyarrow."""
    return parquet_of(COLUMNS, list(rows(briefing.statements, names_of(briefing))))


def parquet_of(columns: Sequence[str], found: Sequence[Row]) -> bytes:
    """These columns of the rows as a Parquet file. Raises MissingExtraError without pyarrow."""
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtraError("Parquet needs pyarrow: pip install 'briefing[parquet]'") from error
    schema = pa.schema([(c, pa.int64() if c in _NUMBERS else pa.string()) for c in columns])
    table = pa.table({c: [row[c] for row in found] for c in columns}, schema=schema)
    out = io.BytesIO()
    parquet.write_table(table, out)
    return out.getvalue()
