"""The words of each sentence, read once for all steps, with the profile's names and terms that stand among them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from briefing.gazetteer import Hit, Index, compile_names, find_names
from briefing.issue_terms import IssueHit, find_issues
from briefing.profile import Profile
from briefing.records import Article, Sentence, Span
from briefing.text import Token, tokens


@dataclass(frozen=True, slots=True)
class Words:
    """The words and marks of one sentence in order; spans are half-open, in code points, into the article's text."""

    tokens: tuple[Token, ...]
    names: tuple[Hit, ...]  # `first` and `last` are indexes of `tokens`
    issues: tuple[IssueHit, ...]

    def within(self, span: Span) -> Words:
        """What of it lies inside `span`."""
        first = bisect_left(self.tokens, span.start, key=lambda token: token.span.start)
        last = bisect_right(self.tokens, span.end, key=lambda token: token.span.end)
        return Words(
            self.tokens[first:last],
            tuple(_moved(hit, first) for hit in self.names if span.covers(hit.span)),
            tuple(hit for hit in self.issues if span.covers(hit.span)),
        )


def words_of(
    article: Article, sentences: tuple[Sentence, ...], *, profile: Profile, language: str
) -> tuple[Words, ...]:
    """The words of each sentence, in their order, names as a text in `language` writes them."""
    index = compile_names(profile, language)
    return tuple(_read(tokens(article.text, *sentence.span), index, profile) for sentence in sentences)


def _moved(hit: Hit, by: int) -> Hit:
    return replace(hit, first=hit.first - by, last=hit.last - by)


def _read(found: tuple[Token, ...], index: Index, profile: Profile) -> Words:
    return Words(found, find_names(found, index), find_issues(found, profile))
