"""The briefing for programs: JSON with a published schema, and a table with one row for each stand and its issue."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from briefing.codec import named
from briefing.merged import Briefing, Change, CitedStand, Part, Statement, Topic
from briefing.render.escape import csv_cell, json_text
from briefing.stances import WORDS

SCHEMA = "briefing/3"
COLUMNS = (
    "id",
    "party",
    "party_name",
    "party_wikidata",
    "also_parties",
    "speaker",
    "speaker_wikidata",
    "role",
    "anonymous",
    "mode",
    "issue",
    "issue_title",
    "stance",
    "stance_words",
    "object",
    "object_start",
    "object_end",
    "stand_rule",
    "text",
    "source",
    "source_name",
    "line",
    "start",
    "end",
    "date_said",
    "date_by",
    "date_evidence",
    "sources",
    "strands",
    "change",
    "rule",
    "corrected",
)
Row = Mapping[str, str | int | None]
CHANGE = "change"  # of a statement since the issue before: of the issue, and not of the day that it was published


def to_json(briefing: Briefing) -> bytes:
    """The whole briefing as JSON (UTF-8), as `docs/schema/briefing.schema.json` describes it."""
    return _json_of(briefing, {})


def index_json(whole: Briefing, parts: Sequence[str], news: Mapping[str, Change]) -> bytes:
    """A briefing without its days as JSON: the names of the files that have them, and what is new in them."""
    return _json_of(whole, {"parts": parts, "news": news})


def part_json(part: Part) -> bytes:
    """What is of one day as JSON."""
    return _json_of(part, {})


def _json_of(record: Briefing | Part, head: Mapping[str, object]) -> bytes:
    """A briefing or a part of one, after what stands in `head`.

    Each record stands on a line of its own, so that two briefings can be compared line by line, and no more than one
    of them is in memory as an object.
    """
    return b"".join(_lines(record, head))


def _lines(record: Briefing | Part, head: Mapping[str, object]) -> Iterator[bytes]:
    yield b'{\n"schema": ' + _dumped(SCHEMA)
    for name, value in head.items():
        yield f',\n"{name}": '.encode() + _dumped(value)
    dated = isinstance(record, Part)
    for field in dataclasses.fields(record):
        value = getattr(record, field.name)
        yield f',\n"{field.name}": '.encode()
        if isinstance(value, tuple):
            rows = map(_of_day if dated else named, value)
            yield b"[\n" + b",\n".join(map(_dumped, rows)) + b"\n]"
        else:
            yield _dumped(_topic(value) if isinstance(value, Topic) else value)
    yield b"\n}\n"


def _of_day(row: Any) -> dict[str, Any]:
    """A row of a part; a statement without what happened to it since."""
    return {name: value for name, value in named(row).items() if name != CHANGE}


_ENCODER = json.JSONEncoder(ensure_ascii=False)  # one for all rows: to make it costs more than most rows


def _dumped(value: object) -> bytes:
    return json_text(_ENCODER.encode(value)).encode()


def _topic(topic: Topic) -> dict[str, Any]:
    """The profile's names. Its members and terms stay in the profile, which `sha256` identifies.

    `people` are the members that have an item of Wikidata.
    """
    people = [m for p in topic.parties for m in p.members if m.wikidata]
    return {
        "id": topic.id,
        "title": topic.title,
        "language": topic.language,
        "parties": [{"id": p.id, "name": p.name, "wikidata": p.wikidata} for p in topic.parties],
        "people": [{"name": m.name, "wikidata": m.wikidata} for m in people],
        "issues": [{"id": i.id, "title": i.title} for i in topic.issues],
        "sha256": topic.sha256,
        "checked": topic.checked,
    }


def to_csv(briefing: Briefing) -> bytes:
    """One row for each stand of a statement and issue of it (UTF-8, RFC 4180).

    An issue that is only mentioned has a row with the stance of mere words and no object; every statement has a row.
    """
    return csv_of(COLUMNS, rows(briefing.statements, names_of(briefing)))


def csv_of(columns: Sequence[str], found: Iterable[Row]) -> bytes:
    """These columns of the rows as a table with its heading."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for row in found:
        cells = (row[column] for column in columns)
        writer.writerow([csv_cell(cell) if isinstance(cell, str) else cell for cell in cells])
    return out.getvalue().encode()


@dataclass(frozen=True, slots=True)
class Names:
    """What the table calls things by their ids: parties, issues and sources, and the items of Wikidata."""

    parties: Mapping[str, str]
    issues: Mapping[str, str]
    sources: Mapping[str, str]
    wikidata_of_party: Mapping[str, str | None]
    wikidata_of_person: Mapping[str, str]  # of several offices the first that has one


def names_of(briefing: Briefing) -> Names:
    """The names of a briefing."""
    topic = briefing.topic
    people = [m for party in reversed(topic.parties) for m in reversed(party.members)]
    return Names(
        parties={party.id: party.name for party in topic.parties},
        issues={issue.id: issue.title for issue in topic.issues},
        sources={source.id: source.source for source in briefing.sources},
        wikidata_of_party={party.id: party.wikidata for party in reversed(topic.parties)},
        wikidata_of_person={m.name: m.wikidata for m in people if m.wikidata},
    )


def rows(statements: Iterable[Statement], names: Names) -> Iterator[Row]:
    """The rows of the table, each with the COLUMNS. Lists are joined by `; `; unknown is None."""
    for statement in statements:
        taken = [(stand, issue) for stand in statement.stands for issue in stand.issues or (None,)]
        on = {issue for _, issue in taken}
        mentioned = [(None, label.issue) for label in statement.issues if label.issue and label.issue not in on]
        for stand, issue in (*taken, *mentioned) or ((None, None),):
            yield _row(statement, names, stand, issue)


def _row(s: Statement, names: Names, stand: CitedStand | None, issue: str | None) -> Row:
    lead, span = s.lead, stand.object_span if stand else None
    cells: tuple[str | int | None, ...] = (
        s.id,
        s.party,
        names.parties.get(s.party or "", s.party),
        names.wikidata_of_party.get(s.party or ""),
        "; ".join(s.also_parties) or None,
        s.speaker.name,
        names.wikidata_of_person.get(s.speaker.person or ""),
        s.speaker.role,
        int(s.speaker.anonymous),
        s.mode,
        issue,
        names.issues.get(issue or ""),
        stand.stance if stand else WORDS if s.stands or issue else s.stance,
        stand.words if stand else None,
        stand.object if stand else None,
        span.start if span else None,
        span.end if span else None,
        stand.rule if stand else None,
        lead.text,
        lead.source,
        names.sources[lead.source],
        lead.line,
        lead.span.start,
        lead.span.end,
        s.date_said.iso,
        s.date_said.by,
        s.date_said.evidence,
        "; ".join(c.source for c in s.citations),
        s.strands,
        s.change,
        s.rule,
        "; ".join(c.what for c in s.corrected),
    )
    return dict(zip(COLUMNS, cells, strict=True))
