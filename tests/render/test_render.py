"""The way through: every format from one hand-made briefing."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from briefing.errors import UsageError
from briefing.render import FILES, render
from briefing.render.environment import shipped_templates
from briefing.render.views import SECTIONS
from tests.render.factory import briefing

TEXT_FORMATS = ("md", "html", "json", "csv")


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_every_statement_is_in_every_format(name):
    text = render(briefing(), [name])[FILES[name]].decode()
    assert all(s.id in text for s in briefing().statements)


def test_same_record_same_bytes():
    assert render(briefing(), TEXT_FORMATS) == render(briefing(), TEXT_FORMATS)


@pytest.mark.parametrize("options", [{"formats": ["doc"]}, {"sections": ("keys",)}, {"language": "xx"}])
def test_unknown_names_are_usage_errors(options):
    formats = options.pop("formats", ["md"])
    with pytest.raises(UsageError):
        render(briefing(), formats, **options)


def test_sections_are_switched_and_keep_their_order():
    text = render(briefing(), ["md"], sections=("sources", "front"))["briefing.md"].decode()
    assert [line for line in text.split("\n") if line.startswith("## ")] == ["## In short", "## Sources"]


def test_a_brief_briefing_is_the_front_page_with_its_sources():
    text = render(briefing(), ["md"], length="brief")["briefing.md"].decode()
    assert [line for line in text.split("\n") if line.startswith("## ")] == [
        "## In short",
        "## Sources",
        "## Method and limits",
    ]


def test_each_quotation_is_printed_once():
    behind = tuple(section for section in SECTIONS if section != "changes")  # which quotes the earlier briefing
    text = render(briefing(), ["md"], sections=behind)["briefing.md"].decode()
    quotes = [line for line in text.split("\n") if line.startswith("> ")]
    assert quotes
    assert len(quotes) == len(set(quotes))


@pytest.mark.parametrize("name", ["md", "html"])
@pytest.mark.parametrize("options", [{}, {"length": "brief"}, {"sections": ("front", "conflicts", "summaries")}])
def test_every_link_inside_the_briefing_leads_somewhere(name, options):
    text = render(briefing(), [name], **options)[FILES[name]].decode()
    targets = set(re.findall(r'id="([^"]+)"', text))
    links = set(re.findall(r'href="#([^":]+)"' if name == "html" else r"\]\(#([^)]+)\)", text))
    if "sources" not in options.get("sections", ("sources",)):
        links = {link for link in links if not link.startswith("source-")}
    assert links <= targets


def test_own_templates_stand_before_the_shipped_ones(tmp_path):
    (tmp_path / "md").mkdir()
    (tmp_path / "md" / "gaps.md.j2").write_text("## Gaps\n\n{{ b.gaps[0].subject }} *own*\n")
    text = render(briefing(), ["md"], templates=tmp_path)["briefing.md"].decode()
    assert "## Gaps\n\nIsles *own*\n" in text
    assert "## Timeline" in text


def test_own_templates_cannot_print_source_text_raw(tmp_path):
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "front.html.j2").write_text("<p>{{ b.topic.title }}</p>")
    hostile = replace(briefing(), topic=replace(briefing().topic, title="<script>1</script>"))
    page = render(hostile, ["html"], templates=tmp_path)["briefing.html"].decode()
    assert "<p>&lt;script&gt;1&lt;/script&gt;</p>" in page


def test_a_missing_folder_of_templates_is_a_usage_error(tmp_path):
    with pytest.raises(UsageError, match="no folder"):
        render(briefing(), ["md"], templates=tmp_path / "none")


def test_shipped_templates_are_listed_whole():
    shipped = shipped_templates()
    assert {"briefing.html.j2", "labels.j2", "md/front.md.j2", "page.css"} <= set(shipped)
    assert list(shipped) == sorted(shipped)
