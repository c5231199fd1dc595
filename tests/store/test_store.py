"""The store keeps what it was given, refuses what it does not know, and never writes over it."""

import sqlite3
from dataclasses import replace

import pytest

from briefing.store import NAME, File, Known, Row, Run, Store, StoreError, UnusableError, layout

ROWS = [Row(bytes([n]) * 16, f"2031-03-0{n}", b"body %d" % n) for n in (1, 2, 3)]
ROWS[2] = replace(ROWS[2], off_topic=True)
RUN = Run("2031-03-01T06:00:00+00:00", "lake", "2031-03-01", 3, 3, 9, "ab")


def test_what_was_added_is_found(tmp_path):
    keys = [row.key for row in ROWS]
    with Store(tmp_path) as store:
        store.add(ROWS, "2031-03-03")
    with Store(tmp_path) as store:
        assert store.known([*keys, b"x" * 16]) == {row.key: Known(row.day, row.off_topic) for row in ROWS}
        assert dict(store.bodies(keys)) == {row.key: row.body for row in ROWS}
        assert store.check() == ()


def test_more_keys_than_one_question_holds(tmp_path):
    rows = [Row(n.to_bytes(16, "big"), None, b"%d" % n) for n in range(1203)]
    with Store(tmp_path) as store:
        store.add(rows, "2031-03-03")
        assert len(dict(store.bodies([row.key for row in rows]))) == 1203


def test_runs_are_only_added(tmp_path):
    with Store(tmp_path) as store:
        store.finish(RUN)
        store.finish(RUN)
        assert [row["id"] for table, row in store.export() if table == "runs"] == [1, 2]
    database = sqlite3.connect(tmp_path / NAME)
    for statement in ("DELETE FROM runs", "UPDATE runs SET topic = 'other'"):
        with pytest.raises(sqlite3.DatabaseError, match="only added"):
            database.execute(statement)
    database.close()


def test_vacuum_drops_what_was_not_used_for_long(tmp_path):
    with Store(tmp_path) as store:
        store.add(ROWS, "2031-01-01")
        store.used("2031-05-01", readings=[ROWS[0].key])
        assert store.vacuum("2031-05-02") == 2
        assert list(store.known([row.key for row in ROWS])) == [ROWS[0].key]


def test_vacuum_drops_files_that_no_run_has_met_for_long(tmp_path):
    with Store(tmp_path) as store:
        store.note_files([File(b"/a", "then", b"1"), File(b"/b", "then", b"2")], "2031-01-01")
        store.note_contents({b"1": b"one", b"2": b"two"}, "2031-01-01")
        store.note_outputs({b"1": b"one", b"2": b"two"}, "2031-01-01")
        store.note_outputs({b"2": b"second"}, "2031-05-01")
        store.used("2031-05-01", files=[b"/a"], contents=[b"2"])
        assert store.vacuum("2031-05-02") == 0
        assert store.files([b"/a", b"/b"]) == {b"/a": File(b"/a", "then", b"1")}
        assert store.contents([b"1", b"2"]) == {b"2": b"two"}
        assert store.outputs([b"1", b"2"]) == {b"2": b"second"}


def test_a_store_of_the_first_version_is_brought_up_to_date(tmp_path):
    database = sqlite3.connect(tmp_path / NAME)
    database.executescript(
        f"{layout.MIGRATIONS[0]} PRAGMA application_id = {layout.APPLICATION}; PRAGMA user_version = 1;"
    )
    database.execute("INSERT INTO readings VALUES (?, NULL, '2031-01-01', ?, ?)", (b"k" * 16, b"s", b"b"))
    database.commit()
    database.close()
    with Store(tmp_path) as store:
        assert store.counts() == {"readings": 1, "statements": 0, "runs": 0}


def broken(path):
    path.write_bytes(b"SQLite format 3\0" + bytes(4000))


def cut_off(path):
    with Store(path.parent) as store:
        store.add([Row(n.to_bytes(16, "big"), None, b"x" * 900) for n in range(100)], "2031-01-01")
    path.write_bytes(path.read_bytes()[:8192])


def not_a_database(path):
    path.write_bytes(b"Dear diary\n" * 500)


def of_others(path):
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE notes (text)")
    database.close()


def newer(path):
    Store(path.parent).__exit__(None, None, None)
    database = sqlite3.connect(path)
    database.execute("PRAGMA user_version = 99")
    database.close()


@pytest.mark.parametrize("spoil", [broken, cut_off, not_a_database, of_others, newer])
def test_a_store_that_cannot_be_used_is_left_as_it_is(tmp_path, spoil):
    path = tmp_path / NAME
    spoil(path)
    before = path.read_bytes()
    with pytest.raises(StoreError, match="nothing was changed") as error, Store(tmp_path) as store:
        list(store.bodies([n.to_bytes(16, "big") for n in range(100)]))
    assert "\n" not in str(error.value)
    assert path.read_bytes() == before


def test_a_reading_with_a_flipped_bit_is_not_believed(tmp_path):
    with Store(tmp_path) as store:
        store.add(ROWS, "2031-03-03")
    database = sqlite3.connect(tmp_path / NAME)
    database.execute("UPDATE readings SET body = x'00' WHERE day = '2031-03-02'")
    database.commit()
    database.close()
    with Store(tmp_path) as store:
        assert store.check() == ("1 readings differ from their checksums",)
        with pytest.raises(StoreError, match="checksum"):
            list(store.bodies([row.key for row in ROWS]))


def test_a_folder_that_cannot_be_made(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(UnusableError, match="--state"):
        Store(tmp_path / "file")
