"""A page without the quotation marks that HTML does not need says the same."""

from __future__ import annotations

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from briefing.render.html import slim


def tree(page: str) -> str:
    return html5lib.serialize(html5lib.parse(page), quote_attr_values="always")


@pytest.mark.parametrize(
    ("page", "slimmed"),
    [
        ('<p class="a" id="b-1">x</p>', '<p class=a id="b-1">x</p>'),
        ('<p class="a b" title="c&#34;d">&#34;x&#39;s&#34;</p>', '<p class="a b" title="c&#34;d">"x\'s"</p>'),
        (
            '<style>a[b="c"]{content:"&#34;"}</style><i class="d">',
            '<style>a[b="c"]{content:"&#34;"}</style><i class=d>',
        ),
        ('<img alt="" src="a/b">', '<img alt="" src="a/b">'),
    ],
)
def test_quotation_marks_that_html_does_not_need_go(page: str, slimmed: str):
    assert slim(page) == slimmed


@given(st.lists(st.text(max_size=20), min_size=2, max_size=2))
def test_the_page_means_the_same(words: list[str]):
    page = f'<!DOCTYPE html><title>t</title><p class="k" title="{escape(words[0])}">{escape(words[1])}</p>'
    assert tree(slim(page)) == tree(page)
