"""Strands: which articles go back to one origin, the same by every engine."""

import random
import sys
from collections import Counter
from hashlib import blake2b
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.generator import articles
from benchmarks.speed.strands import shingles
from briefing.digest.shingles import packed
from briefing.errors import UsageError
from briefing.merge import strands as package
from briefing.merge.strands import strands
from briefing.merge.strands.few import pairs_of_few
from briefing.merge.strands.many import pairs_of_many
from briefing.merge.strands.on_duckdb import pairs_on_duckdb

ENGINES = (pairs_of_few, pairs_of_many, pairs_on_duckdb)


def of(*numbers):
    """The packed shingles that these numbers stand for."""
    return "".join(sorted({blake2b(str(n).encode(), digest_size=5).hexdigest() for n in numbers}))


@pytest.mark.parametrize("pairs", ENGINES)
def test_eight_rare_shingles_are_enough_and_seven_are_not(pairs):
    assert sorted(pairs([of(*range(10)), of(*range(2, 30)), of(*range(3, 9))])) == [(0, 1, 8)]


@pytest.mark.parametrize("pairs", ENGINES)
def test_what_thirteen_articles_have_is_a_phrase_of_the_trade(pairs):
    twelve = [of(*range(8), 100 + n) for n in range(12)]
    assert sorted(pairs(twelve)) == [(a, b, 8) for a, b in combinations(range(12), 2)]
    assert list(pairs([*twelve, of(*range(8))])) == []


@pytest.mark.parametrize("pairs", ENGINES)
@pytest.mark.parametrize("texts", [[], [""], ["", ""], [of(1)]])
def test_of_nothing_there_are_no_pairs(pairs, texts):
    assert list(pairs(texts)) == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sets(st.integers(0, 40), max_size=30), max_size=16))
def test_every_engine_finds_what_all_comparisons_find(texts):
    common = {n for n, count in Counter(n for text in texts for n in text).items() if count > 12}
    wanted = [
        (a, b, len(both))
        for (a, one), (b, other) in combinations(enumerate(texts), 2)
        if len(both := (one & other) - common) >= 8
    ]
    for pairs in ENGINES:
        assert sorted(pairs([of(*text) for text in texts])) == wanted


def test_every_part_of_the_hashes_is_looked_at(monkeypatch):
    monkeypatch.setattr("briefing.merge.strands.keys._BATCH", 7)
    dice = random.Random(3)
    texts = [of(*(dice.randrange(400_000) for _ in range(300))) for _ in range(60)]
    texts += [of(*range(n, n + 500)) for n in range(0, 5000, 250)]
    few = sorted(pairs_of_few(texts))
    assert len(few) == 19
    assert sorted(pairs_of_many(texts)) == few
    assert sorted(pairs_on_duckdb(texts)) == few


def test_what_the_memory_does_not_hold_goes_to_the_disk(monkeypatch):
    texts = shingles("news", 20_000)  # 35 MB of keys
    monkeypatch.setattr("briefing.merge.strands.on_duckdb._MEMORY", "20MB")
    assert sorted(pairs_on_duckdb(texts)) == sorted(pairs_of_many(texts))
    monkeypatch.setattr("briefing.merge.strands.on_duckdb._MEMORY", "4MB")
    with pytest.raises(UsageError, match=r"DuckDB in .*: Out of Memory"):
        pairs_on_duckdb(texts)


def test_a_long_article_and_one_that_shares_a_twentieth_of_the_shorter():
    long, short = of(*range(1000)), of(*range(990, 1190))
    assert strands([long, short], ["a", "b"]) == (1, 1)
    assert strands([long, of(*range(990, 1191))], ["a", "b"]) == (1, 2)


def test_copies_are_one_strand_and_make_nothing_common():
    rewritten = of(*range(20), 99)
    assert strands([of(*range(20))] * 20 + [rewritten], ["copy"] * 20 + ["other"]) == (1,) * 21


def test_packed_are_the_hashes_of_three_words_in_a_row():
    assert packed("dockers want more ^pay") == "".join(
        sorted(blake2b(words, digest_size=5).hexdigest() for words in (b"dockers want more", b"want more pay"))
    )
    assert packed("^Ada ^Holm ^Norland") == packed("two words") == packed("") == ""
    assert packed("a \ud800 b")


@pytest.mark.parametrize("engine", ["memory", "duckdb", "auto"])
def test_engines_agree_on_generated_articles_and_rewrites(engine, monkeypatch):
    monkeypatch.setattr(package, "FEW", 10)
    written = [article.text.lower() for article in articles(300, sentences=4)]
    written += [f"{text} {written[n - 1]}" for n, text in enumerate(written[:20])]
    packs = [packed(text) for text in written]
    names = [str(n) for n in range(len(packs))]
    found = strands(packs, names, engine)
    monkeypatch.setattr(package, "FEW", 1000)
    assert found == strands(packs, names, "memory")
    assert 250 < max(found) < 300


@pytest.mark.parametrize(("count", "asked"), [(9, 0), (10, 1)])
def test_auto_goes_by_the_number_of_articles(count, asked, monkeypatch):
    calls = []
    monkeypatch.setattr(package, "MANY", 10)
    monkeypatch.setattr("briefing.merge.strands.on_duckdb.pairs_on_duckdb", lambda texts: calls.append(texts) or [])
    strands([of(n) for n in range(count)], [str(n) for n in range(count)])
    assert len(calls) == asked


def test_without_duckdb_one_line_tells_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(UsageError, match=r"pip install 'briefing\[duckdb\]'"):
        strands([of(1)], ["a"], "duckdb")
