"""Whether an article is on the topic of the profile, by the keywords, issue terms and parties that it names.

An article is on the topic when one of the rules of `_RULES` holds; each asks for so many different keywords, terms and
parties. The figures were chosen on 23 profiles, with 98 articles of theirs and 4,447 pairs of a profile and an article
of another topic: each rule keeps articles that the ones before it lose, and together they let in one pair in 200.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.gazetteer import compile_names, find_names
from briefing.phrases import Phrases, compile_phrases, find_phrases
from briefing.profile import Profile
from briefing.records import Article, Relevance, Sentence
from briefing.text import Token, fold, tokens

_SHORT = 8  # sentences: an article with fewer cannot name many keywords
_MANY = 10_000
_HEAD = 3  # sentences
_FEW = 3  # parties of a profile: two alone, such as those of a parliament, tell no topic


@dataclass(frozen=True, slots=True)
class _Rule:
    """What an article must name at least: different keywords and terms, and shares of its sentences that name them."""

    name: str
    keywords: int
    keyword_share: float = 0.0
    terms: int = 0
    long_terms: int = 0  # of several words
    term_share: float = 0.0
    parties: int = 0
    people: int = 0  # of the profile
    at_the_head: int = 0  # keywords in the headline and the first three sentences
    longest: int = _MANY  # sentences of the article at most
    foreign: bool = False  # only for an article in another language than the profile's


_RULES = (
    _Rule("topic.keywords", keywords=3, keyword_share=1 / 7),
    _Rule("topic.head", keywords=2, keyword_share=2 / 5, at_the_head=1),
    _Rule("topic.short", keywords=1, longest=_SHORT),
    _Rule("topic.foreign", keywords=2, keyword_share=1 / 7, foreign=True),  # names alone are spelt alike
    _Rule("topic.keyword_and_terms", keywords=1, keyword_share=1 / 4, terms=10),
    _Rule("topic.parties_and_terms", keywords=1, terms=6, parties=4),
    _Rule("topic.people", keywords=2, terms=3, people=3),  # a feature names those who are heard, and the subject once
    _Rule("topic.terms", keywords=1, terms=6, long_terms=2, term_share=2 / 3),
)
EVERY_ARTICLE = "topic.no_keywords"  # a profile without keywords tells nothing apart
NONE = "topic.none"


def relevance(
    article: Article, sentences: Sequence[Sentence], *, profile: Profile, is_story: bool = False
) -> Relevance:
    """The rule by which the article is on the topic of `profile`, or `NONE`, with the words that were counted.

    A story of a page is short, and so may be a section of an article on something else: one keyword tells nothing.
    """
    if not profile.keywords:
        return Relevance(EVERY_ARTICLE, on_topic=True)
    read = [tokens(article.text, *sentence.span) for sentence in sentences]
    title = tokens(article.title or "")
    keywords = [_found(words, _keywords(profile)) for words in (title, *read)]
    terms = [_found(words, _terms(profile)) for words in read]
    names = [hit.name for words in read for hit in find_names(words, compile_names(profile, profile.language))]
    named, on_issues = frozenset().union(*keywords), frozenset[str]().union(*terms)
    counted = _Counted(
        sentences=len(read),
        keywords=len(named),
        of_keywords=len(profile.keywords),
        keyword_share=_share(keywords[1:]),
        terms=len(on_issues),
        long_terms=sum(" " in term for term in on_issues),
        term_share=_share(terms),
        at_the_head=len(frozenset[str]().union(*keywords[: 1 + _HEAD])),
        parties=len({name.party.id for name in names}),
        people=len({name.members[0].name for name in names if len(name.members) == 1}),
        of_parties=len(profile.parties),
        foreign=article.language != profile.language,
    )
    held = next((rule for rule in _RULES if _holds(rule, counted) and not (is_story and rule.longest < _MANY)), None)
    return Relevance(
        held.name if held else NONE,
        on_topic=held is not None,
        keywords=tuple(sorted(named)),
        terms=tuple(sorted(on_issues)),
        sentences=sum(bool(k or t) for k, t in zip(keywords[1:], terms, strict=True)),
        of_sentences=len(read),
    )


@dataclass(frozen=True, slots=True)
class _Counted:
    """What an article names."""

    sentences: int
    keywords: int
    of_keywords: int
    keyword_share: float
    terms: int
    long_terms: int
    term_share: float
    at_the_head: int
    parties: int
    people: int
    of_parties: int
    foreign: bool


def _holds(rule: _Rule, counted: _Counted) -> bool:
    enough = counted.keywords >= min(rule.keywords, counted.of_keywords) and counted.terms >= rule.terms
    spread = counted.keyword_share >= rule.keyword_share and counted.term_share >= rule.term_share
    meant = counted.sentences <= rule.longest and (counted.foreign or not rule.foreign)
    parties = min(rule.parties, max(counted.of_parties, _FEW))
    heard = counted.long_terms >= rule.long_terms and counted.parties >= parties and counted.people >= rule.people
    opened = counted.at_the_head >= min(rule.at_the_head, counted.of_keywords)
    return enough and spread and meant and heard and opened


def _share(found: Sequence[frozenset[str]]) -> float:
    return sum(map(bool, found)) / len(found) if found else 0.0


def _found(words: Sequence[Token], phrases: Phrases[str]) -> frozenset[str]:
    return frozenset(hit.key for hit in find_phrases(words, phrases))


@functools.lru_cache(maxsize=8)
def _keywords(profile: Profile) -> Phrases[str]:
    return compile_phrases((word, fold(word)) for word in profile.keywords)


@functools.lru_cache(maxsize=8)
def _terms(profile: Profile) -> Phrases[str]:
    return compile_phrases((term, fold(term)) for issue in profile.issues for term in issue.terms)
