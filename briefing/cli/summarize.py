"""`briefing summarize`: the key sentences of each article, or of a story of several."""

from __future__ import annotations

import click

from briefing.cli.options import Sources, clean_option, emit, sources_argument, summary_options
from briefing.lexicons import load
from briefing.pipeline import summary_of
from briefing.plan import plan_of


@click.command("summarize")
@sources_argument
@clean_option
@summary_options
def command(
    sources: tuple[str, ...], *, clean: bool, method: str, engine: str, sentences: int | None, words: int | None
) -> int:
    """Print a JSON line an article: its key sentences, verbatim, in text order."""
    given, lexicon = Sources(sources, clean=clean), load()
    plan = plan_of(method, engine, sentences, words)
    for raw in given:
        article, chosen = summary_of(raw, plan=plan, lexicon=lexicon)
        emit({"id": article.id, "summary": chosen})
    return given.finish()
