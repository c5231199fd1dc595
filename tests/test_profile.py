"""Topic profiles: what they build on, the items of Wikidata, the day they were checked, and the shipped ones."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from briefing import profile as profiles
from briefing.errors import ProfileError
from briefing.profile import Profile
from briefing.records import Metadata
from tests.factory import reading

COUNCIL = """
[topic]
id = "council"
title = "The council"
checked = 2024-03-01
keywords = ["council"]

[[party]]
id = "Council"
name = "City Council"
aliases = ["council", "town hall"]
roles = ["mayor"]
wikidata = "Q1"

[[party.member]]
name = "Ada Holm"
role = "mayor"
from = 2020-01-01

[[party]]
id = "Port"
name = "Port Authority"
aliases = ["the port"]

[[issue]]
id = "rent"
title = "Rents"
terms = ["rent", "harbour fees"]
"""
STRIKE = """
[topic]
id = "strike"
title = "The strike"
use = ["council.toml"]
checked = 2025-03-01

[[party]]
id = "Dockers"
name = "Dockers' Union"
aliases = ["dockers", "the port"]

[[party]]
id = "Council"
name = "Council"
aliases = ["the aldermen"]

[[party.member]]
name = "Ben Ray"

[[issue]]
id = "pay"
title = "Pay"
terms = ["pay"]

[[issue]]
id = "rent"
title = "Rents and fees"
terms = ["fees"]
"""


def written(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text)
    return folder


def loaded(folder: Path, name: str) -> Profile:
    return profiles.load(str(folder / f"{name}.toml"))


def test_a_profile_has_the_parties_and_issues_of_the_one_it_builds_on(tmp_path: Path):
    found = loaded(written(tmp_path, council=COUNCIL, strike=STRIKE), "strike")
    assert [party.id for party in found.parties] == ["Dockers", "Council", "Port"]
    assert [(issue.id, issue.title, issue.terms) for issue in found.issues] == [
        ("pay", "Pay", ("pay",)),
        ("rent", "Rents and fees", ("fees", "rent", "harbour fees")),
    ]


def test_a_party_of_both_is_one_with_the_names_and_people_of_both(tmp_path: Path):
    found = loaded(written(tmp_path, council=COUNCIL, strike=STRIKE), "strike").party("Council")
    assert found is not None
    assert found.name == "Council"
    assert found.aliases == ("the aldermen", "City Council", "council", "town hall")
    assert [member.name for member in found.members] == ["Ben Ray", "Ada Holm"]
    assert found.wikidata == "Q1"


def test_a_name_goes_to_the_profile_that_builds_on_the_other(tmp_path: Path):
    found = loaded(written(tmp_path, council=COUNCIL, strike=STRIKE), "strike")
    holders = [party.id for party in found.parties if "the port" in party.aliases]
    assert holders == ["Dockers"]


def test_a_person_goes_to_the_profile_that_builds_on_the_other(tmp_path: Path):
    moved = STRIKE.replace('name = "Ben Ray"', 'name = "Ada Holm"')
    council = loaded(written(tmp_path, council=COUNCIL, strike=moved), "strike").party("Council")
    assert council is not None
    assert [(member.name, member.role) for member in council.members] == [("Ada Holm", None)]


def test_keywords_period_and_title_are_its_own_alone(tmp_path: Path):
    found = loaded(written(tmp_path, council=COUNCIL, strike=STRIKE), "strike")
    assert (found.title, found.keywords, found.since) == ("The strike", (), None)


def test_the_oldest_check_counts(tmp_path: Path):
    assert loaded(written(tmp_path, council=COUNCIL, strike=STRIKE), "strike").checked == "2024-03-01"


def test_a_change_in_what_it_builds_on_changes_its_hash(tmp_path: Path):
    before = loaded(written(tmp_path, council=COUNCIL, strike=STRIKE), "strike").sha256
    after = loaded(written(tmp_path, council=COUNCIL.replace("2020-01-01", "2021-01-01")), "strike").sha256
    assert before != after


def test_what_it_borrows_is_known(tmp_path: Path):
    assert loaded(written(tmp_path, council=COUNCIL, strike=STRIKE), "strike").borrowed == {"Port"}


def test_it_needs_no_party_of_its_own(tmp_path: Path):
    bare = '[topic]\nid = "a"\ntitle = "A"\nuse = ["council.toml"]\n'
    assert len(loaded(written(tmp_path, council=COUNCIL, bare=bare), "bare").parties) == 2


def test_profiles_that_build_on_each_other_are_a_fault(tmp_path: Path):
    ring = COUNCIL.replace('title = "The council"', 'title = "The council"\nuse = ["../{}/strike.toml"]')
    folder = written(tmp_path, council=ring.replace("{}", tmp_path.name), strike=STRIKE)
    with pytest.raises(ProfileError, match=r"council.toml:5: topic.use: .* builds on this profile itself"):
        loaded(folder, "strike")


def test_a_profile_to_build_on_that_is_not_there_is_a_fault_with_its_line(tmp_path: Path):
    with pytest.raises(ProfileError, match=r"strike.toml:5: topic.use: .*council.toml: No such file") as error:
        loaded(written(tmp_path, strike=STRIKE), "strike")
    assert not error.value.unreadable


def test_faults_of_the_other_profile_are_told_with_its_name(tmp_path: Path):
    broken = COUNCIL.replace('title = "Rents"\n', "")
    with pytest.raises(ProfileError, match=r"council.toml:\d+: issue.1.title: missing"):
        loaded(written(tmp_path, council=broken, strike=STRIKE), "strike")


def test_one_party_under_two_ids_is_a_fault(tmp_path: Path):
    twice = STRIKE.replace('id = "Council"', 'id = "Town"').replace('name = "Council"', 'name = "City Council"')
    with pytest.raises(ProfileError, match="'City Council' is the party 'Council' of 'council', and 'Town' here"):
        loaded(written(tmp_path, council=COUNCIL, strike=twice), "strike")


@pytest.mark.parametrize("item", ["42", "Q", "Q0", "https://www.wikidata.org/wiki/Q42"])
def test_what_is_no_item_of_wikidata_is_a_fault(tmp_path: Path, item: str):
    with pytest.raises(ProfileError, match='is no item of Wikidata: write it as "Q42"'):
        loaded(written(tmp_path, council=COUNCIL.replace('"Q1"', f'"{item}"')), "council")


@pytest.mark.parametrize("name", profiles.names())
def test_a_shipped_profile_says_when_its_facts_were_checked(name: str):
    found = profiles.load(name)
    assert found.checked is not None
    assert found.keywords
    assert len(found.parties) >= 5
    assert len(found.issues) >= 8


def test_the_documentation_lists_the_shipped_topics():
    listed = re.findall(
        r"^\| `([a-z-]+)` \|",
        (Path(__file__).parents[1] / "docs" / "profiles.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    assert sorted(listed) == sorted(profiles.names())
    assert len(listed) >= 10


@pytest.mark.parametrize(
    ("text", "party", "person"),
    [
        ("Die Grünen lehnten den Entwurf am Dienstag ab.", "Grüne", None),
        ("Oppositionsführer Friedrich Merz (CDU) forderte ein Ende der Kredite.", "CDU/CSU", "Friedrich Merz"),
        ("Bundeskanzler Scholz sagte, man halte an der Rente fest.", "SPD", "Olaf Scholz"),
        ("Die Europäische Union teilte mit, dass sie zustimmt.", "EU", None),
        ("Die Union teilte mit, dass sie zustimmt.", "CDU/CSU", None),
        ("Eine Sprecherin der AfD-Fraktion sagte, man sei gegen den Antrag.", "AfD", None),
    ],
)
def test_the_german_profile_knows_its_people(text: str, party: str, person: str | None):
    metadata = Metadata(published="2023-05-04")
    found = reading(text, profile=profiles.load("bundestag"), metadata=metadata, language="de").positions
    assert [(p.speaker.party, p.speaker.person) for p in found] == [(party, person)]


def test_nobody_of_a_shipped_profile_holds_one_office_twice_at_a_time():
    """Days that overlap are a slip of the pen: nobody is prime minister from two dates on."""
    for name in profiles.names():
        for party in profiles.load(name).parties:
            terms = sorted((m.name, m.role or "", m.since or "", m.until or "~") for m in party.members)
            for (who, office, _, until), (other, same, since, _) in pairwise(terms):
                assert (who, office) != (other, same) or until <= since, (name, who, office)
