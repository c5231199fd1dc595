"""An edited briefing is published with its block quotes intact, or not at all."""

from __future__ import annotations

import pytest

from briefing.render import render
from briefing.render.publish import NotVerbatimError, publish
from tests.render.factory import TEXTS, briefing

SOURCES = {f"page_{n}.txt": text for n, text in TEXTS.items()}
MARKDOWN = render(briefing(), ["md"])["briefing.md"].decode()
QUOTE = "> South demanded an open harbour."


def line_of(text, words):
    return next(n for n, line in enumerate(text.split("\n"), 1) if words in line)


def test_the_unedited_briefing_is_published():
    page = publish(MARKDOWN, SOURCES).decode()
    assert "<blockquote>" in page
    assert "South demanded an open harbour." in page


def test_prose_and_shorter_quotes_are_the_editors_right():
    edited = MARKDOWN.replace("## In short", "## Our view\n\nA quiet *week*.\n\n## In short")
    assert "<em>week</em>" in publish(edited.replace(QUOTE, "> South demanded"), SOURCES).decode()


@pytest.mark.parametrize(
    "change",
    [
        "> South demanded a closed harbour.",
        "> South demanded an **open** harbour.",
        "> South demanded an open harb",
        "> South demanded an open harbour.\nAnd it was right.",
        "> South demanded an open harbour. And it was right.",
    ],
)
def test_a_changed_quote_is_refused_with_its_line(change):
    edited = MARKDOWN.replace(QUOTE, change, 1)
    with pytest.raises(NotVerbatimError) as caught:
        publish(edited, SOURCES)
    assert caught.value.faults[0].startswith(f"line {line_of(edited, change.split(chr(10))[0])}: ")


def test_every_changed_line_is_named():
    with pytest.raises(NotVerbatimError) as caught:
        publish(MARKDOWN.replace("> South demanded", "> South begged for"), SOURCES)
    assert len(caught.value.faults) == MARKDOWN.count(QUOTE)


def test_words_of_another_source_are_refused():
    edited = MARKDOWN.replace(QUOTE, "> South’s office declined to comment.", 1)
    with pytest.raises(NotVerbatimError, match="page_2"):
        publish(edited, SOURCES)


def test_a_quote_typed_as_html_is_refused():
    edited = MARKDOWN.replace("## In short", "<blockquote>We give in.</blockquote>\n\n## In short")
    with pytest.raises(NotVerbatimError, match="We give in"):
        publish(edited, SOURCES)


def test_a_missing_source_is_named():
    with pytest.raises(NotVerbatimError, match=r"page_2\.txt is not among"):
        publish(MARKDOWN, {k: v for k, v in SOURCES.items() if k != "page_2.txt"})


def test_nothing_an_editor_pastes_is_live():
    pasted = '<script>alert(1)</script><img src=x onerror=alert(1)> [go](javascript:alert(1)) <a href="data:x">y</a>'
    page = publish(MARKDOWN.replace("## In short", pasted + "\n\n## In short"), SOURCES).decode()
    assert "<script" not in page
    assert "onerror" not in page
    assert "javascript:" not in page
    assert "data:x" not in page


def test_a_file_without_front_matter_is_checked_against_all_sources():
    assert b"open harbour" in publish("# Note\n\n> South demanded an open harbour.\n", SOURCES)
    with pytest.raises(NotVerbatimError, match="line 3"):
        publish("# Note\n\n> South wept.\n", SOURCES)


def test_a_label_that_was_changed_by_hand_is_refused_with_its_line_and_the_way_to_correct_it():
    label = next(line for line in MARKDOWN.split("\n") if "**S-1** South" in line)
    edited = MARKDOWN.replace(label, label.replace("▲", "✕"), 1)
    with pytest.raises(NotVerbatimError) as caught:
        publish(edited, SOURCES, MARKDOWN)
    (fault,) = caught.value.faults
    assert fault.startswith(f"line {line_of(edited, '**S-1** South')}: a label was changed by hand")
    assert "briefing correct S-1 …" in fault


def test_labels_may_go_and_move_and_new_words_may_cite():
    lines = MARKDOWN.split("\n")
    label = next(line for line in lines if "**S-1** South" in line)
    edited = "\n".join(["Mind what South says in [[2]](#source-2).", "", *(line for line in lines if line != label)])
    assert b"Mind what South says" in publish(edited, SOURCES, MARKDOWN)


def test_words_of_ones_own_are_marked_as_the_editors_and_no_others():
    edited = MARKDOWN.replace("## In short", "## Our view\n\nA quiet *week*.\n\n- One point\n\n## In short")
    page = publish(edited, SOURCES, MARKDOWN).decode()
    assert '<p class="editor"><span class="by">Editor’s note: </span>A quiet <em>week</em>.</p>' in page
    assert '<li class="editor"><span class="by">Editor’s note: </span>One point</li>' in page
    assert '<h2 class="editor">Our view</h2>' in page
    assert page.count('class="editor"') == 3
    assert 'class="editor"' not in publish(MARKDOWN, SOURCES, MARKDOWN).decode()
