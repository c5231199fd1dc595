"""Quantities as reported: the number, what it counts, according to whom, as of when."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from briefing.digest.citations import cite
from briefing.digest.content import stop_words
from briefing.languages import Lexicon
from briefing.merged import Figure
from briefing.records import Position, Reading, Sentence, Span
from briefing.stances import STANCES
from briefing.text import Token, stem, tokens

_NUMBER = re.compile(r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)([a-z]{0,2})$")
_WHAT = 5  # words after a number, or before a share or sum, that say what it is of
_NEAR = 4  # words between what is counted and its event, where two figures can be compared
_PREDICATE = 10  # words of "want to stay in the union"
_HYPHENS = "-–"
_WHOLE = 100  # per cent
_LEAD = 3  # words of "as many as"


class _Words(NamedTuple):
    events: Mapping[str, str]  # word -> id of its event
    about: frozenset[tuple[str, ...]]
    scales: Mapping[str, float]
    no_count: frozenset[str]
    months: frozenset[str]
    plurals: frozenset[str]
    percent: frozenset[tuple[str, ...]]
    money: frozenset[str]
    links: frozenset[str]  # "of": between an amount and what it is of
    measures: frozenset[str]  # "of": between a thing and its amount
    standing: frozenset[str]  # verbs and prepositions that give a thing its amount
    parting: frozenset[str]  # conjunctions, behind which another clause may begin
    joining: frozenset[str]  # what may follow a noun without telling what it does
    articles: frozenset[str]
    partitive: frozenset[str]  # "of": between a share and its whole
    ages: frozenset[str]  # before a number of years
    present: frozenset[str]  # verbs between those counted and their state: "of which 133 | are | still held"
    stops: frozenset[str]


class _Amount(NamedTuple):
    """A number with its unit: tokens `first` to `last` (half-open), without "about"."""

    first: int
    last: int
    number: float
    unit: str  # "", "percent", "money"


class _Told(NamedTuple):
    """What happened to those who are counted: the event, the token where its figure begins, and where its words end."""

    event: str
    first: int
    end: int


@functools.lru_cache(maxsize=4)
def _words(lexicon: Lexicon) -> _Words:
    by_part: dict[str, list[str]] = {}
    for entry in lexicon["figures"].entries:
        by_part.setdefault(entry.extra["part"], []).extend(entry.words)
    entries = lexicon["figures"].entries
    return _Words(
        events={w: e.id for e in reversed(entries) if e.extra["part"] == "event" for w in e.words},
        about=frozenset(tuple(words.split()) for words in by_part["about"]),
        scales={w: e.extra["factor"] for e in entries if e.extra["part"] == "scale" for w in e.words},
        no_count=frozenset(by_part["no_count"]),
        months=frozenset(by_part["month"]),
        plurals=frozenset(by_part["plural"]),
        percent=frozenset(tuple(words.split()) for words in by_part["percent"]),
        money=frozenset(by_part["money"]),
        links=frozenset(by_part["link"]),
        measures=frozenset(by_part["measure"]),
        standing=frozenset(by_part["standing"]),
        parting=frozenset(by_part["parting"]),
        joining=frozenset(by_part["joining"]),
        articles=frozenset(by_part["article"]),
        partitive=frozenset(by_part["partitive"]),
        ages=frozenset(by_part["age"]),
        present=frozenset(by_part["present"]),
        stops=stop_words(lexicon),
    )


def find_figures(reading: Reading, lexicon: Lexicon) -> tuple[Figure, ...]:
    """The counts, shares and sums of one reading in text order.

    A count is a figure where a counted event stands beside it; years, days, ages and ordinals never are.
    """
    words = _words(lexicon)
    return tuple(
        figure
        for sentence in reading.sentences
        if reading.article.paragraphs[sentence.paragraph].kind == "body"
        for figure in _in_sentence(reading, sentence, words)
    )


def _in_sentence(reading: Reading, sentence: Sentence, lists: _Words) -> Iterator[Figure]:
    text = reading.article.text
    words = tokens(text, *sentence.span)
    position = next((p for p in reading.positions if p.span.overlaps(sentence.span)), None)
    counted: str | None = None  # the noun that was counted last: "253 hostages, of which 133 …"
    for i in range(len(words)):
        amount = _amount(words, i, lists)
        if amount is None:
            continue
        what, noun = _of_what(words, amount, lists, counted)
        first = _with_about(words, amount.first, lists)
        told = _told(words, first, what, lists) if what and not amount.unit else None
        citation = cite(reading.article, sentence.span) if what and (amount.unit or told) else None
        if what is None or citation is None:
            continue
        counted = noun or counted
        value = Span(words[told.first if told else first].span.start, words[amount.last - 1].span.end)
        if position and _is_denied(position, value):
            continue
        speaker = position.speaker if position and _inside(position, value) else None
        yield Figure(
            what=(Span(what.start, max(what.end, told.end)) if told else what).of(text),
            value=value.of(text),
            number=amount.number,
            quantity=f"{noun} {told.event}" if noun and told else "",
            according_to=speaker.name if speaker else None,
            as_of=(position.date_said.iso or position.date_said.by) if position else reading.article.published,
            citation=citation,
        )


def _amount(words: Sequence[Token], i: int, lists: _Words) -> _Amount | None:
    """The amount whose number is token i, or None: "£9bn", "6 per cent", "2.3 million", "40"."""
    match = _NUMBER.match(words[i].folded)
    if match is None or (match[2] and match[2] not in lists.scales):
        return None
    before, after = words[i - 1].folded if i else "", words[i + 1].folded if i + 1 < len(words) else ""
    if before in lists.months or after in lists.months or after in lists.no_count:
        return None
    scale = match[2] or (after if after in lists.scales else "")
    number = float(match[1].replace(",", "")) * lists.scales.get(scale, 1.0)
    last = i + (2 if scale and not match[2] else 1)
    first = i - 1 if before in lists.money else i
    unit = next((u for u in lists.percent if tuple(w.folded for w in words[last : last + len(u)]) == u), ())
    if unit:
        return _Amount(i, last + len(unit), number, "percent")
    named = last < len(words) and words[last].folded in lists.money
    if first < i or named:
        return _Amount(first, last + named, number, "money")
    plain_year = not scale and words[i].text.isdigit() and 1900 <= number <= 2100
    return None if plain_year or before in lists.ages else _Amount(i, last, number, "")


def _of_what(
    words: Sequence[Token], amount: _Amount, lists: _Words, counted: str | None
) -> tuple[Span | None, str | None]:
    """The words that say what an amount is of, and the stem of the noun that a count counts."""
    if amount.unit:
        return _of_share(words, amount, lists), None
    for k in range(amount.last, min(len(words), amount.last + _WHAT)):
        word = words[k]
        if not word.is_word or word.folded in lists.stops:
            break
        if word.folded.endswith("s") or word.folded in lists.plurals:
            return Span(words[amount.last].span.start, word.span.end), stem(word.folded)
    following = words[amount.last : amount.last + _WHAT]
    event = next((k for k, word in enumerate(following) if word.folded in lists.events), None)
    if counted and event is not None and following[0].folded in lists.present:
        return Span(following[0].span.start, following[event].span.end), counted  # "of which 133 are still held"
    return None, None


def _of_share(words: Sequence[Token], amount: _Amount, lists: _Words) -> Span | None:
    """What a share or sum is of: "6 per cent | of the vote", "a | pay rise of | 6 per cent", "£9bn | for schools"."""
    after, before = _named_after(words, amount.last, lists), _named_before(words, amount, lists)
    of = amount.last < len(words) and words[amount.last].folded in lists.partitive
    if amount.unit == "percent" and amount.number == _WHOLE and not of:
        return None  # "100 percent certain"
    if amount.unit == "percent" and after and not of and words[amount.last].folded in lists.links:
        after = None  # "rose by 6 percent in schools": where, and not of what
    return (after and _with_predicate(words, after, lists)) or before if of else before or after


def _with_predicate(words: Sequence[Token], of: Span, lists: _Words) -> Span | None:
    """The share with what they do: "of voters | want to stay"; None where that is too long to be shown whole."""
    inside = [k for k, word in enumerate(words) if of.covers(word.span)]
    people = next((k for k in inside if words[k].folded.endswith("s") or words[k].folded in lists.plurals), None)
    end = inside[-1] + 1
    if people is None or end >= len(words) or not words[end].is_word:
        return of
    if people == end - 1 and words[end].folded in lists.joining:
        return of

    def ends(k: int) -> bool:
        """ "52% of voters voted to leave | and 48% to stay": another figure begins."""
        other = words[k].folded in lists.joining and words[k + 1 : k + 2] and words[k + 1].text[0].isdigit()
        return not words[k].is_word or bool(other)

    stop = next((k for k in range(end, len(words)) if ends(k)), len(words))
    return Span(of.start, words[stop - 1].span.end) if stop - end <= _PREDICATE else None


def _named_after(words: Sequence[Token], at: int, lists: _Words) -> Span | None:
    """The noun phrase behind an amount, with the preposition that joins it: "of the vote", "for schools", "loan"."""
    linked = at < len(words) and words[at].folded in lists.links
    first = next((k for k in range(at + linked, len(words)) if words[k].folded not in lists.articles), len(words))
    end = next((k for k in range(first, len(words)) if not _continues(words, k, first, lists)), len(words))
    if end > first and end < len(words) and words[end].folded == "'s":  # "30 percent of the world | 's species"
        end = next((k for k in range(end + 1, len(words)) if not _continues(words, k, end + 1, lists)), len(words))
    while end - 1 > first and words[end - 1].folded.endswith("ed") and end < len(words) and words[end].is_word:
        end -= 1  # "of the revenue | related to it"
    if end > first and words[end - 1].folded in lists.no_count:
        return None  # "$11 million this year"
    if not linked and first < len(words) and (words[first].is_capitalised or words[first].folded in lists.measures):
        return None  # "$5 billion Lind has asked for", "$7 billion worth"
    if end < len(words) and words[end].text in _HYPHENS:
        return None  # "for a U.S.-made ship": the name would be cut
    return Span(words[at].span.start, words[end - 1].span.end) if end > first else None


def _named_before(words: Sequence[Token], amount: _Amount, lists: _Words) -> Span | None:
    """The noun phrase before an amount, where a preposition joins the two: "pay rise | of", "hole | of"."""
    last = _with_about(words, amount.first, lists)
    if last < 2 or words[last - 1].folded not in lists.measures:
        return None
    while last > 1 and words[last - 1].folded in lists.standing:
        last -= 1  # "the deficit | stands at"
    start = last - 1
    while (
        start > 0 and last - start <= _WHAT and words[start - 1].is_word and words[start - 1].folded not in lists.stops
    ):
        start -= 1
    last -= last - 1 > start and words[last - 1].folded in lists.links  # "6 % “pay rise”", not "“pay rise of”"
    while last - 1 > start and not words[last - 1].is_word:
        last -= 1  # "a plurality of the vote, | at 25.7%"
    whole = start < last - 1 or words[start].folded not in lists.stops
    return Span(words[start].span.start, words[last - 1].span.end) if whole else None


def _continues(words: Sequence[Token], k: int, first: int, lists: _Words) -> bool:
    """Token k goes on with the noun phrase that begins at `first`; no proper name is cut."""
    word = words[k]
    inside_name = k > first and word.is_capitalised and words[k - 1].is_capitalised
    adverb = k > first and word.folded.endswith("ly")  # "in funding | fiercely opposed"
    return word.is_word and not adverb and word.folded not in lists.stops and (k - first < _WHAT or inside_name)


def _told(words: Sequence[Token], first: int, what: Span, lists: _Words) -> _Told | None:
    """The event that stands right behind or before what is counted; None where there is none.

    "12 dockers were killed", "killed some 12 dockers"; not "most of its 12 dockers were hurt", of whom a part was.
    """
    if first and words[first - 1].folded in lists.links | lists.articles | {"'s"}:
        return None
    last = next(k for k, word in enumerate(words) if word.span.end >= what.end)
    inside = next((w for w in words[first : last + 1] if w.folded in lists.events), None)
    if inside is not None:  # "won 36 seats": the verb says what happened to them
        if not inside.folded.endswith("s"):  # "133 are still being held"
            return _Told(lists.events[inside.folded], first, what.end)
        verb = first > 0 and words[first - 1].is_word and words[first - 1].folded not in lists.stops | lists.joining
        return _Told(lists.events[inside.folded], first - 1, what.end) if verb else None
    for word in words[last + 1 : last + 1 + _NEAR]:
        if not word.is_word or word.folded in lists.parting:
            break
        if word.folded in lists.events:
            return _Told(lists.events[word.folded], first, word.span.end)
    before = words[first - 1].folded if first else ""
    return _Told(lists.events[before], first - 1, what.end) if before in lists.events else None


def _with_about(words: Sequence[Token], first: int, lists: _Words) -> int:
    """Where the amount begins, with "more than" or "about" before it."""
    for length in range(_LEAD, 0, -1):
        if first >= length and tuple(w.folded for w in words[first - length : first]) in lists.about:
            return first - length
    return first


def _is_denied(position: Position, span: Span) -> bool:
    """ "Berg disputed the claim that 80% of crews want it": no figure of hers, nor surely anybody else's."""
    denied = (stand.object for stand in position.stands if STANCES[stand.stance].of_facts)
    return any(what is not None and what.covers(span) for what in denied)


def _inside(position: Position, span: Span) -> bool:
    """The figure is in what was said; what somebody did, the writer tells: "Berg delayed | $400 million in aid"."""
    return position.attribution.kind != "action" and any(
        content.covers(span) for content in position.attribution.content
    )
