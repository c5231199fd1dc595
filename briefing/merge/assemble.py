"""Put the digests of many articles together into one Briefing."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing import __version__
from briefing.digest.citations import numbered
from briefing.digest.digest import Digest, digest
from briefing.digest.report import Report
from briefing.languages import load
from briefing.merge.changes import compare, edition_of, mark_changes
from briefing.merge.conflicts import find_conflicts, name_conflicts
from briefing.merge.corroborate import same_statements
from briefing.merge.gaps import find_gaps
from briefing.merge.infer import infer_dates
from briefing.merge.keypoints import find_key_points
from briefing.merge.source_table import place_sources
from briefing.merge.statements import Corpus, build_statements
from briefing.merge.strands import strands
from briefing.merge.timeline import in_order
from briefing.merged import Agreement, Briefing, Edition, Event, Figure, KeySentences, Source, Statement, Topic
from briefing.profile import Profile
from briefing.records import Reading
from briefing.text import word_count


def merge(
    readings: Iterable[Reading],
    *,
    previous: Edition | None = None,
    as_of: str | None = None,
    since: str | None = None,
    profile: Profile,
) -> Briefing:
    """The briefing of these readings: the same for every order of them. See `assemble`."""
    lexicon = load(profile.language)
    digests = [digest(reading, profile=profile, lexicon=lexicon) for reading in readings]
    return assemble(digests, previous=previous, as_of=as_of, since=since, profile=profile)


def assemble(
    digests: Iterable[Digest],
    *,
    previous: Edition | None = None,
    as_of: str | None = None,
    since: str | None = None,
    hidden: tuple[str, ...] = (),
    engine: str = "auto",
    profile: Profile,
) -> Briefing:
    """The briefing of these digests: the same for every order of them.

    `as_of` is the day of the briefing (ISO), by default that of the newest dated source. With `since`, statements of
    articles published before that day are left out. `previous` is the issue that it is compared with,
    `hidden` the fingerprints of what the desk hid. `engine` finds the strands, and every one finds the same.
    """
    corpus = sorted(digests, key=lambda d: (d.source.source, d.source.id))
    strand_of = strands([d.shingles for d in corpus], [d.fingerprint for d in corpus], engine)
    statements, lead = _statements(corpus, strand_of, since, profile)
    figures = tuple(_figure(f, n) for n, d in enumerate(corpus, 1) for f in d.figures)
    names = name_conflicts(
        (m.known, m.seen, numbered(m.citation, n)) for n, d in enumerate(corpus, 1) for m in d.misspellings
    )
    conflicts = find_conflicts(statements, lead, figures, names)
    inferred = infer_dates([d.source.published for d in corpus], strand_of, [d.words for d in corpus])
    briefing = Briefing(
        as_of=as_of or newest(d.source.published for d in corpus),
        since=since,
        topic=_topic(profile),
        sources=place_sources([d.source for d in corpus], strand_of, inferred, *_counts(statements, lead)),
        statements=statements,
        key_points=find_key_points(statements, profile, as_of or newest(d.source.published for d in corpus)),
        agreements=_agreements(statements),
        conflicts=conflicts,
        figures=figures,
        wordings=tuple(replace(w, source=n) for n, d in enumerate(corpus, 1) for w in d.wordings),
        timeline=in_order([_event(e, n) for n, d in enumerate(corpus, 1) for e in d.events]),
        gaps=find_gaps(statements, profile),
        changes=(),
        summaries=tuple(_key_sentences(n, d) for n, d in enumerate(corpus, 1)),
        problems=tuple(p for d in corpus for p in d.problems),
        previous=previous.as_of if previous else None,
        corpus_sha256=_corpus([d.source for d in corpus]),
        version=__version__,
        hidden=hidden,
    )
    return _compared(briefing, previous)


def _compared(briefing: Briefing, previous: Edition | None) -> Briefing:
    """The briefing with what changed since the earlier edition, if there is one."""
    if previous is None:
        return briefing
    edition = edition_of(briefing)
    rows = compare(previous, edition)
    return replace(briefing, changes=rows, statements=mark_changes(briefing.statements, edition, previous, rows))


def newest(published: Iterable[str | None]) -> str | None:
    """The newest of the days of publication, or None when there is none."""
    return max((day[:10] for day in published if day), default=None)


def _statements(
    corpus: Sequence[Digest], strand_of: Sequence[int], since: str | None, profile: Profile
) -> tuple[tuple[Statement, ...], dict[str, Report]]:
    found = [
        (number, report)
        for number, d in enumerate(corpus)
        if since is None or (d.source.published or since) >= since
        for report in d.reports
    ]
    places = Corpus([d.source for d in corpus], strand_of)
    return build_statements(found, same_statements(found, strand_of), places, profile)


def _counts(statements: Sequence[Statement], lead: dict[str, Report]) -> tuple[Counter[int], Counter[int]]:
    """By source number: the words that statements reproduce, and the statements."""
    quoted: Counter[int] = Counter()
    counts: Counter[int] = Counter()
    for statement in statements:
        for citation in statement.citations:
            same = citation.text == statement.lead.text
            quoted[citation.source] += lead[statement.id].words if same else word_count(citation.text)
        counts.update({c.source for c in statement.citations})
    return quoted, counts


def _figure(figure: Figure, number: int) -> Figure:
    return replace(figure, citation=numbered(figure.citation, number))


def _event(event: Event, number: int) -> Event:
    return replace(event, citation=numbered(event.citation, number))


def _topic(profile: Profile) -> Topic:
    p = profile
    return Topic(p.id, p.title, p.language, p.parties, p.issues, p.sha256, p.checked)


def _agreements(statements: Sequence[Statement]) -> tuple[Agreement, ...]:
    """Statements that more than one source has."""
    found = []
    for statement in statements:
        sources = tuple(sorted({c.source for c in statement.citations}))
        if len(sources) > 1:
            found.append(Agreement((statement.id,), sources, statement.strands, ()))
    return tuple(sorted(found, key=lambda a: (-a.strands, -len(a.sources), a.statements)))


def _key_sentences(number: int, d: Digest) -> KeySentences:
    cited = tuple(numbered(citation, number) for citation in d.key_sentences)
    return KeySentences(number, cited, d.opens_with)


def _corpus(sources: Iterable[Source]) -> str:
    return hashlib.sha256("".join(sorted(s.sha256 for s in sources)).encode()).hexdigest()
