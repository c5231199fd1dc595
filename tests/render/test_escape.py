"""What is shown is what the source says, and never anything else."""

from __future__ import annotations

import re
import time
from html import unescape

import markdown as python_markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from briefing.render import escape
from tests.render.hostile import TEXTS

ENGINES = {
    "python-markdown": lambda text: python_markdown.markdown(text, extensions=["tables"]),
    "markdown-it": MarkdownIt("commonmark").enable(["table", "strikethrough"]).render,
}


def shown(html):
    return unescape(re.sub(r"<[^>]*>", "", html)).strip()


@pytest.mark.parametrize("engine", ENGINES)
@given(text=st.text(min_size=1, max_size=60))
def test_markdown_shows_the_text_in_both_engines(engine, text):
    html = ENGINES[engine]("> " + escape.markdown(text))
    plain = " ".join(escape.visible(text).split())
    assert " ".join(shown(html).split()) == plain
    assert set(re.findall(r"<(\w+)", html)) <= {"blockquote", "p"}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("text", TEXTS)
def test_markdown_shows_hostile_text_in_a_table(engine, text):
    html = ENGINES[engine](f"| a | b |\n|---|---|\n| {escape.markdown(text)} | x |")
    cells = re.findall(r"<td>(.*?)</td>", html, re.DOTALL)
    assert [" ".join(shown(c).split()) for c in cells] == [" ".join(escape.visible(text).split()), "x"]


@given(text=st.text(max_size=60))
def test_unmarkdown_is_the_inverse(text):
    assert escape.unmarkdown(escape.markdown(text)) == escape.visible(text)


@given(text=st.text(max_size=60))
def test_nothing_that_steers_is_visible(text):
    assert not re.search("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", escape.visible(text))


@given(text=st.text(max_size=60))
def test_no_cell_is_a_formula(text):
    assert escape.csv_cell(text)[:1] not in {"=", "+", "-", "@"}


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://example.org/a?b=c", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("https://", False),
        ("https://[", False),
        (None, False),
    ],
)
def test_only_web_addresses_are_links(url, safe):
    assert (escape.web_url(url) is not None) == safe


def test_text_fragments_name_the_words():
    link = escape.fragment_link("https://example.org/a#b", "“No,” she said - twice")
    assert link == "https://example.org/a#:~:text=%E2%80%9CNo%2C%E2%80%9D%20she%20said%20%2D%20twice"
    long = escape.fragment_link("https://example.org/a", " ".join("abcdefghijkl"))
    assert long == "https://example.org/a#:~:text=a%20b%20c%20d%20e,h%20i%20j%20k%20l"


@pytest.mark.parametrize("text", ["\\" * 50_000, "[" * 50_000, "1" * 50_000, "&" * 50_000, " " * 50_000, "ww" * 50_000])
def test_long_hostile_text_takes_no_time(text):
    start = time.perf_counter()
    escape.unmarkdown(escape.markdown(text))
    escape.csv_cell(text)
    assert time.perf_counter() - start < 1
