"""How far the program's statements agree with statements annotated by hand, for the invented topics.

Run `python -m tests.topics.agreement` to see the figures and every disagreement.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing import profile as profiles
from briefing.cli.statements import row
from briefing.ingest import IngestOptions, documents
from briefing.languages import load
from briefing.pipeline import read_document
from briefing.text import fold, tokens

HERE = Path(__file__).parent
TOPICS = (
    "airline",
    "election",
    "river",
    "mine",
    "summit",
    "budget",
    "campaign",
    "strait",
    "merger",
    "dam",
    "coalition",
    "exams",
    "customs",
    "hospital",
    "maternity",
    "steel",
    "rentals",
    "mediation",
    "espionage",
    "stadium",
    "police",
    "rail",
    "fisheries",
    "autobahn",
    "polizeigesetz",
)
_SAME_PLACE = 0.5  # shared part of two spans' union from which they are the same statement
_SMALL = frozenset({"unnamed", "the", "a", "an"})

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Shares from 0 to 1. Party, speaker and stance are counted over the statements that both sides have."""

    recall: float
    precision: float
    party: float
    speaker: float
    stance: float
    issues: float

    def __str__(self) -> str:
        """The figures on one line."""
        return "  ".join(f"{name} {getattr(self, name):.3f}" for name in self.__dataclass_fields__)


def gold_of(topic: str) -> list[Row]:
    """The annotated statements with `start` and `end` in their file."""
    rows = [json.loads(line) for line in (HERE / topic / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    for gold in rows:
        source = (HERE / topic / gold["file"]).read_text(encoding="utf-8")
        gold["start"] = source.index(gold["text"])
        gold["end"] = gold["start"] + len(gold["text"])
    return rows


def statements_of(topic: str) -> list[Row]:
    """What `briefing statements` gives for the topic's articles and profile."""
    folder = HERE / topic
    profile, lexicon = profiles.load(str(folder / "profile.toml")), load("en")
    raws = documents([str(path) for path in sorted(folder.glob("*.txt"))], IngestOptions(), [])
    readings = (read_document(raw, profile=profile, lexicon=lexicon) for raw in raws)
    aliases = {(p.id, alias): p.name for p in profile.parties for alias in p.aliases}
    rows = [row(reading, position) for reading in readings for position in reading.positions]
    return [{**found, "party_name": aliases.get((found["party"], found["speaker"]))} for found in rows]


def pairs_of(gold: Sequence[Row], found: Sequence[Row]) -> list[tuple[Row, Row]]:
    """Statements of both sides that stand at the same place, each once, the closest first."""
    close = [(_overlap(g, f), i, k) for i, g in enumerate(gold) for k, f in enumerate(found) if _overlap(g, f)]
    taken: set[tuple[str, int]] = set()
    pairs = []
    for share, i, k in sorted(close, key=lambda c: (-c[0], c[1:])):
        if share >= _SAME_PLACE and not {("gold", i), ("found", k)} & taken:
            taken |= {("gold", i), ("found", k)}
            pairs.append((gold[i], found[k]))
    return sorted(pairs, key=lambda pair: (pair[0]["file"], pair[0]["start"]))


def _overlap(gold: Row, found: Row) -> float:
    if Path(found["file"]).name != gold["file"]:
        return 0.0
    shared = min(gold["end"], found["end"]) - max(gold["start"], found["start"])
    return max(0.0, shared / (max(gold["end"], found["end"]) - min(gold["start"], found["start"])))


def same_party(gold: Row, found: Row) -> bool:
    """The party, or another that the annotator accepts."""
    return found["party"] in (gold["party"], *gold.get("party_also", ()))


def same_speaker(gold: Row, found: Row) -> bool:
    """The same name, or one that the profile lists for the party; of somebody unnamed half of the words."""
    wanted, given = _words(gold["speaker"]), _words(found["speaker"] or "")
    if gold["speaker"].startswith("unnamed"):
        return bool(wanted & given) and 2 * len(wanted & given) >= min(len(wanted), len(given))
    return wanted == given or gold["speaker"] == found.get("party_name")


def _words(name: str) -> set[str]:
    return {word.folded for word in tokens(fold(name)) if word.is_word} - _SMALL


def same_stance(gold: Row, found: Row) -> bool:
    """One of the stances that the annotator accepts."""
    return found["stance"] in gold["stance"]


def agreement(gold: Sequence[Row], found: Sequence[Row]) -> Agreement:
    """The figures of one topic."""
    pairs = pairs_of(gold, found)
    required = sum(not g.get("optional") for g in gold)
    wanted = sum(len(g["issues"]) for g, _ in pairs)
    given = sum(len(set(f["issues"])) for _, f in pairs)
    shared = sum(len(set(g["issues"]) & set(f["issues"])) for g, f in pairs)
    return Agreement(
        recall=sum(not g.get("optional") for g, _ in pairs) / required,
        precision=len(pairs) / max(1, len(found)),
        party=_share(same_party, pairs),
        speaker=_share(same_speaker, pairs),
        stance=_share(same_stance, pairs),
        issues=2 * shared / max(1, wanted + given),
    )


def _share(same: Any, pairs: Sequence[tuple[Row, Row]]) -> float:
    return sum(same(g, f) for g, f in pairs) / max(1, len(pairs))


def disagreements(gold: Sequence[Row], found: Sequence[Row]) -> Iterator[str]:
    """A line for each statement that only one side has, or that the sides read differently."""
    pairs = pairs_of(gold, found)
    met = [id(row) for pair in pairs for row in pair]
    for g in gold:
        if id(g) not in met and not g.get("optional"):
            yield f"missing   {g['file']}: {g['text']}"
    for f in found:
        if id(f) not in met:
            yield f"not gold  {Path(f['file']).name}: {f['text']}  [{f['speaker']}, {f['rule']}]"
    for g, f in pairs:
        if not same_party(g, f):
            yield f"party     {g['file']}: {g['text']}  wanted {g['party']}, is {f['party']} [{f['rule']}]"
        if not same_speaker(g, f):
            yield f"speaker   {g['file']}: {g['text']}  wanted {g['speaker']}, is {f['speaker']} [{f['rule']}]"
        if not same_stance(g, f):
            yield f"stance    {g['file']}: {g['text']}  wanted {'/'.join(g['stance'])}, is {f['stance']}"
        if set(g["issues"]) != set(f["issues"]):
            yield f"issues    {g['file']}: {g['text']}  wanted {g['issues']}, is {f['issues']}"


if __name__ == "__main__":
    for topic_ in TOPICS:
        gold_, found_ = gold_of(topic_), statements_of(topic_)
        print(f"\n{topic_}: {agreement(gold_, found_)}")
        print("\n".join(disagreements(gold_, found_)))
