"""The first draft of a profile: what is proposed, and that it holds whatever the articles say."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.init import draft_profile
from briefing.init.blocks import list_of, text
from briefing.languages import load
from briefing.pipeline import read_document
from briefing.profile import EMPTY, Profile, parse
from briefing.records import RawDocument

SEEDS = Path(__file__).parents[2] / "seeds"


def draft(texts: list[str]) -> str:
    raws = [
        RawDocument(f"{i}.txt", "text/plain", t.encode("utf-8", "replace"), extracted=True) for i, t in enumerate(texts)
    ]
    readings = [read_document(raw, profile=EMPTY, lexicon=load("en")) for raw in raws]
    return draft_profile(readings, topic_id="topic", title="A topic", lexicon=load("en"))


def profile(texts: list[str]) -> Profile:
    return parse(draft(texts).encode(), "draft")


@pytest.fixture(scope="module")
def seeds() -> Profile:
    return profile([path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))])


@pytest.mark.parametrize("name", ["Israel", "Hamas", "United States"])
def test_parties_of_the_seeds(seeds: Profile, name: str):
    assert name in {party.name for party in seeds.parties}


def test_a_country_that_is_named_and_never_heard_is_no_party(seeds: Profile):
    assert "Qatar" not in {party.name for party in seeds.parties}


def test_people_of_the_seeds(seeds: Profile):
    roles = {m.name: (party.name, m.role) for party in seeds.parties for m in party.members}
    assert roles["Benjamin Netanyahu"] == ("Israel", "prime minister")
    assert roles["Osama Hamdan"][0] == "Hamas"


def test_issues_of_the_seeds(seeds: Profile):
    assert any("permanent ceasefire" in issue.terms for issue in seeds.issues)


@pytest.mark.parametrize(
    ("topic", "parties", "people"),
    [
        (
            "election",
            {"Unionists", "Progressives", "Alliance", "Electoral Board"},
            {"Edward Harlow": "Unionists", "Rosa Pike": "Alliance", "Rodney Vance": "Unionists"},
        ),
        (
            "airline",
            {"Halden Air", "Aviation Workers' Union", "Air Safety Authority"},
            {"Tomas Weil": "Aviation Workers' Union", "Ruth Okafor": "Aviation Workers' Union"},
        ),
        (
            "river",
            {"Upper Valley Front", "Tarvia", "Norway", "United Nations"},
            {"Josef Andri": "Upper Valley Front", "Sami Orlu": "Upper Valley Front", "Ingrid Solheim": "Norway"},
        ),
    ],
)
def test_invented_topics(topic: str, parties: set[str], people: dict[str, str]):
    folder = Path(__file__).parents[1] / "topics" / topic
    found = profile([path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))])
    assert parties <= {party.name for party in found.parties}
    assert people.items() <= {m.name: party.name for party in found.parties for m in party.members}.items()


def test_an_adjective_goes_with_its_party():
    texts = [
        "Tarvia rejected the plan. A Tarvian official said it was late.",
        "The Unionists said no. A Unionist spokesman said why.",
    ]
    adjectives = {party.name: party.adjectives for party in profile(texts).parties}
    assert adjectives == {"Tarvia": ("Tarvian",), "Unionists": ("Unionist",)}


def test_what_a_person_says_of_a_party_is_no_apposition():
    texts = [
        "Brightways closed the depot, a Brightways official said.",
        "Its lawyer, Jane Arkwright, said Brightways must pay.",
    ]
    assert all(member.name != "Jane Arkwright" for party in profile(texts).parties for member in party.members)


def test_people_without_a_side_are_listed_with_their_role():
    text = "Jane Arkwright, the transport minister, said the depot would close."
    assert "# Heard without a side: Jane Arkwright, transport minister (1)" in draft([text])


def test_a_country_brings_its_adjective():
    (party,) = profile(["A senior Norwegian official said on Monday that the talks had failed."]).parties
    assert (party.name, party.adjectives) == ("Norway", ("Norwegian",))


def test_an_organisation_gathers_its_people():
    text = (
        "Jane Arkwright, a spokeswoman for Brightways, said the depot would close. "
        "A senior Brightways official said the depot was too small. Ms Arkwright said no date had been set."
    )
    (party,) = profile([text]).parties
    assert party.name == "Brightways"
    assert [member.name for member in party.members] == ["Jane Arkwright"]


def test_nobody_speaks():
    found = profile(["The sun rose over the harbour."])
    assert [party.id for party in found.parties] == ["first"]


def test_the_order_of_the_readings_does_not_matter():
    raws = [RawDocument(p.name, "text/plain", p.read_bytes()) for p in sorted(SEEDS.glob("*.txt"))[:3]]
    readings = [read_document(raw, profile=EMPTY, lexicon=load("en")) for raw in raws]
    drafts = {draft_profile(r, topic_id="t", title="T", lexicon=load("en")) for r in (readings, readings[::-1])}
    assert len(drafts) == 1


@given(st.lists(st.text(), max_size=3))
@settings(deadline=None, max_examples=50)
def test_any_title_and_text_give_a_sound_profile(texts: list[str]):
    parse(draft(texts).encode(), "draft")


@given(st.lists(st.text()))
def test_any_words_are_written_as_toml(words: list[str]):
    rows = tomllib.loads(f"a = {list_of(words)}\nb = {text(' '.join(words))}")
    assert len({item.casefold() for item in rows["a"]}) == len(rows["a"])
