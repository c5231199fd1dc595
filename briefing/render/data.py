"""The briefing for programs: JSON with a published schema, and a table with one row for each stand and its issue."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from collections.abc import Iterator, Sequence
from typing import Any

from briefing.codec import named
from briefing.merged import Briefing, CitedStand, Part, Statement, Topic
from briefing.render.escape import csv_cell, json_text
from briefing.render.views import View
from briefing.stances import WORDS

SCHEMA = "briefing/2"
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


def to_json(view: View) -> bytes:
    """The whole briefing as JSON (UTF-8), as `docs/schema/briefing.schema.json` describes it."""
    return json_of(view.briefing)


def json_of(record: Briefing | Part, files: Sequence[str] = ()) -> bytes:
    """A briefing or a part of one as JSON; `files` are those that have the parts of a briefing without its days.

    Each record stands on a line of its own, so that two briefings can be compared line by line, and no more than one
    of them is in memory as an object.
    """
    return b"".join(_lines(record, files))


def _lines(record: Briefing | Part, files: Sequence[str]) -> Iterator[bytes]:
    yield b'{\n"schema": ' + _dumped(SCHEMA)
    if files:
        yield b',\n"parts": ' + _dumped(files)
    for field in dataclasses.fields(record):
        value = getattr(record, field.name)
        yield f',\n"{field.name}": '.encode()
        if isinstance(value, tuple):
            yield b"[\n" + b",\n".join(_dumped(named(row)) for row in value) + b"\n]"
        else:
            yield _dumped(_topic(value) if isinstance(value, Topic) else value)
    yield b"\n}\n"


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


def to_csv(view: View, statements: Sequence[Statement] | None = None) -> bytes:
    """One row for each stand of a statement, by default of all, and issue of it (UTF-8, RFC 4180).

    An issue that is only mentioned has a row with the stance of mere words and no object; every statement has a row.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows(view, statements):
        writer.writerow([csv_cell(cell) if isinstance(cell, str) else cell for cell in row.values()])
    return out.getvalue().encode()


def rows(view: View, statements: Sequence[Statement] | None = None) -> Iterator[dict[str, str | int | None]]:
    """The rows of the table, each with the COLUMNS. Lists are joined by `; `; unknown is None."""
    for statement in view.briefing.statements if statements is None else statements:
        taken = [(stand, issue) for stand in statement.stands for issue in stand.issues or (None,)]
        on = {issue for _, issue in taken}
        mentioned = [(None, label.issue) for label in statement.issues if label.issue and label.issue not in on]
        for stand, issue in (*taken, *mentioned) or ((None, None),):
            yield _row(view, statement.id, stand, issue)


def _row(view: View, statement_id: str, stand: CitedStand | None, issue: str | None) -> dict[str, str | int | None]:
    item = view.item(statement_id)
    s, lead = item.record, item.record.lead
    span = stand.object_span if stand else None
    cells: tuple[str | int | None, ...] = (
        s.id,
        s.party,
        item.party,
        view.wikidata_of_party(s.party),
        "; ".join(s.also_parties) or None,
        s.speaker.name,
        view.wikidata_of_person(s.speaker.person),
        s.speaker.role,
        int(s.speaker.anonymous),
        s.mode,
        issue,
        view.issue_titles.get(issue or ""),
        stand.stance if stand else WORDS if s.stands or issue else s.stance,
        stand.words if stand else None,
        stand.object if stand else None,
        span.start if span else None,
        span.end if span else None,
        stand.rule if stand else None,
        lead.text,
        lead.source,
        view.sources[lead.source].source,
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
