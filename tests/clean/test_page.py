"""HTML pages: lines with their places, metadata, and the pages that hang or mislead other readers."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.languages import load
from briefing.records import RawDocument
from briefing.steps.clean import clean
from briefing.steps.clean.features import Seen
from briefing.steps.clean.metadata import page_data
from briefing.steps.clean.neighbours import NUMERIC, look_around
from briefing.steps.clean.page_features import see_page
from briefing.steps.clean.shown import shown_lines
from tests.clean.test_text import PARAGRAPHS, check_offsets

LEXICON = load("en")
NAV = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/n'>News</a></li></ul></nav>"
FOOTER = "<footer><p>© 2024 Harbour Gazette. All rights reserved.</p></footer>"


def page(paragraphs=PARAGRAPHS, head="", tail=""):
    body = "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs)
    title = "<title>Ferry sails | Harbour Gazette</title>"
    story = f"<article><h1>Ferry sails</h1>{body}</article>"
    return f"<html lang='en-GB'><head>{title}{head}</head><body>{NAV}{story}{tail}{FOOTER}</body></html>"


def read(html):
    return clean(RawDocument("a.html", "text/html", html.encode("utf-8", "replace")), lexicon=LEXICON)


def lines(html):
    return [line.text for line in shown_lines(html).lines]


def test_the_article_stays_with_its_place_in_the_source():
    cleaned = read(page())
    assert cleaned.article.text == "\n\n".join(PARAGRAPHS)
    assert cleaned.article.title == "Ferry sails"
    assert cleaned.article.title_span.of(cleaned.decoded) == "Ferry sails"
    assert cleaned.article.language == "en"
    assert cleaned.problems == ()
    check_offsets(cleaned)


def test_the_line_that_the_page_names_as_its_title_is_the_headline():
    named = "<title>Storms and delays: the week - Harbour Gazette</title>"
    html = page().replace("<title>Ferry sails | Harbour Gazette</title>", named)
    cleaned = read(html.replace("<article>", "<p>Storms and delays</p><article>"))
    assert [label.span.of(cleaned.decoded) for label in cleaned.labels if label.kind == "title"] == [
        "Storms and delays"
    ]


def test_entities_and_tags_inside_a_paragraph():
    first = PARAGRAPHS[0].replace("harbour", "<b>harbour</b>").replace("month", "m&#111;nth &amp; year")
    cleaned = read(page((first, *PARAGRAPHS[1:])))
    assert cleaned.article.text.startswith(PARAGRAPHS[0].replace("month", "month & year"))
    check_offsets(cleaned)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a<p>b", ["a", "b"]),
        ("a<br>b", ["a", "b"]),
        ("<p>a\n  b</p>", ["a b"]),
        ("a<script>var x = '<p>no</p>'</script>b", ["ab"]),
        ("a<!-- <p>no</p> -->b", ["ab"]),
        ('<div data-x=\'{"a": "b > c"}\' title="d > e">f</div>', ["f"]),
        ('<a href="x"">a</a><p>b', ["a", "b"]),
        ('<p title="' + "> " * 20 + '">a', ["a"]),
        ("a<script>var x = 1;\nvar y = 2;\n<p>b", ["a", "b"]),
        ("a<script>var x = 1;\n<p>b</p><script>var y = 2;</p>", ["a", "b"]),
        ('<a title="x > y">a</a>', ["a"]),
        ("1 < 2 &lt; 3", ["1 < 2 < 3"]),
        ("&nbsp;a&nbsp;b", ["a b"]),
        ("a &unknown; b", ["a &unknown; b"]),
        ("a<!-- never closed", ["a"]),
        ("a<script>never closed", ["a"]),
        ("a<p never closed", ["a"]),
        ("", []),
    ],
)
def test_shown_lines(html, expected):
    assert lines(html) == expected


def test_lines_of_one_path_and_of_one_box_are_grouped():
    html = "<div id=a><p class=x>One.</p><p>Two.</p></div><div id=b><p>Three <b>x</b>.</p></div>"
    one, two, three = (line.groups for line in see_page(shown_lines(html).lines, "", LEXICON))
    assert [a == b for a, b in zip(one, two, strict=True)] == [False, True, True]
    assert [a == b for a, b in zip(two, three, strict=True)] == [False, False, True]


@pytest.mark.parametrize(
    ("extracted", "share"),
    [(4, "none"), (5, "some"), (12, "some"), (13, "most"), (20, "most"), (21, "all"), (23, "all")],
)
def test_how_much_of_a_line_the_extract_has(extracted, share):
    words = [f"w{chr(ord('a') + n)}" for n in range(23)]  # twenty sequences of four words
    (line,) = see_page(shown_lines(f"<p>{' '.join(words)}</p>").lines, " ".join(words[:extracted]), LEXICON)
    assert f"extract {share} l" in line.features


def test_what_the_other_lines_of_a_group_score():
    seen = [Seen(["word"] * 9, set(), [], {}) for _ in range(3)]
    for line, groups in zip(seen, (("a",), ("a",), ("b",)), strict=True):
        line.groups = groups
    found = [context[1] for context in look_around(seen, [0.4, 0.9, 0.5], frozenset())]
    alike = NUMERIC.index("alike")
    # The other line's ten words at 0.9 and the prior's ten at 0.4; 8.1 of 16.2 words of mass. Alone: its own score.
    assert [figures[alike] for figures in found] == pytest.approx([0.65, 0.65, 0.5])
    assert [figures[alike + 1] for figures in found] == pytest.approx([0.5, 3.6 / 16.2, 0.0])


def test_script_in_text_stays_text():
    cleaned = read(page((PARAGRAPHS[0] + " &lt;script&gt;alert(1)&lt;/script&gt;.", *PARAGRAPHS[1:])))
    assert "<script>alert(1)</script>" in cleaned.article.text


def test_metadata_from_json_ld():
    head = """<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": ["NewsArticle"],
    "headline": "Ferry &amp; lock", "author": [{"name": "Ada Example"}], "publisher": {"name": "Harbour Gazette"},
    "inLanguage": "en-US", "url": "https://harbour.example/a"}]}</script>"""
    assert page_data(head) == (
        "Ferry & lock",
        "Ada Example",
        "Harbour Gazette",
        "https://harbour.example/a",
        "en",
        None,
    )


def test_metadata_from_meta_elements():
    head = """<meta property="og:title" content="Ferry sails - Harbour Gazette">
    <meta property="og:site_name" content="Harbour Gazette">
    <meta name="author" content="By Ada Example"><link rel="canonical" href="https://harbour.example/a">"""
    assert page_data(head) == ("Ferry sails", "Ada Example", "Harbour Gazette", "https://harbour.example/a", None, None)


@pytest.mark.parametrize(
    "script", ["{", "[[[[[[[[", "null", '{"@type": 3}', '{"@type": "NewsArticle", "author": 7}', "[" * 50_000]
)
def test_broken_json_ld_is_no_metadata(script):
    assert page_data(f'<script type="application/ld+json">{script}</script>').author is None


def test_external_entities_are_inert():
    doctype = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "lol">]>'
    cleaned = read(doctype + page((PARAGRAPHS[0] + " &x; &y;", *PARAGRAPHS[1:])))
    assert "root:" not in cleaned.article.text
    assert "lol" not in cleaned.article.text


HOSTILE = {
    "attributes": page(tail="<div " + "a=1 " * 300_000 + ">x</div>"),
    "open paragraphs": page(tail="<p>" * 60_000),
    "open paragraphs with words": page(tail="<p>word " * 20_000),
    "deep": page(tail="<div>" * 30_000 + "inside" + "</div>" * 30_000),
    "deep inline": page(tail="<b>" * 30_000 + "inside"),
    "entities": page(tail="&amp;" * 60_000),
    "many tags": page(tail="<i>x</i>" * 25_000),
    "open comments": page(tail="<!--" * 100_000),
    "angle brackets": page(tail="<" * 60_000),
    "quotation marks": page(tail='<a href="' * 50_000),
    "scripts": page(tail="<script>" * 50_000),
    "scripts in lines": page(tail="<script>\n" * 50_000),
    "apostrophes": page(tail="<a href='" * 50_000 + ">"),
    "values": page(tail="<a x='>" * 50_000),
}


@pytest.mark.parametrize("html", HOSTILE.values(), ids=HOSTILE)
def test_hostile_pages_take_bounded_time_and_keep_their_article(html):
    start = time.perf_counter()
    cleaned = read(html)
    assert time.perf_counter() - start < 20
    for paragraph in PARAGRAPHS:
        assert paragraph in cleaned.article.text
    check_offsets(cleaned)


@pytest.mark.parametrize("name", ["open paragraphs", "deep", "many tags"])
def test_a_page_that_is_read_by_its_lines_alone_says_so(name):
    assert "source.odd_page" in [problem.code for problem in read(HOSTILE[name]).problems]


def test_words_deep_inside_are_not_lost():
    deep = "<div>" * 30_000 + f"<p>{PARAGRAPHS[1]}</p>"
    cleaned = read(page((PARAGRAPHS[0], *PARAGRAPHS[2:]), tail=deep))
    assert any(PARAGRAPHS[1] in label.span.of(cleaned.decoded) for label in cleaned.labels)


@pytest.mark.parametrize("html", ["", "   ", "<html></html>", "<p></p>", "<"])
def test_an_empty_page_is_a_problem(html):
    assert [problem.code for problem in read(html).problems] == ["source.no_article"]


@settings(deadline=None)
@given(st.text(alphabet="<>/pabdiv \"'=&;#!-\n\u200bé", max_size=200))
def test_any_markup_is_read_with_true_offsets(html):
    for line in shown_lines(html).lines:
        for run in line.runs:
            assert line.text[run.text : run.text + run.length] == html[run.source : run.source + run.length]
