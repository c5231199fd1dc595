"""A morning that shares the files of untouched days has the bytes of one that makes all anew."""

import json
import random
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.generator import FIRST_DAY, PROFILE, SPEAKERS, TERMS, Planted, article, detail
from briefing import archive, build
from briefing.plan import Look
from briefing.read_back import read_briefing
from briefing.render import by_day
from briefing.store import Store
from briefing.verify import Verdict, verify_all
from tests.unattended.helpers import run, tree

LARGE = ("briefing.render", "briefing.archive", "briefing.build.shared")
FORMATS = ("md", "json", "csv")


@pytest.fixture(autouse=True)
def _large(monkeypatch):
    """A briefing of more than two statements is a large one."""
    for module in LARGE:
        monkeypatch.setattr(f"{module}.MOST", 2)


def planted(seed):
    """A statement of one of few voices in words of its own: two of one seed are copies."""
    dice = random.Random(seed)
    said = dice.choice(["accept", "reject"])
    return Planted(dice.choice(list(SPEAKERS)), dice.choice(list(TERMS)), said, detail(dice))


def written(number, day, seeds, words):
    """An article of a day of the topic with a statement for each seed; those of the same other words are one strand."""
    said = tuple(planted(seed) for seed in seeds)
    return article(f"{number}.json", FIRST_DAY + timedelta(days=day), said, random.Random(words), sentences=6)


def morning(day):
    return (FIRST_DAY + timedelta(days=day)).isoformat()


# What happens before a morning: an article is put in place, perhaps over another, or is taken away. Some have no day.
PUT = st.tuples(
    st.integers(0, 5),
    st.integers(0, 3) | st.none(),
    st.lists(st.integers(0, 7), min_size=1, max_size=3, unique=True),
    st.integers(0, 3),
)
STEPS = st.lists(st.one_of(PUT, st.integers(0, 5)), min_size=1, max_size=3)
FIRST = [(0, 0, [0, 1], 0), (1, 1, [2, 3], 1), (2, 2, [4], 2)]


def happens(step, folder):
    if isinstance(step, tuple):
        number, day, seeds, words = step
        path = written(number, day or 0, seeds, words).write(folder)
        if day is None:
            path.write_text(json.dumps(json.loads(path.read_bytes()) | {"published": None}))
    else:
        (folder / f"{step}.json").unlink(missing_ok=True)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(mornings=st.lists(STEPS, min_size=1, max_size=3), edited=st.booleans())
def test_whatever_comes_and_goes_the_bytes_are_those_of_runs_that_remember_nothing(tmp_path_factory, mornings, edited):
    place = tmp_path_factory.mktemp("mornings")
    (place / "in").mkdir()
    for step in FIRST:
        happens(step, place / "in")
    for number, steps in enumerate([[], *mornings]):
        for step in steps:
            happens(step, place / "in")
        written(9, 0, [number] if edited else [0], 9).write(place / "in")  # an edited one, or one that stays
        for out, state in (("warm", place / "state"), ("cold", None)):
            run(place / "in", place / out, state, formats=FORMATS, as_of=morning(4 + number))
        assert tree(place / "warm") == tree(place / "cold")


@pytest.fixture
def place(tmp_path):
    """An issue of the articles of three days."""
    (tmp_path / "in").mkdir()
    (tmp_path / "lake.toml").write_text(PROFILE, encoding="utf-8")
    for step in FIRST:
        happens(step, tmp_path / "in")
    run(tmp_path / "in", tmp_path / "out", tmp_path / "state", formats=FORMATS, as_of=morning(4))
    return tmp_path


@pytest.fixture
def rendered(monkeypatch):
    """The days whose JSON is made, by the days of their articles."""
    days = []

    def noted(part):
        days.append(sorted({source.published for source in part.sources}))
        return made(part)

    made = by_day.part_json
    monkeypatch.setattr(by_day, "part_json", noted)
    return days


def shared(out, before, after):
    """The files by day that two issues share."""
    files = [f.relative_to(out / before) for f in (out / before).rglob("*/*")]
    return {f.as_posix() for f in files if (out / after / f).is_file() and (out / before / f).samefile(out / after / f)}


def test_the_second_issue_makes_the_day_of_its_news_and_shares_the_others(place, rendered):
    written(3, 1, [7], 3).write(place / "in")
    run(place / "in", place / "out", place / "state", formats=FORMATS, as_of=morning(5))
    assert rendered == [[morning(1)]]
    kinds = ("csv", "csv"), ("edition", "json"), ("json", "json"), ("sources", "json")
    days = {f"{kind}/{morning(day)}.{end}" for kind, end in kinds for day in (0, 2)}
    assert shared(place / "out", morning(4), morning(5)) == days


def test_a_copy_of_an_older_article_touches_the_day_of_that_one(place, rendered):
    written(3, 3, [0], 3).write(place / "in")
    run(place / "in", place / "out", place / "state", formats=FORMATS, as_of=morning(5))
    assert sorted(rendered) == [[morning(0)], [morning(3)]]


@pytest.mark.parametrize("what", ["json", "csv", "edition"])
def test_a_file_of_the_issue_before_that_somebody_changed_is_not_shared(place, what):
    path = next((place / "out" / morning(4) / what).iterdir())
    body = path.read_bytes()
    path.unlink()
    path.write_bytes(body.replace(b"e", b"i", 1))
    if what == "edition":  # no issue is compared with a spoilt one: this one is made again
        run(place / "in", place / "out", place / "state", formats=FORMATS, as_of=morning(4))
        assert path.read_bytes() == body
        return
    run(place / "in", place / "out", place / "state", formats=FORMATS, as_of=morning(5))
    assert (place / "out" / morning(5) / what / path.name).read_bytes() == body


def test_an_article_of_one_origin_with_an_older_one_touches_the_day_of_that_one(place, rendered):
    written("1a", 3, [6], 2).write(place / "in")  # by its name it comes before the older one, and names their strand
    run(place / "in", place / "out", place / "state", formats=FORMATS, as_of=morning(5))
    assert sorted(rendered) == [[morning(2)], [morning(3)]]


def test_an_issue_that_shares_days_is_verified_against_its_sources(place):
    written(3, 1, [7], 3).write(place / "in")
    lake = place / "lake.toml"
    run(place / "in", place / "out", place / "state", formats=FORMATS, as_of=morning(5), profile_place=lake)
    folder = place / "out" / morning(5)
    verdicts = verify_all(folder / name for name in archive.read_manifest(folder)["outputs"])
    assert {verdict for _, verdict in verdicts} == {Verdict((), ())}


def test_an_issue_with_a_cap_on_words_shares_no_whole_day(place, rendered):
    run(place / "in", place / "out", place / "state", formats=FORMATS, as_of=morning(5), look=Look(max_share=0.1))
    assert len(rendered) == 3


def test_the_store_keeps_hashes_and_no_files(place):
    with Store(place / "state") as store:
        rows = store._database.execute("SELECT key, sha256 FROM outputs").fetchall()
    assert {(len(key), len(sha256)) for key, sha256 in rows} == {(16, 32)}
    assert len(rows) == 9


@pytest.fixture
def loaded(monkeypatch):
    """The ids of the sources whose passages are looked up."""
    ids = []

    def noted(store, digests, sources):
        ids.extend(sources)
        return found(store, digests, sources)

    found = build.stored_passages
    monkeypatch.setattr(build, "stored_passages", noted)
    return ids


@pytest.mark.parametrize(
    ("formats", "days"),
    [(("json", "csv"), (1,)), (("json", "bib"), (1,)), (("json", "ics"), (0, 1, 2)), (("csv",), ())],
)
def test_passages_are_looked_up_where_they_are_written(place, loaded, formats, days):
    written(3, 1, [7], 3).write(place / "in")
    run(place / "in", place / "out", place / "state", formats=("json", "csv"), as_of=morning(5))
    sources = read_briefing(place / "out" / morning(5) / "briefing.json").sources
    loaded.clear()
    written(4, 1, [6], 4).write(place / "in")
    run(place / "in", place / "out", place / "state", formats=formats, as_of=morning(6))
    assert {s.id for s in sources if s.published in map(morning, days)} <= set(loaded)
    assert not {s.id for s in sources if s.published not in map(morning, days)} & set(loaded)


def test_an_undated_article_has_its_bound_from_words_that_lie_in_the_store(place):
    happens((3, None, [6], 2), place / "in")
    run(place / "in", place / "out", place / "state", formats=("json",), as_of=morning(5))
    (bound,) = [s.inferred for s in read_briefing(place / "out" / morning(5) / "briefing.json").sources if s.inferred]
    assert bound.iso == f"{morning(2)}/{morning(3)}"
    assert bound.shared
