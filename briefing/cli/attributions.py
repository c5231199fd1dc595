"""`briefing attributions`: who said what, as spans into the decoded source."""

from __future__ import annotations

from typing import Any

import click

from briefing.cli.options import Sources, emit, source_options
from briefing.ingest import IngestOptions
from briefing.languages import load
from briefing.offsets import to_source
from briefing.pipeline import attributed, read_article, sentences_of
from briefing.records import Article, Attribution, Spans


@click.command("attributions")
@source_options
def command(sources: tuple[str, ...], options: IngestOptions) -> int:
    """Print a JSON line an article: the source, cue and content spans of each attribution, its kind and rule."""
    given, lexicon = Sources(sources, options), load("en")
    for raw in given:
        article, _ = read_article(raw, lexicon=lexicon)
        attributions, _ = attributed(article, sentences_of(article, lexicon=lexicon), lexicon=lexicon)
        emit({"id": article.id, "attributions": [_row(article, a) for a in attributions]})
    return given.finish()


def _row(article: Article, attribution: Attribution) -> dict[str, Any]:
    return {
        "source_spans": _spans(article, attribution.source),
        "cue_spans": _spans(article, attribution.cue),
        "content_spans": _spans(article, attribution.content),
        "kind": attribution.kind,
        "rule": attribution.rule,
        "cue_id": attribution.cue_id,
        "nested_in": attribution.nested_in,
        "continues": attribution.continues,
        "negated": attribution.negated,
        "modal": attribution.modal,
        "hedge": attribution.hedge,
        "indeterminate": attribution.indeterminate,
    }


def _spans(article: Article, spans: Spans) -> list[list[int]]:
    return [list(place) for span in spans if (place := to_source(article, span)) is not None]
