"""`briefing statements`: each statement with whose it is, on what, and when it was said."""

from __future__ import annotations

from typing import Any

import click

from briefing import profile as profiles
from briefing.cli.options import Sources, emit, profile_option, source_options
from briefing.ingest import IngestOptions
from briefing.languages import load
from briefing.offsets import to_source
from briefing.pipeline import read_document
from briefing.records import Article, Position, Reading, Stand
from briefing.text import fingerprint


@click.command("statements")
@source_options
@profile_option
def command(sources: tuple[str, ...], options: IngestOptions, profile_name: str) -> int:
    """Print a JSON line a statement: its place, text, party, speaker, mode, stance, issues, date and rule."""
    profile = profiles.load(profile_name)
    given, lexicon = Sources(sources, options), load(profile.language)
    for raw in given:
        reading = read_document(raw, profile=profile, lexicon=lexicon)
        for position in reading.positions:
            emit(row(reading, position))
    return given.finish()


def row(reading: Reading, position: Position) -> dict[str, Any]:
    """The contract of `briefing statements`: `start` and `end` point into the decoded source, `text` stands there."""
    article, speaker = reading.article, position.speaker
    place = to_source(article, position.span)
    words = position.span.of(article.text)
    return {
        "id": fingerprint(words),
        "file": article.id,
        "start": place.start if place else None,
        "end": place.end if place else None,
        "text": words,
        "party": speaker.party or "none",
        "party_also": list(position.speaker.also_parties),
        "speaker": speaker.name,
        "speaker_surface": speaker.surface.of(article.text) if speaker.surface else None,
        "anonymous": speaker.anonymous,
        "candidates": list(speaker.candidates),
        "mode": position.attribution.kind,
        "cue": " ".join(span.of(article.text) for span in position.attribution.cue) or None,
        "stance": position.stance,
        "stances": {s.issue: s.stance for s in position.stances if s.issue},
        "issues": [s.issue for s in position.stances if s.issue],
        "mentions": list(position.mentions),
        "stands": [_stand(article, stand) for stand in position.stands],
        "date_said": position.date_said.iso,
        "date_evidence": position.date_said.evidence,
        "group": position.group,
        "addressee": position.addressee,
        "target": position.target,
        "on_behalf_of": position.on_behalf_of,
        "via": position.relayed_via,
        "rule": f"{position.attribution.rule}; {speaker.via}",
    }


def _stand(article: Article, stand: Stand) -> dict[str, Any]:
    """A stand as it is printed: its object verbatim, with its place in the decoded source."""
    place = to_source(article, stand.object) if stand.object else None
    return {
        "stance": stand.stance,
        "object": stand.object.of(article.text) if stand.object else None,
        "object_start": place.start if place else None,
        "object_end": place.end if place else None,
        "issues": list(stand.issues),
        "rule": stand.rule,
        "words": stand.act.of(article.text),
    }
