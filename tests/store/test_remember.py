"""The store tells the first and the last issue of each statement, however much of an issue it knew by its days."""

import hashlib

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.merged import Edition, Said
from briefing.records import Span
from briefing.store import Store

# For each day of the sources the statements that articles of it report: by day of an issue.
DAYS = st.dictionaries(st.sampled_from("abc"), st.frozensets(st.integers(0, 5), min_size=1), max_size=3)
ISSUES = st.lists(st.tuples(st.integers(1, 9), DAYS), min_size=1, max_size=5)


def said(number):
    return Said(
        id=f"nor-{number}",
        marks=(f"m{number}", f"n{number}"),
        party=None if number == 0 else "Norland",
        speaker=None,
        issues=(),
        day=None,
        first_seen=None,
        last_seen=None,
        sources=("a.txt",),
        text=f"Words {number}.",
        line=1,
        span=Span(0, 3),
    )


def edition(day, statements):
    return Edition(f"2031-03-0{day}", "lake", "Lake talks", (), (), (), tuple(statements))


def key(day, numbers):
    return hashlib.sha256(f"{day} {sorted(numbers)}".encode()).digest()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(issues=ISSUES, vacuumed=st.integers(0, 5))
def test_what_is_known_by_days_is_exported_as_what_is_noted_one_by_one(tmp_path_factory, issues, vacuumed):
    folder = tmp_path_factory.mktemp("stores")
    with Store(folder / "by-days") as divided, Store(folder / "whole") as whole:
        for number, (day, found) in enumerate(issues):
            numbers = sorted(set().union(*found.values()))
            days = {key(name, own): tuple(map(said, sorted(own))) for name, own in found.items()}
            divided.remember(edition(day, map(said, numbers)), days)
            whole.remember(edition(day, map(said, numbers)))
            if number == vacuumed:
                divided.vacuum("2031-03-09")
        assert list(divided.export()) == list(whole.export())


def test_a_day_that_is_known_is_not_written_again(tmp_path):
    days = {b"one": (said(1),), b"two": (said(2),)}
    with Store(tmp_path) as store:
        store.remember(edition(1, [said(1), said(2)]), days)
        written = []
        store._database.set_trace_callback(lambda line: written.append(line.split(" VALUES ")[0]))
        store.remember(edition(2, [said(1), said(2), said(3)]), {**days, b"three": (said(3),)})
    assert written.count("INSERT INTO statements") == len(said(3).marks)
    assert written.count("INSERT INTO days") == 3


def test_the_use_of_a_row_is_noted_once_a_month(tmp_path):
    with Store(tmp_path) as store:
        store.note_contents({b"key": b"body"}, "2031-01-01")
        for day, noted in (("2031-01-31", "2031-01-01"), ("2031-02-01", "2031-02-01"), ("2031-02-02", "2031-02-01")):
            store.used(day, contents=[b"key"])
            assert store._database.execute("SELECT used FROM contents").fetchone() == (noted,)
