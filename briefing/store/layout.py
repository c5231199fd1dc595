"""The tables, their versions, and the opening of a store that may be old, newer, damaged, or not ours."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.errors import BriefingError

APPLICATION = 0x62726966  # "brif": tells our file from any other SQLite file
BUSY_SECONDS = 30.0
SYNCHRONOUS = "NORMAL"  # a power cut may cost the last run its work, never the file its order


class StoreError(BriefingError):
    """The store cannot be used. It is left as it is."""


class UnusableError(StoreError):
    """The store cannot be opened or written here and now: no room, no right, no such folder."""


# Each step brings a store from the version of its position to the next. Published steps are never edited.
MIGRATIONS = (
    """
    CREATE TABLE readings (
        key BLOB PRIMARY KEY, day TEXT, used TEXT NOT NULL, sum BLOB NOT NULL, body BLOB NOT NULL
    );
    CREATE TABLE runs (
        id INTEGER PRIMARY KEY AUTOINCREMENT, ended TEXT NOT NULL, topic TEXT NOT NULL, as_of TEXT,
        sources INTEGER NOT NULL, read INTEGER NOT NULL, statements INTEGER NOT NULL, inputs TEXT NOT NULL
    );
    CREATE TRIGGER runs_keep_all BEFORE DELETE ON runs BEGIN SELECT RAISE(ABORT, 'runs are only added'); END;
    CREATE TRIGGER runs_keep_each BEFORE UPDATE ON runs BEGIN SELECT RAISE(ABORT, 'runs are only added'); END;
    """,
    """
    CREATE TABLE statements (
        topic TEXT NOT NULL, party TEXT NOT NULL, mark TEXT NOT NULL, id TEXT NOT NULL, text TEXT NOT NULL,
        first_seen TEXT NOT NULL, last_seen TEXT NOT NULL, PRIMARY KEY (topic, party, mark)
    ) WITHOUT ROWID;
    """,
    """
    ALTER TABLE readings ADD COLUMN off_topic INTEGER NOT NULL DEFAULT 0;
    """,
    """
    CREATE TABLE files (
        path BLOB PRIMARY KEY, stamp TEXT NOT NULL, sha256 BLOB NOT NULL, used TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE contents (
        key BLOB PRIMARY KEY, used TEXT NOT NULL, sum BLOB NOT NULL, body BLOB NOT NULL
    ) WITHOUT ROWID;
    """,
    """
    CREATE TABLE outputs (key BLOB PRIMARY KEY, sha256 BLOB NOT NULL, used TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE days (
        key BLOB PRIMARY KEY, topic TEXT NOT NULL, first_seen TEXT NOT NULL, last_seen TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE said_on (
        day BLOB NOT NULL, party TEXT NOT NULL, mark TEXT NOT NULL, PRIMARY KEY (day, party, mark)
    ) WITHOUT ROWID;
    """,
)


@contextmanager
def guarded(path: Path) -> Iterator[None]:
    """Turns what SQLite says into one line for the user."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise StoreError(
            f"{path}: {error}: make room or mend the rights, or name another folder with --state"
        ) from error
    except sqlite3.DatabaseError as error:
        hint = "move it away and run again: what it holds can be read anew from the sources"
        raise StoreError(f"{path}: damaged ({error}): nothing was changed; {hint}") from error


def connect(path: Path) -> sqlite3.Connection:
    """An open store at the newest version, made when there is none. Raises StoreError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnusableError(f"{path.parent}: {error.strerror}: name another folder with --state") from error
    with guarded(path):
        database = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            database.execute(f"PRAGMA synchronous = {SYNCHRONOUS}")
            _migrate(database, path)
            database.execute("PRAGMA journal_mode = WAL")
        except BaseException:
            database.close()
            raise
    return database


def _migrate(database: sqlite3.Connection, path: Path) -> None:
    version = _pragma(database, "user_version")
    application = _pragma(database, "application_id")
    tables = database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if tables and application != APPLICATION:
        raise StoreError(f"{path}: not a store of briefing: nothing was changed; name another folder with --state")
    if version > len(MIGRATIONS):
        raise StoreError(
            f"{path}: of a newer program (version {version}, this one knows {len(MIGRATIONS)}): nothing was changed; "
            "update briefing or name another folder with --state"
        )
    for number in range(version, len(MIGRATIONS)):
        steps = f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {number + 1};"
        database.executescript(f"BEGIN IMMEDIATE; {MIGRATIONS[number]} {steps} COMMIT;")


def _pragma(database: sqlite3.Connection, name: str) -> int:
    value: int = database.execute(f"PRAGMA {name}").fetchone()[0]
    return value
