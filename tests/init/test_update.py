"""`briefing init --update`: what a profile lacks is put in, and no line that a person wrote is touched."""

from __future__ import annotations

import tomllib

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.init import updated_profile
from briefing.languages import load
from briefing.pipeline import read_document
from briefing.profile import EMPTY, parse
from briefing.records import RawDocument

WRITTEN = """\
# Ours. Do not sort.
[topic]
id = "weir"
title = "The weir"     # as the paper calls it

[[party]]
id = "N"
name = "Norland"
aliases = ["Norland"]

[[party.member]]
name = "Ada Berg"

# What it is about
[[issue]]
id = "offer"
title = "The offer"
terms = ["offer"]
"""
TEXTS = (
    "Norland's foreign minister, Karl Lund, said on Monday that the offer was too low. “We will not sign,” Lund said.",
    "Sudland rejected the plan. “We need the river,” said Sudland's prime minister, Eva Moe. Ada Berg did not.",
    "Sudland's prime minister, Eva Moe, said that it was Sudland's river. Norland's minister Karl Lund disagreed.",
)


def updated(written: str, texts: tuple[str, ...] = TEXTS) -> str:
    raws = [RawDocument(f"{i}.txt", "text/plain", text.encode(), extracted=True) for i, text in enumerate(texts)]
    readings = [read_document(raw, profile=EMPTY, lexicon=load("en")) for raw in raws]
    return updated_profile(written, parse(written.encode(), "p"), readings, lexicon=load("en"))


def members(text: str) -> dict[str, list[str]]:
    return {row["id"]: [m["name"] for m in row.get("member", [])] for row in tomllib.loads(text)["party"]}


def kept(before: str, after: str) -> bool:
    """Every line of `before` stands in `after`, in its order."""
    lines = iter(after.splitlines())
    return all(line in lines for line in before.splitlines())


def test_people_stand_below_their_party_and_new_parties_at_the_end():
    after = updated(WRITTEN)
    found = members(after)
    assert found["N"] == ["Ada Berg", "Karl Lund"]
    assert found["Sudland"] == ["Eva Moe"]
    assert kept(WRITTEN, after)
    assert after.index('"Karl Lund"') < after.index("# What it is about") < after.index('"Sudland"')


def test_what_is_there_already_is_not_proposed_again():
    once = updated(WRITTEN)
    assert updated(once) == once


def test_people_of_a_list_are_proposed_in_a_comment():
    listed = WRITTEN.replace('[[party.member]]\nname = "Ada Berg"\n', 'member = [{ name = "Ada Berg" }]\n')
    after = updated(listed)
    assert members(after)["N"] == ["Ada Berg"]
    assert '# member: { name = "Karl Lund", role = "foreign minister" }' in after
    assert updated(after) == after


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(TEXTS), max_size=3), st.text(max_size=80))
def test_the_outcome_holds_and_keeps_every_line(texts: list[str], noise: str):
    after = updated(WRITTEN, (*texts, noise))
    parse(after.encode(), "after")
    assert kept(WRITTEN, after)
