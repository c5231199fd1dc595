"""Who said what in a language whose clauses have the order subject, verb, object, by its tables alone.

Three shapes of news are read: "X said that …" and "X said: “…”", with the source before the cue; "…, said X" and
"“…”, X said", with the content before both; and "according to X, …". What fits none of them is left alone.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping

from briefing.languages import Lexicon, Table
from briefing.records import Article, Attribution, Problem, Sentence
from briefing.steps.attribute.match import Match
from briefing.steps.attribute.output import attributions, unclosed
from briefing.steps.attribute.prose import Prose, Unit, read
from briefing.steps.attribute.source_phrases import Range

_MARKS = ",;:-"
_BEFORE, _INSIDE = "DQA#P", "DQA#nJGE"  # tags that open a noun phrase, and that go on with it
_LONGEST = 25  # tokens of a source
_GOES_ON = 0.8  # part of a unit in quotation marks that is a quotation by itself
_SHORT = 3  # letters of a title or initial with a stop
_HELPED = 3  # tokens between a participle and its auxiliary


def attribute(
    article: Article, sentences: tuple[Sentence, ...], *, lexicon: Lexicon
) -> tuple[tuple[Attribution, ...], tuple[Problem, ...]]:
    """The attributions of an article, as `briefing.steps.attribute.attribute` gives them."""
    prose = read(article, sentences, lexicon)
    cues = _cues(lexicon["cues"])
    found: list[Match] = []
    last: tuple[int, Unit] | None = None  # match and unit of who spoke last
    for unit in prose.units:
        matches = list(_in_unit(prose, unit, cues)) or list(_according(prose, unit))
        if not matches and last is not None and _is_quotation(prose, unit) and last[1].paragraph == unit.paragraph:
            before = found[last[0]]
            opener = before.continues if before.continues is not None else last[0]
            matches = [Match("continued", None, before.source, (), (_body(prose, unit),), continues=opener)]
        found += matches
        last = (len(found) - 1, unit) if matches else last
    return attributions(prose, found, lexicon), unclosed(article, prose)


@functools.cache
def _cues(table: Table) -> Mapping[str, tuple[str, bool]]:
    """The words of cues with their entry, and whether an auxiliary must stand before them."""
    return {word: (entry.id, bool(entry.extra.get("helped"))) for entry in table.entries for word in entry.words}


def _in_unit(prose: Prose, unit: Unit, cues: Mapping[str, tuple[str, bool]]) -> Iterator[Match]:
    """The first cue of the unit outside quotations that has a source and a content."""
    for i in range(unit.first, unit.last):
        entry, helped = cues.get(prose.tokens.words[i], ("", False))
        if not entry or prose.quoted[i] >= 0:
            continue
        first = _auxiliary(prose, unit, i) if helped else i
        match = None if first is None else _match(prose, unit, entry, (first, i + 1))
        if match is not None:
            yield match
            return


def _auxiliary(prose: Prose, unit: Unit, i: int) -> int | None:
    """The auxiliary before a participle, adverbs and a pronoun between the two: "a-t-elle ensuite déclaré"."""
    for k in range(i - 1, max(unit.first, i - 1 - _HELPED) - 1, -1):
        if prose.tokens.tags[k] == "H":
            return k
        if prose.tokens.tags[k] not in "RP":
            return None
    return None


def _match(prose: Prose, unit: Unit, entry: str, cue: Range) -> Match | None:
    tags, end = prose.tokens.tags, prose.body_end(unit)
    before = _source_before(prose, unit, cue[0])
    inner = next(((k, k + 1) for k in range(*cue) if tags[k] == "P"), None)
    at = cue[1]
    if before is not None and at < end:
        said = tags[at] == "t" or tags[at] == ":" or prose.quoted[at] >= 0
        if said:
            frame = "that" if tags[at] == "t" else "quote"
            content = (at + (tags[at] == ":"), end)
            return Match(f"plain.{frame}", entry, before, (cue,), (content,), shape="preposed", frame=frame)
    source = inner or _source_behind(prose, cue[1], end) or before
    opening = min(cue[0], source[0]) if source is not None else cue[0]
    said_before = _content_before(prose, unit, opening)
    if source is None or said_before is None:
        return None
    return Match("plain.around", entry, source, (cue,), (said_before,), shape="around")


def _content_before(prose: Prose, unit: Unit, at: int) -> Range | None:
    """What stands before a cue with its source: parted by a comma, or a quotation."""
    last = at - 1 if at > unit.first and prose.tokens.tags[at - 1] == "," else at
    quoted = last > unit.first and prose.quoted[last - 1] >= 0
    if last <= unit.first or not (quoted or (last < at and _has_verb(prose, unit.first, last))):
        return None
    return unit.first, last


def _has_verb(prose: Prose, first: int, last: int) -> bool:
    """More than a time or a place: "Lundi, | elle a déclaré"."""
    return any(prose.tokens.tags[k] in "BHMXP" for k in range(first, last))


def _source_before(prose: Prose, unit: Unit, at: int) -> Range | None:
    """The noun phrase or pronoun between the last mark and the cue; an apposition is left out."""
    tags = prose.tokens.tags
    if at > unit.first and tags[at - 1] == ",":
        opening = next((k for k in range(at - 2, unit.first, -1) if tags[k] == ","), None)
        return None if opening is None else _source_before(prose, unit, opening)
    first = at
    while first > unit.first and at - first < _LONGEST and prose.quoted[first - 1] < 0:
        if tags[first - 1] in _MARKS + "CtSWM":
            break
        first -= 1
    last = at
    while last > first and tags[last - 1] in "RNO":
        last -= 1
    while first < last and tags[first] in "RI" and _phrase(prose, first + 1, last) == last and tags[first] != "I":
        first += 1
    return (first, last) if last > first and _phrase(prose, first, last) == last else None


def _source_behind(prose: Prose, at: int, end: int) -> Range | None:
    last = _phrase(prose, at, end)
    return None if last is None else (at, last)


def _phrase(prose: Prose, at: int, end: int) -> int | None:
    """One past the noun phrase or pronoun at `at`; None where none begins."""
    tags = prose.tokens.tags
    if at >= end or prose.quoted[at] >= 0 or tags[at] not in _BEFORE:
        return None
    if tags[at] == "P":
        return at + 1
    i = at
    while i < end and prose.quoted[i] < 0:
        if tags[i] == "." and tags[i - 1] == "A" and len(prose.tokens.words[i - 1]) <= _SHORT and i + 1 < end:
            i += 1  # "M. Zaev"
            continue
        links = prose.is_a(i, "genitive_prepositions") or prose.is_a(i, "joining_coordinators")
        if tags[i] == "D" and i > at and tags[i - 1] in "An#":
            break  # "selon Ada Berg | le port est fermé"
        if tags[i] not in _INSIDE and not (links and i + 1 < end and tags[i + 1] in _INSIDE):
            break
        i += 1
    return i if any(tags[k] in "An#" for k in range(at, i)) else None


def _according(prose: Prose, unit: Unit) -> Iterator[Match]:
    """ "Selon X, …": the rest of the sentence is the content."""
    end = prose.body_end(unit)
    for i in range(unit.first, end):
        if prose.quoted[i] >= 0 or not prose.is_a(i, "source_prepositions"):
            continue
        last = _phrase(prose, i + 1, end)
        if last is None:
            continue
        behind = (last + (last < end and prose.tokens.tags[last] == ","), end)
        before = (unit.first, i - (i > unit.first and prose.tokens.tags[i - 1] == ","))
        content = tuple(part for part in (before, behind) if part[1] > part[0])
        if content:
            yield Match("plain.according", None, (i + 1, last), ((i, i + 1),), content, shape="according")
            return


def _is_quotation(prose: Prose, unit: Unit) -> bool:
    first, last = _body(prose, unit)
    inside = sum(prose.quoted[i] >= 0 for i in range(first, last))
    return last > first and inside >= _GOES_ON * (last - first)


def _body(prose: Prose, unit: Unit) -> Range:
    return unit.first, prose.body_end(unit)
