"""Files that nobody has written to are not opened again, and no file that somebody has written to is taken as read."""

import hashlib
import json
import os
import sys
import time
import zipfile
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.generator import PROFILE, articles
from briefing.build import Means, Plan, build
from briefing.build.files import Files, Stamp, stamp_of
from briefing.profile import load
from briefing.store import File, Store
from tests.unattended.helpers import tree

HOUR = 3_600_000_000_000
_lists: list[list[str]] = []  # one where somebody wants to know


def _note(event, arguments):
    if event == "open" and isinstance(arguments[0], str | bytes | os.PathLike):
        for names in _lists:
            names.append(os.fsdecode(arguments[0]))


sys.addaudithook(_note)


@contextmanager
def opened(folder):
    """The files below `folder` that are opened meanwhile, by name; one that is opened twice stands twice."""
    found: list[str] = []
    names: list[str] = []
    _lists.append(names)
    try:
        yield found
    finally:
        _lists.remove(names)
        found += [os.path.relpath(path, folder) for path in names if Path(path).is_relative_to(folder)]


@pytest.fixture
def _an_hour_later(monkeypatch):
    """The files of the test were written long before it ran."""
    monkeypatch.setattr("time.time_ns", lambda now=time.time_ns: now() + HOUR)


@pytest.fixture
def place(tmp_path):
    """A profile, and sources of all kinds: articles, two with the same bytes, rows, a packed one, one that is empty."""
    (tmp_path / "lake.toml").write_text(PROFILE)
    folder = tmp_path / "news"
    folder.mkdir()
    one, two, three, four, *more = articles(8)
    for article in (one, two):
        article.write(folder)
    (folder / "twin.json").write_bytes((folder / two.name).read_bytes())
    (folder / "rows.jsonl").write_bytes(b"\n".join(json.dumps(json.loads(a.body())).encode() for a in (three, four)))
    with zipfile.ZipFile(folder / "packed.zip", "w") as packed:
        for article in more:
            packed.writestr(article.name, article.body())
    (folder / "empty.txt").write_bytes(b"")
    return tmp_path


def run(place, out, state, **means):
    """A build of the news; returns what it says."""
    plan = Plan(load(str(place / "lake.toml")), ("md", "json"))
    return build([str(place / "news")], plan, out=place / out, means=Means(place / state, **means))


@pytest.mark.usefixtures("_an_hour_later")
def test_untouched_files_are_not_opened_and_the_bytes_are_those_of_a_cold_run(place):
    cold = run(place, "cold", "state")
    assert cold.read == 8
    with opened(place / "news") as files:
        warm = run(place, "warm", "state")
    assert files == []
    assert warm.read == 0
    assert warm.unreadable == cold.unreadable != ()
    assert tree(place / "warm") == tree(place / "cold")


@pytest.mark.usefixtures("_an_hour_later")
def test_of_many_files_the_one_that_was_written_to_is_opened(place):
    run(place, "cold", "state")
    changed = place / "news" / "twin.json"  # from now on an article of its own
    changed.write_bytes(changed.read_bytes().replace(b"article_000001", b"article_999999"))
    with opened(place / "news") as files:
        assert run(place, "warm", "state").read == 2  # the other of the twins has no second place any more
    assert set(files) == {"twin.json", "article_000001.json"}
    run(place, "anew", "other")
    assert tree(place / "warm") == tree(place / "anew")


@pytest.mark.usefixtures("_an_hour_later")
def test_who_asks_for_it_has_every_file_opened(place):
    run(place, "cold", "state")
    with opened(place / "news") as files:
        assert run(place, "warm", "state", reread=True).read == 0  # its articles are known by their bytes
    assert set(files) == {path.name for path in (place / "news").iterdir()}
    assert tree(place / "warm") == tree(place / "cold")


@pytest.mark.usefixtures("_an_hour_later")
def test_a_digest_that_was_dropped_is_read_again(place):
    run(place, "cold", "state")
    with Store(place / "state") as store:
        store._database.execute("DELETE FROM readings WHERE rowid % 2")
    assert run(place, "warm", "state").read == 4
    assert tree(place / "warm") == tree(place / "cold")


@pytest.mark.usefixtures("_an_hour_later")
def test_another_profile_makes_other_digests_of_the_same_files(place):
    run(place, "cold", "state")
    (place / "lake.toml").write_text(PROFILE.replace('aliases = ["Holm"]', 'aliases = ["Holm", "the premier"]'))
    assert run(place, "warm", "state").read == 8
    run(place, "anew", "other")
    assert tree(place / "warm") == tree(place / "anew")


@pytest.mark.usefixtures("_an_hour_later")
def test_the_data_of_an_issue_in_place_are_not_opened_and_made_again_when_somebody_wrote_to_them(place):
    folder = run(place, "out", "state").folder
    assert run(place, "out", "state").unchanged
    with opened(folder) as files:
        assert run(place, "out", "state").unchanged
    assert "briefing.json" not in files
    body = (folder / "briefing.json").read_bytes()
    (folder / "briefing.json").write_bytes(body.replace(b"We ", b"Us "))
    assert not run(place, "out", "state").unchanged
    assert (folder / "briefing.json").read_bytes() == body


def test_files_that_were_written_a_moment_ago_are_opened_again(place):
    run(place, "cold", "state")
    with opened(place / "news") as files:
        run(place, "warm", "state")
    assert "packed.zip" in files


def sha(body):
    return hashlib.sha256(body).digest()


def files_of(store, now, **options):
    return Files(store, b"run", today="2031-03-01", clock=lambda: now, **options)


def test_the_hash_of_a_settled_file_is_the_noted_one_unless_all_are_to_be_read(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"words")
    with Store(tmp_path / "state") as store:
        later = time.time_ns() + HOUR
        assert files_of(store, later).sha256([path]) == {path: sha(b"words")}
        ((name, row),) = store.files([os.fsencode(path)]).items()
        store.note_files([File(name, row.stamp, sha(b"others"))], "2031-03-01")
        assert files_of(store, later).sha256([path]) == {path: sha(b"others")}
        assert files_of(store, later, reread=True).sha256([path]) == {path: sha(b"words")}


@pytest.mark.parametrize(
    ("modified", "changed", "noted"),
    [(10, 10, True), (98, 10, False), (10, 98, False), (97, 97, True), (200, 10, False)],
)
def test_a_stamp_within_two_seconds_of_now_tells_nothing(modified, changed, noted):
    second = 1_000_000_000
    assert Stamp(5, modified * second, changed * second, 7).is_settled(100 * second) == noted


def test_what_is_no_file_has_no_stamp(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert [stamp_of(path) for path in (tmp_path, tmp_path / "pipe", tmp_path / "none")] == [None] * 3


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("write"), st.sampled_from("ab"), st.sampled_from([b"one", b"two", b"three"])),
        st.tuples(st.just("set back"), st.sampled_from("ab"), st.sampled_from([1, 2])),
        st.tuples(st.just("move"), st.sampled_from("ab"), st.sampled_from("ab")),
        st.tuples(st.just("remove"), st.sampled_from("ab"), st.none()),
        st.tuples(st.just("next run"), st.none(), st.none()),
    ),
    max_size=12,
)


def write(path, body, stamps):
    """Write to the file in a later tick of the clock than before, as anybody does two seconds later."""
    path.write_bytes(body)
    while stamp_of(path) in stamps:
        path.write_bytes(body)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_whatever_happens_to_files_their_hashes_are_those_of_their_bytes(tmp_path_factory, steps):
    folder = tmp_path_factory.mktemp("files")
    paths = [folder / "a", folder / "b"]
    stamps = set()
    with Store(folder / "state") as store:
        files = files_of(store, time.time_ns() + HOUR)
        for what, name, how in steps:
            path = folder / (name or "")
            if what == "write":
                write(path, how, stamps)
            elif what == "set back" and path.exists():
                os.utime(path, (how, how))
            elif what == "move" and path.exists():
                path.rename(folder / how)
            elif what == "remove":
                path.unlink(missing_ok=True)
            elif what == "next run":
                files = files_of(store, time.time_ns() + HOUR)
            stamps |= {stamp_of(p) for p in paths}
            assert files.sha256(paths) == {p: sha(p.read_bytes()) for p in paths if p.exists()}
