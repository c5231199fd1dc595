"""Pronouns as sources: "he", "they", "it", "who".

The rules follow the salience ranking of Lappin & Leass (1994), cut down to what newspaper sources need: whoever was
last given words stays the speaker, a subject beats an object, the nearest beats the further. Two candidates that
nothing tells apart give none, and both are listed.
"""

from __future__ import annotations

from collections.abc import Callable

from briefing.records import Link, Mention
from briefing.steps.coref.discourse import GENDERS, NEAR, NOTHING, Discourse, gender_fits, one_person
from briefing.text import Token, tokens

_BODIES = ("party", "institution", "document")
_LEAD, _OPENER = 6, 14  # tokens before a subject: of adverbs and titles, and of a phrase that a comma closes
_TITLE = 2  # words of a title before a name
_VERB = 2  # words between a pronoun and whom its verb governs: "he told Mr Berg"


def pronoun(mention: Mention, discourse: Discourse) -> Link:
    """What a pronoun goes back to."""
    head = mention.head
    here = discourse.sentence_of(mention.span)
    if head == "relative":
        return _nearest_before(mention, discourse)
    fits: Callable[[Mention], bool]
    if head in GENDERS:
        others = _governed(mention, here, discourse)
        fits = lambda m: one_person(m) and gender_fits(m, head, discourse) and m.name not in others  # noqa: E731
    elif head.endswith(tuple(discourse.words.age_endings)):
        fits = one_person
    elif head == "plural":
        fits = lambda m: m.plural or m.anonymous or m.kind in ("party", "institution")  # noqa: E731
    elif head in ("masculine_or_body", "feminine_or_plural"):  # German "er", "sie": a body, too
        gender = head.partition("_")[0]
        somebody = _found(mention, here, lambda m: _one_or_many(m, gender, discourse), discourse)
        if somebody.antecedent is not None or somebody.candidates:
            return somebody
        fits = lambda m: m.kind in _BODIES  # noqa: E731
    elif head == "neuter":
        fits = lambda m: m.kind in ("party", "institution", "document")  # noqa: E731
    elif head == "speaker":  # outside quotation marks: the marks were lost, the speaker goes on; "I" is the writer
        return _going_on(mention, here, discourse)
    else:
        return NOTHING
    return _found(mention, here, fits, discourse)


def _governed(mention: Mention, here: int, discourse: Discourse) -> set[str]:
    """The people named right behind the pronoun and its verb: in "he told Berg" he is not Berg (Chomsky 1981, C)."""
    behind = (m for m in discourse.names if m.span.start >= mention.span.end and m.kind == "person")
    near = (m for m in behind if discourse.sentence_of(m.span) == here)
    return {m.name for m in near if len(tokens(discourse.text, mention.span.end, m.span.start)) <= _VERB}


def _found(mention: Mention, here: int, fits: Callable[[Mention], bool], discourse: Discourse) -> Link:
    """What fits: the subject of the sentence, else who spoke last."""
    same = _subject_in_sentence(mention, fits, discourse)
    if same is not None:
        return Link(same, "pronoun.same_sentence", how="pronoun")
    return last_speaker(mention, here, fits, discourse)


def _one_or_many(mention: Mention, gender: str, discourse: Discourse) -> bool:
    """A person of that gender, or, of "sie", several people."""
    if one_person(mention):
        return gender_fits(mention, gender, discourse)
    return gender == "feminine" and mention.plural


def _going_on(mention: Mention, here: int, discourse: Discourse) -> Link:
    """The speaker of the sentence right before."""
    for span, speaker, at in reversed(discourse.sources):
        if span.end <= mention.span.start:
            return Link(speaker, "pronoun.last_speaker", how="pronoun") if here - at <= 1 else NOTHING
    return NOTHING


def last_speaker(mention: Mention, here: int, fits: Callable[[Mention], bool], discourse: Discourse) -> Link:
    """The last speaker that fits; but the one subject of the sentence before, when it came after that speaker."""
    speaker = next(
        (
            (m, s)
            for span, m, s in reversed(discourse.sources)
            if span.end <= mention.span.start and fits(m) and here - s <= NEAR
        ),
        None,
    )
    subjects = _subjects(here - 1, fits, discourse) or _subjects(here - 2, fits, discourse)
    if speaker is None:
        people = {m.name for m in subjects}
        if len(people) == 1:
            return Link(subjects[0], "pronoun.subject", how="pronoun")
        return Link(None, "pronoun.ambiguous", tuple(sorted(people)), how="pronoun") if people else NOTHING
    if (
        subjects
        and discourse.sentence_of(subjects[0].span) > speaker[1]
        and {m.name for m in subjects} != {speaker[0].name}
    ):
        return Link(subjects[0], "pronoun.subject", how="pronoun")
    since = {m.name for m in _people_between(speaker[1], mention, fits, discourse)} - {speaker[0].name}
    if since and here - speaker[1] > 1:
        return Link(None, "pronoun.ambiguous", tuple(sorted({speaker[0].name, *since})), how="pronoun")
    return Link(speaker[0], "pronoun.last_speaker", how="pronoun")


def _people_between(
    sentence: int, mention: Mention, fits: Callable[[Mention], bool], discourse: Discourse
) -> list[Mention]:
    """The fitting people named after a sentence and before the mention."""
    return [
        m
        for m in discourse.names
        if m.kind in ("person", "party", "institution")
        and fits(m)
        and m.span.end <= mention.span.start
        and discourse.sentence_of(m.span) > sentence
    ]


def _subjects(index: int, fits: Callable[[Mention], bool], discourse: Discourse) -> list[Mention]:
    """The fitting mention that opens the sentence, or none: what comes first in an English sentence is its subject."""
    if not 0 <= index < len(discourse.sentences):
        return []
    span = discourse.sentences[index].span
    first = next((m for m in discourse.names if span.covers(m.span) and fits(m)), None)
    if first is None:
        return []
    before = tokens(discourse.text, span.start, first.span.start)
    if before and _is_third_person(before[0].folded, discourse):
        return []  # "They dispute the council's claim"
    lead = len(before)
    opener = discourse.text[span.start : first.span.start].rstrip().endswith(",")  # "Asked about it, Berg nodded"
    return [first] if lead <= (_OPENER if opener else _LEAD) else []


def _is_third_person(word: str, discourse: Discourse) -> bool:
    kind = discourse.words.pronouns.get(word)
    return word in discourse.words.nominative and kind in ("masculine", "feminine", "plural")


def _subject_in_sentence(mention: Mention, fits: Callable[[Mention], bool], discourse: Discourse) -> Mention | None:
    """ "Israel has ruled out …, it said": inside one sentence, the mention that opens it, if it fits."""
    here = discourse.sentence_of(mention.span)
    if here < 0:
        return None
    span = discourse.sentences[here].span
    before = [m for m in discourse.names if span.covers(m.span) and m.span.end <= mention.span.start]
    if not before:
        return None
    first = before[0]
    between = discourse.text[first.span.end : mention.span.start]
    if any(mark in between for mark in '“”"'):
        return None
    opens = first.span.start <= span.start + 4
    if fits(first) and opens and ("," not in between or _is_only_body(mention, before, fits)):
        return first
    subject = mention.head in GENDERS and mention.name.casefold() in discourse.words.nominative
    if not subject or (opens and between == ", "):
        return None  # "Mr Menk, he said, speaks for one firm": another's words about him
    lead = {t.folded for t in tokens(discourse.text, span.start, first.span.start)}
    people = [m for m in before if fits(m)]
    return people[0] if len({m.name for m in people}) == 1 and lead.isdisjoint(discourse.words.nominative) else None


def _is_only_body(mention: Mention, before: list[Mention], fits: Callable[[Mention], bool]) -> bool:
    """ "Cork has built a weir, though it says …": of one body alone the sentence speaks."""
    return mention.head == "neuter" and len({m.name for m in before if fits(m)}) == 1


def _names_body(words: list[Token], discourse: Discourse) -> bool:
    """ "Of the Steel Guild": whose somebody is, in capitals."""
    names = [word for word in words[1:] if word.folded not in discourse.words.determiner]
    return words[0].folded in discourse.words.of_office and bool(names) and all(w.is_capitalised for w in names)


def _nearest_before(mention: Mention, discourse: Discourse) -> Link:
    """The name right before a relative, unless it only says whose man is meant: "an adviser of Berg, who …"."""
    here = discourse.sentence_of(mention.span)
    before = [m for m in discourse.names if m.span.end <= mention.span.start and discourse.sentence_of(m.span) == here]
    if not before:
        return NOTHING
    between = [t for t in tokens(discourse.text, before[-1].span.end, mention.span.start) if t.is_word]
    if between:  # "Berg and the woman who accused him", but "Ann Hill of the Steel Guild, who is against it"
        is_person = before[-1].kind == "person"
        return Link(before[-1], "relative") if is_person and _names_body(between, discourse) else NOTHING
    lead = tokens(discourse.text, discourse.sentences[here].span.start, before[-1].span.start)[-_TITLE:]
    if not {t.folded for t in lead} & discourse.words.apart:
        return Link(before[-1], "relative")
    head = before[-2] if len(before) > 1 else None
    beside = head is not None and len(tokens(discourse.text, head.span.end, before[-1].span.start)) <= _TITLE
    of_body = beside and before[-1].kind in _BODIES  # "Ann Hill of the Guild, | who is against it"
    return Link(head, "relative") if head is not None and head.kind == "person" and of_body else NOTHING
