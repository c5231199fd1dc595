"""Put the readings of many articles together into one Briefing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing import __version__
from briefing.lexicons import Lexicon, load
from briefing.merge.changes import find_changes
from briefing.merge.conflicts import find_conflicts, name_conflicts
from briefing.merge.corroborate import same_statements
from briefing.merge.figures import find_figures
from briefing.merge.gaps import find_gaps
from briefing.merge.infer import infer_dates
from briefing.merge.keypoints import find_key_points
from briefing.merge.names import misspellings
from briefing.merge.report import cite, neighbours, reports
from briefing.merge.sources import build_sources
from briefing.merge.statements import build_statements
from briefing.merge.strands import strands
from briefing.merge.timeline import find_events, in_order
from briefing.merge.wordings import find_wordings
from briefing.merge.words import shingles
from briefing.merged import Agreement, Briefing, Change, KeySentences, Statement, Topic
from briefing.profile import Profile
from briefing.records import Reading


def merge(
    readings: Iterable[Reading],
    *,
    previous: Briefing | None = None,
    as_of: str | None = None,
    since: str | None = None,
    profile: Profile,
) -> Briefing:
    """The briefing of these readings: the same for every order of them.

    `as_of` is the day of the briefing (ISO), by default that of the newest dated source. With `since`, statements of
    articles published before that day are left out.
    """
    lexicon = load(profile.language)
    corpus = sorted(readings, key=lambda r: (r.article.source, r.article.id))
    marks = [shingles(r.article.text, lexicon) for r in corpus]
    strand_of = strands(marks)
    statements = _statements(corpus, strand_of, since, profile, lexicon)
    figures = tuple(figure for i, r in enumerate(corpus, 1) for figure in find_figures(i, r, lexicon))
    names = name_conflicts(x for i, r in enumerate(corpus, 1) for x in misspellings(i, r, profile))
    conflicts = find_conflicts(statements, figures, names, lexicon)
    statements = tuple(replace(s, change=_change(s, previous)) for s in statements)
    sources = build_sources(corpus, statements, strand_of, infer_dates(corpus, strand_of, marks))
    return Briefing(
        as_of=as_of or newest(corpus),
        since=since,
        topic=_topic(profile),
        sources=sources,
        statements=statements,
        key_points=find_key_points(statements, conflicts, profile),
        agreements=_agreements(statements),
        conflicts=conflicts,
        figures=figures,
        wordings=tuple(w for i, r in enumerate(corpus, 1) for w in find_wordings(i, r, profile)),
        timeline=in_order([e for i, r in enumerate(corpus, 1) for e in find_events(i, r)]),
        gaps=find_gaps(statements, profile),
        changes=find_changes(statements, previous),
        summaries=tuple(_key_sentences(i, r) for i, r in enumerate(corpus, 1)),
        problems=tuple(p for r in corpus for p in r.problems),
        previous=previous.as_of if previous else None,
        corpus_sha256=_corpus(corpus),
        version=__version__,
    )


def newest(readings: Iterable[Reading]) -> str | None:
    """The day of the newest dated article, or None when none is dated."""
    return max((r.article.published[:10] for r in readings if r.article.published), default=None)


def _statements(
    corpus: Sequence[Reading], strand_of: Sequence[int], since: str | None, profile: Profile, lexicon: Lexicon
) -> tuple[Statement, ...]:
    found = [
        report
        for number, reading in enumerate(corpus)
        if since is None or (reading.article.published or since) >= since
        for report in reports(number, reading, profile=profile, lexicon=lexicon)
    ]
    return build_statements(found, same_statements(found, strand_of), corpus, strand_of, profile)


def _change(statement: Statement, previous: Briefing | None) -> Change:
    if previous is None:
        return "new"
    return "repeated" if any(s.id == statement.id for s in previous.statements) else "new"


def _topic(profile: Profile) -> Topic:
    return Topic(profile.id, profile.title, profile.language, profile.parties, profile.issues, profile.sha256)


def _agreements(statements: Sequence[Statement]) -> tuple[Agreement, ...]:
    """Statements that more than one source has."""
    found = []
    for statement in statements:
        sources = tuple(sorted({c.source for c in statement.citations}))
        if len(sources) > 1:
            found.append(Agreement((statement.id,), sources, statement.strands, ()))
    return tuple(sorted(found, key=lambda a: (-a.strands, -len(a.sources), a.statements)))


def _key_sentences(number: int, reading: Reading) -> KeySentences:
    cited = [
        cite(number, reading.article, reading.sentences[i].span, around=neighbours(reading, i)) for i in reading.summary
    ]
    known = tuple(c for c in cited if c is not None)
    return KeySentences(number, known, tuple(None for _ in known))


def _corpus(corpus: Sequence[Reading]) -> str:
    return hashlib.sha256("".join(sorted(r.article.source_sha256 for r in corpus)).encode()).hexdigest()
