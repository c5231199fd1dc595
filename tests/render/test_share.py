"""A cap on the share of each source that is reproduced."""

from __future__ import annotations

import json

import pytest

from briefing.errors import UsageError
from briefing.render import render
from briefing.render.share import within_share
from tests.render.factory import briefing


@pytest.mark.parametrize("share", [0, 0.2, 0.4, 1])
def test_no_source_is_over_the_cap(share):
    capped = within_share(briefing(), share)
    body = json.loads(render(capped, ["json"])["briefing.json"])
    places: dict[int, dict[tuple[int, int], str]] = {}

    def walk(value):
        if isinstance(value, dict):
            if {"source", "span", "text", "before"} <= set(value):
                places.setdefault(value["source"], {})[tuple(value["span"].values())] = value["text"]
                assert value["before"] == value["after"] == ""
            for inner in value.values():
                walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)

    walk(body)
    for source in capped.sources:
        shown = sum(len(text.split()) for text in places.get(source.id, {}).values())
        assert shown == source.words_quoted <= source.words * share


def test_key_points_come_first():
    capped = within_share(briefing(), 0.4)
    assert capped.statement("N-1").lead.text
    assert capped.statement("S-1").lead.text
    assert not capped.statement("N-2").lead.text


def test_withheld_words_are_said_to_be_withheld():
    out = render(briefing(), ["md", "html", "csv"], max_share=0.0)
    assert "South demanded" not in out["briefing.md"].decode()
    assert "Not reproduced" in out["briefing.html"].decode()


def test_a_share_over_one_is_a_usage_error():
    with pytest.raises(UsageError):
        render(briefing(), ["md"], max_share=1.5)
