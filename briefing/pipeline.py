"""The visible list of steps: from the bytes of one document to its Reading."""

from __future__ import annotations

from dataclasses import replace

from briefing.languages import Lexicon, of_language
from briefing.offsets import line_starts
from briefing.plan import DEFAULT_SUMMARY, SummaryPlan
from briefing.profile import Profile
from briefing.records import (
    Article,
    Attribution,
    Cleaned,
    DatePhrase,
    Position,
    Problem,
    RawDocument,
    Reading,
    Relevance,
    Sentence,
)
from briefing.steps.attribute import attribute
from briefing.steps.classify import positions
from briefing.steps.clean import clean
from briefing.steps.coref import corefer
from briefing.steps.dating import date_article, date_phrases
from briefing.steps.mention import context_of, mentions, source_mentions
from briefing.steps.notice import notices
from briefing.steps.relevance import relevance
from briefing.steps.resolve import resolve
from briefing.steps.split import split
from briefing.steps.stories import joined, stories
from briefing.steps.summarize import Budget, summarize_article
from briefing.text import fingerprint
from briefing.words import words_of

_STORIES = 3  # a page with fewer is no newsletter


def read_article(raw: RawDocument, *, lexicon: Lexicon) -> tuple[Article, Cleaned]:
    """The cleaned and dated article, and what cleaning knows of it (labels, problems, the decoded source)."""
    cleaned = clean(raw, lexicon=lexicon)
    article = replace(cleaned.article, line_starts=line_starts(cleaned.decoded))
    own = lexicon_of(article, lexicon)
    return _dated(replace(cleaned, article=article), raw, own, lexicon), cleaned


def _dated(cleaned: Cleaned, raw: RawDocument, own: Lexicon, lexicon: Lexicon) -> Article:
    """Dated in the article's own words; where its page shows none, in those of the run.

    "27 Sep 2016" stands above a French article whose site was left in English.
    """
    dated = date_article(cleaned, raw, lexicon=own if "dates" in own else lexicon)
    nothing = dated.published is None and dated.page_shows is None
    return date_article(cleaned, raw, lexicon=lexicon) if nothing and own is not lexicon else dated


def lexicon_of(article: Article, lexicon: Lexicon) -> Lexicon:
    """The lexicon of the article's own language; `lexicon` where that is the language."""
    return lexicon if article.language == lexicon.language else of_language(article.language)


def sentences_of(article: Article, *, lexicon: Lexicon) -> tuple[Sentence, ...]:
    """The sentences of the article, by the rules of its own language."""
    return split(article, lexicon=lexicon_of(article, lexicon))


def attributed(
    article: Article, sentences: tuple[Sentence, ...], *, lexicon: Lexicon
) -> tuple[tuple[Attribution, ...], tuple[Problem, ...]]:
    """Who said what in the sentences of the article, and what is wrong with its quotation marks."""
    return attribute(article, sentences, lexicon=lexicon_of(article, lexicon))


def _positions(
    article: Article,
    sentences: tuple[Sentence, ...],
    attributions: tuple[Attribution, ...],
    phrases: tuple[DatePhrase, ...],
    *,
    profile: Profile,
    lexicon: Lexicon,
) -> tuple[Position, ...]:
    """The statements of the article: whose they are, what they stand for, and when they were made."""
    words = words_of(article, sentences, profile=profile, language=lexicon.language)
    context = context_of(article, words, profile=profile, lexicon=lexicon)
    names = mentions(article, words, context)
    sources = source_mentions(article, attributions, context)
    links = corefer(article, sentences, attributions, sources, names, profile=profile, lexicon=lexicon)
    speakers = resolve(sources, links)
    return positions(article, sentences, words, attributions, speakers, phrases, profile=profile, lexicon=lexicon)


def read_document(
    raw: RawDocument,
    *,
    profile: Profile,
    lexicon: Lexicon,
    summary: SummaryPlan = DEFAULT_SUMMARY,
    on_topic_only: bool = False,
) -> Reading:
    """All that one document gives. No clock, no files, no network; bad content becomes a Problem, never an error.

    With `on_topic_only` an article off the topic gives its heading and what it was judged by, and is read no further.
    """
    article, cleaned = read_article(raw, lexicon=lexicon)
    left_out: tuple[Problem, ...] = ()
    if on_topic_only:
        judged, article, left_out = on_the_topic(article, profile=profile, lexicon=lexicon)
        if not judged.on_topic:
            return _unread(article, cleaned, judged)
    sentences = sentences_of(article, lexicon=lexicon)
    attributions, problems = attributed(article, sentences, lexicon=lexicon)
    own = lexicon_of(article, lexicon)
    phrases = date_phrases(article, sentences, lexicon=own)
    said = _positions(article, sentences, attributions, phrases, profile=profile, lexicon=own) if attributions else ()
    return Reading(
        article=article,
        sentences=sentences,
        attributions=attributions,
        date_phrases=phrases,
        positions=said,
        summary=summarize_article(
            article,
            sentences,
            attributions,
            method=summary.method,
            engine=summary.engine,
            budget=Budget(sentences=summary.sentences, words=summary.words),
            lexicon=own,
        ),
        fingerprint=fingerprint(article.text, digits=16),
        labels=cleaned.labels,
        notices=notices(cleaned.decoded, lexicon=lexicon),
        problems=(*raw.problems, *cleaned.problems, *problems, *left_out),
    )


def on_the_topic(
    article: Article, *, profile: Profile, lexicon: Lexicon
) -> tuple[Relevance, Article, tuple[Problem, ...]]:
    """Whether an article is on the topic, what of it is, and a problem that says what is not.

    A newsletter or live page, of whose stories at least half name no keyword, is judged story by story, and has those
    that are on the topic alone: else one on the topic would bring in the others, or they would keep it out.
    """
    parts = stories(article) if profile.keywords else ()
    judged = [relevance(p, sentences_of(p, lexicon=lexicon), profile=profile, is_story=True) for p in parts]
    if len(parts) < _STORIES or 2 * sum(not found.keywords for found in judged) < len(parts):
        return relevance(article, sentences_of(article, lexicon=lexicon), profile=profile), article, ()
    kept = [part for part, found in zip(parts, judged, strict=True) if found.on_topic]
    if not kept:
        return max(judged, key=lambda found: len(found.keywords)), article, ()
    told = f"{len(parts) - len(kept)} of its {len(parts)} stories are off the topic and were left out"
    best = next(found for found in judged if found.on_topic)
    return best, joined(article, kept), (Problem("source.stories", article.source, told),)


def _unread(article: Article, cleaned: Cleaned, judged: Relevance) -> Reading:
    """The reading of an article off the topic."""
    return Reading(
        article=article,
        sentences=(),
        attributions=(),
        date_phrases=(),
        positions=(),
        summary=(),
        fingerprint="",
        labels=cleaned.labels,
        notices=(),
        problems=(),
        off_topic=judged,
    )
