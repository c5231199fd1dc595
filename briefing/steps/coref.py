"""Coreference by rules within one article: what a pronoun or a definite description as a source goes back to.

The rules follow the salience ranking of Lappin & Leass (1994), cut down to what newspaper sources need: whoever was
last given words stays the speaker, a subject beats an object, the nearest beats the further. Two candidates that
nothing tells apart give none, and both are listed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.lexicons import Lexicon
from briefing.profile import Profile
from briefing.records import Article, Attribution, Link, Mention, Sentence, Span
from briefing.text import tokens

_NEAR = 4  # sentences that a pronoun reaches back over
_SPOKEN_FOR = 2  # sentences that "a spokesman" reaches back over
_TITLE = 2  # words of a title before a name
_BELONGING = frozenset({"of", "for", "to", "from"})
_FAR = 14  # sentences that "the official" reaches back over
_NOTHING = Link(None, "none")


@dataclass(frozen=True, slots=True)
class _Discourse:
    """What a source can go back to: earlier sources with their links, and the names of the article, by place."""

    text: str
    sentences: tuple[Sentence, ...]
    sources: list[tuple[Span, Mention, int]]  # place, resolved mention, sentence; in text order, nested ones left out
    names: tuple[Mention, ...]
    genders: Mapping[str, str]  # by name, as any phrase of the article tells
    issued: frozenset[str]  # documents that speak for whoever issued them
    groups: dict[str, frozenset[str]]  # head noun -> parties that an alias with this head names

    def sentence_of(self, span: Span) -> int:
        return next((s.index for s in self.sentences if s.span.covers(span)), -1)


def corefer(
    article: Article,
    sentences: tuple[Sentence, ...],
    attributions: tuple[Attribution, ...],
    sources: tuple[Mention | None, ...],
    names: tuple[Mention, ...],
    *,
    profile: Profile,
    lexicon: Lexicon,
) -> tuple[Link, ...]:
    """For each attribution what its source goes back to: a Link with the antecedent mention, or without one.

    `sources` are the readings of the attributions' source phrases, `names` all names in the article. A continued
    quotation goes back to the attribution that opened it.
    """
    issued = frozenset(lexicon["speakers"].words("issued"))
    genders = {m.name: m.gender for m in (*names, *sources) if m is not None and m.gender is not None}
    discourse = _Discourse(article.text, sentences, [], names, genders, issued, _group_heads(profile))
    links: list[Link] = [_NOTHING] * len(attributions)
    for i in _in_text_order(attributions, sources):
        attribution, mention = attributions[i], sources[i]
        if mention is None:
            links[i] = _continued(attribution, links, sources)
            continue
        links[i] = _link(mention, discourse)
        if attribution.nested_in is None:
            speaker = links[i].antecedent or mention
            if speaker.kind != "pronoun":
                discourse.sources.append((mention.span, speaker, discourse.sentence_of(mention.span)))
    return tuple(links)


def _in_text_order(attributions: Sequence[Attribution], sources: Sequence[Mention | None]) -> list[int]:
    def place(i: int) -> tuple[int, int]:
        mention = sources[i]
        start = mention.span.start if mention else min(s.start for s in attributions[i].content or attributions[i].cue)
        return (start, i)

    return sorted(range(len(attributions)), key=place)


def _continued(attribution: Attribution, links: Sequence[Link], sources: Sequence[Mention | None]) -> Link:
    if attribution.continues is None:
        return _NOTHING
    opener = attribution.continues
    antecedent = links[opener].antecedent or sources[opener]
    return Link(antecedent, "continuation") if antecedent and antecedent.kind != "pronoun" else _NOTHING


def _link(mention: Mention, discourse: _Discourse) -> Link:
    if mention.kind == "pronoun":
        return _pronoun(mention, discourse)
    if mention.whose is not None:
        return _for_whom(mention, discourse) if mention.whose == "spokes" else _of_body(mention, discourse)
    if mention.rule == "alone":
        return _another(mention, discourse)
    if mention.person is None and not mention.candidates and mention.definite:
        return _description(mention, discourse)
    if mention.candidates:
        return _shared_surname(mention, discourse)
    return _NOTHING


def _pronoun(mention: Mention, discourse: _Discourse) -> Link:
    head = mention.head
    here = discourse.sentence_of(mention.span)
    if head in ("who", "whom", "whose", "which"):
        return _nearest_before(mention, discourse)
    fits: Callable[[Mention], bool]
    if head in ("he", "she", "him", "her"):
        fits = lambda m: _one_person(m) and _gender_fits(m, head, discourse)  # noqa: E731
    elif head in ("they", "them", "both"):
        fits = lambda m: m.plural or m.anonymous or m.kind in ("party", "institution")  # noqa: E731
    elif head in ("it", "itself"):
        fits = lambda m: m.kind in ("party", "institution", "document")  # noqa: E731
    elif head == "we":  # outside quotation marks: the marks were lost, the speaker goes on; "I" is the writer
        fits = lambda m: m.kind in ("person", "role", "institution", "party")  # noqa: E731
        return _last_speaker(mention, here, fits, discourse)
    else:
        return _NOTHING
    same = _subject_in_sentence(mention, fits, discourse)
    if same is not None:
        return Link(same, "pronoun.same_sentence")
    return _last_speaker(mention, here, fits, discourse)


def _last_speaker(mention: Mention, here: int, fits: Callable[[Mention], bool], discourse: _Discourse) -> Link:
    """The last speaker that fits; but the one subject of the sentence before, when it came after that speaker."""
    speaker = next(
        (
            (m, s)
            for span, m, s in reversed(discourse.sources)
            if span.end <= mention.span.start and fits(m) and here - s <= _NEAR
        ),
        None,
    )
    subjects = _subjects(here - 1, fits, discourse) or _subjects(here - 2, fits, discourse)
    if speaker is None:
        people = {m.name for m in subjects}
        if len(people) == 1:
            return Link(subjects[0], "pronoun.subject")
        return Link(None, "pronoun.ambiguous", tuple(sorted(people))) if people else _NOTHING
    if (
        subjects
        and discourse.sentence_of(subjects[0].span) > speaker[1]
        and {m.name for m in subjects} != {speaker[0].name}
    ):
        return Link(subjects[0], "pronoun.subject")
    since = {m.name for m in _people_between(speaker[1], mention, fits, discourse)} - {speaker[0].name}
    if since and here - speaker[1] > 1:
        return Link(None, "pronoun.ambiguous", tuple(sorted({speaker[0].name, *since})))
    return Link(speaker[0], "pronoun.last_speaker")


def _people_between(
    sentence: int, mention: Mention, fits: Callable[[Mention], bool], discourse: _Discourse
) -> list[Mention]:
    """The fitting people named after a sentence and before the mention."""
    return [
        m
        for m in discourse.names
        if m.kind == "person"
        and fits(m)
        and m.span.end <= mention.span.start
        and discourse.sentence_of(m.span) > sentence
    ]


def _subjects(index: int, fits: Callable[[Mention], bool], discourse: _Discourse) -> list[Mention]:
    """The fitting mention that opens the sentence, or none: what comes first in an English sentence is its subject."""
    if not 0 <= index < len(discourse.sentences):
        return []
    span = discourse.sentences[index].span
    first = next((m for m in discourse.names if span.covers(m.span) and fits(m)), None)
    if first is None:
        return []
    lead = len(tokens(discourse.text, span.start, first.span.start))
    return [first] if lead <= 6 else []


def _subject_in_sentence(mention: Mention, fits: Callable[[Mention], bool], discourse: _Discourse) -> Mention | None:
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
    opens = first.span.start <= span.start + 4 and "," not in between
    if fits(first) and opens:
        return first
    if mention.head not in ("he", "she"):
        return None
    lead = {t.folded for t in tokens(discourse.text, span.start, first.span.start)}
    people = [m for m in before if fits(m)]
    return people[0] if len({m.name for m in people}) == 1 and not lead & {"he", "she", "they", "we", "i"} else None


def _description(mention: Mention, discourse: _Discourse) -> Link:
    """ "the official", "the group", "the Hamas official", "the Israeli leader": the last speaker the words fit."""
    here = discourse.sentence_of(mention.span)
    for span, speaker, index in reversed(discourse.sources):
        if span.end <= mention.span.start and here - index <= _FAR and _describes(mention, speaker):
            return Link(speaker, "description.last_speaker")
    if mention.head in discourse.issued and mention.party is None:
        return _issuer(mention, discourse)
    parties = discourse.groups.get(mention.head, frozenset())
    if mention.party is None and parties:
        for name in reversed(discourse.names):
            if name.span.end <= mention.span.start and name.party in parties and name.kind in ("party", "institution"):
                return Link(name, "description.group")
    if (
        mention.party is not None
        and mention.kind == "role"
        and mention.head in ("leader", "premier", "president", "chief")
    ):
        for name in reversed(discourse.names):
            if name.span.end <= mention.span.start and name.party == mention.party and name.person:
                return Link(name, "description.leader")
    return _NOTHING


def _of_body(mention: Mention, discourse: _Discourse) -> Link:
    """ "Its treasurer", "a union official": a role in the body or person named last, under the mention's own words.

    Of an office that the profile knows in that body, its holder.
    """
    body = _body_before(mention, discourse)
    if mention.rule == "office":  # "its president": of another body, somebody else
        holds = body is not None and body.party == mention.party
        return _NOTHING if holds else Link(_in_body(mention, body), "of_body.possessive")
    if body is not None and body.party is not None:
        return Link(replace(mention, party=body.party), f"of_body.{mention.whose}")
    return _description(mention, discourse) if mention.definite else _NOTHING


def _body_before(mention: Mention, discourse: _Discourse) -> Mention | None:
    """The body that "its" goes back to: the last speaker where that is one, else the last name that has a party."""
    here = discourse.sentence_of(mention.span)
    if mention.whose == "possessive" and discourse.sources:
        span, speaker, at = discourse.sources[-1]
        if span.end <= mention.span.start and here - at <= 1 and speaker.kind in ("institution", "party"):
            return speaker
    for name in reversed(discourse.names):
        near = name.span.end <= mention.span.start and here - discourse.sentence_of(name.span) <= _NEAR
        if near and name.party is not None and (mention.whose == "possessive" or _is_such(mention, name, discourse)):
            return name
    return None


def _in_body(mention: Mention, body: Mention | None) -> Mention:
    """The unnamed holder of an office in a body, or in one that is not known."""
    party = body.party if body else None
    name = mention.role or mention.head
    return replace(mention, kind="role", name=name, person=None, role=name, party=party, anonymous=True)


def _another(mention: Mention, discourse: _Discourse) -> Link:
    """ "Another said": one like the unnamed speaker right before."""
    here = discourse.sentence_of(mention.span)
    for span, speaker, at in reversed(discourse.sources):
        if span.end <= mention.span.start and here - at <= _SPOKEN_FOR:
            return Link(speaker, "another.last_speaker") if speaker.anonymous and speaker.rule != "alone" else _NOTHING
    return _NOTHING


def _for_whom(mention: Mention, discourse: _Discourse) -> Link:
    """ "A spokesman said": for the last speaker, or the subject of the sentence before when that came later."""
    here = discourse.sentence_of(mention.span)
    known = _description(mention, discourse) if mention.definite else _NOTHING
    if known.antecedent is not None:
        return known
    behind = _last_speaker(mention, here, lambda m: m.party is not None, discourse).antecedent
    near = behind is not None and here - discourse.sentence_of(behind.span) <= _SPOKEN_FOR
    return Link(replace(mention, party=behind.party), "spokes.last_speaker") if behind and near else _NOTHING


def _is_such(mention: Mention, name: Mention, discourse: _Discourse) -> bool:
    """ "A party official" is of the party last heard, "a union official" of a body called a union."""
    words = {t.folded for t in tokens(mention.name)}
    parties = {party for head, held in discourse.groups.items() if head in words for party in held}
    return name.kind in ("party", "institution") and (not parties or name.party in parties)


def _describes(mention: Mention, speaker: Mention) -> bool:
    if mention.party is not None and mention.party != speaker.party:
        return False
    if mention.head == speaker.head and mention.plural == speaker.plural and speaker.kind != "person":
        return speaker.span != mention.span
    if mention.kind == "role" and speaker.person and speaker.role and not mention.plural:
        return mention.head in {t.folded for t in tokens(speaker.role)}
    return False


def _issuer(mention: Mention, discourse: _Discourse) -> Link:
    """ "the statement": whoever issued it, which is the last speaker that is a body or a named person."""
    here = discourse.sentence_of(mention.span)
    for span, speaker, index in reversed(discourse.sources):
        if span.end <= mention.span.start and here - index <= _NEAR and not speaker.anonymous:
            return Link(speaker, "description.issuer")
    return _NOTHING


def _nearest_before(mention: Mention, discourse: _Discourse) -> Link:
    """The name right before a relative, unless it only says whose man is meant: "an adviser of Berg, who …"."""
    here = discourse.sentence_of(mention.span)
    before = [m for m in discourse.names if m.span.end <= mention.span.start and discourse.sentence_of(m.span) == here]
    if not before:
        return _NOTHING
    lead = tokens(discourse.text, discourse.sentences[here].span.start, before[-1].span.start)[-_TITLE:]
    return _NOTHING if {t.folded for t in lead} & _BELONGING else Link(before[-1], "relative")


def _shared_surname(mention: Mention, discourse: _Discourse) -> Link:
    named = [m for m in discourse.names if m.person in mention.candidates and m.span.end <= mention.span.start]
    people = {m.person for m in named}
    if len(people) == 1:
        return Link(named[-1], "surname.first_mention")
    return Link(None, "surname.ambiguous", mention.candidates)


def _one_person(mention: Mention) -> bool:
    return (mention.kind == "person" or (mention.kind == "role" and mention.anonymous)) and not mention.plural


def _gender_fits(mention: Mention, pronoun: str, discourse: _Discourse) -> bool:
    wanted = "female" if pronoun in ("she", "her") else "male"
    return (mention.gender or discourse.genders.get(mention.name) or wanted) == wanted


def _group_heads(profile: Profile) -> dict[str, frozenset[str]]:
    """Head nouns of lower-case aliases with the parties they can stand for: "militant group" -> group."""
    heads: dict[str, set[str]] = {}
    for party in profile.parties:
        for alias in party.aliases:
            head = alias.split()[-1]
            if head.islower() and " " in alias:
                heads.setdefault(head, set()).add(party.id)
    return {head: frozenset(parties) for head, parties in heads.items()}
