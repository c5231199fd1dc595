"""One statement made ready for reading its stands: its words with tags, and what each word is part of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from briefing.gazetteer import Hit
from briefing.languages import Lexicon
from briefing.records import Attribution, Span, Spans, Speaker
from briefing.steps.classify.stand.table import Stands
from briefing.tagging import Tokens, tokenize

Zone = Literal["source", "cue", "content", "around"]
_OPENING, _CLOSING = "“«„‘", "”»’"


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """Parallel to `tokens`: the zone of each token, whether it stands in quotation marks, the party it names."""

    text: str
    tokens: Tokens
    zones: tuple[Zone, ...]
    quoted: tuple[bool, ...]
    parties: tuple[str | None, ...]
    party: str | None  # whose statement it is
    is_person: bool  # the speaker is one person
    others: frozenset[str]  # pronouns that are somebody else: "he" of a party or a woman
    fronted: tuple[int, int] | None  # the object that stands before its relative clause: "the ruling, which X rejected"
    is_deed: bool  # nobody's words are told: "Norland offers a truce, but Cork refuses it"
    relays: bool  # tells, unnamed and of no party, what a party stands for: "sources said Norland refused"
    table: Stands

    def __len__(self) -> int:
        """The number of tokens."""
        return len(self.tokens.starts)

    def word(self, i: int) -> str:
        """The word at `i` in lower case; "" beyond the ends."""
        words = self.tokens.words
        return words[i] if 0 <= i < len(words) else ""

    def tag(self, i: int) -> str:
        """The tag at `i`; "^" beyond the ends."""
        tags = self.tokens.tags
        return tags[i] if 0 <= i < len(tags) else "^"

    def is_a(self, i: int, name: str) -> bool:
        """True where the word at `i` is in the closed class `name` of the table."""
        words = self.tokens.words
        return 0 <= i < len(words) and words[i] in self.table.closed[name]

    def any_is(self, places: Iterable[int], name: str) -> bool:
        """True where one of the words at `places` is in the closed class `name`."""
        return any(self.is_a(i, name) for i in places)

    def span(self, first: int, last: int) -> Span:
        """The characters of tokens `first` to `last` (half-open), into the article's text."""
        return Span(self.tokens.starts[first], self.tokens.ends[last - 1])

    def is_quotation_mark(self, i: int) -> bool:
        """True for a mark that opens or closes a quotation, not for an apostrophe."""
        return self.tag(i) == '"'


def view_of(
    text: str,
    span: Span,
    members: Sequence[Attribution],
    names: Sequence[Hit],
    *,
    speaker: Speaker,
    table: Stands,
    lexicon: Lexicon,
) -> View:
    """The view of the statement at `span` of `text`, made by the attributions `members` of `speaker`."""
    read = tokenize(text[span.start : span.end], lexicon["grammar"])
    tokens = Tokens([s + span.start for s in read.starts], [e + span.start for e in read.ends], read.words, read.tags)
    _mark_apostrophes(text, tokens)
    inside = any(_is_open(text, content, span) for a in members for content in a.content)
    return View(
        text=text,
        tokens=tokens,
        zones=_zones(tokens, members),
        quoted=_quoted(
            text, tokens, spoken=[c for a in members if a.kind == "direct" for c in a.content], inside=inside
        ),
        parties=tuple(_party(s, names) for s in tokens.starts),
        party=speaker.party,
        is_person=speaker.person is not None and not speaker.also_parties,
        others=_somebody_else(speaker, table, lexicon, is_many=_is_many(text, members, speaker, table)),
        fronted=_fronted(tokens, members),
        is_deed=all(a.kind == "action" for a in members),
        relays=speaker.party is None and speaker.anonymous and _tells(speaker, table),
        table=table,
    )


def _tells(speaker: Speaker, table: Stands) -> bool:
    """The unnamed speaker is one of those who tell what a party wants: an official, a source."""
    return any(word in table.closed["tellers"] for word in (speaker.name or "").casefold().split())


def _fronted(tokens: Tokens, members: Sequence[Attribution]) -> tuple[int, int] | None:
    first = next((a.content[0] for a in members if a.shape == "object_relative"), None)
    inside = [i for i, start in enumerate(tokens.starts) if first and first.start <= start < first.end]
    return (inside[0], inside[-1] + 1) if inside else None


def _somebody_else(speaker: Speaker, table: Stands, lexicon: Lexicon, *, is_many: bool) -> frozenset[str]:
    """The pronouns that cannot be the speaker, as far as a first name tells."""
    she, he = table.closed["feminine"], table.closed["masculine"]
    if is_many:
        return she | he
    first = (speaker.name or "").split(" ")[0].casefold() if not speaker.anonymous else ""
    names = lexicon["first_names"]
    woman, man = first in names.words("female"), first in names.words("male")
    return he if woman and not man else she if man and not woman else frozenset()


def _is_many(text: str, members: Sequence[Attribution], speaker: Speaker, table: Stands) -> bool:
    """A party or body speaks, several speak jointly, or "they" do."""
    they = any(
        source.of(text).casefold() in table.closed["third_person_plural"] for a in members for source in a.source
    )
    return (
        they
        or bool(speaker.also_parties)
        or (speaker.person is None and speaker.party is not None and not speaker.anonymous)
    )


def _is_open(text: str, content: Span, unit: Span) -> bool:
    """A quotation that began in a sentence before goes on in this one."""
    return content.start < unit.start < content.end and text[content.start] in "“\"'‘«„"


def _mark_apostrophes(text: str, tokens: Tokens) -> None:
    """The mark in "the students' demand" is a possessive ending and opens or closes nothing."""
    for i, tag in enumerate(tokens.tags):
        joined = i > 0 and tokens.ends[i - 1] == tokens.starts[i]
        if tag == '"' and text[tokens.starts[i]] in "'’" and joined and tokens.words[i - 1].endswith("s"):
            tokens.tags[i] = "s"


def _zones(tokens: Tokens, members: Sequence[Attribution]) -> tuple[Zone, ...]:
    """What each token is part of: a cue before a source before a content."""
    cue = _covered(tokens, [part for a in members for part in a.cue])
    source = _covered(tokens, [part for a in members for part in a.source])
    content = _covered(tokens, [part for a in members for part in a.content])
    return tuple(
        "cue" if cue[i] else "source" if source[i] else "content" if content[i] else "around" for i in range(len(cue))
    )


def _covered(tokens: Tokens, parts: Iterable[Span]) -> list[bool]:
    """Whether some of the parts overlaps each token. Counts where parts begin and end: many attributions in one long
    line cost linear time."""
    change = [0] * (len(tokens.starts) + 1)
    for part in parts:
        first, last = bisect_right(tokens.ends, part.start), bisect_left(tokens.starts, part.end)
        if first < last:
            change[first] += 1
            change[last] -= 1
    return [depth > 0 for depth in accumulate(change)][:-1]


def _quoted(text: str, tokens: Tokens, *, spoken: Spans | list[Span], inside: bool) -> tuple[bool, ...]:
    """Whether each token stands inside quotation marks, or in direct speech that has none, as in a transcript.

    The marks themselves do not.
    """
    found: list[bool] = []
    said = _covered(tokens, spoken)
    for i, tag in enumerate(tokens.tags):
        if tag != '"':
            found.append(inside or said[i])
            continue
        mark = text[tokens.starts[i]]
        inside = True if mark in _OPENING else False if mark in _CLOSING else not inside
        found.append(False)
    return tuple(found)


def _party(start: int, names: Sequence[Hit]) -> str | None:
    return next((hit.name.party.id for hit in names if hit.span.start <= start < hit.span.end), None)
