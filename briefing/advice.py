"""What a person who keeps a profile would want to know: names that catch too much, and, with articles, what is missing.

Nothing of this is a fault: a profile is used as it is written.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.gazetteer import compile_names, find_names
from briefing.languages import load
from briefing.phrases import Phrases, compile_phrases, find_phrases, form
from briefing.pipeline import on_the_topic
from briefing.profile import Member, Party, Profile
from briefing.records import Reading
from briefing.text import fold, tokens

_LISTED = 12  # names or terms on one line
_MOST_HEARD = 10  # speakers without a party that are listed
_COMMON = 0.25  # of all sentences: a term that stands in more tells nothing
_ENOUGH = 30  # sentences from which a share means anything


def of_profile(profile: Profile) -> tuple[str, ...]:
    """What the profile alone shows, one line each."""
    return (*_without_keywords(profile), *_adjectives(profile), *_shared_surnames(profile), *_shared_terms(profile))


def with_articles(profile: Profile, readings: Sequence[Reading]) -> tuple[str, ...]:
    """What the articles show of the profile, one line each."""
    seen = _seen(profile, readings)
    return (
        *_off_topic(profile, readings),
        *_without_party(readings),
        *_unheard(profile, readings),
        *_unseen_names(profile, seen),
        *_terms(profile, seen),
        *_over(profile, readings),
    )


def _without_keywords(profile: Profile) -> Iterator[str]:
    if not profile.keywords:
        yield "topic: no keywords: every article is taken as on the topic"


def _adjectives(profile: Profile) -> Iterator[str]:
    for party in profile.parties:
        for member in party.members:
            surname = member.name.split()[-1]
            if surname in party.adjectives:
                yield (
                    f"{party.id}: the adjective {surname!r} is the surname of {member.name}: "
                    f"it is found as a name already, so leave it out"
                )


def _shared_surnames(profile: Profile) -> Iterator[str]:
    """Surnames of people of several parties who were in office at one time: days tell all others apart."""
    bearers: dict[str, list[tuple[Party, Member]]] = defaultdict(list)
    for party in profile.parties:
        for member in party.members:
            bearers[member.name.split()[-1]].append((party, member))
    for surname, found in sorted(bearers.items()):
        alike = [(p, m) for p, m in found if any(p != q and m.name != n.name and _together(m, n) for q, n in found)]
        if alike:
            told = ", ".join(dict.fromkeys(f"{member.name} ({party.id})" for party, member in alike))
            yield f"surname {surname!r} is that of {told}: without a full name in the article nobody is chosen"


def _together(one: Member, other: Member) -> bool:
    """Both in office on one day."""
    return (one.since or "") <= (other.until or "~") and (other.since or "") <= (one.until or "~")


def _shared_terms(profile: Profile) -> Iterator[str]:
    owners: dict[str, list[str]] = defaultdict(list)
    for issue in profile.issues:
        for term in dict.fromkeys(fold(term) for term in issue.terms):
            owners[term].append(issue.id)
    for term, issues in sorted(owners.items()):
        if len(issues) > 1:
            yield f"term {term!r} stands for {' and '.join(issues)}: a stand on it counts for each"


@dataclass(frozen=True, slots=True)
class _Seen:
    """How often the names and terms of a profile stand in the articles, as the profile writes them."""

    sentences: int
    names: Mapping[tuple[str, tuple[str, ...]], int]  # by party and words
    terms: Mapping[str, int]  # by the stems of the term


def _seen(profile: Profile, readings: Sequence[Reading]) -> _Seen:
    index, phrases = compile_names(profile, profile.language), _phrases(profile)
    names: Counter[tuple[str, tuple[str, ...]]] = Counter()
    terms: Counter[str] = Counter()
    for reading in readings:
        for sentence in reading.sentences:
            words = tokens(reading.article.text, *sentence.span)
            names.update({(hit.name.party.id, hit.name.words) for hit in find_names(words, index)})
            terms.update({hit.key for hit in find_phrases(words, phrases)})
    return _Seen(sum(len(reading.sentences) for reading in readings), names, terms)


def _phrases(profile: Profile) -> Phrases[str]:
    return compile_phrases((term, _stems(term)) for issue in profile.issues for term in issue.terms)


def _stems(term: str) -> str:
    """What two terms have alike that are found at the same places: "hostage" and "hostages"."""
    return " ".join(form(word.text) for word in tokens(term))


def _off_topic(profile: Profile, readings: Sequence[Reading]) -> Iterator[str]:
    lexicon = load(profile.language)
    judged = ((r.article.source, on_the_topic(r.article, profile=profile, lexicon=lexicon)[0]) for r in readings)
    off = [source for source, found in judged if not found.on_topic]
    if off:
        yield f"{len(off)} of {len(readings)} articles are off the topic by its keywords: {_listed(off)}"


def _without_party(readings: Sequence[Reading]) -> Iterator[str]:
    heard: Counter[str] = Counter(
        position.speaker.name
        for reading in readings
        for position in reading.positions
        if position.speaker.party is None and position.speaker.name and not position.speaker.anonymous
    )
    for name, count in sorted(heard.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST_HEARD]:
        yield f"no party: {name} ({count} {'statement' if count == 1 else 'statements'})"


def _unheard(profile: Profile, readings: Sequence[Reading]) -> Iterator[str]:
    heard = {position.speaker.party for reading in readings for position in reading.positions}
    silent = [party.id for party in profile.parties if party.id not in heard]
    if silent:
        yield f"never heard in these articles: {_listed(silent)}"


def _unseen_names(profile: Profile, seen: _Seen) -> Iterator[str]:
    for party in profile.parties:
        found = {" ".join(words).casefold() for owner, words in seen.names if owner == party.id}
        unseen = [name for name in (*party.aliases, *party.roles) if fold(name) not in found]
        if unseen:
            yield f"{party.id}: never seen: {_listed(unseen)}"


def _terms(profile: Profile, seen: _Seen) -> Iterator[str]:
    for issue in profile.issues:
        unseen = [term for term in issue.terms if not seen.terms.get(_stems(term))]
        if unseen:
            yield f"issue {issue.id}: never seen: {_listed(unseen)}"
        for term in issue.terms:
            count = seen.terms.get(_stems(term), 0)
            if seen.sentences >= _ENOUGH and count > _COMMON * seen.sentences:
                yield f"issue {issue.id}: {term!r} is too common: in {count} of {seen.sentences} sentences"


def _over(profile: Profile, readings: Sequence[Reading]) -> Iterator[str]:
    days = [reading.article.published[:10] for reading in readings if reading.article.published]
    newest = max(days, default=None)
    for party in profile.parties:
        for member in party.members:
            if newest and member.role and member.until and member.until < newest and _speaks(member, readings):
                yield f"{party.id}: {member.name} was {member.role} until {member.until}, before {newest}"


def _speaks(member: Member, readings: Sequence[Reading]) -> bool:
    return any(position.speaker.person == member.name for reading in readings for position in reading.positions)


def _listed(names: Iterable[str]) -> str:
    found = list(names)
    more = f" and {len(found) - _LISTED} more" if len(found) > _LISTED else ""
    return ", ".join(found[:_LISTED]) + more
