"""Plain text as scrapers leave it: the article stays, the page goes, every line gets a verdict."""

import textwrap
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.languages import load
from briefing.records import Metadata, RawDocument
from briefing.steps.clean import clean
from briefing.steps.clean.decode import decode, is_binary
from briefing.steps.clean.lines import blocks, split_lines

LEXICON = load("en")
PARAGRAPHS = (
    "The harbour master said on Monday that the ferry would sail again before the end of the month.",
    "Fishermen had waited for three weeks while engineers repaired the lock at the mouth of the river.",
    "She told reporters that two more boats would follow as soon as the water had fallen far enough.",
    "“Nobody wanted to wait any longer than that,” she said. “The islands need their boats.”",
    "The repairs were paid for by the county, which had asked the ministry for help without an answer.",
)
PAGE = f"""Skip to content
Home
News
Sports
Ferry to sail again after repairs to the lock
By Ada Example
Share this article
Facebook Twitter WhatsApp
{PARAGRAPHS[0]}
{PARAGRAPHS[1]}
- Advertisement -
{PARAGRAPHS[2]}
Read more: Council votes on the new bridge
What the ministry said
{PARAGRAPHS[3]}
{PARAGRAPHS[4]}
Leave a comment
Your email address will not be published.
Related stories
Storm closes three schools on the coast
A storm closed three schools on Thursday, and two roads along the coast were under water...
© 2024 Harbour Gazette. All rights reserved."""


def read(text, **fields):
    body = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    return clean(RawDocument("a.txt", "text/plain", body, **fields), lexicon=LEXICON)


def check_offsets(cleaned):
    article = cleaned.article
    for run in article.offsets:
        assert run.length > 0
        here = article.text[run.text : run.text + run.length]
        assert here == cleaned.decoded[run.source : run.source + run.length]
    assert list(article.offsets) == sorted(article.offsets)
    for label in cleaned.labels:
        assert 0 <= label.span.start < label.span.end <= len(cleaned.decoded)
        assert label.rule


def kinds(cleaned):
    return {label.span.of(cleaned.decoded): label.kind for label in cleaned.labels}


def test_the_article_stays_and_the_page_goes():
    cleaned = read(PAGE)
    found = kinds(cleaned)
    assert [line for line, kind in found.items() if kind == "body"] == list(PARAGRAPHS)
    assert cleaned.article.title == "Ferry to sail again after repairs to the lock"
    assert found["By Ada Example"] == "byline"
    assert (cleaned.article.author, cleaned.article.publisher) == ("Ada Example", "Harbour Gazette")
    assert len(cleaned.labels) == len(PAGE.splitlines())
    check_offsets(cleaned)


def test_a_verdict_names_the_words_behind_it():
    rules = {label.span.of(PAGE): label.rule for label in read(PAGE).labels}
    assert "'advertisement' (advert)" in rules["- Advertisement -"]
    assert rules[PARAGRAPHS[0]].startswith("line model 0.")


def test_line_ends_of_other_systems_change_nothing():
    cleaned = read(PAGE.replace("\n", "\r\n"))
    assert cleaned.article.text == read(PAGE).article.text
    check_offsets(cleaned)


def test_a_paragraph_that_stands_twice_is_kept_once():
    text = "\n".join([*PARAGRAPHS, PARAGRAPHS[0]])
    assert read(text).article.text.count(PARAGRAPHS[0]) == 1


def test_a_standfirst_is_told_from_the_body():
    first = "The ferry would sail again before the end of the month, the harbour master said"
    assert (
        kinds(read(f"Ferry to sail again after repairs to the lock\n{first}\n" + "\n".join(PARAGRAPHS)))[first]
        == "standfirst"
    )


def test_hard_wrapped_text_is_put_together():
    wrapped = "\n\n".join(textwrap.fill(paragraph, 62) for paragraph in PARAGRAPHS[:3])
    lines = split_lines(wrapped)
    assert [len(block.lines) for block in blocks(lines)] == [2, 2, 2]
    cleaned = read(wrapped)
    assert cleaned.article.text == "\n\n".join(PARAGRAPHS[:3])
    assert len(cleaned.labels) == 6
    check_offsets(cleaned)


def test_extracted_text_is_taken_exactly_as_it_is():
    text = "  One.\r\n\r\nSkip to content\u200b\n"
    cleaned = read(text, extracted=True)
    assert cleaned.article.text == cleaned.decoded == text
    assert cleaned.article.offsets == ((0, 0, len(text)),)
    assert [label.kind for label in cleaned.labels] == ["body", "body"]


def test_invisible_characters_are_left_out_and_said():
    text = "\n".join(PARAGRAPHS).replace("harbour", "har\u200bbour").replace("Monday", "\u202eMonday\u202c\x07")
    cleaned = read(text)
    assert cleaned.article.text == read("\n".join(PARAGRAPHS)).article.text
    assert [problem.code for problem in cleaned.problems] == ["source.invisible"]
    check_offsets(cleaned)


def test_joiners_stay_where_words_are_spelled_with_them():
    text = "\n".join(PARAGRAPHS).replace("harbour", "می\u200cروم 👩\u200d🚒")
    assert "می\u200cروم 👩\u200d🚒" in read(text).article.text


def test_what_came_with_the_document_goes_before_the_page():
    article = read(PAGE, metadata=Metadata(id="7", title="T", publisher="P", author="A", reliability="B")).article
    assert (article.id, article.title, article.publisher, article.author, article.reliability) == (
        "7",
        "T",
        "P",
        "A",
        "B",
    )


def test_one_sentence_is_an_article_too():
    assert read(PARAGRAPHS[0]).article.text == PARAGRAPHS[0]


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff", "Menu", "\x00", "…", "\ud800"])
def test_nothing_to_read_is_a_problem(text):
    cleaned = read(text)
    assert cleaned.article.text == ""
    assert "source.no_article" in [problem.code for problem in cleaned.problems]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_decoding(encoding):
    assert decode("“Café”, she said".encode(encoding))[0].strip("\ufeff") == "“Café”, she said"


def test_a_declared_charset_is_used_and_an_unknown_one_is_not():
    assert decode('<meta charset="iso-8859-2">łódź'.encode("iso-8859-2"))[0].endswith("łódź")
    assert decode(b'<meta charset="zip">caf\xe9')[0].endswith("café")


def test_a_mark_stays_so_that_offsets_hold_in_the_file(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + PARAGRAPHS[0].encode() + b"\r\n")
    with path.open(encoding="utf-8", newline="") as stream:
        assert stream.read() == read(path.read_bytes()).decoded


def test_binary():
    assert is_binary(bytes(range(256)))
    assert not is_binary("“Café”".encode("utf-16"))
    assert not is_binary(b"")


@settings(deadline=None)
@given(st.text(max_size=400))
def test_any_text_gets_a_verdict_for_each_line_and_true_offsets(text):
    cleaned = read(text)
    lines = [line for line in cleaned.decoded.split("\n") if line.strip("\ufeff").strip()]
    assert len(cleaned.labels) == len(lines)
    check_offsets(cleaned)


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_without_an_exception(body):
    check_offsets(read(body))


@pytest.mark.parametrize(
    "text",
    [
        "a" * 2_000_000,
        "a\n" * 30_000,
        "read more " * 100_000,
        "© 2024 " * 50_000,
        "A. " * 300_000,
        "By A" * 100_000,
        "\u200b" * 500_000,
    ],
    ids=["one word", "short lines", "furniture", "rights", "stops", "bylines", "invisible"],
)
def test_hostile_text_takes_bounded_time(text):
    start = time.perf_counter()
    read(text)
    assert time.perf_counter() - start < 20


def test_an_article_too_long_to_read_is_left_out_and_told():
    cleaned = read("The ferry sails at noon. " * 40_001, extracted=True)
    assert (cleaned.article.text, cleaned.article.paragraphs) == ("", ())
    assert [problem.code for problem in cleaned.problems] == ["source.too_long"]
    assert read("The ferry sails at noon. " * 39_999, extracted=True).problems == ()


LONG = (
    "The harbour board will close the old weir in June, its chairman said on Monday, because the repair bill has "
    "doubled since the flood and no bank will lend the money that is needed for a new one."
)


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        (
            "Weir to close\n\n2031-03-04\n\nThe Blue Party rejected it.\n",
            "Weir to close",
            "The Blue Party rejected it.",
        ),
        ("Rain\n\nIt rained.\n", "Rain", "It rained."),
        ("It rained.\n\nIt was late.\n", None, "It rained.\n\nIt was late."),
        (f"Floods\n\nBy Ada Reyes\n\n4 March 2031\n\n{LONG}\n", "Floods", LONG),
        (f"Home\n\n4 March 2031\n\n{LONG}\n", None, LONG),  # the line of a menu
        (f"4 March 2031\n\n{LONG}\n", None, LONG),
    ],
)
def test_a_note_is_an_article_and_its_first_line_the_headline(text, title, body):
    found = read(text).article
    assert (found.title, found.text) == (title, body)


@pytest.mark.parametrize(
    "line",
    [
        "“We support the plan,” Karin Berg said.",
        "“Thank you for your support,” Karin Berg said.",
        "“Subscribe to this idea,” Karin Berg said.",
        "“All rights reserved for workers,” Karin Berg said.",
    ],
)
def test_words_of_furniture_inside_a_quotation_are_somebodys(line):
    text = (
        "Council to vote on weir\n\nThe town will vote on the new weir on Monday, and the council decides before.\n\n"
        f"The mayor was not there, and nobody else spoke in the hall. A vote is due in May, officials said.\n\n{line}\n"
    )
    raw = RawDocument("a.txt", "text/plain", text.encode())
    assert line in clean(raw, lexicon=LEXICON).article.text


def test_an_appeal_below_an_article_is_no_quotation_of_it():
    text = (
        "Council to vote on weir\n\nThe town will vote on the new weir on Monday, and the council decides before.\n\n"
        "The mayor was not there, and nobody else spoke in the hall. A vote is due in May, officials said.\n\n"
        "“Independent news matters.” Support our reporting, our readers say, and donate today.\n"
    )
    raw = RawDocument("a.txt", "text/plain", text.encode())
    assert "donate" not in clean(raw, lexicon=LEXICON).article.text


@pytest.mark.parametrize(
    "line",
    [
        "by Ada Example, the Institute for the Ferry, the Harbour and the Lock",
        "Fishermen at the lock, the ferry and the harbour on Monday. Credit: Ada Example/Agency",
        "• Fishermen: the lock, the ferry and the harbour of the islands",
    ],
)
def test_a_name_a_caption_or_a_point_of_a_list_is_no_headline(line):
    page = PAGE.replace("Facebook Twitter WhatsApp", f"Facebook Twitter WhatsApp\n{line}")
    assert read(page).article.title == "Ferry to sail again after repairs to the lock"


def test_a_sentence_that_a_named_speaker_ends_is_kept_whatever_words_stand_in_it():
    told = "The advertisement of the ferry company was banned, Reyes said."
    page = PAGE.replace(PARAGRAPHS[4], f"{PARAGRAPHS[4]}\n{told}")
    assert told in read(page).article.text
    assert "The advertisement." not in read(page.replace(told, "The advertisement.")).article.text


def test_the_sentence_below_the_date_and_one_between_two_paragraphs_are_kept():
    lede = "The German boss of the ferries vowed last night: We will not sack a soul."
    sneer = "But union leader Jon Vik sneered: 'Put it in writing and sign it, Clara.'"
    page = "\n".join(
        ["FERRY BOSS: WE SACK NOBODY", "Published: 17 Oct 2025", lede, *PARAGRAPHS[:2], sneer, PARAGRAPHS[2]]
    )
    article = read(page).article
    assert article.title == "FERRY BOSS: WE SACK NOBODY"
    assert article.text.startswith(lede)
    assert sneer in article.text
