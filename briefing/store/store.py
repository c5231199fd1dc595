"""Reading and writing the store. No method changes what a briefing says: it only saves work."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, islice
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Any, NamedTuple

from briefing.merged import Edition, Said
from briefing.store.layout import connect, guarded

NAME = "briefing.sqlite"
_BATCH = 500  # keys in one question; SQLite allows at least 999
_KEYS = {"readings": "key", "files": "path", "contents": "key", "outputs": "key", "days": "key"}
_DROPPED = ("readings", "files", "contents", "outputs")  # tables whose rows are dropped when unused
_KEPT_DAYS = 90  # what no run has used for longer is dropped by `vacuum`
_NOTED_DAYS = 30  # the use of a row is noted no sooner again: to note that of all, every morning, writes all of them

# What the tables tell of each statement: its own row, and the days of large issues that it is of.
_SEEN = """
SELECT topic, party, mark, id, text, min(first_seen) AS first_seen, max(last_seen) AS last_seen FROM (
    SELECT * FROM statements UNION ALL
    SELECT s.topic, s.party, s.mark, s.id, s.text, d.first_seen, d.last_seen FROM days AS d
    JOIN said_on AS o ON o.day = d.key JOIN statements AS s ON (s.topic, s.party, s.mark) = (d.topic, o.party, o.mark)
) GROUP BY topic, party, mark
"""
_SEEN_AGAIN = "first_seen = min(first_seen, excluded.first_seen), last_seen = max(last_seen, excluded.last_seen)"


@dataclass(frozen=True, slots=True)
class Row:
    """A digest as the store keeps it: its key, its article's day, its bytes, and whether it is off the topic."""

    key: bytes
    day: str | None
    body: bytes
    off_topic: bool = False


class Known(NamedTuple):
    """What a run must know of an article before it takes up the digest."""

    day: str | None
    off_topic: bool


class File(NamedTuple):
    """A file as it was when it was hashed: its path, what the system said of it, and the SHA-256 of its bytes."""

    path: bytes
    stamp: str
    sha256: bytes


@dataclass(frozen=True, slots=True)
class Run:
    """A finished run. `ended` is the clock's; it goes into the store and nowhere else."""

    ended: str
    topic: str
    as_of: str | None
    sources: int
    read: int
    statements: int
    inputs: str


class Store(AbstractContextManager["Store"]):
    """An open store in a folder. Raises StoreError from every method."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME
        self._database = connect(self.path)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self._database.close()

    def known(self, keys: Sequence[bytes]) -> dict[bytes, Known]:
        """The keys that the store has, with what is known of the article of each."""
        rows = self._select("key, day, off_topic", "readings", keys)
        return {key: Known(day, bool(off_topic)) for key, day, off_topic in rows}

    def bodies(self, keys: Sequence[bytes]) -> Iterator[tuple[bytes, bytes]]:
        """Key and bytes of each of the keys that the store has, in any order."""
        yield from self._sound("readings", keys)

    def files(self, paths: Sequence[bytes]) -> dict[bytes, File]:
        """Of these paths, the files that the store has, as they were when they were hashed."""
        return {row[0]: File(*row) for row in self._select("path, stamp, sha256", "files", paths)}

    def contents(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """What was noted of the documents in a file, by the key of what it depends on."""
        return dict(self._sound("contents", keys))

    def outputs(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """The SHA-256 of files that issues have, by the keys of what they are made of."""
        return dict(self._select("key, sha256", "outputs", keys))

    def add(self, rows: Iterable[Row], today: str) -> None:
        """Keep the rows; all of them or none."""
        values = [(row.key, row.day, today, _sum(row.body), row.body, row.off_topic) for row in rows]
        self._write("INSERT OR IGNORE INTO readings VALUES (?, ?, ?, ?, ?, ?)", values)

    def note_files(self, files: Iterable[File], today: str) -> None:
        """Note the files as they are now."""
        self._write("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", [(*file, today) for file in files])

    def note_contents(self, bodies: Mapping[bytes, bytes], today: str) -> None:
        """Note what documents files hold, by the keys of what that depends on."""
        values = [(key, today, _sum(body), body) for key, body in bodies.items()]
        self._write("INSERT OR REPLACE INTO contents VALUES (?, ?, ?, ?)", values)

    def note_outputs(self, hashes: Mapping[bytes, bytes], today: str) -> None:
        """Note the SHA-256 of files that an issue has, by the keys of what they are made of."""
        rows = [(key, sha256, today) for key, sha256 in hashes.items()]
        self._write("INSERT OR REPLACE INTO outputs VALUES (?, ?, ?)", rows)

    def used(self, today: str, **rows: Iterable[bytes]) -> None:
        """Note that a run of this day used the rows: the keys of `readings` and `contents`, the paths of `files`."""
        before = (date.fromisoformat(today) - timedelta(days=_NOTED_DAYS)).isoformat()
        for table, keys in rows.items():
            for batch in _batches(keys):
                places = ",".join("?" * len(batch))
                update = f"UPDATE {table} SET used = ? WHERE {_KEYS[table]} IN ({places}) AND used < ?"  # noqa: S608 - our names
                self._write(update, [(today, *batch, before)])

    def remember(self, edition: Edition, days: Mapping[bytes, Sequence[Said]] = MappingProxyType({})) -> None:
        """Note the first and last issue that has each statement, by its content.

        `days` has the statements of a large edition by the keys of their days: of a day whose key is known only the
        day itself is noted.
        """
        day = edition.as_of or ""
        known = {key for (key,) in self._select("key", "days", list(days))}
        fresh = {key: said for key, said in days.items() if key not in known}
        statements = chain.from_iterable(fresh.values()) if days else edition.statements
        self._write(
            f"INSERT INTO statements VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET {_SEEN_AGAIN}",  # noqa: S608
            [
                (edition.topic, said.party or "", mark, said.id, said.text, day, day)
                for said in statements
                for mark in said.marks
            ],
        )
        self._write(
            "INSERT OR IGNORE INTO said_on VALUES (?, ?, ?)",
            [(key, said.party or "", mark) for key, own in fresh.items() for said in own for mark in said.marks],
        )
        self._write(
            f"INSERT INTO days VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET {_SEEN_AGAIN}",  # noqa: S608
            [(key, edition.topic, day, day) for key in days],
        )

    def finish(self, run: Run) -> None:
        """Add a run to the list of runs."""
        values = (run.ended, run.topic, run.as_of, run.sources, run.read, run.statements, run.inputs)
        names = "ended, topic, as_of, sources, read, statements, inputs"
        self._write(f"INSERT INTO runs ({names}) VALUES (?, ?, ?, ?, ?, ?, ?)", [values])  # noqa: S608 - our names

    def check(self) -> tuple[str, ...]:
        """What does not hold in the file, one line each."""
        with guarded(self.path):
            faults = [row[0] for row in self._database.execute("PRAGMA integrity_check") if row[0] != "ok"]
            for table in ("readings", "contents"):
                rows = self._database.execute(f"SELECT sum, body FROM {table}")  # noqa: S608 - our names
                bad = sum(_sum(body) != digest for digest, body in rows)
                faults += [f"{bad} {table} differ from their checksums"] if bad else []
        return tuple(faults)

    def counts(self) -> dict[str, int]:
        """The number of rows of each table."""
        with guarded(self.path):
            return {name: self._count(name) for name in ("readings", "statements", "runs")}

    def vacuum(self, today: str) -> int:
        """Drop what no run has used for 90 days, and give the room back. Returns how many digests were dropped."""
        with guarded(self.path):
            gone = {
                table: self._database.execute(
                    f"DELETE FROM {table} WHERE julianday(?) - julianday(used) > ?",  # noqa: S608 - our names
                    (today, _KEPT_DAYS + _NOTED_DAYS),
                ).rowcount
                for table in _DROPPED
            }
            self._database.execute("BEGIN IMMEDIATE")
            self._database.execute(f"INSERT INTO statements {_SEEN} ON CONFLICT DO UPDATE SET {_SEEN_AGAIN}")
            self._database.execute("DELETE FROM said_on")  # the next run notes its days anew
            self._database.execute("DELETE FROM days")
            self._database.execute("COMMIT")
            self._database.execute("VACUUM")
            self._database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return gone["readings"]

    def export(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Table and row of each statement and run, in a stable order."""
        questions = {"statements": f"{_SEEN} ORDER BY topic, party, mark", "runs": "SELECT * FROM runs ORDER BY id"}
        with guarded(self.path):
            for table, question in questions.items():
                cursor = self._database.execute(question)
                names = [column[0] for column in cursor.description]
                for row in cursor:
                    yield table, dict(zip(names, row, strict=True))

    def _select(self, columns: str, table: str, keys: Sequence[bytes]) -> Iterator[tuple[Any, ...]]:
        with guarded(self.path):
            for batch in _batches(keys):
                places = ",".join("?" * len(batch))
                question = f"SELECT {columns} FROM {table} WHERE {_KEYS[table]} IN ({places})"  # noqa: S608 - our names
                yield from self._database.execute(question, batch)

    def _sound(self, table: str, keys: Sequence[bytes]) -> Iterator[tuple[bytes, bytes]]:
        """Key and bytes of each row whose bytes are those of its checksum. Raises StoreError for another."""
        with guarded(self.path):
            for key, digest, body in self._select("key, sum, body", table, keys):
                if _sum(body) != digest:
                    raise sqlite3.DatabaseError(f"a row of {table} differs from its checksum")
                yield key, body

    def _count(self, table: str) -> int:
        value: int = self._database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - our names
        return value

    def _write(self, statement: str, rows: Sequence[tuple[Any, ...]]) -> None:
        """One transaction: after a crash all of it is there or nothing."""
        if not rows:
            return
        with guarded(self.path):
            self._database.execute("BEGIN IMMEDIATE")
            try:
                self._database.executemany(statement, rows)
                self._database.execute("COMMIT")
            except BaseException:
                if self._database.in_transaction:
                    self._database.execute("ROLLBACK")
                raise


def _batches(keys: Iterable[bytes]) -> Iterator[list[bytes]]:
    left = iter(keys)
    while batch := list(islice(left, _BATCH)):
        yield batch


def _sum(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=8).digest()
