"""Whole pages: lists of articles, a second article below, consent boxes, paywalls, a body in the markup alone."""

import json

import pytest

from briefing.languages import load
from briefing.records import Metadata, RawDocument
from briefing.steps.clean import clean
from briefing.steps.clean.features import see
from briefing.steps.clean.metadata import PageData
from briefing.steps.clean.model import Scored
from briefing.steps.clean.shown import Element, ShownLine
from briefing.steps.clean.structure import Verdict
from briefing.steps.clean.whole_page import one_article
from briefing.steps.dating import date_article

LEXICON = load("en")
STORY = (
    "The harbour master said on Monday that the ferry would sail again before the end of the month.",
    "Fishermen had waited for three weeks while engineers repaired the lock at the mouth of the river.",
    "She told reporters that two more boats would follow as soon as the water had fallen far enough.",
    "“Nobody wanted to wait any longer than that,” she said. “The islands need their boats.”",
    "The repairs were paid for by the county, which had asked the ministry for help without an answer.",
)
OTHER = (
    "The museum of clocks opens a second hall on Saturday, with two hundred pieces that were never shown before.",
    "Its director said the oldest of them had been found in a barn behind the mill and still kept time.",
)


def page(body, head=""):
    return f"<!doctype html><html lang='en'><head><title>Ferry to sail again</title>{head}</head>{body}</html>"


def told(title, paragraphs):
    lines = "".join(f"<p>{text}</p>" for text in paragraphs)
    return f"<article><header><h1>{title}</h1></header><div>{lines}</div></article>"


def read(html, *, media_type="text/html", **fields):
    return clean(RawDocument("a.html", media_type, html.encode(), **fields), lexicon=LEXICON)


def test_the_next_article_below_is_another_one():
    html = page(told("Ferry to sail again", STORY) + told("Clocks get a second hall", OTHER))
    assert read(html).article.text == "\n\n".join(STORY)


def test_a_second_main_heading_without_a_header_is_part_of_the_article():
    html = page(told("Ferry to sail again", STORY)[: -len("</article>")] + f"<h1>What boats cost</h1><p>{OTHER[0]}</p>")
    assert OTHER[0] in read(html).article.text


def test_a_list_of_teasers_has_no_text_and_no_day():
    cards = "".join(
        f"<div><a href='/{n}'><h2>{title}</h2></a><p>{teaser}</p><span>{n} May 2024</span></div>"
        for n, (title, teaser) in enumerate(
            [("Why the ferry is late", "Crews are short."), ("Bakers who start at two", "A night in the mill.")] * 3, 1
        )
    )
    raw = RawDocument("a.html", "text/html", page(f"<main><h1>News</h1>{cards}</main>").encode())
    cleaned = clean(raw, lexicon=LEXICON)
    dated = date_article(cleaned, raw, lexicon=LEXICON)
    assert (dated.text, dated.published, dated.page_date) == ("", None, None)
    assert [problem.code for problem in cleaned.problems] == ["source.no_article"]


def test_an_article_that_only_the_markup_has_is_not_replaced_by_what_stands_around_it():
    said = {"@type": "NewsArticle", "headline": "Ferry to sail again", "articleBody": " ".join(STORY)}
    head = f'<script type="application/ld+json">{json.dumps(said)}</script>'
    about = "Ada Example has written about boats ever since she fell off one as a child on the northern coast."
    assert read(page(f"<article><h1>Ferry to sail again</h1><p>{about}</p></article>", head)).article.text == ""
    shown = read(page(told("Ferry to sail again", STORY[:1]), head))
    assert shown.article.text == STORY[0]  # a teaser is the article's own words


def test_a_consent_box_is_no_article():
    box = "We and our partners keep data on your device. " * 8
    html = page(f"<div id='consent-box'><p>{box}</p></div>" + told("Ferry to sail again", STORY))
    assert "partners" not in read(html).article.text


def test_what_stands_below_a_paywall_is_an_offer():
    offer = (
        "To view the full story, please subscribe to The Gazette.",
        "— Walks, songs and a welcome gift for members",
    )
    assert read(page(told("Ferry to sail again", (*STORY, *offer)))).article.text == "\n\n".join(STORY)


def test_a_wall_that_the_text_flows_around_ends_nothing():
    told_around = (STORY[0], "Log in to read the full story without boxes.", *STORY[1:])
    assert STORY[-1] in read(page(told("Ferry to sail again", told_around))).article.text


@pytest.mark.parametrize("text", ["Ms Lind rejected the plan.\n\n“It was unfair,” Mr Berg said.\n\nHe wants a vote."])
def test_short_sentences_without_furniture_stay(text):
    assert read(text, media_type="text/plain").article.text == text


def test_a_short_quotation_ends_an_article():
    lines = ("Share this article", *STORY[:3], "“We will see,” Mr Berg said.", "Related stories")
    assert read("\n\n".join(lines), media_type="text/plain").article.text.endswith("“We will see,” Mr Berg said.")


def test_the_name_below_a_quotation_stays_with_it():
    lines = (*STORY[:2], "“The islands need their boats.”\n— Ada Example, mayor of Marsden", STORY[4])
    cleaned = read("\n\n".join(lines), media_type="text/plain")
    article = cleaned.article
    assert article.text.endswith(f"boats.”\n\n— Ada Example, mayor of Marsden\n\n{STORY[4]}")
    assert {paragraph.kind for paragraph in article.paragraphs} == {"body"}


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Ada Example January 18, 2017", "Ada Example"),
        ("By Ada Example Tuesday, Aug. 17, 2010", "Ada Example"),
        ("By Theresa May", "Theresa May"),
        ("By Abby Crosby", "Abby Crosby"),
        ("Written by Toby Moor and Ada Example", "Toby Moor and Ada Example"),
        ("By Ada Example, Toby Moor", "Ada Example, Toby Moor"),
    ],
)
def test_bylines(line, author):
    text = "\n\n".join(("Ferry to sail again after repairs", line, *STORY))
    assert read(text, media_type="text/plain").article.author == author


def test_another_language_is_told_and_not_called_english():
    spanish = (
        "El consejo del río dijo el jueves que cerraría la vieja presa durante dieciocho meses mientras los ingenieros "
        "reconstruyen sus compuertas y los agricultores esperan el agua."
    )
    cleaned = read(spanish, media_type="text/plain", extracted=True)
    assert [problem.code for problem in cleaned.problems] == ["source.language"]
    assert cleaned.article.language == "es"
    wrongly = read(spanish, media_type="text/plain", extracted=True, metadata=Metadata(language="en"))
    assert wrongly.article.language == "es"
    assert read(" ".join(STORY), media_type="text/plain", extracted=True).problems == ()


def test_a_paragraph_beside_as_many_of_the_article_belongs_to_it():
    lines = "".join(f"<p>{text}</p>" for text in STORY)
    aside = (
        "<aside class='right'><h3>On air</h3><p>The morning show with Kim and all the music that you like</p></aside>"
    )
    article = read(page(f"<div><aside class='main'><div class='txt'>{lines}</div></aside>{aside}</div>")).article
    assert [p.span.of(article.text) for p in article.paragraphs] == list(STORY)


@pytest.mark.parametrize("name", ["<cite>— Eleanor Rosen, farmer</cite>", "<footer>Eleanor Rosen, farmer</footer>"])
def test_a_block_quotation_is_kept_with_the_name_below_it(name):
    quoted = "<blockquote><p>You must do what you think you cannot do, and then ask who pays for it.</p>" + name
    article = read(page(told("Ferry to sail again", STORY[:2]) + quoted + "</blockquote>")).article
    assert [p.kind for p in article.paragraphs][-2:] == ["quotation", "signature"]


def test_a_markdown_quotation_is_kept_with_the_name_below_it():
    text = "# Ten voices\n\nThe council met.\n\n> It will be a hard winter.\n>\n> — Karin Lind, mayor\n\nIt rained."
    article = clean(RawDocument("a.md", "text/markdown", text.encode()), lexicon=LEXICON).article
    assert [p.kind for p in article.paragraphs] == ["body", "quotation", "signature", "body"]


def test_a_signed_quotation_on_one_line_is_part_of_the_article():
    text = "\n\n".join(
        ["Ferry to sail again", *STORY[:2], "“The plan is bad for all of us.” — Eleanor Rosen, farmer", STORY[2]]
    )
    article = clean(RawDocument("a.txt", "text/plain", text.encode()), lexicon=LEXICON).article
    assert article.paragraphs[2].span.of(article.text).endswith("Rosen, farmer")
    assert article.paragraphs[2].kind == "body"


_HEADING = (Element("main", "", hidden=False), Element("h2", "", hidden=False))
_PARAGRAPH = (Element("main", "", hidden=False), Element("p", "", hidden=False))


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        ([("Ferries are late", _HEADING)] * 2 + [("Crews are short.", _PARAGRAPH)], 0),
        ([("Ferries are late", _HEADING)] * 2 + [("Crews are short.", _PARAGRAPH)] * 2, 4),
        ([("Ferries are late", _HEADING)] * 2 + [(STORY[0], _PARAGRAPH)], 3),
        ([("Ferries are late", _HEADING)] + [(STORY[0], _PARAGRAPH)] * 2, 3),
    ],
)
def test_a_page_of_more_headings_than_other_lines_is_no_article_unless_one_is_a_sentence(lines, kept):
    shown = [ShownLine(text, (), around, 0) for text, around in lines]
    scored = [Scored(seen, 0.9, "why") for seen in see([text for text, _ in lines], LEXICON)]
    found = one_article(shown, scored, [Verdict("body", "why")] * len(lines), PageData())
    assert [verdict.kind for verdict in found].count("body") == kept
