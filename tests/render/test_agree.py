"""Each statement says the same in Markdown, HTML, JSON, CSV, SQLite and the e-mail's key points."""

from __future__ import annotations

import csv
import io
import itertools
import json
import re
import sqlite3

import html5lib
import pytest

from briefing.render import render
from briefing.render.escape import unmarkdown, visible
from briefing.render.views import SECTIONS
from tests.render import hostile
from tests.render.factory import briefing

BRIEFINGS = {"plain": briefing(), **{f"hostile {n}": hostile.briefing(t) for n, t in enumerate(hostile.TEXTS)}}
NAMES = "{http://www.w3.org/1999/xhtml}"


def words(text):
    return " ".join(visible(text).split())


def from_json(body):
    return {
        s["id"]: (s["lead"]["text"], s["speaker"]["name"], s["stance"], s["mode"])
        for s in json.loads(body)["statements"]
    }


def from_html(body):
    tree = html5lib.HTMLParser().parse(body.decode())
    found = {}
    for item in tree.iter(f"{NAMES}li"):
        if "st" in (item.get("class") or "").split():
            link = next(a for a in item.iter(f"{NAMES}a") if (a.get("href") or "") == "#" + item.get("id"))
            quote = "".join(next(item.iter(f"{NAMES}blockquote")).itertext())
            top = next(p for p in item.iter(f"{NAMES}p") if p.get("class") == "top")
            found["".join(link.itertext())] = (words(quote), words("".join(top.itertext())))
    return found


def from_markdown(body):
    part = body.decode().split("\n## Positions by party\n")[1].split("\n## ")[0]
    blocks = [b for b in part.split("\n\n") if b.strip()]
    found = {}
    for head, quote in itertools.pairwise(blocks):
        match = re.match(r'<a id="[^"]+"></a>\*\*(.+?)\*\* (.*)', head)
        if match:
            assert quote.startswith("> ")
            found[unmarkdown(match[1])] = (words(unmarkdown(quote[2:])), words(unmarkdown(match[2])))
    return found


@pytest.mark.parametrize("name", BRIEFINGS)
def test_statements_agree(name):
    record = BRIEFINGS[name]
    behind = tuple(section for section in SECTIONS if section != "front")
    out = render(record, ["md", "html", "json", "csv", "sqlite"], sections=behind)
    in_json = from_json(out["briefing.json"])
    in_html, in_markdown = from_html(out["briefing.html"]), from_markdown(out["briefing.md"])
    in_csv = {r["id"]: r for r in csv.DictReader(io.StringIO(out["briefing.csv"].decode(), newline=""))}
    database = sqlite3.connect(":memory:")
    database.deserialize(out["briefing.sqlite"])
    in_sqlite = {i: (t, s) for i, t, s in database.execute("SELECT id, text, stance FROM statement")}
    assert set(in_json) == set(in_html) == set(in_markdown) == set(in_csv) == set(in_sqlite)
    for s in record.statements:
        text = words(s.lead.text)
        assert in_json[s.id] == (s.lead.text, s.speaker.name, s.stance, s.mode)
        assert in_html[s.id][0] == in_markdown[s.id][0] == text
        assert words(s.speaker.name) in in_html[s.id][1]
        assert words(s.speaker.name.removeprefix("unnamed ")) in in_markdown[s.id][1]
        assert ("°" in in_markdown[s.id][1]) == s.speaker.anonymous
        assert in_csv[s.id]["text"].removeprefix("'") == text
        assert (int(in_csv[s.id]["start"]), int(in_csv[s.id]["end"])) == tuple(s.lead.span)
        assert in_sqlite[s.id] == (s.lead.text, s.stance)


def test_one_row_for_each_statement_and_issue():
    rows = list(csv.DictReader(io.StringIO(render(briefing(), ["csv"])["briefing.csv"].decode(), newline="")))
    assert [(r["id"], r["issue"], r["stance"]) for r in rows if r["id"] == "S-1"] == [
        ("S-1", "harbour", "demand"),
        ("S-1", "talks", "state"),
    ]
    assert [(r["issue"], r["stance"]) for r in rows if r["id"] == "S-2"] == [("", "decline_comment")]
