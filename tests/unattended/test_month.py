"""A month of daily runs over a growing folder: what was planted is told, nothing else, and twice the same."""

import pytest

from benchmarks.generator import month
from tests.unattended.helpers import issue, run, tree

DAYS = 30


def told(briefing):
    return {(c["party"], c["issue"], c["change"], c["before"], c["after"]) for c in briefing["changes"]}


@pytest.fixture(scope="module")
def history(tmp_path_factory):
    """The month, run day by day with a store: the folder of issues and what each day should and did tell."""
    folder = tmp_path_factory.mktemp("month")
    (folder / "in").mkdir()
    days = []
    for day in month(DAYS):
        for arrival in day.arrivals:
            arrival.write(folder / "in")
        built = run(folder / "in", folder / "out", folder / "state", as_of=day.day.isoformat())
        days.append((day, built, issue(built.folder)))
    return folder, days


def test_every_planted_change_is_told_and_no_other(history):
    _, days = history
    for day, _, briefing in days:
        expected = {c if c[2] != "new" else (*c[:3], None, c[4]) for c in day.changes}
        assert told(briefing) == expected, day.day


def test_each_day_reads_only_what_arrived(history):
    _, days = history
    assert [built.read for _, built, _ in days] == [len(day.arrivals) for day, _, _ in days]


def test_a_changed_label_is_quoted_with_days_and_sources(history):
    _, days = history
    rows = [c for _, _, briefing in days for c in briefing["changes"] if c["change"] == "changed"]
    assert len(rows) == DAYS - 1
    for row in rows:
        (before, *_), (after, *_) = row["statements_before"], row["statements_after"]
        assert before["day"] < after["day"]
        assert before["text"] != after["text"]
        assert before["sources"]
        assert after["sources"]


def test_rebuilt_from_nothing_all_issues_are_the_same(history, tmp_path):
    folder, _ = history
    (tmp_path / "in").mkdir()
    for day in month(DAYS):
        for arrival in day.arrivals:
            arrival.write(tmp_path / "in")
        run(tmp_path / "in", tmp_path / "out", as_of=day.day.isoformat())
    assert tree(tmp_path / "out") == tree(folder / "out")
