"""Who said what in German: the rules, from the words of one unit to its matches."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefing.languages import Lexicon
from briefing.records import AttributionShape
from briefing.steps.attribute.german.clauses import (
    Clause,
    Group,
    clause_at,
    content_behind,
    group_of,
    main_subject,
    named_before,
)
from briefing.steps.attribute.german.speech_verbs import Cue, compiled
from briefing.steps.attribute.german.word_groups import commas, ends_at, noun_phrase
from briefing.steps.attribute.match import Match
from briefing.steps.attribute.prose import Prose, Unit
from briefing.steps.attribute.source_phrases import Range

_SPEECH = "sagen"  # the entry that a bare "so", "laut" or quotation counts as
_SHORTEST = 3  # tokens of a quotation that is speech, with its marks
_LONGEST_OPINION = 7  # tokens of "Meinung der Behörde nach"
_REPORTED = 4  # tokens of a clause that tells what was said by itself


@functools.cache
def told_by(lexicon: Lexicon) -> frozenset[str]:
    """Nouns behind "nach" that make it a source: "nach | Angaben der Polizei"."""
    return frozenset(lexicon["nouns"].words("told_by"))


@functools.cache
def subjunctives(lexicon: Lexicon) -> frozenset[str]:
    """Verb forms of reported speech."""
    return frozenset(lexicon["grammar"].words("subjunctive"))


def in_unit(prose: Prose, unit: Unit, lexicon: Lexicon) -> list[Match]:
    """The matches of one unit, in order; later rules leave alone what an earlier one has taken."""
    parts, end = commas(prose, unit), prose.body_end(unit)
    found = list(_according(prose, unit, parts, end, lexicon))
    found += _by_verbs(prose, unit, parts, end, lexicon)
    found += _so(prose, unit, parts, end, compiled(lexicon["cues"]))
    found += _it_says(prose, unit, parts, end)
    found = _without_doubles(found)
    found += _announced(prose, unit, parts, found, subjunctives(lexicon))
    return found + list(quoted(prose, unit, found))


def _without_doubles(found: list[Match]) -> list[Match]:
    """One match a content: the first rule that took it."""
    kept: list[Match] = []
    for match in found:
        if not any(_same(match, other) for other in kept):
            kept.append(match)
    return kept


def _same(one: Match, other: Match) -> bool:
    a = {i for first, last in one.content for i in range(first, last)}
    b = {i for first, last in other.content for i in range(first, last)}
    return 2 * len(a & b) > len(a) + len(b) - len(a & b)


def _according(prose: Prose, unit: Unit, parts: list[int], end: int, lexicon: Lexicon) -> Iterator[Match]:
    """ "Laut Polizei …", "nach Angaben der Polizei", "der Polizei zufolge": the rest of the sentence is the content."""
    for i in range(unit.first, end):
        if prose.quoted[i] >= 0:
            continue
        source: Range | None = None
        cue = (i, i + 1)
        if prose.is_a(i, "source_prepositions"):
            last = noun_phrase(prose, i + 1, end)
            source = None if last is None else (i + 1, last)
        elif prose.is_a(i, "source_circumpositions"):
            source = _told(prose, i + 1, end, told_by(lexicon))
        elif prose.is_a(i, "source_postpositions"):
            source = ends_at(prose, clause_at(unit, parts, i, end).first, i)
        elif (i == unit.first and _opens_report(prose, unit, end)) or prose.is_a(i, "source_adverbs"):
            source = cue
        if source is None:
            continue
        taken = (min(source[0], i), max(source[1], i + 1))
        content = _clause_of_adverb(prose, unit, parts, end, i) or _rest(prose, unit, parts, end, taken)
        if content:
            yield Match("according", _SPEECH, source, (cue,), content, shape="according")


def _clause_of_adverb(prose: Prose, unit: Unit, parts: list[int], end: int, i: int) -> tuple[Range, ...]:
    """ "Sie wies den Bericht zurück, | wonach er ging": what the report tells, and no more; empty elsewhere."""
    clause = clause_at(unit, parts, i, end)
    opens = i == clause.first > unit.first and prose.is_a(i, "source_adverbs")
    return ((i + 1, clause.last),) if opens and clause.last > i + 1 else ()


def _opens_report(prose: Prose, unit: Unit, end: int) -> bool:
    """ "Danach seien die Läden zu": by the mood of the verb it goes back to what was told, and is no "afterwards"."""
    reported = any(prose.is_a(k, "subjunctive") or prose.is_a(k, "hearsay") for k in range(unit.first, end))
    return prose.is_a(unit.first, "source_openers") and reported


def _told(prose: Prose, at: int, end: int, nouns: frozenset[str]) -> Range | None:
    """The phrase behind "nach" whose noun says that it tells; "ihrer Meinung nach" has it before."""
    last = noun_phrase(prose, at, end)
    if last is not None:
        group = next((k for k in range(at, last) if prose.tokens.tags[k] in "I(,"), last)
        if any(prose.tokens.words[k] in nouns for k in range(at, group)):
            return (at, last)
    before = ends_at(prose, max(0, at - _LONGEST_OPINION), at - 1)
    if before is None or prose.tokens.words[before[1] - 1] not in nouns or prose.tokens.tags[before[0]] != "D":
        return None
    return None if before[0] > 0 and prose.tokens.tags[before[0] - 1] == "I" else before  # "mit dem Bericht nach Hause"


def _rest(prose: Prose, unit: Unit, parts: list[int], end: int, taken: Range) -> tuple[Range, ...]:
    """The unit without the words of the source; the part in whose clause it stands, where it is a clause of its own."""
    clause = clause_at(unit, parts, taken[0], end)
    inner = clause.first > unit.first and prose.tokens.tags[clause.first] in "SWtD" and clause.first < taken[0]
    first, last = (clause.first, clause.last) if inner else (unit.first, end)
    before = _trimmed(prose, first, taken[0])
    behind = _trimmed(prose, taken[1], last)
    return tuple(part for part in (before, behind) if part)


def _trimmed(prose: Prose, first: int, last: int) -> Range | None:
    tags = prose.tokens.tags
    while first < last and tags[first] in ",:;-":
        first += 1
    while last > first and tags[last - 1] in ",:;-":
        last -= 1
    return (first, last) if last > first else None


def _by_verbs(prose: Prose, unit: Unit, parts: list[int], end: int, lexicon: Lexicon) -> list[Match]:
    cues: Mapping[str, tuple[Cue, ...]] = compiled(lexicon["cues"])
    found: list[Match] = []
    for i in range(unit.first, end):
        if prose.quoted[i] >= 0 or (prose.tokens.tags[i] == "A" and i > unit.first):
            continue
        for cue in cues.get(prose.tokens.words[i], ()):
            clause = clause_at(unit, parts, i, end)
            if prose.tokens.tags[clause.first] == "M" and i > clause.first:
                break  # "Sollten die Richter das Vorhaben beanstanden, …": a condition or a question
            group = group_of(prose, unit, parts, clause, i, cue)
            match = group and _match(Found(prose, unit, parts, group, lexicon))
            if match:
                found.append(match)
                break
    return found


@dataclass(frozen=True, slots=True)
class Found:
    """A cue with its subject, and where it was found."""

    prose: Prose
    unit: Unit
    parts: list[int]
    group: Group
    lexicon: Lexicon

    @property
    def clause(self) -> Clause:
        """The clause of the cue."""
        return self.group.clause

    def match(
        self,
        rule: str,
        *content: Range,
        source: Range | None = None,
        shape: AttributionShape = "other",
        frame: str | None = None,
    ) -> Match:
        """The match with this content."""
        cue = tuple((k, k + 1) for k in self.group.tokens)
        negated = any(
            self.prose.tokens.tags[k] == "N" and self.prose.quoted[k] < 0
            for k in range(self.clause.first, self.clause.last)
        )
        return Match(
            rule,
            self.group.cue.entry,
            source or self.group.source,
            cue,
            content,
            negated=negated,
            shape=shape,
            frame=frame,
        )


def _match(found: Found) -> Match | None:
    return _as_somebody_said(found) or _inverted(found) or _preposed(found) or _quoting(found) or _reported(found)


def _as_somebody_said(found: Found) -> Match | None:
    """ "Wie die Polizei mitteilte, …"."""
    if not found.prose.is_a(found.clause.first, "equative") or "after" not in found.group.cue.frames:
        return None
    taken = (found.clause.first, found.clause.last)
    rest = _rest(found.prose, found.unit, found.parts, found.clause.end, taken)
    return found.match("as", *rest, shape="comment") if rest and found.group.source else None


def _inverted(found: Found) -> Match | None:
    """ "…, sagte sie", "„…“, sagte sie, „…“"."""
    prose, clause = found.prose, found.clause
    if not found.group.opens or "after" not in found.group.cue.frames:
        return None
    before = _trimmed(prose, found.unit.first, clause.first)
    if before is None or not _can_be_said(prose, before, subjunctives(found.lexicon)):
        return None
    goes_on = clause.last + 1 < clause.end and prose.quoted[clause.first - 2] >= 0 <= prose.quoted[clause.last + 1]
    behind = _trimmed(prose, clause.last, clause.end) if goes_on else None
    return found.match("inverted", *((before, behind) if behind else (before,)), shape="around")


def _preposed(found: Found) -> Match | None:
    """ "Sie sagte, dass …", "sie sagte, er sei …", "sie forderte ihn auf, zu …", "sie sagte: „…“"."""
    behind = content_behind(found.prose, found.clause, found.group.cue.frames, subjunctives(found.lexicon))
    if behind is None:
        return None
    frame, content = behind
    return found.match(f"preposed.{frame}", content, source=_shared(found), shape="preposed", frame=frame)


def _shared(found: Found) -> Range | None:
    """The subject of the clause before, where this one has none: "…, sagte aber, …"."""
    alone = found.group.opens and found.group.source is None
    return main_subject(found.prose, found.unit, found.clause.first) if alone else None


def _quoting(found: Found) -> Match | None:
    """ "Sie bezeichnete den Plan als „Fehler“"."""
    prose = found.prose
    quote = next((k for k in range(found.group.verb + 1, found.clause.last) if prose.quoted[k] >= 0), None)
    if quote is None or "quote" not in found.group.cue.frames or found.group.passive:
        return None
    words = prose.quotation_tokens[prose.quoted[quote]]
    return found.match("preposed.quote", words, source=_shared(found), shape="preposed", frame="quote")


def _reported(found: Found) -> Match | None:
    """ "Sie forderte den Rücktritt": the clause tells what was said; no relative clause does."""
    prose, clause, frames = found.prose, found.clause, found.group.cue.frames
    tags = prose.tokens.tags
    outside = [k for k in range(clause.first, clause.last) if prose.quoted[k] < 0]
    of = any(prose.is_a(k, "topic_prepositions") for k in outside if k >= found.group.verb)
    governed = ("von" in frames and of) or any(prose.tokens.words[k] in frames for k in outside if tags[k] == "I")
    main = clause.first == found.unit.first or tags[clause.first] == "C" or tags[clause.first - 1] != ","
    if not ("np" in frames or governed) or not main or tags[clause.first] in "SWt":
        return None
    if found.group.source is None or clause.last - clause.first < _REPORTED:
        return None
    return found.match("reported", (clause.first, _until_clause(prose, clause)))


def _can_be_said(prose: Prose, before: Range, subjunctive: frozenset[str]) -> bool:
    """What stands before "…, sagte sie" is quoted, in the subjunctive or a main clause, not "Nachdem …"."""
    tags, words = prose.tokens.tags, prose.tokens.words
    first, last = before
    inside = range(first, last)
    if any(prose.quoted[k] >= 0 for k in (first, last - 1)) or any(
        words[k] in subjunctive for k in inside if tags[k] != "A"
    ):
        return True
    return tags[first] not in "SW" and any(tags[k] in "BHXM" or words[k].endswith(("t", "te", "ten")) for k in inside)


def _until_clause(prose: Prose, clause: Clause) -> int:
    """The end of the clause, with the relative or other clause that depends on it."""
    depends = clause.last + 1 < clause.end and prose.tokens.tags[clause.last + 1] in "DWSIt"
    return clause.end if depends and prose.tokens.tags[clause.last] == "," else clause.last


def _so(prose: Prose, unit: Unit, parts: list[int], end: int, cues: Mapping[str, tuple[Cue, ...]]) -> Iterator[Match]:
    """ "…, so die Ministerin": what stands before it, and behind it."""
    words = prose.tokens.words
    for comma in parts:
        at = comma + 1
        if at >= end or not prose.is_a(at, "quotative"):
            continue
        verb = at + 1 if words[at + 1] in cues and prose.tokens.tags[at + 1] == "n" else at  # "so urteilte Holm"
        last = noun_phrase(prose, verb + 1, end)
        if last is None or (last < end and prose.tokens.tags[last] not in ",;:-R.I" and prose.quoted[last] < 0):
            continue
        content = tuple(part for part in (_trimmed(prose, unit.first, comma), _trimmed(prose, last, end)) if part)
        if content:
            yield Match("so", _SPEECH, (verb + 1, last), ((at, verb + 1),), content)


def _it_says(prose: Prose, unit: Unit, parts: list[int], end: int) -> Iterator[Match]:
    """ "In dem Bericht heißt es: …", "…, heißt es in dem Bericht": the paper speaks."""
    tags = prose.tokens.tags
    for i in range(unit.first, end - 1):
        if not prose.is_a(i, "impersonal_speech") or not prose.is_a(i + 1, "expletive") or prose.quoted[i] >= 0:
            continue
        clause = clause_at(unit, parts, i, end)
        at = next((k for k in (*range(clause.first, i), *range(i + 2, clause.last)) if tags[k] == "I"), None)
        last = None if at is None else noun_phrase(prose, at + 1, clause.last)
        source = None if at is None or last is None else (at + 1, last)
        before = _trimmed(prose, unit.first, clause.first)
        content = _trimmed(prose, clause.last, end) if clause.last < end else before
        if content:
            yield Match("it_says", _SPEECH, source, ((i, i + 2),), (content,))


def _announced(
    prose: Prose, unit: Unit, parts: list[int], found: list[Match], subjunctive: frozenset[str]
) -> Iterator[Match]:
    """Speech behind a colon that no cue announces: "Jon Holm, Werftchef: „…“", "Holm widersprach: Es sei zu spät"."""
    colon = next((k for k in parts if prose.tokens.tags[k] == ":" and prose.quoted[k] < 0), None)
    if colon is None or colon + 1 >= unit.last or any(a <= colon + 1 < b for m in found for a, b in m.content):
        return
    content = _behind_colon(prose, unit, colon, subjunctive)
    source = content and (named_before(prose, unit, colon) or main_subject(prose, unit, colon))
    if content and source:
        yield Match("announced", _SPEECH, source, ((colon, colon + 1),), (content,))


def _behind_colon(prose: Prose, unit: Unit, colon: int, subjunctive: frozenset[str]) -> Range | None:
    """The quotation that opens behind the colon, or the rest of the unit with a verb of reported speech in it."""
    if prose.quoted[colon + 1] >= 0:
        return prose.quotation_tokens[prose.quoted[colon + 1]]
    end, words = prose.body_end(unit), prose.tokens.words
    reported = (k for k in range(colon + 1, end) if words[k] in subjunctive and prose.tokens.tags[k] != "A")
    return (colon + 1, end) if any(prose.quoted[k] < 0 for k in reported) else None


def quoted(prose: Prose, unit: Unit, found: list[Match]) -> Iterator[Match]:
    """Words in marks inside what is reported are the speaker's own: "sie sei „tief besorgt“"."""
    numbers = dict.fromkeys(prose.quoted[i] for i in range(unit.first, unit.last) if prose.quoted[i] >= 0)
    for number in numbers:
        first, last = prose.quotation_tokens[number]
        outer = next((m for m in found if any(a <= first and last <= b for a, b in m.content)), None)
        named = outer is not None and outer.source is not None and outer.source[0] <= first < outer.source[1]
        if outer is None or named or (first, last) in outer.content or last - first < _SHORTEST:
            continue
        yield Match("quoted", outer.entry, outer.source, outer.cue, ((first, last),), shape="quoted")
