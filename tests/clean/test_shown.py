"""What the scanner of pages knows of each line it shows: where it stands, in which elements, how much is link."""

import pytest

from briefing.steps.clean.shown import MAX_TAG, shown_lines


@pytest.mark.parametrize(
    ("html", "linked"),
    [
        ("<p>a <a href='x'>b c</a> d</p>", [("a b c d", 2)]),  # characters of links, without their spaces
        ("<a>one two</a>", [("one two", 6)]),
        ("<a>b</a><p>c</p>", [("b", 1), ("c", 0)]),
        ("<a><p>b</p></a>x", [("b", 1), ("x", 0)]),
        ("x<a>y &amp; z</a>", [("xy & z", 3)]),
        ("<abbr>b</abbr>", [("b", 0)]),
    ],
)
def test_linked_characters(html, linked):
    assert [(line.text, line.linked) for line in shown_lines(html).lines] == linked


@pytest.mark.parametrize(
    ("html", "around"),
    [
        ("<ul><li>a<li>b</ul>c", ["ul li", "ul li", ""]),  # a new item ends the one before
        ("<dl><dt>a<dd>b</dl>", ["dl dt", "dl dd"]),
        ("<option>a<option>b", ["option", "option"]),
        ("<section><h1>t</h1><p>a", ["section h1", "section p"]),
        ("<div><p>a<p>b</div>c", ["div p", "div p", ""]),
        ("<div><b>a</div>b", ["div b", ""]),  # what stands open inside is closed with it
        ("a</i>b", [""]),  # a stray end tag closes nothing
        ("<P>a</p>b", ["p", ""]),
        ("a<hr>b<br>c", ["", "", ""]),  # they have no inside
        ("<x-box>a</x-box>", [""]),  # no block: its line ends behind it
        ("<title>t</title>a", [""]),
        ("<select><option>x</select>a", [""]),
    ],
)
def test_elements_around_a_line(html, around):
    assert [" ".join(element.name for element in line.around) for line in shown_lines(html).lines] == around


def test_the_last_twelve_elements_are_told():
    (line,) = shown_lines("<p>" + "".join(f"<i class=n{i}>" for i in range(14)) + "a<div></div>").lines
    assert [element.about for element in line.around] == [f"n{i}" for i in range(2, 14)]


@pytest.mark.parametrize(
    ("tag", "about", "hidden"),
    [
        ("<p>", "", False),
        ("<p class='x' id=y>", "x y", False),
        ('<p role="z w">', "z w", False),
        ("<p title=x>", "", False),
        ("<p style='display: none'>", "", True),
        ("<p style='color: red'>", "", False),
        ('<p aria-hidden="true" CLASS=x>', "x", True),
    ],
)
def test_what_a_tag_says(tag, about, hidden):
    (line,) = shown_lines(f"{tag}a</p>").lines
    assert [(element.about, element.hidden) for element in line.around] == [(about, hidden)]


@pytest.mark.parametrize(
    ("html", "runs"),
    [
        ("<p>a b</p>", [(0, 3, 3)]),
        ("<p>a <b>b</b> c", [(0, 3, 1), (2, 8, 1), (4, 14, 1)]),  # tags stand between the words
        ("a  b", [(0, 0, 1), (2, 3, 1)]),  # two spaces are one on the line
        ("a\nb", [(0, 0, 1), (2, 2, 1)]),
        ("a &amp; b", [(0, 0, 1), (4, 8, 1)]),  # what an entity stands for is not in the source
        ("a &x; b", [(0, 0, 7)]),  # none of HTML: shown as it is
        ("a<3", [(0, 0, 3)]),
        ("a<!--x-->b", [(0, 0, 1), (1, 9, 1)]),
        ("a<?x?>b", [(0, 0, 1), (1, 6, 1)]),
        ("a<!x>b", [(0, 0, 1), (1, 5, 1)]),
        ("a<img src=x>b", [(0, 0, 1), (2, 12, 1)]),  # a picture parts words
        ("a<script>x</script>b", [(0, 0, 1), (1, 19, 1)]),
        ("a<SCRIPT>x</Script >b", [(0, 0, 1), (1, 20, 1)]),
    ],
)
def test_runs_lead_to_the_source(html, runs):
    (line,) = shown_lines(html).lines
    assert list(line.runs) == runs


@pytest.mark.parametrize(
    ("html", "tags", "depth", "longest"),
    [
        ("", 0, 0, 0),
        ("<p>a</p>", 2, 1, 4),
        ("<div><p>a</p><p class=x>b</p></div>", 6, 2, 11),
        ("<div><p>a</div><i>b", 4, 2, 6),
        ("<br><hr><img>", 3, 0, 5),
        ("<script>x</script>", 1, 0, 8),
        ("<!-- no --><!x>1 < 2", 0, 0, 0),
        (f"<p title='{'x' * MAX_TAG}'>a", 1, 1, MAX_TAG + 12),
        ("<b>" * 5001 + "a", 5001, 5000, 3),  # deeper ones are not remembered
    ],
)
def test_figures_of_a_page(html, tags, depth, longest):
    shown = shown_lines(html)
    assert (shown.tags, shown.depth, shown.longest_tag) == (tags, depth, longest)
