"""Invented, dated articles on an invented topic, for tests and measurements: the same seed gives the same articles.

Nothing in them is taken from anywhere: the Lake Talks, their parties and their newspapers do not exist.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

FIRST_DAY = date(2031, 3, 1)

PROFILE = """\
[topic]
id = "lake"
title = "Lake talks"

[[party]]
id = "Norland"
name = "Norland"
aliases = ["Norland", "Norland government"]
adjectives = ["Norlandic"]
[[party.member]]
name = "Ada Holm"
aliases = ["Holm"]
role = "premier"

[[party]]
id = "Sudmark"
name = "Sudmark"
aliases = ["Sudmark", "Sudmark government"]
adjectives = ["Sudmarker"]
[[party.member]]
name = "Bruno Weir"
aliases = ["Weir"]
role = "foreign minister"

[[party]]
id = "Estvale"
name = "Estvale"
aliases = ["Estvale", "Estvale government"]
adjectives = ["Estvaler"]
[[party.member]]
name = "Carla Reed"
aliases = ["Reed"]
role = "president"

[[issue]]
id = "fishing"
title = "Fishing rights"
terms = ["fishing quota", "fishing rights"]

[[issue]]
id = "harbour"
title = "Harbour"
terms = ["harbour treaty", "harbour fees"]

[[issue]]
id = "ferry"
title = "Ferry line"
terms = ["ferry line", "ferry timetable"]
"""

SPEAKERS = {"Norland": "Ada Holm", "Sudmark": "Bruno Weir", "Estvale": "Carla Reed"}
TERMS = {"fishing": "fishing quota", "harbour": "harbour treaty", "ferry": "ferry line"}
# One clear sentence a label: what is measured here is the bookkeeping of changes, not how stances are told apart.
_SAID = {
    "reject": "“We reject the {term} {detail},” {name} said.",
    "accept": "“We accept the {term} {detail},” {name} said.",
}
_PLACES = [
    "Aldmouth",
    "Birkholt",
    "Cranby",
    "Dunmere",
    "Elverton",
    "Fenwick",
    "Garth",
    "Holmsea",
    "Ingle",
    "Jarrow",
    "Kelby",
    "Lorne",
    "Marrick",
]
_NOUNS = [
    "pier",
    "market",
    "bridge",
    "road",
    "school",
    "clinic",
    "depot",
    "mill",
    "tower",
    "garden",
    "station",
    "warehouse",
    "quarry",
    "boathouse",
    "chapel",
    "museum",
    "reservoir",
    "workshop",
    "library",
    "cannery",
]
_ADJECTIVES = [
    "old",
    "new",
    "narrow",
    "wide",
    "crowded",
    "empty",
    "windy",
    "quiet",
    "muddy",
    "bright",
    "distant",
    "small",
    "large",
    "wooden",
    "frozen",
]
_VERBS = [
    "opened",
    "closed",
    "reopened",
    "filled",
    "emptied",
    "flooded",
    "changed",
    "moved",
    "grew",
    "shrank",
    "burned",
    "leaned",
    "creaked",
]
_TIMES = [
    "before noon",
    "after the storm",
    "last winter",
    "during the fair",
    "at dusk",
    "in the spring",
    "for an hour",
    "twice",
]
_OUTLETS = ("The Lake Post", "Aldmouth Courier", "Sud Wire", "Estvale Daily", "Harbour Gazette")


@dataclass(frozen=True, slots=True)
class Planted:
    """One statement that an article holds."""

    party: str
    issue: str
    stance: str
    detail: str

    def sentence(self) -> str:
        """The sentence as an article has it."""
        return _SAID[self.stance].format(term=TERMS[self.issue], detail=self.detail, name=SPEAKERS[self.party])


@dataclass(frozen=True, slots=True)
class Written:
    """One article: its file name, its day, what it says, and the file's bytes."""

    name: str
    day: date
    statements: tuple[Planted, ...]
    text: str
    publisher: str

    def body(self) -> bytes:
        """A JSON file of one article, with its day beside its words."""
        row = {
            "id": self.name,
            "title": f"Lake talks: {self.name}",
            "publisher": self.publisher,
            "published": self.day.isoformat(),
            "text": self.text,
        }
        return json.dumps(row, ensure_ascii=False).encode()

    def write(self, folder: Path) -> Path:
        """Write the file into `folder` and return its path."""
        path = folder / self.name
        path.write_bytes(self.body())
        return path


def detail(dice: random.Random) -> str:
    """Words that make a statement one of its own."""
    return (
        f"on the {dice.choice(_ADJECTIVES)} {dice.choice(_NOUNS)} near {dice.choice(_PLACES)} "
        f"beside the {dice.choice(_ADJECTIVES)} {dice.choice(_NOUNS)} of {dice.choice(_PLACES)} "
        f"behind the {dice.choice(_ADJECTIVES)} {dice.choice(_NOUNS)} at {dice.choice(_PLACES)}"
    )


def filler(dice: random.Random, sentences: int) -> list[str]:
    """Sentences of an outlet's own voice, without any position."""
    return [
        f"The {dice.choice(_ADJECTIVES)} {dice.choice(_NOUNS)} of {dice.choice(_PLACES)} {dice.choice(_VERBS)} "
        f"{dice.choice(_TIMES)}, and the {dice.choice(_ADJECTIVES)} {dice.choice(_NOUNS)} near "
        f"{dice.choice(_PLACES)} {dice.choice(_VERBS)} {dice.choice(_TIMES)}."
        for _ in range(sentences)
    ]


def article(name: str, day: date, statements: tuple[Planted, ...], dice: random.Random, sentences: int = 6) -> Written:
    """An article that holds the statements between paragraphs of its own."""
    words = filler(dice, sentences)
    paragraphs = [" ".join(words[:2])]
    for number, statement in enumerate(statements):
        paragraphs += [statement.sentence(), " ".join(words[2 + 2 * number : 4 + 2 * number])]
    paragraphs.append(" ".join(words[2 + 2 * len(statements) :]))
    text = "\n\n".join(p for p in paragraphs if p)
    return Written(name, day, statements, text, dice.choice(_OUTLETS))


def articles(count: int, *, seed: int = 7, days: int = 30, sentences: int = 18) -> Iterator[Written]:
    """`count` articles of about 400 words with four statements each, spread over `days`."""
    dice = random.Random(seed)
    for number in range(count):
        day = FIRST_DAY + timedelta(days=number * days // count)
        said = tuple(
            Planted(dice.choice(list(SPEAKERS)), dice.choice(list(TERMS)), dice.choice(list(_SAID)), detail(dice))
            for _ in range(4)
        )
        yield article(f"article_{number:06}.json", day, said, dice, sentences)


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the growing folder: what arrives, and the changes that a briefing of the day has to tell."""

    day: date
    arrivals: tuple[Written, ...]
    changes: frozenset[tuple[str, str, str, str | None, str | None]]  # party, issue, change, before, after


def month(days: int = 30, seed: int = 11) -> Iterator[Day]:
    """Days of a topic with planted changes of stance, new statements, repeats, copies and late arrivals.

    Of each party and issue at most one thing happens a day, so that what is to be told is known.
    """
    dice = random.Random(seed)
    keys = [(party, issue) for party in SPEAKERS for issue in TERMS]
    stance = {key: dice.choice(list(_SAID)) for key in keys}
    last: dict[tuple[str, str], Planted] = {}
    for number in range(days):
        today = FIRST_DAY + timedelta(days=number)
        written, changes = _arrivals(number, today, keys, stance, last, dice)
        yield Day(today, tuple(written), frozenset(changes if number else ()))


def _arrivals(number, today, keys, stance, last, dice):
    """What arrives on one day. On the first every party speaks on every issue; later four things happen."""
    events = ["first"] * len(keys) if number == 0 else ["moved", "new", "repeated", "late"]
    written, changes = [], set()
    for place, ((party, issue), event) in enumerate(zip(dice.sample(keys, len(events)), events, strict=True)):
        key, before = (party, issue), stance[party, issue]
        name = f"day_{number:02}_{place}.json"
        others = [s for s in _SAID if s != before]
        if event == "late":  # older than the topic, with another label, and found only now
            old = Planted(party, issue, dice.choice(others), detail(dice))
            if number > 2:
                written.append(article(name, FIRST_DAY - timedelta(days=9), (old,), dice))
            continue
        if event == "moved":
            stance[key] = dice.choice(others)
        if event != "repeated":
            last[key] = Planted(party, issue, stance[key], detail(dice))
        fresh = article(name, today, (last[key],), dice)
        written.append(fresh)
        if place == 1:
            written.append(Written(f"copy_{name}", today, fresh.statements, fresh.text, fresh.publisher))
        change = {"moved": "changed"}.get(event, event)
        old_label = {"new": None}.get(event, before)
        changes.add((party, issue, change, old_label, stance[key]))
    return written, changes
