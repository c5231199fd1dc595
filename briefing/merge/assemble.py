"""Put the digests of many articles together into one Briefing."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from briefing import __version__
from briefing.codec import dumps
from briefing.digest.digest import Digest, digest
from briefing.digest.passages import Passages
from briefing.digest.report import Report
from briefing.languages import load
from briefing.merge.changes import compared, edition_of
from briefing.merge.conflicts import find_conflicts, name_conflicts
from briefing.merge.corroborate import same_statements
from briefing.merge.gaps import find_gaps
from briefing.merge.infer import infer_dates
from briefing.merge.keypoints import find_key_points
from briefing.merge.source_table import place_sources
from briefing.merge.statements import Corpus, build_statements
from briefing.merge.strands import strands
from briefing.merge.timeline import in_order
from briefing.merged import Agreement, Briefing, Change, Edition, Source, Statement, Topic
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
    engine: str = "auto",
    change: Change = "new",
    passages: Callable[[str], Passages] | None = None,
    profile: Profile,
) -> Briefing:
    """The briefing of these digests: the same for every order of them.

    `as_of` is the day of the briefing (ISO), by default that of the newest dated source. With `since`, statements of
    articles published before that day are left out. `previous` is the issue that it is compared with. `change` is what
    is told of all statements as long as they are not compared. `engine` finds the strands, and each finds the same.
    `passages` gives those of a source by its id where the digests are without them: they tell the days of articles that
    have none, and what else they hold is left out of the briefing.
    """
    corpus = _in_order(digests)
    sources = [d.source for d in corpus]
    strand_of = strands([d.shingles for d in corpus], [d.fingerprint for d in corpus], engine)
    whole = Corpus(sources, strand_of)
    places = whole.places
    statements, lead = _statements(corpus, whole, since, profile, change)
    figures = tuple(figure for d in corpus for figure in d.figures)
    names = name_conflicts((m.known, m.seen, m.citation) for d in corpus for m in d.misspellings)
    conflicts = find_conflicts(statements, lead, figures, names, places)
    own = {d.source.id: d.passages for d in corpus if d.passages is not None}
    find = passages or own.__getitem__
    inferred = infer_dates(sources, strand_of, lambda source: find(source).words)
    day = as_of or newest(source.published for source in sources)
    briefing = Briefing(
        as_of=day,
        since=since,
        topic=_topic(profile),
        sources=place_sources(sources, strand_of, inferred, *_counts(statements, lead)),
        statements=statements,
        key_points=find_key_points(statements, profile, day, places),
        agreements=_agreements(statements, places),
        conflicts=conflicts,
        figures=figures,
        wordings=(),
        timeline=(),
        gaps=find_gaps(statements, profile),
        changes=(),
        summaries=(),
        problems=tuple(p for d in corpus for p in d.problems),
        previous=None,
        corpus_sha256=_corpus(sources),
        version=__version__,
    )
    briefing = with_passages(briefing, own)
    return compared(briefing, edition_of(briefing), previous) if previous else briefing


def with_passages(briefing: Briefing, passages: Mapping[str, Passages]) -> Briefing:
    """The briefing with what these passages, by the ids of their sources, show."""
    found = [passages[source.id] for source in briefing.sources if source.id in passages]
    return replace(
        briefing,
        wordings=tuple(wording for own in found for wording in own.wordings),
        timeline=in_order(event for own in found for event in own.events),
        summaries=tuple(own.summary for own in found),
    )


def _in_order(digests: Iterable[Digest]) -> list[Digest]:
    """The digests by the names of their sources. What stands twice under one name, with the same bytes, counts once."""
    alike: dict[str, list[Digest]] = {}
    for d in digests:
        alike.setdefault(d.source.id, []).append(d)
    found = (own[0] if len(own) == 1 else max(own, key=in_corpus) for own in alike.values())
    return sorted(found, key=lambda d: (d.source.source, d.source.article, d.source.id))


def in_corpus(d: Digest) -> tuple[str, bytes]:
    """By this the greatest of several digests of one source, which have one id, is the one that counts."""
    return (d.source.article, dumps(d))


def newest(published: Iterable[str | None]) -> str | None:
    """The newest of the days of publication, or None when there is none."""
    return max((day[:10] for day in published if day), default=None)


def _statements(
    corpus: Sequence[Digest], whole: Corpus, since: str | None, profile: Profile, change: Change
) -> tuple[tuple[Statement, ...], dict[str, Report]]:
    found = [
        (number, report)
        for number, d in enumerate(corpus)
        if since is None or (d.source.published or since) >= since
        for report in d.reports
    ]
    return build_statements(found, same_statements(found, whole.strand_of), whole, profile, change)


def _counts(statements: Sequence[Statement], lead: dict[str, Report]) -> tuple[Counter[str], Counter[str]]:
    """By source: the words that statements reproduce, and the statements."""
    quoted: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    for statement in statements:
        for citation in statement.citations:
            same = citation.text == statement.lead.text
            quoted[citation.source] += lead[statement.id].words if same else word_count(citation.text)
        for source in {c.source for c in statement.citations}:
            counts[source] += 1
    return quoted, counts


def _topic(profile: Profile) -> Topic:
    p = profile
    return Topic(p.id, p.title, p.language, p.parties, p.issues, p.sha256, p.checked)


def _agreements(statements: Sequence[Statement], places: Mapping[str, int]) -> tuple[Agreement, ...]:
    """Statements that more than one source has."""
    found = []
    for statement in statements:
        if len(statement.citations) == 1:
            continue
        sources = tuple(sorted({c.source for c in statement.citations}, key=places.__getitem__))
        if len(sources) > 1:
            found.append(Agreement((statement.id,), sources, statement.strands, ()))
    return in_rank(found)


def in_rank(agreements: Iterable[Agreement]) -> tuple[Agreement, ...]:
    """Those of most strands first, then those of most sources."""
    return tuple(sorted(agreements, key=lambda a: (-a.strands, -len(a.sources), a.statements)))


def _corpus(sources: Iterable[Source]) -> str:
    return hashlib.sha256("".join(sorted(s.sha256 for s in sources)).encode()).hexdigest()
