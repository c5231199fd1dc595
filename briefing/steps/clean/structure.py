"""Headline, standfirst, sub-headings, byline and dates among the lines that the model scored."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefing.languages import Lexicon
from briefing.steps.clean.features import Seen
from briefing.steps.clean.furniture import tokens
from briefing.steps.clean.model import Scored

_FINAL = re.compile(r"[.!?…][\"'”’)\]]*$")
# “We are ready.” | — Ada Reyes, mayor of Marsden: the line that signs a quotation.
_SIGNATURE = re.compile(r"(?:[–—]|--) ?[A-Z][\w.'’-]*[ ,]")
_QUOTED = re.compile(r"[\"”»]$")
_SIGNED = re.compile(r"[\"“«][^\"“”«»]+[\"”»],? ?(?:[–—]|--) ?[A-Z]")  # “We are ready.” — Ada Reyes, mayor
_SPOKEN = re.compile(r"[\"“«].*[\"”»],? ?(?=[^\"“«”»]{4,60}$)")  # what a line quotes, with its speaker behind
_NAME = r"[A-Z][\w’'-]+"
_SIGNATURE_WORDS = 12
_SENTENCE_WORDS = 8  # a line of fewer words is a heading or a fragment, not a paragraph to begin with
_HEADLINE_WORDS = (3, 25)
_FEW_WORDS = 5
_BULLETS = "•‣◦●▪*"  # the item of a list is no headline
_HEAD_LINES = 4  # lines above the first paragraph of a plain text: headline, byline, date
_LEAST = 0.2  # points of a headline
_ABOVE = 60  # lines above the body among which the headline is looked for
_NEARLY = 0.25  # a score that with a standfirst's place and shape is enough
_BELOW = 8  # lines below the headline among which the standfirst is looked for
_WALL_WORDS = 40  # a longer paragraph tells of a paywall, or of a full story
_NO_HEADLINE = frozenset({"navigation", "section", "share", "byline", "date_label", "comments", "credit", "legal"})


class Verdict(NamedTuple):
    """What a line is, and by which rule."""

    kind: str
    rule: str


def verdicts(
    texts: Sequence[str],
    scored: Sequence[Scored],
    threshold: float,
    lexicon: Lexicon,
    *,
    declared: str | None = None,
) -> list[Verdict]:
    """What each line is, in the words of `LineLabel.kind`. `declared` is the headline that a page's markup names."""
    found = [_by_score(line, threshold) for line in scored]
    if all(verdict.kind == "boilerplate" for verdict in found):
        return _note(texts, scored, found)
    _keep_short_lines(texts, scored, found, lexicon)
    _keep_lede(texts, scored, found)
    _break_off_at_the_wall(texts, scored, found)
    body = _vocabulary(scored, threshold)
    start = _first_paragraph(texts, scored, threshold)
    title = _headline(texts, scored, start, body, tokens(declared or ""))
    if title is not None:
        found[title] = Verdict("title", "headline: the line above the article that shares most words with it")
        _mark_standfirst(texts, scored, found, title)
    elif declared is None:
        _mark_first_line(texts, scored, found)
    _mark_small_lines(texts, scored, found)
    _drop_repetitions(texts, found)
    return found


def _by_score(line: Scored, threshold: float) -> Verdict:
    kind = "body" if line.score > threshold else "boilerplate"
    return Verdict(kind, f"line model {line.score:.2f}: {line.reasons}")


def _note(texts: Sequence[str], scored: Sequence[Scored], found: list[Verdict]) -> list[Verdict]:
    """For a page where the model keeps nothing: a note of one sentence is an article too.

    Where no line has words of furniture, a sentence may be as short as "It rained."
    """
    fewest = _SENTENCE_WORDS if any(line.seen.furniture for line in scored) else 2
    noted = [_by_shape(text, line, verdict, fewest) for text, line, verdict in zip(texts, scored, found, strict=True)]
    _mark_first_line(texts, scored, noted)
    return noted


def _by_shape(text: str, line: Scored, verdict: Verdict, fewest: int) -> Verdict:
    if line.seen.furniture or len(line.seen.words) < fewest or not _FINAL.search(text[-10:]):
        return verdict
    return Verdict("body", "shape: a whole sentence without words of furniture, on a page with nothing else to keep")


def _mark_first_line(texts: Sequence[str], scored: Sequence[Scored], found: list[Verdict]) -> None:
    """The headline of a plain text with nothing but dates and names between its first line and its first paragraph."""
    start = next((i for i, verdict in enumerate(found) if verdict.kind == "body"), len(texts))
    if not 0 < start < min(len(texts), _HEAD_LINES) or _FINAL.search(texts[0][-10:].rstrip("?!")):
        return
    between = all(_is_date(scored[i].seen) or "byline" in scored[i].seen.furniture for i in range(1, start))
    first = scored[0].seen
    if between and not first.furniture and 0 < len(first.words) <= _HEADLINE_WORDS[1] and not _is_date(first):
        found[0] = Verdict("title", "headline: the first line, with only dates and names before the first paragraph")


def _keep_short_lines(texts: Sequence[str], scored: Sequence[Scored], found: list[Verdict], lexicon: Lexicon) -> None:
    """Short sentences that the model takes for furniture and that are none: “We will see,” Mr Berg said.

    A quotation with a verb of speech right below the article belongs to it, and so does each sentence of a page without
    words of furniture.
    """
    bare = not any(line.seen.furniture for line in scored)
    for i, line in enumerate(scored):
        seen = line.seen
        if i and found[i - 1].kind == "body" and _signs(texts[i - 1], texts[i], seen):
            found[i] = Verdict("body", f"shape: the name below a quotation; {found[i].rule}")
        if i and found[i - 1].kind == "body" and not seen.furniture and _SIGNED.match(texts[i]):
            found[i] = Verdict("body", f"shape: a quotation with its name in the article; {found[i].rule}")
        below = i and found[i - 1].kind == "body" and found[i].kind != "body"
        if below and seen.speaks and _is_told(texts[i], lexicon):
            found[i] = Verdict("body", f"shape: a name and a verb of speech below the article; {found[i].rule}")
        if found[i].kind == "body" or len(seen.words) < 2 or not _FINAL.search(texts[i][-10:]):
            continue
        if seen.furniture and not _is_inside(texts[i], seen.furniture.values()):
            continue
        if _is_between(i, found, seen):
            found[i] = Verdict("body", f"shape: a sentence between two of the article; {found[i].rule}")
        elif bare and not seen.furniture:
            found[i] = Verdict("body", f"shape: a sentence on a page without words of furniture; {found[i].rule}")
        elif (
            i and found[i - 1].kind == "body" and any(f.startswith("quotation ") for f in seen.features) and seen.speaks
        ):
            found[i] = Verdict("body", f"shape: a quotation with a verb of speech below the article; {found[i].rule}")


def _keep_lede(texts: Sequence[str], scored: Sequence[Scored], found: list[Verdict]) -> None:
    """The sentence between a date or byline and the first paragraph that the model keeps opens the article."""
    first = next((i for i, verdict in enumerate(found) if verdict.kind == "body"), 0)
    if first < 2:
        return
    above, lede = scored[first - 2].seen, scored[first - 1].seen
    headed = _is_date(above) or "byline" in above.furniture
    whole = len(lede.words) >= _SENTENCE_WORDS and not lede.furniture and _FINAL.search(texts[first - 1][-10:])
    if headed and whole and not _is_date(lede):
        found[first - 1] = Verdict("body", f"shape: a sentence below the date; {found[first - 1].rule}")


def _is_between(i: int, found: Sequence[Verdict], seen: Seen) -> bool:
    """A whole sentence without words of furniture, with paragraphs of the article right above and right below."""
    inside = 0 < i < len(found) - 1 and found[i - 1].kind == found[i + 1].kind == "body"
    return inside and not seen.furniture and len(seen.words) >= _SENTENCE_WORDS


def _is_told(text: str, lexicon: Lexicon) -> bool:
    """ "The advertisement was banned, Berg said.": a whole sentence that a named speaker ends."""
    return bool(_told(lexicon).search(text))


@functools.cache
def _told(lexicon: Lexicon) -> re.Pattern[str]:
    said = f"(?:{'|'.join(lexicon['line_words'].settings['speech_tags'])})"
    return re.compile(rf"\w{{3,}} \w+ .{{0,300}}, (?:(?:{_NAME} ){{1,3}}{said}|{said}(?: {_NAME}){{1,3}})\.$")


def _is_inside(text: str, furniture: Iterable[str]) -> bool:
    """All words of furniture are somebody's: “Thank you for your support,” Ada Reyes said."""
    quoted = _SPOKEN.match(text)
    rest = text[quoted.end() :].casefold() if quoted else ""
    return quoted is not None and not any(words in rest for words in furniture)


def _signs(quotation: str, text: str, seen: Seen) -> bool:
    return bool(_SIGNATURE.match(text) and _QUOTED.search(quotation[-3:])) and len(seen.words) <= _SIGNATURE_WORDS


def _break_off_at_the_wall(texts: Sequence[str], scored: Sequence[Scored], found: list[Verdict]) -> None:
    """What stands below a paywall's words is the offer, not the article: “To view the full story, please subscribe.”

    A wall above half of the article is a box that the text flows around, and ends nothing.
    """
    walls = [
        i for i, line in enumerate(scored) if "wall" in line.seen.furniture and len(line.seen.words) <= _WALL_WORDS
    ]
    if not walls:
        return
    for i in walls:
        found[i] = Verdict("boilerplate", f"paywall: {scored[i].seen.furniture['wall']!r}")
    sizes = [len(text) if verdict.kind == "body" else 0 for text, verdict in zip(texts, found, strict=True)]
    wall = next((i for i in walls if sum(sizes[:i]) > sum(sizes[i:])), len(texts))
    for i in range(wall + 1, len(texts)):
        if found[i].kind == "body":
            found[i] = Verdict("boilerplate", f"paywall: below {scored[wall].seen.furniture['wall']!r}")


def _vocabulary(scored: Sequence[Scored], threshold: float) -> dict[str, int]:
    counts: dict[str, int] = {}
    for line in scored:
        if line.score > threshold:
            for word in line.seen.names:
                counts[word] = counts.get(word, 0) + 1
    return counts


def _first_paragraph(texts: Sequence[str], scored: Sequence[Scored], threshold: float) -> int:
    """The first kept line that is a whole sentence or more; the number of lines when there is none."""
    for i, line in enumerate(scored):
        if line.score > threshold and len(line.seen.words) >= _SENTENCE_WORDS and _FINAL.search(texts[i][-10:]):
            return i
    return len(texts)


def _headline(
    texts: Sequence[str], scored: Sequence[Scored], start: int, body: dict[str, int], declared: list[str]
) -> int | None:
    """The line above `start` that the `declared` words begin with, else that which shares most words with the body.

    The nearest of several alike. Where a shorter line that does nearly as well stands right above the second kind, that
    is the headline and this a standfirst.
    """
    if start == len(texts):
        return None
    above = range(max(0, start - _ABOVE), start)
    named = [i for i in above if _begins(declared, scored[i].seen.words)]
    if named:
        return named[-1]
    points = {i: _headline_points(texts[i], scored[i].seen, start - i, body) for i in above}
    best = max(points, key=lambda i: (points[i], i), default=None)
    if best is None or points[best] <= _LEAST:
        return None
    before = best - 1
    shorter = before in points and len(scored[before].seen.words) < len(scored[best].seen.words)
    return before if shorter and points[before] > max(_LEAST, 0.6 * points[best]) else best


def _begins(declared: list[str], words: list[str]) -> bool:
    """True for a line that is the declared headline, whatever the page adds to it behind."""
    return len(words) >= _HEADLINE_WORDS[0] and declared[: len(words)] == words


def _headline_points(text: str, line: Seen, distance: int, body: dict[str, int]) -> float:
    """How well a line would do as headline: the share of its words that the body has, less what speaks against it."""
    fewest, most = _HEADLINE_WORDS
    count = len(line.words)
    furnished = count < _SENTENCE_WORDS and not _NO_HEADLINE.isdisjoint(line.furniture)
    named = _is_byline(text, line.furniture, count) or "credit" in line.furniture or text[0] in _BULLETS
    if named or not fewest <= count <= most or furnished or text.endswith(("...", "…")):
        return 0.0
    shared = sum(1 for word in line.names if word in body)
    if shared < 2:
        return 0.0
    points = shared / (len(line.names) + 1) - 0.002 * distance
    if text[-1] == "." or count < _FEW_WORDS:
        points -= 0.15  # headlines are seldom sentences, and seldom short
    if any(feature.startswith(("month ", "year ")) for feature in line.features):
        points -= 0.2  # nor do they carry dates, as captions do
    return points


def _mark_standfirst(texts: Sequence[str], scored: Sequence[Scored], found: list[Verdict], title: int) -> None:
    """The line or lines between headline and article that sum it up: unfinished, said twice, or told again below."""
    for i in range(title + 1, min(title + 1 + _BELOW, len(texts))):
        words = scored[i].seen.words
        if len(words) < _SENTENCE_WORDS or texts[i] == texts[title]:
            continue
        reason = _sums_up(i, texts, scored, found)
        if reason:
            found[i] = Verdict("standfirst", reason)
        elif found[i].kind == "body":
            return


def _sums_up(i: int, texts: Sequence[str], scored: Sequence[Scored], found: list[Verdict]) -> str | None:
    names = scored[i].seen.names
    if scored[i].seen.furniture and found[i].kind != "body":
        return None
    if texts[i] in texts[i + 1 :]:
        return "standfirst: the line below the headline, said twice"
    if scored[i].score > _NEARLY and not _FINAL.search(texts[i][-10:]) and texts[i][-1] not in ':,;”"':
        return "standfirst: a line below the headline without a full stop"
    for j in range(i + 1, len(texts)):
        if found[j].kind == "body" and len(names) >= 5 and len(names & scored[j].seen.names) >= 0.75 * len(names):
            return "standfirst: the line below the headline is told again further down"
    return None


def _mark_small_lines(texts: Sequence[str], scored: Sequence[Scored], found: list[Verdict]) -> None:
    """Sub-headings among the kept lines, bylines and dates among the dropped ones."""
    named = False  # the line before was "Published by:"
    for i, line in enumerate(scored):
        seen = line.seen
        kind = found[i].kind
        heading = kind == "body" and i + 1 < len(texts) and _is_heading(texts[i], seen)
        if heading and not (_SIGNED.match(texts[i]) or (i and _signs(texts[i - 1], texts[i], seen))):
            found[i] = Verdict("subhead", f"short line without a full stop; {found[i].rule}")
        elif kind == "boilerplate" and (named or _is_byline(texts[i], seen.furniture, len(seen.words))):
            found[i] = Verdict("byline", f"byline; {found[i].rule}")
        elif kind == "boilerplate" and _is_date(seen):
            found[i] = Verdict("date", f"a date; {found[i].rule}")
        named = "byline" in seen.furniture and texts[i].endswith(":") and len(seen.words) <= 3


def _is_heading(text: str, seen: Seen) -> bool:
    return len(seen.words) < 12 and not _is_sentence(text)


def _is_sentence(text: str) -> bool:
    unquoted = text.strip("\"'“”‘’")
    return bool(_FINAL.search(text[-10:])) and not (unquoted.endswith("?") and text[0].islower())


def _is_byline(text: str, furniture: dict[str, str], count: int) -> bool:
    """A short line that begins with a byline's words and goes on with a name."""
    if "byline" not in furniture or not 2 <= count <= 14:
        return False
    rest = text[len(furniture["byline"]) :].lstrip(" :")
    return rest[:1].isupper()


def _is_date(line: Seen) -> bool:
    """A line of little more than a date or a time."""
    if len(line.words) > (16 if "date_label" in line.furniture else 8) or "legal" in line.furniture:
        return False
    return line.dated


def _drop_repetitions(texts: Sequence[str], found: list[Verdict]) -> None:
    """A paragraph that stands twice is kept once."""
    kept: set[str] = set()
    for i, verdict in enumerate(found):
        if verdict.kind not in {"body", "standfirst"} or len(texts[i]) < 40:
            continue
        if texts[i] in kept:
            found[i] = Verdict("boilerplate", "repetition: the same words stand above")
        kept.add(texts[i])
