"""The page in Debian's Chromium: what readers meet, by hand-written checks and by axe-core.

`make browser` installs what these tests need; without it they skip and say so.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from briefing.render import render
from briefing.render.publish import publish
from tests.render import factory, hostile, scale

SCRIPTS = Path(__file__).parents[1] / "browser"
ROOT = Path(__file__).parents[2]


def run(script, page, *more):
    """What a script of tests/browser says about a page. Skips where no browser is to be had."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("no browser: node is not installed (make browser)")
    tools = os.environ.get("NODE_TOOLS", str(ROOT / ".node"))
    command = [node, str(SCRIPTS / script), str(page), *more]
    variables = {**os.environ, "NODE_TOOLS": tools}
    done = subprocess.run(command, capture_output=True, text=True, env=variables, timeout=120, check=False)
    if done.returncode == 2:
        pytest.skip(f"{done.stderr.strip()} (make browser)")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """Writes a briefing's page and gives its path."""

    def write(briefing, **options):
        path = tmp_path_factory.mktemp("page") / "briefing.html"
        path.write_bytes(render(briefing, ["html"], **options)["briefing.html"])
        return path

    return write


def assert_sound(found):
    assert [v for mode in found["axe"].values() for v in mode] == []
    assert len(found["axe"]) == 4
    assert {width: max(px, 0) for width, px in found["overflow"].items()} == dict.fromkeys(found["overflow"], 0)
    assert [v for mode in found["contrast"].values() for v in mode] == []
    assert found["missing_glyphs"] == []
    assert found["console"] == []
    assert found["requests"] == []
    assert found["hit"] is None


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_page_is_sound(page, language):
    assert_sound(run("audit.mjs", page(factory.briefing(), language=language)))


def test_brief_page_is_sound(page):
    assert_sound(run("audit.mjs", page(factory.briefing(), length="brief")))


def test_published_page_is_sound(tmp_path):
    text = render(factory.briefing(), ["md"])["briefing.md"].decode()
    path = tmp_path / "published.html"
    path.write_bytes(publish(text, {f"page_{n}.txt": words for n, words in factory.TEXTS.items()}))
    assert_sound(run("audit.mjs", path))


@pytest.mark.parametrize("text", hostile.TEXTS[:3])
def test_injected_scripts_never_run(page, text):
    found = run("audit.mjs", page(hostile.briefing(text)))
    assert found["hit"] is None
    assert found["console"] == []
    assert found["requests"] == []
    assert {width: max(px, 0) for width, px in found["overflow"].items()} == dict.fromkeys(found["overflow"], 0)


def test_filters_leave_the_same_with_and_without_a_script(page):
    found = run("filter.mjs", page(factory.briefing()), "harbour")
    with_script, without = found["script"], found["no_script"]
    assert with_script["by"] == without["by"]
    assert with_script["all"] == without["all"] == ["s-n-1", "s-n-2", "s-s-1", "s-s-2", "s-x-1"]
    assert with_script["by"]["f-p p2"] == ["s-s-1", "s-s-2"]
    assert with_script["by"]["f-i i3"] == ["s-s-1"]
    assert with_script["by"]["f-s s1"] == ["s-n-1"]
    assert with_script["text"] == ["s-s-1"]
    assert with_script["count"] == "5 of 5 statements"
    assert not without["text_field"]
    assert with_script["word_field"] == 0
    assert with_script["context_shows"]
    assert without["context_shows"]


def test_a_common_word_can_be_chosen_without_a_script(page):
    found = run("filter.mjs", page(scale.briefing(12)))
    with_script, without = found["script"], found["no_script"]
    assert {"word thunder", "word drizzle", "word sunshine"} <= without["by"].keys()
    assert len(without["by"]["word thunder"]) == 6  # of "thunderstorms" too, as with typing
    assert with_script["by"] == without["by"]
    assert without["empty_headings"] == 0


def test_every_stop_of_the_tab_key_has_a_name_and_shows(page):
    stops = run("keyboard.mjs", page(factory.briefing()))
    assert stops[0]["name"] == "Skip to the briefing"
    assert all(stop["outline"] for stop in stops)
    assert all(stop["name"] for stop in stops if stop["tag"] in {"a", "button", "summary", "div"})


def test_five_hundred_statements_are_quick(page):
    found = run("speed.mjs", page(scale.briefing(500)), "Statement 321 ")
    assert found["interactive_ms"] < 1000
    assert found["filter_ms"] < 100
    assert found["text_ms"] < 100
    assert found["shown"] == ["s-x-00000141"]


def test_five_thousand_statements_open(page):
    found = run("speed.mjs", page(scale.briefing(5000)), "Statement 4321 ")
    assert found["shown"] == ["s-x-000010e1"]
    assert found["interactive_ms"] < 5000
