"""The front page against the gold: how many of the key statements it has room for, and which of its lines are wrong."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing import profile
from briefing.ingest import IngestOptions, documents
from briefing.languages import load
from briefing.merge import merge
from briefing.merged import Briefing, Statement
from briefing.pipeline import read_document
from briefing.profile import Profile
from briefing.render.front import Front, front

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Judged:
    """Counts over one topic's front page. A line is a quoted position or a stand in a cell."""

    shown: int  # statements on the page
    key: int  # of them, those that the gold has as key
    room: int  # the most that could be: statements on the page, or the key ones of the gold where these are fewer
    positions: int
    wrong_positions: tuple[str, ...]
    stands: int
    wrong_stands: tuple[str, ...]


def judged(sources: Path, topic: Profile, gold: list[Row]) -> Judged:
    """The front page of a first issue of `sources`, each line against its partner in the gold."""
    given = documents([str(sources)], IngestOptions(), [])
    readings = [read_document(raw, profile=topic, lexicon=load("en")) for raw in given]
    newest = max((r.article.published[:10] for r in readings if r.article.published), default=None)
    record = merge(readings, as_of=newest, since=None, profile=topic)
    return _judged(record, front(record), gold)


def _judged(record: Briefing, page: Front, gold: list[Row]) -> Judged:
    names = {p.id: p.name for p in record.topic.parties}
    statements = {s.id: s for s in record.statements}
    files = {s.id: s.source for s in record.sources}
    partner = {s.id: _partner(s, files[s.lead.source], gold) for s in record.statements}
    leads = [group[0] for group in page.positions]
    stands = [
        (shown.statement, shown.stand.stance, row.issue.id)
        for row in page.rows
        for cell in row.cells
        for shown in cell.stands
        if row.issue.id in shown.stand.issues  # a condition beside it is about its own issue
    ]
    shown = {i for group in page.positions for i in group} | {i for i, _, _ in stands}
    key = {row["id"] for i in shown if (row := partner[i]) and row["key"]}

    def party_right(statement: Statement, row: Row | None) -> bool:
        name = names.get(statement.party or "", statement.party)
        return row is not None and name in (row["party"], *row.get("party_also", ()))

    return Judged(
        shown=len(shown),
        key=len(key),
        room=min(len(shown), sum(bool(row["key"]) for row in gold)),
        positions=len(leads),
        wrong_positions=tuple(statements[i].lead.text for i in leads if not party_right(statements[i], partner[i])),
        stands=len(stands),
        wrong_stands=tuple(
            f"{issue} {stance}: {statements[i].lead.text}"
            for i, stance, issue in stands
            if not party_right(statements[i], partner[i]) or not _stands(partner[i], stance, issue)
        ),
    )


def _partner(statement: Statement, source: str, gold: Iterable[Row]) -> Row | None:
    """The gold record of the statement's file that shares most with it, at least half of the shorter of the two."""
    start, end = statement.lead.span
    best: tuple[float, Row] | None = None
    for row in gold:
        if Path(row["file"]).stem != Path(source).stem:
            continue
        shared = min(end, row["end"]) - max(start, row["start"])
        if shared * 2 >= min(end - start, row["end"] - row["start"]):
            union = max(end, row["end"]) - min(start, row["start"])
            if best is None or shared / union > best[0]:
                best = (shared / union, row)
    return best[1] if best else None


def _stands(row: Row | None, stance: str, issue: str) -> bool:
    """Whether the gold record has this stance on this issue, or accepts it."""
    held = (row or {}).get("stands") or [row or {}]
    return any(
        issue in (stand.get("issues") or ()) and stance in (stand.get("stance"), *(stand.get("stance_also") or ()))
        for stand in held
    )


def measured(data: Path, seeds: Path) -> tuple[dict[str, float], list[str]]:
    """The figures over the seeds and the topics of the data, and a line for each wrong one."""
    topics = [("seeds", seeds, "gaza-ceasefire", data / "seeds_positions.jsonl")]
    topics += [
        (t.name, t / "txt", str(t / "profile.toml"), t / "gold.jsonl") for t in sorted((data / "topics").iterdir())
    ]
    counts = []
    for name, sources, shipped, path in topics:
        gold = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        counts.append((name, judged(sources, profile.load(shipped), gold)))
    total = [c for _, c in counts]
    figures = {
        "key of as many as fit": sum(c.key for c in total) / sum(c.room for c in total),
        "key of as many as fit, worst": min(c.key / c.room for c in total if c.room),
        "positions": float(sum(c.positions for c in total)),
        "wrong positions (count)": float(sum(len(c.wrong_positions) for c in total)),
        "stands": float(sum(c.stands for c in total)),
        "wrong stands (count)": float(sum(len(c.wrong_stands) for c in total)),
    }
    lines = [f"{name}: {line}" for name, c in counts for line in (*c.wrong_positions, *c.wrong_stands)]
    return figures, lines
