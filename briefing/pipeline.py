"""The visible list of steps: from the bytes of one document to its Reading."""

from __future__ import annotations

from dataclasses import replace

from briefing.lexicons import Lexicon
from briefing.offsets import line_starts
from briefing.plan import DEFAULT_SUMMARY, SummaryPlan
from briefing.profile import Profile
from briefing.records import Article, Attribution, Cleaned, Problem, RawDocument, Reading, Sentence
from briefing.steps.attribute import attribute
from briefing.steps.classify import positions
from briefing.steps.clean import clean
from briefing.steps.coref import corefer
from briefing.steps.dating import date_article, date_phrases
from briefing.steps.mention import context_of, mentions, source_mentions
from briefing.steps.notice import notices
from briefing.steps.resolve import resolve
from briefing.steps.split import split
from briefing.steps.summarize import Budget, summarize_article
from briefing.text import fingerprint


def read_article(raw: RawDocument, *, lexicon: Lexicon) -> tuple[Article, Cleaned]:
    """The cleaned and dated article, and what cleaning knows of it (labels, problems, the decoded source)."""
    cleaned = clean(raw, lexicon=lexicon)
    article = replace(cleaned.article, line_starts=line_starts(cleaned.decoded))
    return date_article(replace(cleaned, article=article), raw, lexicon=lexicon), cleaned


def attributed(
    article: Article, *, lexicon: Lexicon
) -> tuple[tuple[Sentence, ...], tuple[Attribution, ...], tuple[Problem, ...]]:
    """The sentences of the article and who said what in them."""
    sentences = split(article, lexicon=lexicon)
    attributions, problems = attribute(article, sentences, lexicon=lexicon)
    return sentences, attributions, problems


def read_document(
    raw: RawDocument, *, profile: Profile, lexicon: Lexicon, summary: SummaryPlan = DEFAULT_SUMMARY
) -> Reading:
    """All that one document gives. No clock, no files, no network; bad content becomes a Problem, never an error."""
    article, cleaned = read_article(raw, lexicon=lexicon)
    sentences, attributions, problems = attributed(article, lexicon=lexicon)
    phrases = date_phrases(article, sentences, lexicon=lexicon)
    context = context_of(article, sentences, profile=profile, lexicon=lexicon)
    names = mentions(article, sentences, context)
    sources = source_mentions(article, attributions, context)
    links = corefer(article, sentences, attributions, sources, names, profile=profile, lexicon=lexicon)
    speakers = resolve(sources, links)
    said = positions(article, sentences, attributions, speakers, phrases, profile=profile, lexicon=lexicon)
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
            lexicon=lexicon,
        ),
        fingerprint=fingerprint(article.text, digits=16),
        labels=cleaned.labels,
        notices=notices(cleaned.decoded, lexicon=lexicon),
        problems=(*raw.problems, *cleaned.problems, *problems),
    )
