"""The rules hold on topics they were not made from: agreement with hand annotation must not fall below these floors."""

import pytest

from tests.topics.agreement import TOPICS, Agreement, agreement, gold_of, pairs_of, statements_of

# Measured figures, rounded down to the nearest .05. Raise them as the rules get better.
FLOORS = {
    "airline": Agreement(recall=0.95, precision=0.95, party=0.95, speaker=0.90, stance=0.90, issues=0.85),
    "election": Agreement(recall=0.95, precision=0.95, party=0.95, speaker=0.95, stance=0.90, issues=0.80),
    "river": Agreement(recall=0.95, precision=0.95, party=0.95, speaker=0.95, stance=0.95, issues=0.80),
    "mine": Agreement(recall=0.95, precision=0.95, party=0.95, speaker=0.90, stance=0.80, issues=0.90),
    "summit": Agreement(recall=0.90, precision=0.95, party=0.90, speaker=0.90, stance=0.80, issues=0.65),
    "merger": Agreement(recall=0.85, precision=0.95, party=0.80, speaker=0.80, stance=0.65, issues=0.70),
    "dam": Agreement(recall=0.85, precision=0.95, party=0.85, speaker=0.90, stance=0.75, issues=0.70),
    "campaign": Agreement(recall=0.95, precision=0.95, party=0.90, speaker=0.90, stance=0.75, issues=0.70),
    "strait": Agreement(recall=0.95, precision=0.95, party=0.80, speaker=0.80, stance=0.65, issues=0.65),
    "coalition": Agreement(recall=0.90, precision=0.95, party=0.80, speaker=0.80, stance=0.85, issues=0.75),
    "exams": Agreement(recall=0.90, precision=0.95, party=0.90, speaker=0.75, stance=0.65, issues=0.70),
    "budget": Agreement(recall=0.90, precision=0.95, party=0.75, speaker=0.85, stance=0.75, issues=0.45),
    "customs": Agreement(recall=0.90, precision=0.95, party=0.85, speaker=0.80, stance=0.85, issues=0.60),
    "hospital": Agreement(recall=0.90, precision=0.95, party=0.90, speaker=0.75, stance=0.90, issues=0.55),
    "maternity": Agreement(recall=0.95, precision=0.95, party=0.80, speaker=0.80, stance=0.75, issues=0.60),
    "steel": Agreement(recall=0.85, precision=0.95, party=0.95, speaker=0.90, stance=0.85, issues=0.60),
    "rentals": Agreement(recall=0.85, precision=0.95, party=0.85, speaker=0.85, stance=0.65, issues=0.60),
    "mediation": Agreement(recall=0.85, precision=0.95, party=0.60, speaker=0.70, stance=0.65, issues=0.60),
    "espionage": Agreement(recall=0.70, precision=0.90, party=0.75, speaker=0.65, stance=0.70, issues=0.50),
    "stadium": Agreement(recall=0.75, precision=0.90, party=0.80, speaker=0.70, stance=0.75, issues=0.65),
    "police": Agreement(recall=0.87, precision=0.95, party=0.90, speaker=0.85, stance=0.85, issues=0.60),
    "rail": Agreement(recall=0.80, precision=0.95, party=0.85, speaker=0.85, stance=0.80, issues=0.67),
    "fisheries": Agreement(recall=0.84, precision=0.97, party=0.90, speaker=0.74, stance=0.88, issues=0.75),
    "autobahn": Agreement(recall=0.75, precision=0.95, party=0.75, speaker=0.40, stance=0.85, issues=0.40),
    "polizeigesetz": Agreement(recall=0.65, precision=0.95, party=0.65, speaker=0.45, stance=0.70, issues=0.60),
}


@pytest.mark.parametrize("topic", TOPICS)
def test_agreement(topic: str):
    figures, floors = agreement(gold_of(topic), statements_of(topic)), FLOORS[topic]
    lost = [name for name in floors.__dataclass_fields__ if getattr(figures, name) < getattr(floors, name)]
    assert not lost, f"{topic}: {figures}"


def test_statements_at_one_place_are_paired_once():
    gold = [{"file": "a.txt", "start": 0, "end": 10}, {"file": "a.txt", "start": 10, "end": 20}]
    found = [{"file": "a.txt", "start": 0, "end": 12}, {"file": "b.txt", "start": 10, "end": 20}]
    assert pairs_of(gold, found) == [(gold[0], found[0])]
