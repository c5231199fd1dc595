"""What the markup of a page says of its article: title, author, publisher, address, language."""

import json

import pytest

from briefing.steps.clean.metadata import page_data


def ld(**fields) -> str:
    node = {"@type": "NewsArticle", **fields}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


@pytest.mark.parametrize(
    ("head", "author"),
    [
        ('<meta name="author" content="Ada Reyes">', "Ada Reyes"),
        ('<meta name="author" content="By Ada Reyes">', "Ada Reyes"),
        ('<meta property="article:author" content="Ada Reyes">', "Ada Reyes"),
        ('<meta name="parsely-author" content="Ada Reyes">', "Ada Reyes"),
        ('<meta name="author" content="Ada"><meta name="parsely-author" content="Jon">', "Ada"),
        ('<meta name="author" content="Ada"><meta name="author" content="Jon">', "Ada"),
        ('<meta name="author" content="https://harbour.example/ada">', None),  # the address of a profile
        ('<meta name="author" content="@ada">', None),
        (ld(author="Ada") + '<meta name="author" content="Jon">', "Ada"),
        (ld(author=[{"name": "Ada"}, {"name": "Jon"}, {"name": "Ada"}]), "Ada, Jon"),
        (ld(author={"name": "https://harbour.example/ada"}), None),
        ("", None),
    ],
)
def test_author(head, author):
    assert page_data(head).author == author


@pytest.mark.parametrize(
    ("head", "title", "publisher"),
    [
        ("<title>Ferry  sails &amp; docks</title>", "Ferry sails & docks", None),
        ('<meta name="twitter:title" content="Ferry">', "Ferry", None),
        ('<meta property="og:title" content="A"><meta name="twitter:title" content="B"><title>C</title>', "A", None),
        (ld(headline="A") + '<meta property="og:title" content="B">', "A", None),
        (ld(name="A", publisher={"name": "Echo"}), "A", "Echo"),
        # the name of the site behind the headline; behind a bar it is always that
        ("<title>Ferry sails | Echo</title>", "Ferry sails", None),
        ("<title>Ferry sails - Echo</title>", "Ferry sails - Echo", None),
        (
            '<title>Ferry sails - Echo</title><meta property="og:site_name" content="The Echo">',
            "Ferry sails",
            "The Echo",
        ),
        ('<title>Ferry - Echo</title><meta name="application-name" content="Post">', "Ferry - Echo", "Post"),
    ],
)
def test_title_and_publisher(head, title, publisher):
    found = page_data(head)
    assert (found.title, found.publisher) == (title, publisher)


@pytest.mark.parametrize(
    ("head", "url", "language"),
    [
        ('<html lang="de-AT"><link rel="canonical" href="https://a.example/1">', "https://a.example/1", "de"),
        ('<meta property="og:url" content="https://a.example/2">', "https://a.example/2", None),
        (ld(url="https://a.example/3", inLanguage="en_GB") + '<html lang="de">', "https://a.example/3", "en"),
        ('<link rel="canonical" href="">', None, None),
    ],
)
def test_address_and_language(head, url, language):
    found = page_data(head)
    assert (found.url, found.language) == (url, language)


def test_only_the_node_of_an_article_counts():
    assert page_data(ld(**{"@type": "WebSite", "headline": "A"})).title is None
    assert page_data(ld(**{"@type": ["Thing", "BlogPosting"], "headline": "A"})).title == "A"
    nested = {"@graph": [{"@type": "NewsArticle", "headline": "A", "articleBody": "It rained."}]}
    found = page_data(f'<script type="application/ld+json">{json.dumps(nested)}</script>')
    assert (found.title, found.body) == ("A", "It rained.")


@pytest.mark.parametrize(("depth", "author"), [(1, "Ada"), (4, "Ada"), (5, None)])
def test_an_article_is_found_in_lists_and_graphs_of_bounded_depth(depth, author):
    node = {"@type": "NewsArticle", "author": "Ada"}
    for level in range(depth):
        node = [node] if level % 2 else {"@graph": node}
    head = f'<script type="application/ld+json">{json.dumps(node)}</script>'
    assert page_data(head).author == author
