"""Forms of verbs, and what stands in the cue lexicon."""

import pytest

from briefing.inflection import inflect
from briefing.languages import load
from briefing.steps.attribute.cues import compiled

TABLE = load("en")["cues"]


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("urge", {"urge", "urges", "urged", "urging"}),
        ("admit", {"admit", "admits", "admitted", "admitting"}),
        ("write", {"write", "writes", "wrote", "written", "writing"}),
        ("signal", {"signal", "signals", "signaled", "signalled", "signaling", "signalling"}),
        ("agree", {"agree", "agrees", "agreed", "agreeing"}),
    ],
)
def test_inflection(verb: str, forms: set[str]):
    made = inflect(verb, frozenset(TABLE.settings["doubling"]), TABLE.settings["irregular"])
    assert {form for form, _ in made} == forms


def test_cues_with_more_particles_come_first():
    lengths = [len(cue.particles) for cue in compiled(TABLE)["called"]]
    assert lengths == sorted(lengths, reverse=True)


@pytest.mark.parametrize("entry", TABLE.entries, ids=lambda entry: entry.id)
def test_every_entry_names_frames(entry):
    assert isinstance(entry.extra["frames"], list)
